// Package data is the first screen: drop a file, see how it was understood,
// correct it, read the import ledger.
package data

import (
	"slices"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/app/screen"
)

// A State is what the screen knows. Its zero value is the empty screen.
type State struct {
	Source  engine.SourceRef
	Named   string // file or sample, as the person knows it
	Preview screen.Request[engine.PreviewRequest, ingest.Preview]
	Load    screen.Request[engine.LoadRequest, engine.Dataset]

	Want    ingest.Format  // what the person overrode
	Mapping ingest.Mapping // as proposed, then as corrected
	Rules   ingest.Rules
	Pasting bool // the paste field is open
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
	case s.Load.Answer != nil:
		return Loaded
	case s.Preview.Busy && s.Preview.Answer == nil:
		return Looking
	case s.Preview.Answer != nil:
		return Confirm
	}
	return Empty
}

// Choose starts over with another source.
func (s *State) Choose(ref engine.SourceRef, name string) engine.PreviewRequest {
	s.Source, s.Named, s.Want = ref, name, ingest.Format{}
	s.Mapping, s.Rules, s.Pasting = nil, ingest.Rules{}, false
	s.Preview.Forget()
	s.Load.Forget()
	return engine.PreviewRequest{Source: ref}
}

// Understood takes over what the preview proposes.
func (s *State) Understood(p ingest.Preview) {
	s.Mapping = slices.Clone(p.Mapping)
	s.Rules = p.Rules
}

// Reread asks for another preview by a corrected format.
func (s *State) Reread(change func(*ingest.Format)) engine.PreviewRequest {
	change(&s.Want)
	return engine.PreviewRequest{Source: s.Source, Want: s.Want}
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
	return engine.LoadRequest{Source: s.Source, Format: s.Preview.Answer.Format, Mapping: slices.Clone(s.Mapping), Rules: s.Rules}
}

// Reopen returns from the ledger to the confirmation of the same file.
func (s *State) Reopen() { s.Load.Forget() }
