package portfolio

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

func TestJudge(t *testing.T) {
	rules := Rules{Floor: 0, Room: 0.5}
	for _, c := range []struct {
		ahead, total, share float64
		want                Verdict
	}{
		{-1, 100, 0.2, Exit}, // what was earned does not keep whoever costs more than she brings
		{1, -5, 0.2, ShortTerm},
		{1, 0, 0.2, Grow},
		{1, 5, 0.5, Keep}, // at the cut there is no room
		{1, 5, nan, Keep},
		{nan, 5, 0.2, Unknown},
		{1, nan, 0.2, Unknown},
	} {
		if got := rules.Judge(c.ahead, c.total, c.share); got != c.want {
			t.Errorf("%+v is %v", c, got)
		}
	}
	if (Rules{Floor: 10}).Judge(9, 100, nan) != Exit {
		t.Error("a floor of 10 lets 9 pass")
	}
}

// TestAheadAgainstTheDefinition adds up month by month.
func TestAheadAgainstTheDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 1))
	for range 30 {
		r := random(rng, 5)
		f := Forecast{Margin: make([]float64, 5), Active: make([]float64, 5), Months: 1 + rng.IntN(30)}
		for c := range 5 {
			f.Margin[c], f.Active[c] = rng.Float64()*100, rng.Float64()
		}
		ahead := r.Ahead(f)
		for c := range analysis.CustomerID(5) {
			want, begun := f.Margin[c], MonthOf(r.Log.End-r.first(c))
			for j := 1; j <= f.Months; j++ {
				want -= f.Active[c] * r.Serving[c].Float() * math.Pow(1-r.Falls, float64(begun+j-1)/12) * math.Pow(1+r.Rate, -float64(j)/12)
			}
			if !near(ahead[c], want, 1e-11) {
				t.Fatalf("%v ahead, want %v", ahead[c], want)
			}
		}
	}
}

func TestTotalsDiscountWhatIsAhead(t *testing.T) {
	r := relationships(365, []order{{0, 50}})
	r.Rate = 0.25
	got := r.Totals(&Values{Value: []float64{-20}}, []float64{100})
	if !near(got[0], -20+80, 1e-12) {
		t.Errorf("%v, want 60", got[0])
	}
}

// TestRunRate: 73 of a window of 73 days make 365 a year, 12 months of it 365 at 0 %.
func TestRunRate(t *testing.T) {
	a := &Accounts{Days: 73, Revenue: amounts(1, 1, 1), Profit: amounts(73, 73, nan), Lost: []bool{false, true, false}}
	f := RunRate(a, 12, 0)
	if !near(f.Margin[0], 365, 1e-12) || f.Active[0] != 1 || f.Margin[1] != 0 || f.Active[1] != 0 || !math.IsNaN(f.Margin[2]) {
		t.Errorf("%+v", f)
	}
	if six := RunRate(a, 6, 0.1).Margin[0]; !(six < 182.5 && six > 170) {
		t.Errorf("half a year at 10 %% is %v", six)
	}
}

func TestVerdictsHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for v := range Verdict(Verdicts) {
		seen[v.String()] = true
	}
	if len(seen) != Verdicts || Verdict(200).String() != "keep" {
		t.Errorf("%v", seen)
	}
}
