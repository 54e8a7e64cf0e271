package clv

import (
	"context"
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// A CovariateValue is what an Analysis predicts where what is known of its customers is
// taken into account: as its own columns and equity, at the same options and spend.
type CovariateValue struct {
	*CovariateFit
	Alive, Expected, CLV          []float64 // by CustomerID; NaN without a purchase up to End
	Equity, EquityLow, EquityHigh float64   // with the 95 % interval by the delta method; NaN where there is none
}

// WithCovariates fits the model of purchases to all days with some of the log's
// Attributes as covariates, and values the customers with it. Errors are
// those of NewDesign and FitCovariates.
func (a *Analysis) WithCovariates(ctx context.Context, attributes []Attribute) (*CovariateValue, error) {
	d, err := NewDesign(a.Log, a.now, attributes)
	if err != nil {
		return nil, err
	}
	return a.WithDesign(ctx, d)
}

// WithDesign does the same with attributes that were coded for the Summary of a.
func (a *Analysis) WithDesign(ctx context.Context, d *Design) (*CovariateValue, error) {
	c, err := familyOf(a.Options.Model).FitCovariates(ctx, d)
	if err != nil {
		return nil, err
	}
	return a.valueWith(c), nil
}

func (a *Analysis) valueWith(c *CovariateFit) *CovariateValue {
	h := horizon{a.Options.Horizon, a.Options.DiscountRate}
	n, customers := a.Log.Customers(), a.now.Customer
	f := c.forecast(h)
	v := valuation{spend: a.valuation.spend, value: make([]float64, len(customers))}
	var equity numeric.Sum
	for i, discounted := range f.discounted {
		v.value[i] = a.Options.Margin * discounted * v.spend[i]
		equity.Add(v.value[i])
	}
	v.equity = equity.Value()
	v.se = math.NaN()
	if !math.IsNaN(v.equity) && !slices.ContainsFunc(c.covariance.A, math.IsNaN) && a.spend.spread() {
		v.se = math.Sqrt(c.variance(h, a.Options.Margin, &v) + a.now.spendVariance(&v, a.spend))
	}
	out := &CovariateValue{CovariateFit: c, Equity: v.equity}
	out.EquityLow, out.EquityHigh = v.interval()
	out.Alive = byCustomer(customers, n, func(i int) float64 { return f.alive[i] })
	out.Expected = byCustomer(customers, n, func(i int) float64 { return f.expected[i] })
	out.CLV = byCustomer(customers, n, func(i int) float64 { return v.value[i] })
	return out
}

// forecast predicts every customer of the design's Summary.
func (c *CovariateFit) forecast(h horizon) forecast {
	n := len(c.groupOf)
	out := forecast{make([]float64, n), make([]float64, n), make([]float64, n)}
	for _, g := range c.groups {
		f := g.rows.forecast(c.law(c.theta, g.z), h)
		for k, i := range g.members {
			out.alive[i], out.expected[i], out.discounted[i] = f.alive[g.row[k]], f.expected[g.row[k]], f.discounted[g.row[k]]
		}
	}
	return out
}

// variance is the part of the equity's that the model of purchases has, its gradient by
// forward differences as in Summary.buyingVariance.
func (c *CovariateFit) variance(h horizon, margin float64, v *valuation) float64 {
	const step = 1e-5
	weights := h.weights()
	spend := make([][]float64, len(c.groups)) // by row of each group
	for g := range c.groups {
		spend[g] = c.groups[g].spendOf(v.spend)
	}
	total := func(theta []float64) float64 {
		var sum numeric.Sum
		for g := range c.groups {
			rows, m := &c.groups[g].rows, c.law(theta, c.groups[g].z)
			for i, discounted := range rows.discountedWithin(m, rows.alive(m), weights) {
				sum.Add(float64(discounted * spend[g][i]))
			}
		}
		return float64(margin * sum.Value())
	}
	gradient := make([]float64, len(c.theta))
	for k := range gradient {
		moved := slices.Clone(c.theta)
		moved[k] += step
		gradient[k] = (total(moved) - v.equity) / step
	}
	return c.covariance.Quadratic(gradient)
}

// spendOf sums the spend of the customers of each row.
func (g *covariateGroup) spendOf(spend []float64) []float64 {
	out := make([]float64, g.rows.Len())
	for k, i := range g.members {
		out[g.row[k]] += spend[i]
	}
	return out
}
