package local_test

import (
	"errors"
	"fmt"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// TestLadder: the days are those of the definition unless others are named, and both
// ways to the engine answer the same.
func TestLadder(t *testing.T) {
	answers := map[string]bool{}
	contract(t, func(t *testing.T, e engine.Engine) {
		ctx := t.Context()
		load(t, e, shop)
		proposed, err1 := e.Ladder(ctx, engine.LadderRequest{})
		definition, err2 := e.Definition(ctx, engine.DefinitionRequest{})
		chosen, err3 := e.Ladder(ctx, engine.LadderRequest{Definition: churn.Definition{Window: 77}})
		named, err4 := e.Ladder(ctx, engine.LadderRequest{Definition: churn.Definition{Window: 77}, Within: 30})
		if err := errors.Join(err1, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		if proposed.Result.Within != definition.Definition.Window || chosen.Result.Within != 77 || named.Result.Within != 30 {
			t.Errorf("within %d, %d and %d days; want %d, 77 and 30", proposed.Result.Within, chosen.Result.Within, named.Result.Within, definition.Definition.Window)
		}
		if len(named.Figure.Marks) != len(named.Result.Rungs) {
			t.Errorf("%d marks for %d rungs", len(named.Figure.Marks), len(named.Result.Rungs))
		}
		if _, err := e.Ladder(ctx, engine.LadderRequest{Within: 100_000}); kindOf(err) != analysis.NotEnough {
			t.Errorf("beyond the data: %v", err)
		}
		answers[fmt.Sprint(proposed, chosen, named)] = true
	})
	if len(answers) != 1 {
		t.Error("the engine answers otherwise over the wire")
	}
}
