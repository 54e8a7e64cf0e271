package clv

import (
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis/internal/numeric"
)

// How many data sets per model TestRecoveryOnAGrid draws. Two hundred in all are
//
//	go test ./analysis/clv -run RecoveryOnAGrid -v -grid 67
var gridSize = flag.Int("grid", 6, "simulated data sets per model")

// gridTicks a week keep the times of simulated purchases nearly exact: models in
// continuous time are put to the test, not the rounding to days.
const gridTicks = 1000

// A person is a simulated customer: the data, and what is to be foreseen.
type person struct {
	x, tx, t int32
	later    float64 // purchases in the holdout
}

// A habit draws when a customer of a model lapses.
type habit struct {
	rate    float64 // purchases a week
	death   float64 // time of lapse, whatever is bought
	dropout float64 // chance to lapse at each repeat purchase
}

func drawHabit(random *rand.Rand, m Model) habit {
	p := m.Params()
	h := habit{rate: gammaDraw(random, p[0]) / p[1], death: math.Inf(1)}
	switch m.(type) {
	case ParetoNBD:
		h.death = random.ExpFloat64() / (gammaDraw(random, p[2]) / p[3])
	case BGNBD, MBGNBD:
		a, b := gammaDraw(random, p[2]), gammaDraw(random, p[3])
		h.dropout = a / (a + b)
		if _, atOnce := m.(MBGNBD); atOnce && random.Float64() < h.dropout {
			h.death = 0
		}
	}
	return h
}

// live follows a customer for so many weeks and the holdout after them.
func (h habit) live(random *rand.Rand, weeks, holdout float64) person {
	p := person{t: int32(weeks * gridTicks)}
	for at := random.ExpFloat64() / h.rate; at < min(h.death, weeks+holdout); at += random.ExpFloat64() / h.rate {
		if at < weeks {
			p.x, p.tx = p.x+1, int32(at*gridTicks)
		} else {
			p.later++
		}
		if random.Float64() < h.dropout {
			break
		}
	}
	return p
}

// drawModel draws true parameters over a wide range: buyers a hundred times as fast
// as others, hardly or very different, lapsing in weeks or in years.
func (f *Family) drawModel(random *rand.Rand) Model {
	within := func(low, high float64) float64 { return low * math.Pow(high/low, random.Float64()) }
	r, rate := within(0.2, 3), within(0.02, 1)
	switch f {
	case NBDFamily:
		return NBD{r, r / rate}
	case ParetoNBDFamily:
		return ParetoNBD{r, r / rate, within(0.3, 2), within(5, 60)}
	}
	return f.Model(r, r/rate, within(0.3, 3), within(1, 10))
}

// A coverage counts how often 95 % intervals held the truth.
type coverage struct{ held, of int }

func (c *coverage) add(z float64) {
	c.of++
	if math.Abs(z) <= numeric.Z95 {
		c.held++
	}
}

func (c coverage) share() float64 { return float64(c.held) / float64(c.of) }

// What was put in comes out: over random true parameters the intervals of the
// parameters and of the total of the holdout hold the truth about as often as they
// promise, and what cannot be told is said, not made up.
func TestRecoveryOnAGrid(t *testing.T) {
	for _, f := range Families() {
		random := rand.New(rand.NewPCG(41, 41))
		var params, totals coverage
		doubtful := 0
		for range *gridSize {
			truth := f.drawModel(random)
			people := make([]person, 3000)
			for i := range people {
				people[i] = drawHabit(random, truth).live(random, 26+random.Float64()*52, 26)
			}
			m, z := recover95(t, f, people)
			if v := m.Verdict; !v.Converged || v.Boundary != nil {
				if v.Boundary == nil {
					t.Errorf("%s %v: lost without a word: %+v", f.Name, truth, v)
				}
				doubtful++
				continue
			}
			if m.Verdict.Gradient > 1e-3 {
				t.Errorf("%s %v: false convergence, %+v", f.Name, truth, m.Verdict)
			}
			for i, p := range truth.Params() {
				params.add((math.Log(m.Params[i].Value) - math.Log(p)) * m.Params[i].Value / m.Params[i].SE)
			}
			totals.add(z)
		}
		t.Logf("%-10s %d data sets, %d doubtful; 95 %% intervals hold %.1f %% of parameters, %.1f %% of holdout totals", f.Name,
			*gridSize, doubtful, 100*params.share(), 100*totals.share())
		if params.of > 0 && params.share() < 0.8 || totals.of > 4 && totals.share() < 0.6 || doubtful > 1+*gridSize/3 {
			t.Errorf("%s: %+v, %+v, %d doubtful", f.Name, params, totals, doubtful)
		}
	}
}

