package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// Bakeoff implements engine.Engine.
func (l *Local) Bakeoff(ctx context.Context, req engine.BakeoffRequest) (engine.Bakeoff, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Bakeoff{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.bakeoff"})
	if d.bakeoff == nil || d.bakedBy != req.Options.CalibrationEnd {
		result, err := clv.Bakeoff(ctx, d.log, req.Options)
		if err != nil {
			return engine.Bakeoff{}, err
		}
		d.bakeoff = &engine.Bakeoff{Result: *result, OneTimers: result.OneTimers(d.log)}
		d.bakedBy = req.Options.CalibrationEnd
	}
	return *d.bakeoff, nil
}

// batch is how many replicates are drawn between two reports of progress.
const batch = 10

// Bootstrap implements engine.Engine.
func (l *Local) Bootstrap(ctx context.Context, req engine.BootstrapRequest) (clv.Intervals, error) {
	d, err := l.loaded()
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
	return redraw(ctx, value.Bootstrap(req.Seed), n)
}

// redraw runs n replicates and reports how many are done.
func redraw(ctx context.Context, b *clv.Bootstrap, n int) (clv.Intervals, error) {
	var all []clv.Replicate
	for k := 0; k < n; k += batch {
		engine.Report(ctx, engine.Progress{Stage: "progress.bootstrap", Step: k, OfSteps: n})
		some, err := b.Run(ctx, k, min(k+batch, n))
		if err != nil {
			return clv.Intervals{}, err
		}
		all = append(all, some...)
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.bootstrap", Step: n, OfSteps: n})
	return b.Intervals(all), nil
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
