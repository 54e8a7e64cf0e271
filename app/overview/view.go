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

// Ask puts the chosen question to the engine.
func Ask(h *screen.Host, s *State) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Rates, nil)
}

// Follow asks again if the definition in force is no longer that of the answer.
func Follow(h *screen.Host, s *State) {
	if s.Stale(h.Definition) {
		Ask(h, s)
	}
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	if !s.Asked() {
		return ui.Page(screen.NoData(h, "screen.overview"))
	}
	if s.Answer == nil {
		return ui.Page(ui.Head(ui.HeadProps{Title: h.T("screen.overview"), Controls: v.controlsWithout()}),
			screen.Waiting(h, s.Progress, s.Err, func() { Ask(h, s) }))
	}
	a := s.Answer
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.overview"), Finding: v.finding(), Controls: v.controls()}),
		screen.Failed(h, s.Err, func() { Ask(h, s) }),
		v.statement(),
		v.stats(),
		ui.Warnings(h.Lang, a.Result.Warnings),
		ui.Columns(screen.Figure(h, &a.Bucket, s.Busy, nil), ui.Explain(v.explainMovements())),
		ui.Halves(screen.Figure(h, &a.Movements, s.Busy, nil), screen.Figure(h, &a.Revenue, s.Busy, nil)),
		ui.Columns(screen.Figure(h, &a.Control, s.Busy, nil), ui.Explain(v.explainControl())),
		v.table(),
		v.onward(),
	)
}

type view struct {
	*screen.Host
	s *State
}

// period names a period as people call it.
func (v view) period(p *churn.Period) string {
	switch v.s.Answer.Result.Options.Grain {
	case churn.Month:
		return v.Lang.Month(p.From)
	case churn.Quarter:
		return v.Lang.Quarter(p.From)
	case churn.Year:
		return strconv.Itoa(p.From.Time().Year())
	}
	return v.Lang.Date(p.From) + "–" + v.Lang.Date(p.To-1)
}

// per is the key of the words for "a month", by the answer's periods.
func (v view) per() string {
	switch v.s.Answer.Result.Options.Grain {
	case churn.Month:
		return "overview.per.month"
	case churn.Quarter:
		return "overview.per.quarter"
	case churn.Year:
		return "overview.per.year"
	}
	return "overview.per.period"
}

// finding says how many customers there are, how many are lost, and whether the last
// period is out of the ordinary.
func (v view) finding() string {
	r := &v.s.Answer.Result
	last := Last(r)
	if last == nil {
		return ""
	}
	return v.Sentences(v.T("overview.finding.customers", analysis.Count("n", last.Customers.End), analysis.On("day", last.To-1)), v.change(last), v.alarm(r))
}

func (v view) change(p *churn.Period) string {
	f := p.Customers
	if f.Start == 0 {
		return ""
	}
	return v.T("overview.finding.change", analysis.Text("period", v.period(p)), analysis.Count("in", f.New+f.Reactivated), analysis.Count("out", f.Churned))
}

func (v view) alarm(r *churn.Rates) string {
	n := len(r.Control.Points)
	if n < churn.FewPoints {
		return ""
	}
	if last := r.Control.Points[n-1]; len(last.Signals) > 0 {
		return v.T("overview.finding.alarm", analysis.Text("period", v.period(&r.Periods[last.Period])))
	}
	return ""
}

// statement is the churn rate, the biggest thing on the page, with what it is a share
// of, and the definition that it stands on.
func (v view) statement() app.UI {
	r := &v.s.Answer.Result
	return app.Section().Class("card statement "+refreshing(v.s.Busy)).Aria("label", v.T("overview.churn")).Body(
		app.Div().Class("statement-words").Body(
			app.P().Class("statement-lead").Text(v.T("overview.churn.lead", analysis.Word("per", v.per()))),
			v.rate(r),
			app.P().Class("statement-why").Body(ui.Rich(v.denominator(r))...),
			v.inForce(),
		),
		app.Div().Class("statement-cost").Body(v.now(r)),
	)
}

func refreshing(on bool) string {
	if on {
		return "refreshing"
	}
	return ""
}

func (v view) rate(r *churn.Rates) app.UI {
	c := r.Recent.Churn
	if c.N == 0 {
		return app.P().Class("statement-other").ID("churn-rate").Text(v.T("ui.none"))
	}
	return app.P().Class("statement-number").Body(
		app.Strong().ID("churn-rate").Text(v.Lang.Percent(c.Value, 1)),
		app.Span().Text(v.Range(c.Low, c.High, 1)))
}

