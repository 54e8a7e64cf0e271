package survival

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// randomCox fits two random attributes to random subjects; nil where nothing could
// be fitted.
func randomCox(t *testing.T, rng *rand.Rand) (*CoxFit, *Subjects) {
	t.Helper()
	s, g := randomSubjects(rng)
	d, _ := randomDesign(s, rng)
	if d == nil {
		return nil, s
	}
	o := CoxOptions{Ties: []Ties{Efron, Breslow}[rng.IntN(2)]}
	f, err := Cox(d, o)
	if err != nil {
		return nil, s
	}
	_ = g
	return f, s
}

// randomDesign draws a number and a text for each subject.
func randomDesign(s *Subjects, rng *rand.Rand) (*Design, [][]float64) {
	var numbers []float64
	var texts []string
	x := make([][]float64, s.N())
	for i := range s.Time {
		numbers = append(numbers, float64(rng.IntN(7)))
		texts = append(texts, []string{"a", "b"}[rng.IntN(2)])
		x[i] = []float64{numbers[i], 0}
	}
	d, err := NewDesign(s, []analysis.Column{numberColumn("number", numbers), textColumn("text", texts)})
	if err != nil || len(d.Terms) != 2 {
		return nil, nil
	}
	for i := range x {
		if texts[i] == d.Terms[1].Level {
			x[i][1] = 1
		}
	}
	return d, x
}

// brutePartial is ln of the partial likelihood, risk set by risk set.
func brutePartial(s *Subjects, by *Groups, x [][]float64, beta []float64, ties Ties) float64 {
	total := 0.0
	for g := range by.count() {
		for _, t := range s.eventTimes(by, stratumOf(by, g), math.Inf(1)) {
			var risk, dead []float64
			for i, seen := range s.Time {
				eta := beta[0]*x[i][0] + beta[1]*x[i][1]
				if !s.in(by, stratumOf(by, g), i) || seen < t || s.entry(i) >= t && s.entry(i) > 0 {
					continue
				}
				risk = append(risk, math.Exp(eta))
				if seen == t && s.Event[i] != 0 {
					dead = append(dead, math.Exp(eta))
					total += eta
				}
			}
			total -= tieTerm(risk, dead, ties)
		}
	}
	return total
}

func stratumOf(by *Groups, g int) int {
	if by == nil {
		return -1
	}
	return g
}

func tieTerm(risk, dead []float64, ties Ties) float64 {
	all, gone := 0.0, 0.0
	for _, r := range risk {
		all += r
	}
	for _, r := range dead {
		gone += r
	}
	if ties == Exact {
		return math.Log(allSets(risk, len(dead)))
	}
	total := 0.0
	for l := range dead {
		share := 0.0
		if ties == Efron {
			share = float64(l) / float64(len(dead))
		}
		total += math.Log(all - share*gone)
	}
	return total
}

// allSets adds the products of all sets of d risks.
func allSets(risk []float64, d int) float64 {
	if d == 0 {
		return 1
	}
	total := 0.0
	for i := range risk {
		total += risk[i] * allSets(risk[i+1:], d-1)
	}
	return total
}

// TestPartialLikelihoodIsItsDefinition compares value, gradient and Hessian, the
// derivatives with differences of the slow value.
func TestPartialLikelihoodIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	fitted := 0
	for round := range 200 {
		s, by := randomSubjects(rng)
		if round%3 == 0 {
			by = nil
		}
		d, x := randomDesign(s, rng)
		if d == nil {
			continue
		}
		ties := []Ties{Efron, Breslow, Exact}[round%3]
		m := newCoxData(d, by)
		if m.events == 0 {
			continue
		}
		fitted++
		raw := []float64{0.3 * rng.NormFloat64(), rng.NormFloat64()}
		at := []float64{raw[0] * d.Terms[0].Deviation, raw[1] * d.Terms[1].Deviation}
		pt := numeric.NewPoint(at)
		m.minus(ties)(pt)
		slow := func(da, db float64) float64 {
			return -brutePartial(s, by, x, []float64{raw[0] + da/d.Terms[0].Deviation, raw[1] + db/d.Terms[1].Deviation}, ties)
		}
		const h = 1e-4
		near := func(what string, got, want, tolerance float64) {
			t.Helper()
			if !(math.Abs(got-want) <= tolerance*max(1, math.Abs(want))) {
				t.Fatalf("round %d (%q): %s = %.12g, want %.12g", round, ties, what, got, want)
			}
		}
		near("value", pt.Value, slow(0, 0), 1e-11)
		near("gradient 0", pt.Gradient[0], (slow(h, 0)-slow(-h, 0))/(2*h), 1e-5)
		near("gradient 1", pt.Gradient[1], (slow(0, h)-slow(0, -h))/(2*h), 1e-5)
		near("hessian 00", pt.Hessian.At(0, 0), (slow(h, 0)-2*slow(0, 0)+slow(-h, 0))/(h*h), 1e-4)
		near("hessian 11", pt.Hessian.At(1, 1), (slow(0, h)-2*slow(0, 0)+slow(0, -h))/(h*h), 1e-4)
		near("hessian 01", pt.Hessian.At(0, 1), (slow(h, h)-slow(h, -h)-slow(-h, h)+slow(-h, -h))/(4*h*h), 1e-4)
	}
	if fitted < 100 {
		t.Errorf("only %d likelihoods were compared", fitted)
	}
}

// TestResidualsAddUpToNothing holds for every fit, with strata and late entries.
func TestResidualsAddUpToNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for range 100 {
		f, _ := randomCox(t, rng)
		if f == nil {
			continue
		}
		total := 0.0
		for _, r := range f.Residuals() {
			if !math.IsNaN(r) {
				total += r
			}
		}
		if math.Abs(total) > 1e-9 {
			t.Fatalf("martingale residuals add up to %v", total)
		}
	}
}