// recover95 fits and returns how many standard errors the holdout's total is off.
// The variance has two parts: of single customers, estimated by their squared
// misses, and of the parameters, by the delta method.
func recover95(t *testing.T, f *Family, people []person) (*Fitted, float64) {
	var x, tx, age []int32
	for _, p := range people {
		x, tx, age = append(x, p.x), append(tx, p.tx), append(age, p.t)
	}
	rows, rowOf := group(x, tx, age, gridTicks)
	m := fitModel(t, f, &rows)
	forecast := rows.expectedWithin(m.Model, 26)
	miss, square := 0.0, 0.0
	for i, p := range people {
		d := p.later - forecast[rowOf[i]]
		miss += d
		square += d * d
	}
	if slices.ContainsFunc(forecast, math.IsNaN) || math.IsInf(miss, 0) {
		t.Errorf("%s %v: forecasts %v", f.Name, m.Model, miss)
	}
	total := func(m Model) (sum float64) {
		for i, v := range rows.expectedWithin(m, 26) {
			sum += rows.N[i] * v
		}
		return sum
	}
	gradient := make([]float64, len(f.Names))
	for i := range gradient {
		moved := m.Model.Params()
		moved[i] *= math.Exp(1e-4)
		gradient[i] = (total(f.Model(moved...)) - total(m.Model)) / 1e-4
	}
	return m, miss / math.Sqrt(square+m.Covariance.Quadratic(gradient))
}

// Bases that no model was made for end in an error that says why, or in finite
// numbers whose verdict owns up.
func TestModelsOnDegenerateBases(t *testing.T) {
	same := func(n int, x, tx, age int32) *Rows {
		return &Rows{[]int32{x}, []int32{tx}, []int32{age}, []float64{float64(n)}, 7}
	}
	for _, c := range []struct {
		name string
		rows *Rows
	}{
		{"all one-timers", same(5000, 0, 0, 400)},
		{"all one-timers, who came at any time", spread(0, 0)},
		{"one customer", same(1, 3, 100, 200)},
		{"one customer, once", same(1, 0, 0, 200)},
		{"everyone daily", same(1000, 364, 364, 364)},
		{"everyone daily, who came at any time", spread(1, 0)},
		{"all stopped at once", spread(0, 1)},
		{"x = 2000", &Rows{[]int32{0, 1, 2000}, []int32{0, 50, 2100}, []int32{2200, 2200, 2200}, []float64{500, 300, 5}, 7}},
		{"all on the last day", same(100, 0, 0, 0)},
		{"bought today", &Rows{[]int32{0, 3}, []int32{0, 70}, []int32{0, 70}, []float64{10, 10}, 7}},
	} {
		for _, f := range Families() {
			checkDegenerateFit(t, c.name, f, c.rows)
		}
	}
}

// spread returns customers of ages 1 to 360 days who bought daily so many times in
// proportion to their age, and those who bought a few times and stopped.
func spread(daily, stopped int32) *Rows {
	rows := &Rows{PerWeek: 7}
	for age := int32(10); age <= 360; age++ {
		x := max(daily*age, stopped*(1+age%3))
		rows.X, rows.TX, rows.T, rows.N = append(rows.X, x), append(rows.TX, x), append(rows.T, age), append(rows.N, 3)
	}
	return sortedRows(rows)
}

