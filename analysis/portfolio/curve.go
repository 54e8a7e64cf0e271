package portfolio

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Curve is what customers of a group are worth on average, by month since the first
// purchase.
//
// It is Nelson's mean cumulative function with costs: the sum over months of the mean
// cash of those customers who were observed for the whole month (Nelson 1988, "Graphical
// analysis of system repair data"; 2003, "Recurrent Events Data Analysis", ch. 3). It uses
// customers of every age, and is unbiased if those who came later behave as those who came
// before. The interval is by the robust variance of Lawless and Nadeau (1995), "Some
// simple robust methods for the analysis of recurrent events", eq. 2.8, and the normal
// distribution.
type Curve struct {
	Customers int
	Points    []Point // month k at index k; the first is minus the cost of acquisition

	// BreakEven is the first month from which on the curve is at or above zero as far
	// as it is known, else NoBreakEven. Early and Late are those of the ends of the
	// interval.
	BreakEven, Early, Late int
}

// A Point is one month of a Curve, in main units.
type Point struct {
	AtRisk          int // customers observed for the whole month
	Mean, Low, High float64
}

// fewest is how many customers a point of a curve rests on at least; half of a group
// that is smaller than twice that.
const fewest = 10

// Curves averages the customers of each group: of says to which of n groups a customer
// belongs, below 0 for none; nil puts all into one.
func (r *Relationships) Curves(of []int32, n int) []Curve {
	t := r.tables()
	groups := make([]*averaging, n)
	for g := range groups {
		groups[g] = &averaging{}
	}
	var list []float64
	r.each(of, func(c analysis.CustomerID, g int) {
		list = r.cash(c, &t, list)
		groups[g].count(-float64(r.Acquisition[c]), list[:r.whole(c)])
	})
	for _, g := range groups {
		g.average()
	}
	r.each(of, func(c analysis.CustomerID, g int) {
		list = r.cash(c, &t, list)
		groups[g].spread(-float64(r.Acquisition[c]), list[:r.whole(c)])
	})
	curves := make([]Curve, n)
	for g := range groups {
		curves[g] = groups[g].curve()
	}
	return curves
}

// whole is how many months were observed to their end.
func (r *Relationships) whole(c analysis.CustomerID) int {
	return wholeMonths(r.Log.End - r.first(c) + 1)
}

func (r *Relationships) each(of []int32, f func(c analysis.CustomerID, group int)) {
	for c := range analysis.CustomerID(r.Log.Customers()) {
		switch {
		case !r.known(c):
		case of == nil:
			f(c, 0)
		case of[c] >= 0:
			f(c, int(of[c]))
		}
	}
}

// averaging is a Curve in the making. Index k is month k, 0 the acquisition; amounts are
// in units of Money.
type averaging struct {
	n        []int
	total    []float64 // of the cash of month k, then its mean
	variance []float64
	ended    []float64 // squared deviations of the customers observed for exactly k months
}

func (a *averaging) count(start float64, months []float64) {
	for len(a.n) <= len(months) {
		a.n, a.total = append(a.n, 0), append(a.total, 0)
	}
	a.n[0]++
	a.total[0] += start
	for k, v := range months {
		a.n[k+1]++
		a.total[k+1] += v
	}
}

func (a *averaging) average() {
	for k, n := range a.n {
		a.total[k] /= float64(n)
	}
	a.variance, a.ended = make([]float64, len(a.n)), make([]float64, len(a.n))
}

// spread adds what a customer's deviations do to the variance of each point. After her
// last month her sum stays what it is, and so counts in every later point.
func (a *averaging) spread(start float64, months []float64) {
	sum := (start - a.total[0]) / float64(a.n[0])
	a.variance[0] += float64(sum * sum)
	for k, v := range months {
		sum += (v - a.total[k+1]) / float64(a.n[k+1])
		a.variance[k+1] += float64(sum * sum)
	}
	a.ended[len(months)] += float64(sum * sum)
}

func (a *averaging) curve() Curve {
	c := Curve{BreakEven: NoBreakEven, Early: NoBreakEven, Late: NoBreakEven}
	if len(a.n) == 0 {
		return c
	}
	c.Customers = a.n[0]
	sum, ended := 0.0, 0.0
	for k, n := range a.n {
		if k > 0 && n < min(fewest, (c.Customers+1)/2) {
			break
		}
		sum += a.total[k]
		half := float64(numeric.Z95 * math.Sqrt(a.variance[k]+ended))
		ended += a.ended[k]
		c.Points = append(c.Points, Point{n, units(sum), units(sum - half), units(sum + half)})
	}
	c.BreakEven = c.from(func(p Point) float64 { return p.Mean })
	c.Early = c.from(func(p Point) float64 { return p.High })
	c.Late = c.from(func(p Point) float64 { return p.Low })
	return c
}

func units(money float64) float64 { return money / analysis.MoneyPerUnit }

func (c *Curve) from(of func(Point) float64) int {
	list := make([]float64, len(c.Points))
	for k, p := range c.Points {
		list[k] = of(p)
	}
	return breakEven(list)
}
