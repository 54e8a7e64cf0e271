package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// An RMST is a restricted mean survival time with its interval: how long customers
// stay on average within the first Tau.
type RMST struct {
	Tau, Mean, SE, Low, High float64
}

// Restricted returns the restricted mean of a curve within tau, at the curve's
// level; all but Tau are NaN where the curve is not known up to tau.
func (c *Curve) Restricted(tau float64) RMST {
	mean, se := c.RMST(tau)
	w := float64(normal(c.Level) * se)
	return RMST{tau, mean, se, max(0, mean-w), min(tau, mean+w)}
}

// A Difference is what the restricted mean of group A is above that of group B. It
// needs no proportional hazards: it compares areas under the curves as they are
// (Royston and Parmar 2013, BMC Medical Research Methodology 13:152).
type Difference struct {
	A, B                      int // groups
	Difference, SE, Low, High float64
	P                         float64 // of no difference, two-sided, by the normal law
}

// difference compares two groups, whose customers are not the same.
func difference(a, b int, of []RMST, level float64) Difference {
	d := Difference{A: a, B: b, Difference: of[a].Mean - of[b].Mean}
	d.SE = math.Sqrt(float64(of[a].SE*of[a].SE) + float64(of[b].SE*of[b].SE))
	w := float64(normal(level) * d.SE)
	d.Low, d.High = d.Difference-w, d.Difference+w
	d.P = twoSided(d.Difference / d.SE)
	return d
}

// twoSided returns the chance of a normal number further from 0 than z. Its square
// has a chi-square law with one degree of freedom, whose tail keeps its digits far
// out.
func twoSided(z float64) float64 { return numeric.ChiSquareTail(float64(z*z), 1) }
