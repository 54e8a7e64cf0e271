package numeric

import "math"

// ChiSquareTail returns P(χ² ≥ x) for a chi-square law of so many degrees of
// freedom, within 1e-12 relatively: the p-value of a likelihood-ratio test. It is 1
// for x ≤ 0, NaN for df < 1 or x NaN.
//
// Q(a, x) with a = df/2 in steps of 1 has a finite sum, Abramowitz and Stegun 26.4.4
// and 26.4.5, whose terms are all positive: from Q(1, z) = e^−z for even df, and for
// odd from Q(½, z), the tail of the normal law.
func ChiSquareTail(x float64, df int) float64 {
	switch {
	case df < 1 || math.IsNaN(x):
		return math.NaN()
	case x <= 0:
		return 1
	case math.IsInf(x, 1):
		return 0
	}
	z := float64(x / 2)
	a, tail := 1.0, Exp(-z)
	if df%2 == 1 {
		a, tail = 0.5, erfcRoot(z)
	}
	for ; a < float64(df)/2; a++ {
		tail += Exp(float64(a*Log(z)) - z - Lgamma(a+1))
	}
	return min(tail, 1)
}

// erfcRoot returns erfc √z = Q(½, z), z > 0: by the series of P(½, z) near 0, else
// by Legendre's continued fraction, taken from its end. Abramowitz and Stegun 6.5.29
// and 6.5.31.
func erfcRoot(z float64) float64 {
	scale := math.Sqrt(z/math.Pi) * Exp(-z)
	if z < 1.5 {
		sum, term := 0.0, 2.0
		for n := 0.5; term > 1e-18*sum; n++ {
			sum += term
			term *= z / (n + 1)
		}
		return 1 - float64(scale*sum)
	}
	return scale / erfcFraction(z)
}

// erfcFraction returns √(z/π)·e^−z ÷ erfc √z for z ≥ 1.5, where 60 terms are enough.
func erfcFraction(z float64) float64 {
	fraction := z
	for k := 60.0; k >= 1; k-- {
		fraction = z + (k-0.5)/(1+k/fraction)
	}
	return fraction
}
