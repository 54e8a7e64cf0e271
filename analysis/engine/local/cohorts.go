package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Cohorts implements engine.Engine.
func (l *Local) Cohorts(ctx context.Context, req engine.CohortsRequest) (engine.Cohorts, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Cohorts{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.cohorts"})
	result, err := d.follow(req.Options)
	if err != nil {
		return engine.Cohorts{}, err
	}
	out := engine.Cohorts{Result: *result, Total: len(result.Cohorts)}
	out.Offset = min(max(req.Offset, 0), out.Total)
	out.Result.Cohorts = result.Cohorts[out.Offset:]
	if n := len(out.Result.Cohorts); req.Limit > 0 {
		out.Result.Cohorts = out.Result.Cohorts[:min(n, req.Limit)]
	}
	return out, draw(
		d.keep(&out.Curve, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) {
			return chart.RetentionCurve(result, req.Selected, st)
		}),
	)
}

// follow returns the cohort table by opt, from memory if it was made before.
func (d *dataset) follow(opt cohort.Options) (*cohort.Result, error) {
	if d.cohorts != nil && d.cohortsBy == opt {
		return d.cohorts, nil
	}
	result, err := cohort.Make(d.log, opt)
	if err != nil {
		return nil, err
	}
	d.cohorts, d.cohortsBy = result, opt
	return result, nil
}

// among returns a filter that passes the customers of a cohort's cell, nil if req
// names none.
func (d *dataset) among(cell engine.CohortCell) (func(analysis.CustomerID) bool, error) {
	if cell == (engine.CohortCell{}) {
		return nil, nil
	}
	members, err := cohort.Members(d.log, cell.Options, cell.Key, cell.Column)
	if err != nil {
		return nil, err
	}
	inside := make([]bool, d.log.Customers())
	for _, c := range members {
		inside[c] = true
	}
	return func(c analysis.CustomerID) bool { return inside[c] }, nil
}
