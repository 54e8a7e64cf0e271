package contract

import (
	"cmp"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/ingest"
)

// Book makes one book of lists that keep contracts. Customers whose identifiers
// are equal under rules.IDs are one, across lists too, in order of appearance.
// What the lists say of customers besides becomes Attributes: the value of the
// contract that began last, missing where that has none.
//
// Observation ends on rules.To or, where that is open, on the last start or end
// that is not after rules.Today: a contract that is paid until next March has
// not ended. Ends after the end of observation are not known yet, and their
// contracts run.
//
// It returns nil if none of the lists keeps contracts.
func Book(lists []*ingest.List, rules ingest.Rules) *analysis.Contracts {
	lists = keeping(lists, ingest.ContractBook)
	if len(lists) == 0 {
		return nil
	}
	names, customer := merged(lists, rules.IDs)
	b := newBooking(lists, rules, customer)
	b.close(rules)
	out := &analysis.Contracts{IDs: names, End: b.end}
	b.group(out)
	out.Attributes = attributes(lists, b.lastRows(out), ContractRoles)
	return out
}

// keeping returns the lists that keep a book.
func keeping(lists []*ingest.List, book ingest.Book) []*ingest.List {
	return slices.DeleteFunc(slices.Clone(lists), func(l *ingest.List) bool { return l.Book != book })
}

// ContractRoles are those that make a contract, and so are no attributes.
var ContractRoles = []ingest.Role{ingest.SignUp, ingest.Date, ingest.End, ingest.Recurring, ingest.LeaveReason}

// A booking is the contracts of all lists in the order of the files.
type booking struct {
	customer []uint32
	from, to []analysis.Day
	amount   []analysis.Money
	reasons  reasons
	end      analysis.Day // of observation
	order    []uint32     // rows by customer, then by start
}

func newBooking(lists []*ingest.List, rules ingest.Rules, customer []uint32) *booking {
	b := &booking{customer: customer}
	for _, l := range lists {
		n := len(l.Customer)
		start := column(l, ingest.SignUp)
		if start == nil {
			start = column(l, ingest.Date)
		}
		b.from = append(b.from, start.Days...)
		b.to = append(b.to, firstDaysWithout(column(l, ingest.End).Days, rules)...)
		b.amount = append(b.amount, monthly(column(l, ingest.Recurring), n, rules)...)
		b.reasons.add(column(l, ingest.LeaveReason), n)
	}
	return b
}

// column returns a list's column of a role, nil if it has none.
func column(l *ingest.List, r ingest.Role) *analysis.Column {
	i := slices.IndexFunc(l.Columns, func(c analysis.Column) bool { return c.Role == string(r) })
	if i < 0 {
		return nil
	}
	return &l.Columns[i]
}

// firstDaysWithout turns the ends of contracts into the first days without them.
func firstDaysWithout(ends []analysis.Day, rules ingest.Rules) []analysis.Day {
	out := slices.Clone(ends)
	if !rules.LastDay {
		return out
	}
	for i, d := range out {
		if d.Valid() {
			out[i] = d + 1
		}
	}
	return out
}

// monthly is the recurring revenue of a month, NoNumber where it is unknown.
func monthly(c *analysis.Column, n int, rules ingest.Rules) []analysis.Money {
	if c == nil {
		return filled(n, analysis.NoNumber)
	}
	out := slices.Clone(c.Numbers)
	if !rules.Yearly {
		return out
	}
	for i, v := range out {
		if v != analysis.NoNumber {
			out[i] = analysis.MoneyOf(v.Float() / 12)
		}
	}
	return out
}

func filled[T any](n int, v T) []T {
	out := make([]T, n)
	for i := range out {
		out[i] = v
	}
	return out
}

// close finds the end of observation and has contracts run that end after it.
func (b *booking) close(rules ingest.Rules) {
	b.end = rules.To
	if !rules.To.Valid() || rules.To == 0 {
		b.end = b.lastSeen(rules.Today)
	}
	for i, d := range b.to {
		if d > b.end {
			b.to[i] = analysis.NoDay
		}
	}
}

// lastSeen is the last start or end up to today; any, where today is unknown.
func (b *booking) lastSeen(today analysis.Day) analysis.Day {
	last := analysis.NoDay
	for _, days := range [][]analysis.Day{b.from, b.to} {
		for _, d := range days {
			if d > last && (today <= 0 || d <= today) {
				last = d
			}
		}
	}
	if last == analysis.NoDay { // every contract begins tomorrow
		return today
	}
	return last
}

// group puts the contracts in the order of customers and their starts.
func (b *booking) group(out *analysis.Contracts) {
	b.order = make([]uint32, len(b.from))
	for i := range b.order {
		b.order[i] = uint32(i)
	}
	slices.SortFunc(b.order, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(b.customer[i], b.customer[j]), cmp.Compare(b.from[i], b.from[j]), cmp.Compare(i, j))
	})
	out.From, out.To, out.Recurring = pick(b.order, b.from), pick(b.order, b.to), pick(b.order, b.amount)
	out.Reasons, out.Reason = pick(b.order, b.reasons.codes), b.reasons.names
	out.Start = starts(out.IDs.Len(), pick(b.order, b.customer))
}

// starts is where each customer's rows begin, of rows in the order of customers.
func starts(customers int, of []uint32) []uint32 {
	out := make([]uint32, customers+1)
	for _, c := range of {
		out[c+1]++
	}
	for c := range customers {
		out[c+1] += out[c]
	}
	return out
}

// lastRows is the row of each customer's contract that began last.
func (b *booking) lastRows(c *analysis.Contracts) []uint32 {
	out := make([]uint32, c.Customers())
	for i := range out {
		out[i] = b.order[c.Start[i+1]-1]
	}
	return out
}

func pick[T any](rows []uint32, values []T) []T {
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = values[row]
	}
	return out
}
