// Package data is the first screen: drop files, see how they were understood,
// answer what they leave open, correct what is wrong, read the import ledger.
//
//	basket.go    the files that are read together, and how far each one is
//	item.go      one of them: what was found, what was corrected
//	state.go     where in the import the person stands
//	recipe.go    how files were read, to be replayed on the next ones
//	pace.go      how long reading will still take
//	flow.go      what the engine is asked, and what its answers change
//	view.go      the screen by phase; the other files draw its parts
package data

import (
	"slices"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/screen"
)

// A State is what the screen knows. Its zero value is the empty screen.
type State struct {
	Basket
	Load    screen.Request[engine.LoadRequest, engine.Dataset] // Answer is what is in the engine
	Recipe  *Recipe                                            // by which files are read; nil for none
	Pasting bool                                               // the paste field is open
	Began   time.Time                                          // when Load was last asked

	Project *engine.Project // that was opened and waits for its data; nil for none
	whole   bool            // the basket is what a project holds: it is read at once

	shown   bool   // the ledger of Load.Answer is in sight
	reading Basket // what Load was last asked to read
	loaded  Basket // what Load.Answer was read from

	again bool           // loaded has files that were loaded before it
	saved *ingest.Recipe // how files are read, as saved, or as proposed of those that are new
}

// A Phase is where in the import the person stands.
type Phase uint8

// The phases, in the order of the work.
const (
	Empty   Phase = iota // nothing chosen, or nothing that could be used
	Looking              // the first preview is being made
	Confirm              // detection and preview are shown
	Reading              // the files are being read
	Loaded               // the ledger is shown
)

// Phase derives where the person stands. A single file that cannot be used
// leaves the empty screen, with its error; one of several is marked as such.
func (s *State) Phase() Phase {
	switch {
	case s.Load.Busy:
		return Reading
	case s.shown:
		return Loaded
	case len(s.Items) == 0, len(s.Items) == 1 && s.Stand(s.Items[0]) == Failed:
		return Empty
	case len(s.Items) == 1 && s.Stand(s.Items[0]) == Pending:
		return Looking
	}
	return Confirm
}

// ReadAtOnce has the basket read as soon as nothing is open: it is a project with its data.
func (s *State) ReadAtOnce() { s.whole = true }

// Start begins another basket. The dataset in the engine stays until another
// one has been read.
func (s *State) Start() {
	for _, it := range s.Items { // late answers are nobody's
		it.Opening.Forget()
		it.Look.Forget()
	}
	s.Basket, s.shown, s.Pasting = Basket{last: s.last}, false, false
	s.Load.Err = nil
}

// Failure is why the only file could not be used, nil if it could.
func (s *State) Failure() *analysis.Error {
	if s.Phase() != Empty || len(s.Items) == 0 {
		return nil
	}
	return s.Items[0].Failure()
}

// Confirmed is the request to read the basket as it is now understood. Files
// that are left out or cannot be used are not part of it.
func (s *State) Confirmed(now time.Time) engine.LoadRequest {
	s.reading = s.Basket.copy()
	s.shown, s.Began = false, now
	req := engine.LoadRequest{Rules: s.Rules}
	req.Rules.Today = dayOf(now)
	for _, it := range s.Ready() {
		p := it.Look.Answer
		req.Doubts = append(req.Doubts, doubts(p.Warnings)...)
		req.Files = append(req.Files, engine.FileRequest{Source: it.Source, Kind: it.Kind,
			Format: p.Format, Mapping: slices.Clone(s.MappingOf(it))})
	}
	return req
}

// dayOf is the calendar day of a time where the person is.
func dayOf(t time.Time) analysis.Day {
	y, m, d := t.Date()
	return analysis.Date(y, m, d)
}

// Took notes that what was confirmed has been read, and remembers how: next
// month's file will be read the same way.
func (s *State) Took() {
	corrected := s.Corrected()
	s.again = s.reading.shares(&s.loaded)
	s.loaded, s.shown = s.reading, true
	if !corrected && !s.again {
		s.Renew()
	}
	s.Project, s.whole = nil, false
	if r := s.loaded.recipe(); r != nil {
		s.Recipe = r
	}
}

// Reopen returns from the ledger to the confirmation of the same files.
func (s *State) Reopen() {
	s.Basket, s.shown = s.loaded.copy(), false
}

// CanReturn reports whether there is a ledger to go back to.
func (s *State) CanReturn() bool { return s.Load.Answer != nil && !s.shown }

// Return shows the ledger again, as if nothing else had been looked at.
func (s *State) Return() {
	s.Start()
	s.Basket, s.shown = s.loaded.copy(), true
}

// SetDay takes a typed ISO date into a bound of the window; an empty one opens
// that side. It reports whether it is a date.
func SetDay(bound *analysis.Day, iso string) bool {
	if iso == "" {
		*bound = 0
		return true
	}
	day, err := analysis.ParseDay(iso)
	if err == nil {
		*bound = day
	}
	return err == nil
}
