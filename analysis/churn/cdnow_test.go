package churn

import (
	"bufio"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
)

// cdnow reads the 1997–98 cohort of CDNOW customers, 23,570 of them; same-day
// orders are one purchase.
func cdnow(t testing.TB) *analysis.Log {
	t.Helper()
	f, err := os.Open("../../../shared/data/cdnow/CDNOW_master.txt")
	if err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	defer f.Close()
	bought := map[string][]purchase{}
	var order []string
	end := analysis.NoDay
	for lines := bufio.NewScanner(f); lines.Scan(); {
		field := strings.Fields(lines.Text())
		if len(field) != 4 {
			continue
		}
		amount, err := strconv.ParseFloat(field[3], 64)
		if err != nil {
			continue // the header
		}
		date, err := time.Parse("20060102", field[1])
		if err != nil {
			t.Fatal(err)
		}
		day := analysis.Day(date.Unix() / 86400)
		end = max(end, day)
		if bought[field[0]] == nil {
			order = append(order, field[0])
		}
		bought[field[0]] = append(bought[field[0]], purchase{day, analysis.MoneyOf(amount)})
	}
	var lists [][]purchase
	for _, id := range order {
		list := bought[id]
		slices.SortStableFunc(list, func(a, b purchase) int { return int(a.day - b.day) })
		lists = append(lists, merged(list))
	}
	return logOf(end, lists...)
}

// merged makes one purchase of those of a day.
func merged(list []purchase) (out []purchase) {
	for _, p := range list {
		if n := len(out); n > 0 && out[n-1].day == p.day {
			out[n-1].amount += p.amount
		} else {
			out = append(out, p)
		}
	}
	return out
}

// TestCDNOW holds the workbench to numbers recomputed here by a separate program in
// another language; there are no published ones. Half of the gaps close within 94
// days, not within the 34 that closed gaps alone suggest, and fewer than 70 % ever do.
func TestCDNOW(t *testing.T) {
	s := study(t, cdnow(t))
	w, err := s.Workbench(Definition{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Quantile{{0.5, 94, 91, 96, 34}, {0.75, 0, 0, 0, 94}, {0.8, 0, 0, 0, 119}, {0.9, 0, 0, 0, 200}, {0.95, 0, 0, 0, 283}}
	if !slices.Equal(w.Quantiles, want) || w.Window != 181 || w.Span != 545 {
		t.Errorf("quantiles %+v, W = %d of %d days", w.Quantiles, w.Window, w.Span)
	}
	v := w.Verdict
	for _, x := range [][2]float64{{v.Chance, 0.247148767385601}, {v.Low, 0.2409061871124}, {v.High, 0.2535247091534}} {
		if math.Abs(x[0]-x[1]) > 1e-12 {
			t.Errorf("verdict %+v, want %v", v, x[1])
		}
	}
	if v.Within != 364 || v.Finality != OftenReturns {
		t.Errorf("verdict %+v", v)
	}
	for _, p := range w.Returns[0].Points {
		if p.Silent == 181 && math.Abs(p.Chance-0.118826996079792) > 1e-12 {
			t.Errorf("within 90 days of 181 silent ones: %+v", p)
		}
	}
	if tr := w.Trial; tr.Followup != 272 || tr.Customers != 23570 || tr.Gone != 16531 || tr.Best != 124 {
		t.Errorf("trial of %d days on %d customers, %d gone, best W = %d", tr.Followup, tr.Customers, tr.Gone, tr.Best)
	}
	at := slices.IndexFunc(w.Trial.Points, func(p TrialPoint) bool { return p.Window == 181 })
	if at < 0 {
		t.Fatal("the W asked about is not on the curve")
	}
	if c := w.Trial.Points[at]; c.Returned.K != 2645 || c.Returned.N != 16299 || c.Gone.K != 2877 || c.Gone.N != 7271 {
		t.Errorf("W = 181: %+v", c)
	}
	for _, c := range []struct {
		weights Weights
		best    int
	}{{Weights{3, 1}, 190}, {Weights{1, 3}, 14}} {
		if w, err := s.Workbench(Definition{}, Options{Weights: c.weights}); err != nil || w.Trial.Best != c.best {
			t.Errorf("%+v: best W = %d, want %d (%v)", c.weights, w.Trial.Best, c.best, err)
		}
	}
}

// TestVerdicts tests the saying that a loss is irreversible on data whose answer is
// known.
func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name    string
		returns int // of 1,000 customers with 50 silent days
		want    Finality
	}{{"nobody comes back", 0, Final}, {"one in eight", 125, MostlyFinal}, {"a third", 333, OftenReturns}, {"most", 800, Premature}} {
		var customers [][]purchase
		for i := range 1000 {
			switch {
			case i < c.returns:
				days := []analysis.Day{0}
				for d := analysis.Day(60 + i%20); d <= 600; d += 40 {
					days = append(days, d)
				}
				customers = append(customers, on(days...))
			default:
				customers = append(customers, on(0))
			}
		}
		w, err := study(t, logOf(600, customers...)).Workbench(Definition{Window: 50}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if v := w.Verdict; v.Finality != c.want || v.Within != 365 {
			t.Errorf("%s: %+v, want %s", c.name, v, c.want)
		}
	}
	w, err := study(t, logOf(60, on(0, 30), on(5, 40))).Workbench(Definition{Window: 30}, Options{})
	if err != nil || w.Verdict.Finality != Unknown || w.Verdict.Message.Key != "churn.verdict.unknown" {
		t.Errorf("little data: %+v, %v", w.Verdict, err)
	}
}
