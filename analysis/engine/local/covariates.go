package local

import (
	"cmp"
	"context"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

// Covariates implements engine.Engine.
func (l *Local) Covariates(ctx context.Context, req engine.CovariatesRequest) (engine.Covariates, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Covariates{}, err
	}
	family, err := familyOf(req.Model)
	if err != nil {
		return engine.Covariates{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.fit"})
	design, err := clv.NewDesign(d.log, clv.Summarize(d.log, d.log.End), req.Attributes)
	if err != nil {
		return engine.Covariates{}, err
	}
	fit, err := family.FitCovariates(ctx, design)
	if err != nil {
		return engine.Covariates{}, err
	}
	return engine.Covariates{Fit: fit.Fit, Without: fit.Without, Effects: fit.Effects, Test: fit.Test,
		Filled: design.Filled, Left: design.Left}, nil
}

// familyOf finds a model of purchases by name, BG/NBD for "".
func familyOf(name string) (*clv.Family, error) {
	name = cmp.Or(name, clv.BGNBDFamily.Name)
	for _, f := range clv.Families() {
		if f.Name == name {
			return f, nil
		}
	}
	return nil, analysis.Fail(analysis.BadInput, "clv.unknown-model", analysis.Text("model", name))
}
