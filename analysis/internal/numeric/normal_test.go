package numeric

import (
	"math"
	"testing"
)

func TestNormalQuantile(t *testing.T) {
	points := []point{
		{1e-300, -37.047096299361199237}, {0.025, -Z95}, {0.07, -1.4757910281791706856}, {0.075, -1.4395314709384559349},
		{0.1, -1.2815515655446004353}, {0.25, -0.6744897501960817432}, {0.4999, -0.00025066283008800749239}, {0.5, 0}, {0.975, Z95},
		{1e-10, -6.3613409024040561991}, {0.0001, -3.7190164854556805523},
	}
	checkPoints(t, "NormalQuantile", NormalQuantile, 1e-15, points)
	checkLimits(t, "NormalQuantile", NormalQuantile, []point{{0, math.Inf(-1)}, {1, math.Inf(1)}})
	for _, p := range []float64{-0.1, 1.1} {
		if v := NormalQuantile(p); v == v {
			t.Errorf("NormalQuantile(%v) = %v", p, v)
		}
	}
}

// Φ is math.Erfc here: exact enough to test with, though not the same bits on
// every machine.
func TestNormalQuantileInvertsPhi(t *testing.T) {
	for p := 1e-12; p < 0.5; p *= 1.5 {
		z := NormalQuantile(p)
		relative(t, "Φ(z)", math.Erfc(-z/math.Sqrt2)/2, p, 1e-13)
		if up := NormalQuantile(1 - p); p > 1e-3 && math.Abs(up+z) > 1e-12 {
			t.Errorf("NormalQuantile(1-%v) = %v, want %v", p, up, -z)
		}
	}
}

// Newcombe (1998), "Two-sided confidence intervals for the single proportion",
// table I, method 3.
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718},
	} {
		low, high := Wilson(c.k, c.n, Z95)
		if math.Abs(low-c.low) > 5e-5 || math.Abs(high-c.high) > 5e-5 {
			t.Errorf("Wilson(%d, %d) = %.4f, %.4f, want %v, %v", c.k, c.n, low, high, c.low, c.high)
		}
	}
	if low, high := Wilson(7, 7, Z95); high != 1 || low < 0.6 {
		t.Errorf("Wilson(7, 7) = %v, %v", low, high)
	}
	if low, _ := Wilson(0, 0, Z95); low == low {
		t.Errorf("Wilson(0, 0) = %v", low)
	}
}
