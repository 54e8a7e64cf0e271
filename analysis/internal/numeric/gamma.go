package numeric

import "math"

const halfLog2Pi = 0.91893853320467274178 // ½ ln 2π

// stirlingFrom is where Stirling's series with eight terms reaches full
// precision.
const stirlingFrom = 8

// bernoulli holds B₂, B₄, …, B₁₆.
var bernoulli = [8]float64{1. / 6, -1. / 30, 1. / 42, -1. / 30, 5. / 66, -691. / 2730, 7. / 6, -3617. / 510}

// Lgamma returns ln Γ(x) for x > 0, within 4e-16·max(|ln Γ(x)|, 1) or so, and
// relatively near its zeros at 1 and 2; +Inf at 0, NaN below.
func Lgamma(x float64) float64 {
	switch {
	case !(x > 0):
		if x == 0 {
			return math.Inf(1)
		}
		return math.NaN()
	case x >= stirlingFrom:
		if x > math.MaxFloat64 {
			return x
		}
		return float64((x-0.5)*(Log(x)-1)) + (halfLog2Pi - 0.5) + stirlingRest(x)
	case x < 0.5:
		return lgammaNear2(x) - Log(float64(x*(1+x)))
	case x < 1.5:
		return lgammaNear2(x-1) - Log(x)
	}
	product := 1.0
	for x > 2.5 {
		x--
		product *= x
	}
	return Log(product) + lgammaNear2(x-2)
}

// stirlingRest returns ln Γ(x) − [(x−½) ln x − x + ½ ln 2π] for x ≥ 8:
// Σ B₂ₖ / (2k(2k−1)·x^(2k−1)). Abramowitz and Stegun 6.1.41.
func stirlingRest(x float64) float64 {
	inverse := 1 / x
	return bernoulliSum(inverse, func(k float64) float64 { return 1 / float64(2*k*(2*k-1)) }) * inverse
}

// bernoulliSum returns Σ weight(k)·B₂ₖ·y^(2k−2), k = 1 … 8.
func bernoulliSum(y float64, weight func(k float64) float64) float64 {
	y2, sum := float64(y*y), 0.0
	for k := len(bernoulli); k >= 1; k-- {
		sum = float64(weight(float64(k))*bernoulli[k-1]) + float64(sum*y2)
	}
	return sum
}

// lgammaNear2 returns ln Γ(2+z) for |z| ≤ ½: z times our own minimax
// polynomial (relative error 2e-18), so that it is exact at the zero.
func lgammaNear2(z float64) float64 {
	v := 0.0
	for i := len(lgammaCoefficients) - 1; i >= 0; i-- {
		v = lgammaCoefficients[i] + float64(v*z)
	}
	return float64(v * z)
}

var lgammaCoefficients = [...]float64{
	0.42278433509846713, 0.32246703342411326, -0.067352301053198171, 0.020580808427780335,
	-0.0073855510286640995, 0.0028905103310367794, -0.0011927539121675196, 0.0005096695153482281,
	-0.00022315474732016128, 9.9457674404427668e-05, -4.4926390680947835e-05, 2.0505584340861655e-05,
	-9.4381900818929782e-06, 4.3847320955049458e-06, -2.0459828331562304e-06, 9.1998937647700235e-07,
	-4.2808889768909559e-07, 2.7880059065433952e-07, -1.3614322171835603e-07,
}

// Digamma returns ψ(x) = d ln Γ(x)/dx for x > 0, within 1e-15·max(|ψ(x)|, 1);
// NaN for x ≤ 0. Recurrence up to 8, then the asymptotic series, Abramowitz
// and Stegun 6.3.18.
func Digamma(x float64) float64 {
	if !(x > 0) {
		return math.NaN()
	}
	shift := 0.0
	for ; x < stirlingFrom; x++ {
		shift += 1 / x
	}
	y := 1 / x
	series := bernoulliSum(y, func(k float64) float64 { return 1 / (2 * k) })
	return Log(x) - float64(0.5*y) - float64(float64(y*y)*series) - shift
}

// Trigamma returns ψ′(x) for x > 0, relatively within 1e-15; NaN for x ≤ 0.
// Abramowitz and Stegun 6.4.12.
func Trigamma(x float64) float64 {
	if !(x > 0) {
		return math.NaN()
	}
	shift := 0.0
	for ; x < stirlingFrom; x++ {
		shift += 1 / float64(x*x)
	}
	y := 1 / x
	y2 := float64(y * y)
	series := bernoulliSum(y, func(float64) float64 { return 1 })
	return shift + y + float64(0.5*y2) + float64(float64(y2*y)*series)
}

// LogBeta returns ln B(a, b) for a, b > 0. Where an argument is large, the
// leading terms of the gamma functions are cancelled by hand, so that nothing
// is lost to their size. Compare DiDonato and Morris (1992), TOMS 708.
func LogBeta(a, b float64) float64 {
	if a > b {
		a, b = b, a
	}
	if b < stirlingFrom {
		return Lgamma(a) + Lgamma(b) - Lgamma(a+b)
	}
	// ln Γ(b) − ln Γ(a+b), without −a ln(a+b)
	rest := a - float64((b-0.5)*Log1p(a/b)) + stirlingRest(b) - stirlingRest(a+b)
	if a < stirlingFrom {
		return Lgamma(a) - float64(a*Log(a+b)) + rest
	}
	// ln Γ(a) − a ln(a+b), with Stirling's formula for a too
	return float64((a-0.5)*Log(a/(a+b))) - float64(0.5*Log(a+b)) - a + halfLog2Pi + stirlingRest(a) + rest
}
