package clv

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// BGNBD is the beta-geometric/NBD model of Fader, Hardie and Lee (2005),
// "Counting your customers the easy way", Marketing Science 24(2). It assumes:
//
//   - while active, a customer buys at random with a rate λ of her own
//     (Poisson), and rates differ between customers as a gamma law of shape R and
//     rate Alpha (in weeks);
//   - after each repeat purchase she lapses for good with a probability p of her
//     own, and these differ as a beta law of A and B;
//   - λ and p are independent.
//
// She can lapse only after a purchase, and the first one does not count: so
// P(alive) of a one-time buyer is 1 by construction.
type BGNBD struct{ R, Alpha, A, B float64 }

// deadOverAlive returns the log odds of having lapsed for x > 0.
// Equation 8 of Fader, Hardie and Lee (2008), note 021, has its exponential.
func (m BGNBD) deadOverAlive(x int, tx, t float64) float64 {
	s, n := m.R+float64(x), float64(x)
	idle := numeric.Log1p((t - tx) / (m.Alpha + tx))
	return float64(s*idle) + numeric.Log(m.A/(m.B+n-1))
}

// Alive returns P(alive) of a customer with x repeat purchases, the last at
// age tx, at age t, in weeks.
func (m BGNBD) Alive(x int, tx, t float64) float64 {
	if x == 0 {
		return 1
	}
	return logistic(-m.deadOverAlive(x, tx, t))
}

// logistic returns 1/(1+e^−u) without overflow.
func logistic(u float64) float64 {
	if u < 0 {
		e := numeric.Exp(u)
		return e / (1 + e)
	}
	return 1 / (1 + numeric.Exp(-u))
}

// Expected returns the purchases that a new customer makes within t weeks of
// the first one: equation 9 of the paper.
func (m BGNBD) Expected(t float64) float64 { return m.future(0).purchases(0, t) }

// Name returns "BG/NBD".
func (m BGNBD) Name() string { return nameBGNBD }

// Params returns r, α, a, b.
func (m BGNBD) Params() []float64 { return []float64{m.R, m.Alpha, m.A, m.B} }

// DERT is by quadrature, see future.discounted.
func (m BGNBD) DERT(x int, tx, age, delta float64) float64 { return dert(m, x, tx, age, delta) }

func (m BGNBD) living(x int) living { return m.future(x) }

// LogLikelihood is equation 6 of the paper, see bgLikelihood.
func (m BGNBD) LogLikelihood(x int, tx, age float64) float64 {
	if x == 0 {
		return m.logCount(0, age)
	}
	return m.logCount(x, age) + softplus(m.deadOverAlive(x, tx, age))
}

// logCount returns the log-likelihood of x purchases by a customer still alive.
func (m BGNBD) logCount(x int, age float64) float64 {
	c := newCountTerms(m)
	c.advance(x)
	return c.terms.value - float64((m.R+float64(x))*numeric.Log1p(age/m.Alpha))
}

// softplus returns ln(1+e^u) without overflow.
func softplus(u float64) float64 { return max(u, 0) + numeric.Log1p(numeric.Exp(-math.Abs(u))) }

// ExpectedGiven returns the purchases to expect within the next t weeks of a
// customer with x repeat purchases, the last at age tx, who is now of the given
// age: equation 10 of the paper.
func (m BGNBD) ExpectedGiven(x int, tx, age, t float64) float64 {
	return m.Alive(x, tx, age) * m.future(x).purchases(age, t)
}

// PMF returns the probability of exactly n repeat purchases within t weeks:
// equation 7 of the paper.
func (m BGNBD) PMF(n int, t float64) float64 {
	if t <= 0 {
		if n == 0 {
			return 1
		}
		return 0
	}
	x := float64(n)
	buy := -numeric.Log1p(m.Alpha / t)   // ln t/(α+t)
	quiet := -numeric.Log1p(t / m.Alpha) // ln α/(α+t)
	stay := numeric.LogBeta(m.A, m.B+x) - numeric.LogBeta(m.A, m.B)
	if n == 0 {
		return numeric.Exp(float64(m.R * quiet))
	}
	alive := stay + logNBD(m.R, x, quiet, buy)
	lapsed := numeric.Log(m.A/(m.B+x-1)) + stay
	return numeric.Exp(alive) + float64(numeric.Exp(lapsed)*m.atLeast(n, quiet, buy))
}

// logNBD returns the log probability of j events under the negative binomial
// law: Γ(r+j)/(Γ(r)·j!)·(α/(α+t))^r·(t/(α+t))^j, with logs of the last two bases.
func logNBD(r, j, quiet, buy float64) float64 {
	coefficient := 0.0
	if j > 0 {
		coefficient = -numeric.LogBeta(r, j+1) - numeric.Log(r+j)
	}
	return coefficient + float64(r*quiet) + float64(j*buy)
}

// atLeast returns the negative binomial probability of n events or more, summed
// from the side that does not cancel.
func (m BGNBD) atLeast(n int, quiet, buy float64) float64 {
	q := numeric.Exp(buy)
	below, term := 0.0, numeric.Exp(float64(m.R*quiet))
	for j := range n {
		below += term
		term *= (m.R + float64(j)) / float64(j+1) * q
	}
	if below < 0.5 || q > 0.99 {
		return max(0, 1-below)
	}
	above := 0.0
	for j := n; term > 1e-17*above; j++ {
		above += term
		term *= (m.R + float64(j)) / float64(j+1) * q
	}
	return above
}

