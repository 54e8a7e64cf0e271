package churn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

func TestLedgerIsCountedSlowly(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 5))
	keys := map[string]int{}
	for round := range rounds {
		log := randomLog(rng)
		s := study(t, log)
		span := s.gaps.Span()
		req := LedgerRequest{Day: log.End - analysis.Day(rng.IntN(2)*rng.IntN(span/3)), Followup: rng.IntN(span)}
		for range 1 + rng.IntN(4) {
			req.Definitions = append(req.Definitions, drawDefinition(rng, span))
		}
		if req.Day == 0 {
			req.Day = log.End // 0 means that, too
		}
		other := LedgerRequest{Definitions: req.Definitions, Day: log.End - 1, Followup: 1} // whose counts must not be taken for these
		if _, err := s.Ledger(other); err != nil && other.Day != 0 {
			t.Fatalf("round %d: %v", round, err)
		}
		l, err := s.Ledger(req)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		for i := range l.Entries {
			checkEntry(t, log, l, &l.Entries[i])
			trial := Trial{Day: s.trial.day, Followup: s.trial.followup, Weights: Weights{1, 1}}
			if calls := callsSlowly(log, l.Entries[i].By, trial); !sameCalls(l.Entries[i].Calls, calls) {
				t.Fatalf("round %d, %+v: %+v, want %+v", round, l.Entries[i].By, l.Entries[i].Calls, calls)
			}
		}
		for i, step := range l.Steps {
			checkStep(t, log, l, step, &l.Entries[i], &l.Entries[i+1], keys)
		}
	}
	for _, key := range lineKeys {
		if keys[key] == 0 {
			t.Errorf("no line says %s: the test looks at too little", key)
		}
	}
	if len(keys) != len(lineKeys) {
		t.Errorf("lines say %v", keys)
	}
}

var lineKeys = []string{
	"churn.line.silent-bought", "churn.line.silent-kept", "churn.line.silent-open", "churn.line.silent-unjudged",
	"churn.line.fell-bought", "churn.line.fell-kept", "churn.line.fell-open", "churn.line.fell-unjudged",
	"churn.line.ended-bought", "churn.line.ended-since", "churn.line.ended-kept", "churn.line.ended-open", "churn.line.ended-unjudged",
}

func checkEntry(t *testing.T, log *analysis.Log, l *Ledger, e *Entry) {
	t.Helper()
	var customers, lost, returned, began, left, passing int
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		first := log.Day[log.Start[c]]
		if first > l.Day {
			continue
		}
		customers++
		now := lostSlowly(log, e.By, id, l.Day)
		there := first <= l.From && !lostSlowly(log, e.By, id, l.From)
		before := false
		for day := first; day < l.Day; day++ {
			before = before || lostSlowly(log, e.By, id, day)
		}
		for _, x := range []struct {
			is bool
			n  *int
		}{{now, &lost}, {before && !now, &returned}, {there, &began}, {there && now, &left}, {first > l.From && now, &passing}} {
			if x.is {
				*x.n++
			}
		}
	}
	if e.Customers != customers || !sameShare(e.Lost, shareOf(lost, customers)) || e.Returned != returned || e.Passing != passing ||
		e.Churn.K != left || e.Churn.N != began {
		t.Fatalf("%+v: %d customers, %d lost, %d returned, churn %d of %d, %d passing; want %d, %d, %d, %d of %d, %d", e.By,
			e.Customers, e.Lost.K, e.Returned, e.Churn.K, e.Churn.N, e.Passing, customers, lost, returned, left, began, passing)
	}
	checkTierRows(t, e)
}