// denominator says what the rate is a share of, or what would be needed.
func (v view) denominator(r *churn.Rates) string {
	c := r.Recent
	if c.Churn.N == 0 {
		return v.T("overview.churn.none")
	}
	return v.T("overview.churn.of", analysis.Count("k", c.Churn.K), analysis.Count("n", c.Churn.N), analysis.Count("periods", c.Periods),
		analysis.On("from", c.From), analysis.On("to", c.To-1), analysis.Percent("yearly", c.Yearly))
}

// inForce names the definition that the numbers stand on, with the way to change it.
func (v view) inForce() app.UI {
	r := &v.s.Answer.Result
	if r.Recurring {
		return app.P().Class("in-force").ID("in-force").Text(v.T("loss.contracts"))
	}
	return screen.InForce(v.Host, r.Definition)
}

// now is how the last period went, in three numbers.
func (v view) now(r *churn.Rates) app.UI {
	last := Last(r)
	if last == nil {
		return nil
	}
	f := last.Customers
	return app.Dl().Class("costs").Body(
		v.nowLine(v.T("overview.now.customers"), "customers-now", v.Lang.Int(f.End), v.T("overview.now.change", analysis.Text("change", v.signed(f.End-f.Start)), analysis.Text("period", v.period(last)))),
		v.nowLine(v.T("overview.now.in"), "customers-in", v.signed(f.New+f.Reactivated), v.T("overview.now.in.note", analysis.Count("new", f.New), analysis.Count("back", f.Reactivated))),
		v.nowLine(v.T("overview.now.out"), "customers-out", v.signed(-f.Churned), v.lastRate(last)),
	)
}

func (v view) nowLine(label, id, value, note string) app.UI {
	return app.Div().Class("cost").Body(app.Dt().Text(label), app.Dd().Body(app.Strong().ID(id).Text(value), app.Span().Text(note)))
}

func (v view) lastRate(p *churn.Period) string {
	if p.Churn.N == 0 {
		return v.T("overview.now.nobody")
	}
	return v.T("overview.now.out.note", analysis.Percent("rate", p.Churn.Value), analysis.Count("n", p.Churn.N))
}

func (v view) signed(n int) string {
	if n > 0 {
		return "+" + v.Lang.Int(n)
	}
	return v.Lang.Int(n)
}

func (v view) explainMovements() ui.ExplainProps {
	r := &v.s.Answer.Result
	revenue := v.T("rates.revenue.trailing", analysis.Count("days", r.Trailing))
	if r.Recurring {
		revenue = v.T("rates.revenue.recurring")
	}
	passing := 0
	for i := range r.Periods {
		passing += r.Periods[i].Customers.Passing
	}
	return ui.ExplainProps{Lang: v.Lang, Title: v.T("overview.explain.title"),
		Text: v.T("overview.explain"), Formula: v.T("overview.explain.formula"),
		Inputs:      []string{v.T("overview.explain.inputs", analysis.Count("customers", r.Customers), analysis.Count("periods", len(r.Periods)), analysis.On("begin", r.Begin), analysis.On("end", r.End))},
		Exclusions:  []string{v.T("overview.explain.passing", analysis.Count("n", passing)), v.T("overview.explain.unfinished")},
		Assumptions: []string{revenue, v.T("overview.explain.settled")},
		Source:      v.T("overview.explain.source")}
}

func (v view) explainControl() ui.ExplainProps {
	c := &v.s.Answer.Result.Control
	assumes := []string{v.T("overview.control.independent")}
	if !math.IsNaN(c.Dispersion) {
		assumes = append(assumes, v.T("overview.control.dispersion", analysis.Number("v", math.Round(10*c.Dispersion)/10)))
	}
	return ui.ExplainProps{Lang: v.Lang, Title: v.T("overview.control.title"),
		Text: v.T("overview.control"), Formula: v.T("overview.control.formula"),
		Inputs:      []string{v.T("overview.control.inputs", analysis.Count("points", len(c.Points)), analysis.Count("alarms", len(c.Signalling())))},
		Exclusions:  []string{v.T("overview.control.exclusions")},
		Assumptions: assumes,
		Source:      v.T("overview.control.source")}
}

// onward leads to where the why is.
func (v view) onward() app.UI {
	var links []app.UI
	add := func(href string, icon ui.Icon, title i18n.Key, text i18n.Key) {
		links = append(links, app.A().Class("step").Href(href).Body(icon.Draw(), app.Div().Body(app.Strong().Text(v.T(title)), app.Span().Text(v.T(text))), ui.IconRight.Draw()))
	}
	add("#/retention", ui.IconRetain, "screen.retention", "overview.go.retention")
	if v.Dataset.Has(engine.OnOrders) {
		add("#/segments", ui.IconSegments, "screen.segments", "overview.go.segments")
		add("#/customers", ui.IconPeople, "screen.customers", "overview.go.customers")
	}
	return app.Div().Class("choices").Body(links...)
}
