package overview

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// grains are the choices of periods; go-app leaves an empty value out.
var grains = []struct {
	value string
	grain churn.Grain
}{{"month", churn.Month}, {"quarter", churn.Quarter}, {"year", churn.Year}, {"days", churn.ByDays}, {"cuts", churn.ByCuts}}

// controls choose what is counted, and by which periods.
func (v view) controls() []app.UI {
	list := v.bases()
	options, value := []ui.Option{}, ""
	for _, g := range grains {
		options = append(options, ui.Option{Value: g.value, Label: v.T(i18n.Key("overview.grain." + g.value))})
		if g.grain == v.s.Options.Grain {
			value = g.value
		}
	}
	list = append(list, ui.Segmented(ui.SegmentedProps{ID: "periods", Label: v.T("overview.grain"), Small: true, Options: options, Value: value,
		OnChange: func(_ app.Context, value string) {
			for _, g := range grains {
				if g.value == value {
					v.s.SetGrain(g.grain, v.first(), v.Dataset.End)
				}
			}
			Ask(v.Host, v.s)
		}}))
	return append(list, v.own()...)
}

// controlsWithout are the controls before there is an answer: with them a person gets
// out of periods that the data do not fill.
func (v view) controlsWithout() []app.UI {
	if v.s.Err == nil || v.Dataset == nil {
		return nil
	}
	return v.controls()
}

// first is the first day of the data.
func (v view) first() analysis.Day {
	if v.s.Answer != nil {
		return v.s.Answer.Result.Begin
	}
	return v.Dataset.First
}

// bases offers orders and contracts where both are there.
func (v view) bases() []app.UI {
	if !v.Dataset.Has(engine.OnOrders) || !v.Dataset.Has(engine.OnContracts) {
		return nil
	}
	value := v.s.Basis
	if value == "" {
		value = engine.OnContracts
	}
	return []app.UI{ui.Segmented(ui.SegmentedProps{ID: "basis", Label: v.T("overview.basis"), Small: true, Value: string(value),
		Options: []ui.Option{{Value: string(engine.OnContracts), Label: v.T("rates.basis.contracts")}, {Value: string(engine.OnOrders), Label: v.T("rates.basis.orders")}},
		OnChange: func(_ app.Context, value string) {
			v.s.Basis = engine.Basis(value)
			Ask(v.Host, v.s)
		}})}
}

// own are the fields for periods of the person's own.
func (v view) own() []app.UI {
	switch v.s.Options.Grain {
	case churn.ByDays:
		span := int(v.Dataset.End-v.first()) + 1
		return []app.UI{&ui.Field{ID: DaysField, Kind: ui.NumberField, Label: v.T("overview.days"), HideLabel: true, Unit: v.T("ui.unit.days"),
			Min: "1", Max: strconv.Itoa(span), Step: "1",
			Value: v.s.Typed.Text(DaysField, strconv.Itoa(v.s.Options.Days)), Error: v.s.Typed.Fault(v.Lang, DaysField),
			OnChange: func(_ app.Context, text string) {
				if v.s.SetDays(text, span) {
					Ask(v.Host, v.s)
				}
			}}}
	case churn.ByCuts:
		return []app.UI{v.cut(0, FromField, "overview.from"), v.cut(1, ToField, "overview.to")}
	}
	return nil
}

func (v view) cut(which int, field string, label i18n.Key) app.UI {
	shown := ""
	if which < len(v.s.Options.Cuts) {
		shown = (v.s.Options.Cuts[which] - analysis.Day(which)).String()
	}
	return &ui.Field{ID: field, Kind: ui.DateField, Label: v.T(label), Value: v.s.Typed.Text(field, shown), Error: v.s.Typed.Fault(v.Lang, field),
		OnChange: func(_ app.Context, text string) {
			if v.s.SetCut(which, text) {
				Ask(v.Host, v.s)
			}
		}}
}

// shownPeriods bounds the table in the page; the export has all.
const shownPeriods = 60

