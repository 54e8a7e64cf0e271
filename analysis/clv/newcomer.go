package clv

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A Newcomer is what to expect of one customer not yet seen, on the day of the
// first purchase: what may be paid to win her, if that purchase pays for itself.
type Newcomer struct {
	Purchases float64 // repeat purchases within the horizon
	Spend     float64 // per purchase, main units; NaN if it cannot be predicted
	CLV       float64 // discounted margin of the repeat purchases, main units; NaN without spend
}

// Newcomer predicts one, with the horizon, discount rate and margin of the options.
func (a *Analysis) Newcomer() Newcomer {
	m, h := a.buying.law(), horizon{a.Options.Horizon, a.Options.DiscountRate}
	n := Newcomer{Purchases: m.Expected(h.weeks()), Spend: math.NaN()}
	if a.spend != nil {
		n.Spend = a.spend.gammaGamma().Mean()
	}
	var discounted numeric.Sum
	for k, w := range h.weights() {
		discounted.Add(float64(w * m.Expected(after(k+1))))
	}
	n.CLV = a.Options.Margin * discounted.Value() * n.Spend
	return n
}
