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
// of n purchases and k days takes n + k steps, not n·k. They do so only when asked for,
// as most stages follow from the number of purchases and the spells alone.
type walk struct {
	*Options
	day    []analysis.Day
	amount []analysis.Money

	lostFrom, lostTo []analysis.Day // spells
	spell            int            // the first that does not end by at

	at   analysis.Day
	seen int // purchases up to at

	entered, passed, left int  // purchases that the windows have taken in, up to at−Recent, up to at−2·Recent
	recent, prior         Held // (at−Recent, at] and as many days before, as of the last slide
}

// walk begins before the first purchase of a customer.
func (l *Life) walk(c analysis.CustomerID) walk {
	from, to := l.log.Rows(c)
	low, high := l.spells.Of(c)
	return walk{Options: &l.Options, day: l.log.Day[from:to], amount: l.log.Amount[from:to],
		lostFrom: l.spells.From[low:high], lostTo: l.spells.To[low:high]}
}

// to goes to the end of day t, not before where it stands, and returns the stage there.
func (w *walk) to(t analysis.Day) Stage {
	w.at = t
	for w.seen < len(w.day) && w.day[w.seen] <= t {
		w.seen++
	}
	return w.stage()
}

// slide moves the windows forward to where the walk stands.
func (w *walk) slide() {
	recent := analysis.Day(w.Recent)
	for ; w.entered < w.seen; w.entered++ {
		w.recent.add(w.amount[w.entered])
	}
	for ; w.passed < w.seen && w.day[w.passed] <= w.at-recent; w.passed++ {
		w.recent.drop(w.amount[w.passed])
		w.prior.add(w.amount[w.passed])
	}
	for ; w.left < w.passed && w.day[w.left] <= w.at-2*recent; w.left++ {
		w.prior.drop(w.amount[w.left])
	}
}

// lost reports whether a spell covers the day.
func (w *walk) lost() bool {
	for w.spell < len(w.lostTo) && w.lostTo[w.spell] != analysis.NoDay && w.lostTo[w.spell] <= w.at {
		w.spell++
	}
	return w.spell < len(w.lostFrom) && w.lostFrom[w.spell] <= w.at
}

// over reports whether the customer is lost for as long as the data last.
func (w *walk) over() bool {
	n := len(w.lostTo) - 1
	return n >= 0 && w.lostTo[n] == analysis.NoDay && w.lostFrom[n] <= w.at
}
