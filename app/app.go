// Package app is the page: the shell around the screens, and what holds them
// together.
//
// Workbench is the only component with the state of the whole. It owns the
// engine's client, the state of each screen and the preferences, draws the rail
// and the top bar, and hands a screen.Host to the screen in sight. Screens are
// functions of their state; nothing else is global.
//
//	app.go      the component: what it holds, how it starts
//	shell.go    rail, top bar, notices
//	routes.go   which screens there are
//	events.go   what the browser and the screens tell it
//	commands.go what the palette offers
//	explain.go  the dialog that explains a number
//	questions.go what the screens ask, written down and taken over
//	history.go  what can be undone; change.go says what that was
//	leaving.go  asking before unsaved work is lost
//	keep.go     what stays when the page is closed
//	shortcuts.go what keys do; sheet.go lists them, explainfocus.go is what F1 opens
//	present.go  figures before an audience
//	projects.go what is saved, and opened again
//	edits.go    what of the report can be undone
//	report.go   what the report rests on, and when it may be handed over
//	paper.go    the same report where there is no page
package app

import (
	"reflect"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/customers"
	"churnbench/app/data"
	"churnbench/app/definition"
	"churnbench/app/keep"
	"churnbench/app/overview"
	"churnbench/app/presenter"
	"churnbench/app/privacy"
	"churnbench/app/project"
	"churnbench/app/report"
	"churnbench/app/retention"
	"churnbench/app/screen"
	"churnbench/app/segments"
	"churnbench/app/selfcheck"
	"churnbench/app/tour"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// A Workbench is the whole page.
type Workbench struct {
	app.Compo

	engine *browser.Engine
	host   screen.Host
	route  string

	screens
	keep    keep.State
	erasure keep.Erasure
	unspot  func() // ends what the tour points at; nil while it points at nothing
	printed string // style sheet of the report that the browser has
	program string // version of a program that writes reports without a page, "" in a page

	state   browser.State // of the engine
	cause   string        // why it crashed
	anew    bool          // it is beginning anew, after it was stopped or crashed
	lock    browser.Lock
	offline browser.Offline
	update  bool // a newer version waits

	siblings browser.Siblings // other tabs with this page
	news     browser.Deed     // of another tab's that concerns this one; "" for none
	dark     bool
	palette  bool // is open
	sheet    bool // of keys is open

	noLetters bool // keys without Ctrl or ⌘ do nothing
	going     bool // G was pressed: a number goes to a screen
	mac       bool // the keyboard has ⌘

	toasts []ui.Toast
	told   int                         // toasts so far, for their identity
	after  func(func())                // runs once the page has been redrawn
	later  func(time.Duration, func()) // changes the state after a while
	stops  []func()
}

// screens are the states of all screens: whatever the page itself knows of the data is in
// here, and goes when everything is erased.
type screens struct {
	data       data.State
	definition definition.State
	overview   overview.State
	retention  retention.State
	segments   segments.State
	value      value.State
	customers  customers.State
	privacy    privacy.State
	tour       tour.State
	selfcheck  selfcheck.State
	report     report.State
	hashes     screen.Request[engine.ProjectRequest, engine.File] // for the hashes of the files
	hashed     uint32                                             // version of the dataset that they were asked for

	past   history          // what can be undone
	taking bool             // questions are being taken over: that is no change of the person's
	begun  engine.Questions // what was asked when nothing was unsaved
	proj   project.State
	aside  *aside // the project on the page while another one waits for its data; nil for none

	leaving leaving // what waits for the person's word about unsaved work

	segmented engine.Measures // definition of loss and model by which tabs of Segments were last asked for

	explained  ui.ExplainProps // what the dialog of explanations says
	explaining bool            // it is open
	telling    func() []app.UI // what the dialog of explanations says, if it is of no number
	subject    browser.Subject // what had the focus when the palette was opened
	presenter  presenter.State
}

// Register makes Workbench the component of every address: routes live behind
// the "#", so that one build works at any path of any host.
func Register() {
	app.RouteWithRegexp(".*", func() app.Composer { return &Workbench{} })
}

// OnMount starts the engine and listens to the browser. A page drawn outside
// of a browser, as tests do, has neither.
func (w *Workbench) OnMount(ctx app.Context) {
	browser.Breathe()
	defer browser.Breathe()
	redraw := func(f func()) {
		ctx.Dispatch(func(app.Context) {
			f()
			w.settle()
		})
	}
	w.engine = browser.NewEngine(func(s browser.State, cause string) {
		redraw(func() { w.follows(s, cause) })
	})
	w.later = func(d time.Duration, f func()) { ctx.After(d, func(app.Context) { f() }) }
	w.after = func(f func()) { ctx.Defer(func(app.Context) { f() }) }
	w.host = screen.Host{
		Engine:       w.engine,
		Saver:        w.saver(redraw),
		Lang:         browser.Lang(),
		Redraw:       redraw,
		Open:         browser.Go,
		OpenCell:     w.showCell,
		OpenGroups:   w.showGroups,
		OpenCustomer: w.showCustomer,
		Focus:        w.focus,
		Attach:       w.attach,
		Cancel:       func() { w.engine.Cancel() },
		Loaded:       w.loaded,
		Define:       w.define,
		Asked:        w.asked,
		Opened:       w.opened,
		Replacing:    w.replacing,
		Tour:         w.startTour,
		Explain:      w.explain,
		Present:      w.present,
		AddToReport:  w.addToReport,
		Tell:         w.tell,
		Offer:        w.offer,
	}
	w.value.Options = value.Defaults()
	w.customers = customers.Start()
	w.route, w.dark = browser.Route(), browser.Dark()
	w.host.Window = browser.WindowWidth()
	w.mac, w.noLetters = browser.Mac(), !browser.SingleKeys()
	browser.SetLang(w.host.Lang)
	w.listen(redraw)
	w.siblings = browser.Meet(func(d browser.Deed) { redraw(func() { w.heard(d) }) })
	keep.Look(&w.host, &w.keep)
	w.engine.Start()
	w.retitle()
}

// OnDismount stops listening.
func (w *Workbench) OnDismount() {
	for _, stop := range w.stops {
		stop()
	}
}

// OnResize draws figures anew where another size serves them better.
func (w *Workbench) OnResize(app.Context) {
	before := w.host.Layout()
	w.host.Window = browser.WindowWidth()
	if w.host.Layout() != before {
		w.redrawFigures()
	}
}

// Render draws the shell with the screen in sight.
func (w *Workbench) Render() app.UI {
	if w.engine == nil { // not mounted: nothing is known yet, so what is there stays
		return app.Raw(browser.Waiting())
	}
	if w.erasure.Receipt != nil {
		return w.receipt()
	}
	return ui.Frame(w.host.Lang, w.rail(), w.topBar(), app.Div().Class("screen").DataSet("route", w.route).Body(
		w.notices(),
		w.screen(),
		ui.Toasts(w.host.Lang, w.toasts, func(_ app.Context, id int) { w.dismiss(id) }),
		tour.View(&w.host, &w.tour, w.walk, w.leaveTour),
		&ui.Palette{Lang: w.host.Lang, Keys: w.keyStyle(), Open: w.palette, Commands: w.commands, OnClose: func(app.Context) { w.palette = false }},
		w.presenterStage(),
		w.sheetDialog(),
		w.explanation(),
		w.leavingDialog(),
	))
}

// screen draws the one in sight.
func (w *Workbench) screen() app.UI {
	for _, r := range routes {
		switch {
		case r.path != w.route:
			continue
		case w.lacks(r):
			return ui.Page(screen.Needs(&w.host, r.path))
		}
		return r.view(w)
	}
	return data.View(&w.host, &w.data)
}

// ask puts to the engine what every dataset is asked for, one after the other,
// so that each screen is ready when it is opened.
func (w *Workbench) ask() {
	if w.host.Dataset.Has(engine.OnOrders) {
		definition.Ask(&w.host, &w.definition)
	}
	if w.host.Dataset.Has(engine.OnOrders, engine.OnContracts) {
		overview.Ask(&w.host, &w.overview)
	}
	retention.Ask(&w.host, &w.retention)
	if w.host.Dataset.Has(engine.OnOrders) {
		segments.Ask(&w.host, &w.segments)
		value.Ask(&w.host, &w.value)
	}
}

// define takes another definition of loss. What the page shows now is asked again at
// once, the other screens when they are opened: whoever turns the window does not
// wait for what is out of sight.
func (w *Workbench) define(d churn.Definition) {
	w.host.Definition = d
	definition.Ask(&w.host, &w.definition)
	w.catchUp()
}

// catchUp asks again what the screen in sight shows by another definition of loss
// than the one in force, or by another model of value than the one last fitted.
func (w *Workbench) catchUp() {
	if w.host.Dataset == nil {
		return
	}
	sees := func(route string) bool { return w.route == route || w.route == "report" } // which shows all of them
	if sees("overview") {
		overview.Follow(&w.host, &w.overview)
	}
	if sees("retention") {
		retention.Follow(&w.host, &w.retention)
	}
	if sees("segments") {
		if by := (engine.Measures{Definition: w.host.Definition, Values: w.value.Question.Options}); !reflect.DeepEqual(w.segmented, by) {
			w.segmented = by
			segments.AskAgain(&w.host, &w.segments)
		}
	}
}

// loaded is called when another dataset is in the engine.
func (w *Workbench) loaded(d engine.Dataset) {
	waited, carried := w.proj.Waits, w.carried(&d)
	w.begun = w.beginning(&d, carried)
	if carried == nil || waited || !w.data.Again() || !reflect.DeepEqual(w.host.Dataset.Columns, d.Columns) {
		w.past = history{}
	}
	if carried == nil || waited {
		w.data.Renew()
	}
	w.host.Dataset, w.aside = &d, nil
	w.keep.Loaded(w.sources())
	w.host.Definition, w.segmented = churn.Definition{}, engine.Measures{} // it may name a column of the dataset before
	w.definition.Renew(int(d.End - d.First))
	w.overview.Renew()
	w.retention.Renew()
	w.segments.Renew()
	w.host.ClusterNames = nil
	w.value.Renew()
	w.customers.Restart()
	w.report.Renew()
	w.selfcheck.Forget() // what it recomputes depends on the dataset
	w.proj.Forget()
	if carried != nil {
		w.apply(carried)
	}
	w.ask()
	if waited {
		w.replay(carried)
	}
}
