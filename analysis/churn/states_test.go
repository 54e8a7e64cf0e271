package churn

import (
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
)

// TestSilenceEdges pins the days on which a silence begins to count and stops.
func TestSilenceEdges(t *testing.T) {
	for _, c := range []struct {
		days     []analysis.Day
		end      analysis.Day
		from, to []analysis.Day
	}{
		{[]analysis.Day{0, 30}, 30, nil, nil},                                                   // bought again on the 30th day: in time
		{[]analysis.Day{0, 31}, 31, []analysis.Day{30}, []analysis.Day{31}},                     // a day late: lost for a day
		{[]analysis.Day{0}, 29, nil, nil},                                                       // 29 silent days
		{[]analysis.Day{0}, 30, []analysis.Day{30}, []analysis.Day{analysis.NoDay}},             // 30, the end included
		{[]analysis.Day{0, 50}, 90, []analysis.Day{30, 80}, []analysis.Day{50, analysis.NoDay}}, // lost, returned, lost again
		{[]analysis.Day{90}, 90, nil, nil},                                                      // joined on the last day
	} {
		log := logOf(c.end, on(c.days...), on(c.end-30, c.end-15, c.end)) // a companion, to give a span
		s, err := (Definition{Window: 30}).Spells(log)
		if err != nil {
			t.Fatal(err)
		}
		from, to := s.Of(0)
		if !slices.Equal(s.From[from:to], c.from) || !slices.Equal(s.To[from:to], c.to) {
			t.Errorf("%v to %d: %v to %v, want %v to %v", c.days, c.end, s.From[from:to], s.To[from:to], c.from, c.to)
		}
	}
}

// TestDeclineEdges follows single customers through the rule of Decline.
func TestDeclineEdges(t *testing.T) {
	monthly := func(until analysis.Day) (days []analysis.Day) {
		for d := analysis.Day(0); d <= until; d += 10 {
			days = append(days, d)
		}
		return days
	}
	for _, c := range []struct {
		name     string
		list     []purchase
		d        Decline
		from, to []analysis.Day
	}{
		// Recent 30, prior 60: judged from day 89. Purchases on 0, 10, …, 90 make a
		// prior of 6; fewer than 1.5 in 30 days are too few. Two left until day 109,
		// one from 110: lost; still so when both windows are empty.
		{"stops", on(monthly(90)...), Decline{30, 60, 0.5, false}, []analysis.Day{110}, []analysis.Day{analysis.NoDay}},
		{"goes on", on(monthly(200)...), Decline{30, 60, 0.5, false}, nil, nil},
		{"bought once", on(5), Decline{30, 60, 0.5, false}, []analysis.Day{94}, []analysis.Day{analysis.NoDay}},
		// One purchase against five before is too few still, two are not.
		{"comes back", append(on(monthly(90)...), on(130, 135)...), Decline{30, 60, 0.5, false},
			[]analysis.Day{110, 165}, []analysis.Day{135, analysis.NoDay}},
		// 400 against 1,800 in twice the days; a day later the first 900 are out of sight.
		{"spends less", []purchase{{0, 900}, {50, 900}, {80, 400}, {110, 400}, {140, 400}, {170, 400}, {200, 400}}, Decline{30, 60, 0.5, true},
			[]analysis.Day{89}, []analysis.Day{90}},
		{"refunds only", []purchase{{0, -100}, {60, -100}, {120, -100}, {180, 500}}, Decline{30, 60, 0.5, true}, nil, nil},
	} {
		s, err := Definition{Kind: Declined, Window: 30, Decline: c.d}.Spells(logOf(200, c.list, on(0, 200)))
		if err != nil {
			t.Fatal(err)
		}
		from, to := s.Of(0)
		if !slices.Equal(s.From[from:to], c.from) || !slices.Equal(s.To[from:to], c.to) {
			t.Errorf("%s: %v to %v, want %v to %v", c.name, s.From[from:to], s.To[from:to], c.from, c.to)
		}
	}
}

