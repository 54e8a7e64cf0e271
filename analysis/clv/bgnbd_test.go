package clv

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Purchases of the living where formulas in use fail: two-digit a and b, x in
// the hundreds, c ≤ 0, a = 1, laws crowded at an end, times far beyond the age.
// Computed with mpmath at 40 digits from the paper's hypergeometric form, and
// for a = 1 by quadrature.
func TestPurchasesAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		model        BGNBD
		x            int
		age, t, want float64
	}{
		{BGNBD{0.11, 2.24, 0.31, 0.5}, 0, 1, 30, 0.564588615532784}, // NaN in lifetimes (issue 302)
		{BGNBD{0.2426, 4.41, 0.79, 2.43}, 160, 98, 52, 68.840648300302235},
		{BGNBD{0.2426, 4.41, 0.79, 2.43}, 2000, 700, 520, 1172.8093365839778},
		{BGNBD{0.2426, 4.41, 1.00001, 2.43}, 5, 40, 52, 4.4349071912125506},
		{BGNBD{0.2426, 4.41, 1, 2.43}, 5, 40, 52, 4.4349194590018083},
		{BGNBD{0.2426, 4.41, 1, 2.43}, 0, 0, 52, 1.2895313214046537},
		{BGNBD{0.5, 7, 0.3, 0.7}, 0, 10, 10, 0.26416604395706988},
		{BGNBD{5, 100, 300, 900}, 7, 40, 52, 2.6300073378881244},
		{BGNBD{0.3, 0.4, 0.05, 0.08}, 0, 0.5, 300, 48.28990509139891},
		{BGNBD{0.3, 0.4, 0.05, 0.08}, 3, 0.5, 300, 849.53959470537283},
		{BGNBD{1.2, 8, 12, 3}, 4, 1, 500, 1.6363636041860941},
		{BGNBD{2, 3, 0.7, 40000}, 1, 30, 52, 4.7270120511915594},
		{BGNBD{0.4, 2, 2500, 1e5}, 12, 50, 60, 11.938558720124099},
		{BGNBD{8.9e6, 1.3e6, 2.7, 11}, 3, 50, 52, 9.1983280531321938}, // buyers who do not differ
	} {
		got := c.model.future(c.x).purchases(c.age, c.t)
		check(t, []row{{fmt.Sprint(c.model, c.x, c.age, c.t), got, c.want, 1e-11, "mpmath"}})
	}
}

// Where both ways are open they agree.
func TestSeriesAgreesWithIntegral(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	both := 0
	for range 300 {
		m := BGNBD{0.1 + 2*random.Float64(), 1 + 20*random.Float64(), 0.1 + 4*random.Float64(), 0.1 + 6*random.Float64()}
		x, q := random.IntN(30), 3*random.Float64()
		v, ok := m.future(x).series(q)
		if !ok {
			continue
		}
		both++
		check(t, []row{{fmt.Sprint(m, x, q), v, m.future(x).integral(q), 2e-11, "the other way"}})
	}
	if both < 200 {
		t.Errorf("the series served %d of 300", both)
	}
}

// Where hardly anybody lapses, the sum over moments agrees with the integral.
func TestRareAgreesWithIntegral(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 15))
	both := 0
	for range 300 {
		m := BGNBD{0.1 + 2*random.Float64(), 1 + 20*random.Float64(), math.Exp(-8 * random.Float64()), 1e3 * math.Exp(8*random.Float64())}
		x, q := random.IntN(30), 3*random.Float64()
		if v, ok := m.future(x).rare(q); ok {
			both++
			check(t, []row{{fmt.Sprint(m, x, q), v, m.future(x).integral(q), 2e-11, "the other way"}})
		}
	}
	if both < 100 {
		t.Errorf("the moments served %d of 300", both)
	}
	if v, ok := (BGNBD{2, 20, 8000, 8000}).future(3).rare(2); ok {
		t.Errorf("lapses are not rare, and the moments gave %v", v)
	}
}

func TestAliveStaysAProbability(t *testing.T) {
	m := BGNBD{0.2426, 4.41, 0.79, 2.43}
	for _, c := range []struct {
		x       int
		tx, age float64
	}{{5000, 10, 5000}, {5000, 5000, 5000}, {1, 0, 1e6}, {0, 0, 1e6}} {
		if p := m.Alive(c.x, c.tx, c.age); !(p >= 0 && p <= 1) {
			t.Errorf("P(alive) of %+v = %v", c, p)
		}
	}
}

// Derivatives against central differences of the value and of the gradient.
func checkDerivatives(t *testing.T, f numeric.Objective, theta []float64) {
	t.Helper()
	const step = 1e-5
	at := numeric.NewPoint(theta)
	f(at)
	for i := range theta {
		up, down := numeric.NewPoint(theta), numeric.NewPoint(theta)
		up.Theta[i] += step
		down.Theta[i] -= step
		f(up)
		f(down)
		compare := func(what string, got, want, scale float64) {
			if math.Abs(got-want) > 1e-6*scale {
				t.Errorf("%s at %.3v = %.9g, differences give %.9g", what, theta, got, want)
			}
		}
		scale := math.Abs(at.Value) + 1
		compare(fmt.Sprint("∂", i), at.Gradient[i], (up.Value-down.Value)/(2*step), scale)
		for j := range theta {
			compare(fmt.Sprint("∂", i, "∂", j), at.Hessian.At(i, j), (up.Gradient[j]-down.Gradient[j])/(2*step), scale)
		}
	}
}

