package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A Weighting says which events a rank test weighs most.
type Weighting string

// The weightings.
const (
	LogRank Weighting = ""     // all alike: best where hazards are proportional (Mantel 1966)
	Peto    Weighting = "peto" // by the pooled S just before: early events weigh more (Peto and Peto 1972; R's rho = 1)
)

// A Test asks whether groups differ in how long their customers stay.
type Test struct {
	Weighting Weighting
	Observed  []float64 // weighted events, by group
	Expected  []float64 // the same if the groups did not differ
	Statistic float64   // chi-square; NaN where no two groups can be compared
	DF        int       // groups that were ever at risk beside others, less one
	P         float64   // the chance of as much or more if the groups did not differ
}

// A PairTest compares two groups alone.
type PairTest struct {
	A, B     int // groups; Observed and Expected are of these two, in this order
	Test     Test
	Adjusted float64 // P after Holm's correction (1979) for all pairs
}

// A ranking adds up a Test of some groups along the steps.
type ranking struct {
	groups   []int
	test     Test
	variance numeric.Matrix
	s        float64 // pooled survival of the groups before the step
}

func newRanking(w Weighting, groups ...int) *ranking {
	k := len(groups)
	sums := make([]float64, 2*k)
	return &ranking{groups, Test{Weighting: w, Observed: sums[:k:k], Expected: sums[k:]}, numeric.NewMatrix(k), 1}
}

// add counts a step: d events among n at risk, of whom a share p of each group.
// Given these totals, the events of a group are hypergeometric, with variance
// p(1−p)·d(n−d)/(n−1).
func (r *ranking) add(st *step) {
	n, d := 0, 0
	for _, g := range r.groups {
		n += st.risk[g]
		d += st.events[g]
	}
	if d == 0 {
		return
	}
	weight := 1.0
	if r.test.Weighting == Peto {
		weight = r.s
	}
	r.s *= float64(n-d) / float64(n)
	spread := 0.0
	if n > 1 {
		spread = float64(weight*weight) * float64(d) * float64(n-d) / float64(n-1)
	}
	for i, g := range r.groups {
		p := float64(st.risk[g]) / float64(n)
		r.test.Observed[i] += float64(weight * float64(st.events[g]))
		r.test.Expected[i] += float64(weight * float64(d) * p)
		for j := range i + 1 {
			r.covary(i, j, spread, p, float64(st.risk[r.groups[j]])/float64(n))
		}
	}
}

func (r *ranking) covary(i, j int, spread, p, q float64) {
	v := -float64(p * q)
	if i == j {
		v = float64(p * (1 - p))
	}
	r.variance.Set(i, j, r.variance.At(i, j)+float64(spread*v))
}

// finish returns the test. A group that was never at risk beside another has no
// variance and says nothing; of the others one follows from the rest.
func (r *ranking) finish() Test {
	var used []int
	for i := range r.groups {
		if r.variance.At(i, i) > 0 {
			used = append(used, i)
		}
	}
	r.test.DF = max(0, len(used)-1)
	r.test.Statistic, r.test.P = math.NaN(), math.NaN()
	if r.test.DF == 0 {
		return r.test
	}
	v, off := numeric.NewMatrix(r.test.DF), make([]float64, r.test.DF)
	for i, a := range used[1:] {
		off[i] = r.test.Observed[a] - r.test.Expected[a]
		for j, b := range used[1 : i+2] {
			v.Set(i, j, r.variance.At(a, b))
		}
	}
	if l, ok := v.Cholesky(); ok {
		r.test.Statistic = 0
		for i, x := range l.SolveCholesky(off) {
			r.test.Statistic += float64(x * off[i])
		}
		r.test.P = numeric.ChiSquareTail(r.test.Statistic, r.test.DF)
	}
	return r.test
}

// RankTest compares all groups at once. Left truncation is taken into the risk
// sets. The error is an *analysis.Error.
func RankTest(s *Subjects, by *Groups, w Weighting) (Test, error) {
	level := 0.0
	if err := s.ready(by, LogLog, &level); err != nil {
		return Test{}, err
	}
	r := newRanking(w, every(by.count())...)
	s.sequence().walk(by, r.add)
	return r.finish(), nil
}

// PairTests compares each pair of groups alone.
func PairTests(s *Subjects, by *Groups, w Weighting) ([]PairTest, error) {
	level := 0.0
	if err := s.ready(by, LogLog, &level); err != nil {
		return nil, err
	}
	pairs := newPairs(w, by.count())
	s.sequence().walk(by, pairs.add)
	return pairs.finish(), nil
}

// pairs are the rankings of all pairs.
type pairs []*ranking

func newPairs(w Weighting, groups int) pairs {
	var p pairs
	for a := range groups {
		for b := a + 1; b < groups; b++ {
			p = append(p, newRanking(w, a, b))
		}
	}
	return p
}

func (p pairs) add(st *step) {
	for _, r := range p {
		r.add(st)
	}
}

func (p pairs) finish() []PairTest {
	out, raw := make([]PairTest, len(p)), make([]float64, len(p))
	for i, r := range p {
		out[i] = PairTest{A: r.groups[0], B: r.groups[1], Test: r.finish()}
		raw[i] = out[i].Test.P
	}
	for i, v := range holm(raw) {
		out[i].Adjusted = v
	}
	return out
}

// every returns 0, 1, …, n−1.
func every(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
