package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Definition implements engine.Engine.
func (l *Local) Definition(ctx context.Context, req engine.DefinitionRequest) (engine.Definition, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Definition{}, err
	}
	if len(req.Compare) > engine.MaxCompared {
		return engine.Definition{}, analysis.Fail(analysis.BadInput, "churn.too-many", analysis.Count("max", engine.MaxCompared))
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.definition"})
	study, err := d.churnStudy()
	if err != nil {
		return engine.Definition{}, err
	}
	bench, err := study.Workbench(req.Definition, churn.Options{Followup: req.Followup, Weights: req.Weights})
	if err != nil {
		return engine.Definition{}, err
	}
	ledger, err := study.Ledger(churn.LedgerRequest{
		Definitions: append([]churn.Definition{req.Definition}, req.Compare...),
		From:        req.From, Day: req.Day, Followup: req.Followup, Weights: req.Weights,
	})
	if err != nil {
		return engine.Definition{}, err
	}
	out := engine.Definition{Definition: ledger.Entries[0].By, Workbench: *bench, Ledger: *ledger}
	return out, draw(
		into(&out.Gaps, func() (figure.Figure, error) { return chart.Gaps(bench, d.styled(req.Layout.InColumn())) }),
		into(&out.Return, func() (figure.Figure, error) { return chart.Returns(bench, d.styled(req.Layout.InHalf())) }),
		into(&out.Errors, func() (figure.Figure, error) { return chart.WindowErrors(bench, d.styled(req.Layout.InHalf())) }),
	)
}

// churnStudy returns what asks the log about definitions of loss: it keeps the
// tallies, so that another W walks through no order again.
func (d *dataset) churnStudy() (*churn.Study, error) {
	if d.study == nil {
		study, err := churn.NewStudy(d.log)
		if err != nil {
			return nil, err
		}
		d.study = study
	}
	return d.study, nil
}
