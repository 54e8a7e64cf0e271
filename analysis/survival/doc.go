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
// The same estimates for any Subjects, durations with events by cause, perhaps watched
// only from some age on (subjects.go, groups.go):
//
//   - Compare gathers what a figure of groups is shown with: Curves, their Hazard,
//     quantiles, restricted means and Standings, the rank tests of all groups and of
//     pairs (compare.go, curves.go, hazard.go, rmst.go, standing.go, logrank.go).
//     Subjects are sorted once (order.go) and walked along once a pass (walk.go).
//   - CumulativeIncidence parts those who left by cause (incidence.go).
//   - NewDesign codes attributes, and Cox regresses the hazard on them, with a test of
//     its own assumption, predictions and residuals (design.go, cox*.go,
//     concordance.go).
//   - FitLaws fits laws of lifetimes (law.go, lawfit.go).
//   - ReadEvents tells from a column who left (eventcolumn.go).
//
// What is doubtful in data or results travels along as Warnings (doubts.go,
// comparewarn.go, coxwarn.go).
//
// Durations from a log are whole days, so that curves over a million customers
// are counted into one slot a day and never sorted (tally.go).
//
// Terms: a duration is censored when the data end before the event; the risk
// set at t is everybody who was seen for at least t and had no event before.
// At a tie events come before censorings. Numbers agree with R's survival
// package (Therneau), whose conventions are named where they matter.
package survival
