package app

import (
	"churnbench/app/browser"
	"churnbench/app/data"
	"churnbench/app/tour"
	"churnbench/app/ui"
)

// tourSample is what the tour is shown on where nothing is loaded.
const tourSample = "shop"

// startTour begins the tour, on a sample if there is no dataset.
func (w *Workbench) startTour() {
	if w.host.Dataset == nil {
		data.Sample(&w.host, &w.data, tourSample)
	}
	w.tour.Start()
	w.point()
}

// walk goes on or back.
func (w *Workbench) walk(by int) {
	w.tour.Move(by)
	w.point()
}

func (w *Workbench) leaveTour() {
	w.tour = tour.State{}
	w.point()
}

// point opens the step's screen, points at what the step is about and takes the
// keyboard to its words; after the tour it points at nothing.
func (w *Workbench) point() {
	if w.unspot != nil {
		w.unspot()
		w.unspot = nil
	}
	if !w.tour.On {
		return
	}
	step := w.tour.At()
	browser.Go(step.Route)
	w.after(func() { w.unspot = browser.Spot(step.Spot) })
	w.focus(ui.TitleID)
}

// toTop shows a screen from its beginning and takes the keyboard to its title; the tour
// keeps both where they serve its step.
func (w *Workbench) toTop() {
	if w.tour.On {
		w.focus(ui.TitleID)
		return
	}
	w.after(func() {
		go func() { // in a task of its own: the browser lays the screen out for it
			browser.Breathe()
			browser.FocusTop(ui.TitleID)
			browser.Reveal(".rail-item.on") // on a phone the list goes on beyond the edge
		}()
	})
}

// focus moves the keyboard to an element once the redraw under way is done. What would
// go to the title of the screen goes to the tour's words while there is one.
func (w *Workbench) focus(id string) {
	if id == ui.TitleID && w.tour.On {
		id = tour.TitleID
	}
	w.after(func() { browser.Focus(id) })
}
