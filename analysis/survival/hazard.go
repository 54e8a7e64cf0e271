package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A Hazard is a cumulative hazard H(t): how many events a customer would have had
// by t who came back at risk after each one. Between entries it is flat, before the
// first it is 0.
type Hazard struct {
	Time      []float64 // ascending, those of the curve
	H, SE     []float64 // just after Time
	Low, High []float64 // on the scale of ln H, which keeps them above 0
}

// Ties says how events at the same time are taken.
type Ties string

// The ways to take ties. Cox regression knows all three, a Hazard the first two.
const (
	Efron   Ties = ""        // in a random order, one after the other
	Breslow Ties = "breslow" // as if none had left before the others
	Exact   Ties = "exact"   // time is truly discrete (Cox's own partial likelihood)
)

// Hazard estimates the cumulative hazard from a curve's counts. With Breslow each
// time adds d/n, with variance d/n² (Nelson 1969, Aalen 1978); with Efron the d
// events of one time leave one by one, 1/n + 1/(n−1) + …, with variance the sum of
// squares (Fleming and Harrington 1984). R's survfit calls these ctype 1 and 2.
func (c *Curve) Hazard(ties Ties) Hazard {
	k := len(c.Time)
	columns := make([]float64, 4*k)
	h := Hazard{c.Time, columns[:k:k], columns[k : 2*k : 2*k], columns[2*k : 3*k : 3*k], columns[3*k:]}
	z, sum, variance := normal(c.Level), 0.0, 0.0
	for i, d := range c.Events {
		for l := range d {
			n := float64(c.AtRisk[i])
			if ties == Efron {
				n -= float64(l)
			}
			sum += 1 / n
			variance += 1 / float64(n*n)
		}
		h.H[i], h.SE[i] = sum, math.Sqrt(variance)
		h.Low[i], h.High[i] = logBounds(sum, h.SE[i], z)
	}
	return h
}

// logBounds returns the interval of a v ≥ 0 on the scale of its logarithm; at 0
// there is nothing to be uncertain of.
func logBounds(v, se, z float64) (low, high float64) {
	if v == 0 {
		return 0, 0
	}
	w := numeric.Exp(z * se / v)
	return v / w, v * w
}

// At reads H, its standard error and interval at t, after the events of t itself;
// NaN beyond the last time.
func (h *Hazard) At(t float64) (v, se, low, high float64) {
	i := upTo(h.Time, t)
	switch {
	case i == 0:
		return 0, 0, 0, 0
	case i == len(h.Time) && t > h.Time[i-1]:
		return math.NaN(), math.NaN(), math.NaN(), math.NaN()
	}
	return h.H[i-1], h.SE[i-1], h.Low[i-1], h.High[i-1]
}
