// Package rfm scores customers by recency, frequency and spend and names the
// groups that the scores make.
//
// The way through the package:
//
//   - Score reads an order log once into columns (measure.go), cuts each measure
//     into bins (bins.go) and looks up every customer's segment
//     (rules.go). Scores hold one entry per customer and no pointers.
//   - Scores.Result adds up what a screen shows: cut-offs, segments and the
//     recency × frequency grid, with caveats in words (result.go, warn.go).
//   - Segments lists the rules of a rule set in the order in which they are shown.
//
// R is days since the last purchase at the log's end, F is purchase days (all
// orders of one day count once), M is the total or average spend. Scores run
// from 1, the worst, to Options.Bins, the best.
//
// Cut-offs are quantiles of the customers' sorted values, and equal values
// always share a score: a customer's score says what share of customers is
// strictly worse, score s meaning at least (s−1)/bins of them. Bins are
// therefore uneven where many customers are alike, as they are among one-time
// buyers; Cuts shows how uneven, and how many customers a tool that breaks ties
// by the order of its rows would have put elsewhere.
package rfm
