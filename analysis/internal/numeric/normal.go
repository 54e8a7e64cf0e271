package numeric

import "math"

// Z95 is the normal quantile of 0.975, the half-width of a 95 % interval in
// standard errors.
const Z95 = 1.9599639845400542

// NormalQuantile returns z with Φ(z) = p, within 1e-15 of it relatively; ±Inf
// at p = 1 and 0, NaN outside.
//
// Wichura (1988), "Algorithm AS 241: the percentage points of the normal
// distribution", Applied Statistics 37, routine PPND16.
func NormalQuantile(p float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	}
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		return q * horner(&normalCentre[0], r) / horner(&normalCentre[1], r)
	}
	r := math.Sqrt(-Log(min(p, 1-p)))
	t := &normalMiddle
	if r <= 5 {
		r -= 1.6
	} else {
		t, r = &normalTail, r-5
	}
	return math.Copysign(horner(&t[0], r)/horner(&t[1], r), q)
}

// horner returns Σ c[i]·x^i.
func horner(c *[8]float64, x float64) float64 {
	v := c[7]
	for i := 6; i >= 0; i-- {
		v = c[i] + float64(v*x)
	}
	return v
}

// Numerators and denominators of AS 241, ascending powers.
var (
	normalCentre = [2][8]float64{
		{3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
			4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
		{1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
			2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3},
	}
	normalMiddle = [2][8]float64{
		{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
			1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
		{1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
			1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9},
	}
	normalTail = [2][8]float64{
		{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
			2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
		{1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
			7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15},
	}
)

// Wilson returns the score interval of a share: k of n with normal quantile z
// (Z95 for 95 %). Wilson (1927). It stays within [0, 1] and is honest at k = 0
// and k = n. Both ends are NaN for n ≤ 0.
func Wilson(k, n int, z float64) (low, high float64) {
	if n <= 0 {
		return math.NaN(), math.NaN()
	}
	size, p, z2 := float64(n), float64(k)/float64(n), float64(z*z)
	centre := p + z2/(2*size)
	spread := float64(z * math.Sqrt(float64(p*(1-p))/size+z2/(4*size*size)))
	scale := 1 + z2/size
	low, high = (centre-spread)/scale, (centre+spread)/scale
	// At the ends the sums above cancel up to rounding only.
	if k <= 0 {
		low = 0
	}
	if k >= n {
		high = 1
	}
	return low, high
}
