package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// A RailState is what a screen's entry in the rail shows about it.
type RailState string

// The states.
const (
	RailNeed  RailState = "need"  // needs data first
	RailLacks RailState = "lacks" // the data loaded hold nothing for it
	RailReady RailState = "ready" // can be opened
	RailBusy  RailState = "busy"  // working
	RailDone  RailState = "done"  // has its answer
	RailWarn  RailState = "warn"  // has an answer with a warning
)

// A RailItem is one screen.
type RailItem struct {
	Href  string // such as "#/retention"
	Label string
	Icon  Icon
	State RailState
	On    bool // the screen in sight
}

// RailProps describe the list of screens.
type RailProps struct {
	Lang  i18n.Lang
	Items []RailItem
	Foot  []app.UI // below the list: offline state, version
}

// Rail is the list of screens in the order of the work; on a phone it lies
// along the bottom.
func Rail(p RailProps) app.UI {
	return app.Nav().Class("rail").Aria("label", say(p.Lang, "ui.screens")).Body(
		app.A().Class("brand").Href("#/").Aria("label", say(p.Lang, "ui.app")).Body(
			Logo(),
			app.Span().Class("brand-name").Text(say(p.Lang, "ui.app")),
		),
		app.Div().Class("rail-items").Body(app.Range(p.Items).Slice(func(i int) app.UI {
			return railItem(p.Lang, p.Items[i])
		})),
		app.If(len(p.Foot) > 0, func() app.UI { return app.Div().Class("rail-foot").Body(p.Foot...) }),
	)
}

func railItem(lang i18n.Lang, item RailItem) app.UI {
	a := app.A().Class(classes("rail-item", string(item.State), when(item.On, "on"))).Href(item.Href)
	if item.On {
		a = a.Aria("current", "page")
	}
	return a.Body(
		item.Icon.Draw(),
		app.Span().Class("rail-label").Text(item.Label),
		app.I().Class("state").Aria("hidden", true),
		app.If(item.State != "", func() app.UI {
			return app.Span().Class("visually-hidden").Text(say(lang, i18n.Key("ui.state."+item.State)))
		}),
	)
}

// TopBar is the line above a screen: facts at the left, switches at the right.
func TopBar(facts, switches []app.UI) app.UI {
	return app.Header().Class("topbar").Body(
		app.Div().Class("facts").Body(facts...),
		app.Div().Class("switches").Body(switches...),
	)
}

// Frame is the whole window.
func Frame(lang i18n.Lang, rail, topbar, page app.UI) app.UI {
	return app.Div().Class("frame").Lang(lang.Tag()).Body(
		app.Button().Type("button").Class("skip").OnClick(onSkip).Text(say(lang, "ui.skip")),
		rail,
		app.Div().Class("window").Body(topbar, app.Main().ID("main").TabIndex(-1).Body(page)),
	)
}

// onSkip moves the focus past rail and top bar. A link to #main would be taken
// for a route.
func onSkip(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	focusMain(ctx)
}
