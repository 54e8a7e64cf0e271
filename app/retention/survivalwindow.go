package retention

import (
	"cmp"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/survival"
	"churnbench/app/ui"
)

// window lets the person choose W beside what the data propose.
func (v view) window() app.UI {
	l := v.s.Survival.Answer.Lapse
	return ui.Card(ui.CardProps{Title: v.T("retention.window.title"), Lead: v.proposal(l.Proposed)},
		&ui.Field{ID: WindowField, Kind: ui.NumberField, Label: v.T("retention.window.label"), Unit: v.T("ui.unit.days"),
			Value: v.s.Survival.Typed.Text(WindowField, strconv.Itoa(cmp.Or(v.Definition.Window, l.Window))), Error: v.s.Survival.Typed.Fault(v.Lang, WindowField),
			Min: "1", Max: strconv.Itoa(l.Span), Step: "1",
			OnChange: func(_ app.Context, text string) {
				if days, ok := v.s.Survival.ReadWindow(text, l.Span); ok {
					v.define(days)
				}
			}},
		app.If(v.Definition.Window != 0, v.takeProposal),
	)
}

func (v view) proposal(p survival.Window) string {
	if p.Days == 0 {
		return v.T("retention.window.none")
	}
	return v.T("retention.window.lead", analysis.Count("days", p.Days), analysis.Text("p", v.Lang.Percent(p.P, 0)),
		analysis.Count("naive", p.Naive), analysis.Count("open", p.Open), analysis.Count("closed", p.Closed))
}

// takeProposal goes back to what the data propose. The button then goes, and
// the keyboard with it to the field.
func (v view) takeProposal() app.UI {
	return app.P().Class("below-field").Body(ui.Button(ui.ButtonProps{ID: "propose", Label: v.T("retention.window.proposed"), Small: true,
		OnClick: func(app.Context) {
			v.s.Survival.Typed.Accept(WindowField)
			v.Focus(WindowField)
			v.define(0)
		}}))
}

// define changes the window of the definition in force; 0 takes the proposal.
func (v view) define(window int) {
	d := v.Definition
	d.Window = window
	v.Define(d)
}

func (v view) explainSurvival() ui.ExplainProps {
	l := v.s.Survival.Answer.Lapse
	return ui.ExplainProps{Lang: v.Lang,
		Text:        v.T("retention.explain.survival"),
		Formula:     v.T("retention.explain.survival.formula"),
		Inputs:      []string{v.T("retention.explain.survival.inputs", analysis.Count("customers", l.Customers), analysis.Count("lapsed", l.Lapsed))},
		Exclusions:  []string{v.T("retention.explain.survival.left", analysis.Count("returned", l.Returned))},
		Assumptions: []string{v.T("retention.explain.survival.assumes")},
		Source:      v.T("retention.explain.survival.source"),
	}
}
