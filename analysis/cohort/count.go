package cohort

import "churnbench/analysis"

// A table counts by cohort and column: entry cohort·columns + j. By attribute,
// where a customer counts in the columns that it has had whole, sizes and totals
// are entered as differences along a row until finish adds them up.
type table struct {
	columns
	unbounded bool
	own       bool    // customers count in the columns that they have had whole
	size      []int32 // customers who count
	active    []int32
	left      []int32 // who counted in the column before, and were active there, but do not count here
	orders    []int64
	revenue   []analysis.Money
	total     []analysis.Money
}

func newTable(cols columns, cohorts int, opt Options) *table {
	n := cohorts * len(cols.list)
	return &table{
		columns: cols, unbounded: opt.Method == Unbounded, own: opt.By == Attribute,
		size: make([]int32, n), active: make([]int32, n), left: make([]int32, n),
		orders: make([]int64, n), revenue: make([]analysis.Money, n), total: make([]analysis.Money, n),
	}
}

// count reads the log once.
func (t *table) count(log *analysis.Log, g *grouping, opt Options) {
	k := newClock(&g.cal, opt)
	for c, cohort := range g.of {
		if cohort == nobody {
			continue
		}
		from, to := log.Rows(analysis.CustomerID(c))
		clock := k.of(g.day(log, c))
		for from < to && log.Day[from] < clock.first {
			from++ // before the sign-up
		}
		t.customer(int(cohort)*len(t.list), &clock, log.Day[from:to], log.Amount[from:to], log.Orders[from:to])
	}
	t.finish()
}

// customer counts one customer in a row of the table. Days ascend, so that a new
// column shows by differing from the one before.
func (t *table) customer(row int, k *clock, days []analysis.Day, amounts []analysis.Money, orders []uint32) {
	limit := len(t.list)
	if t.own {
		limit = t.within(k.over())
	}
	if limit == 0 {
		return
	}
	t.size[row]++
	seen, sum := -1, analysis.Money(0)
	for i, d := range days {
		p := k.period(d)
		if p >= len(t.at) || t.upTo[p] >= limit {
			break
		}
		t.total[row+t.upTo[p]] += amounts[i]
		sum += amounts[i]
		at := t.at[p]
		if at < 0 {
			continue
		}
		t.revenue[row+at] += amounts[i]
		t.orders[row+at] += int64(orders[i])
		if at != seen && !t.unbounded {
			t.active[row+at]++
			seen = at
		}
	}
	if t.unbounded && len(days) > 0 {
		seen = min(k.period(days[len(days)-1]), limit-1)
		t.active[row+seen]++
	}
	if limit < len(t.list) {
		t.leave(row+limit, sum, seen == limit-1)
	}
}

// leave notes that a customer counts up to the column before at only.
func (t *table) leave(at int, sum analysis.Money, active bool) {
	t.size[at]--
	t.total[at] -= sum
	if active {
		t.left[at]++
	}
}

// finish adds up what is entered as differences; unbounded, a customer is active
// in all columns up to that of its last purchase.
func (t *table) finish() {
	n := len(t.list)
	for row := 0; row < len(t.size); row += n {
		for j := row + 1; j < row+n; j++ {
			t.size[j] += t.size[j-1]
			t.total[j] += t.total[j-1]
		}
		if !t.unbounded {
			continue
		}
		for j := row + n - 2; j >= row; j-- {
			t.active[j] += t.active[j+1]
		}
	}
}
