package chart

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// lapses simulates customers who came over a year and a half and fall silent for a
// window of days, some at once.
func lapses(customers int, window float64) *survival.Roll {
	rng := random(2)
	const span = 545
	r := &survival.Roll{Subjects: survival.Subjects{Unit: analysis.Days, Causes: []string{""}}}
	for range customers {
		seen := span - span*rng.Float64()*rng.Float64()
		lapse := window + 1 + 330*rng.Float64()/(0.15+rng.Float64())
		if rng.Float64() < 0.35 {
			lapse = window
		}
		put(r, math.Floor(min(lapse, seen)), lapse <= seen, 1)
	}
	return r
}

func put(r *survival.Roll, time float64, lost bool, cause uint8) {
	if !lost {
		cause = 0
	}
	r.Subjects.Time = append(r.Subjects.Time, time)
	r.Subjects.Event = append(r.Subjects.Event, cause)
}

// survivalFixture is the study of customers under a silence window.
func survivalFixture(customers int, window float64) *survival.Study {
	s := study(lapses(customers, window), nil)
	s.Origin, s.Window, s.End = survival.FromPurchase, int(window), analysis.Date(2024, 6, 30)
	return s
}

func study(r *survival.Roll, by *survival.Partition) *survival.Study {
	s, err := survival.NewStudy(r, by, survival.Options{})
	if err != nil {
		panic(err)
	}
	return s
}

// planNames are those of the groups of plansFixture; some are long.
var planNames = []string{"Month-to-month", "One year", "Two year", "Electronic check, paperless, annual", "按年付费的企业客户", "other values"}

// plansFixture follows the customers of so many plans by the month.
func plansFixture(plans, customers int) *survival.Study {
	rng := random(3)
	r := &survival.Roll{Subjects: survival.Subjects{Unit: analysis.Months, Causes: []string{"price", "moved away", "service"}}}
	r.Causes = []survival.Label{{Text: "price"}, {Text: "moved away"}, {Text: "service"}}
	by := &survival.Partition{Groups: &survival.Groups{}}
	for k := range plans {
		by.Labels = append(by.Labels, survival.Label{Text: planNames[k]})
		by.Groups.Names = append(by.Groups.Names, planNames[k])
		for range customers / (k + 1) {
			leaves, seen := math.Ceil(rng.ExpFloat64()*18*math.Pow(2.6, float64(k))), math.Ceil(72*rng.Float64())
			put(r, min(leaves, seen), leaves <= seen, 1+uint8(3*rng.Float64()*rng.Float64()))
			by.Groups.Code = append(by.Groups.Code, uint32(k))
		}
	}
	s := study(r, by)
	s.Origin, s.Column = survival.FromFile, "Plan"
	return s
}

// The three rows under the survival curve add up to all customers.
func TestStandingAddsUp(t *testing.T) {
	c := &survivalFixture(500, 60).Comparison.Groups[0].Curve
	for day := range 545 {
		at := standingAt(c, float64(day))
		if at.atRisk+at.lost+at.open != c.N {
			t.Fatalf("day %d: %+v does not add up to %d", day, at, c.N)
		}
	}
}

func TestStandingAtEnd(t *testing.T) {
	c := survival.Curve{Time: []float64{1, 4}, AtRisk: []int{3, 2}, Events: []int{1, 1}, Censored: []int{0, 1}, S: []float64{2. / 3, 1. / 3}, N: 3}
	if at := standingAt(&c, 9); at != (standing{0, 2, 1}) {
		t.Errorf("after the last time: %+v", at)
	}
}

// A tail is faded from the first time after which fewer than ten are at risk.
func TestFadeFrom(t *testing.T) {
	for _, c := range []struct {
		atRisk []int
		want   float64
	}{
		{[]int{40, 30, 10}, math.Inf(1)},
		{[]int{40, 10, 9, 2}, 3},
		{[]int{9, 8, 7, 6}, 0},
		{[]int{4, 12, 9, 2}, 3}, // some came under watch late
	} {
		curve := survival.Curve{AtRisk: c.atRisk}
		for i := range c.atRisk {
			curve.Time = append(curve.Time, float64(i+1))
		}
		if got := fadeFrom(&curve); got != c.want {
			t.Errorf("at risk %v: faded from %v, want %v", c.atRisk, got, c.want)
		}
	}
}

func TestApart(t *testing.T) {
	for _, c := range []struct{ heights, want []float64 }{
		{[]float64{50, 10, 90}, []float64{50, 10, 90}},
		{[]float64{50, 52, 51}, []float64{50, 74, 62}},
		{[]float64{99, 100, 98}, []float64{88, 100, 76}},
		{[]float64{0, -4}, []float64{12, 0}},
	} {
		got := apart(c.heights, 12, 0, 100)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v moved to %v, want %v", c.heights, got, c.want)
				break
			}
		}
	}
}

// Six groups show those at risk under the axis, three the whole of KMunicate's table.
func TestRiskTableOfManyGroups(t *testing.T) {
	for plans, wants := range map[int]bool{2: true, 3: true, 4: false, 6: false} {
		fig, err := Survival(plansFixture(plans, 600), figure.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(fig.SVG, string(survivalEnglish.Lost)); got != wants {
			t.Errorf("%d groups: losses under the axis: %v, want %v", plans, got, wants)
		}
		if len(fig.Series) != plans {
			t.Errorf("%d groups have %d series", plans, len(fig.Series))
		}
	}
}

// hazardsFixture regresses the lifetimes of plansFixture's kind on attributes: a plan,
// a number, and a level that nobody leaves from.
func hazardsFixture() *survival.CoxFit {
	rng := random(5)
	s := survival.Subjects{Unit: analysis.Months, Causes: []string{""}}
	plan := analysis.Column{Name: "Contract"}
	for _, name := range planNames[:3] {
		plan.Texts.Append([]byte(name))
	}
	region := analysis.Column{Name: "地区"}
	for _, name := range []string{"华东", "华北", "西南"} {
		region.Texts.Append([]byte(name))
	}
	charge := analysis.Column{Name: "MonthlyCharges", Kind: analysis.NumberColumn}
	for range 900 {
		k, r, v := uint32(3*rng.Float64()), uint32(3*rng.Float64()*rng.Float64()), 20+80*rng.Float64()
		rate := math.Pow(0.4, float64(k)) * math.Exp((v-60)/200) / 18
		leaves, seen := math.Ceil(rng.ExpFloat64()/rate), math.Ceil(72*rng.Float64())
		lost := leaves <= seen && r < 2
		s.Time, s.Event = append(s.Time, min(leaves, seen)), append(s.Event, 0)
		if lost {
			s.Event[len(s.Event)-1] = 1
		}
		plan.Codes, region.Codes, charge.Numbers = append(plan.Codes, k), append(region.Codes, r), append(charge.Numbers, analysis.MoneyOf(v))
	}
	design, err := survival.NewDesign(&s, []analysis.Column{plan, charge, region})
	if err != nil {
		panic(err)
	}
	fit, err := survival.Cox(design, survival.CoxOptions{})
	if err != nil {
		panic(err)
	}
	return fit
}

// An effect that cannot be estimated has words in place of a number, and no dot.
func TestForestWithoutEnd(t *testing.T) {
	fig, err := Forest(hazardsFixture(), figure.Style{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(fig.SVG, string(forestEnglish.Infinite)); got != 1 {
		t.Errorf("%d effects are said to be without an estimate, want the one of a level that nobody leaves from", got)
	}
	if strings.Contains(fig.SVG, "NaN") || strings.Contains(fig.Description, "∞") {
		t.Error("an infinite ratio is drawn")
	}
}
