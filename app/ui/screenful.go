package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A Screenful is a dialog that fills the window, for an audience. What it shows is drawn
// as large as it fits: see fitStage.
type Screenful struct {
	app.Compo

	Lang    i18n.Lang
	ID      string // unique on the page
	Label   string // what it is, for screen readers
	Open    bool
	Body    func() []app.UI           // drawn while open
	OnKey   func(app.Context, string) // a key that nothing inside took; "Shift+ " for Shift and Space
	OnClose func(app.Context)

	modal modal
}

// OnMount and OnUpdate bring the element to the state Open says.
func (s *Screenful) OnMount(ctx app.Context)  { ctx.Defer(s.follow) }
func (s *Screenful) OnUpdate(ctx app.Context) { ctx.Defer(s.follow) }

// OnResize fits what is shown into another window.
func (s *Screenful) OnResize(ctx app.Context) { ctx.Defer(s.follow) }

func (s *Screenful) follow(app.Context) {
	s.modal.follow(s, s.Open)
	if s.Open {
		fitStage(s)
	}
}

// Render draws the dialog; closed it is empty.
func (s *Screenful) Render() app.UI {
	return app.Dialog().ID(s.ID).Class("screenful").Aria("label", s.Label).
		On("cancel", s.onCancel).On("close", s.onClose).OnKeyDown(s.onKey).
		Body(app.If(s.Open, func() app.UI { return app.Div().Class("screenful-body").Body(s.Body()...) }))
}

// onCancel hears Escape before the browser closes anything: what is pressed next finds the page
// as it will be.
func (s *Screenful) onCancel(ctx app.Context, e app.Event) {
	e.PreventDefault()
	s.OnClose(ctx)
}

// onClose hears a closing that the browser did not ask about, such as by a second Escape that
// follows at once.
func (s *Screenful) onClose(ctx app.Context, _ app.Event) {
	if s.modal.closed(s) {
		s.OnClose(ctx)
	}
}

// onKey leaves to a button what presses it, and to an input what moves it.
func (s *Screenful) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	switch {
	case key == "" || onInput(e), key == " " && onControl(e):
		ctx.PreventUpdate()
		return
	case key == " " && e.Get("shiftKey").Truthy():
		key = "Shift+ "
	case key == "Escape" || key == "Tab" || key == "Enter":
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault() // the page behind would scroll
	s.OnKey(ctx, key)
}
