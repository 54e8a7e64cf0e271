package clv

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A HistoryPoint is what a model would have said of a customer at the end of a day.
type HistoryPoint struct {
	Day       analysis.Day
	Alive     float64 // P(alive), from what had been seen by then
	Low, High float64 // 95 % interval of not knowing the parameters; NaN where there is none
	Bought    bool    // on that day
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
		alive := m.Alive(x, weeksBetween(first, last), weeksBetween(first, day))
		points = append(points, HistoryPoint{day, alive, math.NaN(), math.NaN(), bought})
	}
	return points
}

func weeksBetween(a, b analysis.Day) float64 { return float64(b-a) / daysPerWeek }

// History follows P(alive) of one customer under the model fitted to all days: its
// last point is the customer's P(alive) of today. Intervals are by the delta method
// on the scale of log odds, on which they stay between 0 and 1.
func (a *Analysis) History(c analysis.CustomerID) []HistoryPoint {
	points := History(a.buying.law(), a.Log, c)
	if !a.buying.spread() {
		return points
	}
	gradients := make([][]float64, len(points)) // of the log odds, by log parameter
	for i := range gradients {
		gradients[i] = make([]float64, len(a.buying.params))
	}
	for k := range a.buying.params {
		for i, p := range History(a.buying.nudged(k), a.Log, c) {
			gradients[i][k] = (logOdds(p.Alive) - logOdds(points[i].Alive)) / nudge
		}
	}
	for i := range points {
		points[i].Low, points[i].High = oddsInterval(points[i].Alive, math.Sqrt(a.buying.covariance.Quadratic(gradients[i])))
	}
	return points
}

// nudge is the step of forward differences in a log parameter: it errs by about as
// much, which no standard error shows.
const nudge = 1e-5

// nudged returns the model with one parameter moved by nudge.
func (m *maximum) nudged(k int) Model {
	moved := slices.Clone(m.params)
	moved[k] *= numeric.Exp(nudge)
	return m.family.law(moved)
}

func logOdds(p float64) float64 { return numeric.Log(p / (1 - p)) }

// oddsInterval returns the 95 % interval of a probability whose log odds have this
// standard error. What the model holds for certain is certain.
func oddsInterval(p, se float64) (low, high float64) {
	if p <= 0 || p >= 1 {
		return p, p
	}
	half := float64(numeric.Z95 * se)
	return logistic(logOdds(p) - half), logistic(logOdds(p) + half)
}
