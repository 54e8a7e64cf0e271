package churn

import (
	"fmt"

	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// A Study asks one log about definitions of loss, and keeps what does not depend on
// the question: a change of W walks through no order again but those of its spells.
// Use one call at a time.
type Study struct {
	log  *analysis.Log
	gaps survival.Gaps

	spells []*Spells // of the definitions last asked about, the latest first
	keys   []string  // of spells
	trial  *trial    // of the follow-up last asked about
	ranks  *ranking  // on the day last asked about
}

// keptSpells is how many definitions' spells a Study keeps: a ledger's worth.
const keptSpells = 12

// NewStudy tallies the gaps of a log, which must not change afterwards. The error is
// a *analysis.Error: no customers, or dates that cannot be right.
func NewStudy(log *analysis.Log) (*Study, error) {
	gaps, err := survival.GapsOf(log)
	if err != nil {
		return nil, err
	}
	if log.End > lastDay {
		return nil, analysis.Fail(analysis.BadInput, "survival.span", analysis.On("first", log.First()), analysis.On("end", log.End))
	}
	return &Study{log: log, gaps: gaps}, nil
}

// lastDay leaves room to add windows to days: it lies after the year 9999.
const lastDay analysis.Day = 1 << 30

// Spells returns when each customer of a log counts as lost: NewStudy for a single
// question.
func (d Definition) Spells(log *analysis.Log) (*Spells, error) {
	s, err := NewStudy(log)
	if err != nil {
		return nil, err
	}
	return s.Spells(d)
}

// Settle checks a definition against the log and fills in what it leaves open.
func (s *Study) Settle(d Definition) (Definition, error) { return d.settle(s.log, s.gaps) }

// Spells returns when each customer counts as lost by a definition. The error is a
// *analysis.Error that says what is wrong with the definition, or that the data are
// too short for it.
func (s *Study) Spells(d Definition) (*Spells, error) {
	d, err := s.Settle(d)
	if err != nil {
		return nil, err
	}
	key := fmt.Sprintf("%+v", d)
	for i, k := range s.keys {
		if k == key {
			return s.spells[i], nil
		}
	}
	made := spellsOf(s.log, d)
	s.spells = append([]*Spells{made}, s.spells[:min(len(s.spells), keptSpells-1)]...)
	s.keys = append([]string{key}, s.keys[:len(s.spells)-1]...)
	return made, nil
}

// spellsOf lists the spells of a settled definition.
func spellsOf(log *analysis.Log, d Definition) *Spells {
	var parts []*Spells
	for _, kind := range d.parts() {
		switch kind {
		case Declined:
			parts = append(parts, decline(log, d.Decline))
		case Explicit:
			parts = append(parts, ended(log, d.Ended))
		default:
			parts = append(parts, silence(log, analysis.Day(d.Window)))
		}
	}
	spells := parts[0]
	switch {
	case d.Kind == Combined && d.All:
		spells = combine(log, parts, len(parts))
	case d.Kind == Combined:
		spells = combine(log, parts, 1)
	}
	spells.By = d
	return spells
}
