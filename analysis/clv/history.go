package clv

import "churnbench/analysis"

// A HistoryPoint is what a model would have said of a customer at the end of a day.
type HistoryPoint struct {
	Day    analysis.Day
	Alive  float64 // P(alive), from what had been seen by then
	Bought bool    // on that day
}

// History follows P(alive) of one customer day by day, from the first purchase to
// the log's End. The parameters are the same for all days, those of m, so that the
// curve moves by what the customer does alone: it falls with silence and, at most
// models, jumps at a purchase. A customer without a purchase up to End has none.
// m is a model in weeks, one of Families.
func History(m Model, log *analysis.Log, c analysis.CustomerID) []HistoryPoint {
	from, to := log.Rows(c)
	first := log.Day[from]
	if first > log.End {
		return nil
	}
	points := make([]HistoryPoint, 0, log.End-first+1)
	x, last := 0, first
	for day := first; day <= log.End; day++ {
		next := from + x + 1
		bought := day == first
		if next < to && log.Day[next] == day {
			x, last, bought = x+1, day, true
		}
		points = append(points, HistoryPoint{day, m.Alive(x, weeksBetween(first, last), weeksBetween(first, day)), bought})
	}
	return points
}

func weeksBetween(a, b analysis.Day) float64 { return float64(b-a) / daysPerWeek }

// History follows P(alive) of one customer under the model fitted to all days: its
// last point is the customer's P(alive) of today.
func (a *Analysis) History(c analysis.CustomerID) []HistoryPoint {
	return History(a.buying.law(), a.Log, c)
}
