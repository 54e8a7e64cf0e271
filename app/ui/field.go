package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A FieldKind is what may be typed.
type FieldKind string

// The kinds of fields.
const (
	TextField   FieldKind = "text"
	NumberField FieldKind = "number"
	DateField   FieldKind = "date" // Value is ISO, 2006-01-02
	SearchField FieldKind = "search"
)

// A Field is an input with its label, a hint, and what is wrong with its value.
type Field struct {
	app.Compo

	ID          string // unique on the page
	Kind        FieldKind
	Label       string
	HideLabel   bool // only screen readers hear it
	Hint        string
	Error       string // "" while the value is good
	Value       string
	Unit        string // behind the input, such as "days"
	Placeholder string
	Min, Max    string
	Step        string
	Disabled    bool
	OnInput     func(app.Context, string) // at every key
	OnChange    func(app.Context, string) // when the value is finished

	typing bool // what is in it is not finished, and nobody knows of it
}

// OnMount and OnUpdate make the input show Value, see syncValue. What is still being typed
// stays: the page may be drawn anew meanwhile, because an answer has come.
func (f *Field) OnMount(ctx app.Context) { syncValue(ctx, f, "input", f.Value) }
func (f *Field) OnUpdate(ctx app.Context) {
	if !f.typing {
		syncValue(ctx, f, "input", f.Value)
	}
}

// Render draws the field.
func (f *Field) Render() app.UI {
	return labelled(f.ID, f.Label, f.HideLabel, f.Hint, f.Error,
		app.Div().Class("field-box").Body(
			app.If(f.Kind == SearchField, IconSearch.Draw),
			f.input(),
			app.If(f.Unit != "", func() app.UI { return app.Span().Class("unit").Text(f.Unit) }),
		))
}

func (f *Field) input() app.UI {
	kind := f.Kind
	if kind == "" {
		kind = TextField
	}
	in := app.Input().ID(f.ID).Type(string(kind)).Class("input").Value(f.Value).
		Placeholder(f.Placeholder).
		Attr("min", f.Min).Attr("max", f.Max).Attr("step", f.Step).
		Attr("autocomplete", "off").
		Aria("describedby", describedBy(f.ID, f.Hint, f.Error)).
		OnInput(f.onInput).OnChange(f.onChange).OnBlur(f.onBlur)
	if f.Error != "" {
		in = in.Aria("invalid", true)
	}
	if f.Disabled {
		in = in.Disabled(true)
	}
	return in
}

func (f *Field) onInput(ctx app.Context, _ app.Event) {
	if f.OnInput == nil {
		f.typing = true
		ctx.PreventUpdate()
		return
	}
	f.OnInput(ctx, valueOf(ctx))
}

// onBlur comes after the change, if there is one.
func (f *Field) onBlur(ctx app.Context, _ app.Event) {
	f.typing = false
	ctx.PreventUpdate()
}

func (f *Field) onChange(ctx app.Context, _ app.Event) {
	f.typing = false
	if f.OnChange == nil {
		ctx.PreventUpdate()
		return
	}
	f.OnChange(ctx, valueOf(ctx))
}

// labelled puts a label above a control and hint or error below it.
func labelled(id, label string, hide bool, hint, fault string, control app.UI) app.UI {
	return app.Div().Class(classes("field", when(fault != "", "invalid"))).Body(
		app.Label().For(id).Class(classes("field-label", when(hide, "visually-hidden"))).Text(label),
		control,
		app.If(hint != "", func() app.UI { return app.P().ID(id + "-hint").Class("field-hint").Body(Rich(hint)...) }),
		app.If(fault != "", func() app.UI {
			return app.P().ID(id + "-error").Class("field-error").Role("alert").Text(fault)
		}),
	)
}

func describedBy(id, hint, fault string) string {
	var ids string
	if hint != "" {
		ids = id + "-hint"
	}
	if fault != "" {
		ids = classes(ids, id+"-error")
	}
	return ids
}
