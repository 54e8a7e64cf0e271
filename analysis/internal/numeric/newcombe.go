package numeric

import "math"

// Newcombe returns the interval of a difference of two independent shares,
// k1 of n1 less k2 of n2, with normal quantile z (Z95 for 95 %): the hybrid of
// their Wilson intervals, method 10 of Newcombe (1998), "Interval estimation
// for the difference between independent proportions: comparison of eleven
// methods", Statistics in Medicine 17. It stays within [−1, 1] and is honest
// where a share is 0 or 1. Both ends are NaN where an n is 0 or less.
func Newcombe(k1, n1, k2, n2 int, z float64) (low, high float64) {
	p1, p2 := float64(k1)/float64(n1), float64(k2)/float64(n2)
	low1, high1 := Wilson(k1, n1, z)
	low2, high2 := Wilson(k2, n2, z)
	d := p1 - p2
	return d - hypotenuse(p1-low1, high2-p2), d + hypotenuse(high1-p1, p2-low2)
}

// hypotenuse is exact enough for sides below 1, which cannot overflow; each
// product is rounded by itself, so that all platforms have the same digits.
func hypotenuse(a, b float64) float64 {
	return math.Sqrt(float64(a*a) + float64(b*b))
}
