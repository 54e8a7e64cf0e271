package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// An Option is one of several values to choose from.
type Option struct {
	Value    string
	Label    string
	Group    string // of a Select: options of one group stand together under this heading
	Disabled bool
}

// SegmentedProps describe a choice among a few values, all in sight.
type SegmentedProps struct {
	ID       string // unique on the page: it groups the radio buttons
	Label    string // what is being chosen, for screen readers
	Options  []Option
	Value    string
	Small    bool
	OnChange func(app.Context, string)
}

// Segmented is a group of radio buttons drawn as one control, so that the
// browser brings the keyboard: arrow keys choose, Tab leaves.
func Segmented(p SegmentedProps) app.UI {
	body := make([]app.UI, len(p.Options))
	for i, o := range p.Options {
		body[i] = p.segment(o)
	}
	return app.Div().Class(classes("segmented", when(p.Small, "small"))).Role("radiogroup").Aria("label", p.Label).Body(body...)
}

func (p SegmentedProps) segment(o Option) app.UI {
	input := app.Input().Type("radio").Name(p.ID).Value(o.Value).Checked(o.Value == p.Value)
	if o.Disabled {
		input = input.Disabled(true)
	}
	return app.Label().Class("segment").Body(
		input.OnChange(func(ctx app.Context, _ app.Event) {
			if p.OnChange != nil {
				p.OnChange(ctx, o.Value)
			}
		}, fresh()),
		app.Span().Text(o.Label),
	)
}
