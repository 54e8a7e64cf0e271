package cohort

import "churnbench/analysis"

// A table counts by cohort and period: entry cohort·columns + k, where cohorts
// are numbered by the period of their first purchases.
type table struct {
	columns int
	size    []uint32 // customers by cohort
	active  []uint32
	last    []uint32 // customers by the period of their last purchase, the last column holding all later ones
	revenue []analysis.Money
}

// count reads the log once.
func count(log *analysis.Log, cal *calendar, columns int) *table {
	periods := cal.periods()
	t := &table{
		columns: columns,
		size:    make([]uint32, periods),
		active:  make([]uint32, periods*columns),
		last:    make([]uint32, periods*columns),
		revenue: make([]analysis.Money, periods*columns),
	}
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		t.customer(cal, log.Day[from:to], log.Amount[from:to])
	}
	return t
}

// customer counts one customer, active once in each period with a purchase.
// Days ascend, so a new period shows by differing from the one before.
func (t *table) customer(cal *calendar, days []analysis.Day, amounts []analysis.Money) {
	cohort := cal.period(days[0])
	t.size[cohort]++
	row := cohort * t.columns
	last := cal.period(days[len(days)-1]) - cohort
	t.last[row+min(last, t.columns-1)]++
	seen := -1
	for i, d := range days {
		k := cal.period(d) - cohort
		if k >= t.columns {
			return
		}
		if k != seen {
			t.active[row+k]++
			seen = k
		}
		t.revenue[row+k] += amounts[i]
	}
}

// unbound makes active mean "in this period or later": all whose last purchase
// does not lie before it.
func (t *table) unbound() {
	for row := 0; row < len(t.last); row += t.columns {
		later := uint32(0)
		for k := t.columns - 1; k >= 0; k-- {
			later += t.last[row+k]
			t.active[row+k] = later
		}
	}
}
