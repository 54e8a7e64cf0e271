package churn

import (
	"churnbench/analysis"
)

// LogRates counts movements of a log's customers under a definition of loss, as spells
// found them. A customer is one at a cut who bought before that day and does not count
// as lost at the end of the day before: under silence of w days, one with a purchase on
// a day d with cut − w ≤ d < cut. A definition by state, which knows no dates, shows in
// the last period only if that ends with the data.
//
// Revenue at a cut is what the customer's orders of the Trailing days before it come
// to: the window over which silence counts, so that start and end revenue are those of
// the customers at start and end. Where it is longer than a period, neighbouring
// windows share days, and movements are dampened.
//
// The error is an *analysis.Error: an empty log, options that do not exist, no whole
// period.
func LogRates(log *analysis.Log, spells *Spells, opt RateOptions) (*Rates, error) {
	if log == nil || log.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "rates.empty")
	}
	first := log.First()
	cuts, left, err := opt.cuts(first, log.End+1)
	if err != nil {
		return nil, err
	}
	r := &Rates{Options: opt, Definition: spells.By, Begin: first, End: log.End, Currency: log.Currency, Customers: log.Customers()}
	if r.Trailing = opt.Trailing; r.Trailing == 0 {
		r.Trailing = max(1, spells.By.Window)
	}
	w := logWalk{mover: newMover(cuts, spells.By.Tiers), log: log, spells: spells,
		trailing: analysis.Day(r.Trailing), spent: make([]analysis.Money, len(cuts))}
	for c := range log.Customers() {
		w.customer(analysis.CustomerID(c))
	}
	for k := range w.periods {
		w.periods[k].Settled = w.cuts[k]-analysis.Day(spells.By.lookback()) >= first
	}
	r.finish(w.mover)
	r.warnLog(left)
	return r, nil
}

// lookback is how many days before a cut decide who is a customer at it; 0 where an end
// is told and nothing need be watched.
func (d Definition) lookback() int {
	days := 0
	if d.asks(Silence) {
		days = d.Window
	}
	if d.asks(Declined) {
		days = max(days, d.Decline.Recent+d.Decline.Prior)
	}
	return days
}

// A logWalk walks through the purchases of one customer after the other.
type logWalk struct {
	*mover
	log      *analysis.Log
	spells   *Spells
	trailing analysis.Day
	spent    []analysis.Money // of the customer under way, before each cut
}

func (w *logWalk) customer(c analysis.CustomerID) {
	from, to := w.log.Rows(c)
	known := w.log.Day[from] + 1 // the first cut that has the first purchase behind it
	k := w.from(known)
	w.purchases(from, to, k)
	w.loseIn(c, k)
	w.move(known)
	w.weigh(known, func(k int) analysis.Money { return w.spent[k] })
}

// purchases writes levels and spending at the cuts from k on, as if the customer were
// active at all of them, and adds what was taken to the periods.
func (w *logWalk) purchases(from, to, k int) {
	days, amounts := w.log.Day, w.log.Amount
	low, high := from, from // rows of the trailing window
	var level, spent analysis.Money
	for ; k < len(w.cuts); k++ {
		cut := w.cuts[k]
		for ; high < to && days[high] < cut; high++ {
			level, spent = level+amounts[high], spent+amounts[high]
			w.take(k-1, high)
		}
		for ; low < high && days[low] < cut-w.trailing; low++ {
			level -= amounts[low]
		}
		w.states[k], w.spent[k] = state{high > from, level}, spent
	}
}

// take adds row i to a period, if that is not before the first.
func (w *logWalk) take(period, i int) {
	if period >= 0 {
		w.periods[period].Taken += w.log.Amount[i]
		w.periods[period].Orders += int(w.log.Orders[i])
	}
}

// loseIn clears the states at the cuts, from k on, at which the customer counts as
// lost.
func (w *logWalk) loseIn(c analysis.CustomerID, k int) {
	i, end := w.spells.Of(c)
	for ; i < end; i++ {
		for k < len(w.cuts) && w.cuts[k] <= w.spells.From[i] { // lost at the end of day From: at cut From+1
			k++
		}
		for to := w.spells.To[i]; k < len(w.cuts) && (to == analysis.NoDay || w.cuts[k] <= to); k++ {
			w.states[k] = state{}
		}
	}
}
