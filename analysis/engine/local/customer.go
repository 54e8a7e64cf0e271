package local

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// Customer implements engine.Engine.
func (l *Local) Customer(ctx context.Context, req engine.CustomerRequest) (engine.Customer, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Customer{}, err
	}
	c, ok := d.customerOf(req.ID)
	if !ok {
		return engine.Customer{}, analysis.Fail(analysis.BadInput, "engine.no-customer", analysis.Text("customer", req.ID))
	}
	out := engine.Customer{Purchases: d.purchases(c), Attributes: d.facts(c)}
	if out.NoOutlook, err = d.valueOr(ctx, req.Measures); err != nil {
		return engine.Customer{}, err
	}
	if out.Row, err = d.row(c, req.Measures); err != nil {
		return engine.Customer{}, err
	}
	if req.Past {
		if out.Past, err = d.past(ctx, c, req.Measures); err != nil {
			return engine.Customer{}, err
		}
	}
	if out.NoOutlook != nil {
		return out, nil
	}
	outlook := d.value.Outlook(c)
	out.Outlook, out.Options, out.History = &outlook, d.value.Options, d.value.History(c)
	return out, draw(d.keep(&out.Figure, d.styled(req.Layout.InColumn()), func(st figure.Style) (figure.Figure, error) {
		return chart.AliveHistory(out.History, out.Options.Model, st)
	}))
}

// customerOf finds a customer by the identifier.
func (d *dataset) customerOf(id string) (analysis.CustomerID, bool) {
	for c := range d.log.Customers() {
		if string(d.log.IDs.Raw(c)) == id {
			return analysis.CustomerID(c), true
		}
	}
	return 0, false
}

// row says of a customer what the table says.
func (d *dataset) row(c analysis.CustomerID, m engine.Measures) (engine.CustomerRow, error) {
	row := engine.CustomerRow{ID: d.log.IDs.At(int(c)), First: d.first(c), Last: d.last(c), Days: d.days(c), Spend: d.spend(c)}
	for column, to := range map[engine.CustomerColumn]*string{engine.ColumnSegment: &row.Segment, engine.ColumnTier: &row.Tier,
		engine.ColumnCluster: &row.Cluster, engine.ColumnState: &row.State, engine.ColumnStage: &row.Stage} {
		f, err := d.field(column, m)
		if err != nil {
			return row, err
		}
		*to = f.text(c)
	}
	scores, err := d.score(m.Scores)
	if err != nil {
		return row, err
	}
	row.R, row.F, row.M = int(scores.R[c]), int(scores.F[c]), int(scores.M[c])
	row.Alive = d.predicted(engine.ColumnAlive, m)(c)
	row.Expected = d.predicted(engine.ColumnExpected, m)(c)
	row.CLV = d.predicted(engine.ColumnCLV, m)(c)
	return row, nil
}

func (d *dataset) purchases(c analysis.CustomerID) []engine.Purchase {
	from, to := d.log.Rows(c)
	out := make([]engine.Purchase, 0, to-from)
	for r := from; r < to; r++ {
		out = append(out, engine.Purchase{Day: d.log.Day[r], Amount: d.log.Amount[r], Orders: int(d.log.Orders[r])})
	}
	return out
}

// facts lists what each attribute says of a customer, the unknown too.
func (d *dataset) facts(c analysis.CustomerID) []engine.Fact {
	var out []engine.Fact
	for i := range d.log.Attributes {
		out = append(out, factOf(&d.log.Attributes[i], c))
	}
	return out
}

func factOf(column *analysis.Column, c analysis.CustomerID) engine.Fact {
	f := engine.Fact{Name: column.Name, Role: ingest.Role(column.Role), Kind: column.Kind}
	switch column.Kind {
	case analysis.TextColumn:
		if f.Known = column.Codes[c] != analysis.NoCode; f.Known {
			f.Text = column.Texts.At(int(column.Codes[c]))
		}
	case analysis.NumberColumn:
		if f.Known = column.Numbers[c] != analysis.NoNumber; f.Known {
			f.Number = column.Numbers[c]
		}
	case analysis.DayColumn:
		if f.Known = column.Days[c].Valid(); f.Known {
			f.Day = column.Days[c]
		}
	}
	return f
}
