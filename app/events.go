package app

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/customers"
	"churnbench/app/data"
	"churnbench/app/definition"
	"churnbench/app/i18n"
	"churnbench/app/overview"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/ui"
	"churnbench/app/value"
)

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
		browser.OnDropAnywhere(func(files []browser.File) { redraw(func() { w.dropped(files) }) }),
		browser.KeepFocus(ui.TitleID),
		browser.AskBeforeLeaving(w.leavingPage),
		browser.OnKey(w.pressed),
		browser.OnFullscreenEnd(func() { redraw(w.fullscreenEnded) }),
	)
}

// checkOffline looks once the engine has started, or failed to: until then the page and the
// engine need the thread and the disk.
func (w *Workbench) checkOffline(redraw func(func())) {
	if s, _ := w.engine.State(); s == browser.Starting {
		return
	}
	go func() {
		o := browser.CheckOffline()
		redraw(func() { w.offline = o })
	}()
}

// OnNav follows a link: go-app takes those over, and the browser then does not
// tell that the address has changed.
func (w *Workbench) OnNav(app.Context) {
	if w.engine != nil {
		w.open(browser.Route())
		w.settle()
	}
}

// open goes to a route and takes the keyboard along, to the screen's title. A
// fragment that is no route leaves the page where it is.
func (w *Workbench) open(route string) {
	for _, r := range routes {
		if r.path == route && route != w.route {
			w.route = route
			w.retitle()
			w.follow()
			w.catchUp()
			w.toTop()
			return
		}
	}
}

// follow tells the table of customers what the other screens have asked since.
func (w *Workbench) follow() {
	w.customers.Follow(w.measures(), w.segments.Clusters.Answer)
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
func (w *Workbench) attach(e app.Event) []screen.Attached { return w.attached(browser.Files(e)) }

func (w *Workbench) attached(files []browser.File) []screen.Attached {
	var list []screen.Attached
	for _, f := range files {
		a := screen.Attached{Name: f.Name, Size: f.Size, Folder: f.Folder}
		if !f.Folder {
			a.Ref = w.engine.Attach(f)
		}
		list = append(list, a)
	}
	return list
}

// dropped takes files that fell beside the drop zone, on whichever screen.
func (w *Workbench) dropped(files []browser.File) {
	if w.erasure.Receipt != nil {
		return
	}
	data.Drop(&w.host, &w.data, w.attached(files))
	browser.Go("data")
}

// setLang changes the language of the page and asks for the figures in it.
func (w *Workbench) setLang(l i18n.Lang) {
	w.host.Lang = l
	browser.SetLang(l)
	w.retitle()
	w.redrawFigures()
}

// follows takes in how the engine is. One that has begun anew has the dataset and has
// forgotten what was asked, on which tables and exports stand: all is asked again.
func (w *Workbench) follows(s browser.State, cause string) {
	anew := s == browser.Starting && w.state != browser.Starting
	started := s != browser.Starting && w.state == browser.Starting
	w.state, w.cause = s, cause
	if started {
		w.checkOffline(w.host.Redraw)
	}
	switch {
	case anew:
		w.anew = true
	case s == browser.Ready && w.anew:
		w.anew = false
		w.customers.Anew()
		w.redrawFigures()
	}
}

// redrawFigures asks again for what has been shown, in the language and width
// of now; what is on the page stays until the new ones are there.
func (w *Workbench) redrawFigures() {
	if w.definition.Asked() {
		definition.Ask(&w.host, &w.definition)
	}
	if w.overview.Asked() {
		overview.Ask(&w.host, &w.overview)
	}
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

// Toasts that report success go by themselves; errors stay until dismissed.
const (
	toastTime = 6 * time.Second
	maxToasts = 3 // the oldest gives way
)

// tell shows a short report.
func (w *Workbench) tell(text string, level ui.Level) {
	w.told++
	id := w.told
	w.toasts = append(w.toasts, ui.Toast{ID: id, Text: text, Level: level})
	if len(w.toasts) > maxToasts {
		w.toasts = w.toasts[1:]
	}
	if level != ui.ErrorLevel {
		w.later(toastTime, func() { w.dismiss(id) })
	}
}

func (w *Workbench) dismiss(id int) {
	w.toasts = slices.DeleteFunc(slices.Clone(w.toasts), func(t ui.Toast) bool { return t.ID == id })
}

// saver reports what became of a saved or copied thing.
func (w *Workbench) saver(redraw func(func())) browser.Saver {
	return browser.Saver{
		OnError: func(e *analysis.Error) { redraw(func() { w.tell(i18n.Say(w.host.Lang, e.Message), ui.ErrorLevel) }) },
		OnDone: func(name string) {
			redraw(func() {
				if name == "" {
					w.tell(w.host.T("shell.copied"), ui.NoteLevel)
					return
				}
				w.tell(w.host.T("shell.saved", analysis.Text("name", name)), ui.NoteLevel)
			})
		},
	}
}

// showGroups opens the table of customers with those who are in all of these groups.
func (w *Workbench) showGroups(groups ...engine.GroupRef) {
	w.showCustomers(engine.CustomersRequest{Groups: groups})
}

// showCustomer opens the card of one customer.
func (w *Workbench) showCustomer(id string) {
	w.follow()
	customers.OpenID(&w.host, &w.customers, id)
	browser.Go("customers")
}

// showCell opens it with the customers of a cohort's cell.
func (w *Workbench) showCell(cell engine.CohortCell) {
	w.showCustomers(engine.CustomersRequest{Cohort: cell})
}

// showCustomers opens it with those whom a filter passes.
func (w *Workbench) showCustomers(filter engine.CustomersRequest) {
	w.follow()
	w.customers.Show(filter)
	browser.Go("customers")
}
