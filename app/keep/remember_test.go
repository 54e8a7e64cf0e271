package keep

import (
	"context"
	"testing"
	"time"

	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/screen"
)

var orders, costs = browser.File{Name: "orders.csv", Size: 100}, browser.File{Name: "costs.csv", Size: 7}

// A choice to remember holds for the files that it was made about, and for no others.
func TestChoiceHoldsForItsFiles(t *testing.T) {
	for name, c := range map[string]struct {
		about, loaded []browser.File
		on            bool
	}{
		"the same files, read by other rules": {[]browser.File{orders, costs}, []browser.File{orders, costs}, true},
		"another file":                        {[]browser.File{orders}, []browser.File{costs}, false},
		"one file more":                       {[]browser.File{orders}, []browser.File{orders, costs}, false},
		"a sample after files":                {[]browser.File{orders}, nil, false},
	} {
		s := State{On: true, Data: true, Opened: true, about: kinds(c.about), Kept: &browser.Remembered{Name: "a"}}
		s.Loaded(c.loaded)
		if s.On != c.on || s.Data != c.on || s.Offer() == c.on {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// Whoever opens what is remembered without its data chooses the files next: the choice is
// about those.
func TestOpenedProjectAdoptsItsFiles(t *testing.T) {
	s := State{Kept: &browser.Remembered{Name: "a"}}
	if !s.Offer() {
		t.Fatal("nothing is offered")
	}
	s.opened(nil)
	if s.Offer() || !s.On || s.Data {
		t.Fatalf("opened: %+v", s)
	}
	s.Loaded([]browser.File{orders})
	if !s.On {
		t.Error("the project's own files end remembering it")
	}
	s.Loaded([]browser.File{costs})
	if s.On {
		t.Error("another client's files are remembered without having been asked")
	}
}

// Whoever closes it instead has not chosen anything about the files that come next.
func TestClosedProjectAdoptsNothing(t *testing.T) {
	s := State{Kept: &browser.Remembered{Name: "a"}}
	s.opened(nil)
	s.Closed()
	s.Loaded([]browser.File{orders})
	if s.On || !s.Offer() {
		t.Errorf("closed: %+v", s)
	}
}

// Nothing is written before the choice, nor while its files are still awaited; several
// changes in a row are written once.
func TestChangesAreWrittenOnce(t *testing.T) {
	var waiting []func()
	wait := func(d time.Duration, f func()) {
		if d != Calm {
			t.Errorf("waits %v", d)
		}
		waiting = append(waiting, f)
	}
	asked := 0
	k := Keeper{Project: func() engine.ProjectRequest { asked++; return engine.ProjectRequest{} }, Sources: func() []browser.File { return nil }, Wait: wait}
	h := &screen.Host{Dataset: &engine.Dataset{}, Redraw: func(func()) {}, Engine: silent{}}
	s := State{}
	Changed(h, &s, k)
	s.adopt, s.On = true, true
	Changed(h, &s, k)
	if len(waiting) > 0 {
		t.Fatal("something is about to be written that nobody chose")
	}
	s.adopt = false
	for range 3 {
		Changed(h, &s, k)
	}
	if s.Current() {
		t.Error("what has changed is not remembered yet")
	}
	for _, f := range waiting {
		f()
	}
	if asked != 1 || !s.Busy {
		t.Errorf("the project was asked for %d times, want once", asked)
	}
}

// silent is an engine that never answers.
type silent struct{ engine.Engine }

func (silent) Project(context.Context, engine.ProjectRequest) (engine.File, error) { select {} }
