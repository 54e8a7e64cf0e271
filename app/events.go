package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/browser"
	"churnbench/app/i18n"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/ui"
	"churnbench/app/value"
)

type engineError = analysis.Error

// listen hears what the browser tells.
func (w *Workbench) listen(redraw func(func())) {
	w.stops = append(w.stops,
		browser.OnRoute(func(route string) {
			redraw(func() { w.open(route) })
		}),
		browser.OnSystemTheme(func(bool) { redraw(func() { w.dark = browser.Dark() }) }),
		browser.WatchLock(func(l browser.Lock) { redraw(func() { w.lock = l }) }),
		browser.OnOfflineChange(func() { w.checkOffline(redraw) }),
		browser.OnUpdate(func() { redraw(func() { w.update = true }) }),
	)
	w.checkOffline(redraw)
}

func (w *Workbench) checkOffline(redraw func(func())) {
	go func() {
		o := browser.CheckOffline()
		redraw(func() { w.offline = o })
	}()
}

// open goes to a route. A fragment that is no route, such as the skip link's,
// leaves the page where it is.
func (w *Workbench) open(route string) {
	for _, r := range routes {
		if r.path == route {
			w.route = route
			w.retitle()
			browser.ScrollToTop()
			return
		}
	}
}

// retitle names the screen in the browser's tab.
func (w *Workbench) retitle() {
	title := w.host.T("ui.app")
	for _, r := range routes {
		if r.path == w.route && r.path != "" {
			title = w.host.T(i18n.Key("screen."+r.path)) + " · " + title
		}
	}
	browser.SetTitle(title)
}

// attach makes the files of an event known to the engine.
func (w *Workbench) attach(e app.Event) []screen.Attached {
	var list []screen.Attached
	for _, f := range browser.Files(e) {
		list = append(list, screen.Attached{Ref: w.engine.Attach(f), Name: f.Name, Size: f.Size})
	}
	return list
}

// setLang changes the language of the page and asks for the figures in it.
func (w *Workbench) setLang(l i18n.Lang) {
	w.host.Lang = l
	browser.SetLang(l)
	w.retitle()
	w.redrawFigures()
}

// redrawFigures asks again for what has been shown, in the language and width
// of now; what is on the page stays until the new ones are there.
func (w *Workbench) redrawFigures() {
	if w.retention.Asked() {
		retention.Ask(&w.host, &w.retention)
	}
	if w.segments.Asked() {
		segments.Ask(&w.host, &w.segments)
	}
	if w.value.Asked() {
		value.Ask(&w.host, &w.value)
	}
}

// toggleTheme turns light into dark and back.
func (w *Workbench) toggleTheme(app.Context) {
	w.dark = !w.dark
	theme := browser.LightTheme
	if w.dark {
		theme = browser.DarkTheme
	}
	browser.SetTheme(theme)
}

// tell shows a short report; the oldest gives way after the third.
func (w *Workbench) tell(text string, level ui.Level) {
	w.told++
	w.toasts = append(w.toasts, ui.Toast{ID: w.told, Text: text, Level: level})
	if len(w.toasts) > 3 {
		w.toasts = w.toasts[1:]
	}
}

func (w *Workbench) dismiss(_ app.Context, id int) {
	for i, t := range w.toasts {
		if t.ID == id {
			w.toasts = append(w.toasts[:i:i], w.toasts[i+1:]...)
			return
		}
	}
}

// showSegment opens the table of customers, filtered.
func (w *Workbench) showSegment(segment string) {
	w.customers.Filter(segment, w.segments.Options.RuleSet)
	browser.Go("customers")
}