// sortedRows brings rows into the order that group gives them.
func sortedRows(r *Rows) *Rows {
	var x, tx, age []int32
	for i, n := range r.N {
		for range int(n) {
			x, tx, age = append(x, r.X[i]), append(tx, r.TX[i]), append(age, r.T[i])
		}
	}
	out, _ := group(x, tx, age, r.PerWeek)
	return &out
}

func checkDegenerateFit(t *testing.T, name string, f *Family, rows *Rows) {
	t.Helper()
	m, err := f.Fit(t.Context(), rows)
	if missing, failed := excuse(err); missing != nil || failed != nil {
		if failed != nil {
			t.Errorf("%s, %s: %v", name, f.Name, failed)
		}
		return
	}
	if math.IsNaN(m.LogLik) || math.IsInf(m.LogLik, 0) {
		t.Errorf("%s, %s: ln L = %v", name, f.Name, m.LogLik)
	}
	if v := m.Verdict; v.Converged && v.Gradient > steep || !v.Converged && v.Boundary == nil {
		t.Errorf("%s, %s: %v, %+v", name, f.Name, m.Model, v)
	}
	for i := 0; i < rows.Len(); i += 1 + rows.Len()/20 {
		checkTotal(t, m.Model, int(rows.X[i]), rows.Weeks(rows.TX[i]), rows.Weeks(rows.T[i]))
	}
}

// The same of opportunities.
func TestBGBBOnDegenerateBases(t *testing.T) {
	for name, rows := range map[string]*Rows{
		"nobody ever":      {[]int32{0}, []int32{0}, []int32{6}, []float64{500}, 1},
		"everybody always": {[]int32{6}, []int32{6}, []int32{6}, []float64{500}, 1},
		"one donor":        {[]int32{3}, []int32{4}, []int32{6}, []float64{1}, 1},
		"no opportunity":   {[]int32{0}, []int32{0}, []int32{0}, []float64{9}, 1},
		"all or nothing":   {[]int32{0, 6}, []int32{0, 6}, []int32{6, 6}, []float64{300, 200}, 1},
		"a thousand":       {[]int32{0, 400, 999}, []int32{0, 800, 1000}, []int32{1000, 1000, 1000}, []float64{30, 5, 2}, 1},
	} {
		checkDegenerateFit(t, name, BGBBFamily, rows)
	}
}

// And of contracts: cohorts that hardly leave, leave at once, or are few.
func TestContractsOnDegenerateCohorts(t *testing.T) {
	for name, cohort := range map[string][]float64{
		"all leave at once":    {1000, 0, 0, 0, 0},
		"one leaves":           {1000, 1000, 1000, 999, 999},
		"a constant rate":      {1000, 900, 810, 729, 656, 590, 531},
		"leave ever more":      {1000, 990, 900, 600, 100, 0},
		"three customers":      {3, 2, 2, 1},
		"millions":             {4e6, 3e6, 2.5e6, 2.2e6, 2e6, 1.9e6},
		"all leave in the end": {50, 50, 50, 0},
	} {
		for _, f := range ContractFamilies() {
			m, err := f.Fit(t.Context(), tenures(t, cohort))
			if missing, failed := excuse(err); missing != nil || failed != nil {
				t.Errorf("%s, %s: %v", name, f.Name, err)
				continue
			}
			if v := m.Verdict; v.Converged && v.Gradient > steep || !v.Converged && v.Boundary == nil {
				t.Errorf("%s, %s: %v, %+v", name, f.Name, m.Model, v)
			}
			for k := range 30 {
				s, r, d := m.Model.Survival(k), m.Model.Retention(k+1), m.Model.DERL(k+1, 0.1)
				if !(s >= 0 && s <= 1) || !(r >= 0 && r <= 1) || !(d >= 0 && d <= 11+1e-9) {
					t.Errorf("%s, %s, %v: S %v, retention %v, DERL %v", name, f.Name, m.Model, s, r, d)
				}
			}
		}
	}
}
