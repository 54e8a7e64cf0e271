package churn

import (
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// A Study that has been asked about much answers as a new one does, and keeps a
// bounded number of answers.
func TestStudiesForget(t *testing.T) {
	log := randomLog(rand.New(rand.NewPCG(6, 5)))
	s := study(t, log)
	for round := range 3 {
		for w := 1; w <= s.gaps.Span()/2; w++ {
			d := Definition{Window: w}
			if round == 1 {
				d.Kind = Declined
			}
			got, err := s.Spells(d)
			if err != nil {
				t.Fatal(err)
			}
			want := spellsOf(log, got.By)
			if !slices.Equal(got.Start, want.Start) || !slices.Equal(got.From, want.From) || !slices.Equal(got.To, want.To) || got.By.Window != w {
				t.Fatalf("W = %d: %+v, want %+v", w, got, want)
			}
			if again, err := s.Spells(d); err != nil || again != got {
				t.Fatalf("W = %d: counted again at once, %v", w, err)
			}
		}
	}
	if n := len(s.answers); n != keptAnswers {
		t.Errorf("%d answers are kept, want %d", n, keptAnswers)
	}
	s.answers[0].spells = &Spells{From: make([]analysis.Day, keptSpells+1)}
	if s.forget(); len(s.answers) != 1 {
		t.Errorf("%d answers are kept beside one that fills the room", len(s.answers)-1)
	}
}

func TestDoubtsAreSaid(t *testing.T) {
	many := func(n int, days ...analysis.Day) (lists [][]purchase) {
		for range n {
			lists = append(lists, on(days...))
		}
		return lists
	}
	regular := []analysis.Day{0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200}
	for _, c := range []struct {
		key string
		log *analysis.Log
		d   Definition
		req LedgerRequest
	}{
		{"churn.no-gaps", logOf(200, many(40, 5)...), Definition{}, LedgerRequest{}},
		{"survival.unreached", logOf(200, append(many(40, 5), on(0, 10))...), Definition{}, LedgerRequest{}},
		{"survival.shortened", logOf(200, many(40, 0, 150, 200)...), Definition{}, LedgerRequest{}},
		{"survival.long", logOf(200, many(40, regular...)...), Definition{Window: 120}, LedgerRequest{}},
		{"churn.no-trial", logOf(200, many(40, regular...)...), Definition{Window: 30}, LedgerRequest{Followup: 200}},
		{"churn.few-on-trial", logOf(200, many(20, regular...)...), Definition{Window: 30}, LedgerRequest{}},
		{"churn.best-at-edge", logOf(200, many(40, 0, 200)...), Definition{Window: 30}, LedgerRequest{Followup: 100}},
		{"churn.beyond-trial", logOf(200, many(40, regular...)...), Definition{Window: 90}, LedgerRequest{Followup: 150}},
		{"churn.short-period", logOf(200, many(40, regular...)...), Definition{Window: 90}, LedgerRequest{From: 150}},
		{"churn.unjudged", logOf(200, append(many(40, regular...), on(150, 190))...), Definition{Kind: Declined, Window: 30}, LedgerRequest{}},
		{"churn.no-revenue", logOf(200, []purchase{{0, -5}, {200, -5}}), Definition{Window: 30, Tiers: []Tier{{Share: 1}}}, LedgerRequest{From: 20}},
		{"churn.undated", attributed(logOf(200, on(regular...), on(0)), []analysis.Day{0, 0}, []string{"gone", "here"}),
			Definition{Kind: Explicit, Ended: Ended{Column: states, Lost: []string{"gone"}}}, LedgerRequest{}},
		{"churn.bought-after", attributed(logOf(200, on(regular...), on(0)), []analysis.Day{90, analysis.NoDay}, []string{"", ""}),
			Definition{Kind: Explicit, Ended: Ended{Column: endDays}}, LedgerRequest{}},
	} {
		s := study(t, c.log)
		w, err := s.Workbench(c.d, Options{Followup: c.req.Followup})
		if err != nil {
			t.Fatalf("%s: %v", c.key, err)
		}
		c.req.Definitions = []Definition{c.d}
		l, err := s.Ledger(c.req)
		if err != nil {
			t.Fatalf("%s: %v", c.key, err)
		}
		said := append(slices.Clone(w.Warnings), l.Entries[0].Warnings...)
		if !slices.ContainsFunc(said, func(w analysis.Warning) bool { return w.Message.Key == c.key }) {
			t.Errorf("%s is missing among %+v", c.key, said)
		}
	}
}