// checkTierRows holds that tiers share out the customers of the churn rate, and that
// the weighted rate lies between those of the tiers.
func checkTierRows(t *testing.T, e *Entry) {
	t.Helper()
	if len(e.By.Tiers) == 0 {
		if e.Weighted != e.Churn.Value && !math.IsNaN(e.Weighted) {
			t.Fatalf("weighted %v without tiers, churn %v", e.Weighted, e.Churn.Value)
		}
		return
	}
	k, n, low, high := 0, 0, math.Inf(1), math.Inf(-1)
	for _, row := range e.Tiers {
		k, n = k+row.Churn.K, n+row.Churn.N
		if row.Churn.N > 0 && row.Tier.Weight > 0 {
			low, high = min(low, row.Churn.Value), max(high, row.Churn.Value)
		}
	}
	if k != e.Churn.K || n != e.Churn.N || len(e.Tiers) != len(e.By.Tiers) {
		t.Fatalf("tiers hold %d of %d, the rate %d of %d", k, n, e.Churn.K, e.Churn.N)
	}
	if !math.IsNaN(e.Weighted) && !(e.Weighted >= low-1e-12 && e.Weighted <= high+1e-12) {
		t.Fatalf("weighted rate %v of tiers between %v and %v", e.Weighted, low, high)
	}
}

func checkStep(t *testing.T, log *analysis.Log, l *Ledger, step Step, a, b *Entry, keys map[string]int) {
	t.Helper()
	var fewer, more int
	var fewerRevenue, moreRevenue analysis.Money
	for c := range log.Customers() {
		id := analysis.CustomerID(c)
		known := boughtBetween(log, id, longAgo, l.Day)
		was, is := lostSlowly(log, a.By, id, l.Day), lostSlowly(log, b.By, id, l.Day)
		if len(known) == 0 || was == is {
			continue
		}
		var revenue analysis.Money
		for _, p := range known {
			revenue += p.amount
		}
		if was {
			fewer, fewerRevenue = fewer+1, fewerRevenue+revenue
		} else {
			more, moreRevenue = more+1, moreRevenue+revenue
		}
	}
	sum := step.Before
	for i, line := range step.Lines {
		sum += line.Change
		keys[line.Reason.Key]++
		if line.Change < 0 {
			fewer, fewerRevenue = fewer+line.Change, fewerRevenue-line.Revenue
		} else {
			more, moreRevenue = more-line.Change, moreRevenue-line.Revenue
		}
		if line.Change == 0 || i > 0 && max(line.Change, -line.Change) > max(step.Lines[i-1].Change, -step.Lines[i-1].Change) {
			t.Fatalf("lines %+v", step.Lines)
		}
	}
	if step.Before != a.Lost.K || step.After != b.Lost.K || sum != step.After || fewer != 0 || more != 0 || fewerRevenue != 0 || moreRevenue != 0 {
		t.Fatalf("from %+v to %+v: %+v leaves %d and %d customers, %v and %v unexplained", a.By, b.By, step, fewer, more, fewerRevenue, moreRevenue)
	}
}

