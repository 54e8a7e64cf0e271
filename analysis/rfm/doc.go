// Package rfm scores customers by recency, frequency and spend and names the
// groups that the scores make.
//
// The way through the package:
//
//   - Score reads an order log once into columns (measure.go), cuts each measure
//     into bins (bins.go) and looks up every customer's segment
//     (rules.go). Scores hold one entry per customer and no pointers.
//   - Where a measure is cut is a partition of its sorted values: by quantiles under
//     one of five tie rules (ties.go) or by cut-offs that a person typed (bounds.go).
//     As all rules sort alike, their partitions say how many customers each would
//     move, without scoring anybody again.
//   - Segments are rules over the scores: a shipped set (rules.go) or a person's own,
//     of which the first that accepts a customer counts (own.go). Cover says where
//     such rules overlap and where they leave gaps.
//   - Scores.Result adds up what a screen shows: cut-offs, segments and the
//     recency × frequency grid with losses, with caveats in words (result.go, warn.go).
//
// R is days since the last purchase at the log's end, F is purchase days (all
// orders of one day count once) or orders, M is the total or average spend. Scores
// run from 1, the worst, to Options.Bins, the best. Measures are cut independently,
// or F within each score of R and M within each pair of R and F.
//
// Unless asked otherwise, equal values share a score: a customer's score says what
// share of customers is strictly worse, score s meaning at least (s−1)/bins of
// them. Bins are therefore uneven where many customers are alike, as they are among
// one-time buyers; Cuts shows how uneven, and TieCuts what other rules would do.
package rfm
