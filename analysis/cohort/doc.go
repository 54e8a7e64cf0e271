// Package cohort follows customers in groups: what share of each is still buying
// k periods later, and what it brings.
//
// The way through the package:
//
//   - Options say who belongs together, from which day each customer is followed,
//     and what counts as retained (types.go, check.go).
//   - A calendar numbers periods (calendar.go); columns say which periods stand
//     together in one column (columns.go).
//   - A grouping puts each customer into a cohort, or says why not (group.go,
//     values.go).
//   - A clock numbers one customer's days (clock.go); a table counts them in one
//     pass over the log (count.go).
//   - Make turns counts into cells with intervals and eligibility (make.go) and
//     averages complete cells over cohorts (average.go).
//   - Members lists the customers behind one cell (members.go).
//   - A Quantity says what of a cell a table shows (quantity.go).
//   - Caveats are put in words (warn.go).
//
// Periods are half-open: March is [1 March, 1 April). By the calendar, period k of
// a customer is the k-th calendar period after the one that its first day falls
// into; by the rolling clock it is the k-th window of a fixed number of days since
// that day. A customer's first day is that of its first purchase within the data
// or, where cohorts are by sign-up, of its sign-up.
//
// A cell is complete when every customer whom it counts has had the whole period
// within the data. Cohorts by day have members of nearly the same age: such a cell
// counts the whole cohort, and is open until the last member has had the period.
// The members of a cohort by attribute may have joined on any day, so that some
// have always joined too late: such a cell counts those who have had the whole
// period and says how many they are.
package cohort
