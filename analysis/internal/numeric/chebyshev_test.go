package numeric

import (
	"math"
	"testing"
)

func TestCosPi(t *testing.T) {
	for x := 0.0; x < 2; x += 0.00371 {
		if got, want := cosPi(x), math.Cos(math.Pi*x); math.Abs(got-want) > 1e-15 {
			t.Errorf("cos %vπ = %v, want %v", x, got, want)
		}
	}
}

// Polynomials come out exactly; the error of others falls with the number of terms.
func TestChebyshev(t *testing.T) {
	for _, tt := range []struct {
		name string
		f    func(float64) float64
		n    int
		tol  float64
	}{
		{"constant", func(float64) float64 { return 3 }, 1, 0},
		{"cubic", func(y float64) float64 { return 2*y*y*y - y + 0.5 }, 4, 2e-15},
		{"exponential", math.Exp, 16, 2e-15},
		{"pole at 1.5", func(y float64) float64 { return 1 / (1.5 - y) }, 30, 1e-11},
	} {
		c := NewChebyshev(tt.n, tt.f)
		for y := -1.0; y <= 1; y += 1. / 64 {
			if got, want := c.At(y), tt.f(y); math.Abs(got-want) > tt.tol {
				t.Errorf("%s at %v: %v, want %v", tt.name, y, got, want)
			}
		}
	}
}
