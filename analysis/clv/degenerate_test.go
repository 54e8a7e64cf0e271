package clv

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// logOfDays builds a log of n customers from their purchase days, ascending,
// and what each purchase costs.
func logOfDays(n int, end analysis.Day, days func(c int) []analysis.Day, amount func() analysis.Money) *analysis.Log {
	log := &analysis.Log{End: end}
	for c := range n {
		log.IDs.Append(fmt.Append(nil, c))
		log.Start = append(log.Start, uint32(len(log.Day)))
		for _, d := range days(c) {
			log.Day = append(log.Day, d)
			log.Amount = append(log.Amount, amount())
			log.Orders = append(log.Orders, 1)
		}
	}
	log.Start = append(log.Start, uint32(len(log.Day)))
	return log
}

// daysFrom returns from, from + gap() … up to end, stopping after each with
// probability 1/stop, never for 0.
func daysFrom(from, end analysis.Day, stop int, random *rand.Rand, gap func() int) (days []analysis.Day) {
	for d := from; d <= end; d += analysis.Day(gap()) {
		days = append(days, d)
		if stop > 0 && random.IntN(stop) == 0 {
			break
		}
	}
	return days
}

// Logs that no model was made for end in a refusal that says why, or in numbers
// with the doubts that they deserve.
func TestDegenerateLogs(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 13))
	price := func() analysis.Money { return analysis.Money(10_000 + random.IntN(900_000)) }
	fixed := func(m analysis.Money) func() analysis.Money { return func() analysis.Money { return m } }
	within := func(n int) func() int { return func() int { return 1 + random.IntN(n) } }
	weekly := func() int { return 7 }
	daily := func(end analysis.Day) []analysis.Day { return daysFrom(3, end, 0, random, func() int { return 1 }) }
	usual := func(int) []analysis.Day {
		return daysFrom(analysis.Day(random.IntN(200)), 700, 5, random, within(100))
	}
	twoDays := func(first, second analysis.Day) func(c int) []analysis.Day {
		both := []analysis.Day{first, second}
		return func(c int) []analysis.Day { return [][]analysis.Day{both[:1], both[1:], both}[c%3] }
	}
	for _, c := range []struct {
		name string
		log  *analysis.Log
		want []string // the key of the error, or of warnings
	}{
		{"all bought once", logOfDays(20_000, 800, func(c int) []analysis.Day { return []analysis.Day{analysis.Day(c % 700)} }, price),
			[]string{"clv.not-enough"}},
		{"three customers", logOfDays(3, 400, func(c int) []analysis.Day { return []analysis.Day{100, 120, 150}[:c+1] }, price),
			[]string{"clv.not-enough"}},
		{"one customer, 5,000 days", logOfDays(1, 5002, func(int) []analysis.Day { return daily(5002) }, price),
			[]string{"clv.not-enough"}},
		{"5,000 days among others", logOfDays(300, 5002, func(c int) []analysis.Day {
			if c == 0 {
				return daily(5002)
			}
			return daysFrom(analysis.Day(random.IntN(4000)), 5002, 4, random, within(600))
		}, price), nil},
		{"all every week", logOfDays(5000, 464, func(int) []analysis.Day { return daysFrom(100, 464, 0, random, weekly) }, price),
			[]string{"clv.boundary"}},
		{"all every week since they came", logOfDays(5000, 464, func(c int) []analysis.Day {
			return daysFrom(analysis.Day(100+c%180), 464, 0, random, weekly)
		}, price), []string{"clv.boundary"}},
		{"two days", logOfDays(9000, 101, twoDays(100, 101), price),
			[]string{"clv.boundary", "clv.short-window", "clv.no-calibration"}},
		{"two days, long ago", logOfDays(9000, 500, twoDays(100, 101), price), []string{"clv.boundary", "clv.holdout-off"}},
		{"two days, far apart", logOfDays(9000, 500, twoDays(100, 500), price), []string{"clv.boundary", "clv.short-window"}},
		{"sixty years", logOfDays(3000, 21_900, func(int) []analysis.Day {
			return daysFrom(analysis.Day(1+random.IntN(20_000)), 21_900, 8, random, within(2000))
		}, price), []string{"clv.boundary"}},
		{"sixty years, from before 1970", logOfDays(3000, 11_900, func(int) []analysis.Day {
			return daysFrom(analysis.Day(random.IntN(20_000)-10_000), 11_900, 80, random, within(200))
		}, price), nil},
		{"one price", logOfDays(5000, 700, usual, fixed(99_900)), []string{"clv.same-spend"}},
		{"nearly one price", logOfDays(5000, 700, usual, func() analysis.Money { return 99_900 + analysis.Money(random.IntN(2)) }),
			[]string{"clv.boundary"}},
		{"all for nothing", logOfDays(5000, 700, usual, fixed(0)), []string{"clv.few-spenders", "clv.free-repeaters"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkDegenerate(t, c.log, "", c.want)
			for _, f := range []*Family{NBDFamily, MBGNBDFamily, ParetoNBDFamily} { // their boundaries differ, their promises do not
				checkDegenerate(t, c.log, f.Name, nil)
			}
		})
	}
}