func TestBGNBDDerivatives(t *testing.T) {
	rows, _ := group([]int32{0, 0, 1, 1, 2, 7, 40, 300}, []int32{0, 0, 3, 90, 50, 200, 190, 320},
		[]int32{0, 270, 250, 270, 180, 270, 200, 320}, daysPerWeek)
	for _, params := range [][]float64{{0.24, 4.4, 0.8, 2.4}, {3, 0.2, 0.05, 30}, {0.01, 50, 20, 0.3}} {
		checkDerivatives(t, BGNBDFamily.likelihood(&rows).minus, logs(params))
	}
}

// A likelihood over groups is that over customers.
func TestGroupingChangesNothing(t *testing.T) {
	x, tx, age := []int32{3, 0, 3, 1, 0}, []int32{20, 0, 20, 7, 0}, []int32{30, 30, 30, 21, 30}
	all, rowOf := group(x, tx, age, daysPerWeek)
	if all.Len() != 3 || rowOf[0] != rowOf[2] || rowOf[1] != rowOf[4] {
		t.Fatalf("grouped into %+v, %v", all, rowOf)
	}
	p := numeric.NewPoint([]float64{-1, 1, 0.5, 1})
	BGNBDFamily.likelihood(&all).minus(p)
	sum := 0.0
	for i := range x {
		one, _ := group(x[i:i+1], tx[i:i+1], age[i:i+1], daysPerWeek)
		q := numeric.NewPoint(p.Theta)
		BGNBDFamily.likelihood(&one).minus(q)
		sum += q.Value
	}
	check(t, []row{{"ln L", p.Value, sum, 1e-14, "customer by customer"}})
}

// simulate draws n customers who come within the first third of the days and
// buy as the models say.
func simulate(n, days int, m BGNBD, spend GammaGamma, seed uint64) *analysis.Log {
	random := rand.New(rand.NewPCG(seed, 99))
	log := &analysis.Log{End: analysis.Day(days)}
	for c := range n {
		log.IDs.Append(fmt.Append(nil, "c", c))
		log.Start = append(log.Start, uint32(len(log.Day)))
		lambda := gammaDraw(random, m.R) / m.Alpha
		a, b := gammaDraw(random, m.A), gammaDraw(random, m.B)
		mean := spend.P * spend.Gamma / gammaDraw(random, spend.Q)
		first := random.IntN(days / 3)
		at, last := float64(first), -1
		for at <= float64(days) {
			if day := int(at); day > last {
				amount := mean * gammaDraw(random, spend.P) / spend.P
				log.Day = append(log.Day, analysis.Day(day))
				log.Amount = append(log.Amount, max(1, analysis.MoneyOf(amount)))
				log.Orders = append(log.Orders, 1)
				if last >= 0 && random.Float64() < a/(a+b) {
					break
				}
				last = day
			}
			at += random.ExpFloat64() / lambda * daysPerWeek
		}
	}
	log.Start = append(log.Start, uint32(len(log.Day)))
	return log
}

// gammaDraw draws from a gamma law of a shape and rate 1: Marsaglia and Tsang
// (2000), boosted for shapes below 1.
func gammaDraw(random *rand.Rand, shape float64) float64 {
	boost := 1.0
	if shape < 1 {
		boost = math.Pow(random.Float64(), 1/shape)
		shape++
	}
	d := shape - 1./3
	for {
		x := random.NormFloat64()
		v := 1 + x/math.Sqrt(9*d)
		if v <= 0 {
			continue
		}
		v = v * v * v
		if math.Log(1-random.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return boost * d * v
		}
	}
}

// What was put in comes out, within four standard errors. Slow buyers keep
// the effect of whole days small.
func TestFitsRecoverTheTruth(t *testing.T) {
	truth, spend := BGNBD{0.6, 12, 0.9, 3.2}, GammaGamma{5, 4, 18}
	for seed := range uint64(3) {
		s := Summarize(simulate(8000, 800, truth, spend, seed), 800)
		m := mustFit(t, BGNBDFamily.likelihood(&s.Rows))
		near(t, m, []float64{truth.R, truth.Alpha, truth.A, truth.B})
		blocks, n := s.spendBlocks()
		near(t, mustFit(t, gammaGamma(blocks, n)), []float64{spend.P, spend.Q, spend.Gamma})
	}
}

func near(t *testing.T, m maximum, truth []float64) {
	t.Helper()
	for i, p := range m.Params {
		if z := (p.Value - truth[i]) / p.SE; !(math.Abs(z) < 4) {
			t.Errorf("%s: %s = %.4f ± %.4f, truth %v", m.Model, p.Name, p.Value, p.SE, truth[i])
		}
	}
	if !m.Verdict.Converged {
		t.Errorf("%s: %+v", m.Model, m.Verdict)
	}
}

// Nobody differs and nobody lapses: there is no optimum in the open, and the
// verdict says so.
func TestRunawayParametersAreReported(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	var x, tx, age []int32
	for range 400 {
		last, n := 0, int32(0)
		for at := random.ExpFloat64() * 10; at < 200; at += random.ExpFloat64() * 10 {
			if int(at) > last {
				last, n = int(at), n+1
			}
		}
		x, tx, age = append(x, n), append(tx, int32(last)), append(age, 200)
	}
	rows, _ := group(x, tx, age, daysPerWeek)
	m := mustFit(t, BGNBDFamily.likelihood(&rows))
	if len(m.Verdict.Boundary) == 0 {
		t.Errorf("%+v, %+v", m.Params, m.Verdict)
	}
	for _, p := range m.Params {
		if math.IsNaN(p.Value) {
			t.Errorf("%+v", m.Params)
		}
	}
}

func TestFitStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	rows, _ := group([]int32{0, 1}, []int32{0, 3}, []int32{9, 9}, daysPerWeek)
	if _, err := BGNBDFamily.likelihood(&rows).fit(ctx); err == nil || err.(*analysis.Error).Kind != analysis.Cancelled {
		t.Errorf("err = %v", err)
	}
}
