package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A FileDrop takes files: dropped on it, chosen by a click, or by Enter. All
// three are done by one transparent file input that fills the whole zone, so
// that the browser brings keyboard and screen-reader support.
type FileDrop struct {
	app.Compo

	Lang     i18n.Lang
	ID       string // unique on the page
	Title    string // "" says "Drop a file here"
	Hint     string // which files; below the promise that they stay here
	Accept   string // such as ".csv,.txt,.tsv"
	Multiple bool
	Busy     bool
	Compact  bool // one line, where a file is already loaded

	// OnFiles is given the input's change event: app/browser takes the File
	// handles from its target before the handler returns, because the input
	// is then emptied, so that the same file can be chosen again.
	OnFiles func(app.Context, app.Event)

	over bool // something is being dragged over the zone
}

// Render draws the zone.
func (d *FileDrop) Render() app.UI {
	return app.Label().Class(classes("drop", when(d.over, "over"), when(d.Compact, "compact"), when(d.Busy, "busy"))).Body(
		d.input(),
		IconUpload.Draw(),
		app.Span().Class("drop-words").Body(
			app.Strong().Text(d.title()),
			app.Span().Class("drop-choose").Text(say(d.Lang, "ui.drop.choose")),
			app.Span().ID(d.ID+"-hint").Class("drop-hint").Body(d.hint()...),
		),
	)
}

func (d *FileDrop) input() app.UI {
	in := app.Input().Type("file").ID(d.ID).Class("drop-input").Accept(d.Accept).
		Aria("label", d.title()+" "+say(d.Lang, "ui.drop.choose")).
		Aria("describedby", d.ID+"-hint").
		OnChange(d.onChange).
		OnDragEnter(d.onEnter).OnDragLeave(d.onLeave).OnDrop(d.onLeave)
	if d.Multiple {
		in = in.Multiple(true)
	}
	if d.Busy {
		in = in.Disabled(true)
	}
	return in
}

func (d *FileDrop) title() string {
	switch {
	case d.over:
		return say(d.Lang, "ui.drop.over")
	case d.Title != "":
		return d.Title
	}
	return say(d.Lang, "ui.drop.title")
}

func (d *FileDrop) hint() []app.UI {
	return []app.UI{
		app.Span().Class("drop-stays").Body(IconPrivacy.Draw(), app.Span().Text(say(d.Lang, "ui.drop.stays"))),
		app.If(d.Hint != "", func() app.UI { return app.Span().Text(d.Hint) }),
	}
}

func (d *FileDrop) onChange(ctx app.Context, e app.Event) {
	d.over = false
	if d.OnFiles != nil && e.Get("target").Get("files").Get("length").Int() > 0 {
		d.OnFiles(ctx, e)
	}
	e.Get("target").Set("value", "")
}

func (d *FileDrop) onEnter(_ app.Context, _ app.Event) { d.over = true }
func (d *FileDrop) onLeave(_ app.Context, _ app.Event) { d.over = false }
