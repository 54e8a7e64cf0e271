package sample

import (
	"math"
	"testing"
)

// TestDraws compares means and variances of 200,000 draws with those of the
// distributions, within five standard errors.
func TestDraws(t *testing.T) {
	const n = 200_000
	rng := newSource(7)
	for _, c := range []struct {
		name           string
		draw           func() float64
		mean, variance float64
		kurtosis       float64 // fourth central moment ÷ variance², for the error of the variance
	}{
		{"exponential 2", func() float64 { return rng.exponential(2) }, 0.5, 0.25, 9},
		{"geometric 0.2", func() float64 { return float64(rng.geometric(0.2)) }, 5, 20, 9 + 0.04/0.8},
		{"normal", rng.normal, 0, 1, 3},
		{"gamma 0.3, 2", func() float64 { return rng.gamma(0.3, 2) }, 0.15, 0.075, 3 + 6/0.3},
		{"gamma 5, 0.5", func() float64 { return rng.gamma(5, 0.5) }, 10, 20, 3 + 6./5},
		{"beta 0.8, 3", func() float64 { return rng.beta(0.8, 3) }, 0.8 / 3.8, 0.8 * 3 / (3.8 * 3.8 * 4.8), 5},
	} {
		sum, sum2 := 0.0, 0.0
		for range n {
			v := c.draw() - c.mean
			sum, sum2 = sum+v, sum2+v*v
		}
		if off := sum / n; math.Abs(off) > 5*math.Sqrt(c.variance/n) {
			t.Errorf("%s: mean %v, want %v", c.name, c.mean+off, c.mean)
		}
		if v := sum2 / n; math.Abs(v-c.variance) > 5*c.variance*math.Sqrt((c.kurtosis-1)/n) {
			t.Errorf("%s: variance %v, want %v", c.name, v, c.variance)
		}
	}
}
