package clv

import (
	"context"
	"errors"
	"testing"

	"churnbench/analysis"
)

// Long work tells how far it is: every step once, in order, up to the last; and stops
// where it is cancelled.
func TestProgressOfLongWork(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	boot := mustBootstrap(t, mustAnalyze(t, log, Options{}), 1)
	for _, c := range []struct {
		name  string
		steps int
		work  func(ctx context.Context) error
	}{
		{"bake-off", len(Families()) * (1 + origins), func(ctx context.Context) error { _, err := Bakeoff(ctx, log, Options{}); return err }},
		{"bootstrap", 4, func(ctx context.Context) error { _, err := boot.Run(ctx, 3, 7); return err }},
	} {
		next := 0
		err := c.work(WithProgress(t.Context(), func(done, of int) {
			if done != next || of != c.steps {
				t.Errorf("%s: %d of %d, want %d of %d", c.name, done, of, next, c.steps)
			}
			next++
		}))
		if err != nil || next != c.steps+1 {
			t.Errorf("%s: %v after %d", c.name, err, next)
		}
		ctx, cancel := context.WithCancel(t.Context())
		err = c.work(WithProgress(ctx, func(done, _ int) {
			if done == 2 {
				cancel()
			} else if done > 2 {
				t.Errorf("%s goes on after it was cancelled", c.name)
			}
		}))
		var known *analysis.Error
		if !errors.As(err, &known) || known.Kind != analysis.Cancelled {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
