package numeric

import "math"

// A Chebyshev is a polynomial in y, −1 ≤ y ≤ 1, as the coefficients of Chebyshev's
// polynomials.
type Chebyshev []float64

// NewChebyshev interpolates f at the n zeros of T_n, n ≥ 1.
func NewChebyshev(n int, f func(y float64) float64) Chebyshev {
	values := make([]float64, n)
	for j := range values {
		values[j] = f(cosPi(float64(2*j+1) / float64(2*n)))
	}
	c := make(Chebyshev, n)
	for k := range c {
		var sum Sum
		for j, v := range values {
			sum.Add(float64(v * cosPi(float64(k*(2*j+1)%(4*n))/float64(2*n))))
		}
		c[k] = 2 * sum.Value() / float64(n)
	}
	c[0] /= 2
	return c
}

// At returns the polynomial's value by Clenshaw's recurrence.
func (c Chebyshev) At(y float64) float64 {
	b1, b2 := 0.0, 0.0
	for k := len(c) - 1; k > 0; k-- {
		b1, b2 = float64(2*y*b1)-b2+c[k], b1
	}
	return float64(y*b1) - b2 + c[0]
}

// cosPi returns cos πx for 0 ≤ x < 2 within 2 ulp of 1: math.Cos differs between
// platforms in the last bit. It folds x into [0, ¼] and sums a Taylor series.
func cosPi(x float64) float64 {
	if x > 1 {
		x = 2 - x
	}
	if x > 0.5 {
		return -cosPi(1 - x)
	}
	if x > 0.25 {
		return sinSmall(math.Pi * (0.5 - x))
	}
	return cosSmall(math.Pi * x)
}

// sinSmall and cosSmall are for 0 ≤ t ≤ π/4.
func sinSmall(t float64) float64 {
	t2, term, sum := float64(t*t), t, t
	for k := 2.0; k < 20; k += 2 {
		term = float64(term * (-t2 / float64(k*(k+1))))
		sum += term
	}
	return sum
}

func cosSmall(t float64) float64 {
	t2, term, sum := float64(t*t), 1.0, 1.0
	for k := 1.0; k < 20; k += 2 {
		term = float64(term * (-t2 / float64(k*(k+1))))
		sum += term
	}
	return sum
}
