package local

import (
	"context"
	"time"

	"churnbench/analysis/engine"
)

// breath is how long a call computes before it listens: in a browser, messages arrive only while no
// Go code runs, and one of them may say that the call is no longer wanted.
const breath = 60 * time.Millisecond

// heeding returns a function for the steps of long work: it reports them, listens from time to time,
// and returns an error once ctx has ended.
func heeding(ctx context.Context, stage string) func(done, of int) error {
	listened := time.Now()
	return func(done, of int) error {
		engine.Report(ctx, engine.Progress{Stage: stage, Step: done, OfSteps: of})
		if time.Since(listened) < breath {
			return ctx.Err()
		}
		err := rest(ctx)
		listened = time.Now()
		return err
	}
}

// rest waits a moment: a browser delivers messages only while no Go code runs.
func rest(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Millisecond):
		return nil
	}
}
