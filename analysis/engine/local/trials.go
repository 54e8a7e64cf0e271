package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// Bakeoff implements engine.Engine.
func (l *Local) Bakeoff(ctx context.Context, req engine.BakeoffRequest) (engine.Bakeoff, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Bakeoff{}, err
	}
	if d.bakeoff == nil || d.bakedBy != req.Options.CalibrationEnd {
		result, err := clv.Bakeoff(stepping(ctx, "progress.bakeoff", 1), d.log, req.Options)
		if err != nil {
			return engine.Bakeoff{}, err
		}
		d.bakeoff = &engine.Bakeoff{Result: *result, OneTimers: result.OneTimers(d.log)}
		d.bakedBy = req.Options.CalibrationEnd
	}
	return *d.bakeoff, nil
}

// Bootstrap implements engine.Engine.
func (l *Local) Bootstrap(ctx context.Context, req engine.BootstrapRequest) (clv.Intervals, error) {
	d, err := l.ordered()
	if err != nil {
		return clv.Intervals{}, err
	}
	n := req.Replicates
	if n == 0 {
		n = clv.DefaultReplicates
	}
	if n < 2 || n > engine.MaxReplicates {
		return clv.Intervals{}, analysis.Fail(analysis.BadInput, "engine.bad-replicates",
			analysis.Count("replicates", n), analysis.Count("max", engine.MaxReplicates))
	}
	value, err := d.worth(ctx, req.Options)
	if err != nil {
		return clv.Intervals{}, err
	}
	b := value.Bootstrap(req.Seed)
	all, err := b.Run(stepping(ctx, "progress.bootstrap", replicatesPerReport), 0, n)
	if err != nil {
		return clv.Intervals{}, err
	}
	return b.Intervals(all), nil
}

// replicatesPerReport keeps reports apart by about a frame of a screen.
const replicatesPerReport = 10

// stepping has package clv report every so many steps, and the last.
func stepping(ctx context.Context, stage string, every int) context.Context {
	return clv.WithProgress(ctx, func(done, of int) {
		if done%every == 0 || done == of {
			engine.Report(ctx, engine.Progress{Stage: stage, Step: done, OfSteps: of})
		}
	})
}

// SelfCheck implements engine.Engine.
func (l *Local) SelfCheck(ctx context.Context) (engine.SelfCheck, error) {
	engine.Report(ctx, engine.Progress{Stage: "progress.selfcheck"})
	rows, err := clv.SelfCheck(ctx)
	if err != nil || l.data == nil {
		return engine.SelfCheck{Rows: rows}, err
	}
	more, err := clv.SelfCheckCDNOW(ctx, l.data.log)
	return engine.SelfCheck{Rows: append(rows, more...), CDNOW: more != nil}, err
}
