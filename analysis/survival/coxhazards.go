package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// testHazards asks of each column whether its coefficient changes with age, as
// β + θ·g(t) would: the score test of θ = 0 (Grambsch and Therneau 1994, Biometrika
// 81:515, in the form of R's cox.zph since survival 3.0, which uses the information of
// β and θ together). g is 1 − S(t−) of all customers, which gives each event about the
// same weight.
func (f *CoxFit) testHazards() {
	c := f.model
	if !c.known || len(c.finite) == 0 {
		return
	}
	t := newDrift(c)
	t.run()
	var all []int
	for _, of := range c.columns() {
		f.Proportional = append(f.Proportional, t.test(c.design.Terms[c.finite[of[0]]].Column, of))
		all = append(all, of...)
	}
	f.ProportionalAll = t.test("", all)
}

// columns returns the finite terms by column: positions in c.finite.
func (c *coxModel) columns() [][]int {
	var out [][]int
	for k, j := range c.finite {
		if k > 0 && c.design.Terms[j].Column == c.design.Terms[c.finite[k-1]].Column {
			out[len(out)-1] = append(out[len(out)-1], k)
		} else {
			out = append(out, []int{k})
		}
	}
	return out
}

// drift is the score by θ and the information of (β, θ), over all terms.
type drift struct {
	c                 *coxModel
	clock             map[float64]float64 // g by event time, centred over the events
	score             []float64
	both, cross, last []float64 // lower triangles of the blocks ββ, βθ and θθ
}

func newDrift(c *coxModel) *drift {
	p := c.data.p
	tri := p * (p + 1) / 2
	return &drift{c, c.clock(), make([]float64, p), make([]float64, tri), make([]float64, tri), make([]float64, tri)}
}

// clock returns g at each time with events.
func (c *coxModel) clock() map[float64]float64 {
	d := c.design
	all := &Subjects{Causes: d.subjects.Causes}
	for g := range c.data.strata {
		for _, r := range c.data.strata[g].order {
			i := d.rows[r]
			all.Time, all.Event = append(all.Time, d.subjects.Time[i]), append(all.Event, d.subjects.Event[i])
			if d.subjects.Entry != nil {
				all.Entry = append(all.Entry, d.subjects.Entry[i])
			}
		}
	}
	curve := &all.sequence().curves(nil, LogLog, DefaultLevel)[0]
	clock, before, total := map[float64]float64{}, 1.0, 0.0
	for i, n := range curve.Events {
		if n > 0 {
			clock[curve.Time[i]] = 1 - before
			total += float64(float64(n) * (1 - before))
		}
		before = curve.S[i]
	}
	for t := range clock {
		clock[t] -= total / float64(c.data.events)
	}
	return clock
}

func (t *drift) run() {
	m, ties := t.c.data, t.c.options.Ties
	if ties == Exact { // as R does: the score of the exact likelihood is Breslow's but for ties
		ties = Breslow
	}
	r, e := m.risks(t.c.beta), newTied(m.p)
	for g := range m.strata {
		m.scan(&m.strata[g], r, ties, func(at float64, risk, dead *sums) {
			e.of(risk, dead, ties)
			t.add(t.clock[at], e, dead)
		})
	}
}

func (t *drift) add(g float64, e *tied, dead *sums) {
	for i, mean := range e.mean {
		t.score[i] += float64(g * (dead.x[i] - mean))
	}
	for k, v := range e.v {
		t.both[k] += v
		t.cross[k] += float64(g * v)
		t.last[k] += float64(float64(g*g) * v)
	}
}

// test returns the score test of θ = 0 for some of the finite terms. At the maximum
// the score by β is 0.
func (t *drift) test(column string, of []int) HazardTest {
	info, u := t.information(of), make([]float64, len(t.c.finite))
	for _, k := range of {
		u = append(u, t.score[t.c.finite[k]])
	}
	out := HazardTest{column, math.NaN(), len(of), math.NaN()}
	if l, ok := info.Cholesky(); ok {
		out.Statistic = 0
		for i, v := range l.SolveCholesky(u) {
			out.Statistic += float64(v * u[i])
		}
		out.P = numeric.ChiSquareTail(out.Statistic, out.DF)
	}
	return out
}

// information returns that of β, all finite terms, and of θ for some of them.
func (t *drift) information(of []int) numeric.Matrix {
	fin := t.c.finite
	n := len(fin)
	info := numeric.NewMatrix(n + len(of))
	for a, i := range fin {
		for b, j := range fin[:a+1] {
			info.Set(a, b, packed(t.both, i, j))
		}
	}
	for a, k := range of {
		for b, j := range fin {
			info.Set(n+a, b, packed(t.cross, fin[k], j))
		}
		for b, l := range of[:a+1] {
			info.Set(n+a, n+b, packed(t.last, fin[k], fin[l]))
		}
	}
	return info
}

// packed reads a symmetric matrix that is stored as its lower triangle, by rows.
func packed(triangle []float64, i, j int) float64 {
	if i < j {
		i, j = j, i
	}
	return triangle[i*(i+1)/2+j]
}
