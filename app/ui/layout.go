package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Page is a screen's content, below the top bar: a head, then blocks.
func Page(blocks ...app.UI) app.UI {
	return app.Div().Class("page").Body(steady(blocks)...)
}

// steady gives a block that may be missing an element that never is. go-app
// matches children by position: without it a notice that appears moves all
// blocks behind it on by one, each is drawn anew, and whoever was typing in one
// of them has lost their place.
func steady(blocks []app.UI) []app.UI {
	out := slices.Clone(blocks)
	for i, block := range blocks {
		if _, maybe := block.(app.Condition); maybe || block == nil {
			out[i] = app.Div().Class("slot").Body(block)
		}
	}
	return out
}

// HeadProps describe the top of a screen. The finding leads: one or two
// sentences that say what the figures below show.
type HeadProps struct {
	Title    string
	Finding  string // with **what matters** bold, see Rich
	Controls []app.UI
}

// TitleID is the id of a screen's title. It can take the focus, so that a
// screen reader says where the person has come to.
const TitleID = "title"

// FindingID is the id of a screen's finding.
const FindingID = "finding"

// Head shows title, finding and the screen's controls. A screen reader hears a finding that
// changes: that is how it learns that an answer has come.
func Head(p HeadProps) app.UI {
	return app.Section().Class("head").Body(
		app.Div().Class("head-words").Body(
			app.H1().ID(TitleID).TabIndex(-1).Text(p.Title),
			app.If(p.Finding != "", func() app.UI {
				return app.P().ID(FindingID).Class("finding").Aria("live", "polite").Aria("atomic", true).Body(Rich(p.Finding)...)
			}),
		),
		app.If(len(p.Controls) > 0, func() app.UI { return app.Div().Class("head-controls").Body(p.Controls...) }),
	)
}

// CardProps describe a block on a surface of its own.
type CardProps struct {
	ID    string
	Title string
	Lead  string   // a sentence under the title
	Tools []app.UI // right of the title
	Foot  string   // definition and counts, small
	Class string
}

// Card shows a titled block.
func Card(p CardProps, body ...app.UI) app.UI {
	section := app.Section().Class(classes("card", p.Class))
	if p.ID != "" {
		section = section.ID(p.ID)
	}
	parts := []app.UI{
		app.If(p.Title != "" || len(p.Tools) > 0, func() app.UI { return cardHead(p.Title, p.Lead, p.Tools) }),
	}
	parts = append(parts, steady(body)...)
	return section.Body(append(parts,
		app.If(p.Foot != "", func() app.UI { return app.P().Class("foot").Body(Rich(p.Foot)...) }))...)
}

func cardHead(title, lead string, tools []app.UI) app.UI {
	return app.Div().Class("card-head").Body(
		app.Div().Body(
			app.If(title != "", func() app.UI { return app.H2().Text(title) }),
			app.If(lead != "", func() app.UI { return app.P().Class("lead").Body(Rich(lead)...) }),
		),
		app.If(len(tools) > 0, func() app.UI { return app.Div().Class("tools").Body(tools...) }),
	)
}

// Stats is a row of Stat; it wraps where the window is narrow.
func Stats(stats ...app.UI) app.UI { return app.Div().Class("stats").Body(stats...) }

// Columns puts a wide block beside a narrow one; one below the other where the
// window is narrow.
func Columns(wide, narrow app.UI) app.UI {
	return app.Div().Class("columns").Body(steady([]app.UI{wide, narrow})...)
}

// Halves puts two blocks of equal width side by side.
func Halves(a, b app.UI) app.UI {
	return app.Div().Class("halves").Body(steady([]app.UI{a, b})...)
}

// Row puts small things side by side, with room between; it wraps.
func Row(items ...app.UI) app.UI { return app.Div().Class("row").Body(items...) }

// Stack puts things below each other with the page's spacing.
func Stack(items ...app.UI) app.UI { return app.Div().Class("stack").Body(steady(items)...) }

// Form lays fields out in columns as wide as they need.
func Form(fields ...app.UI) app.UI { return app.Div().Class("form").Body(fields...) }

// EmptyProps describe a place where nothing is yet, and the way on.
type EmptyProps struct {
	Icon    Icon
	Title   string
	Text    string
	Actions []app.UI
}

// Empty shows it.
func Empty(p EmptyProps) app.UI {
	return app.Div().Class("empty").Body(
		app.If(p.Icon != IconNone, p.Icon.Draw),
		app.H2().Text(p.Title),
		app.If(p.Text != "", func() app.UI { return app.P().Body(Rich(p.Text)...) }),
		app.If(len(p.Actions) > 0, func() app.UI { return app.Div().Class("actions").Body(p.Actions...) }),
	)
}
