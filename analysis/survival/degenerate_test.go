package survival

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// everything runs every analysis and fails on an error that is not in words, or on a
// number out of range.
func everything(t *testing.T, name string, s *Subjects, by *Groups, attributes []analysis.Column) {
	t.Helper()
	worded := func(err error) bool {
		if _, ok := err.(*analysis.Error); err != nil && !ok {
			t.Errorf("%s: %v is no error in words", name, err)
		}
		return err == nil
	}
	c, err := Compare(s, by, Options{Times: []float64{0, 1, 100}})
	if worded(err) {
		for g := range c.Groups {
			checkCurve(t, name, &c.Groups[g].Curve)
		}
		if c.LogRank != nil && (c.LogRank.P < 0 || c.LogRank.P > 1) {
			t.Errorf("%s: p = %v", name, c.LogRank.P)
		}
	}
	incidences, err := CumulativeIncidence(s, by, LogLog, 0)
	if worded(err) {
		for k := range incidences {
			checkIncidence(t, name, &incidences[k])
		}
	}
	laws, err := FitLaws(s)
	if worded(err) {
		for _, l := range laws.Laws {
			if v, low, high := l.Survival(1, 0); l.Converged && !(0 <= low && low <= v && v <= high && high <= 1) {
				t.Errorf("%s: %s has S(1) = %v within %v … %v", name, l.Name, v, low, high)
			}
		}
	}
	d, err := NewDesign(s, attributes)
	if !worded(err) {
		return
	}
	for _, ties := range []Ties{Efron, Breslow, Exact} {
		f, err := Cox(d, CoxOptions{Ties: ties, Strata: by})
		if !worded(err) {
			continue
		}
		if f.LogLik < f.Null-1e-9 || math.IsNaN(f.LogLik) {
			t.Errorf("%s: ln L falls from %v to %v", name, f.Null, f.LogLik)
		}
		p, err := f.Predict(f.Typical(), 0)
		if worded(err) {
			for i, v := range p.S {
				if !(v >= 0 && v <= 1) || i > 0 && v > p.S[i-1] {
					t.Errorf("%s: a predicted curve is %v at %v", name, v, p.Time[i])
				}
			}
		}
	}
}

// checkCurve: S never rises, and stays within its band.
func checkCurve(t *testing.T, name string, c *Curve) {
	t.Helper()
	before := 1.0
	for i, v := range c.S {
		if !(v >= 0 && v <= before) {
			t.Errorf("%s: S rises from %v to %v", name, before, v)
		}
		if v > 0 && !(0 <= c.Low[i] && c.Low[i] <= v && v <= c.High[i] && c.High[i] <= 1) {
			t.Errorf("%s: S = %v is not within %v … %v", name, v, c.Low[i], c.High[i])
		}
		before = v
	}
}

// checkIncidence: shares never fall, stay within their bands, and with S they are 1.
func checkIncidence(t *testing.T, name string, in *Incidence) {
	t.Helper()
	for i := range in.Time {
		total := in.S[i]
		for k := range in.Causes {
			v := in.Share[k][i]
			total += v
			if i > 0 && v < in.Share[k][i-1] {
				t.Errorf("%s: a share falls to %v", name, v)
			}
			if low, high := in.Low[k][i], in.High[k][i]; v < 1-1e-12 && !(low <= v+1e-15 && v <= high+1e-15 && low >= 0 && high <= 1) {
				t.Errorf("%s: %v is not within %v … %v", name, v, low, high)
			}
		}
		if math.Abs(total-1) > 1e-12 {
			t.Errorf("%s: shares and S add up to %v", name, total)
		}
	}
}

