package numeric

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// Reference values in this package's tests were computed with mpmath 1.3.0 at
// 50 digits and are written with at least 20.

// A point is a function's argument and its true value.
type point struct{ x, want float64 }

// relative fails where got differs from want by more than tol of it.
func relative(t *testing.T, name string, got, want, tol float64) {
	t.Helper()
	if got == want || math.Abs(got-want) <= tol*math.Abs(want) {
		return
	}
	t.Errorf("%s = %.17g, want %.17g (off by %.2g of it)", name, got, want, math.Abs(got/want-1))
}

func checkPoints(t *testing.T, name string, f func(float64) float64, tol float64, points []point) {
	t.Helper()
	for _, p := range points {
		got := f(p.x)
		if p.want == 0 && math.Abs(got) < tol {
			continue
		}
		if math.Abs(got-p.want) > tol*math.Abs(p.want) {
			t.Errorf("%s(%v) = %.17g, want %.17g", name, p.x, got, p.want)
		}
	}
}

func TestExp(t *testing.T) {
	checkPoints(t, "Exp", Exp, 1.2e-16, []point{
		{0, 1}, {1e-20, 1}, {-0.001, 0.9990004998333749916473}, {0.5, 1.648721270700128146849},
		{-0.5, 0.6065306597126334236038}, {1, 2.71828182845904523536}, {-1, 0.3678794411714423215955},
		{3.3, 27.11263892065788261065}, {-17.25, 3.224186737256733310675e-8}, {100.125, 3.0460357809113724616e+43},
		{-300.7, 2.556520571425500958251e-131}, {709.7, 1.65498402768026440308e+308},
		{709.78, 1.792822794394515620908e+308}, {-246.6341292335727, 7.72962856066366824871e-108},
	})
	subnormal := []point{{-709.5, 7.380148314012580848555e-309}, {-740, 4.188739880048048939458e-322}, {-745.13, 5e-324}}
	for _, p := range subnormal {
		if d := math.Abs(Exp(p.x) - p.want); d > 5e-324 {
			t.Errorf("Exp(%v) is off by %g, more than the smallest number", p.x, d)
		}
	}
	checkLimits(t, "Exp", Exp, []point{{math.Inf(1), math.Inf(1)}, {710, math.Inf(1)}, {math.Inf(-1), 0}, {-746, 0}})
}

// checkLimits wants exact values, and NaN for NaN.
func checkLimits(t *testing.T, name string, f func(float64) float64, points []point) {
	t.Helper()
	for _, p := range points {
		if got := f(p.x); got != p.want {
			t.Errorf("%s(%v) = %v, want %v", name, p.x, got, p.want)
		}
	}
	if got := f(math.NaN()); got == got {
		t.Errorf("%s(NaN) = %v", name, got)
	}
}

func TestLog(t *testing.T) {
	checkPoints(t, "Log", Log, 2e-16, []point{
		{5e-324, -744.4400719213812623141}, {1e-310, -713.8013788281541651006}, {2.5e-08, -17.50439001207821045221},
		{0.5, -0.6931471805599453094172}, {0.7071, -0.3465831803719420002781}, {0.7072, -0.3464417676587033008448},
		{0.999, -0.00100050033358353438921}, {1.0000001, 9.999999505838704517752e-8}, {1, 0},
		{1.25, 0.2231435513142097557663}, {1.4143, 0.3466347090443170114644}, {2, 0.6931471805599453094172},
		{10, 2.302585092994045684018}, {1e300, 690.7755278982137052579}, {0.5974886297830101, -0.5150200250094033926573},
	})
	checkLimits(t, "Log", Log, []point{{0, math.Inf(-1)}, {math.Inf(1), math.Inf(1)}})
	if !math.IsNaN(Log(-1)) {
		t.Error("Log(-1) is a number")
	}
}

func TestLog1p(t *testing.T) {
	checkPoints(t, "Log1p", Log1p, 4e-16, []point{
		{1e-300, 1e-300}, {-1e-10, -1.000000000050000036436e-10}, {1e-05, 0.000009999950000333331651376},
		{-0.4, -0.5108256237659907202129}, {0.3, 0.2623642644674910434953}, {0.75, 0.5596157879354226862709},
		{-0.9999, -9.210340371976292870196}, {3, 1.386294361119890618834}, {1e10, 23.02585093004045684017},
	})
	checkLimits(t, "Log1p", Log1p, []point{{-1, math.Inf(-1)}, {0, 0}, {math.Inf(1), math.Inf(1)}})
}

