package local

import (
	"context"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
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

// stepping has package clv report every so many steps, and the last. What it listens for is seen by
// the package, which looks whether ctx has ended.
func stepping(ctx context.Context, stage string, every int) context.Context {
	step := heeding(ctx, stage)
	return clv.WithProgress(ctx, func(done, of int) {
		if done%every == 0 || done == of {
			_ = step(done, of)
		}
	})
}

// SelfCheck implements engine.Engine.
func (l *Local) SelfCheck(ctx context.Context) (engine.SelfCheck, error) {
	engine.Report(ctx, engine.Progress{Stage: "progress.selfcheck"})
	rows, err := clv.SelfCheck(ctx)
	if err == nil {
		rows, err = checkSurvival(rows)
	}
	if err != nil || l.data == nil {
		return engine.SelfCheck{Rows: rows}, err
	}
	more, err := clv.SelfCheckCDNOW(ctx, l.data.log)
	return engine.SelfCheck{Rows: append(rows, more...), CDNOW: more != nil}, err
}

// checkSurvival adds what was published of survival analysis.
func checkSurvival(rows []clv.CheckRow) ([]clv.CheckRow, error) {
	published, err := survival.SelfCheck()
	for _, p := range published {
		rows = append(rows, clv.NewCheckRow(p.Source, p.Method, p.Quantity, p.Printed, p.Computed))
	}
	return rows, err
}
