package clv

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// An Accuracy says how well the repeat purchases of the days after From, up to To,
// were foreseen, for the customers known at From.
type Accuracy struct {
	From, To         analysis.Day
	Customers        int
	Actual, Expected float64 // in all
	MAE, RMSE        float64 // per customer
	MSLE             float64 // mean of (ln (1+expected) − ln (1+actual))²: what matters is the factor, so that heavy buyers do not decide
	Bias             float64 // mean of expected less actual, per customer
	DecileLift       float64 // what the tenth of customers with the highest forecasts bought, as a multiple of a tenth of all; NaN if nobody bought
	TrackingError    float64 // mean over the weeks of |expected ÷ actual − 1|, purchases cumulated from the first day of all; NaN without a whole week
}

// Miss returns how far the total is off, as a share of the actual one: −0.1 is a
// tenth too little. If nothing was bought, all that was expected counts as off.
func (a Accuracy) Miss() float64 { return (a.Expected - a.Actual) / max(a.Actual, 1) }

// A trial is a stretch of days to be foreseen.
type trial struct {
	log     *analysis.Log
	summary *Summary // before the stretch
	to      analysis.Day
	weeks   float64
	actual  []int32   // each customer's purchases
	byDay   []float64 // cumulative repeat purchases of these customers, from the first day on
}

func newTrial(log *analysis.Log, from, to analysis.Day) *trial {
	s := Summarize(log, from)
	t := &trial{log: log, summary: s, to: to, weeks: float64(to-from) / daysPerWeek}
	t.actual = s.purchasesAfter(log, to)
	t.byDay = s.repeatsByDay(log, int(to-s.Begin)+1)
	return t
}

// judge scores a model. Its tracking is unconditional, as in published plots: what
// it expects of newcomers of each day.
func (t *trial) judge(m Model) Accuracy {
	s := t.summary
	byRow := s.Rows.expectedWithin(m, t.weeks)
	forecast := make([]float64, len(s.X))
	for i, row := range s.Row {
		forecast[i] = byRow[row]
	}
	a := t.compare(forecast)
	weekly := s.expectedByWeek(m, len(t.byDay)/daysPerWeek)
	a.TrackingError = t.trackingError(func(week int) float64 { return weekly[week] })
	return a
}

// judgeRule scores forecasts without a model: from what was bought so far they
// grow evenly.
func (t *trial) judgeRule(forecast []float64) Accuracy {
	a := t.compare(forecast)
	past := float64(t.summary.End-t.summary.Begin+1) / daysPerWeek
	sofar := t.byDay[t.summary.End-t.summary.Begin]
	a.TrackingError = t.trackingError(func(week int) float64 {
		return sofar + float64(a.Expected*((float64(week)-past)/t.weeks))
	})
	return a
}

// compare scores forecasts by customer of the summary.
func (t *trial) compare(forecast []float64) Accuracy {
	a := Accuracy{From: t.summary.End, To: t.to, Customers: len(forecast)}
	var total, off, square, logSquare numeric.Sum
	for i, n := range t.actual {
		miss := forecast[i] - float64(n)
		total.Add(forecast[i])
		off.Add(math.Abs(miss))
		square.Add(float64(miss * miss))
		logSquare.Add(squaredLog(forecast[i], n))
		a.Actual += float64(n)
	}
	n := float64(len(forecast))
	a.Expected, a.MAE, a.RMSE = total.Value(), off.Value()/n, math.Sqrt(square.Value()/n)
	a.MSLE = logSquare.Value() / n
	a.Bias = (a.Expected - a.Actual) / n
	a.DecileLift = t.decileLift(forecast)
	return a
}

// squaredLog returns (ln (1+expected) − ln (1+actual))².
func squaredLog(expected float64, actual int32) float64 {
	d := numeric.Log1p(expected) - numeric.Log1p(float64(actual))
	return float64(d * d)
}

// decileLift ranks customers by forecast. Those who tie at the edge of the tenth
// are in it with their share, so that no order of rows decides.
func (t *trial) decileLift(forecast []float64) float64 {
	ranked := make([]int, len(forecast))
	all := 0.0
	for i := range ranked {
		ranked[i] = i
		all += float64(t.actual[i])
	}
	slices.SortFunc(ranked, func(i, j int) int { return cmp.Compare(forecast[j], forecast[i]) })
	room, bought := float64(len(ranked))/10, 0.0
	for from := 0; from < len(ranked) && room > 0; {
		to, tied := from, 0.0
		for ; to < len(ranked) && forecast[ranked[to]] == forecast[ranked[from]]; to++ {
			tied += float64(t.actual[ranked[to]])
		}
		share := min(1, room/float64(to-from))
		bought += float64(share * tied)
		room -= float64(to - from)
		from = to
	}
	return bought / (all / 10)
}

// trackingError compares at the end of each whole week of the stretch.
func (t *trial) trackingError(expected func(week int) float64) float64 {
	var off numeric.Sum
	weeks := 0.0
	for w := 1; w*daysPerWeek <= len(t.byDay); w++ {
		if t.summary.Begin+analysis.Day(w*daysPerWeek-1) > t.summary.End {
			actual := t.byDay[w*daysPerWeek-1]
			off.Add(math.Abs(expected(w)-actual) / max(actual, 1))
			weeks++
		}
	}
	return off.Value() / weeks
}

// sameRate lets everybody go on at the rate of the past, x ÷ T. Who came on the
// last day has none yet and is expected to buy nothing.
func (t *trial) sameRate() []float64 {
	s := t.summary
	out := make([]float64, len(s.X))
	for i, x := range s.X {
		if s.T[i] > 0 {
			out[i] = float64(float64(x)/s.Rows.Weeks(s.T[i])) * t.weeks
		}
	}
	return out
}

// lastPeriod lets everybody repeat the last stretch as long as this one, or as
// much of it as was seen, scaled. First purchases do not count.
func (t *trial) lastPeriod() []float64 {
	s := t.summary
	days := min(t.to-s.End, s.End-s.Begin+1)
	out := make([]float64, len(s.X))
	scale := t.weeks * daysPerWeek / float64(days)
	for i, c := range s.Customer {
		from, _ := t.log.Rows(c)
		for r := from + 1; r <= from+int(s.X[i]); r++ {
			if t.log.Day[r] > s.End-days {
				out[i] += scale
			}
		}
	}
	return out
}
