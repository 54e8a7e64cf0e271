package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A Kind is how much a button asks to be pressed.
type Kind string

// The kinds.
const (
	Plain   Kind = ""
	Primary Kind = "primary" // the one thing to do next; at most one in sight
	Quiet   Kind = "quiet"   // without a border, inside lists and menus
	Danger  Kind = "danger"  // loses something
)

// ButtonProps describe a button.
type ButtonProps struct {
	ID       string
	Label    string    // said by IconButton's tooltip and screen readers
	Lang     i18n.Lang // of Label, where it is not the page's
	Icon     Icon
	Kind     Kind
	Small    bool
	Disabled bool
	Busy     bool   // shows a spinner and ignores presses
	Pressed  Tri    // of a toggle
	Why      string // id of the words that say what the button waits for
	OnClick  func(app.Context)
}

// Tri is a yes, a no, or neither.
type Tri uint8

// The values of Tri.
const (
	Neither Tri = iota
	Yes
	No
)

// TriOf turns a bool into a Tri.
func TriOf(b bool) Tri {
	if b {
		return Yes
	}
	return No
}

// Button is a button with words and, optionally, an icon before them.
func Button(p ButtonProps) app.UI {
	return button(p, "button").Body(
		app.If(p.Busy, func() app.UI { return app.Span().Class("spinner") }).
			ElseIf(p.Icon != IconNone, p.Icon.Draw),
		app.Span().Text(p.Label),
	)
}

// IconButton is a square button that shows its icon only; Label names it.
func IconButton(p ButtonProps) app.UI {
	return button(p, "button icon-button").
		Aria("label", p.Label).
		Title(p.Label).
		Body(p.Icon.Draw())
}

func button(p ButtonProps, class string) app.HTMLButton {
	b := app.Button().Type("button").Class(classes(class, string(p.Kind), when(p.Small, "small")))
	if p.ID != "" {
		b = b.ID(p.ID)
	}
	if p.Lang != "" {
		b = b.Lang(p.Lang.Tag())
	}
	if p.Pressed != Neither {
		b = b.Aria("pressed", p.Pressed == Yes)
	}
	if p.Why != "" {
		b = b.Aria("describedby", p.Why)
	}
	if p.Busy {
		b = b.Aria("busy", true)
	}
	if p.Disabled || p.Busy {
		return b.Disabled(true)
	}
	return b.OnClick(on(p.OnClick), fresh())
}

// LinkProps describe a link that looks like a button.
type LinkProps struct {
	Label string
	Href  string
	Icon  Icon
	Kind  Kind
	Small bool
}

// LinkButton goes somewhere instead of doing something.
func LinkButton(p LinkProps) app.UI {
	return app.A().Href(p.Href).Class(classes("button", string(p.Kind), when(p.Small, "small"))).Body(
		app.If(p.Icon != IconNone, p.Icon.Draw),
		app.Span().Text(p.Label),
	)
}
