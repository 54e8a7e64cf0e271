package clv

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A horizon says how far a forecast looks and what later purchases are worth
// today.
type horizon struct {
	months int
	rate   float64 // per year
}

// weeks returns the length of the horizon.
func (h horizon) weeks() float64 { return after(h.months) }

// after returns the weeks until the end of month k.
func after(k int) float64 { return float64(float64(k) * weeksPerMonth) }

// weights returns w with which the discounted number of purchases is
// Σ w[k−1]·E(end of month k), k = 1 … months. A purchase in month k is
// discounted by the whole k months.
func (h horizon) weights() []float64 { return h.cumulated(h.worth) }

// timedWeights are the same with each purchase times the years until it comes.
func (h horizon) timedWeights() []float64 {
	return h.cumulated(func(k int) float64 { return h.worth(k) * (float64(k) - 0.5) / 12 })
}

// worth returns what one purchase of month k counts today.
func (h horizon) worth(k int) float64 {
	perMonth := -numeric.Log1p(h.rate) / 12
	return numeric.Exp(float64(float64(k) * perMonth))
}

// cumulated turns weights of each month's purchases, E(k) − E(k−1), into weights
// of E(k): its own month's less the next one's.
func (h horizon) cumulated(worth func(k int) float64) []float64 {
	w := make([]float64, h.months)
	for k := 1; k < h.months; k++ {
		w[k-1] = worth(k) - worth(k+1)
	}
	w[h.months-1] = worth(h.months)
	return w
}

// A forecast is what a model says of each row of a Summary.
type forecast struct {
	alive      []float64 // P(alive)
	expected   []float64 // purchases within the horizon
	discounted []float64 // the same, at today's worth
}

// forecast predicts every row.
func (rows *Rows) forecast(m Model, h horizon) forecast {
	alive := rows.alive(m)
	return forecast{
		alive:      alive,
		expected:   rows.timesAlive(m, alive, func(f living, age float64) float64 { return f.purchases(age, h.weeks()) }),
		discounted: rows.discountedWithin(m, alive, h.weights()),
	}
}

// discountedWithin returns for each row the purchases within a horizon at
// today's worth, or with other weights of its months.
func (rows *Rows) discountedWithin(m Model, alive, weights []float64) []float64 {
	return rows.timesAlive(m, alive, func(f living, age float64) float64 { return discount(f, age, weights) })
}

// discount sums the months of a horizon.
func discount(f living, age float64, weights []float64) float64 {
	sum := 0.0
	for k, w := range weights {
		if w != 0 { // all but the last are 0 at rate 0
			sum += float64(w * f.purchases(age, after(k+1)))
		}
	}
	return sum
}

// expectedWithin returns for each row the purchases within the next t weeks.
func (rows *Rows) expectedWithin(m Model, t float64) []float64 {
	return rows.timesAlive(m, rows.alive(m), func(f living, age float64) float64 { return f.purchases(age, t) })
}

// timesAlive multiplies P(alive) of each row by what holds for the living. That
// depends on (x, T) but not on t_x, and is computed once for all rows that share it.
func (rows *Rows) timesAlive(m Model, alive []float64, value func(f living, age float64) float64) []float64 {
	out := make([]float64, rows.Len())
	if rows.Len() == 0 {
		return out
	}
	byAge := make([]float64, slices.Max(rows.T)+1)
	for _, k := range blocksOf(rows) {
		for i := k.from; i < k.to; i++ {
			byAge[rows.T[i]] = math.NaN()
		}
		f := m.living(k.x)
		for i := k.from; i < k.to; i++ {
			v := &byAge[rows.T[i]]
			if *v != *v {
				*v = value(f, rows.Weeks(rows.T[i]))
			}
			out[i] = float64(alive[i] * *v)
		}
	}
	return out
}

// alive returns P(alive) of each row.
func (rows *Rows) alive(m Model) []float64 {
	out := make([]float64, rows.Len())
	for i, x := range rows.X {
		out[i] = m.Alive(int(x), rows.Weeks(rows.TX[i]), rows.Weeks(rows.T[i]))
	}
	return out
}

// A valuation joins both models' predictions of the customers of a Summary.
type valuation struct {
	forecast
	spend  []float64 // by customer of the summary: expected spend per purchase
	value  []float64 // CLV
	equity float64   // Σ CLV; NaN without spend
	se     float64   // standard error of equity from both models' parameters
}

