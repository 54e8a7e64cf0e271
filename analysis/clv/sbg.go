package clv

import "churnbench/analysis/internal/numeric"

// SBG is the shifted-beta-geometric model of Fader and Hardie (2007), "How to
// project customer retention", Journal of Interactive Marketing 21(1). It assumes:
//
//   - at the end of each period a customer renews or leaves for good, and leaves
//     with a probability θ of her own that does not change;
//   - θ differs between customers as a beta law of Alpha and Beta.
//
// Nobody's loyalty grows; the retention rate of a cohort rises all the same, as
// those who leave easily leave first.
type SBG struct{ Alpha, Beta float64 }

// Name returns "sBG".
func (m SBG) Name() string { return "sBG" }

// Params returns α, β.
func (m SBG) Params() []float64 { return []float64{m.Alpha, m.Beta} }

// Survival returns B(α, β+t)/B(α, β): equation 6 of the paper, as the product of
// the retention rates up to t.
func (m SBG) Survival(t int) float64 {
	log := 0.0
	for k := range t {
		log -= numeric.Log1p(m.Alpha / (m.Beta + float64(k)))
	}
	return numeric.Exp(log)
}

// Retention returns (β+t−1)/(α+β+t−1): equation 8 of the paper.
func (m SBG) Retention(t int) float64 {
	stay := m.Beta + float64(t) - 1
	return stay / (m.Alpha + stay)
}

// DERL has a closed form, (1+d)(1−θ)/(d+θ) in expectation over those who are
// still there, θ ~ Beta(α, β+n−1); the paper's hypergeometric function is the same
// integral.
func (m SBG) DERL(n int, rate float64) float64 {
	law := newMeanRule(m.Alpha, m.Beta+float64(n)-1)
	return law.mean((1+rate)/rate, func(theta float64) float64 { return (1 + rate) * (1 - theta) / (rate + theta) })
}

// sbgMinus is the likelihood: those lost in period t+1 add ln α − ln(β+t) more
// than survivors to t+1 do.
func sbgMinus(t *Tenures) numeric.Objective {
	return numeric.JetObjective(func(p []numeric.Jet) numeric.Jet {
		alpha, beta := p[0], p[1]
		sum, survival := numeric.Constant(0), numeric.Constant(0)
		for k, lost := range t.Lost {
			stay := beta.Add(float64(k))
			both := stay.Plus(alpha).Log()
			sum = sum.Plus(survival.Plus(alpha.Log()).Minus(both).Times(lost))
			survival = survival.Plus(stay.Log()).Minus(both)
			sum = sum.Plus(survival.Times(t.watched(k)))
		}
		return sum
	})
}
