package lifecycle

import "churnbench/analysis"

// Held is what a window holds of one customer.
type Held struct {
	Days  int            // purchase days
	Spend analysis.Money // what they add up to
}

func (h *Held) add(m analysis.Money)  { h.Days, h.Spend = h.Days+1, h.Spend+m }
func (h *Held) drop(m analysis.Money) { h.Days, h.Spend = h.Days-1, h.Spend-m }

// A walk follows one customer through ascending days. Its windows slide: a customer
// of n purchases and k days takes n + k steps, not n·k.
type walk struct {
	life   *Life
	day    []analysis.Day
	amount []analysis.Money

	lostFrom, lostTo []analysis.Day // spells
	spell            int            // the first that does not end by at

	at                 analysis.Day
	seen, passed, left int  // purchases up to at, up to at−Recent, up to at−2·Recent
	recent, prior      Held // (at−Recent, at] and as many days before
}

// walk begins before the first purchase of a customer.
func (l *Life) walk(c analysis.CustomerID) walk {
	from, to := l.log.Rows(c)
	low, high := l.spells.Of(c)
	return walk{life: l, day: l.log.Day[from:to], amount: l.log.Amount[from:to],
		lostFrom: l.spells.From[low:high], lostTo: l.spells.To[low:high]}
}

// to goes to the end of day t, not before where it stands, and returns the stage there.
func (w *walk) to(t analysis.Day) Stage {
	w.at = t
	recent := analysis.Day(w.life.Options.Recent)
	for ; w.seen < len(w.day) && w.day[w.seen] <= t; w.seen++ {
		w.recent.add(w.amount[w.seen])
	}
	for ; w.passed < w.seen && w.day[w.passed] <= t-recent; w.passed++ {
		w.recent.drop(w.amount[w.passed])
		w.prior.add(w.amount[w.passed])
	}
	for ; w.left < w.passed && w.day[w.left] <= t-2*recent; w.left++ {
		w.prior.drop(w.amount[w.left])
	}
	return w.stage()
}

// lost reports whether a spell covers the day.
func (w *walk) lost() bool {
	for w.spell < len(w.lostTo) && w.lostTo[w.spell] != analysis.NoDay && w.lostTo[w.spell] <= w.at {
		w.spell++
	}
	return w.spell < len(w.lostFrom) && w.lostFrom[w.spell] <= w.at
}
