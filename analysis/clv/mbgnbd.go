package clv

import "churnbench/analysis/internal/numeric"

// MBGNBD is the modified BG/NBD model of Batislam, Denizel and Filiztekin (2007),
// "Empirical validation and comparison of models for customer base analysis",
// International Journal of Research in Marketing 24(3), found independently by
// Hoppe and Wagner (2007), "Customer base analysis: the case for a central variant
// of the betageometric/NBD model", Marketing JRM 3(2). It assumes what BGNBD does,
// and that a customer may lapse right after the first purchase too, with the same
// probability p: P(alive) of a one-time buyer is not 1.
//
// The chance not to lapse at once, b/(a+b), turns p ~ Beta(a, b) into Beta(a, b+1),
// and from then on the customer is one of BG/NBD.
type MBGNBD struct{ R, Alpha, A, B float64 }

// Name returns "MBG/NBD".
func (m MBGNBD) Name() string { return nameMBGNBD }

// Params returns r, α, a, b.
func (m MBGNBD) Params() []float64 { return []float64{m.R, m.Alpha, m.A, m.B} }

// stayed returns the BG/NBD model of customers who did not lapse at once.
func (m MBGNBD) stayed() BGNBD { return BGNBD{m.R, m.Alpha, m.A, m.B + 1} }

// deadOverAlive returns the log odds of having lapsed, for any x.
func (m MBGNBD) deadOverAlive(x int, tx, age float64) float64 {
	n := float64(x)
	idle := numeric.Log1p((age - tx) / (m.Alpha + tx))
	return float64((m.R+n)*idle) + numeric.Log(m.A/(m.B+n))
}

// LogLikelihood is equation 8 of Batislam and others.
func (m MBGNBD) LogLikelihood(x int, tx, age float64) float64 {
	stay := -numeric.Log1p(m.A / m.B)
	return stay + m.stayed().logCount(x, age) + softplus(m.deadOverAlive(x, tx, age))
}

// Alive returns P(alive).
func (m MBGNBD) Alive(x int, tx, age float64) float64 { return logistic(-m.deadOverAlive(x, tx, age)) }

// Expected returns E X(t).
func (m MBGNBD) Expected(t float64) float64 {
	return m.B / (m.A + m.B) * m.stayed().Expected(t)
}

// ExpectedGiven returns the purchases to expect within the next t weeks.
func (m MBGNBD) ExpectedGiven(x int, tx, age, t float64) float64 { return given(m, x, tx, age, t) }

// PMF returns P(X(t) = n): alive after n purchases, or lapsed at the n-th.
func (m MBGNBD) PMF(n int, t float64) float64 {
	x := float64(n)
	stay := numeric.LogBeta(m.A, m.B+x) - numeric.LogBeta(m.A, m.B)
	lapsed := numeric.Exp(numeric.Log(m.A/(m.A+m.B+x)) + stay)
	alive := numeric.Exp(numeric.Log((m.B+x)/(m.A+m.B+x)) + stay)
	if t <= 0 {
		if n == 0 {
			return 1
		}
		return 0
	}
	buy, quiet := -numeric.Log1p(m.Alpha/t), -numeric.Log1p(t/m.Alpha)
	return float64(alive*numeric.Exp(logNBD(m.R, x, quiet, buy))) + float64(lapsed*m.stayed().atLeast(n, quiet, buy))
}

// DERT is by quadrature, see future.discounted.
func (m MBGNBD) DERT(x int, tx, age, delta float64) float64 { return dert(m, x, tx, age, delta) }

func (m MBGNBD) living(x int) living { return m.stayed().future(x) }
