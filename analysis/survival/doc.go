// Package survival measures how long customers stay, counting those who are
// still here for as long as they have been seen and no longer.
//
// The way through the package:
//
//   - KaplanMeier estimates a survival Curve from durations and events, with
//     Greenwood's standard errors and one of three Intervals (kaplan.go,
//     interval.go).
//   - A Curve answers At(t), Quantile(p), Median() and RMST(tau) (read.go).
//   - ProposeWindow reads the gaps between purchases of an order log, open gaps
//     counted as censored, and proposes the silence W after which a customer
//     counts as lapsed (window.go).
//   - Lapses applies a window to a log and returns the curve of customers'
//     lifetimes under it, with its caveats in words (lapse.go, warn.go).
//
// Durations from a log are whole days, so that curves over a million customers
// are counted into one slot a day and never sorted (tally.go).
//
// Terms: a duration is censored when the data end before the event; the risk
// set at t is everybody who was seen for at least t and had no event before.
// At a tie events come before censorings. Numbers agree with R's survival
// package (Therneau), whose conventions are named where they matter.
package survival
