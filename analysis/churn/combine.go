package churn

import "churnbench/analysis"

// combine lists the days on which at least need of the parts count a customer as
// lost.
func combine(log *analysis.Log, parts []*Spells, need int) *Spells {
	s := newSpells(log)
	walks := make([]turns, len(parts))
	for c := range log.Customers() {
		for i, p := range parts {
			from, to := p.Of(analysis.CustomerID(c))
			walks[i] = turns{from: p.From[from:to], to: p.To[from:to]}
		}
		overlap(walks, need, s)
		s.close()
	}
	return s
}

// overlap walks one customer through the days on which a part changes its mind.
func overlap(parts []turns, need int, to *Spells) {
	since := analysis.NoDay
	for t := nextTurn(parts); t != analysis.NoDay; t = nextTurn(parts) {
		votes := 0
		for i := range parts {
			if parts[i].reach(t) {
				votes++
			}
		}
		switch lost := votes >= need; {
		case lost && since == analysis.NoDay:
			since = t
		case !lost && since != analysis.NoDay:
			to.add(since, t)
			since = analysis.NoDay
		}
	}
	if since != analysis.NoDay {
		to.add(since, analysis.NoDay)
	}
}

// nextTurn is the first day on which a part changes, NoDay if none does any more.
func nextTurn(parts []turns) analysis.Day {
	next := analysis.NoDay
	for i := range parts {
		if t := parts[i].next(); t != analysis.NoDay && (next == analysis.NoDay || t < next) {
			next = t
		}
	}
	return next
}

// turns walk through the spells of one customer by one part.
type turns struct {
	from, to []analysis.Day
	at       int // the spell under way or next
	lost     bool
}

// next is the day of the next change, NoDay if there is none.
func (w *turns) next() analysis.Day {
	switch {
	case w.at == len(w.from):
		return analysis.NoDay
	case w.lost:
		return w.to[w.at]
	}
	return w.from[w.at]
}

// reach moves on to day t, no later than next, and reports whether the part counts
// the customer as lost then. Spells of one part never touch.
func (w *turns) reach(t analysis.Day) bool {
	if w.next() == t {
		if w.lost {
			w.at++
		}
		w.lost = !w.lost
	}
	return w.lost
}
