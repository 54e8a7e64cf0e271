package segment

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Concentration says how unevenly an amount is spread over customers.
type Concentration struct {
	Customers int
	Total     analysis.Money // of the customers' amounts, those below zero as 0

	// Curve is the Lorenz curve: Curve[k] is the share of the total that the share
	// k/(len−1) of customers with the smallest amounts brings, between customers by
	// straight lines. It runs from 0 to 1 and never above its diagonal. Nil where
	// the total is 0.
	Curve []float64

	// Gini is twice the area between curve and diagonal: Σ(2i−n−1)·x(i) ÷ (n·Σx)
	// over the amounts in ascending order, 0 ≤ Gini < 1. It is what R's ineq::Gini
	// gives by default, and 0.5·(mean absolute difference ÷ mean). NaN where the
	// total is 0.
	Gini float64

	// Corrected is Gini·n/(n−1), which does not shrink with few customers; NaN for
	// fewer than two.
	Corrected float64

	Below    int            // customers with an amount below zero: refunds of what was bought before the data begin
	BelowSum analysis.Money // what they add up to
	Nothing  int            // customers with 0
}

// curvePoints is the resolution of a Lorenz curve: half a per cent of customers.
const curvePoints = 200

// Concentrate measures the concentration of one amount a customer.
func Concentrate(amounts []analysis.Money) Concentration {
	c := Concentration{Customers: len(amounts), Gini: math.NaN(), Corrected: math.NaN()}
	sorted := c.clean(amounts)
	if c.Total == 0 {
		return c
	}
	c.Curve = lorenz(sorted, c.Total)
	c.Gini = gini(sorted, c.Total)
	if n := float64(len(sorted)); n > 1 {
		c.Corrected = c.Gini * n / (n - 1)
	}
	return c
}

// clean returns the amounts in ascending order, those below zero as 0.
func (c *Concentration) clean(amounts []analysis.Money) []int64 {
	sorted := make([]int64, 2*len(amounts))
	for i, a := range amounts {
		switch {
		case a < 0:
			c.Below++
			c.BelowSum += a
			a = 0
		case a == 0:
			c.Nothing++
		}
		sorted[i] = int64(a)
		c.Total += a
	}
	numeric.RadixSort(sorted[:len(amounts)], sorted[len(amounts):])
	return sorted[:len(amounts)]
}

// lorenz evaluates the curve at every step of curvePoints.
func lorenz(sorted []int64, total analysis.Money) []float64 {
	curve := make([]float64, curvePoints+1)
	n, sum, next := len(sorted), int64(0), 0
	for k := range curve {
		// The share k/curvePoints of customers is whole customers and a part of one.
		whole, part := k*n/curvePoints, float64(k*n%curvePoints)/curvePoints
		for ; next < whole; next++ {
			sum += sorted[next]
		}
		at := float64(sum)
		if part > 0 {
			at += float64(part * float64(sorted[whole]))
		}
		curve[k] = at / float64(total)
	}
	return curve
}

// gini adds up (2i−n−1)·x(i). The weights go with amounts of either sign of
// weight, so the sum is compensated.
func gini(sorted []int64, total analysis.Money) float64 {
	var sum numeric.Sum
	n := len(sorted)
	for i, x := range sorted {
		sum.Add(float64(float64(2*(i+1)-n-1) * float64(x)))
	}
	return sum.Value() / (float64(n) * float64(total))
}

// Top returns the share of the total that the best share of customers brings,
// 0 ≤ share ≤ 1; NaN without a curve. "The best 20 % bring 64 %" is Top(0.2).
func (c *Concentration) Top(share float64) float64 {
	if len(c.Curve) == 0 {
		return math.NaN()
	}
	at := float64((1 - min(1, max(0, share))) * float64(len(c.Curve)-1))
	k := min(int(at), len(c.Curve)-2)
	return 1 - (c.Curve[k] + float64((at-float64(k))*(c.Curve[k+1]-c.Curve[k])))
}

// Reach returns the smallest share of customers, in steps of the curve, that
// brings at least the share of the total: "80 % come from the best 31 %". NaN
// without a curve.
func (c *Concentration) Reach(total float64) float64 {
	for k := range c.Curve {
		share := float64(k) / float64(len(c.Curve)-1)
		if c.Top(share) >= total-1e-12 {
			return share
		}
	}
	return math.NaN()
}
