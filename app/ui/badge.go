package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Tone colours a piece by what it means, never by taste.
type Tone string

// The tones.
const (
	Neutral Tone = ""
	Accent  Tone = "accent" // ours, selected, locked
	Warn    Tone = "warn"   // read with care
	Bad     Tone = "bad"    // failed or lost
)

// Badge is a short word about the thing beside it.
func Badge(text string, tone Tone) app.UI {
	return app.Span().Class(classes("badge", string(tone))).Text(text)
}

// ChipProps describe a chip: a fact in the top bar, pressable if it leads on.
type ChipProps struct {
	Strong  string // set bold, first
	Text    string // may hold **bold**
	Icon    Icon
	Dot     bool // a dot in the tone's colour before the words
	Tone    Tone
	Title   string // tooltip
	OnClick func(app.Context)
	Href    string // makes it a link instead
}

// Chip shows a fact on a pill.
func Chip(p ChipProps) app.UI {
	class := classes("chip", string(p.Tone))
	switch {
	case p.Href != "":
		return app.A().Class(class).Href(p.Href).Title(p.Title).Body(p.body()...)
	case p.OnClick != nil:
		return app.Button().Type("button").Class(class).Title(p.Title).OnClick(on(p.OnClick), fresh()).Body(p.body()...)
	}
	return app.Span().Class(class).Title(p.Title).Body(p.body()...)
}

func (p ChipProps) body() []app.UI {
	return []app.UI{
		app.If(p.Dot, func() app.UI { return app.I().Class("dot") }),
		app.If(p.Icon != IconNone, p.Icon.Draw),
		app.If(p.Strong != "", func() app.UI { return app.Strong().Text(p.Strong) }),
		app.If(p.Text != "", func() app.UI { return app.Span().Body(bold(p.Text)...) }),
	}
}
