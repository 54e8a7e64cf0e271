// Package keep is what stays when the page is closed, and what does not: a project that the
// person has remembered on this device, and the receipt for erasing everything.
//
//	remember.go  what is remembered, and when it is written again
//	card.go      the choice, and the offer to go on
//	erase.go     what was found, what is gone
//	receipt.go   how that is shown, and saved as text
//
// Nothing is kept before the person chooses it, and nothing that is kept opens by itself.
package keep

import (
	"cmp"
	"context"
	"slices"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/browser"
	"churnbench/app/screen"
)

// Calm is how long nothing must have changed before what is remembered is written again.
const Calm = 2 * time.Second

// Rest is how long nothing must have changed before the results' receipts are put to what is
// remembered: every question is put again for them, and the engine does one thing at a time.
// LongRest is that long where some of the questions take long.
const (
	Rest     = 20 * time.Second
	LongRest = 60 * time.Second
)

// A State is what is known of remembering. Its zero value has not looked yet.
type State struct {
	Looked bool                // the browser has been asked what it keeps
	None   bool                // this browser keeps nothing for this page
	Kept   *browser.Remembered // nil for nothing
	Opened bool                // Kept is the project of this page

	On   bool // this page's project is remembered
	Data bool // and its data files
	Busy bool // it is being written
	Err  *analysis.Error

	Storage browser.Storage // what the browser promised when it was last asked

	adding bool   // while Busy: only receipts, to what is kept already
	turn   int    // of the last change
	again  bool   // something has changed since it was last written
	forget bool   // once it has been written
	adopt  bool   // the next dataset is the one that the choice is about
	about  []kind // data files that the choice was made about
	data   []kind // data files that are kept already
}

// A kind is what tells one file from another.
type kind struct {
	name string
	size int64
}

func kinds(files []browser.File) []kind {
	list := make([]kind, len(files))
	for i, f := range files {
		list[i] = kind{f.Name, f.Size}
	}
	return list
}

// A Keeper is what remembering needs of the workbench. Both are asked where state may be
// read.
type Keeper struct {
	Project func() engine.ProjectRequest // with receipts, if they are known or Compute says so
	Sources func() []browser.File        // of the dataset
	Wait    func(time.Duration, func())  // runs something after a while, where state may be changed
	Tell    func(browser.Deed)           // other tabs
}

// Offer reports whether there is something to go on with.
func (s *State) Offer() bool { return s.Kept != nil && !s.Opened }

// Current reports whether what is remembered is what the page shows, as it is now.
func (s *State) Current() bool {
	return s.On && !s.writing() && !s.again && s.Err == nil && s.Kept != nil
}

// writing reports whether something is being written that is not kept yet.
func (s *State) writing() bool { return s.Busy && !s.adding }

// Look asks the browser what it keeps.
func Look(h *screen.Host, s *State) {
	go func() {
		kept, err := browser.Recall()
		h.Redraw(func() { s.Looked, s.None, s.Kept = true, err != nil, kept })
	}()
}

// Turn takes the person's choice: to remember this page's project and, if data, its data
// files. Choosing not to forgets what was remembered of it.
func Turn(h *screen.Host, s *State, k Keeper, on, data bool) {
	s.On, s.Data, s.Err = on, on && data, nil
	if !on {
		Forget(h, s, k)
		return
	}
	s.about, s.adopt, s.forget = kinds(k.Sources()), false, false
	go func() {
		storage := browser.AskToPersist()
		h.Redraw(func() { s.Storage = storage })
	}()
	write(h, s, k, false)
}

// Changed notes that something that is remembered has changed.
func Changed(h *screen.Host, s *State, k Keeper) {
	if !s.On || s.adopt {
		return
	}
	s.again = true
	s.turn++
	turn := s.turn
	k.Wait(Calm, func() {
		if turn == s.turn && s.again {
			write(h, s, k, false)
		}
	})
}

// rest puts receipts to what is kept, once nothing has changed for long enough.
func rest(h *screen.Host, s *State, k Keeper, q *engine.Questions) {
	long := Rest
	if q.Bootstrap != nil || q.Bakeoff != nil {
		long = LongRest
	}
	turn := s.turn
	k.Wait(long, func() {
		if turn == s.turn && !s.again {
			write(h, s, k, true)
		}
	})
}

