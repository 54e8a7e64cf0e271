package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

// History implements engine.Engine.
func (l *Local) History(ctx context.Context, req engine.HistoryRequest) (engine.History, error) {
	d, err := l.loaded()
	if err != nil {
		return engine.History{}, err
	}
	customer, ok := d.customerOf(req.ID)
	if !ok {
		return engine.History{}, analysis.Fail(analysis.BadInput, "engine.no-customer", analysis.Text("customer", req.ID))
	}
	if d.value == nil {
		if _, err := d.worth(ctx, clv.Options{}); err != nil {
			return engine.History{}, err
		}
	}
	out := engine.History{Points: d.value.History(customer)}
	return out, draw(into(&out.Figure, func() (figure.Figure, error) {
		return chart.AliveHistory(out.Points, d.value.Options.Model, d.styled(req.Layout.InColumn()))
	}))
}

// customerOf finds a customer by the identifier.
func (d *dataset) customerOf(id string) (analysis.CustomerID, bool) {
	for c := range d.log.Customers() {
		if d.log.IDs.At(c) == id {
			return analysis.CustomerID(c), true
		}
	}
	return 0, false
}
