package local_test

import (
	"fmt"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
)

func TestDefinitionsAreComparedAndTried(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		got, err := e.Definition(t.Context(), engine.DefinitionRequest{
			Definition: churn.Definition{Window: 90},
			Compare:    []churn.Definition{{Window: 365}, {Kind: churn.Declined, Window: 90}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got.Definition.Window != 90 || got.Workbench.Window != 90 || len(got.Workbench.Trial.Points) < 20 {
			t.Errorf("%+v, %d windows tried", got.Definition, len(got.Workbench.Trial.Points))
		}
		if len(got.Ledger.Entries) != 3 || got.Ledger.Entries[0].Customers != d.Customers {
			t.Fatalf("ledger of %d entries, %d customers; want 3, %d", len(got.Ledger.Entries), got.Ledger.Entries[0].Customers, d.Customers)
		}
		for i, s := range got.Ledger.Steps {
			sum := s.Before
			for _, l := range s.Lines {
				sum += l.Change
			}
			if sum != s.After || s.After != got.Ledger.Entries[i+1].Lost.K || len(s.Lines) == 0 {
				t.Errorf("step %d: %+v, want %d lost", i, s, got.Ledger.Entries[i+1].Lost.K)
			}
		}
	})
}

func TestDefinitionsThatCannotBe(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		if _, err := e.Definition(t.Context(), engine.DefinitionRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("without data: %v", err)
		}
		load(t, e, shop)
		for _, wrong := range []engine.DefinitionRequest{
			{Definition: churn.Definition{Window: -1}},
			{Definition: churn.Definition{Kind: churn.Explicit, Ended: churn.Ended{Column: 99}}},
			{Compare: make([]churn.Definition, engine.MaxCompared+1)},
			{Compare: []churn.Definition{{Kind: "hunch"}}},
			{Weights: churn.Weights{Returned: -1}},
			{Day: 5},
		} {
			if _, err := e.Definition(t.Context(), wrong); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v, want kind BadInput", wrong, err)
			}
		}
	})
}

// An answer from the tallies kept is that of a fresh engine.
func TestDefinitionsAnswerAlike(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		ask := func(e engine.Engine, w int) string {
			got, err := e.Definition(t.Context(), engine.DefinitionRequest{Definition: churn.Definition{Window: w}, Followup: w})
			if err != nil {
				t.Fatal(err)
			}
			return fmt.Sprintf("%+v", got)
		}
		first := ask(e, 60)
		if ask(e, 75) == first {
			t.Error("another window changes nothing")
		}
		if again := ask(e, 60); again != first {
			t.Errorf("asked again: %s\nbefore: %s", again, first)
		}
	})
}

// Every number crosses the wire as it is.
func TestDefinitionsCrossTheWire(t *testing.T) {
	ask := func(e engine.Engine) string {
		load(t, e, shop)
		got, err := e.Definition(t.Context(), engine.DefinitionRequest{
			Definition: churn.Definition{Tiers: []churn.Tier{{Share: 0.2}, {Share: 0.8, Weight: 1}}},
			Compare:    []churn.Definition{{Kind: churn.Combined, Parts: []churn.Kind{churn.Silence, churn.Declined}, All: true}},
			Weights:    churn.Weights{Returned: 2, Gone: 1},
		})
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%+v", got)
	}
	if near, far := ask(local.New(open, words)), ask(overWire(t, local.New(open, words))); near != far {
		t.Errorf("here %s\nthere %s", near, far)
	}
}
