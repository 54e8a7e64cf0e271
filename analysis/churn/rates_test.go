package churn

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// purchases builds a log of one unit a purchase.
func purchases(end analysis.Day, customers ...[]analysis.Day) *analysis.Log {
	log := &analysis.Log{Start: []uint32{0}, End: end}
	for c, days := range customers {
		log.IDs.Append(fmt.Append(nil, c))
		for _, d := range days {
			log.Day, log.Amount, log.Orders = append(log.Day, d), append(log.Amount, analysis.MoneyPerUnit), append(log.Orders, 1)
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
	}
	return log
}

func ratesOf(t *testing.T, log *analysis.Log, d Definition, opt RateOptions) *Rates {
	t.Helper()
	spells, err := d.Spells(log)
	if err != nil {
		t.Fatal(err)
	}
	r, err := LogRates(log, spells, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func has(list []analysis.Warning, key string) bool {
	return slices.ContainsFunc(list, func(w analysis.Warning) bool { return w.Message.Key == key })
}

func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// TestWindowIsHalfOpen pins the day on which a customer stops being one: a purchase on
// 1 January, 30 days of window. On 31 January thirty days without one have passed, so
// the cut of that day still counts the customer, whose window (1 January being day 1)
// ends with it, and the next day's does not.
func TestWindowIsHalfOpen(t *testing.T) {
	first := analysis.Date(2024, 1, 1)
	log := purchases(first+100, []analysis.Day{first})
	r := ratesOf(t, log, Definition{Window: 30}, RateOptions{Grain: ByCuts,
		Cuts: []analysis.Day{first, first + 1, first + 29, first + 30, first + 31, first + 101}})
	var ends []int
	for _, p := range r.Periods {
		ends = append(ends, p.Customers.End)
	}
	if want := []int{1, 1, 1, 0, 0}; !slices.Equal(ends, want) {
		t.Errorf("customers at the cuts: %v, want %v", ends, want)
	}
	if p := r.Periods[0]; p.Customers.Start != 0 || p.Customers.New != 1 || p.Taken != analysis.MoneyPerUnit || p.Orders != 1 {
		t.Errorf("the day of the first purchase: %+v", p)
	}
	if p := r.Periods[3]; p.Customers.Churned != 1 || p.Revenue.Churn != analysis.MoneyPerUnit {
		t.Errorf("the day of the loss: %+v", p)
	}
}

// Rates of a hand-made month, by hand: 4 customers at the start, one of whom leaves,
// one comes back, two are new, one of these only to leave again.
func TestRatesByHand(t *testing.T) {
	day := func(m time.Month, d int) analysis.Day { return analysis.Date(2024, m, d) }
	log := purchases(day(4, 30),
		[]analysis.Day{day(1, 5), day(2, 5), day(3, 5), day(4, 5)},
		[]analysis.Day{day(1, 6), day(2, 6), day(3, 6), day(3, 7), day(4, 6)},
		[]analysis.Day{day(1, 7), day(2, 7), day(3, 7), day(4, 7)},
		[]analysis.Day{day(1, 8), day(2, 8), day(3, 8)}, // leaves in April
		[]analysis.Day{day(1, 9), day(2, 1), day(4, 9)}, // gone in March, back in April
		[]analysis.Day{day(4, 20), day(4, 21)},          // new
		[]analysis.Day{day(2, 20)},                      // lapsed
	)
	r := ratesOf(t, log, Definition{Window: 30}, RateOptions{})
	p := r.Periods[len(r.Periods)-1]
	if p.From != day(4, 1) || p.To != day(5, 1) || !p.Settled {
		t.Fatalf("%+v", p)
	}
	if want := (CustomerFlow{Start: 4, New: 1, Reactivated: 1, Churned: 1, End: 5, Lapsed: 2, Contracted: 1}); p.Customers != want {
		t.Errorf("customers %+v, want %+v", p.Customers, want)
	}
	const u = analysis.MoneyPerUnit
	if want := (RevenueFlow{Start: 5 * u, New: 2 * u, Reactivation: u, Contraction: u, Churn: u, End: 6 * u}); p.Revenue != want {
		t.Errorf("revenue %+v, want %+v", p.Revenue, want)
	}
	for name, c := range map[string][2]float64{
		"churn": {p.Churn.Value, 1. / 4}, "reactivation": {p.Reactivation.Value, 1. / 2},
		"GRR": {p.GRR, 3. / 5}, "NRR": {p.NRR, 3. / 5}, "NRR with": {p.NRRWith, 4. / 5},
		"gross": {p.GrossChurn, 2. / 5}, "net": {p.NetChurn, 2. / 5}, "quick": {p.Quick, 3. / 2},
		"ARPU": {p.ARPU, 6 / 4.5}, "ARPA": {p.ARPAEnd, 6. / 5}, "AOV": {p.AOV, 1}, "weighted": {p.Weighted, math.NaN()},
	} {
		if !same(c[0], c[1]) {
			t.Errorf("%s %v, want %v", name, c[0], c[1])
		}
	}
	low, high := numeric.Wilson(1, 4, numeric.Z95)
	if p.Churn.Low != low || p.Churn.High != high || p.Churn.N != 4 {
		t.Errorf("interval %+v, want %v to %v", p.Churn, low, high)
	}
}

// Nothing is 0 that is not known: a period before anybody came.
func TestNobodyGivesNothing(t *testing.T) {
	first := analysis.Date(2024, 2, 10)
	log := purchases(first+200, []analysis.Day{first})
	r := ratesOf(t, log, Definition{Window: 20}, RateOptions{Grain: ByCuts, Cuts: []analysis.Day{first - 60, first - 30, first + 100, first + 150}})
	for _, k := range []int{0, 2} {
		for _, m := range Measures {
			if v := m.Value(&r.Periods[k]); !math.IsNaN(v) && !(k == 2 && m.Name == "reactivation" && v == 0) {
				t.Errorf("period %d, %s: %v", k, m.Name, v)
			}
		}
	}
	if r.Recent.Periods != 1 || !math.IsNaN(r.Recent.Churn.Value) || len(r.Control.Points) != 0 || !math.IsNaN(r.Control.Centre) {
		t.Errorf("recent %+v, control %+v", r.Recent, r.Control)
	}
}

func TestQuickRatioWithoutLosses(t *testing.T) {
	first := analysis.Date(2024, 1, 1)
	log := purchases(first+60, []analysis.Day{first, first + 31})
	r := ratesOf(t, log, Definition{Window: 40}, RateOptions{})
	if q := r.Periods[0].Quick; !math.IsInf(q, 1) {
		t.Errorf("quick ratio %v, want +Inf", q)
	}
}

// TestRates runs every random log and holds what each rate must satisfy.
func TestRateBounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 60 {
		book := randomBook(rng)
		r, err := ContractRates(book, Definition{Tiers: []Tier{{0.2, 5}, {0.8, 1}}}, randomOptions(rng, book.From[0], book.End))
		if err != nil {
			continue
		}
		for _, p := range r.Periods {
			if p.GRR > 1 || p.GRR < 0 || p.NRR < p.GRR || p.NRRWith < p.NRR || p.Weighted < 0 || p.Weighted > 1 {
				t.Fatalf("%+v", p)
			}
			if math.Abs(p.GRR+p.GrossChurn-1) > 1e-15 || math.Abs(p.NRR+p.NetChurn-1) > 1e-14 {
				t.Fatalf("retention and churn do not add up to 1: %+v", p)
			}
			if c := p.Churn; c.N > 0 && !(c.Low <= c.Value && c.Value <= c.High) || math.IsNaN(p.Churn.Value) != (c.N == 0) {
				t.Fatalf("%+v", c)
			}
			if (p.Weighted == 0) != (p.Customers.Churned == 0 && p.Customers.Start > 0) {
				t.Fatalf("weighted churn %v of %+v", p.Weighted, p.Customers)
			}
		}
	}
}

func TestRescale(t *testing.T) {
	for _, c := range []struct{ rate, days, to, want float64 }{
		{0.05, MonthDays, YearDays, 1 - math.Pow(0.95, 12)},
		{0.1, 30, 30, 0.1},
		{0, 30, 365, 0},
		{1, 30, 7, 1},
		{0.5, 2, 1, 1 - math.Sqrt(0.5)},
		{1e-12, 1, 365, 365e-12},
		{math.NaN(), 30, 365, math.NaN()},
		{0.1, 0, 365, math.NaN()},
	} {
		if got := Rescale(c.rate, c.days, c.to); !same(got, c.want) && !(math.Abs(got-c.want) <= 1e-9*c.want) {
			t.Errorf("Rescale(%v, %v, %v) = %v, want %v", c.rate, c.days, c.to, got, c.want)
		}
	}
}

// An end that is told needs no window: no period is unsettled but the first, no windows
// overlap, and the day of the end is the first without the customer.
func TestRatesOfTold(t *testing.T) {
	first := analysis.Date(2024, 1, 10)
	log := purchases(analysis.Date(2024, 6, 30), []analysis.Day{first}, []analysis.Day{first}, []analysis.Day{first, first + 5})
	log.Attributes = []analysis.Column{{Name: "left", Kind: analysis.DayColumn,
		Days: []analysis.Day{analysis.Date(2024, 3, 1), analysis.Date(2024, 2, 29), analysis.NoDay}}}
	r := ratesOf(t, log, Definition{Kind: Explicit, Window: 90}, RateOptions{})
	var churned []int
	for k, p := range r.Periods {
		churned = append(churned, p.Customers.Churned)
		if p.Settled != (k > 0) {
			t.Errorf("%v: settled %v", p.From, p.Settled)
		}
	}
	if want := []int{0, 1, 1, 0, 0, 0}; !slices.Equal(churned, want) || has(r.Warnings, "rates.overlap") {
		t.Errorf("churned %v, want %v; warnings %v", churned, want, r.Warnings)
	}
}

// Twelve periods at most, the last ones, and only settled ones.
func TestRecent(t *testing.T) {
	var periods []Period
	for k := range 20 {
		p := Period{From: analysis.Day(30 * k), To: analysis.Day(30*k + 30), Settled: k > 2, Taken: 100 * analysis.MoneyPerUnit, Orders: 10}
		p.Customers = CustomerFlow{Start: 10 * (k + 1), Churned: k, End: 10*(k+1) - k}
		p.rate()
		periods = append(periods, p)
	}
	r := recent(periods)
	churned, start, mean := 0, 0, 0.0
	for k := 8; k < 20; k++ {
		churned, start = churned+k, start+10*(k+1)
		mean += float64(k) / float64(10*(k+1)) / 12
	}
	if r.Periods != 12 || r.From != 240 || r.To != 600 || r.Churn.K != churned || r.Churn.N != start || math.Abs(r.Mean-mean) > 1e-15 || r.AOV != 10 {
		t.Errorf("%+v, want %d of %d and a mean of %v", r, churned, start, mean)
	}
	if got := recent(periods[:8]); got.Periods != 5 || got.From != 90 {
		t.Errorf("%+v, want the settled ones only", got)
	}
	if got := recent(periods[:3]); got.Periods != 0 || got.From != analysis.NoDay || !math.IsNaN(got.Churn.Value) || !math.IsNaN(got.Monthly) {
		t.Errorf("%+v, want nothing", got)
	}
	if want := Rescale(r.Churn.Value, 30, MonthDays); r.Monthly != want {
		t.Errorf("a month %v, want %v", r.Monthly, want)
	}
}

func TestRatesWarn(t *testing.T) {
	first := analysis.Date(2024, 1, 1)
	monthly := func(n int) (days []analysis.Day) {
		for k := range n {
			days = append(days, analysis.Date(2024, time.Month(1+k), 3))
		}
		return days
	}
	year := purchases(analysis.Date(2024, 12, 31), monthly(12), monthly(5))
	for _, c := range []struct {
		key  string
		log  *analysis.Log
		w    int
		opt  RateOptions
		want bool
	}{
		{"rates.overlap", year, 60, RateOptions{}, true},
		{"rates.overlap", year, 28, RateOptions{}, false},
		{"rates.overlap", year, 60, RateOptions{Grain: Quarter}, false},
		{"rates.unsettled", year, 60, RateOptions{}, true},
		{"rates.unsettled", year, 28, RateOptions{Grain: ByCuts, Cuts: []analysis.Day{first + 31, first + 60}}, false},
		{"rates.unfinished", year, 60, RateOptions{}, false}, // December is whole
		{"rates.unfinished", purchases(analysis.Date(2024, 12, 30), monthly(12)), 60, RateOptions{}, true},
		{"rates.few-points", year, 60, RateOptions{Grain: Quarter}, true},
		{"rates.trial-limits", year, 31, RateOptions{}, true},
		{"rates.passing", year, 60, RateOptions{}, false},
		{"rates.passing", purchases(first+365, []analysis.Day{first + 100}), 28, RateOptions{Grain: Year}, true},
		{"rates.capped", purchases(first+700, []analysis.Day{first}), 28, RateOptions{Grain: ByDays, Days: 1}, true},
	} {
		r := ratesOf(t, c.log, Definition{Window: c.w}, c.opt)
		if has(r.Warnings, c.key) != c.want {
			t.Errorf("%s with %d days, %+v: %v, want %v", c.key, c.w, c.opt, !c.want, c.want)
		}
		if len(r.Periods) > MaxPeriods {
			t.Errorf("%d periods", len(r.Periods))
		}
	}
}

func TestContractsWarn(t *testing.T) {
	first := analysis.Date(2024, 1, 1)
	const u = analysis.MoneyPerUnit
	book := bookOf(first+100,
		[]contract{{first, first + 95, u}},
		[]contract{{first, first - 3, u}, {first + 200, analysis.NoDay, u}},
		[]contract{{first + 5, analysis.NoDay, analysis.NoNumber}})
	r, err := ContractRates(book, Definition{}, RateOptions{Gap: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"rates.unusable", "rates.unpriced", "rates.pending", "rates.unfinished", "rates.few-points"} {
		if !has(r.Warnings, key) {
			t.Errorf("nothing is said of %s", key)
		}
	}
	if p := r.Periods[2]; p.To != analysis.Date(2024, 4, 1) || p.Customers.End != 2 || p.Revenue.End != u {
		t.Errorf("%+v, want two customers, one of unknown revenue", p)
	}
}

func TestRatesRefuse(t *testing.T) {
	first := analysis.Date(2024, 1, 1)
	log := purchases(first+100, []analysis.Day{first, first + 30})
	spells, err := Definition{Window: 30}.Spells(log)
	if err != nil {
		t.Fatal(err)
	}
	check := func(key string, err error) {
		t.Helper()
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != key {
			t.Errorf("error %v, want %s", err, key)
		}
	}
	for key, opt := range map[string]RateOptions{
		"rates.bad-grain":    {Grain: "week"},
		"rates.bad-days":     {Grain: ByDays},
		"rates.bad-cuts":     {Grain: ByCuts, Cuts: []analysis.Day{5, 5}},
		"rates.bad-gap":      {Gap: -1},
		"rates.bad-trailing": {Trailing: -1},
		"rates.no-period":    {Grain: Year},
	} {
		_, err := LogRates(log, spells, opt)
		check(key, err)
	}
	_, err = LogRates(nil, spells, RateOptions{})
	check("rates.empty", err)
	_, err = ContractRates(&analysis.Contracts{}, Definition{}, RateOptions{})
	check("rates.empty", err)
	_, err = ContractRates(bookOf(first, []contract{{first + 1, analysis.NoDay, 1}}), Definition{}, RateOptions{})
	check("rates.span", err)
	_, err = ContractRates(bookOf(first, []contract{{first, analysis.NoDay, 1}}), Definition{Tiers: []Tier{{2, 1}}}, RateOptions{})
	check("churn.bad-tier", err)
	_, err = Repeats(nil)
	check("rates.empty", err)
}

// Cuts of every grain hold whole periods only, and the calendar's begin with its own
// days.
func TestCuts(t *testing.T) {
	first, end := analysis.Date(2023, 11, 17), analysis.Date(2024, 7, 1)
	for grain, want := range map[Grain][]analysis.Day{
		Month: {analysis.Date(2023, 11, 1), analysis.Date(2023, 12, 1), analysis.Date(2024, 1, 1), analysis.Date(2024, 2, 1), analysis.Date(2024, 3, 1),
			analysis.Date(2024, 4, 1), analysis.Date(2024, 5, 1), analysis.Date(2024, 6, 1), analysis.Date(2024, 7, 1)},
		Quarter: {analysis.Date(2023, 10, 1), analysis.Date(2024, 1, 1), analysis.Date(2024, 4, 1), analysis.Date(2024, 7, 1)},
		Year:    {analysis.Date(2023, 1, 1), analysis.Date(2024, 1, 1)},
		ByDays:  {end - 300, end - 200, end - 100, end},
		ByCuts:  {first, end},
	} {
		opt := RateOptions{Grain: grain, Days: 100, Cuts: []analysis.Day{first, end, end + 1}}
		got, _, err := opt.cuts(first, end)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v; want %v", grain, got, err, want)
		}
	}
}

func TestBucketIsFlow(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	log := randomRatesLog(rng)
	r := ratesOf(t, log, Definition{Window: 20}, RateOptions{})
	level := r.Periods[0].Customers.Start
	for _, s := range r.Bucket() {
		if level += s.New + s.Reactivated - s.Churned; level != s.Level {
			t.Fatalf("%+v, level %d", s, level)
		}
	}
}

func TestWorth(t *testing.T) {
	inf := math.Inf(1)
	for name, c := range map[string][2]float64{
		"simple":              {LTV(10, 0.05, 60), 200},
		"no churn":            {LTV(10, 0, 60), 600},
		"no rate":             {LTV(10, math.NaN(), 60), math.NaN()},
		"after a period":      {DiscountedLTV(10, 0.2, 0.1, 60, false), 10 * 0.8 / (1.1 - 0.8)},
		"from now":            {DiscountedLTV(10, 0.2, 0.1, 60, true), 10 * 1.1 / (1.1 - 0.8)},
		"discounted, no loss": {DiscountedLTV(10, 0, 0, 60, true), 600},
		"payback":             {Payback(100, 40), 2.5},
		"no margin":           {Payback(100, 0), inf},
		"free":                {PaybackWithChurn(0, 10, 0.1), 0},
		"no loss":             {PaybackWithChurn(100, 40, 0), 3},
		"never":               {PaybackWithChurn(100, 10, 0.1), inf}, // 10 ÷ 0.1 is reached in the limit only
		"all leave":           {PaybackWithChurn(10, 10, 1), 1},
		"all leave too early": {PaybackWithChurn(11, 10, 1), inf},
	} {
		if !same(c[0], c[1]) && !(math.Abs(c[0]-c[1]) < 1e-12*c[1]) {
			t.Errorf("%s: %v, want %v", name, c[0], c[1])
		}
	}
}

// The formulas in the units of the periods: a month and a half here.
func TestWorthOfRecent(t *testing.T) {
	r := Recent{Periods: 3, Length: 1.5 * MonthDays, Churn: shareOf(5, 100), ARPU: 30}
	w, err := r.Worth(WorthOptions{Margin: 0.5, Discount: 0.1, Cost: 40, Horizon: 60})
	if err != nil {
		t.Fatal(err)
	}
	d := math.Pow(1.1, 1.5/12) - 1
	for name, c := range map[string][2]float64{
		"margin": {w.Margin, 15}, "LTV": {w.LTV, 300}, "now": {w.Now, 15 * (1 + d) / (1 + d - 0.95)}, "later": {w.Later, 15 * 0.95 / (1 + d - 0.95)},
		"payback": {w.Payback, 40. / 15 * 1.5}, "with churn": {w.WithChurn, 3 * 1.5},
	} {
		if !(math.Abs(c[0]-c[1]) < 1e-11*c[1]) {
			t.Errorf("%s: %v, want %v", name, c[0], c[1])
		}
	}
	loyal := Recent{Length: 1.5 * MonthDays, Churn: shareOf(0, 100), ARPU: 30}
	if w, err := loyal.Worth(WorthOptions{Margin: 1, Horizon: 60}); err != nil || math.Abs(w.LTV-30*40) > 1e-9 || w.Payback != 0 {
		t.Errorf("%+v, %v: want sixty months of margins", w, err)
	}
	nothing := Recent{Length: nan, Churn: shareOf(0, 0), ARPU: nan}
	if w, err := nothing.Worth(WorthOptions{Margin: 1, Horizon: 60, Cost: 3}); err != nil || !math.IsNaN(w.LTV) || !math.IsNaN(w.Now) || !math.IsNaN(w.Payback) || !math.IsNaN(w.WithChurn) {
		t.Errorf("%+v, %v: want nothing", w, err)
	}
	for _, o := range []WorthOptions{{Horizon: 60}, {Margin: 2, Horizon: 60}, {Margin: 1}, {Margin: 1, Horizon: 60, Cost: -1}, {Margin: nan, Horizon: 60}, {Margin: 1, Horizon: 60, Discount: math.Inf(1)}} {
		if _, err := r.Worth(o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}

// TestPaybackAddsUp adds up margins until they reach the cost.
func TestPaybackAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		cost, margin, churn := 1+rng.Float64()*50, 1+rng.Float64()*9, 0.01+0.5*rng.Float64()
		want, sum, stay := 0.0, 0.0, 1.0
		for sum < cost && want < 5000 {
			sum, stay, want = sum+margin*stay, stay*(1-churn), want+1
		}
		if want == 5000 {
			want = math.Inf(1)
		}
		if got := PaybackWithChurn(cost, margin, churn); got != want {
			t.Fatalf("%v at %v a period, churn %v: %v periods, want %v", cost, margin, churn, got, want)
		}
	}
}

func BenchmarkLogRates(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	first := analysis.Date(2023, 1, 1)
	lists := make([][]analysis.Day, 100_000)
	for i := range lists {
		for at := first + analysis.Day(rng.IntN(700)); at < first+730; at += 1 + analysis.Day(rng.IntN(120)) {
			lists[i] = append(lists[i], at)
		}
	}
	log := purchases(first+730, lists...)
	for _, tiers := range [][]Tier{nil, {{0.2, 3}, {0.3, 2}, {0.5, 1}}} {
		spells, err := Definition{Window: 60, Tiers: tiers}.Spells(log)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("tiers=%d", len(tiers)), func(b *testing.B) {
			for b.Loop() {
				if _, err := LogRates(log, spells, RateOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("repeats", func(b *testing.B) {
		for b.Loop() {
			if _, err := Repeats(log); err != nil {
				b.Fatal(err)
			}
		}
	})
}
