package churn

import "churnbench/analysis"

// Spells are the times during which customers count as lost. Silence and decline can
// be left and entered again, so a customer has any number of spells: those of c are
// Start[c] ≤ i < Start[c+1], in ascending order, with days between them. Columns are
// pointer-free and shared: readers must not change them.
//
// No spell looks ahead: cutting the data off on day t changes no From up to t and no
// To up to t.
type Spells struct {
	By    Definition // as used: what was left open is filled in
	Start []uint32   // len customers + 1
	From  []analysis.Day
	To    []analysis.Day // the first day no longer lost; NoDay while still lost on End
	End   analysis.Day   // of the log: spells begin on or before it
}

// Customers returns the number of customers.
func (s *Spells) Customers() int { return max(0, len(s.Start)-1) }

// Of returns the range of spells of customer c.
func (s *Spells) Of(c analysis.CustomerID) (from, to int) {
	return int(s.Start[c]), int(s.Start[c+1])
}

// Lost reports whether customer c counts as lost at the end of day t ≤ End.
func (s *Spells) Lost(c analysis.CustomerID, t analysis.Day) bool {
	from, to := s.Of(c)
	low, high := from, to // the spells before low begin by t, those from high on later
	for low < high {
		if mid := (low + high) / 2; s.From[mid] <= t {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low > from && (s.To[low-1] == analysis.NoDay || t < s.To[low-1])
}

// First returns the first day on which customer c counted as lost, NoDay if there is
// none.
func (s *Spells) First(c analysis.CustomerID) analysis.Day {
	if from, to := s.Of(c); from < to {
		return s.From[from]
	}
	return analysis.NoDay
}

// add appends a spell to the customer under way. One that begins where the last one
// stops prolongs it; an empty one is dropped.
func (s *Spells) add(from, to analysis.Day) {
	switch n, open := len(s.From), int(s.Start[len(s.Start)-1]); {
	case to == from:
	case n > open && s.To[n-1] == from:
		s.To[n-1] = to
	default:
		s.From, s.To = append(s.From, from), append(s.To, to)
	}
}

// close ends the list of the customer under way.
func (s *Spells) close() { s.Start = append(s.Start, uint32(len(s.From))) }

func newSpells(log *analysis.Log) *Spells {
	n := log.Customers()
	return &Spells{Start: append(make([]uint32, 0, n+1), 0), From: make([]analysis.Day, 0, n), To: make([]analysis.Day, 0, n), End: log.End}
}
