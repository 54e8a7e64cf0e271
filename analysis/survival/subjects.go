package survival

import "churnbench/analysis"

// Subjects are durations to be analysed, one entry a customer. They come from a
// log under a definition of loss, from contracts with dates, or from a list of
// tenures; nothing behind them knows which.
type Subjects struct {
	Time  []float64 // how long each was seen, ≥ 0, in Unit
	Entry []float64 // age from which on each was watched (left truncation), < Time; nil if all from 0
	Event []uint8   // 0 censored; 1, 2, … an event by cause: index into Causes plus 1
	Unit  analysis.Unit

	Causes []string // names of the causes; at least one entry if any Event is not 0
}

// N returns the number of subjects.
func (s *Subjects) N() int { return len(s.Time) }
