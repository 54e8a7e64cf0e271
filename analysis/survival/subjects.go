package survival

import (
	"math"

	"churnbench/analysis"
)

// Subjects are durations to be analysed, one entry a customer. They come from a
// log under a definition of loss, from contracts with dates, or from a list of
// tenures; nothing behind them knows which.
//
// Somebody whose Entry equals a Time above 0 was never watched, and is left out
// of every analysis; Doubts says how many those are.
type Subjects struct {
	Time  []float64 // how long each was seen, ≥ 0, in Unit
	Entry []float64 // age from which on each was watched (left truncation), ≤ Time; nil if all from 0
	Event []uint8   // 0 censored; 1, 2, … an event by cause: index into Causes plus 1
	Unit  analysis.Unit

	Causes []string // names of the causes; at least one entry if any Event is not 0
}

// N returns the number of subjects.
func (s *Subjects) N() int { return len(s.Time) }

// Check refuses what no analysis can use: no subjects, lists of different
// lengths, a duration that is negative or no number, an entry beyond it, an event
// without a name.
func (s *Subjects) Check() error {
	switch {
	case s == nil || s.N() == 0:
		return analysis.Fail(analysis.NotEnough, "survival.empty")
	case len(s.Event) != s.N():
		return analysis.Fail(analysis.BadInput, "survival.unequal", analysis.Count("times", s.N()), analysis.Count("events", len(s.Event)))
	case s.Entry != nil && len(s.Entry) != s.N():
		return analysis.Fail(analysis.BadInput, "survival.unequal-entry", analysis.Count("times", s.N()), analysis.Count("entries", len(s.Entry)))
	}
	for i := range s.Time {
		if err := s.checkRow(i); err != nil {
			return err
		}
	}
	return nil
}

func (s *Subjects) checkRow(i int) error {
	switch t, entry := s.Time[i], s.entry(i); {
	case !(t >= 0) || math.IsInf(t, 1):
		return analysis.Fail(analysis.BadInput, "survival.bad-time", analysis.Count("row", i+1), analysis.Number("value", t))
	case !(entry >= 0 && entry <= t):
		return analysis.Fail(analysis.BadInput, "survival.bad-entry", analysis.Count("row", i+1), analysis.Number("entry", entry), analysis.Number("value", t))
	case int(s.Event[i]) > max(1, len(s.Causes)):
		return analysis.Fail(analysis.BadInput, "survival.bad-event", analysis.Count("row", i+1), analysis.Count("value", int(s.Event[i])))
	}
	return nil
}

// entry returns the age from which on subject i was watched.
func (s *Subjects) entry(i int) float64 {
	if s.Entry == nil {
		return 0
	}
	return s.Entry[i]
}

// watched reports whether subject i was seen for any time at all. A duration of 0
// counts: whoever left at once was there to leave.
func (s *Subjects) watched(i int) bool {
	return s.Entry == nil || s.Entry[i] < s.Time[i] || s.Entry[i] == 0
}

// Only returns the same subjects with events of one cause (1, 2, …) alone: the
// others end as if censored, which asks for the risk of that cause among those
// still here, not for the share who will leave by it (see CumulativeIncidence).
func (s *Subjects) Only(cause int) *Subjects {
	one := *s
	one.Causes, one.Event = nil, make([]uint8, len(s.Event))
	if cause >= 1 && cause <= len(s.Causes) {
		one.Causes = s.Causes[cause-1 : cause]
	}
	for i, e := range s.Event {
		if int(e) == cause {
			one.Event[i] = 1
		}
	}
	return &one
}

// causes returns how many causes there are, at least 1.
func (s *Subjects) causes() int { return max(1, len(s.Causes)) }
