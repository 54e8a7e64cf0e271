package local

import (
	"context"

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
	d.cohortsBy = req.Options
	result, err := cohort.Make(d.log, req.Options)
	if err != nil {
		return engine.Cohorts{}, err
	}
	out := engine.Cohorts{Result: *result}
	return out, draw(
		into(&out.Curve, func() (figure.Figure, error) { return chart.RetentionCurve(result, d.styled(req.Layout.InColumn())) }),
	)
}

// A cohortRow is one cell: tables in this shape load into any tool, and a
// pivot makes the triangle of it.
type cohortRow struct {
	Cohort   string  `csv:"cohort"`
	Size     int     `csv:"customers"`
	Period   int     `csv:"period"`
	Active   int     `csv:"active"`
	Rate     decimal `csv:"retention"`
	Low      decimal `csv:"low_95"`
	High     decimal `csv:"high_95"`
	Revenue  decimal `csv:"revenue"`
	Complete bool    `csv:"complete"`
}

func (l *Local) cohorts(_ context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	result, err := cohort.Make(d.log, d.cohortsBy)
	if err != nil {
		return nil, err
	}
	var rows []cohortRow
	for _, c := range result.Cohorts {
		for k, cell := range c.Cells {
			rows = append(rows, cohortRow{c.Start.String(), c.Size, k, cell.Active, decimal(cell.Rate),
				decimal(cell.Low), decimal(cell.High), decimal(cell.Revenue.Float()), cell.Complete})
		}
	}
	return table(rows)
}
