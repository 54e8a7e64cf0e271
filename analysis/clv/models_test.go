package clv

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis/internal/numeric"
)

// Properties that every model has, tested once for all.

// allFamilies are the models in time and the one of opportunities.
func allFamilies() []*Family { return append(Families(), BGBBFamily) }

// plausible parameters of a family.
func (f *Family) plausible() Model {
	return f.Model([]float64{0.6, 8, 0.9, 5}[:len(f.Names)]...)
}

func (f *Family) discrete() bool { return f == BGBBFamily }

// edgyRows hold customers of all kinds, in days.
func edgyRows() *Rows {
	rows, _ := group([]int32{0, 0, 1, 1, 2, 7, 40, 300}, []int32{0, 0, 3, 90, 50, 200, 190, 320},
		[]int32{0, 270, 250, 270, 180, 270, 200, 320}, daysPerWeek)
	return &rows
}

func (f *Family) rows() *Rows {
	rows := edgyRows()
	if f.discrete() {
		rows.PerWeek = 1
	}
	return rows
}

func TestModelDerivatives(t *testing.T) {
	for _, f := range allFamilies() {
		for _, params := range [][]float64{{0.24, 4.4, 0.8, 2.4}, {3, 0.2, 0.05, 30}, {0.01, 50, 20, 0.3}, {0.5, 9, 3, 800}} {
			t.Run(f.Name, func(t *testing.T) { checkDerivatives(t, f.minus(f.rows()), logs(params[:len(f.Names)])) })
		}
	}
}

// The grouped likelihood is the sum over customers, written another way.
func TestLikelihoodAddsUp(t *testing.T) {
	for _, f := range allFamilies() {
		for _, params := range [][]float64{{0.24, 4.4, 0.8, 2.4}, {3, 0.2, 0.05, 30}, {400, 5000, 20, 0.3}} {
			m, rows := f.Model(params[:len(f.Names)]...), f.rows()
			p := numeric.NewPoint(logs(m.Params()))
			f.minus(rows)(p)
			sum := 0.0
			for i, n := range rows.N {
				sum += n * m.LogLikelihood(int(rows.X[i]), rows.Weeks(rows.TX[i]), rows.Weeks(rows.T[i]))
			}
			check(t, []row{{f.Name, -p.Value, sum, 1e-12, "customer by customer"}})
		}
	}
}

// E X(t) is the mean of the law of X(t), and a newcomer's prediction.
func TestProbabilitiesAddUp(t *testing.T) {
	for _, f := range allFamilies() {
		m, total, mean := f.plausible(), 0.0, 0.0
		for n := range 600 {
			p := m.PMF(n, 20)
			total += p
			mean += float64(n) * p
		}
		check(t, []row{
			{m.Name() + " Σ P(X = n)", total, 1, 1e-9, "a probability"},
			{m.Name() + " E X", m.Expected(20), mean, 1e-9, "the law of X"},
			{m.Name() + " given nothing", m.ExpectedGiven(0, 0, 0, 20), m.Expected(20), 1e-12, "definition"},
			{m.Name() + " P(X(0) = 0)", m.PMF(0, 0), 1, 1e-12, "definition"},
		})
		if v := m.PMF(1, 0); v != 0 {
			t.Errorf("%s: P(X(0) = 1) = %v", m.Name(), v)
		}
	}
}

// The residual is the limit of ever longer discounted sums.
func TestResidualIsTheSumOfItsWeeks(t *testing.T) {
	const delta = 0.05
	for _, f := range allFamilies() {
		m := f.plausible()
		step, half := 1./64, 0.5
		if f.discrete() {
			step, half = 1, 1
		}
		sum, before := 0.0, 0.0
		for k := 1; float64(k)*step < 800; k++ {
			now := m.ExpectedGiven(3, 10, 20, float64(k)*step)
			sum += (now - before) * math.Exp(-delta*(float64(k)-1+half)*step)
			before = now
		}
		check(t, []row{{m.Name(), m.DERT(3, 10, 20, delta), sum, 1e-5, "week by week"}})
	}
}

// Nothing is NaN or infinite anywhere in the parameters that a search may visit.
func TestModelsAreTotal(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 21))
	for _, f := range allFamilies() {
		for range 100 {
			params := make([]float64, len(f.Names))
			for i := range params {
				params[i] = math.Exp(random.NormFloat64() * 5)
			}
			m := f.Model(params...)
			for _, c := range []struct {
				x       int
				tx, age float64
			}{{0, 0, 0}, {0, 0, 300}, {1, 1, 300}, {20, 300, 300}, {200, 250, 300}, {2000, 2500, 3000}} {
				checkTotal(t, m, c.x, c.tx, c.age)
			}
		}
	}
}

func checkTotal(t *testing.T, m Model, x int, tx, age float64) {
	t.Helper()
	at := fmt.Sprint(m.Name(), m.Params(), x, tx, age)
	if p := m.Alive(x, tx, age); !(p >= 0 && p <= 1) {
		t.Errorf("%s: alive %v", at, p)
	}
	if v := m.LogLikelihood(x, tx, age); math.IsNaN(v) || math.IsInf(v, 1) {
		t.Errorf("%s: ln L %v", at, v)
	}
	for name, v := range map[string]float64{"CET": m.ExpectedGiven(x, tx, age, 52), "DERT": m.DERT(x, tx, age, 0.002)} {
		if !(v >= 0) || math.IsInf(v, 1) {
			t.Errorf("%s: %s %v", at, name, v)
		}
	}
	if p := m.PMF(min(x, 30), min(age, 60)); !(p >= 0 && p <= 1+1e-9) {
		t.Errorf("%s: PMF %v", at, p)
	}
}

// A sample keeps the shares of all x, also of one-timers, who share few rows.
func TestSampleKeepsShares(t *testing.T) {
	s := Summarize(simulate(40_000, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), 400)
	sample := s.Rows.sample(500)
	share := func(rows *Rows, x int32) float64 {
		of, all := 0.0, 0.0
		for i, n := range rows.N {
			if all += n; rows.X[i] == x {
				of += n
			}
		}
		return of / all
	}
	for x := range int32(6) {
		if got, want := share(sample, x), share(&s.Rows, x); math.Abs(got-want) > 0.002 {
			t.Errorf("x = %d has %.4f of the sample, %.4f of all", x, got, want)
		}
	}
	if n := sample.Len(); n < 250 || n > 1000 {
		t.Errorf("%d rows", n)
	}
}
