package ui

import (
	"math"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
)

// ProgressProps describe work under way: bytes of a file, or steps of a fit.
// While neither is known the bar only says that something happens.
type ProgressProps struct {
	Lang     i18n.Lang
	Label    string // the stage, such as "Reading orders.csv"
	Done, Of int64  // bytes
	Rows     int
	Left     time.Duration // until the work is done; 0 while unknown

	Step, OfSteps int
	OnCancel      func(app.Context)
}

// Progress shows how far the work has come. Screen readers hear each new
// stage once; the numbers, which change all the time, are there to be read.
func Progress(p ProgressProps) app.UI {
	return app.Div().Class("progress").Body(
		app.Div().Class("progress-text").Body(
			app.Span().Class("progress-label").Role("status").Aria("live", "polite").Text(p.Label),
			app.Span().Class("progress-detail").Text(p.detail()),
		),
		p.bar(),
		app.If(p.OnCancel != nil, func() app.UI {
			return Button(ButtonProps{Label: say(p.Lang, "ui.cancel"), Small: true, OnClick: p.OnCancel})
		}),
	)
}

func (p ProgressProps) bar() app.UI {
	bar := app.Progress().Class("bar").Aria("label", p.Label)
	switch {
	case p.Of > 0:
		return bar.Max(1000).Value(itoa(int(1000 * min(p.Done, p.Of) / p.Of)))
	case p.OfSteps > 0:
		return bar.Max(p.OfSteps).Value(itoa(p.Step))
	}
	return bar
}

// detail says "12.4 MB of 44.6 MB · 310,000 rows · 20 s left" as far as it is
// known.
func (p ProgressProps) detail() string {
	var parts []string
	if p.Of > 0 {
		parts = append(parts, say(p.Lang, "ui.progress.bytes", analysis.Size("done", p.Done), analysis.Size("of", p.Of)))
	}
	if p.Rows > 0 {
		parts = append(parts, say(p.Lang, "ui.progress.rows", analysis.Count("rows", p.Rows)))
	}
	if p.Left > 0 {
		parts = append(parts, p.left())
	}
	return strings.Join(parts, " · ")
}

// left writes short times in seconds and long ones in minutes.
func (p ProgressProps) left() string {
	if p.Left >= 2*time.Minute {
		return say(p.Lang, "ui.progress.minutes", analysis.Number("n", math.Round(p.Left.Minutes()*2)/2))
	}
	return say(p.Lang, "ui.progress.seconds", analysis.Count("n", int(math.Ceil(p.Left.Seconds()))))
}
