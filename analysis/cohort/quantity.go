package cohort

import "math"

// A Quantity is what a cohort table shows in its cells.
type Quantity string

// The quantities.
const (
	Rate    Quantity = ""        // Active ÷ Size
	Count   Quantity = "count"   // Active
	Revenue Quantity = "revenue" // of the column, in main units
	Orders  Quantity = "orders"  // of the column
	Worth   Quantity = "worth"   // revenue per customer to the end of the column, in main units
)

// Quantities are all of them.
var Quantities = []Quantity{Rate, Count, Revenue, Orders, Worth}

// Valid reports whether there is such a quantity.
func (q Quantity) Valid() bool {
	for _, known := range Quantities {
		if q == known {
			return true
		}
	}
	return false
}

// Of returns a cell's quantity.
func (q Quantity) Of(c *Cell) float64 {
	switch q {
	case Count:
		return float64(c.Active)
	case Revenue:
		return c.Revenue.Float()
	case Orders:
		return float64(c.Orders)
	case Worth:
		return c.Worth()
	}
	return c.Rate
}

// Averaged reports whether the quantity has a mean over cohorts: counts and sums of
// cohorts of different sizes have none that says anything.
func (q Quantity) Averaged() bool { return q == Rate || q == Worth }

// Mean returns the quantity's average weighted by size, NaN if it has none.
func (q Quantity) Mean(a *Average) float64 { return q.mean(a.Weighted, a.Worth) }

// Simple returns its average over cohorts, each counting alike; NaN if it has none.
func (q Quantity) Simple(a *Average) float64 { return q.mean(a.Simple, a.SimpleWorth) }

func (q Quantity) mean(rate, worth float64) float64 {
	switch q {
	case Rate:
		return rate
	case Worth:
		return worth
	}
	return math.NaN()
}

// Widest returns the column in which simple and weighted mean lie furthest apart,
// relative to the latter, among those that rest on two cohorts or more; ok is
// false if they differ nowhere.
func (q Quantity) Widest(r *Result) (column int, ok bool) {
	widest := 0.0
	for j := range r.Mean {
		a := &r.Mean[j]
		if gap := math.Abs(q.Simple(a)-q.Mean(a)) / math.Abs(q.Mean(a)); a.Cohorts > 1 && gap > widest {
			widest, column, ok = gap, j, true
		}
	}
	return column, ok
}
