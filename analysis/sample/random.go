package sample

import (
	"math"
	"math/rand/v2"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A source draws random numbers that are the same on every platform: it uses
// no function of package math whose last bit differs between them.
type source struct{ *rand.Rand }

func newSource(seed uint64) source {
	return source{rand.New(rand.NewPCG(seed, 0x6368757262656e63))}
}

// exponential draws a waiting time at a rate above 0.
func (s source) exponential(rate float64) float64 {
	return -numeric.Log(1-s.Float64()) / rate
}

// geometric draws the number of days until the first on which something
// happens that happens on each with probability p, 0 < p < 1.
func (s source) geometric(p float64) analysis.Day {
	days := s.exponential(-numeric.Log1p(-p))
	return 1 + analysis.Day(min(days, 1e6)) // cut far beyond any sample's window
}

// normal draws from the standard normal distribution by Marsaglia's polar
// method; the second of each pair is thrown away, which keeps a source free of
// state.
func (s source) normal() float64 {
	for {
		u, v := 2*s.Float64()-1, 2*s.Float64()-1
		if q := float64(u*u) + float64(v*v); q > 0 && q < 1 {
			return u * math.Sqrt(-2*numeric.Log(q)/q)
		}
	}
}

// gamma draws from the gamma distribution with mean shape/rate. Marsaglia and
// Tsang (2000), "A simple method for generating gamma variables", with their
// boost for shapes below 1.
func (s source) gamma(shape, rate float64) float64 {
	if shape < 1 {
		u := 1 - s.Float64()
		return s.gamma(shape+1, rate) * numeric.Exp(numeric.Log(u)/shape)
	}
	d := shape - 1./3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.normal()
		v := 1 + float64(c*x)
		if v <= 0 {
			continue
		}
		v = v * v * v
		u := 1 - s.Float64()
		if numeric.Log(u) < float64(x*x)/2+float64(d*(1-v+numeric.Log(v))) {
			return d * v / rate
		}
	}
}

// beta draws from the beta distribution with mean a/(a+b).
func (s source) beta(a, b float64) float64 {
	x, y := s.gamma(a, 1), s.gamma(b, 1)
	return x / (x + y)
}

// chance is true with probability p.
func (s source) chance(p float64) bool { return s.Float64() < p }
