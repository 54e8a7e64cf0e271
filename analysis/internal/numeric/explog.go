package numeric

import "math"

// ln 2 in two parts. The first has 33 bits, so that its product with any
// exponent is exact.
const (
	ln2Hi = 0x1.62e42fefp-1
	ln2Lo = 0x1.473de6af278edp-34
)

const (
	expMax = 709.782712893384    // e^x overflows above
	expMin = -745.1332191019412  // e^x is less than half the smallest number below
	shift  = 0x1.8p52            // adding it rounds |x| < 2⁵¹ to an integer in the low bits
	invLn2 = 0x1.71547652b82fep0 // 1 / ln 2
)

// Exp returns e^x within 0.53 ulp (1 ulp where the result is subnormal): +Inf
// above 709.78, 0 below −745.13, NaN for NaN.
//
// Tang (1989), "Table-driven implementation of the exponential function in
// IEEE floating-point arithmetic": e^x = 2^(k/32)·e^r with |r| ≤ ln 2 / 64, where
// a polynomial of degree six is enough.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > expMax:
		return math.Inf(1)
	case x < expMin:
		return 0
	}
	r, k := reduce(x)
	t := &exp2Table[k&31]
	v := t.hi + (t.lo + float64(t.hi*expm1Small(r)))
	return scale2(v, k>>5)
}

// reduce writes x as r + k·ln 2/32 with |r| ≤ ln 2/64.
func reduce(x float64) (r float64, k int) {
	rounded := float64(x*(32*invLn2)) + shift
	n := rounded - shift
	r = (x - float64(n*(ln2Hi/32))) - float64(n*(ln2Lo/32))
	return r, int(int32(uint32(math.Float64bits(rounded))))
}

// expm1Small returns e^r − 1 for |r| ≤ ln 2 / 64 by its Taylor series.
func expm1Small(r float64) float64 {
	r2 := float64(r * r)
	p := 1./24 + float64(r*(1./120)) + float64(r2*(1./720))
	p = 0.5 + float64(r*(1./6)) + float64(r2*p)
	return r + float64(r2*p)
}

// scale2 returns v·2^e for 1 ≤ v < 2 and −1076 < e ≤ 1024.
func scale2(v float64, e int) float64 {
	switch {
	case e < -1021:
		return addExponent(v, e+64) * 0x1p-64
	case e > 1022:
		return addExponent(v, e-1) * 2
	}
	return addExponent(v, e)
}

func addExponent(v float64, e int) float64 {
	return math.Float64frombits(math.Float64bits(v) + uint64(e)<<52)
}

// Log returns the natural logarithm of x within 0.75 ulp: −Inf for 0, NaN for
// x < 0 and NaN, +Inf for +Inf.
//
// With x = 2^k·(1+f) and s = f/(2+f), ln(1+f) = 2 artanh s = 2s + s·R(s²); R is
// our own minimax polynomial of degree seven (error 9e-18 on √½ ≤ 1+f ≤ √2).
// The order of the final sum, which loses no digit for small f, is that of
// Ng's fdlibm.
func Log(x float64) float64 {
	switch {
	case x != x || x > math.MaxFloat64:
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	f, k := split(x)
	s := f / (2 + f)
	half := float64(float64(0.5*f) * f)
	tail := float64(s * (half + logTail(float64(s*s))))
	return float64(k*ln2Hi) - ((half - (tail + float64(k*ln2Lo))) - f)
}

// split writes x > 0 as 2^k·(1+f) with √½ ≤ 1+f < √2.
func split(x float64) (f, k float64) {
	k = 0
	if x < 0x1p-1022 {
		x, k = x*0x1p54, -54
	}
	const rootHalf = 0x3fe6a09e667f3bcd // bits of √½
	b := math.Float64bits(x) - rootHalf
	k += float64(int64(b) >> 52)
	m := math.Float64frombits(b&(1<<52-1) + rootHalf)
	return m - 1, k
}

// logTail returns R(z), see Log, for 0 ≤ z ≤ 0.0295.
func logTail(z float64) float64 {
	z2 := float64(z * z)
	even := 0.39999999999898511 + float64(z2*(0.2222221107751543+float64(z2*0.15331608113624687)))
	odd := 0.28571428626370188 + float64(z2*(0.18182892881223728+float64(z2*0.14617735358744183)))
	return float64(z * (0.66666666666666696 + float64(z*(even+float64(z*odd)))))
}

// Log1p returns ln(1+x) within 2 ulp, exact in the limit x → 0.
func Log1p(x float64) float64 {
	u := 1 + x
	if u == 1 || u > math.MaxFloat64 {
		return x
	}
	if u <= 0 {
		return Log(u)
	}
	// 1+x was rounded to u; the first-order term of what was lost brings it back.
	return Log(u) + (x-(u-1))/u
}

// Expm1 returns e^x − 1 within 2 ulp, exact in the limit x → 0.
func Expm1(x float64) float64 {
	switch {
	case math.Abs(x) <= ln2Hi/64:
		return expm1Small(x)
	case x > 40 || x < -40 || x != x:
		return Exp(x) - 1
	}
	r, k := reduce(x)
	t := &exp2Table[k&31]
	scale := addExponent(1, k>>5)
	return (float64(t.hi*scale) - 1) + float64(scale*(t.lo+float64(t.hi*expm1Small(r))))
}

// Pow returns x^y for x ≥ 0 as e^(y ln x): the relative error grows with
// |y ln x| (1e-16 of it). Pow(0, 0) is 1.
func Pow(x, y float64) float64 {
	if y == 0 {
		return 1
	}
	return Exp(float64(y * Log(x)))
}

// LogAddExp returns ln(e^a + e^b) without overflow. Either may be −Inf.
func LogAddExp(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) || a > math.MaxFloat64 {
		return a
	}
	return a + Log1p(Exp(b-a))
}

// LogSumExp returns ln Σ e^(a[i]), −Inf for none.
func LogSumExp(a []float64) float64 {
	top := math.Inf(-1)
	for _, v := range a {
		top = max(top, v)
	}
	if math.IsInf(top, 0) {
		return top
	}
	var sum Sum
	for _, v := range a {
		sum.Add(Exp(v - top))
	}
	return top + Log(sum.Value())
}
