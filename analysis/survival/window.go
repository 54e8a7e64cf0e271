package survival

import "churnbench/analysis"

// DefaultQuantile is the share of purchase gaps that a proposed window covers.
const DefaultQuantile = 0.8

// ProposeWindow proposes a silence W from the gaps between purchases: the
// number of days within which the share p (0 < p < 1, 0 for DefaultQuantile) of
// gaps closes with another purchase. The gap from each customer's last purchase
// to the log's end is open: it is known only to be longer than that, so it
// enters as censored. Leaving open gaps out, as a plain percentile does, keeps
// the short gaps and drops the long ones; that value is returned as Naive.
//
// Gaps are pooled over customers: frequent buyers bring more of them. Days is 0
// where fewer than p of the gaps close within the data, and the Window is empty
// where the log is (or its dates lie beyond each other).
func ProposeWindow(log *analysis.Log, p float64) Window {
	days, err := span(log)
	if p == 0 {
		p = DefaultQuantile
	}
	if err != nil || !(p > 0 && p < 1) {
		return Window{P: p}
	}
	return gaps(log, days).window(p)
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
	w := Window{P: p, Naive: t.quantile(p)}
	w.Closed, w.Open = t.total()
	for curve, i := t.curve(LogLog, DefaultLevel), 0; i < len(curve.S); i++ {
		w.Reached = 1 - curve.S[i]
		if curve.S[i] <= 1-p+flat {
			w.Days = int(curve.Time[i])
			break
		}
	}
	return w
}
