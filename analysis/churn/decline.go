package churn

import "churnbench/analysis"

// decline lists the spells of activity below a share of the own past. What the two
// windows hold changes only on days when a purchase enters the recent one, passes
// into the prior one or leaves that, so a customer of n purchases takes 3n steps.
func decline(log *analysis.Log, d Decline) *Spells {
	s := newSpells(log)
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		w := windows{Decline: d, day: log.Day[from:to], amount: log.Amount[from:to]}
		w.walk(log.End, s)
		s.close()
	}
	return s
}

// windows are one customer's recent window (t−Recent, t] and the prior one before
// it, sliding over their purchases.
type windows struct {
	Decline
	day    []analysis.Day
	amount []analysis.Money

	seen, passed, left int   // purchases up to t, up to t−Recent, up to t−Recent−Prior
	recent, prior      int64 // the measure of each window
}

// walk adds the customer's spells up to end, from the day on which they are judged.
func (w *windows) walk(end analysis.Day, to *Spells) {
	begin := w.judged()
	if begin > end {
		return
	}
	since := analysis.NoDay // when the spell under way began
	for t, more := begin, true; more && t <= end; t, more = w.next() {
		w.slide(t)
		switch lost := w.fallen(); {
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

// judged is the first day on which both windows lie behind the first purchase.
func (w *windows) judged() analysis.Day {
	return w.day[0] + analysis.Day(w.Recent+w.Prior-1)
}

// slide moves the windows forward to end on t.
func (w *windows) slide(t analysis.Day) {
	recent, prior := analysis.Day(w.Recent), analysis.Day(w.Prior)
	for ; w.seen < len(w.day) && w.day[w.seen] <= t; w.seen++ {
		w.recent += w.measure(w.seen)
	}
	for ; w.passed < w.seen && w.day[w.passed] <= t-recent; w.passed++ {
		m := w.measure(w.passed)
		w.recent, w.prior = w.recent-m, w.prior+m
	}
	for ; w.left < w.passed && w.day[w.left] <= t-recent-prior; w.left++ {
		w.prior -= w.measure(w.left)
	}
}

// next is the day after which the windows hold something else, if there is one.
func (w *windows) next() (t analysis.Day, more bool) {
	if w.left == len(w.day) {
		return 0, false
	}
	t = w.day[w.left] + analysis.Day(w.Recent+w.Prior)
	if w.passed < len(w.day) {
		t = min(t, w.day[w.passed]+analysis.Day(w.Recent))
	}
	if w.seen < len(w.day) {
		t = min(t, w.day[w.seen])
	}
	return t, true
}

// measure is what purchase i counts for.
func (w *windows) measure(i int) int64 {
	if w.Spend {
		return int64(w.amount[i])
	}
	return 1
}

// fallen compares the windows. Both sides are scaled up rather than down: whole
// numbers stay whole.
func (w *windows) fallen() bool {
	if w.seen == w.left {
		return true // no purchase in either
	}
	return w.prior > 0 && float64(w.recent)*float64(w.Prior) < w.Below*(float64(w.prior)*float64(w.Recent))
}
