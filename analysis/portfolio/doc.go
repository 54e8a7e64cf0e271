// Package portfolio sets what customers bring beside what they could bring, and what
// they have cost so far beside what they have earned.
//
// Arrange places customers in a matrix of share of wallet × profit contribution, with
// visible cut-offs. Relationships follow each customer's cash from the first purchase
// on: Values adds it up to a net present value with its month of break-even, Curves
// averages it over groups, and Rules turn what is known into one of four verdicts.
//
// Amounts of money go in as analysis.Money and come out of matrices as such; discounted
// amounts are float64 in main units. Months are 365/12 days from the first purchase.
//
// The strategies of the cells and the rules of the verdicts are ours. Share of wallet
// and customer profitability as axes are common practice; no source names cut-offs.
package portfolio
