package value

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

type key = i18n.Key

// worth is the first tab: how value is spread and who holds it.
func (v view) worth(r *clv.Result) app.UI {
	a := v.s.Answer
	return ui.Stack(
		ui.Columns(ui.Stack(screen.Figure(v.Host, &a.Distribution, v.s.Busy, nil), v.sure(r)), ui.Stack(v.quantiles(r), v.newcomer(r))),
		ui.Columns(ui.Stack(screen.Figure(v.Host, &a.Alive, v.s.Busy, nil), screen.Figure(v.Host, &a.Future, v.s.Busy, nil)), ui.Explain(v.explainWorth(r))),
		v.top(r),
	)
}

func (v view) quantiles(r *clv.Result) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("value.quantiles.title")}, ui.PlainTable(v.quantileTable(r)))
}

func (v view) quantileTable(r *clv.Result) ui.PlainTableProps {
	var rows [][]app.UI
	for _, q := range r.Quantiles {
		rows = append(rows, ui.Cells(v.T("value.quantile", analysis.Text("p", v.Lang.Percent(q.P, 0))), v.Money(q.CLV)))
	}
	rows = append(rows, ui.Cells(v.T("value.mean"), v.Money(r.Mean)), ui.Cells(v.T("value.top"), v.Lang.Percent(r.TopDecileShare, 1)))
	return ui.PlainTableProps{Label: v.T("value.quantiles.title"), Rows: rows, Compact: true,
		Columns: []ui.Column{{Title: v.T("value.quantiles.of")}, {Title: v.T("value.clv"), Numeric: true}}}
}

// top lists the customers who are worth most.
func (v view) top(r *clv.Result) app.UI {
	return ui.Card(ui.CardProps{Title: v.T("value.top.title"), Lead: v.T("value.top.lead", analysis.On("end", r.End)),
		Tools: []app.UI{screen.SaveTable(v.Host, engine.CLVTable)}, Foot: v.T("value.top.foot")}, ui.PlainTable(v.topTable(r)))
}

func (v view) topTable(r *clv.Result) ui.PlainTableProps {
	var rows [][]app.UI
	for _, p := range r.Top {
		rows = append(rows, ui.Cells(v.Customer(p.ID), v.Lang.Int(p.X+1), v.Lang.Percent(p.Alive, 1), v.Lang.Number(p.Expected, 2), v.Money(p.Spend), v.Money(p.CLV)))
	}
	return ui.PlainTableProps{Label: v.T("value.top.title"), Rows: rows, Columns: []ui.Column{
		{Title: v.T("value.customer")},
		{Title: v.T("value.days"), Numeric: true},
		{Title: v.T("value.alive"), Numeric: true},
		{Title: v.T("value.expected"), Numeric: true},
		{Title: v.T("value.spend"), Numeric: true},
		{Title: v.T("value.clv"), Numeric: true},
	}}
}

func (v view) explainWorth(r *clv.Result) ui.ExplainProps {
	o := r.Options
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("value.explain.worth"), Formula: v.T("value.explain.worth.formula"),
		Inputs: []string{
			v.T("value.explain.worth.inputs", analysis.Count("customers", r.CurrentCustomers), analysis.Count("repeaters", r.CurrentRepeaters), analysis.On("end", r.End)),
			v.T("value.explain.worth.assumed", analysis.Count("horizon", o.Horizon), analysis.Text("discount", v.percent(o.DiscountRate)), analysis.Text("margin", v.percent(o.Margin))),
		},
		Exclusions:  []string{v.T("value.explain.worth.left")},
		Assumptions: []string{v.T("value.story." + v.word()), v.T("value.once." + v.word()), v.T("value.explain.worth.independent"), v.T("value.explain.worth.interval")},
		Source:      v.sources(),
	}
}

// word is how message keys name the model of the answer.
func (v view) word() key { return wordOf(v.s.Answer.Result.Options.Model) }

// sources are the papers of both models.
func (v view) sources() string {
	return v.T("value.source."+v.word()) + v.T("value.source.and") + v.T("value.source.spend")
}

// percent writes what a person typed: 10 %, not 10.0 %.
func (v view) percent(share float64) string {
	return v.Lang.Significant(100*share, 4) + v.Lang.PercentSign()
}
