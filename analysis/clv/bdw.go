package clv

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// BdW is the beta-discrete-Weibull model of Fader, Hardie, Liu, Davin and
// Steenburgh (2018), "“How to project customer retention” revisited: the role of
// duration dependence", Journal of Interactive Marketing 43. It assumes:
//
//   - a customer survives t periods with probability (1−θ)^(t^c): her own chance
//     to leave falls with time for C < 1, rises for C > 1, and stays for C = 1, which
//     is SBG;
//   - θ differs between customers as a beta law of Gamma and Delta.
type BdW struct{ Gamma, Delta, C float64 }

// Name returns "BdW".
func (m BdW) Name() string { return "BdW" }

// Params returns γ, δ, c.
func (m BdW) Params() []float64 { return []float64{m.Gamma, m.Delta, m.C} }

// Survival returns B(γ, δ+t^c)/B(γ, δ): equation 5 of the paper.
func (m BdW) Survival(t int) float64 { return numeric.Exp(m.logSurvival(t)) }

func (m BdW) logSurvival(t int) float64 {
	if t <= 0 {
		return 0
	}
	weight := numeric.Pow(float64(t), m.C)
	if weight > math.MaxFloat64 {
		return math.Inf(-1)
	}
	return numeric.LogBeta(m.Gamma, m.Delta+weight) - numeric.LogBeta(m.Gamma, m.Delta)
}

// Retention returns S(t)/S(t−1), 0 where nobody is left to ask.
func (m BdW) Retention(t int) float64 {
	now := m.logSurvival(t)
	if math.IsInf(now, -1) {
		return 0
	}
	return numeric.Exp(now - m.logSurvival(t-1))
}

// DERL has no closed form and is summed up.
func (m BdW) DERL(n int, rate float64) float64 { return expectedResidual(m, n, rate) }

// bdwMinus is the likelihood. Those lost in a period add ln S + ln(1 − e^Δ) with the
// step Δ of ln S, never a difference of survivals.
func bdwMinus(t *Tenures) numeric.Objective {
	return numeric.JetObjective(func(p []numeric.Jet) numeric.Jet {
		gamma, delta, c := p[0], p[1], p[2]
		all := numeric.JetLogBeta(gamma, delta)
		sum, before := numeric.Constant(0), numeric.Constant(0)
		for k, lost := range t.Lost {
			weight := c.Times(numeric.Log(float64(k + 1))).Exp()
			now := numeric.JetLogBeta(gamma, delta.Plus(weight)).Minus(all)
			if step := now.Minus(before); lost > 0 {
				sum = sum.Plus(before.Plus(step.LogOneMinusExp()).Times(lost))
			}
			if n := t.watched(k); n != 0 {
				sum = sum.Plus(now.Times(n))
			}
			before = now
		}
		return sum
	})
}