// A future answers for customers with x repeat purchases, given that they are
// alive. What does not depend on their age is computed once.
type future struct {
	BGNBD
	x     float64
	terms []float64 // coefficients of the series, as many as were needed
	rule  *meanRule // for where the series is no good
}

func (m BGNBD) future(x int) *future { return &future{BGNBD: m, x: float64(x)} }

// purchases returns the expected number of purchases within the next t weeks of
// a customer alive at the given age: E (1 − e^(−λpt))/p, with λ ~ Gamma(r+x, α+age)
// and p ~ Beta(a, b+x).
func (f *future) purchases(age, t float64) float64 {
	if t <= 0 {
		return 0
	}
	q := t / (f.Alpha + age)
	if v, ok := f.series(q); ok {
		return v
	}
	if v, ok := f.rare(q); ok {
		return v
	}
	return f.integral(q)
}

// maxTerms bounds the series; it is a matter of speed only.
const maxTerms = 600

// series sums the closed form: with z = q/(1+q), c = a+b+x−1, ε = a−1 and
// β = a+b−1−r, Euler's transformation of the paper's hypergeometric function gives
//
//	c/ε·[1 − (1−z)^ε·₂F₁(ε, β; c; z)]
//
// and taking the leading 1 out of both factors, (1−z)^ε = 1 + ε·M and
// ₂F₁ = 1 + ε·S/c, leaves −(M·(c + ε·S) + S): neither a = 1 nor c = 0 (x = 0,
// a+b = 1) is special, and c < 0 does no harm. ok is false where the sum would
// be long or would cancel.
func (f *future) series(q float64) (v float64, ok bool) {
	z, logRest := q/(1+q), -numeric.Log1p(q) // ln(1−z)
	eps, c, beta := f.A-1, f.A+f.B+f.x-1, f.A+f.B-1-f.R
	if z > 0.97 || math.Abs(float64(eps*logRest)) > 8 || c > 1e3*(f.R+f.x) || float64(beta*z) < -4 {
		return 0, false
	}
	m := logRest
	if eps != 0 {
		m = numeric.Expm1(float64(eps*logRest)) / eps
	}
	s, power := 0.0, 1.0
	for n := 0; ; n++ {
		if n == len(f.terms) && !f.addTerm() {
			return 0, false
		}
		power *= z
		term := float64(f.terms[n] * power)
		s += term
		if math.Abs(term) <= 1e-17*math.Abs(s) {
			break
		}
	}
	return -(float64(m*(c+float64(eps*s))) + s), true
}

// addTerm appends the next coefficient of S, (ε+1)ₙ₋₁(β)ₙ/((c+1)ₙ₋₁·n!).
func (f *future) addTerm() bool {
	n := float64(len(f.terms))
	beta := f.A + f.B - 1 - f.R
	switch {
	case n == 0:
		f.terms = append(f.terms, beta)
		return true
	case n >= maxTerms:
		return false
	}
	ratio := (f.A - 1 + n) / (f.A + f.B + f.x - 1 + n) * ((beta + n) / (n + 1))
	f.terms = append(f.terms, f.terms[len(f.terms)-1]*ratio)
	return true
}

// rare expands in the moments of p, for customers who hardly ever lapse:
//
//	Σ (−1)ᵏ·(r+x)ₖ₊₁/(k+1)!·qᵏ⁺¹·E pᵏ
//
// The sum need not converge, but errs by less than the first term left out: the
// Taylor polynomials of (1+pq)^−(r+x) enclose it. ok is false where no term
// gets small enough, or where the sum would cancel.
func (f *future) rare(q float64) (v float64, ok bool) {
	s, n := f.R+f.x, f.A+f.B+f.x
	term := float64(s * q)
	for k := 0.0; k < 16; k++ {
		v += term
		shrink := (s + k + 1) / (k + 2) * q * ((f.A + k) / (n + k))
		if shrink > 0.1 {
			return 0, false
		}
		if term *= -shrink; math.Abs(term) <= 1e-17*v {
			return v, true
		}
	}
	return 0, false
}

// integral takes the expectation over p: after λ has been integrated out,
// (1 − (1+pq)^−(r+x))/p is left.
func (f *future) integral(q float64) float64 {
	s := f.R + f.x
	return f.overLapse(float64(s*q), func(p float64) float64 {
		return -numeric.Expm1(-float64(s*numeric.Log1p(float64(p*q)))) / p
	})
}

// overLapse returns E g(p), p ~ Beta(a, b+x); atZero is g(0).
func (f *future) overLapse(atZero float64, g func(p float64) float64) float64 {
	if f.rule == nil {
		f.rule = newMeanRule(f.A, f.B+f.x)
	}
	return f.rule.mean(atZero, g)
}

// discounted returns all purchases that a customer alive at the given age will
// still make, discounted at delta a week: λ/(δ+λp) in expectation. Over
// λ ~ Gamma(n, A), n = r+x, A = α+age, that is
//
//	∫ e^(−δt)·n·Aⁿ/(A+pt)ⁿ⁺¹ dt = n/p·e^z·E_(n+1)(z), z = δA/p
//
// with the generalised exponential integral; over p it is taken by quadrature.
func (f *future) discounted(age, delta float64) float64 {
	n, scale := f.R+f.x, float64(delta*(f.Alpha+age))
	return f.overLapse(n/scale, func(p float64) float64 {
		return n / p * numeric.ExpIntegral(n+1, scale/p)
	})
}

// silence is that of a customer who cannot lapse but after a purchase.
func (f *future) silence(age, t float64) float64 { return quiet(f.R+f.x, f.Alpha+age, t) }
