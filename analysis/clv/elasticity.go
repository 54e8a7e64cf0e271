package clv

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// An Elasticity says by how many per cent a value changes where one driver changes
// by one per cent and all else stays: ∂ ln value/∂ ln driver, after Gupta, Lehmann and
// Stuart (2004), "Valuing customers", Journal of Marketing Research 41(1). What is
// varied:
//
//   - Retention: every customer's chance to stay for one year, now and always, so
//     that her chance to be there u years from now is multiplied by 1.01^u. What she
//     does while she is there stays, and so does P(alive) of today: the past is past.
//     The elasticity is the mean time, in years, at which the value arrives, as Macaulay's
//     duration is the elasticity of a bond. A purchase of a month is taken to happen in
//     the middle of it. Of one month's retention it would be a twelfth of the per cent and
//     twelve times the number: the year has to be said.
//   - Spend: every customer's spend per purchase, or the margin. Each CLV is a multiple
//     of it, so that this is 1 but for what acquisition costs.
//   - Acquisition: see Elasticities; it differs.
//
// NBD knows no lapse, and a retention of 1 can only fall; the number holds for that.
// All are NaN where Value is NaN or 0. Where a cost makes Value negative, a negative
// elasticity says that the loss shrinks.
type Elasticity struct {
	Value                         float64 // main units
	Retention, Spend, Acquisition float64
}

// Elasticities are those of three values.
type Elasticities struct {
	// Existing is of the equity: the customers of today. What it took to win them is
	// spent, so that Acquisition is 0.
	Existing Elasticity
	// Newcomer is of one customer won today: her CLV less what winning her costs.
	// Acquisition is by that cost, and not above 0.
	Newcomer Elasticity
	// All is of Existing and of the newcomers that will be won within the horizon,
	// Newcomers of them, evenly, each worth Newcomer.Value, discounted from the month
	// she comes. Acquisition is by their number: their share of the value.
	All       Elasticity
	Newcomers float64 // as many as came in the days up to End, as many as the horizon has
}

// Elasticities returns them at the horizon, discount rate and margin of the options.
// cost is what it takes to win one customer beyond what her first purchase earns, main
// units, 0 or more; the error is a BadInput. With 0, as in Newcomer, the first purchase
// pays for itself.
func (a *Analysis) Elasticities(cost float64) (e Elasticities, err error) {
	if !(cost >= 0) || math.IsInf(cost, 0) {
		return e, analysis.Fail(analysis.BadInput, "clv.bad-cost", analysis.Number("cost", cost))
	}
	h := horizon{a.Options.Horizon, a.Options.DiscountRate}
	equity, late := a.equityTimed(h)
	e.Existing = combine(equity, late, equity, 0)
	newcomer, laterOne := a.newcomerTimed(h)
	e.Newcomer = combine(newcomer-cost, laterOne, newcomer, -cost)
	e.Newcomers = a.newcomers(h)
	count := e.Newcomers * h.arrivals()
	won := float64(count * (newcomer - cost))
	e.All = combine(equity+won, late+float64(count*laterOne), equity+float64(count*newcomer), won)
	return e, nil
}

// combine divides the derivatives by the logarithms of the drivers by the value.
func combine(value, retention, spend, acquisition float64) Elasticity {
	per := value
	if per == 0 {
		per = math.NaN()
	}
	return Elasticity{value, retention / per, spend / per, acquisition / per}
}

// equityTimed returns the equity, and the sum of its parts each times the years until
// it arrives.
func (a *Analysis) equityTimed(h horizon) (value, timed float64) {
	m, rows := a.buying.law(), &a.now.Rows
	timedRows := rows.discountedWithin(m, a.valuation.alive, h.timedWeights())
	var sum numeric.Sum
	for i, row := range a.now.Row {
		sum.Add(float64(timedRows[row] * a.valuation.spend[i]))
	}
	return a.valuation.equity, a.Options.Margin * sum.Value()
}

// newcomerTimed returns the same of one customer not yet seen.
func (a *Analysis) newcomerTimed(h horizon) (value, timed float64) {
	n, m := a.Newcomer(), a.buying.law()
	var sum numeric.Sum
	for k, w := range h.timedWeights() {
		sum.Add(float64(w * m.Expected(after(k+1))))
	}
	return n.CLV, a.Options.Margin * sum.Value() * n.Spend
}

// newcomers counts first purchases in the last days up to End, as many as the horizon
// has; where the log is shorter, its rate goes on.
func (a *Analysis) newcomers(h horizon) float64 {
	days := h.weeks() * daysPerWeek
	seen := min(days, float64(a.now.End-a.now.Begin)+1)
	n := 0.0
	for _, t := range a.now.T {
		if float64(t) < seen {
			n++
		}
	}
	return n * days / seen
}

// arrivals returns the mean worth today of 1 that comes evenly over the months of the
// horizon, each discounted as a purchase of its month is.
func (h horizon) arrivals() float64 {
	var sum numeric.Sum
	for k := 1; k <= h.months; k++ {
		sum.Add(h.worth(k))
	}
	return sum.Value() / float64(h.months)
}
