package clv

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// describeValue sums up the predictions for now.
func (a *Analysis) describeValue(r *Result) {
	s, v := a.now, &a.valuation
	r.SumAlive = s.sumRows(v.alive)
	r.MeanAlive = r.SumAlive / float64(len(s.X))
	r.Expected = s.sumRows(v.expected)
	r.Equity = v.equity
	r.EquityLow, r.EquityHigh = v.interval()
	r.Mean = v.equity / float64(len(s.X))
	r.Top = a.top(topCustomers)
	sorted := slices.Clone(v.value)
	slices.Sort(sorted)
	r.Quantiles = quantiles(sorted)
	r.Median = quantile(sorted, 0.5)
	r.TopDecileShare = topShare(sorted, 0.1)
}

var quantileLevels = []float64{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99}

func quantiles(sorted []float64) []Quantile {
	out := make([]Quantile, len(quantileLevels))
	for i, p := range quantileLevels {
		out[i] = Quantile{p, quantile(sorted, p)}
	}
	return out
}

// quantile interpolates linearly between order statistics (type 7 of Hyndman
// and Fan 1996, the default of Excel and R).
func quantile(sorted []float64, p float64) float64 {
	at := float64(p * float64(len(sorted)-1))
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}

// topShare returns what the top share of customers, at least one, holds of the sum.
func topShare(sorted []float64, share float64) float64 {
	k := max(1, int(math.Round(share*float64(len(sorted)))))
	return numeric.Total(sorted[len(sorted)-k:]) / numeric.Total(sorted)
}

const topCustomers = 20

// top returns the n customers of the largest CLV or, where spend cannot be
// predicted, of the most purchases; the first in the log first where they tie.
func (a *Analysis) top(n int) []Prediction {
	by := a.CLV
	if math.IsNaN(a.valuation.equity) {
		by = a.Expected
	}
	best := make([]analysis.CustomerID, 0, n+1)
	for _, c := range a.now.Customer {
		if len(best) == n && by[c] <= by[best[n-1]] {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, by[c], func(b analysis.CustomerID, v float64) int {
			if by[b] >= v {
				return -1
			}
			return 1
		})
		best = slices.Insert(best, at, c)
		best = best[:min(n, len(best))]
	}
	out := make([]Prediction, len(best))
	for i, c := range best {
		out[i] = a.Prediction(c)
	}
	return out
}

// spendFrequencyCorrelation returns Pearson's correlation of repeat purchases
// and their mean spend over those who spent; NaN if either does not vary.
func (s *Summary) spendFrequencyCorrelation() float64 {
	var n, sx, sm numeric.Sum
	each := func(f func(x, m float64)) {
		for i, x := range s.X {
			if x > 0 && s.Total[i] > 0 {
				f(float64(x), s.Total[i].Float()/float64(x))
			}
		}
	}
	each(func(x, m float64) { n.Add(1); sx.Add(x); sm.Add(m) })
	mx, mm := sx.Value()/n.Value(), sm.Value()/n.Value()
	var xx, mm2, xm numeric.Sum
	each(func(x, m float64) {
		dx, dm := x-mx, m-mm
		xx.Add(float64(dx * dx))
		mm2.Add(float64(dm * dm))
		xm.Add(float64(dx * dm))
	})
	return xm.Value() / math.Sqrt(xx.Value()*mm2.Value())
}

// The size of the heat map.
const (
	heatColumns = 24
	heatRows    = 16
)

// heat computes P(alive) and purchases over the horizon for customers who came
// on the first day, over frequencies up to what 99 % of customers reach.
func (s *Summary) heat(m Model, h horizon) Heat {
	span := int32(s.End - s.Begin)
	out := Heat{T: s.Rows.Weeks(span), X: heatFrequencies(s)}
	for j := range heatColumns {
		out.Recency = append(out.Recency, out.T*float64(j)/(heatColumns-1))
	}
	for _, x := range out.X {
		alive, expected := make([]float64, heatColumns), make([]float64, heatColumns)
		living := m.living(x).purchases(out.T, h.weeks())
		for j, tx := range out.Recency {
			alive[j] = math.NaN()
			if possible := x == 0 && j == 0 || x > 0 && float64(tx*daysPerWeek) >= float64(x); possible {
				alive[j] = m.Alive(x, tx, out.T)
			}
			expected[j] = float64(alive[j] * living)
		}
		out.Alive, out.Expected = append(out.Alive, alive), append(out.Expected, expected)
	}
	return out
}

// heatFrequencies returns 0, 1, 2 … to the 99th percentile of x, or, if that is
// far, as many whole numbers spread evenly.
func heatFrequencies(s *Summary) []int {
	sorted := slices.Clone(s.X)
	slices.SortFunc(sorted, cmp.Compare[int32])
	most := max(3, int(sorted[(len(sorted)-1)*99/100]))
	n := min(most, heatRows-1)
	out := make([]int, n+1)
	for i := range out {
		out[i] = i * most / n
	}
	return out
}
