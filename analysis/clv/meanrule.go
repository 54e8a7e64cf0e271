package clv

import "churnbench/analysis/internal/numeric"

// A meanRule takes means over p ~ Beta(a, b), a, b > 0.
type meanRule struct {
	a, b float64
	rule *numeric.BetaRule
	lean bool // rule is of Beta(a+1, b+1)
}

func newMeanRule(a, b float64) *meanRule {
	r := &meanRule{a: a, b: b, lean: min(a, b) < 1.5}
	if r.lean {
		a, b = a+1, b+1
	}
	r.rule = numeric.NewBetaRule(a, b)
	return r
}

// mean returns E g(p) by quadrature; atZero is g(0). Where the law crowds at an
// end, the chord of g is taken exactly and the rule sees the rest divided by
// p(1−p), under Beta(a+1, b+1), which does not crowd.
func (r *meanRule) mean(atZero float64, g func(p float64) float64) float64 {
	if !r.lean {
		return r.rule.Mean(func(p, _ float64) float64 { return g(p) })
	}
	atOne, n := g(1), r.a+r.b
	rest := r.rule.Mean(func(p, q float64) float64 {
		return (g(p) - float64(atZero*q) - float64(atOne*p)) / float64(p*q)
	})
	return (float64(atZero*r.b)+float64(atOne*r.a))/n + float64(r.a*r.b/(n*(n+1))*rest)
}
