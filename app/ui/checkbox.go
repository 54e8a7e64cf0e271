package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Checkbox is a yes or no with its words behind it.
type Checkbox struct {
	app.Compo

	ID       string // unique on the page
	Label    string
	Hint     string
	Checked  bool
	Disabled bool
	OnChange func(app.Context, bool)

	pressed bool // since it was last drawn
}

// OnUpdate makes a box that was pressed show Checked, see syncChecked.
func (c *Checkbox) OnUpdate(ctx app.Context) {
	if c.pressed {
		c.pressed = false
		syncChecked(ctx, c, "input", c.Checked)
	}
}

// Render draws the box.
func (c *Checkbox) Render() app.UI {
	in := app.Input().Type("checkbox").ID(c.ID).Checked(c.Checked).
		Aria("describedby", describedBy(c.ID, c.Hint, "")).
		OnChange(c.onChange)
	if c.Disabled {
		in = in.Disabled(true)
	}
	return app.Div().Class("check").Body(
		app.Label().Body(in, app.Span().Text(c.Label)),
		app.If(c.Hint != "", func() app.UI { return app.P().ID(c.ID + "-hint").Class("field-hint").Text(c.Hint) }),
	)
}

func (c *Checkbox) onChange(ctx app.Context, _ app.Event) {
	if c.OnChange == nil {
		ctx.PreventUpdate()
		return
	}
	// The box itself is not asked: a render between the click and this call may
	// have set it back to what it showed before.
	c.Checked, c.pressed = !c.Checked, true
	c.OnChange(ctx, c.Checked)
}
