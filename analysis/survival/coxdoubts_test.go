package survival

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// said lists the keys of warnings.
func said(warnings []analysis.Warning) []string {
	var keys []string
	for _, w := range warnings {
		keys = append(keys, w.Message.Key)
	}
	return keys
}

func wantSaid(t *testing.T, warnings []analysis.Warning, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if !slices.Contains(said(warnings), key) {
			t.Errorf("warnings %v do not hold %s", said(warnings), key)
		}
	}
}

// simulated draws customers whose monthly hazard is base·e^(β·x), x standard normal,
// and texts of three levels that do not matter.
func simulated(rng *rand.Rand, n int, beta float64) (s *Subjects, x []float64, plan []string) {
	s = &Subjects{Causes: []string{"left"}, Unit: analysis.Months}
	for range n {
		v := rng.NormFloat64()
		life, seen := rng.ExpFloat64()*20/math.Exp(beta*v), 40*rng.Float64()
		left := uint8(0)
		if life <= seen {
			left = 1
		}
		s.Time, s.Event = append(s.Time, math.Ceil(min(life, seen))), append(s.Event, left)
		x, plan = append(x, math.Round(100*v)/100), append(plan, []string{"basic", "plus", "team"}[rng.IntN(3)])
	}
	return s, x, plan
}

