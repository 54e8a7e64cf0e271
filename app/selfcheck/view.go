package selfcheck

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// Ask has the engine recompute everything.
func Ask(h *screen.Host, s *State) {
	call := func(ctx context.Context, _ struct{}) (engine.SelfCheck, error) { return h.Engine.SelfCheck(ctx) }
	screen.Ask(h, &s.Request, struct{}{}, call, nil)
}

// View draws the screen.
func View(h *screen.Host, s *State) app.UI {
	v := view{h, s}
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.selfcheck"), Finding: h.T("selfcheck.finding"), Controls: []app.UI{v.button()}}),
		screen.Failed(h, s.Err, v.run),
		v.progress(),
		v.outcome(),
		v.explain(),
	)
}

type view struct {
	*screen.Host
	s *State
}

func (v view) run() { Ask(v.Host, v.s) }

func (v view) button() app.UI {
	return ui.Button(ui.ButtonProps{ID: "check", Label: v.T("selfcheck.run"), Icon: ui.IconCheck, Kind: ui.Primary,
		Busy: v.s.Busy, OnClick: func(app.Context) { v.run() }})
}

func (v view) progress() app.UI {
	if !v.s.Busy {
		return nil
	}
	return ui.Card(ui.CardProps{}, ui.Progress(ui.ProgressProps{Lang: v.Lang, Label: v.T("progress.selfcheck")}))
}

// outcome is the verdict, then every row.
func (v view) outcome() app.UI {
	if v.s.Answer == nil {
		return nil
	}
	body := []app.UI{}
	for _, t := range Tables(v.s.Answer.Rows) {
		body = append(body, v.table(t))
	}
	return ui.Stack(v.verdict(), app.Div().Class("checks").Body(body...))
}

func (v view) verdict() app.UI {
	t := Count(v.s.Answer.Rows)
	p := ui.NoticeProps{Lang: v.Lang, Title: v.T("selfcheck.well", analysis.Count("rows", t.Rows)),
		Text: v.T("selfcheck.tally", analysis.Count("passed", t.Passed), analysis.Count("rows", t.Rows), analysis.Count("digits", t.Digits), analysis.Count("of", t.Of))}
	if !t.Well() {
		p.Level, p.Title = ui.ErrorLevel, v.T("selfcheck.ill", analysis.Count("rows", t.Rows-t.Passed))
		p.Remedy = v.T("selfcheck.ill.remedy")
	}
	if v.s.Answer.CDNOW {
		p.Text = v.Sentences(p.Text, v.T("selfcheck.cdnow"))
	}
	return app.Div().ID("verdict").Role("status").Body(ui.Notice(p))
}

// table shows the rows of one source.
func (v view) table(t Table) app.UI {
	var rows [][]app.UI
	for _, r := range t.Rows {
		rows = append(rows, []app.UI{app.Text(r.Quantity), app.Text(r.Published), app.Text(Computed(r)), v.digits(r)})
	}
	label := v.T("selfcheck.table", analysis.Text("source", t.Source), analysis.Text("model", t.Model))
	return ui.Card(ui.CardProps{Title: t.Model, Lead: t.Source, Tools: []app.UI{v.badge(Count(t.Rows))}},
		ui.PlainTable(ui.PlainTableProps{Label: label, Rows: rows, Compact: true, Columns: []ui.Column{
			{Title: v.T("selfcheck.quantity")},
			{Title: v.T("selfcheck.published"), Numeric: true},
			{Title: v.T("selfcheck.computed"), Numeric: true},
			{Title: v.T("selfcheck.digits"), Numeric: true}}}))
}

func (v view) badge(t Tally) app.UI {
	text, tone := v.T("selfcheck.count", analysis.Count("passed", t.Passed), analysis.Count("rows", t.Rows)), ui.Accent
	if !t.Well() {
		tone = ui.Bad
	}
	return ui.Badge(text, tone)
}

// digits says how many agree; a row that differs stands out.
func (v view) digits(r clv.CheckRow) app.UI {
	text := v.T("selfcheck.count", analysis.Count("passed", r.Digits), analysis.Count("rows", r.Of))
	if !r.Passed {
		return ui.Badge(text, ui.Bad)
	}
	return app.Text(text)
}

func (v view) explain() app.UI {
	return ui.Explain(ui.ExplainProps{Lang: v.Lang, Text: v.T("selfcheck.explain"),
		Inputs:      []string{v.T("selfcheck.explain.tables"), v.T("selfcheck.explain.cdnow")},
		Exclusions:  []string{v.T("selfcheck.explain.left")},
		Assumptions: []string{v.T("selfcheck.explain.digits")},
	})
}
