package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/customers"
	"churnbench/app/data"
	"churnbench/app/definition"
	"churnbench/app/help"
	"churnbench/app/overview"
	"churnbench/app/privacy"
	"churnbench/app/retention"
	"churnbench/app/segments"
	"churnbench/app/selfcheck"
	"churnbench/app/ui"
	"churnbench/app/value"
)

// A route is one screen.
type route struct {
	path  string // behind "#/"; its name is the message "screen."+path
	icon  ui.Icon
	rail  bool // in the rail; the others are reached in other ways
	view  func(*Workbench) app.UI
	state func(*Workbench) ui.RailState

	// rests are the bases of which the dataset must have one, if the screen is to
	// show anything; nil for a screen that makes something of any.
	rests []engine.Basis
}

// lacks reports whether the dataset has nothing that the screen could show.
func (w *Workbench) lacks(r route) bool {
	d := w.host.Dataset
	return d != nil && r.rests != nil && !d.Has(r.rests...)
}

// onOrders are the rests of a screen about purchases.
var onOrders = []engine.Basis{engine.OnOrders}

var routes = []route{
	{path: "", view: func(w *Workbench) app.UI { return data.View(&w.host, &w.data) }},
	{path: "data", icon: ui.IconData, rail: true,
		view:  func(w *Workbench) app.UI { return data.View(&w.host, &w.data) },
		state: dataState},
	{path: "definition", icon: ui.IconDefine, rail: true, rests: onOrders,
		view: func(w *Workbench) app.UI { return definition.View(&w.host, &w.definition) },
		state: func(w *Workbench) ui.RailState {
			s := &w.definition
			return w.railState(s.Busy, s.Answer != nil, s.Err, func() bool { return grave(s.Answer.Workbench.Warnings) })
		}},
	{path: "overview", icon: ui.IconOverview, rail: true, rests: []engine.Basis{engine.OnOrders, engine.OnContracts},
		view: func(w *Workbench) app.UI { return overview.View(&w.host, &w.overview) },
		state: func(w *Workbench) ui.RailState {
			s := &w.overview
			return w.railState(s.Busy, s.Answer != nil, s.Err, func() bool { return grave(s.Answer.Result.Warnings) })
		}},
	{path: "retention", icon: ui.IconRetain, rail: true,
		view: func(w *Workbench) app.UI { return retention.View(&w.host, &w.retention) },
		state: func(w *Workbench) ui.RailState {
			s := &w.retention
			return w.railState(s.Busy(), s.Answered(), s.Err(), func() bool { return grave(s.Warnings()) })
		}},
	{path: "segments", icon: ui.IconSegments, rail: true, rests: onOrders,
		view: func(w *Workbench) app.UI { return segments.View(&w.host, &w.segments) },
		state: func(w *Workbench) ui.RailState {
			s := &w.segments
			return w.railState(s.Busy, s.Answer != nil, s.Err, func() bool { return grave(s.Answer.Result.Warnings) })
		}},
	{path: "value", icon: ui.IconValue, rail: true, rests: onOrders,
		view: func(w *Workbench) app.UI { return value.View(&w.host, &w.value) },
		state: func(w *Workbench) ui.RailState {
			s := &w.value
			return w.railState(s.Busy, s.Answer != nil, s.Err, func() bool { return grave(s.Answer.Doubts()) })
		}},
	{path: "customers", icon: ui.IconPeople, rail: true, rests: onOrders,
		view: func(w *Workbench) app.UI { return customers.View(&w.host, &w.customers) },
		state: func(w *Workbench) ui.RailState {
			return w.railState(false, true, nil, func() bool { return false })
		}},
	{path: "report", icon: ui.IconReport, rail: true,
		view: (*Workbench).reportView,
		state: func(w *Workbench) ui.RailState {
			return w.railState(false, len(w.report.Report.Blocks) > 0, nil, func() bool { return false })
		}},
	{path: "privacy", view: func(w *Workbench) app.UI {
		return privacy.View(&w.host, &w.privacy, w.engine, w.lock, w.offline, w.keepCard(), w.eraseCard())
	}},
	{path: "project", icon: ui.IconFile, view: (*Workbench).projectView},
	{path: "selfcheck", view: func(w *Workbench) app.UI { return selfcheck.View(&w.host, &w.selfcheck) }},
	{path: "help", view: func(w *Workbench) app.UI { return help.View(&w.host, w.keyList()) }},
}

// Routes are the addresses of all screens, behind "#/". Tests visit each.
func Routes() []string {
	var list []string
	for _, r := range routes {
		if r.path != "" {
			list = append(list, r.path)
		}
	}
	return list
}

func dataState(w *Workbench) ui.RailState {
	switch w.data.Phase() {
	case data.Looking, data.Reading:
		return ui.RailBusy
	case data.Loaded:
		return ui.RailDone
	}
	if w.host.Dataset != nil {
		return ui.RailDone
	}
	return ui.RailReady
}

// railState sums a screen's question up. warned is only asked of an answer.
func (w *Workbench) railState(busy, answered bool, err *analysis.Error, warned func() bool) ui.RailState {
	switch {
	case busy:
		return ui.RailBusy
	case w.host.Dataset == nil:
		return ui.RailNeed
	case err != nil || answered && warned():
		return ui.RailWarn
	case answered:
		return ui.RailDone
	}
	return ui.RailReady
}

// grave reports whether a warning is more than a note.
func grave(warnings []analysis.Warning) bool {
	for _, w := range warnings {
		if w.Severity > analysis.Caution {
			return true
		}
	}
	return false
}
