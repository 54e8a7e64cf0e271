package clv

import "churnbench/analysis/internal/numeric"

// NBD is the negative binomial model of Ehrenberg (1959), "The pattern of
// consumer purchases", Applied Statistics 8(1), the baseline of all others. It
// assumes:
//
//   - a customer buys at random with a rate λ of her own (Poisson), and rates
//     differ between customers as a gamma law of shape R and rate Alpha;
//   - nobody ever lapses.
//
// So P(alive) is 1, and what a lapsing model adds is seen beside it.
type NBD struct{ R, Alpha float64 }

// Name returns "NBD".
func (m NBD) Name() string { return nameNBD }

// Params returns r, α.
func (m NBD) Params() []float64 { return []float64{m.R, m.Alpha} }

// LogLikelihood returns ln Γ(r+x)/(Γ(r)·α^x) − (r+x) ln(1+T/α); tx does not matter.
func (m NBD) LogLikelihood(x int, _, age float64) float64 {
	v := 0.0
	for i := range x {
		v += numeric.Log((m.R + float64(i)) / m.Alpha)
	}
	return v - float64((m.R+float64(x))*numeric.Log1p(age/m.Alpha))
}

// Alive returns 1.
func (m NBD) Alive(int, float64, float64) float64 { return 1 }

// Expected returns rt/α.
func (m NBD) Expected(t float64) float64 { return m.living(0).purchases(0, t) }

// ExpectedGiven returns t(r+x)/(α+T): the customer's rate, shrunk to everybody's.
func (m NBD) ExpectedGiven(x int, _, age, t float64) float64 {
	return m.living(x).purchases(age, t)
}

// PMF returns the negative binomial probability of n.
func (m NBD) PMF(n int, t float64) float64 { return nbd(m.R, m.Alpha, n, t) }

// nbd returns the negative binomial probability of n events within t.
func nbd(r, alpha float64, n int, t float64) float64 {
	if t <= 0 {
		if n == 0 {
			return 1
		}
		return 0
	}
	return numeric.Exp(logNBD(r, float64(n), -numeric.Log1p(t/alpha), -numeric.Log1p(alpha/t)))
}

// DERT returns (r+x)/((α+T)·δ).
func (m NBD) DERT(x int, tx, age, delta float64) float64 { return dert(m, x, tx, age, delta) }

func (m NBD) living(x int) living { return steady{m.R + float64(x), m.Alpha} }

// steady buys for ever, at a rate of mean shape/(α+age).
type steady struct{ shape, alpha float64 }

func (s steady) purchases(age, t float64) float64 {
	return float64(s.shape/(s.alpha+age)) * max(t, 0)
}

func (s steady) discounted(age, delta float64) float64 {
	return s.shape / (s.alpha + age) / delta
}

func (s steady) silence(age, t float64) float64 { return quiet(s.shape, s.alpha+age, t) }

// nbdMinus is a likelihood over the rows' distinct (x, T).
func nbdMinus(rows *Rows) numeric.Objective {
	blocks := blocksOf(rows)
	return func(p *numeric.Point) {
		params := exps(p.Theta)
		var t nbdTerms
		for _, k := range blocks {
			t.add(rows, NBD{params[0], params[1]}, k)
		}
		p.Value = t.value
		copy(p.Gradient, []float64{t.r, t.alpha})
		copy(p.Hessian.A, []float64{t.rr, 0, t.rAlpha, t.alphaAlpha})
		toLogScale(p, params)
	}
}

// nbdTerms are the value and the derivatives by r and α. What depends on x alone
// is a running sum up to x.
type nbdTerms struct {
	value, r, alpha, rr, rAlpha, alphaAlpha float64
	x                                       int
	count, psi, psi1                        float64 // Σ ln (r+i)/α, Σ 1/(r+i), Σ 1/(r+i)²
}

func (t *nbdTerms) add(rows *Rows, m NBD, k block) {
	for ; t.x < k.x; t.x++ {
		i := m.R + float64(t.x)
		t.count += numeric.Log(i / m.Alpha)
		t.psi += 1 / i
		t.psi1 += 1 / float64(i*i)
	}
	var logs, shares, squares float64 // of ages, as in bgLikelihood.addAge
	for i := k.from; i < k.to; {
		age, n := rows.T[i], 0.0
		for ; i < k.to && rows.T[i] == age; i++ {
			n += rows.N[i]
		}
		weeks := rows.Weeks(age)
		share := weeks / (m.Alpha + weeks)
		logs += float64(n * numeric.Log1p(weeks/m.Alpha))
		shares += float64(n * share)
		squares += float64(n * float64(share*(2-share)))
	}
	events, bought := m.R+float64(k.x), float64(k.n*float64(k.x))
	t.value += float64(k.n*t.count) - float64(events*logs)
	t.r += float64(k.n*t.psi) - logs
	t.rr -= float64(k.n * t.psi1)
	t.alpha += (float64(events*shares) - bought) / m.Alpha
	t.rAlpha += shares / m.Alpha
	t.alphaAlpha += (bought - float64(events*squares)) / float64(m.Alpha*m.Alpha)
}

// nbdStarts have r/α at the rate.
func nbdStarts(t ratio) [][]float64 {
	rate := t.rate()
	return [][]float64{{0.5, 0.5 / rate}, {0.1, 0.1 / rate}, {3, 3 / rate}}
}
