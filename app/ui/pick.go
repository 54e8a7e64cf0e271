package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// PickProps describe a question with a few answers that need more than a word.
type PickProps struct {
	ID       string // unique on the page: it groups the radio buttons
	Question string
	Hint     string
	Options  []PickOption
	Value    string // "" while nothing is chosen
	OnChange func(app.Context, string)
}

// A PickOption is one of the answers.
type PickOption struct {
	Value string
	Label string
	Note  string // what it means or leads to
}

// Pick is a group of radio buttons drawn as cards side by side, so that the
// answers can be compared; the browser brings the keyboard.
func Pick(p PickProps) app.UI {
	options := make([]app.UI, len(p.Options))
	for i, o := range p.Options {
		options[i] = p.option(o)
	}
	set := app.FieldSet().ID(p.ID).Class("pick")
	if p.Hint != "" {
		set = set.Aria("describedby", p.ID+"-hint")
	}
	return set.Body(
		app.Legend().Body(Rich(p.Question)...),
		app.If(p.Hint != "", func() app.UI { return app.P().ID(p.ID + "-hint").Class("field-hint").Body(Rich(p.Hint)...) }),
		app.Div().Class("pick-options").Body(options...),
	)
}

func (p PickProps) option(o PickOption) app.UI {
	return app.Label().Class("pick-option").Body(
		app.Input().Type("radio").Name(p.ID).Value(attr(o.Value)).Checked(o.Value == p.Value).
			OnChange(func(ctx app.Context, _ app.Event) {
				if p.OnChange != nil {
					p.OnChange(ctx, o.Value)
				}
			}, fresh()),
		app.Span().Class("pick-words").Body(
			app.Strong().Text(o.Label),
			app.If(o.Note != "", func() app.UI { return app.Span().Text(o.Note) }),
		),
	)
}
