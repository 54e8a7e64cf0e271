package tour

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// TitleID is the step's title, which has the focus when a step begins.
const TitleID = "tour-title"

// View shows the step in sight in a corner of the page; move is called with the steps to
// go, leave when the person has had enough.
func View(h *screen.Host, s *State, move func(by int), leave func()) app.UI {
	if !s.On {
		return nil
	}
	key := i18n.Key("tour." + s.At().Name)
	return app.Section().ID("tour").Class("tour").Aria("labelledby", TitleID).
		OnKeyDown(func(ctx app.Context, e app.Event) {
			if e.Get("key").String() == "Escape" {
				leave()
				return
			}
			ctx.PreventUpdate()
		}).
		Body(
			app.P().Class("tour-count").Text(h.T("tour.count", analysis.Count("step", s.Step+1), analysis.Count("steps", len(Steps)))),
			app.H2().ID(TitleID).TabIndex(-1).Text(h.T(key)),
			app.P().Body(ui.Rich(h.T(key+".text"))...),
			app.Div().Class("actions").Body(buttons(h, s, move, leave)...),
		)
}

func buttons(h *screen.Host, s *State, move func(by int), leave func()) []app.UI {
	next := h.T("tour.next")
	if s.Last() {
		next = h.T("tour.done")
	}
	list := []app.UI{ui.Button(ui.ButtonProps{ID: "tour-skip", Label: h.T("tour.skip"), Kind: ui.Quiet, Small: true, OnClick: func(app.Context) { leave() }})}
	if s.Step > 0 {
		list = append(list, ui.Button(ui.ButtonProps{ID: "tour-back", Label: h.T("tour.back"), Small: true, OnClick: func(app.Context) { move(-1) }}))
	}
	return append(list, ui.Button(ui.ButtonProps{ID: "tour-next", Label: next, Kind: ui.Primary, Small: true,
		OnClick: func(app.Context) { move(1) }}))
}
