package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/contract"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/join"
)

// books makes contracts and tenures of the lists that keep them. What other
// lists say of the same customers becomes attributes of the book's.
func (in *intake) books(d *dataset) {
	all := make([]*ingest.List, len(d.lists))
	for i, l := range d.lists {
		all[i] = l.list
	}
	d.contracts, d.tenures = contract.Book(all, in.Rules), contract.Roll(all, in.Rules)
	for i := range d.lists {
		in.beside(d, &d.lists[i])
	}
}

// beside joins a list that keeps no book to those that others keep.
func (in *intake) beside(d *dataset, l *loadedList) {
	if l.list.Book != ingest.NoBook {
		return
	}
	if d.contracts != nil {
		j := join.New(people(d.contracts.IDs, d.contracts.Customers()), l.list, in.Rules.IDs)
		d.contracts.Attributes = append(d.contracts.Attributes, j.Attributes()...)
		l.joined(d, j)
	}
	if d.tenures != nil {
		j := join.New(people(d.tenures.IDs, d.tenures.Customers()), l.list, in.Rules.IDs)
		d.tenures.Attributes = append(d.tenures.Attributes, j.Attributes()...)
		l.joined(d, j)
	}
}

// joined keeps the match of a list with a book where there are no orders to
// match.
func (l *loadedList) joined(d *dataset, j *join.Join) {
	if d.table == nil && l.join == nil {
		l.join = j
	}
}

// people is a log of customers of whom nothing is known but their names, which is
// all that a join asks of one.
func people(ids analysis.Dict, n int) *analysis.Log {
	return &analysis.Log{IDs: ids, Start: make([]uint32, n+1)}
}

// describeBooks tells of a dataset without orders by its first basis.
func (in *intake) describeBooks(d *dataset) {
	a := &d.about
	for _, l := range d.lists {
		if l.list.Book == ingest.NoBook {
			continue
		}
		if a.Name == "" {
			a.Name = l.name
		}
		addLedger(&a.Ledger, l.placed(l.list.Ledger()))
	}
	switch {
	case d.contracts != nil:
		a.Customers, a.First, a.End, a.Currency = a.Contracts.Customers, a.Contracts.First, a.Contracts.End, d.contracts.Currency
	case d.tenures != nil:
		a.Customers, a.Currency = a.Tenures.Customers, d.tenures.Currency
	}
}

// maxFirst is how many rows of a reason a ledger shows.
const maxFirst = 20

// addLedger adds the account of a further file.
func addLedger(to *ingest.Ledger, l ingest.Ledger) {
	to.Read, to.Used, to.Lines, to.Blank = to.Read+l.Read, to.Used+l.Used, to.Lines+l.Lines, to.Blank+l.Blank
	for _, x := range l.Excluded {
		i := slices.IndexFunc(to.Excluded, func(e ingest.Exclusion) bool { return e.Reason == x.Reason })
		if i < 0 {
			to.Excluded = append(to.Excluded, x)
			continue
		}
		e := &to.Excluded[i]
		e.Rows, e.Amount = e.Rows+x.Rows, e.Amount+x.Amount
		e.First = slices.Concat(e.First, x.First)
		e.First = e.First[:min(len(e.First), maxFirst)]
	}
}

// contractsReport sums the contracts up; nil if there are none.
func (d *dataset) contractsReport() *engine.ContractsReport {
	c := d.contracts
	if c == nil {
		return nil
	}
	r := &engine.ContractsReport{Customers: c.Customers(), Contracts: len(c.From), First: analysis.NoDay, Last: analysis.NoDay, End: c.End}
	for i, from := range c.From {
		if !r.First.Valid() || from < r.First {
			r.First = from
		}
		r.Last = max(r.Last, from, c.To[i])
		if c.To[i].Valid() {
			r.Ended++
			r.Reasons += one(c.Reasons[i] != analysis.NoCode)
			continue
		}
		r.Running++
		if c.Recurring[i] != analysis.NoNumber {
			r.Recurring += c.Recurring[i]
		}
	}
	for _, v := range c.Recurring {
		r.Priced += one(v != analysis.NoNumber)
	}
	return r
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tenuresReport sums the tenures up; nil if there are none.
func (d *dataset) tenuresReport() *engine.TenuresReport {
	t := d.tenures
	if t == nil {
		return nil
	}
	r := &engine.TenuresReport{Customers: t.Customers(), Unit: t.Unit}
	for i, left := range t.Left {
		r.Left += one(left)
		if t.Reasons != nil {
			r.Reasons += one(left && t.Reasons[i] != analysis.NoCode)
		}
		if t.Recurring == nil || t.Recurring[i] == analysis.NoNumber {
			continue
		}
		r.Priced++
		if !left {
			r.Recurring += t.Recurring[i]
		}
	}
	times := slices.Sorted(slices.Values(t.Time))
	r.Longest = times[len(times)-1]
	r.Median = (times[(len(times)-1)/2] + times[len(times)/2]) / 2
	return r
}

// bookKept describes what is known of the customers of a book.
func (d *dataset) bookKept() []engine.KeptReport {
	columns, totals := d.bookColumns()
	var out []engine.KeptReport
	for i := range columns {
		r := engine.KeptReport{Name: columns[i].Name, Role: ingest.Role(columns[i].Role), File: d.fileWith(&columns[i])}
		describe(&r, &columns[i], totals)
		out = append(out, r)
	}
	return out
}

// bookColumns are the attributes of the customers of the first book, with how
// many contracts and how much recurring revenue each has.
func (d *dataset) bookColumns() ([]analysis.Column, customerTotals) {
	if c := d.contracts; c != nil {
		t := customerTotals{make([]int, c.Customers()), make([]analysis.Money, c.Customers())}
		for id := range c.Customers() {
			from, to := c.Rows(analysis.CustomerID(id))
			t.orders[id] = to - from
			for i := from; i < to; i++ {
				if !c.To[i].Valid() && c.Recurring[i] != analysis.NoNumber {
					t.revenue[id] += c.Recurring[i]
				}
			}
		}
		return c.Attributes, t
	}
	n := d.tenures.Customers()
	t := customerTotals{make([]int, n), make([]analysis.Money, n)}
	for id := range d.tenures.Recurring {
		if v := d.tenures.Recurring[id]; !d.tenures.Left[id] && v != analysis.NoNumber {
			t.revenue[id] = v
		}
	}
	return d.tenures.Attributes, t
}

// fileWith is the first file with a column of this role and name.
func (d *dataset) fileWith(c *analysis.Column) int {
	for _, l := range d.lists {
		if slices.ContainsFunc(l.list.Columns, func(o analysis.Column) bool { return o.Role == c.Role && o.Name == c.Name }) {
			return l.file
		}
	}
	return 0
}
