package survival

import "churnbench/analysis"

// DefaultQuantile is the share of purchase gaps that a proposed window covers.
const DefaultQuantile = 0.8

// Gaps counts the days between purchases, one slot a day, pooled over customers:
// frequent buyers bring more of them. The gap from each customer's last purchase to
// the log's end is open: it is known only to be longer than that.
type Gaps struct {
	Closed []uint32 // [d]: gaps of d days that another purchase closed
	Open   []uint32 // [d]: gaps that the end of the data cut after d days; len(Closed) slots
}

// GapsOf tallies the gaps of a log. The error is a *analysis.Error: no customers, or
// dates that cannot be right.
func GapsOf(log *analysis.Log) (Gaps, error) {
	days, err := span(log)
	if err != nil {
		return Gaps{}, err
	}
	t := gaps(log, days)
	return Gaps{t.events, t.censored}, nil
}

// Span returns the days from the first purchase to the log's end.
func (g Gaps) Span() int { return len(g.Closed) - 1 }

// Curve returns the Kaplan–Meier curve of the gaps, open ones censored, with log-log
// intervals: S(d) is the share of purchases that no other follows within d days.
func (g Gaps) Curve() Curve { return g.tally().curve(LogLog, DefaultLevel) }

// Quantile returns the first day by which at least the share p (0 < p < 1) of the
// closed gaps had closed, 0 if there are none: the naive answer.
func (g Gaps) Quantile(p float64) int { return g.tally().quantile(p) }

// Propose is ProposeWindow of the log that the gaps are of.
func (g Gaps) Propose(p float64) Window {
	if p == 0 {
		p = DefaultQuantile
	}
	if !(p > 0 && p < 1) || len(g.Closed) == 0 {
		return Window{P: p}
	}
	return g.tally().window(p)
}

// Choose checks a window against the data and returns it or, for 0, the one that
// counts unless a person says otherwise (see choose). The error is that of Lapses.
func (g Gaps) Choose(window int) (int, error) {
	if err := checkWindow(window, g.Span()); err != nil || window > 0 {
		return window, err
	}
	return choose(g.Propose(0), g.Span()), nil
}

func (g Gaps) tally() tally { return tally{g.Closed, g.Open} }

// ProposeWindow proposes a silence W from the gaps between purchases: the
// number of days within which the share p (0 < p < 1, 0 for DefaultQuantile) of
// gaps closes with another purchase. Open gaps enter as censored. Leaving them
// out, as a plain percentile does, keeps the short gaps and drops the long ones;
// that value is returned as Naive.
//
// Days is 0 where fewer than p of the gaps close within the data, and the Window
// is empty where the log is (or its dates lie beyond each other).
func ProposeWindow(log *analysis.Log, p float64) Window {
	g, _ := GapsOf(log) // empty if it fails
	return g.Propose(p)
}

// gaps tallies the days between purchases; a closed gap is an event.
func gaps(log *analysis.Log, days int) tally {
	t := newTally(days)
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := from + 1; i < to; i++ {
			t.events[log.Day[i]-log.Day[i-1]]++
		}
		t.censored[log.End-log.Day[to-1]]++
	}
	return t
}

func (t tally) window(p float64) Window {
	curve := t.curve(LogLog, DefaultLevel)
	w := Window{P: p, Naive: t.quantile(p), Days: curve.Within(p, curve.S)}
	w.Closed, w.Open = t.total()
	if k := len(curve.S); k > 0 {
		w.Reached = 1 - curve.S[k-1]
	}
	if w.Days > 0 {
		w.Reached = 1 - curve.S[curve.upTo(float64(w.Days))-1]
	}
	return w
}

// Within returns the first time at which one of the curve's columns (S, Low or High)
// is 1−p or less, as a number of whole days: the days within which the share p has
// had the event. It is 0 where the column does not come down that far.
func (c *Curve) Within(p float64, column []float64) int {
	for i, s := range column {
		if s <= 1-p+flat {
			return int(c.Time[i])
		}
	}
	return 0
}
