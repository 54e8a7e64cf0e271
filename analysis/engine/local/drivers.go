package local

import (
	"context"

	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Drivers implements engine.Engine.
func (l *Local) Drivers(ctx context.Context, req engine.DriversRequest) (engine.Drivers, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Drivers{}, err
	}
	value, err := d.worth(ctx, req.Options)
	if err != nil {
		return engine.Drivers{}, err
	}
	out := engine.Drivers{}
	if out.Result, err = value.Elasticities(req.Cost); err != nil {
		return engine.Drivers{}, err
	}
	return out, draw(into(&out.Figure, func() (figure.Figure, error) {
		return chart.Drivers(&out.Result, value.Options, d.styled(req.Layout.InColumn()))
	}))
}
