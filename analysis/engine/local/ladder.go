package local

import (
	"context"

	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Ladder implements engine.Engine.
func (l *Local) Ladder(ctx context.Context, req engine.LadderRequest) (engine.Ladder, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Ladder{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.rates"})
	within := req.Within
	if within == 0 {
		if within, err = d.window(req.Definition); err != nil {
			return engine.Ladder{}, err
		}
	}
	r, err := churn.NewLadder(d.log, within)
	if err != nil {
		return engine.Ladder{}, err
	}
	out := engine.Ladder{Result: *r}
	return out, draw(
		into(&out.Figure, func() (figure.Figure, error) { return chart.Ladder(r, d.styled(req.Layout.InColumn())) }),
	)
}

// window returns the days of silence of a definition, the proposed ones where it leaves
// them open.
func (d *dataset) window(by churn.Definition) (int, error) {
	study, err := d.churnStudy()
	if err != nil {
		return 0, err
	}
	settled, err := study.Settle(by)
	return settled.Window, err
}
