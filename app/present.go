package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/report"
	"churnbench/app/browser"
	"churnbench/app/presenter"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// present shows exhibits to an audience, beginning with the one called first, else where
// the person is.
func (w *Workbench) present(first string) {
	all := w.exhibits()
	if first == "" {
		first = w.inSight(all)
	}
	w.presenter.Start(&w.host, presenter.Order(all, w.here(), w.reported()), first)
	if !w.presenter.On {
		w.tell(w.host.T("presenter.nothing"), ui.NoteLevel)
		return
	}
	w.palette, w.sheet = false, false
	w.presenter.Enlarge(&w.host, w.exhibit(w.presenter.ID()))
	browser.Fullscreen(true)
}

// inSight is the first exhibit of the tab that is open.
func (w *Workbench) inSight(all []screen.Exhibit) string {
	for _, p := range w.places(w.route) {
		if !p.On {
			continue
		}
		for i := range all {
			if x := &all[i]; x.Route == w.route && x.Ready() && strings.HasSuffix(x.Area, p.Label) {
				return x.ID
			}
		}
	}
	return ""
}

// exhibit is the one with an ID, nil if there is none.
func (w *Workbench) exhibit(id string) *screen.Exhibit {
	if id == "" {
		return nil
	}
	all := w.exhibits()
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// presenterStage is what the audience sees.
func (w *Workbench) presenterStage() app.UI {
	x, before := w.exhibit(w.presenter.ID()), w.exhibit(w.presenter.Before())
	return presenter.View(&w.host, &w.presenter, x, presenter.Headline(x, before), presenter.Deeds{
		Key: w.turnTo, Leave: w.endPresentation, Unmask: func() { w.host.Masked = !w.host.Masked }})
}

// turnTo follows a key of the presentation and has the new headline read.
func (w *Workbench) turnTo(key string) {
	if w.presenter.Go(key) {
		w.focus(presenter.TitleID)
		w.presenter.Enlarge(&w.host, w.exhibit(w.presenter.ID()))
	}
}

// fullscreenEnded is called when the browser has taken the screen back: its Escape key
// then was meant for what lay upon the exhibit, or for the presentation.
func (w *Workbench) fullscreenEnded() {
	switch {
	case !w.presenter.On:
	case w.explaining:
		w.explaining = false
	default:
		w.presenter.End(&w.host)
	}
}

func (w *Workbench) endPresentation() {
	w.presenter.End(&w.host)
	browser.Fullscreen(false)
}

// reported are the exhibits of the report, in its order.
func (w *Workbench) reported() (ids []string) {
	for _, b := range w.report.Report.Blocks {
		if b.Kind == report.Exhibit {
			ids = append(ids, b.Exhibit)
		}
	}
	return ids
}