// value predicts every customer. spend is nil if Gamma-Gamma could not be fitted.
func (s *Summary) value(buying, spend *maximum, o Options) valuation {
	v := s.valueWithoutInterval(buying, spend, o)
	v.se = math.NaN()
	if !math.IsNaN(v.equity) && buying.spread() && spend.spread() {
		h := horizon{o.Horizon, o.DiscountRate}
		v.se = math.Sqrt(s.buyingVariance(&v, buying, h, o.Margin) + s.spendVariance(&v, spend))
	}
	return v
}

func (s *Summary) valueWithoutInterval(buying, spend *maximum, o Options) valuation {
	h := horizon{o.Horizon, o.DiscountRate}
	v := valuation{forecast: s.Rows.forecast(buying.law(), h)}
	v.spend, v.value = make([]float64, len(s.X)), make([]float64, len(s.X))
	if spend == nil || !(spend.gammaGamma().Q > 1) {
		fill(v.spend, math.NaN())
		fill(v.value, math.NaN())
		v.equity = math.NaN()
		return v
	}
	m := spend.gammaGamma()
	var equity numeric.Sum
	for i := range s.X {
		v.spend[i] = m.Expected(int(s.X[i]), s.Total[i].Float())
		v.value[i] = o.Margin * v.discounted[s.Row[i]] * v.spend[i]
		equity.Add(v.value[i])
	}
	v.equity = equity.Value()
	return v
}

// law returns the model of purchases that was fitted.
func (m *maximum) law() Model { return m.family.law(m.params) }

// spread reports whether all parameters have standard errors.
func (m *maximum) spread() bool { return !slices.ContainsFunc(m.covariance.A, math.IsNaN) }

func (m *maximum) gammaGamma() GammaGamma { return GammaGamma{m.params[0], m.params[1], m.params[2]} }

// The interval of the equity is by the delta method: with g the gradient of the
// equity by all log parameters and V their covariance, the variance is gᵀVg. The
// two models are fitted apart and share no parameter, so that V has two blocks
// and the variance two terms. It covers not knowing the parameters, not the luck
// of individual customers, which averages out over many.

// buyingVariance is the part of the model of purchases. The gradient is by forward differences,
// over rows: each carries the spend of its customers.
func (s *Summary) buyingVariance(v *valuation, buying *maximum, h horizon, margin float64) float64 {
	perRow := make([]numeric.Sum, s.Rows.Len())
	for i, row := range s.Row {
		perRow[row].Add(v.spend[i])
	}
	weights := h.weights()
	total := func(m Model) float64 {
		var sum numeric.Sum
		for i, d := range s.Rows.discountedWithin(m, s.Rows.alive(m), weights) {
			sum.Add(float64(d * perRow[i].Value()))
		}
		return float64(margin * sum.Value())
	}
	const step = 1e-5 // errs by about as much, which no standard error shows
	gradient := make([]float64, len(buying.params))
	for k := range gradient {
		moved := slices.Clone(buying.params)
		moved[k] *= numeric.Exp(step)
		gradient[k] = (total(buying.family.law(moved)) - v.equity) / step
	}
	return buying.covariance.Quadratic(gradient)
}

// spendVariance is the part of Gamma-Gamma, whose gradient is known.
func (s *Summary) spendVariance(v *valuation, spend *maximum) float64 {
	m := spend.gammaGamma()
	var sums [3]numeric.Sum
	for i := range s.X {
		for k, slope := range m.logSlopes(int(s.X[i]), s.Total[i].Float()) {
			sums[k].Add(float64(v.value[i] * slope))
		}
	}
	return spend.covariance.Quadratic([]float64{sums[0].Value(), sums[1].Value(), sums[2].Value()})
}

// interval returns the 95 % interval of the equity, on the log scale, on which it
// cannot reach below 0.
func (v *valuation) interval() (low, high float64) {
	factor := numeric.Exp(numeric.Z95 * v.se / v.equity)
	return v.equity / factor, v.equity * factor
}

// byCustomer spreads a column over the summary's customers to one over all
// customers of the log; NaN where there is none.
func byCustomer(customers []analysis.CustomerID, n int, at func(i int) float64) []float64 {
	out := make([]float64, n)
	fill(out, math.NaN())
	for i, c := range customers {
		out[c] = at(i)
	}
	return out
}

func fill(v []float64, with float64) {
	for i := range v {
		v[i] = with
	}
}
