package clv

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// ParetoNBD is the model of Schmittlein, Morrison and Colombo (1987), "Counting
// your customers: who are they and what will they do next?", Management Science
// 33(1), with the formulas of Fader and Hardie (2005), "A note on deriving the
// Pareto/NBD model and related expressions", note 009. It assumes:
//
//   - while active, a customer buys at random with a rate λ of her own
//     (Poisson), and rates differ between customers as a gamma law of shape R and
//     rate Alpha (in weeks);
//   - she lapses at random at any time, bought or not, with a rate μ of her own,
//     and these differ as a gamma law of shape S and rate Beta (in weeks);
//   - λ and μ are independent.
type ParetoNBD struct{ R, Alpha, S, Beta float64 }

// Name returns "Pareto/NBD".
func (m ParetoNBD) Name() string { return nameParetoNBD }

// Params returns r, α, s, β.
func (m ParetoNBD) Params() []float64 { return []float64{m.R, m.Alpha, m.S, m.Beta} }

// LogLikelihood returns ln of
//
//	Γ(r+x)/(Γ(r)·α^x) · (1+T/α)^−(r+x) · (1+T/β)^−s · (1+e^d)
//
// where e^d is the odds of having lapsed. It is equation 18 of the note, with the
// integral over the time of lapse in the place of hypergeometric functions.
func (m ParetoNBD) LogLikelihood(x int, tx, age float64) float64 {
	nbd := NBD{m.R, m.Alpha}.LogLikelihood(x, tx, age)
	return nbd - float64(m.S*numeric.Log1p(age/m.Beta)) + softplus(m.deadOverAlive(x, tx, age))
}

// Alive returns P(alive).
func (m ParetoNBD) Alive(x int, tx, age float64) float64 {
	return logistic(-m.deadOverAlive(x, tx, age))
}

// deadOverAlive returns the log odds d of having lapsed since tx,
//
//	e^d = ∫ s/(β+u)·((α+T)/(α+u))^(r+x)·((β+T)/(β+u))^s du, t_x < u < T
//
// −Inf for tx = T.
func (m ParetoNBD) deadOverAlive(x int, tx, age float64) float64 {
	if !(age > tx) {
		return math.Inf(-1)
	}
	k := newLapse(m, m.R+float64(x), tx, age)
	sum := 0.0
	for i, w := range k.rule.W {
		sum += float64(w * k.at(k.rule.X[i]).weight)
	}
	return k.top + numeric.Log(sum)
}

// A lapse is the integral over the time u of lapse in [t_x, T], with its largest
// value taken out. In v = ln(min(α,β)+u) the integrand is smooth on the scale of
// 1 whatever the parameters and falls by e^−ρ a unit or faster, so that
// Gauss–Legendre up to where it has fallen by e^−45 is exact to rounding. u and the
// logarithms are counted from t_x, so that nothing is lost where α or β is large
// beside the times.
type lapse struct {
	ParetoNBD
	events            float64 // r+x
	gap               float64 // T − t_x
	from              float64 // min(α,β) + t_x
	reach             float64 // of v
	top               float64 // log of the factor taken out
	rule              *numeric.LegendreRule
	perAlpha, perBeta float64 // 1/(α+t_x), 1/(β+t_x)
	logAlpha, logBeta float64 // ln (α+T)/(α+t_x), ln (β+T)/(β+t_x)
}

func newLapse(m ParetoNBD, events, tx, age float64) lapse {
	k := lapse{
		ParetoNBD: m, events: events, gap: age - tx, from: min(m.Alpha, m.Beta) + tx,
		perAlpha: 1 / (m.Alpha + tx), perBeta: 1 / (m.Beta + tx),
	}
	k.reach = numeric.Log1p(k.gap / k.from)
	rate := float64(k.from*(float64(events*k.perAlpha)+float64((m.S+1)*k.perBeta))) - 1
	if float64(rate*k.reach) > 45 {
		k.reach = 45 / rate
	}
	k.rule = &numeric.Legendre32
	// Where α and β differ the rate grows along the way, to no more than this.
	switch fall := float64((events + m.S) * k.reach); {
	case fall < 2.5 && k.reach < 1:
		k.rule = &numeric.Legendre8
	case fall < 7 && k.reach < 2.5:
		k.rule = &numeric.Legendre12
	case fall < 10 && k.reach < 3:
		k.rule = &numeric.Legendre16
	}
	k.logAlpha, k.logBeta = numeric.Log1p(float64(k.gap*k.perAlpha)), numeric.Log1p(float64(k.gap*k.perBeta))
	k.top = float64(events*k.logAlpha) + float64(m.S*k.logBeta)
	k.top += numeric.Log(float64(m.S * float64(k.from*float64(k.reach*k.perBeta))))
	return k
}

