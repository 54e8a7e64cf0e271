package local

import (
	"context"

	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// Survival implements engine.Engine.
func (l *Local) Survival(ctx context.Context, req engine.SurvivalRequest) (engine.Survival, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Survival{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.survival"})
	d.lapsedBy = req.Window
	lapse, err := survival.Lapses(d.log, req.Window, survival.LogLog)
	if err != nil {
		return engine.Survival{}, err
	}
	out := engine.Survival{Lapse: *lapse}
	return out, draw(
		into(&out.Curve, func() (figure.Figure, error) { return chart.Survival(lapse, d.styled(req.Layout.InColumn())) }),
	)
}

type survivalRow struct {
	Day      decimal `csv:"days"`
	AtRisk   int     `csv:"at_risk"`
	Lapsed   int     `csv:"lapsed"`
	Censored int     `csv:"censored"`
	S        decimal `csv:"survival"`
	SE       decimal `csv:"se"`
	Low      decimal `csv:"low_95"`
	High     decimal `csv:"high_95"`
}

func (l *Local) survival(_ context.Context, d *dataset, _ engine.ExportRequest) ([]byte, error) {
	result, err := survival.Lapses(d.log, d.lapsedBy, survival.LogLog)
	if err != nil {
		return nil, err
	}
	c := result.Curve
	rows := make([]survivalRow, len(c.Time))
	for i := range rows {
		rows[i] = survivalRow{decimal(c.Time[i]), c.AtRisk[i], c.Events[i], c.Censored[i],
			decimal(c.S[i]), decimal(c.SE[i]), decimal(c.Low[i]), decimal(c.High[i])}
	}
	return table(rows)
}
