package portfolio

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Relationships are the cash of customers from their first purchase on.
//
// Month k ≥ 1 is the days d with (k−1)·365/12 ≤ d < k·365/12 from the first purchase.
// Its cash is the margin of its purchases less the cost of serving, and counts
// (1+Rate)^−((k−1)/12) of itself; acquisition is paid at once, in full. Serving costs
// Serving·(1−Falls)^((k−1)/12) in each month that has begun up to the customer's last
// day: the last day observed or, of lost customers, the day on which they were found
// lost.
type Relationships struct {
	Log         *analysis.Log
	Margin      []analysis.Money // of each row of Log
	Acquisition []analysis.Money // of each customer
	Serving     []analysis.Money // of each customer, a month
	Last        []analysis.Day   // up to which each is served; at least the first purchase
	Left        []bool           // customers whose margin is unknown; nil for nobody
	Rate        float64          // of discount a year, at least 0
	Falls       float64          // by which share serving costs less after each year, 0 ≤ Falls < 1
}

// MonthOf returns the month that holds a day d ≥ 0 after the first purchase.
func MonthOf(d analysis.Day) int { return int(d)*12/365 + 1 }

// wholeMonths returns how many months lie within the first days.
func wholeMonths(days analysis.Day) int { return int(days) * 12 / 365 }

// tables are what a month counts and what serving costs in it.
type tables struct {
	worth, fall []float64 // at index k−1
}

func (r *Relationships) tables() tables {
	months := 1
	for c := range analysis.CustomerID(r.Log.Customers()) {
		months = max(months, r.begun(c))
	}
	return tables{powers(numeric.Log1p(r.Rate)/-12, months), powers(numeric.Log1p(-r.Falls)/12, months)}
}

// powers returns e^(k·rate) for k = 0 … n−1; all 1 at rate 0.
func powers(rate float64, n int) []float64 {
	list := make([]float64, n)
	for k := range list {
		list[k] = numeric.Exp(float64(float64(k) * rate))
	}
	return list
}

func (r *Relationships) first(c analysis.CustomerID) analysis.Day { return r.Log.Day[r.Log.Start[c]] }

// begun is how many months have begun by the end of observation.
func (r *Relationships) begun(c analysis.CustomerID) int {
	return MonthOf(max(0, r.Log.End-r.first(c)))
}

// known reports whether a customer takes part.
func (r *Relationships) known(c analysis.CustomerID) bool {
	return (r.Left == nil || !r.Left[c]) && r.first(c) <= r.Log.End
}

// cash writes the discounted cash of each begun month into list, in units of Money: at
// rate 0 the sums are exact.
func (r *Relationships) cash(c analysis.CustomerID, t *tables, list []float64) []float64 {
	first, n := r.first(c), r.begun(c)
	list = list[:0]
	served := MonthOf(max(0, min(r.Last[c], r.Log.End)-first))
	serving := float64(r.Serving[c])
	for k := range n {
		cost := 0.0
		if k < served {
			cost = float64(serving * t.fall[k])
		}
		list = append(list, -cost)
	}
	from, to := r.Log.Rows(c)
	for i := from; i < to && r.Log.Day[i] <= r.Log.End; i++ {
		list[MonthOf(r.Log.Day[i]-first)-1] += float64(r.Margin[i])
	}
	for k := range list {
		list[k] *= t.worth[k]
	}
	return list
}

// NoBreakEven stands for a relationship that is below zero so far.
const NoBreakEven = -1

// breakEven is the first month from which on the sums are at or above zero in every
// month seen; 0 if they always were. A relationship that reached zero and fell below
// it again has not broken even by then.
func breakEven(sums []float64) int {
	k := len(sums)
	for k > 0 && sums[k-1] >= 0 {
		k--
	}
	if k == len(sums) {
		return NoBreakEven
	}
	return k
}

// Values are what relationships were worth so far, one element a customer.
type Values struct {
	Value     []float64 // net present value at the first purchase, main units; NaN where margin is unknown
	BreakEven []int32   // month, NoBreakEven; 0 where nothing had to be earned back
	Months    []int32   // begun so far
}

// Values adds up each customer's cash to the end of observation.
func (r *Relationships) Values() *Values {
	n, t := r.Log.Customers(), r.tables()
	v := &Values{make([]float64, n), make([]int32, n), make([]int32, n)}
	var list []float64
	for c := range analysis.CustomerID(n) {
		v.Value[c], v.BreakEven[c], v.Months[c] = math.NaN(), NoBreakEven, int32(r.begun(c))
		if !r.known(c) {
			continue
		}
		list = sums(-float64(r.Acquisition[c]), r.cash(c, &t, list))
		v.Value[c] = list[len(list)-1] / analysis.MoneyPerUnit
		v.BreakEven[c] = int32(breakEven(list))
	}
	return v
}

// sums turns a list of months into the running total after each, from start on.
func sums(start float64, months []float64) []float64 {
	months = append(months, 0)
	copy(months[1:], months)
	months[0] = start
	for k := 1; k < len(months); k++ {
		months[k] += months[k-1]
	}
	return months
}
