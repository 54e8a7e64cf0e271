package ingest

import "churnbench/analysis"

// shortYears weighs where the year stands in dates of three short numbers.
// 24-03-05 is the fifth of March 2024 or the 24th of March 2005, and until 2031
// no year is too large for a day. What tells is how far dates wander from row
// to row: days of the month taken for years wander over three decades.
type shortYears struct {
	n, first              int // values seen, and those possible with the year in front
	lastFirst, lastBehind analysis.Day
	moveFirst, moveBehind int64 // sums of the steps from each date to the next, in days
}

// clearly is how many times farther the wrong reading must wander.
const clearly = 4

// see adds a date in both readings; possible says whether the year may stand
// in front.
func (s *shortYears) see(first, behind analysis.Day, possible bool) {
	s.n++
	if !possible {
		return
	}
	if s.first++; s.first > 1 {
		s.moveFirst += distance(first, s.lastFirst)
		s.moveBehind += distance(behind, s.lastBehind)
	}
	s.lastFirst, s.lastBehind = first, behind
}

// yearLeads reports whether the year stands in front.
func (s *shortYears) yearLeads() bool {
	return s.first > 0 && s.first == s.n && clearly*s.moveFirst < s.moveBehind
}

// doubtful reports whether either place is as likely.
func (s *shortYears) doubtful() bool {
	return s.first > 0 && s.first == s.n && !s.yearLeads() && s.moveBehind*clearly >= s.moveFirst
}
