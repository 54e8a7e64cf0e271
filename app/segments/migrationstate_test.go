package segments

import (
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

func TestMigrationDays(t *testing.T) {
	const first, end = analysis.Day(1000), analysis.Day(1999)
	s := &MigrationState{}
	days := func() [2]analysis.Day {
		from, to := s.Days(first, end)
		return [2]analysis.Day{from, to}
	}
	if got := days(); got != [2]analysis.Day{end - 365, end} {
		t.Errorf("at first %v", got)
	}
	for _, c := range []struct {
		field, text string
		taken       bool
		want        [2]analysis.Day
	}{
		{MigrateTo, analysis.Day(1800).String(), true, [2]analysis.Day{end - 365, 1800}},
		{MigrateFrom, analysis.Day(1700).String(), true, [2]analysis.Day{1700, 1800}},
		{MigrateFrom, analysis.Day(1800).String(), false, [2]analysis.Day{1700, 1800}}, // backwards
		{MigrateFrom, analysis.Day(999).String(), false, [2]analysis.Day{1700, 1800}},
		{MigrateTo, analysis.Day(2000).String(), false, [2]analysis.Day{1700, 1800}},
		{MigrateTo, "", false, [2]analysis.Day{1700, 1800}},
		{MigrateFrom, first.String(), true, [2]analysis.Day{first, 1800}},
	} {
		if taken := s.SetDay(c.field, c.text, first, end); taken != c.taken || days() != c.want {
			t.Errorf("%s %q: taken %v, days %v; want %v, %v", c.field, c.text, taken, days(), c.taken, c.want)
		}
		if fault := s.Typed.Fault("en", c.field); (fault == "") != c.taken {
			t.Errorf("%s %q: fault %q", c.field, c.text, fault)
		}
	}
	s.SetDay(MigrateTo, "nonsense", first, end)
	s.SetSpan(90, end)
	if got := days(); got != [2]analysis.Day{end - 90, end} || s.Typed.Fault("en", MigrateTo) != "" {
		t.Errorf("90 days: %v, fault %q", got, s.Typed.Fault("en", MigrateTo))
	}
}

func TestMigrationWindow(t *testing.T) {
	s := &MigrationState{}
	for _, c := range []struct {
		text  string
		taken bool
		want  int
	}{{"30", true, 30}, {"0", false, 30}, {"x", false, 30}, {"3651", false, 30}, {"3650", true, 3650}, {"", true, 0}} {
		if taken := s.SetWindow(c.text); taken != c.taken || s.Window != c.want {
			t.Errorf("%q: taken %v, %d days", c.text, taken, s.Window)
		}
	}
}

// What divides the customers is what the other tabs have chosen, and nothing else goes
// with it: the same groups are the same question.
func TestAskMigration(t *testing.T) {
	lost := churn.Definition{Window: 90}
	s := &State{Rules: Rules{Options: rfm.Options{Bins: 4}}, Tiers: segment.Deciles}
	for by, want := range map[engine.SegmentBy]engine.Segmentation{
		"":                  {By: engine.SegmentRFM, Scores: s.Options},
		engine.SegmentTiers: {By: engine.SegmentTiers, Tiers: segment.Deciles},
		engine.SegmentState: {By: engine.SegmentState, Definition: lost},
	} {
		s.Migration.SetBy(by)
		got := s.AskMigration(lost, figure.Layout{}).Segmentation
		if got.By != want.By || got.Scores != want.Scores || got.Tiers != want.Tiers || got.Definition.Window != want.Definition.Window {
			t.Errorf("%q: %+v, want %+v", by, got, want)
		}
	}
}

func TestPickMovers(t *testing.T) {
	s := &MigrationState{}
	s.Answer = &engine.Migration{}
	if q := s.AskMovers(); q.AtRisk || q.Row != engine.Any || q.Limit != moversPage {
		t.Errorf("nobody at risk: %+v, want everybody", q)
	}
	s.Answer.Result.AtRisk.Customers = 3
	if q := s.AskMovers(); !q.AtRisk || q.Row != engine.Any || q.Column != engine.Any {
		t.Errorf("at first %+v, want those at risk", q)
	}
	s.More = 2
	s.Pick(1, engine.Any)
	if q := s.AskMovers(); q.AtRisk || q.Row != 1 || q.Column != engine.Any || q.Limit != moversPage {
		t.Errorf("a row: %+v", q)
	}
	s.SetBy(engine.SegmentTiers)
	if q := s.AskMovers(); !q.AtRisk || s.Picked {
		t.Errorf("other groups: %+v", q)
	}
}
