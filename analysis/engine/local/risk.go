package local

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/internal/numeric"
)

// exposedDays is how far back revenue is counted where no model looks ahead.
const exposedDays = 365

// risk says what revenue is at risk, by tier. of is the tier of each customer, lost who is
// gone already.
func (d *dataset) risk(of []uint8, tiers int, lost []bool) engine.Risk {
	r := engine.Risk{Days: exposedDays}
	each := d.exposed
	if d.foreseen() {
		r = engine.Risk{Model: string(d.value.Options.Model), Months: d.value.Options.Horizon}
		each = d.endangered
	}
	sums := make([]numeric.Sum, tiers)
	for c, tier := range of {
		if lost[c] {
			continue
		}
		v := each(analysis.CustomerID(c))
		if math.IsNaN(v) {
			r.Unknown++
			continue
		}
		sums[tier].Add(v)
	}
	var total numeric.Sum
	for _, s := range sums {
		r.Tiers = append(r.Tiers, s.Value())
		total.Add(s.Value())
	}
	r.Total = total.Value()
	return r
}

// foreseen reports whether a model says what customers will spend.
func (d *dataset) foreseen() bool {
	return d.value != nil && slices.ContainsFunc(d.value.Spend, func(v float64) bool { return !math.IsNaN(v) })
}

// endangered is what a customer would bring within the horizon if she is still active, times
// the chance that she no longer is: E[X | alive]·spend·(1 − P(alive)), where the model's
// expected purchases are P(alive)·E[X | alive].
func (d *dataset) endangered(c analysis.CustomerID) float64 {
	p := d.value.Alive[c]
	if p == 0 {
		return math.NaN()
	}
	return d.value.Expected[c] / p * d.value.Spend[c] * (1 - p)
}

// exposed is what a customer brought in the last year.
func (d *dataset) exposed(c analysis.CustomerID) float64 {
	sum := analysis.Money(0)
	from, to := d.log.Rows(c)
	for r := to; r > from && d.log.Day[r-1] > d.log.End-exposedDays; r-- {
		sum += d.log.Amount[r-1]
	}
	return sum.Float()
}
