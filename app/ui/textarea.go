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
	Value    string                    // what is in it at first, and again whenever Value changes
	OnChange func(app.Context, string) // when the text is finished

	shown string // the last Value that was put into the field
}

// OnMount and OnUpdate make the field show another Value; the same one leaves
// what is being typed alone.
func (t *TextArea) OnMount(app.Context) { t.shown = t.Value }
func (t *TextArea) OnUpdate(ctx app.Context) {
	if t.Value != t.shown {
		t.shown = t.Value
		syncValue(ctx, t, "textarea", t.Value)
	}
}

// Render draws the field.
func (t *TextArea) Render() app.UI {
	return labelled(t.ID, t.Label, false, t.Hint, "",
		app.Div().Class("field-box").Body(
			app.Textarea().ID(t.ID).Class("input").Rows(t.Rows).
				Spellcheck(false).Attr("autocomplete", "off").
				Aria("describedby", describedBy(t.ID, t.Hint, "")).
				OnChange(t.onChange).
				Text(t.Value)))
}

func (t *TextArea) onChange(ctx app.Context, _ app.Event) {
	if t.OnChange == nil {
		ctx.PreventUpdate()
		return
	}
	t.OnChange(ctx, valueOf(ctx))
}
