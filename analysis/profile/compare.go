package profile

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Facts are what groups are compared by, one entry a customer of the log.
type Facts struct {
	Log    *analysis.Log
	Lost   []bool           // who counts as lost
	Value  []float64        // by a model, NaN where it has none; nil without a model
	Profit []analysis.Money // nil where the data do not tell
}

// A Row is one group.
type Row struct {
	Key       string
	Folded    int // groups that stand together here; 0 for a group of its own
	Customers int
	Share     float64 // of all customers
	Revenue   analysis.Money
	Brings    float64 // share of all revenue; NaN where that is not above 0
	Days      int     // purchase days
	Orders    int     // order rows

	Lost       int
	Churn      Estimate // Lost ÷ Customers, Wilson's interval
	Others     float64  // the same of all customers who are not in the group; NaN if all are
	Difference Estimate // Churn less Others, Newcombe's interval
	Apart      bool     // whether the difference is there allowing for the number of groups, see Compare

	Stay   Estimate // set by who follows customers over time; NaN until then
	AtRisk int      // customers whom Stay's last day still watches

	Valued        int            // customers with a value
	Value, Median float64        // their mean and median; NaN without any
	Profit        analysis.Money // analysis.NoNumber where the data do not tell
}

// A Result is all rows.
type Result struct {
	Rows     []Row // in the division's order
	All      Row   // everybody; it differs from nobody
	Overlap  bool  // customers may be in several rows: rows add up to more than All
	Compared int   // comparisons that Row.Apart allows for
}

// level is that of all intervals.
const level = 0.95

// Compare adds up each group of a division of the customers of f.Log.
//
// Row.Apart says that 0 lies outside the Newcombe interval of the difference at level
// 1 − 0.05/m for m comparisons (Bonferroni): where no group differs from the others,
// any row at all is called apart in at most about 5 % of data sets. Two groups that
// share nobody are one comparison. The group of folded values counts, that of unknown
// ones too. Where customers are in several groups no row is apart: the others of each are
// those who buy seldom.
func Compare(f *Facts, d *Division) *Result {
	r := &Result{Rows: make([]Row, len(d.Keys)), Overlap: d.Overlap()}
	for g, key := range d.Keys {
		r.Rows[g].Key = key
	}
	if other := d.Other(); other >= 0 {
		r.Rows[other].Folded = d.Folded
	}
	r.add(f, d)
	r.value(f.Value, d)
	r.Compared = r.comparisons()
	z := numeric.NormalQuantile(1 - (1-level)/float64(2*max(1, r.Compared)))
	for g := range r.Rows {
		r.Rows[g].finish(&r.All, f.Profit != nil, z)
		r.Rows[g].Apart = r.Rows[g].Apart && !r.Overlap
	}
	all := r.All
	r.All.finish(&all, f.Profit != nil, z)
	return r
}

// add counts what can be summed.
func (r *Result) add(f *Facts, d *Division) {
	for c := range d.Customers() {
		one := f.of(c)
		r.All.plus(&one)
		for _, g := range d.Of(c) {
			r.Rows[g].plus(&one)
		}
	}
}

// of returns a row of one customer.
func (f *Facts) of(c int) Row {
	from, to := f.Log.Rows(analysis.CustomerID(c))
	one := Row{Customers: 1, Days: to - from}
	for i := from; i < to; i++ {
		one.Revenue += f.Log.Amount[i]
		one.Orders += int(f.Log.Orders[i])
	}
	if f.Lost[c] {
		one.Lost = 1
	}
	if f.Profit != nil {
		one.Profit = f.Profit[c]
	}
	return one
}

func (r *Row) plus(one *Row) {
	r.Customers += one.Customers
	r.Revenue += one.Revenue
	r.Days += one.Days
	r.Orders += one.Orders
	r.Lost += one.Lost
	r.Profit += one.Profit
}

// comparisons counts the groups that can be held against others.
func (r *Result) comparisons() int {
	m := 0
	for _, row := range r.Rows {
		if row.Customers > 0 && row.Customers < r.All.Customers {
			m++
		}
	}
	if m == 2 && !r.Overlap {
		return 1
	}
	return m
}

// finish makes rates of sums; z is the quantile of Apart.
func (r *Row) finish(all *Row, profit bool, z float64) {
	r.Stay, r.Churn = nothing, nothing
	r.Share = float64(r.Customers) / some(all.Customers)
	r.Brings = math.NaN()
	if all.Revenue > 0 {
		r.Brings = float64(r.Revenue) / float64(all.Revenue)
	}
	if !profit {
		r.Profit = analysis.NoNumber
	}
	r.Churn.Value = float64(r.Lost) / some(r.Customers)
	r.Churn.Low, r.Churn.High = numeric.Wilson(r.Lost, r.Customers, numeric.Z95)
	r.differ(all, z)
}

// differ holds the row against all customers outside of it.
func (r *Row) differ(all *Row, z float64) {
	lost, others := all.Lost-r.Lost, all.Customers-r.Customers
	r.Others = float64(lost) / some(others)
	r.Difference.Value = r.Churn.Value - r.Others
	r.Difference.Low, r.Difference.High = numeric.Newcombe(r.Lost, r.Customers, lost, others, numeric.Z95)
	low, high := numeric.Newcombe(r.Lost, r.Customers, lost, others, z)
	r.Apart = low > 0 || high < 0 // false for NaN
}

// value finds mean and median of the groups' values.
func (r *Result) value(values []float64, d *Division) {
	if values == nil {
		values = []float64{}
	}
	lists := make([][]float64, len(r.Rows))
	for g, n := range d.Sizes() {
		lists[g] = make([]float64, 0, min(n, len(values)))
	}
	all := make([]float64, 0, len(values))
	for c, v := range values {
		if math.IsNaN(v) {
			continue
		}
		all = append(all, v)
		for _, g := range d.Of(c) {
			lists[g] = append(lists[g], v)
		}
	}
	for g := range r.Rows {
		r.Rows[g].describe(lists[g])
	}
	r.All.describe(all)
}

// describe sets mean and median of values, which it sorts; of an even number of them
// the median is halfway between the middle two.
func (r *Row) describe(values []float64) {
	r.Valued, r.Value, r.Median = len(values), math.NaN(), math.NaN()
	if n := len(values); n > 0 {
		slices.Sort(values)
		r.Value = numeric.Total(values) / float64(n)
		r.Median = (values[(n-1)/2] + values[n/2]) / 2
	}
}

// Widest returns the index of the row that is Apart and whose churn rate differs most
// from that of all others; −1 if none is. Folded and unknown values do not count: there
// is nothing to be said of them.
func (r *Result) Widest() int {
	widest := -1
	for g, row := range r.Rows {
		if row.Apart && row.Key != NoGroup && (widest < 0 || math.Abs(row.Difference.Value) > math.Abs(r.Rows[widest].Difference.Value)) {
			widest = g
		}
	}
	return widest
}