// write has the engine write the project down as it is now, and keeps it. The engine answers
// in order: if it was given another dataset meanwhile, its answer would be about that.
func write(h *screen.Host, s *State, k Keeper, receipts bool) {
	if s.Busy || !s.On || h.Dataset == nil {
		return
	}
	s.Busy, s.adding, s.again = true, receipts, false
	req, version := k.Project(), h.Dataset.Version
	wanted := req.Compute
	req.Compute = req.Compute && receipts
	r := browser.Remembered{Name: cmp.Or(req.Project.Name, h.Dataset.Name), At: h.Now()}
	go func() {
		file, err := h.Engine.Project(context.Background(), req)
		h.Redraw(func() {
			switch {
			case err != nil:
				s.Busy, s.Err = false, engine.AsError(err)
			case !s.On || h.Dataset.Version != version:
				s.finish(h, k)
			default:
				if wanted && !receipts {
					rest(h, s, k, &req.Project.Questions)
				}
				s.store(h, k, r, file.Bytes)
			}
		})
	}()
}

// store puts a project into the browser's hands.
func (s *State) store(h *screen.Host, k Keeper, r browser.Remembered, project []byte) {
	var data []browser.File
	if s.Data {
		data = k.Sources()
	}
	same := slices.Equal(kinds(data), s.data)
	go func() {
		err := browser.Remember(r, project, data, same)
		kept, _ := browser.Recall()
		h.Redraw(func() {
			if err != nil {
				s.Err = failed(err)
			} else {
				s.Err, s.Opened, s.data = nil, true, kinds(data)
				k.Tell(browser.DeedKept)
			}
			s.Kept = kept
			s.finish(h, k)
		})
	}()
}

// finish ends a writing and does what came up meanwhile.
func (s *State) finish(h *screen.Host, k Keeper) {
	s.Busy = false
	switch {
	case s.forget:
		Forget(h, s, k)
	case s.again:
		write(h, s, k, false)
	}
}

func failed(err error) *analysis.Error {
	return analysis.Fail(analysis.Unavailable, "keep.failed", analysis.Text("cause", err.Error())).Or("keep.failed.remedy")
}

// Forget removes what is remembered.
func Forget(h *screen.Host, s *State, k Keeper) {
	s.lapse()
	if s.forget = s.Busy; s.forget {
		return // finish does it
	}
	go func() {
		err := browser.Forget()
		kept, _ := browser.Recall()
		h.Redraw(func() {
			s.Kept = kept
			if err != nil {
				s.Err = failed(err)
				return
			}
			k.Tell(browser.DeedForgot)
		})
	}()
}

// Heard takes in what another tab has done to what is remembered: two that write in turn
// would lose each other's work. It reports whether this page's project was remembered until
// now.
func Heard(h *screen.Host, s *State) (was bool) {
	if was = s.On; was {
		s.lapse()
	}
	Look(h, s)
	return was
}

// lapse ends remembering this page's project; what is kept stays.
func (s *State) lapse() {
	s.On, s.Data, s.Opened, s.again, s.adopt, s.data = false, false, false, false, false, nil
}

// Open hands what is remembered over as if the person had chosen those files, and goes on
// remembering it.
func Open(h *screen.Host, s *State, drop func([]browser.File)) {
	go func() {
		files, err := browser.Reopen()
		h.Redraw(func() {
			switch {
			case err != nil:
				s.Err = failed(err)
			case len(files) == 0: // forgotten in another tab
				s.Kept = nil
			default:
				s.opened(files[1:])
				drop(files)
			}
		})
	}()
}

// opened goes on remembering a project that was kept with these data files.
func (s *State) opened(data []browser.File) {
	s.On, s.Opened, s.Data, s.adopt = true, true, len(data) > 0, true
	s.data = kinds(data)
}

// Closed notes that the project was closed. If it still awaited its files, the next ones are
// another's.
func (s *State) Closed() {
	if s.adopt {
		s.lapse()
	}
}

// Loaded notes which files another dataset was read from. A choice holds for the files that
// it was made about: with others, nothing is remembered until the person chooses it again.
func (s *State) Loaded(files []browser.File) {
	switch got := kinds(files); {
	case s.adopt:
		s.adopt, s.about = false, got
	case s.On && !slices.Equal(got, s.about):
		s.lapse()
	}
}
