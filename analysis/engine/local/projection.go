package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// Projection implements engine.Engine.
func (l *Local) Projection(ctx context.Context, req engine.ProjectionRequest) (engine.Projection, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.Projection{}, err
	}
	lives, basis, err := d.lives(&req.Options)
	if err != nil {
		return engine.Projection{}, err
	}
	engine.Report(ctx, engine.Progress{Stage: "progress.projection"})
	result, err := clv.Project(ctx, lives, req.Options)
	if err != nil {
		return engine.Projection{}, err
	}
	out := engine.Projection{Result: *result, Basis: basis, Residual: result.Residual()}
	return out, draw(
		d.keep(&out.Survival, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) {
			return chart.ProjectedSurvival(result, st)
		}),
		d.keep(&out.Retention, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) {
			return chart.ProjectedRetention(result, st)
		}),
	)
}

// lives counts contracts or, without any, tenures in periods, and fills in what
// the options leave to the data. Days and weeks are too fine for renewals.
func (d *dataset) lives(opt *clv.ProjectionOptions) (*clv.Tenures, engine.Basis, error) {
	mean := func(sum analysis.Money, n int) {
		if opt.Revenue == 0 && n > 0 {
			opt.Revenue = sum / analysis.Money(n)
		}
	}
	if opt.Period == "" {
		opt.Period = analysis.Months
		if t := d.tenures; d.contracts == nil && t != nil && (t.Unit == analysis.Quarters || t.Unit == analysis.Years) {
			opt.Period = t.Unit
		}
	}
	switch {
	case d.contracts != nil:
		mean(runningRevenue(d.contracts))
		return clv.LivesOfContracts(d.contracts, opt.Period), engine.OnContracts, nil
	case d.tenures != nil:
		mean(presentRevenue(d.tenures))
		return clv.LivesOfTenures(d.tenures, opt.Period), engine.OnTenures, nil
	}
	return nil, "", analysis.Fail(analysis.NotEnough, "engine.needs-contracts", analysis.Text("file", d.about.Name)).Or("engine.needs-contracts.remedy")
}

// runningRevenue is what running contracts bring a month, and how many customers
// have any with an amount: a customer of two pays both.
func runningRevenue(c *analysis.Contracts) (sum analysis.Money, customers int) {
	for id := range c.Customers() {
		from, to := c.Rows(analysis.CustomerID(id))
		priced := false
		for i := from; i < to; i++ {
			if c.To[i] == analysis.NoDay && c.Recurring[i] != analysis.NoNumber {
				sum, priced = sum+c.Recurring[i], true
			}
		}
		customers += one(priced)
	}
	return sum, customers
}

// presentRevenue is the same of a roll.
func presentRevenue(t *analysis.Tenures) (sum analysis.Money, customers int) {
	for i, v := range t.Recurring {
		if !t.Left[i] && v != analysis.NoNumber {
			sum, customers = sum+v, customers+1
		}
	}
	return sum, customers
}