// checkDegenerate analyses with a model; a refusal or the warnings must be among those
// wanted, of which nil means any.
func checkDegenerate(t *testing.T, log *analysis.Log, model string, want []string) {
	a, err := Analyze(context.Background(), log, Options{DiscountRate: 0.1, Model: model})
	if err != nil {
		var known *analysis.Error
		if !errors.As(err, &known) || known.Kind != analysis.NotEnough || want != nil && !slices.Contains(want, known.Message.Key) {
			t.Errorf("%s: %v, want %v", model, err, want)
		}
		return
	}
	r := a.Result()
	for _, key := range want {
		if !hasWarning(r, key) {
			t.Errorf("%s is missing among %+v", key, r.Warnings)
		}
	}
	checkPromises(t, a)
}

// checkPromises looks for NaN and ±Inf where the documentation promises a number.
func checkPromises(t *testing.T, a *Analysis) {
	t.Helper()
	r := a.Result()
	number := func(what string, values ...float64) {
		t.Helper()
		for _, v := range values {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("%s: %v", what, v)
				return
			}
		}
	}
	for _, f := range []Fit{r.Fit, r.Spend, r.Current, r.CurrentSpend} {
		number(f.Model, f.LogLik, f.AIC, f.BIC, f.Verdict.Gradient)
		for _, p := range f.Params {
			number(f.Model+" "+p.Name, p.Value, 1/p.Value)
		}
	}
	for c, p := range a.Alive {
		if !(p >= 0 && p <= 1) || !(a.Expected[c] >= 0) || math.IsInf(a.Expected[c], 0) {
			t.Fatalf("customer %d: P(alive) %v, purchases %v", c, p, a.Expected[c])
		}
	}
	number("totals", r.SumAlive, r.MeanAlive, r.Expected)
	number("holdout", r.Holdout.Expected, r.Holdout.MAE, r.Holdout.RMSE, r.Holdout.SumAlive)
	for _, p := range r.Tracking {
		number("tracking", p.Expected, p.WeekExpected)
	}
	for _, k := range r.Calibration {
		number("class", k.Expected)
	}
	for i, row := range r.Heat.Alive {
		for j, p := range row {
			if !math.IsNaN(p) {
				number("heat", r.Heat.Expected[i][j])
			}
		}
	}
	if a.spend == nil || !(a.spend.gammaGamma().Q > 1) {
		return
	}
	number("CLV", a.CLV...)
	number("value", r.MeanSpend, r.Equity, r.Median, r.Mean, r.TopDecileShare)
	if known := r.EquityLow <= r.Equity && r.Equity <= r.EquityHigh; !known && a.buying.spread() && a.spend.spread() {
		t.Errorf("equity %v from %v to %v", r.Equity, r.EquityLow, r.EquityHigh)
	}
}

// Customers who do not differ put the optimum at infinity. The search has to
// arrive there, on a few customers and on a sample of many.
func TestSearchReachesTheBoundary(t *testing.T) {
	for _, c := range []struct {
		name  string
		model BGNBD
	}{
		{"all buy at one rate", BGNBD{4000, 40_000, 0.8, 2.4}},
		{"nobody differs", BGNBD{4000, 40_000, 8000, 8000}},
		{"nobody lapses", BGNBD{4000, 40_000, 1e-9, 8000}},
	} {
		for _, n := range []int{500, 20_000} {
			s := Summarize(simulate(n, 600, c.model, GammaGamma{5, 4, 20}, 3), 600)
			v := mustFit(t, BGNBDFamily.likelihood(&s.Rows)).Verdict
			if !v.Converged || v.StartsAgree < 4 || v.Gradient > 1e-5 || !slices.Contains(v.Boundary, "r") {
				t.Errorf("%s, %d customers: %+v", c.name, n, v)
			}
		}
	}
}
