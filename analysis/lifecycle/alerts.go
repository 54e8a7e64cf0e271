package lifecycle

import (
	"cmp"
	"slices"

	"churnbench/analysis"
)

// An Alert is a customer who was not in the alarm stage on the earlier day and is now.
type Alert struct {
	Customer analysis.CustomerID
	Was      Stage        // on the earlier day; NotYet of those who came since
	Since    analysis.Day // the first day of the present stay in the stage, once Life.Since has found it
	Prior    Held         // what the window before the recent one held
	Recent   Held
}

// Stake is the revenue at stake: what the customer brought in the window before the
// recent one, and would not bring in the next if the decline went on to its end.
func (a *Alert) Stake() analysis.Money { return a.Prior.Spend }

// rank puts the most revenue at stake first, equal ones in the log's order.
func rank(list []Alert) []Alert {
	slices.SortStableFunc(list, func(a, b Alert) int { return cmp.Compare(b.Stake(), a.Stake()) })
	return list
}

// Since finds since when alerts between two days hold: of those that are shown, for it
// walks through every turn of a customer's life.
func (l *Life) Since(list []Alert, before, day analysis.Day) {
	for i := range list {
		list[i].Since = l.since(list[i].Customer, before, day)
	}
}

// since is the first day of the stay in a stage under way on day, which began after
// before.
func (l *Life) since(c analysis.CustomerID, before, day analysis.Day) analysis.Day {
	w := l.walk(c)
	w.to(before)
	stay, last := day, NotYet
	for _, t := range l.turns(&w, before, day) {
		if s := w.to(t); s != last {
			stay, last = t, s
		}
	}
	return stay
}

// turns are the days after before, up to day, on which a stage can change, ascending:
// a purchase enters a window or leaves it, a spell begins or ends, the tenure is full.
func (l *Life) turns(w *walk, before, day analysis.Day) []analysis.Day {
	recent := analysis.Day(l.Options.Recent)
	list := []analysis.Day{before + 1, w.day[0] + analysis.Day(l.Options.Tenure) - 1}
	for _, d := range w.day {
		list = append(list, d, d+recent, d+2*recent)
	}
	list = append(append(list, w.lostFrom...), w.lostTo...)
	list = slices.DeleteFunc(list, func(t analysis.Day) bool { return t <= before || t > day })
	slices.Sort(list)
	return list
}
