package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A Dialog asks or tells something that comes first. It is the browser's own
// <dialog>: focus stays inside and returns where it came from.
type Dialog struct {
	app.Compo

	Lang    i18n.Lang
	ID      string // unique on the page
	Title   string
	Open    bool
	Wide    bool
	Body    func() []app.UI // drawn while open
	Actions func() []app.UI // buttons at the foot
	OnClose func(app.Context)
	OnKey   func(app.Context, string) // a key was pressed that nothing inside took; nil for none

	modal modal
}

// OnMount and OnUpdate bring the element to the state Open says.
func (d *Dialog) OnMount(ctx app.Context)  { ctx.Defer(d.follow) }
func (d *Dialog) OnUpdate(ctx app.Context) { ctx.Defer(d.follow) }

func (d *Dialog) follow(app.Context) { d.modal.follow(d, d.Open) }

// Render draws the dialog; closed it is empty.
func (d *Dialog) Render() app.UI {
	return app.Dialog().ID(d.ID).Class(classes("dialog", when(d.Wide, "wide"))).
		Aria("labelledby", d.ID+"-title").
		On("cancel", d.onCancel).On("close", d.onClose).OnKeyDown(d.onKey).
		Body(app.If(d.Open, func() app.UI {
			return app.Div().Class("dialog-card").Body(d.head(), d.main(), d.foot())
		}))
}

// head has the title, which takes the focus first: a screen reader begins there, and an Enter
// that is still held from opening the dialog presses nothing. It would press the first button,
// which closes.
func (d *Dialog) head() app.UI {
	return app.Div().Class("card-head").Body(
		app.H2().ID(d.ID+"-title").TabIndex(-1).Attr("autofocus", true).Text(d.Title),
		IconButton(ButtonProps{Label: say(d.Lang, "ui.close"), Icon: IconClose, Kind: Quiet, OnClick: d.OnClose}),
	)
}

func (d *Dialog) main() app.UI {
	if d.Body == nil {
		return nil
	}
	return app.Div().Class("dialog-body").Body(d.Body()...)
}

func (d *Dialog) foot() app.UI {
	if d.Actions == nil {
		return nil
	}
	return app.Div().Class("actions").Body(d.Actions()...)
}

// onCancel hears Escape before the browser closes anything: what is pressed next finds the page
// as it will be.
func (d *Dialog) onCancel(ctx app.Context, e app.Event) {
	e.PreventDefault()
	if d.OnClose != nil {
		d.OnClose(ctx)
	}
}

// onClose hears a closing that the browser did not ask about, such as by a second Escape that
// follows at once.
func (d *Dialog) onClose(ctx app.Context, _ app.Event) {
	if d.OnClose != nil && d.modal.closed(d) {
		d.OnClose(ctx)
	}
}

func (d *Dialog) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	if d.OnKey == nil || len(key) != 1 || e.Get("target").Call("closest", "input,select,textarea").Truthy() {
		ctx.PreventUpdate()
		return
	}
	d.OnKey(ctx, key)
}
