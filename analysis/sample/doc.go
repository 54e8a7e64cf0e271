// Package sample makes the data that ship with the workbench. They are
// generated, not recorded: each is drawn from a model whose parameters are
// known, so that whoever learns or checks can compare an estimate with the
// truth.
//
// Open writes a sample as the CSV file that a client might have exported, in
// English or Chinese, and hands it over as an ingest.Source: a sample takes the
// same way into the workbench as any file. The same key and language give the
// same bytes on every platform.
//
//   - shop (shop.go): two years of a shop's orders, by BG/NBD and Gamma-Gamma.
//   - subscription (subscription.go): monthly charges, by the shifted
//     beta-geometric model.
//   - membership (membership.go): a club's contracts with start and end, by the
//     beta-discrete-Weibull model.
//
// random.go draws from the distributions they need, order.go sorts rows by day,
// csv.go writes them, words.go holds what differs between languages.
package sample