// A lapseNode is the integrand at one time u: its weight, e^−top times the
// integrand, and ln (α+T)/(α+u), ln (β+T)/(β+u), 1/(α+u), 1/(β+u).
type lapseNode struct{ weight, a, b, inverseA, inverseB float64 }

// at returns the integrand at a share of the reach. One of the two logarithms is v.
func (k *lapse) at(share float64) lapseNode {
	v := float64(k.reach * share)
	grown := numeric.Expm1(v) // (u−t_x)/from
	since := float64(k.from * grown)
	growA, growB := float64(since*k.perAlpha), float64(since*k.perBeta)
	a, b := v, v // ln (α+u)/(α+t_x), ln (β+u)/(β+t_x)
	if k.Alpha > k.Beta {
		a = numeric.Log1p(growA)
	} else {
		b = numeric.Log1p(growB)
	}
	shrinkB := 1 / (1 + growB)
	return lapseNode{
		weight: float64(numeric.Exp(-float64(k.events*a)-float64(k.S*b)) * float64((1+grown)*shrinkB)),
		a:      k.logAlpha - a, b: k.logBeta - b,
		inverseA: k.perAlpha / (1 + growA), inverseB: float64(k.perBeta * shrinkB),
	}
}

// Expected returns E X(t): equation 17 of the note.
func (m ParetoNBD) Expected(t float64) float64 { return m.living(0).purchases(0, t) }

// ExpectedGiven returns the purchases to expect within the next t weeks: equation
// 22 of the note.
func (m ParetoNBD) ExpectedGiven(x int, tx, age, t float64) float64 { return given(m, x, tx, age, t) }

// PMF returns P(X(t) = n): n purchases by t if alive then, else by the time of
// lapse, over which a quadrature as for a lapse goes. Fader and Hardie (2006),
// "Deriving an expression for P(X(t) = x) under the Pareto/NBD model", note 012.
func (m ParetoNBD) PMF(n int, t float64) float64 {
	if t <= 0 {
		return nbd(m.R, m.Alpha, n, t)
	}
	alive := numeric.Exp(-float64(m.S * numeric.Log1p(t/m.Beta)))
	least := min(m.Alpha, m.Beta)
	reach := numeric.Log1p(t / least)
	lapsed := numeric.Legendre32.Integrate(0, reach, 1+int(2*reach), func(v float64) float64 {
		u := float64(least * numeric.Expm1(v))
		density := numeric.Exp(-float64(m.S*numeric.Log1p(u/m.Beta))) * m.S / (m.Beta + u)
		return nbd(m.R, m.Alpha, n, u) * float64(density*(least+u))
	})
	return float64(alive*nbd(m.R, m.Alpha, n, t)) + lapsed
}

// DERT has a closed form: P(alive)·(r+x)(β+T)/(α+T)·e^z·E_s(z), z = δ(β+T), with the
// generalised exponential integral, or Tricomi's function: Fader, Hardie and Lee
// (2005), "RFM and CLV: using iso-value curves for customer base analysis",
// Journal of Marketing Research 42(4), equation 2.
func (m ParetoNBD) DERT(x int, tx, age, delta float64) float64 { return dert(m, x, tx, age, delta) }

func (m ParetoNBD) living(x int) living { return paretoLiving{m, m.R + float64(x)} }

// paretoLiving is alive with λ ~ Gamma(events, α+age), μ ~ Gamma(s, β+age).
type paretoLiving struct {
	ParetoNBD
	events float64
}

// purchases returns E λ(1 − e^(−μt))/μ: with l = ln(1 + t/(β+age)), the mean rate
// times (β+age)·(1 − e^(−(s−1)l))/(s−1), in which s = 1 is not special.
func (p paretoLiving) purchases(age, t float64) float64 {
	if t <= 0 {
		return 0
	}
	l := numeric.Log1p(t / (p.Beta + age))
	active := l
	if s := p.S - 1; s != 0 {
		active = -numeric.Expm1(-float64(s*l)) / s
	}
	return p.perRate(age) * active
}

func (p paretoLiving) discounted(age, delta float64) float64 {
	return p.perRate(age) * numeric.ExpIntegral(p.S, float64(delta*(p.Beta+age)))
}

func (p paretoLiving) perRate(age float64) float64 {
	return p.events * (p.Beta + age) / (p.Alpha + age)
}

// silence is that of a newcomer with the laws of λ and μ as the past has left them.
func (p paretoLiving) silence(age, t float64) float64 {
	return ParetoNBD{p.events, p.Alpha + age, p.S, p.Beta + age}.PMF(0, t)
}
