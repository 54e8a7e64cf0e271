package clv

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// OneTimers sets what the models say of customers who had bought only once by the
// end of calibration beside what those customers then did. It is where the models
// differ most: BG/NBD holds every one of them for alive.
type OneTimers struct {
	Customers int
	Actual    float64 // mean purchases in the holdout; NaN without one-time buyers
	Models    []OneTimerView
}

// A OneTimerView is what one model says of them.
type OneTimerView struct {
	Model    string
	Alive    float64 // mean P(alive) at the end of calibration
	Expected float64 // mean purchases in the holdout
}

// OneTimers compares the models of the bake-off, in the order of Families. The log
// is the one that the bake-off was held on.
func (b *BakeoffResult) OneTimers(log *analysis.Log) OneTimers {
	s := Summarize(log, b.CalibrationEnd)
	actual := s.purchasesAfter(log, b.End)
	var out OneTimers
	bought := 0
	for i, x := range s.X {
		if x == 0 {
			out.Customers++
			bought += int(actual[i])
		}
	}
	out.Actual = float64(bought) / float64(out.Customers)
	weeks := float64(b.End-b.CalibrationEnd) / daysPerWeek
	for _, f := range Families() {
		if params := b.paramsOf(f.Name); params != nil {
			out.Models = append(out.Models, s.Rows.viewOneTimers(f.Model(params...), weeks))
		}
	}
	return out
}

// paramsOf returns a model's estimates, nil if it did not take part.
func (b *BakeoffResult) paramsOf(name string) []float64 {
	for _, s := range b.Scores {
		if s.Name != name || s.Naive {
			continue
		}
		params := make([]float64, len(s.Fit.Params))
		for i, p := range s.Fit.Params {
			params[i] = p.Value
		}
		return params
	}
	return nil
}

// viewOneTimers averages over the customers without repeat purchases.
func (rows *Rows) viewOneTimers(m Model, weeks float64) OneTimerView {
	var alive, expected numeric.Sum
	customers := 0.0
	for i, x := range rows.X {
		if x > 0 {
			break // rows ascend in x
		}
		n, age := rows.N[i], rows.Weeks(rows.T[i])
		customers += n
		alive.Add(float64(n * m.Alive(0, 0, age)))
		expected.Add(float64(n * m.ExpectedGiven(0, 0, age, weeks)))
	}
	if customers == 0 {
		return OneTimerView{m.Name(), math.NaN(), math.NaN()}
	}
	return OneTimerView{m.Name(), alive.Value() / customers, expected.Value() / customers}
}
