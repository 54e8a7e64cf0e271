package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
)

// StatProps describe one headline number. A number that is not known is left
// empty: the card then says so, and Note says what would be needed.
type StatProps struct {
	Lang      i18n.Lang
	Label     string
	Value     string // formatted, without its unit
	Unit      string // set smaller behind the value: "%", "months"
	Interval  string // "22.4–25.1 %"
	Note      string // what it counts, or what is missing
	Tone      Tone
	Busy      bool
	OnExplain func(app.Context) // opens the explanation; nil for none
}

// Stat shows a number with its interval.
func Stat(p StatProps) app.UI {
	return app.Div().Class(classes("stat", string(p.Tone))).Aria("busy", p.Busy).Body(
		app.Div().Class("stat-head").Body(
			app.Span().Class("stat-label").Text(p.Label),
			app.If(p.OnExplain != nil, func() app.UI {
				return IconButton(ButtonProps{Label: say(p.Lang, "ui.explain.open", analysis.Text("label", p.Label)), Icon: IconExplain, Kind: Quiet, Small: true, OnClick: p.OnExplain})
			}),
		),
		p.value(),
		app.If(p.Interval != "" || p.Note != "", func() app.UI { return app.P().Class("stat-note").Body(p.note()...) }),
	)
}

func (p StatProps) value() app.UI {
	switch {
	case p.Busy:
		return app.Span().Class("stat-value").Body(app.Span().Class("skeleton skeleton-number"))
	case p.Value == "":
		return app.Span().Class("stat-value missing").Text(say(p.Lang, "ui.none"))
	}
	return app.Span().Class("stat-value").Body(
		app.Text(p.Value),
		app.If(p.Unit != "", func() app.UI { return app.Small().Text("\u00a0" + p.Unit) }),
	)
}

func (p StatProps) note() []app.UI {
	return []app.UI{
		app.If(p.Interval != "", func() app.UI { return app.Span().Class("interval").Text(p.Interval) }),
		app.If(p.Interval != "" && p.Note != "", func() app.UI { return app.Text(" · ") }),
		app.If(p.Note != "", func() app.UI { return app.Span().Body(Rich(p.Note)...) }),
	}
}