func mustDesign(t *testing.T, s *Subjects, attributes ...analysis.Column) *Design {
	t.Helper()
	d, err := NewDesign(s, attributes)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCoxFindsTheTruth: the coefficient that the data were drawn with is found, for
// all ways of ties, and proportional hazards are not doubted.
func TestCoxFindsTheTruth(t *testing.T) {
	s, x, plan := simulated(rand.New(rand.NewPCG(31, 32)), 4000, 0.5)
	d := mustDesign(t, s, numberColumn("x", x), textColumn("plan", plan))
	for _, ties := range []Ties{Efron, Breslow} {
		f := fitCox(t, d, CoxOptions{Ties: ties})
		if e := f.Effects[0]; math.Abs(e.Coefficient-0.5) > 4*e.SE || e.SE > 0.05 {
			t.Errorf("%q: β = %v ± %v, drawn with 0.5", ties, e.Coefficient, e.SE)
		}
		if f.ProportionalAll.P < 1e-3 || len(f.Proportional) != 2 || f.Proportional[1].DF != 2 {
			t.Errorf("%q: hazards are not proportional: %+v %+v", ties, f.Proportional, f.ProportionalAll)
		}
		if len(f.Effects) != 3 || f.Effects[1].Term.Reference == "" || f.Effects[1].Term.Customers < 1000 {
			t.Errorf("effects %+v", f.Effects)
		}
		if len(f.Warnings) != 0 {
			t.Errorf("%q: warnings %v", ties, said(f.Warnings))
		}
	}
}

// TestCoxKnowsNoUnits: scaling or shifting a column divides its coefficient and
// leaves all else.
func TestCoxKnowsNoUnits(t *testing.T) {
	s, x, plan := simulated(rand.New(rand.NewPCG(33, 34)), 300, 0.5)
	scaled := make([]float64, len(x))
	for i, v := range x {
		scaled[i] = 7 + 1000*v
	}
	a := fitCox(t, mustDesign(t, s, numberColumn("x", x), textColumn("plan", plan)), CoxOptions{})
	b := fitCox(t, mustDesign(t, s, textColumn("plan", plan), numberColumn("x", scaled)), CoxOptions{})
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	near("coefficient", b.Effects[2].Coefficient*1000, a.Effects[0].Coefficient)
	near("z", b.Effects[2].Z, a.Effects[0].Z)
	near("level", b.Effects[0].Coefficient, a.Effects[1].Coefficient)
	near("ln L", b.LogLik, a.LogLik)
	near("concordance", b.Concordance.SE, a.Concordance.SE)
	near("drift", b.ProportionalAll.Statistic, a.ProportionalAll.Statistic)
	pa, errA := a.Predict([]float64{0.5, 1, 0}, 0)
	pb, errB := b.Predict([]float64{1, 0, 507}, 0)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	for i := range pa.S {
		near("predicted", pb.S[i], pa.S[i])
		near("band", pb.Low[i], pa.Low[i])
	}
}

// TestSeparation: a level of which nobody left has no finite coefficient; the others
// are those of the data without these customers, whose risk goes to nothing.
func TestSeparation(t *testing.T) {
	s, x, plan := simulated(rand.New(rand.NewPCG(35, 36)), 300, 0.5)
	for i, p := range plan {
		if p == "team" {
			s.Event[i] = 0
		}
	}
	for _, ties := range []Ties{Efron, Breslow, Exact} {
		f := fitCox(t, mustDesign(t, s, numberColumn("x", x), textColumn("plan", plan)), CoxOptions{Ties: ties})
		wantSaid(t, f.Warnings, "survival.cox-level-none")
		team := slices.IndexFunc(f.Effects, func(e Effect) bool { return e.Term.Level == "team" })
		if team < 0 {
			t.Fatal("team is the reference")
		}
		if e := f.Effects[team]; !e.Infinite || !math.IsInf(e.Coefficient, -1) || e.Ratio != 0 || !math.IsNaN(e.SE) {
			t.Errorf("%q: %+v, want an infinite effect", ties, e)
		}
		var rest Subjects
		var restX []float64
		var restPlan []string
		for i, p := range plan {
			if p != "team" {
				rest.Time, rest.Event = append(rest.Time, s.Time[i]), append(rest.Event, s.Event[i])
				restX, restPlan = append(restX, x[i]), append(restPlan, p)
			}
		}
		rest.Causes = s.Causes
		without := fitCox(t, mustDesign(t, &rest, numberColumn("x", restX), textColumn("plan", restPlan)), CoxOptions{Ties: ties})
		if math.Abs(f.LogLik-without.LogLik) > 1e-6 || math.Abs(f.Effects[0].Coefficient-without.Effects[0].Coefficient) > 1e-6 ||
			math.Abs(f.Effects[0].SE-without.Effects[0].SE) > 1e-6 {
			t.Errorf("%q: %v %+v, want %v %+v", ties, f.LogLik, f.Effects[0], without.LogLik, without.Effects[0])
		}
	}
}

// TestOrderedByANumber: a number that orders all customers has no finite coefficient
// either.
func TestOrderedByANumber(t *testing.T) {
	s := &Subjects{Causes: []string{"left"}}
	var x []float64
	for i := range 40 {
		s.Time, s.Event, x = append(s.Time, float64(i+1)), append(s.Event, 1), append(x, float64(-i))
	}
	f := fitCox(t, mustDesign(t, s, numberColumn("x", x)), CoxOptions{})
	wantSaid(t, f.Warnings, "survival.cox-infinite")
	if !math.IsInf(f.Effects[0].Coefficient, 1) || f.Concordance.C != 1 {
		t.Errorf("%+v, concordance %v", f.Effects[0], f.Concordance.C)
	}
}

// TestColumnsThatSayNothing are left out and named.
func TestColumnsThatSayNothing(t *testing.T) {
	s, x, plan := simulated(rand.New(rand.NewPCG(37, 38)), 200, 0.5)
	one, sum := make([]float64, len(x)), make([]float64, len(x))
	same := slices.Repeat([]string{"cn"}, len(x))
	for i, v := range x {
		one[i], sum[i] = 5, 2*v+3
		if plan[i] == "team" {
			sum[i] -= 4
		}
	}
	f := fitCox(t, mustDesign(t, s, numberColumn("one", one), textColumn("country", same), numberColumn("x", x), textColumn("plan", plan), numberColumn("sum", sum)), CoxOptions{})
	wantSaid(t, f.Warnings, "survival.cox-constant", "survival.cox-collinear")
	if len(f.Left) != 3 || !f.Left[0].Constant || !f.Left[1].Constant || f.Left[2].Constant || f.Left[2].Term.Column != "sum" || len(f.Effects) != 3 {
		t.Errorf("left out %+v", f.Left)
	}
	_, err := Cox(mustDesign(t, s, numberColumn("one", one)), CoxOptions{})
	wantError(t, err, "survival.no-terms")
}

// TestDriftIsNoticed: where a group leaves early and then hardly at all, hazards cross.
func TestDriftIsNoticed(t *testing.T) {
	rng := rand.New(rand.NewPCG(39, 40))
	s := &Subjects{Causes: []string{"left"}}
	var plan []string
	for i := range 400 {
		p, life := "steady", 10*rng.ExpFloat64()
		if i%2 == 0 {
			if p = "burst"; rng.IntN(2) == 0 {
				life /= 10
			} else {
				life *= 5
			}
		}
		left := uint8(0)
		if life < 30 {
			left = 1
		}
		s.Time, s.Event, plan = append(s.Time, min(life, 30)), append(s.Event, left), append(plan, p)
	}
	f := fitCox(t, mustDesign(t, s, textColumn("plan", plan)), CoxOptions{})
	wantSaid(t, f.Warnings, "survival.cox-drift")
	few := fitCox(t, mustDesign(t, &Subjects{Time: s.Time[:12], Event: s.Event[:12], Causes: s.Causes},
		textColumn("plan", plan[:12]), numberColumn("x", s.Time[:12])), CoxOptions{})
	wantSaid(t, few.Warnings, "survival.cox-few")
}

// TestMissingValues: numbers that miss leave customers out; a text that misses often
// has a level of its own.
func TestMissingValues(t *testing.T) {
	s, x, plan := simulated(rand.New(rand.NewPCG(41, 42)), 200, 0.5)
	for i := range 40 {
		plan[i] = ""
	}
	x[0], x[199] = math.NaN(), math.NaN()
	f := fitCox(t, mustDesign(t, s, numberColumn("x", x), textColumn("plan", plan)), CoxOptions{})
	wantSaid(t, f.Warnings, "survival.cox-missing")
	if last := f.Effects[len(f.Effects)-1].Term; f.Missing != 2 || f.N != 198 || !last.Missing || last.Customers != 39 {
		t.Errorf("missing %d, N %d, last term %+v", f.Missing, f.N, last)
	}
	if !math.IsNaN(f.Residuals()[0]) || math.IsNaN(f.Predictors()[1]) {
		t.Error("residuals of customers left out are not NaN")
	}
}

// TestRefusals are in words.
func TestRefusals(t *testing.T) {
	s, x, _ := simulated(rand.New(rand.NewPCG(43, 44)), 60, 0.5)
	many := make([]string, len(x))
	for i := range many {
		many[i] = string(rune('a' + i%25))
	}
	_, err := NewDesign(s, nil)
	wantError(t, err, "survival.no-attributes")
	_, err = NewDesign(s, []analysis.Column{numberColumn("x", x[:10])})
	wantError(t, err, "survival.bad-attribute")
	_, err = NewDesign(s, []analysis.Column{textColumn("many", many)})
	wantError(t, err, "survival.many-levels")
	_, err = NewDesign(s, []analysis.Column{numberColumn("x", slices.Repeat([]float64{math.NaN()}, 60))})
	wantError(t, err, "survival.all-missing")
	d := mustDesign(t, s, numberColumn("x", x))
	_, err = Cox(d, CoxOptions{Ties: "other"})
	wantError(t, err, "survival.bad-ties")
	_, err = Cox(d, CoxOptions{Level: 2})
	wantError(t, err, "survival.bad-level")
	_, err = fitCox(t, d, CoxOptions{}).Predict(nil, 0)
	wantError(t, err, "survival.bad-profile")
	_, err = Cox(mustDesign(t, &Subjects{Time: s.Time, Event: make([]uint8, 60)}, numberColumn("x", x)), CoxOptions{})
	wantError(t, err, "survival.cox-no-events")
	big, bigX, _ := simulated(rand.New(rand.NewPCG(45, 46)), 20_000, 0.5)
	_, err = Cox(mustDesign(t, big, numberColumn("x", bigX)), CoxOptions{Ties: Exact})
	wantError(t, err, "survival.exact-large")
	column := textColumn("many", many)
	column.Kind = analysis.DayColumn
	_, err = GroupBy(&column, 60)
	wantError(t, err, "survival.group-kind")
}
