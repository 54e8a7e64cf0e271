// Package help is the help screen: the way from file to figure, the terms, and
// the keys.
package help

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// steps are the way through the workbench; step n is the message "help.step.n".
const steps = 5

// terms are explained in "help.term.<name>" and "help.term.<name>.text".
var terms = []string{"cohort", "retention", "lapsed", "rfm", "alive", "clv", "equity", "interval"}

// keys are named in "help.key.<name>"; their effect is "help.key.<name>.text".
var keys = []string{"palette", "tab", "arrows", "enter", "escape"}

// View draws the screen.
func View(h *screen.Host) app.UI {
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.help"), Finding: h.T("help.finding")}),
		ui.Halves(way(h), ui.Stack(
			ui.Card(ui.CardProps{Title: h.T("help.keys")}, list(h, "help.key.", keys)),
			more(h),
		)),
		ui.Card(ui.CardProps{Title: h.T("help.terms")}, list(h, "help.term.", terms)),
	)
}

func way(h *screen.Host) app.UI {
	items := make([]app.UI, steps)
	for i := range items {
		items[i] = app.Li().Body(ui.Rich(h.T(i18n.Key("help.step." + strconv.Itoa(i+1))))...)
	}
	return ui.Card(ui.CardProps{Title: h.T("help.way")}, app.Ol().Class("steps").Body(items...))
}

func list(h *screen.Host, area i18n.Key, names []string) app.UI {
	var body []app.UI
	for _, name := range names {
		key := area + i18n.Key(name)
		body = append(body, app.Div().Body(app.Dt().Text(h.T(key)), app.Dd().Body(ui.Rich(h.T(key+".text"))...)))
	}
	return app.Dl().Class("terms").Body(body...)
}

func more(h *screen.Host) app.UI {
	return ui.Card(ui.CardProps{Title: h.T("help.more")}, ui.Row(
		ui.LinkButton(ui.LinkProps{Label: h.T("screen.privacy"), Href: "#/privacy", Icon: ui.IconPrivacy}),
		ui.LinkButton(ui.LinkProps{Label: h.T("selfcheck.link"), Href: "#/selfcheck", Icon: ui.IconCheck}),
	))
}