func TestDegenerate(t *testing.T) {
	two := func(codes ...uint32) *Groups { return &Groups{Code: codes, Names: []string{"a", "b"}} }
	for _, c := range []struct {
		name  string
		time  []float64
		event []uint8
		entry []float64
		by    *Groups
	}{
		{"one who left", []float64{3}, []uint8{1}, nil, nil},
		{"one who stays", []float64{3}, []uint8{0}, nil, nil},
		{"one at age 0", []float64{0}, []uint8{1}, nil, nil},
		{"two, one left", []float64{1, 2}, []uint8{1, 0}, nil, two(0, 1)},
		{"two, both at once", []float64{2, 2}, []uint8{1, 1}, nil, two(0, 1)},
		{"nobody left", []float64{1, 2, 3, 4}, []uint8{0, 0, 0, 0}, nil, two(0, 1, 0, 1)},
		{"all at one time", []float64{5, 5, 5, 5}, []uint8{1, 1, 1, 1}, nil, two(0, 1, 0, 1)},
		{"all at age 0", []float64{0, 0, 0}, []uint8{1, 1, 1}, nil, two(0, 1, 0)},
		{"a group of nobody", []float64{1, 2, 3, 4}, []uint8{1, 1, 0, 1}, nil, two(0, 0, 0, 0)},
		{"groups that never meet", []float64{1, 2, 8, 9}, []uint8{1, 1, 1, 1}, []float64{0, 0, 7, 7}, two(0, 0, 1, 1)},
		{"nobody was watched", []float64{1, 2}, []uint8{1, 1}, []float64{1, 2}, two(0, 1)},
		{"the first leaves alone", []float64{1, 5, 6, 7}, []uint8{1, 1, 0, 1}, []float64{0, 2, 2, 2}, two(0, 1, 0, 1)},
		{"huge and tiny ages", []float64{1e-300, 1e300, 1, 1e-300}, []uint8{1, 1, 1, 0}, nil, two(0, 1, 0, 1)},
		{"grouped by nothing", []float64{1, 2}, []uint8{1, 1}, nil, two(analysis.NoCode, analysis.NoCode)},
	} {
		s := &Subjects{Time: c.time, Event: c.event, Entry: c.entry, Causes: []string{"left"}}
		texts := []string{"x", "y", "x", "x"}[:s.N()]
		everything(t, c.name, s, c.by, []analysis.Column{textColumn("text", texts), numberColumn("number", c.time)})
	}
}

func TestRandomSetsKeepTheirProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(23, 24))
	for range 100 {
		s, by := randomSubjects(rng)
		var numbers []float64
		var texts []string
		for range s.N() {
			numbers = append(numbers, float64(rng.IntN(5)))
			texts = append(texts, []string{"", "a", "b", "c"}[rng.IntN(4)])
		}
		everything(t, "random", s, by, []analysis.Column{numberColumn("number", numbers), textColumn("text", texts)})
	}
}

func TestSubjectsAreChecked(t *testing.T) {
	one := []float64{1}
	for key, s := range map[string]*Subjects{
		"survival.empty":         {},
		"survival.unequal":       {Time: one},
		"survival.unequal-entry": {Time: one, Event: []uint8{0}, Entry: []float64{0, 0}},
		"survival.bad-time":      {Time: []float64{-1}, Event: []uint8{0}},
		"survival.bad-entry":     {Time: one, Event: []uint8{0}, Entry: []float64{2}},
		"survival.bad-event":     {Time: one, Event: []uint8{2}, Causes: []string{"price"}},
	} {
		wantError(t, s.Check(), key)
	}
	var none *Subjects
	wantError(t, none.Check(), "survival.empty")
	fine := &Subjects{Time: one, Event: []uint8{1}}
	_, err := Compare(fine, &Groups{Code: []uint32{3}, Names: []string{"a"}}, Options{})
	wantError(t, err, "survival.bad-groups")
	_, err = Compare(fine, nil, Options{Horizon: -1})
	wantError(t, err, "survival.bad-horizon")
	_, err = Compare(fine, nil, Options{Quantile: []float64{1}})
	wantError(t, err, "survival.bad-quantile")
	_, err = Compare(fine, nil, Options{Ties: Exact})
	wantError(t, err, "survival.bad-ties")
}
