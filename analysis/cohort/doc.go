// Package cohort follows customers by the period of their first purchase: what
// share of each cohort is still buying k periods later, and what it brings.
//
// The way through the package:
//
//   - A calendar numbers the periods that a log covers (calendar.go).
//   - Make reads the log once and counts active customers and revenue per cohort
//     and period (count.go), then turns counts into cells with intervals and
//     eligibility (make.go).
//   - Averages over cohorts are taken over complete cells only (average.go).
//   - Caveats are put in words (warn.go).
//
// Periods are calendar periods, half-open: March is [1 March, 1 April). Period k
// of a cohort is the k-th calendar period after that of its first purchases.
// Cohorts are by first purchase within the data.
package cohort
