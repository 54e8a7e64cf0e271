package survival

import (
	"math"

	"churnbench/analysis"
)

// Lapses returns the curve of customers' lifetimes when a silence of window
// days counts as lapsed; 0 takes the proposal of ProposeWindow or, where the
// data do not reach it, a fallback that a warning names (see choose).
//
// A customer lapses at the first moment at which window whole days have passed
// since a purchase without another one: at the end of day p + window, where p is
// a purchase and none falls on days p+1 … p+window, all of them within the data.
// A gap of exactly window days is therefore no lapse; this is the window
// (t−w, t] of the activity churn rate, and it keeps a proposal of 31 days for
// monthly bills from declaring everybody lapsed in every long month. The
// duration is p + window − first purchase. Customers without such a silence are
// censored at the log's end (inclusive) − first purchase.
//
// This definition looks at no day after the moment it dates: whether a customer
// has lapsed by day t follows from purchases up to t, and the end of the data
// falls on everybody alike, whatever they did before. The curve is thus an
// honest Kaplan–Meier curve. The common alternative, dating the loss at the
// *last* purchase if the final silence is long enough, looks ahead twice: a
// purchase is known to be the last only because none came later, so each further
// month of data withdraws some of the losses; and nobody can be lost within
// window days of the end, so whoever is censored there is censored because they
// had bought recently. Censoring then depends on behaviour, and the end of the
// curve is too high.
//
// The lapse is not final: Returned counts those who bought again later.
func Lapses(log *analysis.Log, window int, interval Interval) (*LapseResult, error) {
	days, err := span(log)
	if err == nil {
		err = checkInterval(interval, DefaultLevel)
	}
	if err == nil {
		err = checkWindow(window, days)
	}
	if err != nil {
		return nil, err
	}
	r := &LapseResult{Proposed: gaps(log, days).window(DefaultQuantile), End: log.End, Customers: log.Customers(), Span: days}
	r.Window = window
	if window == 0 {
		r.Window = choose(r.Proposed, days)
	}
	r.Curve = r.lifetimes(log, days).curve(interval, DefaultLevel)
	r.summarize()
	r.warn(window == 0)
	return r, nil
}

func checkWindow(window, days int) error {
	switch {
	case days < 1:
		return analysis.Fail(analysis.NotEnough, "survival.one-day")
	case window < 0:
		return analysis.Fail(analysis.BadInput, "survival.bad-window", analysis.Count("window", window))
	case window > days:
		return analysis.Fail(analysis.NotEnough, "survival.window-beyond", analysis.Count("window", window), analysis.Count("span", days)).
			Or("survival.window-beyond.remedy", analysis.Count("third", max(1, days/3)))
	}
	return nil
}

// choose returns the window to use unless a person says otherwise: the
// proposal if the data reach it within half their span, else a year, but not
// more than a third of the span. A window longer than that leaves too few
// customers who could have been seen to lapse: whoever came in the last W days
// cannot, and whoever came before needs W more days of data to be told apart.
func choose(w Window, days int) int {
	if w.Days > 0 && 2*w.Days <= days {
		return w.Days
	}
	return max(1, min(365, days/3))
}

// lifetimes tallies days from first purchase to lapse and counts, beside it,
// who lapsed and who came back.
func (r *LapseResult) lifetimes(log *analysis.Log, days int) tally {
	t := newTally(days)
	w := analysis.Day(r.Window)
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		purchases := log.Day[from:to]
		last, silent := firstSilence(purchases, w, log.End)
		if !silent {
			t.censored[log.End-purchases[0]]++
			continue
		}
		t.events[purchases[last]+w-purchases[0]]++
		r.Lapsed++
		if last < len(purchases)-1 {
			r.Returned++
		}
	}
	return t
}

// firstSilence returns the first purchase that w days without another one
// follow, all of them up to end.
func firstSilence(purchases []analysis.Day, w, end analysis.Day) (last int, ok bool) {
	for i := 1; i < len(purchases); i++ {
		if purchases[i]-purchases[i-1] > w {
			return i - 1, true
		}
	}
	last = len(purchases) - 1
	return last, end-purchases[last] >= w
}

func (r *LapseResult) summarize() {
	r.Median, r.MedianLow, r.MedianHigh = r.Curve.Median()
	r.Horizon = r.Curve.solidUntil(ThinRiskSet)
	r.RMST, r.RMSTSE = r.Curve.RMST(r.Horizon)
}

// ThinRiskSet is the number of customers at risk below which a curve is too
// thin to be read; figures fade it there.
const ThinRiskSet = 10

// solidUntil returns the last time at which at least n are at risk, or the
// last time of all if they never were n.
func (c *Curve) solidUntil(n int) float64 {
	if len(c.Time) == 0 {
		return math.NaN()
	}
	for i := len(c.Time) - 1; i >= 0; i-- {
		if c.AtRisk[i] >= n {
			return c.Time[i]
		}
	}
	return c.Time[len(c.Time)-1]
}