func TestExpm1(t *testing.T) {
	checkPoints(t, "Expm1", Expm1, 4e-16, []point{
		{1e-300, 1e-300}, {-1e-10, -9.999999999500000364339e-11}, {1e-05, 0.00001000005000016666790137},
		{-0.35, -0.295311910281286549998}, {0.35, 0.4190675485932572167608}, {-0.36, -0.302323673928968933496},
		{0.36, 0.4333294145603402386799}, {0.1, 0.1051709180756476309466}, {-0.2, -0.1812692469220181504198},
		{-5, -0.9932620530009145329034}, {20, 485165194.4097902779691},
	})
	checkLimits(t, "Expm1", Expm1, []point{{math.Inf(1), math.Inf(1)}, {math.Inf(-1), -1}, {0, 0}})
}

// bigExp returns e^x to about 100 bits: the series of e^(x/2^k), squared k times.
func bigExp(x float64) *big.Float {
	const prec = 160
	v := new(big.Float).SetPrec(prec).SetFloat64(x)
	halvings := 0
	for ; math.Abs(x) > 0.01; x /= 2 {
		halvings++
	}
	v.SetMantExp(v, -halvings)
	sum := big.NewFloat(1).SetPrec(prec)
	term := big.NewFloat(1).SetPrec(prec)
	for i := 1; i < 22; i++ {
		term.Mul(term, v)
		term.Quo(term, new(big.Float).SetPrec(prec).SetInt64(int64(i)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// ulp returns the distance from v to its neighbour.
func ulp(v float64) float64 {
	v = math.Abs(v)
	return math.Nextafter(v, math.Inf(1)) - v
}

func TestExpWithinHalfAnUlp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	worst := 0.0
	for range 4000 {
		x := (random.Float64() - 0.5) * 80
		got := Exp(x)
		diff := new(big.Float).Sub(bigExp(x), big.NewFloat(got))
		d, _ := diff.Float64()
		worst = max(worst, math.Abs(d)/ulp(got))
	}
	t.Logf("Exp: at most %.3f ulp", worst)
	if worst > 0.53 {
		t.Errorf("Exp is off by %.3f ulp", worst)
	}
}

// If y is nearly ln x, then ln x = y + ln(x·e^−y), and the last logarithm is
// its argument less 1.
func TestLogWithinAnUlp(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	worst := 0.0
	for range 4000 {
		x := math.Exp((random.Float64() - 0.5) * 4 * random.Float64())
		y := Log(x)
		ratio := new(big.Float).Mul(bigExp(-y), big.NewFloat(x))
		d, _ := ratio.Sub(ratio, big.NewFloat(1)).Float64()
		worst = max(worst, math.Abs(d)/ulp(y))
	}
	t.Logf("Log: at most %.3f ulp", worst)
	if worst > 0.75 {
		t.Errorf("Log is off by %.3f ulp", worst)
	}
}

func TestExpTable(t *testing.T) {
	// The 32nd power of an entry must be 2^j.
	for j, e := range exp2Table {
		v := new(big.Float).SetPrec(160).SetFloat64(e.hi)
		v.Add(v, big.NewFloat(e.lo))
		for range 5 {
			v.Mul(v, v)
		}
		v.SetMantExp(v, -j)
		if d, _ := v.Sub(v, big.NewFloat(1)).Float64(); math.Abs(d) > 32*1e-32 {
			t.Errorf("entry %d is off by %g", j, d/32)
		}
	}
}

func TestLogAddExp(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct{ a, b, want float64 }{
		{0, 0, math.Ln2}, {1000, 1000, 1000 + math.Ln2}, {-1000, -1001, -999.6867383124817}, {0, -inf, 0},
		{-inf, -inf, -inf}, {inf, 3, inf}, {3, -800, 3},
	} {
		relative(t, "LogAddExp", LogAddExp(c.a, c.b), c.want, 2e-16)
		relative(t, "LogAddExp turned", LogAddExp(c.b, c.a), c.want, 2e-16)
	}
	relative(t, "LogSumExp", LogSumExp([]float64{-1000, -1000, -1000, -1000}), -1000+2*math.Ln2, 2e-16)
	if got := LogSumExp(nil); !math.IsInf(got, -1) {
		t.Errorf("LogSumExp of nothing = %v", got)
	}
}

func TestSumKeepsWhatRoundingLoses(t *testing.T) {
	if got := Total([]float64{1, 1e100, 1, -1e100}); got != 2 {
		t.Errorf("Total = %v, want 2", got)
	}
	if got := Total([]float64{math.Inf(1), 1}); !math.IsInf(got, 1) {
		t.Errorf("Total with an infinity = %v", got)
	}
}

var sink float64

func BenchmarkExp(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += Exp(float64(i&1023) * -0.01)
	}
}

func BenchmarkLog(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += Log(float64(i&1023) + 0.5)
	}
}

func BenchmarkMathLog(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += math.Log(float64(i&1023) + 0.5)
	}
}

func BenchmarkMathExp(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += math.Exp(float64(i&1023) * -0.01)
	}
}
