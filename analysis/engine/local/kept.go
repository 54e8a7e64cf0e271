package local

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// maxGroups is how many groups of a column are told.
const maxGroups = 8

// keptReports describes each column of the customers' attributes; without orders
// those of the book's customers.
func (d *dataset) keptReports() []engine.KeptReport {
	if d.table == nil {
		return d.bookKept()
	}
	var totals customerTotals
	if len(d.log.Attributes) > 0 {
		totals = totalsOf(d.log)
	}
	var out []engine.KeptReport
	for i := range d.log.Attributes {
		c := &d.log.Attributes[i]
		r := engine.KeptReport{Name: c.Name, Role: ingest.Role(c.Role), File: d.fileOf(i)}
		if i < d.fromOrders {
			r.Mixed = d.table.Mixed(i)
		}
		describe(&r, c, totals)
		out = append(out, r)
	}
	return out
}

// describe says what a column holds.
func describe(r *engine.KeptReport, c *analysis.Column, totals customerTotals) {
	switch c.Kind {
	case analysis.TextColumn:
		describeTexts(r, c, totals)
	case analysis.NumberColumn:
		describeNumbers(r, c)
	case analysis.DayColumn:
		describeDays(r, c)
	}
}

// fileOf returns the file that an attribute is from; of several files of orders
// the first that has its role.
func (d *dataset) fileOf(attribute int) int {
	if attribute >= d.fromOrders {
		return d.attributeOf[attribute-d.fromOrders]
	}
	for _, i := range d.orderAt {
		if d.read.Files[i].Mapping.Column(ingest.Role(d.log.Attributes[attribute].Role)) >= 0 {
			return i
		}
	}
	return d.orderAt[0]
}

// customerTotals are each customer's orders and revenue.
type customerTotals struct {
	orders  []int
	revenue []analysis.Money
}

func totalsOf(log *analysis.Log) customerTotals {
	t := customerTotals{make([]int, log.Customers()), make([]analysis.Money, log.Customers())}
	for c := range t.orders {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := from; i < to; i++ {
			t.orders[c] += int(log.Orders[i])
			t.revenue[c] += log.Amount[i]
		}
	}
	return t
}

// describeTexts groups the customers by value.
func describeTexts(r *engine.KeptReport, c *analysis.Column, totals customerTotals) {
	groups := make([]engine.Group, c.Texts.Len())
	for customer, code := range c.Codes {
		if code == analysis.NoCode {
			continue
		}
		g := &groups[code]
		if g.Customers == 0 {
			g.Value = c.Texts.At(int(code))
			r.Distinct++
		}
		g.Customers++
		g.Orders += totals.orders[customer]
		g.Revenue += totals.revenue[customer]
		r.Filled++
	}
	groups = slices.DeleteFunc(groups, func(g engine.Group) bool { return g.Customers == 0 })
	slices.SortStableFunc(groups, func(a, b engine.Group) int {
		return cmp.Or(cmp.Compare(b.Revenue, a.Revenue), cmp.Compare(a.Value, b.Value))
	})
	r.Groups = slices.Clone(groups[:min(len(groups), maxGroups)])
}

// describeNumbers finds smallest, median and largest; of an even number of
// values the median is halfway between the middle two. They are NaN if the
// column is empty.
func describeNumbers(r *engine.KeptReport, c *analysis.Column) {
	r.Low, r.Median, r.High = math.NaN(), math.NaN(), math.NaN()
	values := sorted(c.Numbers, analysis.NoNumber)
	if r.Filled = len(values); r.Filled == 0 {
		return
	}
	r.Low, r.High = values[0].Float(), values[len(values)-1].Float()
	r.Median = (values[(len(values)-1)/2].Float() + values[len(values)/2].Float()) / 2
	r.Distinct = len(slices.Compact(values))
}

func describeDays(r *engine.KeptReport, c *analysis.Column) {
	r.First, r.Last = analysis.NoDay, analysis.NoDay
	days := sorted(c.Days, analysis.NoDay)
	if r.Filled = len(days); r.Filled == 0 {
		return
	}
	r.First, r.Last = days[0], days[len(days)-1]
	r.Distinct = len(slices.Compact(days))
}

// sorted returns a column's values in ascending order without missing ones.
func sorted[T cmp.Ordered](values []T, missing T) []T {
	out := slices.DeleteFunc(slices.Clone(values), func(v T) bool { return v == missing })
	slices.Sort(out)
	return out
}
