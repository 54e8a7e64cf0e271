package survival

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// TestCompareReference holds what a comparison gathers against R, for lung by sex.
func TestCompareReference(t *testing.T) {
	c, err := Compare(subjects(t, "lung"), groups(t, "lung", "sex"), Options{Horizon: 365, Times: []float64{365}})
	if err != nil {
		t.Fatal(err)
	}
	for g, want := range []struct {
		rmst      [2]float64
		median    [3]float64
		atRisk, n int
	}{
		{[2]float64{241.495085192, 10.3582264911}, [3]float64{270, 210, 306}, 35, 138},
		{[2]float64{297.465409532, 10.7913239788}, [3]float64{426, 345, 524}, 30, 90},
	} {
		got := c.Groups[g]
		if !closeTo(got.RMST.Mean, want.rmst[0]) || !closeTo(got.RMST.SE, want.rmst[1]) {
			t.Errorf("RMST %+v, want %v", got.RMST, want.rmst)
		}
		if q := got.Quantiles[1]; [3]float64{q.Time, q.Low, q.High} != want.median {
			t.Errorf("median %+v, want %v", q, want.median)
		}
		if got.Standings[0].AtRisk != want.atRisk || got.N != want.n {
			t.Errorf("%+v of %d, want %d of %d at risk", got.Standings, got.N, want.atRisk, want.n)
		}
	}
	if !closeTo(c.LogRank.Statistic, 10.3267419549) || !closeTo(c.Peto.Statistic, 12.7141514012) || c.Pairs != nil {
		t.Errorf("tests %+v %+v", c.LogRank, c.Peto)
	}
	d := c.Differences[0]
	se := math.Hypot(10.3582264911, 10.7913239788)
	if !closeTo(d.Difference, 241.495085192-297.465409532) || !closeTo(d.SE, se) || !closeTo(d.High, d.Difference+1.959963984540054*se) {
		t.Errorf("difference %+v", d)
	}
	if z := d.Difference / se; math.Abs(d.P/math.Erfc(math.Abs(z)/math.Sqrt2)-1) > 1e-9 {
		t.Errorf("p %v for z %v", d.P, z)
	}
}