// A line's reason is what is true of its customers.
func TestLinesTellTheReason(t *testing.T) {
	log := attributed(logOf(400,
		on(0, 100, 200, 300), // silent for 100 days
		on(0, 200, 390),      // bought lately
		on(0, 50, 100, 150, 200, 210, 220, 230, 240, 350), // once in 100 days after 6 in 200
		on(0, 100, 395),   // ended on 300, and bought since
		on(0, 200, 340),   // ended on 350, not bought since
		on(0, 150, 320),   // ended on the very day of the last purchase
		on(101, 150, 399), // judged for a decline from the last day on
	), []analysis.Day{analysis.NoDay, analysis.NoDay, analysis.NoDay, 300, 350, 320, analysis.NoDay}, []string{"", "", "", "", "x", "", ""})
	silent := func(w int) Definition { return Definition{Window: w} }
	declining := Definition{Kind: Declined, Decline: Decline{Recent: 100, Prior: 200, Below: 0.5}}
	end := Definition{Kind: Explicit, Ended: Ended{Column: endDays}}
	for _, c := range []struct {
		a, b Definition
		want map[string]int
	}{
		{silent(90), silent(120), map[string]int{"churn.line.silent-bought": -1}},
		{silent(120), silent(90), map[string]int{"churn.line.silent-bought": 1}},
		{silent(120), declining, map[string]int{"churn.line.fell-bought": 2}}, // customers 0 and 2
		{end, silent(90), map[string]int{"churn.line.ended-since": -2, "churn.line.ended-bought": -1, "churn.line.silent-open": 1}},
		{silent(90), silent(90), map[string]int{}},
		{end, declining, map[string]int{"churn.line.ended-kept": -3, "churn.line.fell-open": 2}},
		{end, Definition{Kind: Combined, All: true, Window: 90, Parts: []Kind{Silence, Explicit}, Ended: end.Ended},
			map[string]int{"churn.line.ended-since": -2, "churn.line.ended-bought": -1}},
		// the part of the same kind answers first
		{Definition{Window: 1}, Definition{Kind: Combined, Window: 90, Parts: []Kind{Explicit, Silence}, Ended: end.Ended},
			map[string]int{"churn.line.silent-bought": -3}},
		{Definition{Window: 1}, Definition{Kind: Declined, Decline: Decline{Recent: 100, Prior: 201, Below: 0.5}},
			map[string]int{"churn.line.silent-kept": -4, "churn.line.silent-unjudged": -1}},
		{Definition{Window: 1}, declining, map[string]int{"churn.line.silent-kept": -5}},
	} {
		l, err := study(t, log).Ledger(LedgerRequest{Definitions: []Definition{c.a, c.b}})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, line := range l.Steps[0].Lines {
			got[line.Reason.Key] += line.Change
		}
		for key, n := range c.want {
			if got[key] != n || len(got) != len(c.want) {
				t.Errorf("%+v to %+v: %v, want %v", c.a, c.b, got, c.want)
			}
		}
	}
}

func TestTiersWeighTheRate(t *testing.T) {
	big, small := 1000*analysis.Money(analysis.MoneyPerUnit), 10*analysis.Money(analysis.MoneyPerUnit)
	log := logOf(300,
		[]purchase{{0, big}, {100, big}}, // lost, core
		[]purchase{{0, small}, {90, small}, {290, small}},
		[]purchase{{50, small}, {290, small}},
		[]purchase{{60, small}, {290, small}},
		[]purchase{{70, small}, {290, small}},
	)
	d := Definition{Window: 150, Tiers: []Tier{{Share: 0.2, Weight: 6}, {Share: 0.8, Weight: 1}}}
	l, err := study(t, log).Ledger(LedgerRequest{Definitions: []Definition{d}, From: 150})
	if err != nil {
		t.Fatal(err)
	}
	e := l.Entries[0]
	if e.Churn.Value != 0.2 || e.Weighted != 0.6 { // 6·1 ÷ (6·1 + 1·4)
		t.Errorf("churn %v, weighted %v; want 0.2 and 0.6", e.Churn.Value, e.Weighted)
	}
	if e.Tiers[0].Churn.K != 1 || !(e.Tiers[0].RevenueShare > 0.95) {
		t.Errorf("core tier %+v", e.Tiers[0])
	}
	d.Tiers = []Tier{{Share: 0.2}, {Share: 0.8}}
	if l, err = study(t, log).Ledger(LedgerRequest{Definitions: []Definition{d}, From: 150}); err != nil {
		t.Fatal(err)
	}
	e = l.Entries[0] // weights by revenue: the rate is the core tier's share of it
	if want := 2000.0 / 2050; math.Abs(e.Weighted-want) > 1e-12 || math.Abs(e.Tiers[0].Tier.Weight-5*want) > 1e-12 {
		t.Errorf("weighted %v, weight %v; want %v", e.Weighted, e.Tiers[0].Tier.Weight, want)
	}
	if slices.ContainsFunc(e.Warnings, func(w analysis.Warning) bool { return w.Message.Key == "churn.no-revenue" }) {
		t.Error("revenue is there")
	}
}
