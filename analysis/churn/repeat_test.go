package churn

import (
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// TestRepeatsByHand: five customers; the product-limit estimate by hand. At 10 days one
// of five at risk returns, at 20 one is censored, at 100 one of three returns, at 200
// one is censored, at 400 the last one is.
func TestRepeatsByHand(t *testing.T) {
	end := analysis.Date(2024, 12, 31)
	log := purchases(end,
		[]analysis.Day{end - 400},
		[]analysis.Day{end - 300, end - 290},
		[]analysis.Day{end - 300, end - 200, end - 199},
		[]analysis.Day{end - 200},
		[]analysis.Day{end - 20})
	r, err := Repeats(log)
	if err != nil {
		t.Fatal(err)
	}
	if r.Customers != 5 || r.Again != 2 || r.Ratio != 2./5 {
		t.Errorf("%+v", r)
	}
	for i, want := range []RepeatRate{
		{Days: 90, Value: 1 - 4./5, Raw: 1. / 5, Count: 1, AtRisk: 3},
		{Days: 180, Value: 1 - 4./5*2/3, Raw: 2. / 5, Count: 2, AtRisk: 2},
		{Days: 365, Value: 1 - 4./5*2/3, Raw: 2. / 5, Count: 2, AtRisk: 1},
	} {
		got := r.Within[i]
		if got.Days != want.Days || math.Abs(got.Value-want.Value) > 1e-15 || got.Raw != want.Raw || got.Count != want.Count || got.AtRisk != want.AtRisk {
			t.Errorf("%+v, want %+v", got, want)
		}
		if !(got.Low < got.Value && got.Value < got.High) {
			t.Errorf("%d days: %v to %v", got.Days, got.Low, got.High)
		}
	}
}

// Where nobody was seen for so long, nothing is known.
func TestRepeatsBeyondTheData(t *testing.T) {
	end := analysis.Date(2024, 12, 31)
	r, err := Repeats(purchases(end, []analysis.Day{end - 100}, []analysis.Day{end - 100, end - 95}))
	if err != nil {
		t.Fatal(err)
	}
	if math.IsNaN(r.Within[0].Value) || !math.IsNaN(r.Within[1].Value) || !math.IsNaN(r.Within[2].High) || r.Within[2].Raw != 0.5 {
		t.Errorf("%+v", r.Within)
	}
	all, err := Repeats(purchases(end, []analysis.Day{end - 100, end - 95}))
	if err != nil || all.Within[2].Value != 1 {
		t.Errorf("%+v, %v: everybody has come back, which no later day can change", all, err)
	}
	none, err := Repeats(purchases(end, []analysis.Day{end - 400}))
	if err != nil || none.Within[2].Value != 0 || none.Ratio != 0 {
		t.Errorf("%+v, %v", none, err)
	}
}

// TestRepeatsCountedAgain multiplies the survivors of every day, one day after the other.
func TestRepeatsCountedAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		log := randomRatesLog(rng)
		r, err := Repeats(log)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range r.Within {
			s, longest := 1.0, 0
			for day := 0; day <= w.Days; day++ {
				risk, back := 0, 0
				for c := range log.Customers() {
					from, to := log.Rows(analysis.CustomerID(c))
					wait, again := int(log.End-log.Day[from]), to-from > 1
					if again {
						wait = int(log.Day[from+1] - log.Day[from])
					}
					longest = max(longest, wait)
					if wait >= day {
						risk++
					}
					if again && wait == day {
						back++
					}
				}
				if risk > 0 {
					s *= float64(risk-back) / float64(risk)
				}
			}
			want := 1 - s
			if longest < w.Days && s > 0 {
				want = math.NaN()
			}
			if !same(w.Value, want) {
				t.Fatalf("%d days: %v, want %v", w.Days, w.Value, want)
			}
		}
	}
}