// table lists the periods, the latest first.
func (v view) table() app.UI {
	r := &v.s.Answer.Result
	return ui.Card(ui.CardProps{ID: "periods-table", Title: v.T("overview.periods"), Class: refreshing(v.s.Busy), Lead: v.T("overview.periods.lead"),
		Tools: []app.UI{screen.SaveTable(v.Host, engine.MovementsTable)}, Foot: v.foot(r)}, ui.PlainTable(v.periods(shownPeriods)))
}

// periods is the table of the latest periods.
func (v view) periods(most int) ui.PlainTableProps {
	r := &v.s.Answer.Result
	p := ui.PlainTableProps{Label: v.T("overview.periods"), Compact: true, Columns: v.columns(r.Recurring)}
	for i := len(r.Periods) - 1; i >= max(0, len(r.Periods)-most); i-- {
		p.Rows = append(p.Rows, v.row(r, &r.Periods[i]))
	}
	return p
}

func (v view) foot(r *churn.Rates) string {
	for i := range r.Periods {
		if !r.Periods[i].Settled {
			return v.T("overview.periods.unsettled")
		}
	}
	return ""
}

func (v view) columns(recurring bool) []ui.Column {
	keys := []i18n.Key{"rates.customers.start", "rates.customers.new", "rates.customers.back", "rates.customers.churned", "rates.customers.end", "rates.measure.churn"}
	if recurring {
		keys = append(keys, "overview.nrr", "overview.grr")
	}
	keys = append(keys, "overview.quick", "rates.revenue.taken")
	list := []ui.Column{{Title: v.T("rates.period")}}
	for _, key := range keys {
		list = append(list, ui.Column{Title: v.T(key), Numeric: true})
	}
	return list
}

func (v view) row(r *churn.Rates, p *churn.Period) []app.UI {
	f := p.Customers
	row := []app.UI{v.name(p)}
	row = append(row, app.Text(v.Lang.Int(f.Start)), v.movers(r, p, engine.MoveNew, f.New), v.movers(r, p, engine.MoveBack, f.Reactivated),
		v.movers(r, p, engine.MoveLost, f.Churned), app.Text(v.Lang.Int(f.End)))
	row = append(row, v.churn(p))
	if r.Recurring {
		row = append(row, app.Text(v.share(p.NRR)), app.Text(v.share(p.GRR)))
	}
	quick := "–"
	if !math.IsNaN(p.Quick) {
		quick = v.Lang.Number(p.Quick, 2)
	}
	return append(row, app.Text(quick), app.Text(v.Money(p.Taken.Float())))
}

// movers is how many customers moved in a period, with the way to who they are: of
// orders only, for contracts have no table of customers.
func (v view) movers(r *churn.Rates, p *churn.Period, move string, n int) app.UI {
	if n == 0 || r.Recurring || v.OpenGroups == nil {
		return app.Text(v.Lang.Int(n))
	}
	return app.Span().Class("link").Body(ui.Button(ui.ButtonProps{ID: move + "-" + p.From.String(), Label: v.Lang.Int(n), Kind: ui.Quiet, Small: true,
		OnClick: func(app.Context) {
			by := engine.Segmentation{By: engine.SegmentMovement, Definition: r.Definition, Since: p.From - 1}
			v.OpenGroups(engine.GroupRef{Segmentation: by, Key: move, At: p.To - 1})
		}}))
}

// name is a period's name, paler where the data begin too late for it.
func (v view) name(p *churn.Period) app.UI {
	if p.Settled {
		return app.Text(v.period(p))
	}
	return app.Span().Class("quiet-text").Text(v.period(p) + " *")
}

func (v view) churn(p *churn.Period) app.UI {
	if p.Churn.N == 0 {
		return app.Text("–")
	}
	return app.Span().Body(app.Text(v.share(p.Churn.Value)), app.Span().Class("below quiet-text").Text(v.Range(p.Churn.Low, p.Churn.High, 1)))
}

func (v view) share(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return v.Lang.Percent(x, 1)
}
