// Package data is the first screen: drop a file, see how it was understood,
// correct it, read the import ledger.
package data

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/screen"
)

// A State is what the screen knows. Its zero value is the empty screen.
type State struct {
	Choice
	Preview screen.Request[engine.PreviewRequest, ingest.Preview]
	Load    screen.Request[engine.LoadRequest, engine.Dataset] // Answer is what is in the engine
	Pasting bool                                               // the paste field is open

	shown   bool // the ledger of Load.Answer is in sight
	reading kept // what Load was last asked to read
	loaded  kept // what Load.Answer was read from
}

// A Choice is a source and how it is to be read.
type Choice struct {
	Source  engine.SourceRef
	Named   string         // file or sample, as the person knows it
	Want    ingest.Format  // what the person overrode
	Mapping ingest.Mapping // as proposed, then as corrected
	Rules   ingest.Rules
}

// kept is a choice with the preview it was made by, to return to.
type kept struct {
	Choice
	preview *ingest.Preview
}

// A Phase is where in the import the person stands.
type Phase uint8

// The phases, in the order of the work.
const (
	Empty   Phase = iota // nothing chosen
	Looking              // the preview is being made
	Confirm              // detection and preview are shown
	Reading              // the file is being read
	Loaded               // the ledger is shown
)

// Phase derives where the person stands.
func (s *State) Phase() Phase {
	switch {
	case s.Load.Busy:
		return Reading
	case s.shown:
		return Loaded
	case s.Preview.Answer != nil:
		return Confirm
	case s.Preview.Busy:
		return Looking
	}
	return Empty
}

// Choose starts over with another source. The dataset in the engine stays
// until another one has been read.
func (s *State) Choose(ref engine.SourceRef, name string) engine.PreviewRequest {
	s.Leave()
	s.Source, s.Named = ref, name
	return engine.PreviewRequest{Source: ref}
}

// Leave goes back to the choice of a source.
func (s *State) Leave() {
	s.Choice, s.shown, s.Pasting = Choice{}, false, false
	s.Preview.Forget()
	s.Load.Err = nil
}

// Understood takes over what the preview proposes, and what the person overrode
// to get it.
func (s *State) Understood(p ingest.Preview) {
	s.Want = s.Preview.Question.Want
	s.Mapping = slices.Clone(p.Mapping)
	s.Rules = p.Rules
}

// Reread asks for another preview by a corrected format. A correction that
// fails is forgotten: only Understood makes it last.
func (s *State) Reread(change func(*ingest.Format)) engine.PreviewRequest {
	want := s.Want
	if s.Preview.Busy {
		want = s.Preview.Question.Want
	}
	change(&want)
	return engine.PreviewRequest{Source: s.Source, Want: want}
}

// Assign gives a column a role; another column that had it loses it, for a
// role names one column.
func (s *State) Assign(column int, role ingest.Role) {
	for i, r := range s.Mapping {
		if r == role {
			s.Mapping[i] = ingest.Ignore
		}
	}
	s.Mapping[column] = role
}

// Missing lists the roles without which nothing can be computed: customer,
// date, and amount unless quantity and price make it.
func (s *State) Missing() []ingest.Role {
	has := func(r ingest.Role) bool { return slices.Contains(s.Mapping, r) }
	var missing []ingest.Role
	for _, r := range []ingest.Role{ingest.Customer, ingest.Date} {
		if !has(r) {
			missing = append(missing, r)
		}
	}
	if !has(ingest.Amount) && !(has(ingest.Quantity) && has(ingest.Price)) {
		missing = append(missing, ingest.Amount)
	}
	return missing
}

// Confirmed is the request to read the file as it is now understood.
func (s *State) Confirmed() engine.LoadRequest {
	s.reading = kept{s.Choice, s.Preview.Answer}
	s.reading.Mapping = slices.Clone(s.Mapping)
	s.shown = false
	return engine.LoadRequest{Rules: s.Rules, Doubts: doubts(s.Preview.Answer.Warnings),
		Files: []engine.FileRequest{{Source: s.Source, Format: s.Preview.Answer.Format, Mapping: slices.Clone(s.Mapping)}}}
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

// Took notes that what was confirmed has been read.
func (s *State) Took() { s.loaded, s.shown = s.reading, true }

// Reopen returns from the ledger to the confirmation of the same file.
func (s *State) Reopen() { s.shown = false }

// CanReturn reports whether there is a ledger to go back to.
func (s *State) CanReturn() bool { return s.Load.Answer != nil && !s.shown }

// Return shows the ledger again, as if no other file had been looked at.
func (s *State) Return() {
	s.Leave()
	s.Choice, s.shown = s.loaded.Choice, true
	s.Mapping = slices.Clone(s.loaded.Mapping)
	s.Preview.Answer = s.loaded.preview
}