// TestTheSameGroupsTwice: two groups of the same durations do not differ.
func TestTheSameGroupsTwice(t *testing.T) {
	rng := rand.New(rand.NewPCG(51, 52))
	for range 20 {
		one, _ := randomSubjects(rng)
		two := &Subjects{Time: slices.Repeat(one.Time, 2), Event: slices.Repeat(one.Event, 2), Causes: one.Causes}
		if one.Entry != nil {
			two.Entry = slices.Repeat(one.Entry, 2)
		}
		by := &Groups{Names: []string{"a", "b"}, Code: append(make([]uint32, one.N()), slices.Repeat([]uint32{1}, one.N())...)}
		c, err := Compare(two, by, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range []*Test{c.LogRank, c.Peto} {
			if test.Statistic > 1e-20 || test.P < 1-1e-9 {
				t.Errorf("equal groups differ: %+v", test)
			}
		}
		if d := c.Differences[0]; d.Difference != 0 && !math.IsNaN(d.Difference) {
			t.Errorf("equal groups differ: %+v", d)
		}
	}
}

// TestLateEntriesAreCountedFromThen: of customers known only from some age on, the
// curve is right with their entries and too high without.
func TestLateEntriesAreCountedFromThen(t *testing.T) {
	rng := rand.New(rand.NewPCG(53, 54))
	s, x, _ := simulated(rng, 0, 0)
	for s.N() < 5000 {
		life, entry := 20*rng.ExpFloat64(), 30*rng.Float64()
		if rng.IntN(3) == 0 {
			entry = 0
		}
		if life > entry { // who left before is not in the file
			s.Time, s.Event, s.Entry, x = append(s.Time, life), append(s.Event, 1), append(s.Entry, entry), append(x, rng.NormFloat64())
		}
	}
	right, err := Curves(s, nil, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	blind := &Subjects{Time: s.Time, Event: s.Event}
	wrong, err := Curves(blind, nil, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	truth := math.Exp(-1)
	if p := right[0].At(20); math.Abs(p.S-truth) > 4*p.SE {
		t.Errorf("S(20) = %v ± %v, the truth is %v", p.S, p.SE, truth)
	}
	if p := wrong[0].At(20); p.Low < truth+0.05 {
		t.Errorf("without entries S(20) = %v: the data do not show the bias", p.S)
	}
	laws, err := FitLaws(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range laws.Laws[:2] {
		if q := l.Quantile(0.5, 0.9999); !(q.Low < 20*math.Ln2 && 20*math.Ln2 < q.High) {
			t.Errorf("%s: median %+v, the truth is %v", l.Name, q, 20*math.Ln2)
		}
	}
	f := fitCox(t, mustDesign(t, s, numberColumn("x", x)), CoxOptions{})
	if e := f.Effects[0]; math.Abs(e.Z) > 4 {
		t.Errorf("noise has an effect: %+v", e)
	}
}

// TestComparisonDoubts: each doubt is raised where it belongs, and only there.
func TestComparisonDoubts(t *testing.T) {
	rng := rand.New(rand.NewPCG(55, 56))
	compare := func(s *Subjects, by *Groups) []analysis.Warning {
		t.Helper()
		c, err := Compare(s, by, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return c.Warnings
	}
	s, _, plan := simulated(rng, 300, 0)
	column := textColumn("plan", plan)
	by, err := GroupBy(&column, s.N())
	if err != nil {
		t.Fatal(err)
	}
	by.Code[0] = analysis.NoCode
	wantSaid(t, compare(s, by), "survival.ungrouped", "survival.group-thin")
	late := *s
	late.Time, late.Event = slices.Clone(s.Time), make([]uint8, s.N())
	for i := range late.Time {
		late.Time[i] += 50
	}
	wantSaid(t, compare(&late, nil), "survival.truncated", "survival.no-events")
	if missing := late.missingBefore(); missing < 50 {
		t.Errorf("missing before %v, want 50 or more", missing)
	}
	if s.missingBefore() != 0 {
		t.Error("durations from the first month on look cut off")
	}
	few := &Subjects{Time: []float64{1, 2, 3}, Event: []uint8{1, 0, 1}}
	wantSaid(t, compare(few, nil), "survival.group-few")
	none := &Subjects{Time: s.Time, Event: make([]uint8, s.N())}
	wantSaid(t, compare(none, nil), "survival.no-events", "survival.group-none")
	wantSaid(t, compare(few, &Groups{Code: []uint32{0, 0, 0}, Names: []string{"a", "b"}}), "survival.group-empty")
	thin := &Subjects{Time: []float64{1}, Event: []uint8{1}, Entry: []float64{0}}
	for i := range 40 {
		thin.Time, thin.Event, thin.Entry = append(thin.Time, float64(10+i)), append(thin.Event, 1), append(thin.Entry, 5)
	}
	thin.Time, thin.Event, thin.Entry = append(thin.Time, 5), append(thin.Event, 0), append(thin.Entry, 5)
	wantSaid(t, compare(thin, nil), "survival.thin-start", "survival.unwatched")
}

// TestTestsDisagree: one group leaves early and those of it who stay, stay long. The
// log-rank test adds both up to nothing; Peto's weighs what is early.
func TestTestsDisagree(t *testing.T) {
	s := &Subjects{}
	by := &Groups{Names: []string{"early", "steady"}}
	for i := range 100 {
		early := float64(i)
		switch {
		case i < 65:
			early /= 3
		case i >= 80:
			early += 20
		}
		s.Time, s.Event, by.Code = append(s.Time, early, float64(i)), append(s.Event, 1, 1), append(by.Code, 0, 1)
	}
	c, err := Compare(s, by, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.LogRank.P < 0.05 || c.Peto.P > 0.05 {
		t.Fatalf("log-rank p %v, Peto p %v: the data do not show it", c.LogRank.P, c.Peto.P)
	}
	wantSaid(t, c.Warnings, "survival.tests-disagree")
}

// TestGroupsThatNeverMeet cannot be compared, and that is said as NaN.
func TestGroupsThatNeverMeet(t *testing.T) {
	s := &Subjects{Time: []float64{1, 2, 8, 9}, Event: []uint8{1, 1, 1, 1}, Entry: []float64{0, 0, 7, 7}}
	test, err := RankTest(s, &Groups{Code: []uint32{0, 0, 1, 1}, Names: []string{"a", "b"}}, LogRank)
	if err != nil || !math.IsNaN(test.Statistic) || !math.IsNaN(test.P) || test.DF != 0 {
		t.Errorf("%+v, %v", test, err)
	}
}

// TestOrder: radix and comparison sorts agree, ties by position.
func TestOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(57, 58))
	for _, n := range []int{0, 1, 5, radixFrom, 3 * radixFrom} {
		values := make([]float64, n)
		for i := range values {
			switch rng.IntN(3) {
			case 0:
				values[i] = float64(rng.IntN(50))
			case 1:
				values[i] = 1e6 * rng.ExpFloat64()
			}
		}
		if n > 0 {
			values[n/2] = math.Copysign(0, -1)
		}
		order := ascending(values)
		for k := 1; k < len(order); k++ {
			a, b := order[k-1], order[k]
			if values[a] > values[b] || values[a] == values[b] && a > b {
				t.Fatalf("n = %d: %v at %d before %v at %d", n, values[a], a, values[b], b)
			}
		}
		if len(order) != n {
			t.Fatalf("%d positions of %d values", len(order), n)
		}
	}
}

// TestIncidenceOfOneCause is one minus Kaplan and Meier's, interval and all.
func TestIncidenceOfOneCause(t *testing.T) {
	s := subjects(t, "lung")
	for _, interval := range []Interval{LogLog, Log, Plain} {
		curves, err := Curves(s, nil, interval, 0)
		if err != nil {
			t.Fatal(err)
		}
		in, err := CumulativeIncidence(s, nil, interval, 0)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range curves[0].S {
			got := [4]float64{in[0].Share[0][i], in[0].SE[0][i], in[0].Low[0][i], in[0].High[0][i]}
			want := [4]float64{1 - v, curves[0].SE[i], 1 - curves[0].High[i], 1 - curves[0].Low[i]}
			for k := range got {
				if math.Abs(got[k]-want[k]) > 1e-12 {
					t.Fatalf("%q at %v: %v, want %v", interval, curves[0].Time[i], got, want)
				}
			}
		}
	}
}

// TestOnly leaves other causes as censored: their Kaplan–Meier shares add up to more
// than the shares who left.
func TestOnly(t *testing.T) {
	s := &Subjects{Time: []float64{1, 2, 3, 4}, Event: []uint8{1, 2, 1, 2}, Causes: []string{"price", "moved"}}
	total := 0.0
	for cause := 1; cause <= 2; cause++ {
		one := s.Only(cause)
		if len(one.Causes) != 1 || one.Causes[0] != s.Causes[cause-1] {
			t.Errorf("causes %v", one.Causes)
		}
		curves, err := Curves(one, nil, LogLog, 0)
		if err != nil {
			t.Fatal(err)
		}
		total += 1 - curves[0].S[3]
	}
	in, err := CumulativeIncidence(s, nil, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	if v := in[0].Share[0][3] + in[0].Share[1][3]; v != 1 || total <= 1 {
		t.Errorf("shares add up to %v, and one by one to %v", v, total)
	}
}
