package numeric

import (
	"math"
	"testing"
)

// Quantiles of the tables, and the standard library's erfc far into the tail.
func TestChiSquareTail(t *testing.T) {
	for _, c := range []struct {
		x    float64
		df   int
		want float64
	}{
		{3.841458820694124, 1, 0.05}, {5.991464547107979, 2, 0.05}, {7.814727903251179, 3, 0.05}, {18.307038053275146, 10, 0.05},
		{1200, 1, math.Erfc(math.Sqrt(600))}, {1380, 2, math.Exp(-690)},
		{10.827566170662733, 1, 0.001}, {24.995790139728616, 15, 0.05}, {2 * 30, 2, math.Exp(-30)},
	} {
		if got := ChiSquareTail(c.x, c.df); math.Abs(got/c.want-1) > 1e-12 {
			t.Errorf("P(χ² ≥ %v), %d degrees: %v, want %v", c.x, c.df, got, c.want)
		}
	}
	for x := 0.001; x < 1400; x *= 1.1 {
		if got, want := ChiSquareTail(x, 1), math.Erfc(math.Sqrt(x/2)); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("P(χ² ≥ %v), 1 degree: %v, want %v", x, got, want)
		}
	}
	if ChiSquareTail(0, 3) != 1 || ChiSquareTail(-1, 1) != 1 || ChiSquareTail(math.Inf(1), 4) != 0 || !math.IsNaN(ChiSquareTail(1, 0)) {
		t.Error("edges")
	}
}
