package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A TextArea takes text of several lines. What was typed or pasted is the
// browser's until the field is left.
type TextArea struct {
	app.Compo

	ID       string // unique on the page
	Label    string
	Hint     string
	Rows     int
	OnChange func(app.Context, string) // when the text is finished
}

// Render draws the field.
func (t *TextArea) Render() app.UI {
	return labelled(t.ID, t.Label, false, t.Hint, "",
		app.Div().Class("field-box").Body(
			app.Textarea().ID(t.ID).Class("input").Rows(t.Rows).
				Spellcheck(false).Attr("autocomplete", "off").
				Aria("describedby", describedBy(t.ID, t.Hint, "")).
				OnChange(t.onChange)))
}

func (t *TextArea) onChange(ctx app.Context, _ app.Event) {
	if t.OnChange == nil {
		ctx.PreventUpdate()
		return
	}
	t.OnChange(ctx, valueOf(ctx))
}
