package ingest

import (
	"context"

	"churnbench/analysis"
)

// A List is a file that says something about customers: who they are, what
// they have signed, what they answered. It is joined to the orders on the
// customer (package join).
type List struct {
	Kind Kind

	// IDs are the distinct customers in order of appearance. Identifiers that are
	// equal under Rules.IDs are one customer, spelled as the file has it first.
	IDs      analysis.Dict
	Customer []uint32 // of each used row: index into IDs
	Columns  []analysis.Column
	Date     int // index of the Date column in Columns, -1 if there is none

	table *Table
}

// Ledger returns the account of all rows: Read = Used + Σ Excluded.Rows. No row
// of a list is merged, and none has revenue.
func (l *List) Ledger() Ledger { return l.table.ledger }

// Warnings returns what a person should know about the file as a whole.
func (l *List) Warnings() []analysis.Warning { return l.table.warnings }

// Excluded calls yield with every row excluded for the reason; see
// Table.Excluded.
func (l *List) Excluded(reason Reason, yield func(Rejected) bool) bool {
	return l.table.Excluded(reason, yield)
}

// ReadList reads a source whole as a list: it needs a customer in each row and
// nothing else. Columns whose role is kept (Role.Kept), and the Date, become
// Columns of the List, with one value for each used row. A value that is no
// date or number where its role asks for one is kept as missing, and counted in
// a warning. Of the rules Test and IDs apply.
//
// Progress, which may be nil, errors and cancelling are those of Read.
func ReadList(ctx context.Context, src Source, kind Kind, f Format, m Mapping, rules Rules, progress func(bytes, rows int64)) (*List, error) {
	f, err := completed(src, f, m)
	if err != nil {
		return nil, err
	}
	r, err := newListReader(src, f, m, rules)
	if err != nil {
		return nil, err
	}
	if err := r.run(ctx, progress); err != nil {
		return nil, err
	}
	return r.listed(kind, rules.IDs)
}

// newListReader makes a reader whose records go to a list. It has no kernel:
// lists are small beside orders, and the plain way reads every kind of value.
func newListReader(src Source, f Format, m Mapping, rules Rules) (*reader, error) {
	if err := checkList(m); err != nil {
		return nil, err
	}
	p := &plan{Format: f, columns: len(m), customer: m.Column(Customer), date: -1, amount: -1, quantity: -1, price: -1}
	in, err := newStream(src, f.Encoding)
	if err != nil {
		return nil, err
	}
	return &reader{
		plan: p, in: in, split: splitter{delim: f.Delimiter, quoting: f.Quoting}, keys: newKeyTable(int(min(src.Size()/100, 1<<20))),
		list: newListRows(m, rules.Test), headerDue: f.Header == HeaderYes, skipDue: f.Skip.Lines(),
	}, nil
}

// checkList says what a list's mapping lacks, or which role it gives twice.
func checkList(m Mapping) error {
	for i, role := range m {
		if !role.Repeats() && m.Column(role) < i {
			return analysis.Fail(analysis.BadInput, "ingest.role-twice", roleWord(role)).Or("ingest.role-twice-remedy")
		}
	}
	if m.Column(Customer) < 0 {
		return analysis.Fail(analysis.BadInput, "ingest.role-missing", roleWord(Customer)).Or("ingest.list-customer-remedy")
	}
	return nil
}

// takeListed judges one record of a list, which stands in the splitter.
func (r *reader) takeListed(text []byte, at, size, line int) {
	reason, customer := r.judgeListed(text, r.split.fields)
	if reason != "" {
		column := 0
		if reason == MissingCustomer || reason == TestCustomer {
			column = r.customer + 1
		}
		r.enter(verdict{reason: reason, column: column}, at, size, line)
		return
	}
	r.list.customer = append(r.list.customer, r.keys.code(customer))
	for i := range r.list.columns {
		c := &r.list.columns[i]
		c.add(clean(r.split.fields[c.at].value(text)), r.Format, line)
	}
}

// judgeListed tests a row of a list in the order of the Reasons. A list may
// have no column of dates by which totals could be told from a customer of that
// name, so the name decides.
func (r *reader) judgeListed(text []byte, fields []span) (Reason, []byte) {
	totals := isTotals(fields[0].value(text))
	if !r.fits(text, fields) {
		if totals {
			return TotalsLine, nil
		}
		return Malformed, nil
	}
	if r.heading.repeats(text, fields) {
		return Malformed, nil
	}
	customer := clean(fields[r.customer].value(text))
	switch {
	case isTotals(customer), totals && isMissing(customer):
		return TotalsLine, nil
	case isMissing(customer):
		return MissingCustomer, nil
	case r.list.tests.match(customer):
		return TestCustomer, nil
	}
	return "", customer
}

// listed closes a list's books.
func (r *reader) listed(kind Kind, rules IDRules) (*List, error) {
	out := r.out
	t := &Table{again: newRereader(r.in.src, r.plan, r.in.anchors), out: &out}
	var err error
	if t.ledger.Excluded, err = t.exclusions(); err != nil {
		return nil, err
	}
	if len(r.list.customer) == 0 {
		return nil, r.nothingListed(t.ledger)
	}
	t.ledger.Read, t.ledger.Used = r.read, len(r.list.customer)
	t.ledger.Lines, t.ledger.Blank = r.lines, r.blank
	t.warnings = append(r.warnings(), r.list.doubts()...)
	l := &List{Kind: kind, table: t, Date: -1}
	names := permuted(&r.keys.names, identity(r.keys.names.Len())) // as valid UTF-8
	l.IDs, l.Customer = mergedList(&names, r.list.customer, rules)
	for i := range r.list.columns {
		if r.list.columns[i].Role == string(Date) {
			l.Date = i
		}
		l.Columns = append(l.Columns, r.list.columns[i].closed())
	}
	return l, nil
}

// nothingListed explains a list of which no row could be used.
func (r *reader) nothingListed(l Ledger) error {
	switch worst := r.worst(); {
	case r.read == 0 || worst == Malformed:
		return r.nothingUsed(l)
	case worst == MissingCustomer:
		return analysis.Fail(analysis.BadInput, "ingest.no-customer", analysis.Count("column", r.customer+1)).Or("ingest.no-customer-remedy")
	}
	return analysis.Fail(analysis.NotEnough, "ingest.list-empty", analysis.Count("rows", r.read)).Or("ingest.list-empty-remedy")
}

// mergedList renames the customers of rows by the rules for identifiers, so
// that codes are again 0, 1, 2, … in order of appearance.
func mergedList(names *analysis.Dict, customer []uint32, rules IDRules) (analysis.Dict, []uint32) {
	remap, merged := mergedIDs(names, rules)
	if merged == 0 {
		return *names, customer
	}
	var ids analysis.Dict
	code := make([]uint32, names.Len())
	for i, first := range remap {
		if first == uint32(i) {
			code[i] = uint32(ids.Append(names.Raw(i)))
		} else {
			code[i] = code[first]
		}
	}
	for i, c := range customer {
		customer[i] = code[c]
	}
	return ids, customer
}
