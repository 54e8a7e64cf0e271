package numeric

import "math"

// A BetaRule integrates against a beta law: E f(p) ≈ Σ W[i]·f(P[i]). Q[i] is
// 1 − P[i] without cancellation.
type BetaRule struct{ P, Q, W []float64 }

// NewBetaRule returns a rule for p ~ Beta(a, b), a, b ≥ ½, that is exact to
// rounding (1e-14) for functions smooth on the scale of logit p, such as
// powers of 1 + c·p.
//
// It is the trapezoidal rule in u = logit p, whose error falls as e^(−2πd/h) for
// a function that stays small within a distance d of the real axis: here d = π/2
// (further out (1+e^u)^−b explodes for large b), and h = ¼ gives e^−39. A
// concentrated law takes a smaller step. Nodes are taken on both sides of the
// mode until the density has dropped by e^−40.
// Trefethen and Weideman (2014), "The exponentially convergent trapezoidal rule".
func NewBetaRule(a, b float64) *BetaRule {
	mode := Log(a / b)
	step := float64(0.25 * min(1, math.Sqrt(1/a+1/b)))
	top := betaLogDensity(a, b, mode)
	rule := new(BetaRule)
	rule.march(a, b, mode, step, top)
	rule.march(a, b, mode-step, -step, top)
	total := Total(rule.W)
	for i := range rule.W {
		rule.W[i] /= total
	}
	return rule
}

// march adds nodes from u on, in steps, until their weight vanishes.
func (r *BetaRule) march(a, b, u, step, top float64) {
	for ; ; u += step {
		drop := betaLogDensity(a, b, u) - top
		if drop < -40 {
			return
		}
		e := Exp(-math.Abs(u))
		big, small := 1/(1+e), e/(1+e)
		if u < 0 {
			big, small = small, big
		}
		r.P = append(r.P, big)
		r.Q = append(r.Q, small)
		r.W = append(r.W, Exp(drop))
	}
}

// betaLogDensity returns a ln p + b ln(1−p) at logit p = u.
func betaLogDensity(a, b, u float64) float64 {
	tail := Log1p(Exp(-math.Abs(u)))
	return float64(min(a*u, 0)) - float64(max(b*u, 0)) - float64((a+b)*tail)
}

// Mean returns E f(p).
func (r *BetaRule) Mean(f func(p, q float64) float64) float64 {
	var sum Sum
	for i, w := range r.W {
		sum.Add(float64(w * f(r.P[i], r.Q[i])))
	}
	return sum.Value()
}
