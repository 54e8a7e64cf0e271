package churn

import (
	"fmt"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// A Study asks one log about definitions of loss, and keeps what does not depend on
// the question: a change of W walks through no order again but those of its spells.
// Use one call at a time.
type Study struct {
	log  *analysis.Log
	gaps survival.Gaps

	answers []*answer // to the definitions last asked about, the latest first
	trial   *trial    // of the follow-up last asked about
	ranks   *ranking  // on the day last asked about
}

// An answer is what is known of one definition.
type answer struct {
	key    string // the settled definition in words
	spells *Spells
	count  *count // on the days of the ledger last asked for; nil until asked
	trial  *trial // that calls are of; nil until asked
	calls  calls
}

// What a Study keeps: a ledger's worth of definitions, and spells of 32 MB at most
// beside those of the latest.
const (
	keptAnswers = 12
	keptSpells  = 4 << 20
)

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
	a, err := s.answer(d)
	if err != nil {
		return nil, err
	}
	return a.spells, nil
}

// answer finds what is known of a definition, from memory if it was asked about
// lately.
func (s *Study) answer(d Definition) (*answer, error) {
	d, err := s.Settle(d)
	if err != nil {
		return nil, err
	}
	key := fmt.Sprintf("%+v", d)
	at := slices.IndexFunc(s.answers, func(a *answer) bool { return a.key == key })
	if at < 0 {
		s.answers = append(s.answers, &answer{key: key, spells: spellsOf(s.log, d)})
		at = len(s.answers) - 1
	}
	a := s.answers[at]
	s.answers = slices.Insert(slices.Delete(s.answers, at, at+1), 0, a)
	s.forget()
	return a, nil
}

// forget drops the oldest answers beyond what is kept.
func (s *Study) forget() {
	sum := 0
	for i, a := range s.answers {
		if sum += len(a.spells.From); i > 0 && (sum > keptSpells || i == keptAnswers) {
			s.answers = slices.Delete(s.answers, i, len(s.answers))
			return
		}
	}
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