func TestDefinitionsThatCannotBe(t *testing.T) {
	log := attributed(logOf(100, on(0, 50), on(0, 100)), []analysis.Day{40, analysis.NoDay}, []string{"gone", ""})
	log.Attributes = append(log.Attributes, analysis.Column{Name: "age", Kind: analysis.NumberColumn, Numbers: make([]analysis.Money, 2)})
	ended := func(e Ended) Definition { return Definition{Kind: Explicit, Ended: e} }
	decline := func(d Decline) Definition { return Definition{Kind: Declined, Decline: d} }
	tiers := func(list ...Tier) Definition { return Definition{Tiers: list} }
	parts := func(kinds ...Kind) Definition { return Definition{Kind: Combined, Parts: kinds} }
	for _, c := range []struct {
		key string
		d   Definition
	}{
		{"churn.bad-kind", Definition{Kind: "hunch"}},
		{"survival.bad-window", Definition{Window: -1}},
		{"survival.window-beyond", Definition{Window: 101}},
		{"churn.few-parts", parts()},
		{"churn.few-parts", parts(Silence)},
		{"churn.bad-part", parts(Silence, Combined)},
		{"churn.part-twice", parts(Silence, Silence)},
		{"churn.bad-decline", decline(Decline{Recent: -1})},
		{"churn.bad-decline", decline(Decline{Prior: -1})},
		{"churn.bad-below", decline(Decline{Below: 1})},
		{"churn.bad-below", decline(Decline{Below: math.NaN()})},
		{"churn.decline-beyond", decline(Decline{Recent: 60, Prior: 60})},
		{"churn.decline-beyond", decline(Decline{Recent: math.MaxInt, Prior: math.MaxInt})},
		{"churn.no-column", ended(Ended{Column: 3})},
		{"churn.no-column", ended(Ended{Column: -1})},
		{"churn.number-column", ended(Ended{Column: 2})},
		{"churn.no-states", ended(Ended{Column: states})},
		{"churn.unknown-state", ended(Ended{Column: states, Lost: []string{"left"}})},
		{"churn.bad-tier", tiers(Tier{Share: 0})},
		{"churn.bad-tier", tiers(Tier{Share: math.NaN()})},
		{"churn.bad-weight", tiers(Tier{Share: 1, Weight: -1})},
		{"churn.bad-weight", tiers(Tier{Share: 1, Weight: math.Inf(1)})},
		{"churn.tiers-over", tiers(Tier{Share: 0.6}, Tier{Share: 0.6})},
	} {
		_, err := c.d.Spells(log)
		wantError(t, err, c.key)
	}
	_, err := Definition{}.Spells(&analysis.Log{})
	wantError(t, err, "survival.empty")
	_, err = Definition{}.Spells(logOf(7, on(7)))
	wantError(t, err, "survival.one-day")
	_, err = Definition{}.Spells(logOf(math.MaxInt32, on(math.MaxInt32-50)))
	wantError(t, err, "survival.span")
	s := study(t, log)
	for _, c := range []struct {
		key string
		opt Options
	}{
		{"churn.bad-followup", Options{Followup: -1}},
		{"churn.followup-beyond", Options{Followup: 101}},
		{"churn.bad-error-weight", Options{Weights: Weights{Returned: -1, Gone: 1}}},
		{"churn.bad-error-weight", Options{Weights: Weights{Gone: math.NaN()}}},
	} {
		_, err := s.Workbench(Definition{}, c.opt)
		wantError(t, err, c.key)
		_, err = s.Ledger(LedgerRequest{Definitions: []Definition{{}}, Followup: c.opt.Followup, Weights: c.opt.Weights})
		wantError(t, err, c.key)
	}
	for _, days := range [][2]analysis.Day{{50, 50}, {50, 101}, {-1, 50}, {60, 50}} {
		_, err := s.Ledger(LedgerRequest{From: days[0], Day: days[1]})
		wantError(t, err, "churn.bad-period")
	}
}

// What is left open is filled in from the data, however short they are.
func TestWhatIsLeftOpen(t *testing.T) {
	for span := analysis.Day(1); span < 60; span++ {
		s := study(t, logOf(span, on(0, span), on(span/2)))
		for _, d := range []Definition{{}, {Kind: Declined}, {Kind: Combined, Parts: []Kind{Silence, Declined}}} {
			got, err := s.Settle(d)
			if err != nil {
				t.Fatalf("span %d, %+v: %v", span, d, err)
			}
			if again, err := s.Settle(got); err != nil || again.Window != got.Window || again.Decline != got.Decline {
				t.Errorf("span %d: settled %+v, again %+v, %v", span, got, again, err)
			}
			if _, err := s.Workbench(d, Options{}); err != nil {
				t.Errorf("span %d, %+v: %v", span, d, err)
			}
			if _, err := s.Ledger(LedgerRequest{Definitions: []Definition{d}}); err != nil && span > 1 {
				t.Errorf("span %d, %+v: %v", span, d, err)
			}
		}
	}
	got, err := Definition{Kind: Declined, Window: 30}.Spells(logOf(300, on(0, 300)))
	if err != nil || got.By.Decline != (Decline{30, 60, DefaultBelow, false}) {
		t.Errorf("decline %+v, %v; want 30 days against 60", got.By.Decline, err)
	}
}

// Presets are definitions that data can be asked about; those by contract still lack
// their column.
func TestPresets(t *testing.T) {
	log := logOf(2000, on(0, 1000, 2000))
	seen := map[string]bool{}
	for _, p := range Presets() {
		_, err := p.Definition.Spells(log)
		if p.Definition.Kind == Explicit {
			wantError(t, err, "churn.no-column")
		} else if err != nil {
			t.Errorf("%s: %v", p.Key, err)
		}
		if seen[p.Key] {
			t.Errorf("%s stands there twice", p.Key)
		}
		seen[p.Key] = true
	}
}
