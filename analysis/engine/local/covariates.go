package local

import (
	"context"

	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// Covariates implements engine.Engine.
func (l *Local) Covariates(ctx context.Context, req engine.CovariatesRequest) (engine.Covariates, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Covariates{}, err
	}
	value, err := d.worth(ctx, req.Options)
	if err != nil {
		return engine.Covariates{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.covariates"})
	design, err := clv.NewDesign(d.log, value.Summary(), req.Attributes)
	if err != nil {
		return engine.Covariates{}, err
	}
	fit, err := value.WithDesign(ctx, design)
	if err != nil {
		return engine.Covariates{}, err
	}
	out := engine.Covariates{Fit: fit.Fit, Without: fit.Without, Effects: fit.Effects, Odds: fit.Odds, Test: fit.Test,
		Filled: design.Filled, Left: design.Left, EquityBare: value.Result().Equity}
	out.Equity = clv.Interval{Value: fit.Equity, Low: fit.EquityLow, High: fit.EquityHigh}
	return out, nil
}
