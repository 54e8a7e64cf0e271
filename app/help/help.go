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

// Terms are explained in "help.term.<name>" and "help.term.<name>.text".
var Terms = []string{"churn", "lapsed", "window", "cohort", "retention", "survival", "open", "rfm", "tier", "alive", "clv", "discount", "equity", "interval"}

// View draws the screen; keys is the list of shortcuts.
func View(h *screen.Host, keys app.UI) app.UI {
	return ui.Page(
		ui.Head(ui.HeadProps{Title: h.T("screen.help"), Finding: h.T("help.finding")}),
		ui.Halves(way(h), more(h)),
		ui.Card(ui.CardProps{Title: h.T("help.terms")}, TermList(h, Terms)),
		ui.Card(ui.CardProps{Title: h.T("help.keys")}, keys),
	)
}

func way(h *screen.Host) app.UI {
	items := make([]app.UI, steps)
	for i := range items {
		items[i] = app.Li().Body(ui.Rich(h.T(i18n.Key("help.step." + strconv.Itoa(i+1))))...)
	}
	return ui.Card(ui.CardProps{Title: h.T("help.way")}, app.Ol().Class("steps").Body(items...))
}

// TermList explains some of Terms.
func TermList(h *screen.Host, names []string) app.UI {
	var body []app.UI
	for _, name := range names {
		key := i18n.Key("help.term." + name)
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
