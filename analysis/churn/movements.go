package churn

import (
	"math"
	"slices"

	"churnbench/analysis"
)

// nan stands for what is not available.
var nan = math.NaN()

// A state is what one customer is at one cut.
type state struct {
	active bool
	level  analysis.Money // revenue at the cut; 0 unless active
}

// A mover adds up the movements of one customer after the other.
type mover struct {
	cuts    []analysis.Day
	periods []Period
	tiers   []Tier
	weighed [][]weighed // by period, with tiers only: the customers at its start
	states  []state     // of the customer under way, one a cut
}

func newMover(cuts []analysis.Day, tiers []Tier) *mover {
	m := &mover{cuts: cuts, tiers: tiers, periods: make([]Period, len(cuts)-1), states: make([]state, len(cuts))}
	for k := range m.periods {
		m.periods[k].From, m.periods[k].To = cuts[k], cuts[k+1]
	}
	if len(tiers) > 0 {
		m.weighed = make([][]weighed, len(m.periods))
	}
	return m
}

// move counts the customer whose states are filled in. known is the earliest cut by
// which they had been a customer; those of cuts before it need not be filled in.
func (m *mover) move(known analysis.Day) {
	k := m.from(known)
	before, at := m.cuts[k] >= known, state{}
	if before {
		at = m.states[k]
	}
	for ; k < len(m.periods); k++ {
		p, then := &m.periods[k], m.states[k+1]
		p.Customers.add(at, then, before)
		p.Revenue.add(at, then, before)
		before, at = true, then
	}
}

// from returns the first period by whose end a customer is known.
func (m *mover) from(known analysis.Day) int {
	k, _ := slices.BinarySearch(m.cuts, known)
	return max(0, k-1)
}

// add counts a customer who is one thing at the start of a period and another at its
// end; known says that they had been a customer by the start.
func (f *CustomerFlow) add(at, then state, known bool) {
	switch {
	case at.active && then.active:
		f.Start, f.End = f.Start+1, f.End+1
		f.compare(at.level, then.level)
	case at.active:
		f.Start, f.Churned = f.Start+1, f.Churned+1
	case then.active && known:
		f.Lapsed, f.Reactivated, f.End = f.Lapsed+1, f.Reactivated+1, f.End+1
	case then.active:
		f.New, f.End = f.New+1, f.End+1
	case known:
		f.Lapsed++
	default:
		f.Passing++
	}
}

func (f *CustomerFlow) compare(at, then analysis.Money) {
	switch {
	case then > at:
		f.Expanded++
	case then < at:
		f.Contracted++
	}
}

// add adds up the same of revenue.
func (f *RevenueFlow) add(at, then state, known bool) {
	f.Start += at.level
	f.End += then.level
	switch {
	case at.active && then.active:
		f.Expansion += max(0, then.level-at.level)
		f.Contraction += max(0, at.level-then.level)
	case at.active:
		f.Churn += at.level
	case then.active && known:
		f.Reactivation += then.level
	case then.active:
		f.New += then.level
	}
}
