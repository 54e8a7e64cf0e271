package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A MenuItem is one thing to do.
type MenuItem struct {
	Label string
	Icon  Icon
	Do    func(app.Context)
}

// A Menu is a button that opens a short list of things to do. Tab walks the
// list, Escape and a press elsewhere close it.
type Menu struct {
	app.Compo

	ID    string // unique on the page
	Label string
	Icon  Icon // with one, the button shows only the icon
	Items []MenuItem

	open bool
	own  app.Context // outlives the items, which go when one is pressed
}

// OnMount keeps the menu's own context.
func (m *Menu) OnMount(ctx app.Context) { m.own = ctx }

// Render draws the button and, while it is open, the list.
func (m *Menu) Render() app.UI {
	return app.Div().Class("menu").OnKeyDown(m.onKey).Body(
		m.button(),
		app.If(m.open, func() app.UI { return app.Div().Class("menu-backdrop").OnClick(m.onToggle) }),
		app.If(m.open, func() app.UI { return app.Div().ID(m.ID + "-list").Class("menu-list").Body(m.list()...) }),
	)
}

func (m *Menu) button() app.UI {
	return app.Button().Type("button").ID(m.ID).
		Class(classes("button menu-button", when(m.Icon != IconNone, "icon-button"))).
		Aria("label", m.Label).Title(m.Label).
		Aria("expanded", m.open).Aria("controls", m.ID+"-list").
		OnClick(m.onToggle).
		Body(
			app.If(m.Icon != IconNone, m.Icon.Draw).Else(func() app.UI { return app.Span().Text(m.Label) }),
		)
}

func (m *Menu) list() []app.UI {
	items := make([]app.UI, len(m.Items))
	for i, item := range m.Items {
		items[i] = Button(ButtonProps{Label: item.Label, Icon: item.Icon, Kind: Quiet, OnClick: func(ctx app.Context) {
			m.open = false
			item.Do(ctx)
			focusIn(m.own, m, "button")
		}})
	}
	return items
}

func (m *Menu) onToggle(ctx app.Context, _ app.Event) {
	m.open = !m.open
	if m.open {
		focusIn(ctx, m, ".menu-list button")
	}
}

func (m *Menu) onKey(ctx app.Context, e app.Event) {
	if !m.open || pressed(e) != "Escape" {
		ctx.PreventUpdate()
		return
	}
	handled(e)
	m.open = false
	focusIn(ctx, m, "button")
}
