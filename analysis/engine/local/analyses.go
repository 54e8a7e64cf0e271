package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Value implements engine.Engine.
func (l *Local) Value(ctx context.Context, req engine.ValueRequest) (engine.Value, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Value{}, err
	}
	value, err := d.worth(ctx, req.Options)
	if err != nil {
		return engine.Value{}, err
	}
	out := engine.Value{Result: value.Result(), Findings: value.Findings(),
		Newcomer: value.Newcomer(), Intervals: value.DeltaIntervals()}
	r := &out.Result
	r.Warnings = clv.Beyond(r.Warnings, out.Findings)
	return out, draw(
		into(&out.Distribution, func() (figure.Figure, error) {
			return chart.CLVDistribution(r, chart.NewHistogram(value.CLV), d.styled(req.Layout.InColumn()))
		}),
		d.keep(&out.Tracking, d.styled(req.Layout.InHalf()), func(st figure.Style) (figure.Figure, error) { return chart.Tracking(r, st) }),
		into(&out.Calibration, func() (figure.Figure, error) { return chart.Calibration(r, d.styled(req.Layout.InHalf())) }),
		into(&out.Alive, func() (figure.Figure, error) { return chart.AliveHeat(r, d.styled(req.Layout.InColumn())) }),
		into(&out.Future, func() (figure.Figure, error) { return chart.FutureHeat(r, d.styled(req.Layout.InColumn())) }),
		into(&out.Reliability, func() (figure.Figure, error) { return chart.Reliability(r, d.styled(req.Layout.InColumn())) }),
	)
}

// styled adds the currency of the dataset to a figure's style.
func (d *dataset) styled(st figure.Style) figure.Style {
	st.Currency = d.log.Currency
	return st
}

// into names a place for a figure and how to draw it.
func into(to *figure.Figure, f func() (figure.Figure, error)) func() error {
	return func() (err error) {
		*to, err = f()
		return err
	}
}

// draw draws figures. A result that has too little in it for one figure still
// has its numbers: that figure stays empty.
func draw(figures ...func() error) error {
	for _, f := range figures {
		if err := f(); err != nil && engine.AsError(err).Kind != analysis.NotEnough {
			return err
		}
	}
	return nil
}
