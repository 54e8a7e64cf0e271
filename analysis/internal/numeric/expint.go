package numeric

import "math"

// ExpIntegral returns e^z·E_s(z) = ∫₀^∞ e^(−zt)·(1+t)^(−s) dt, the generalised
// exponential integral without its factor e^(−z), within 1e-14 relatively; for
// z > 0 and any real s ≥ 0. It is also z^(s−1)·U(s, s, z) with Tricomi's confluent
// hypergeometric function. +Inf at z = 0 for s ≤ 1, NaN for z < 0.
//
// For z + s large a continued fraction converges fast, DLMF 8.19.17 in the
// even form of Abramowitz and Stegun 5.1.22; elsewhere, with 1+t = e^w, the
// integral of exp((1−s)w − z(e^w−1)) is smooth, and Gauss–Legendre takes it over
// panels up to where nothing is left.
func ExpIntegral(s, z float64) float64 {
	switch {
	case !(z >= 0):
		return math.NaN()
	case z == 0 && s > 1:
		return 1 / (s - 1)
	case z == 0:
		return math.Inf(1)
	case z >= 2:
		return expIntegralFraction(s, z)
	}
	return expIntegralPanels(s, z)
}

// expIntegralFraction is 1/(z+s − 1·s/(z+s+2 − 2(s+1)/(z+s+4 − …))) by Lentz's method.
func expIntegralFraction(s, z float64) float64 {
	b := z + s
	c, d := math.MaxFloat64, 1/b
	v := d
	for k := 1.0; k < 10_000; k++ {
		a := -float64(k * (s + k - 1))
		b += 2
		d = 1 / (float64(a*d) + b)
		c = b + a/c
		change := float64(c * d)
		v *= change
		if math.Abs(change-1) <= 1e-16 {
			break
		}
	}
	return v
}

// expIntegralPanels integrates over w up to where the exponent has fallen by 45.
func expIntegralPanels(s, z float64) float64 {
	reach := Log1p(45 / z)
	if s > 1 {
		reach = min(reach, 45/(s-1))
	}
	if s < 1 {
		reach = Log1p((45 + float64(2*(1-s)*reach)) / z)
	}
	return Legendre32.Integrate(0, reach, 1+int(reach), func(w float64) float64 {
		return Exp(float64((1-s)*w) - float64(z*Expm1(w)))
	})
}
