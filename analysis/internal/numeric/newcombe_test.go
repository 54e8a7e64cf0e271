package numeric

import (
	"math"
	"testing"
)

// Newcombe (1998), "Interval estimation for the difference between independent
// proportions", Statistics in Medicine 17, table II, method 10.
func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		k1, n1, k2, n2 int
		low, high      float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{0, 10, 0, 10, -0.2775, 0.2775},
		{10, 10, 0, 20, 0.6791, 1},
		{10, 10, 0, 10, 0.6075, 1},
	} {
		low, high := Newcombe(c.k1, c.n1, c.k2, c.n2, Z95)
		if math.Abs(low-c.low) > 5e-5 || math.Abs(high-c.high) > 5e-5 {
			t.Errorf("%d of %d less %d of %d: %.4f to %.4f, want %v to %v", c.k1, c.n1, c.k2, c.n2, low, high, c.low, c.high)
		}
	}
	for _, n := range [][2]int{{0, 5}, {5, 0}} {
		if low, high := Newcombe(0, n[0], 0, n[1], Z95); low == low || high == high {
			t.Errorf("of %v customers: %v to %v, want nothing", n, low, high)
		}
	}
}

// Turned around, the difference changes its sign and its interval its ends.
func TestNewcombeTurnsAround(t *testing.T) {
	for k1 := range 8 {
		for k2 := range 12 {
			low, high := Newcombe(k1, 7, k2, 11, Z95)
			turnedLow, turnedHigh := Newcombe(k2, 11, k1, 7, Z95)
			if low != -turnedHigh || high != -turnedLow {
				t.Errorf("%d of 7 less %d of 11: %v to %v, turned %v to %v", k1, k2, low, high, turnedLow, turnedHigh)
			}
			if low < -1-1e-15 || high > 1+1e-15 {
				t.Errorf("%d of 7 less %d of 11: %v to %v leaves −1 … 1", k1, k2, low, high)
			}
		}
	}
}
