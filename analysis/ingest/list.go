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

	// Book is what the list keeps: its used rows are contracts or tenures. Of
	// tenures, Tenure, Entry and Left hold a value for each used row, Tenure and Entry
	// in Unit and with all digits; Entry is nil where the list has none.
	Book          Book
	Unit          analysis.Unit
	Tenure, Entry []float64
	Left          []bool

	plan     listPlan
	ledger   Ledger
	warnings []analysis.Warning
}

// Ledger returns the account of all rows: Read = Used + Σ Excluded.Rows. No row
// of a list is merged, and none has revenue.
func (l *List) Ledger() Ledger { return l.ledger }

// Warnings returns what a person should know about the file as a whole.
func (l *List) Warnings() []analysis.Warning { return l.warnings }

// Excluded calls yield with every row excluded for the reason ("" for any), in
// file order, until it returns false. The source is read again for it and must
// still be there. Excluded returns false if yield did, or if the source could
// not be read.
func (l *List) Excluded(reason Reason, yield func(Rejected) bool) bool {
	more := true
	r, err := newListReader(l.plan)
	if err != nil {
		return false
	}
	r.again = func(why Reason, row Rejected) {
		if more && (reason == "" || reason == why) {
			more = yield(row)
		}
	}
	for more && !r.in.atEOF {
		if err := r.in.fill(); err != nil {
			return false
		}
		r.take()
	}
	return more
}

// A listPlan is what ReadList was asked to do.
type listPlan struct {
	Format
	src      Source
	mapping  Mapping
	customer int // column
	tests    testPatterns
	terms    terms
}

// ReadList reads a source whole as a list: it needs a customer in each row and
// nothing else. Columns whose role is kept (Role.Kept), and the Date, become
// Columns of the List, with one value for each used row. A value that is no
// date or number where its role asks for one is kept as missing, and counted in
// a warning. Of the rules Test and IDs apply; to a list that keeps a Book also
// LastDay, Left, Stays, To and Today, and rows that are no contract or tenure are
// left out of it.
//
// Progress, which may be nil, errors and cancelling are those of Read.
func ReadList(ctx context.Context, src Source, kind Kind, f Format, m Mapping, rules Rules, progress func(bytes, rows int64)) (*List, error) {
	f, err := completed(src, f, m)
	if err != nil {
		return nil, err
	}
	if err := checkList(m); err != nil {
		return nil, err
	}
	r, err := newListReader(listPlan{f, src, m, m.Column(Customer), newTestPatterns(rules.Test), newTerms(kind, f, m, rules)})
	if err != nil {
		return nil, err
	}
	if err := r.run(ctx, progress); err != nil {
		return nil, err
	}
	return r.list(kind, rules.IDs)
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

// list closes the books.
func (r *listReader) list(kind Kind, rules IDRules) (*List, error) {
	if len(r.rows.customer) == 0 {
		return nil, r.nothingListed()
	}
	l := &List{Kind: kind, Date: -1, plan: r.listPlan, ledger: r.ledger, warnings: append(r.warnings(), r.rows.doubts(r.src.Name())...)}
	l.ledger.Used = len(r.rows.customer)
	l.keepBook(r)
	names := permuted(&r.keys.names, inOrder(r.keys.names.Len())) // as valid UTF-8
	l.IDs, l.Customer = mergedList(&names, r.rows.customer, rules)
	for i := range r.rows.columns {
		if r.rows.columns[i].Role == string(Date) {
			l.Date = i
		}
		l.Columns = append(l.Columns, r.rows.columns[i].closed())
	}
	return l, nil
}

// keepBook takes over what was read of tenures.
func (l *List) keepBook(r *listReader) {
	l.Book, l.Unit = r.terms.book, r.Unit
	l.Tenure, l.Entry, l.Left = r.rows.tenure, r.rows.entry, r.rows.left
}

// nothingListed explains a list of which no row could be used, by the reason
// that took most rows.
func (r *listReader) nothingListed() error {
	worst := Exclusion{}
	for _, e := range r.ledger.Excluded {
		if e.Rows > worst.Rows {
			worst = e
		}
	}
	rows := analysis.Count("rows", r.ledger.Read)
	switch worst.Reason {
	case "":
		return analysis.Fail(analysis.BadInput, "ingest.no-records").Or("ingest.no-records-remedy")
	case Malformed:
		return analysis.Fail(analysis.BadInput, "ingest.all-malformed", rows, analysis.Count("expected", len(r.mapping)),
			analysis.Text("samples", samplesOf(r.ledger, Malformed))).Or("ingest.all-malformed-remedy")
	case MissingCustomer:
		return analysis.Fail(analysis.BadInput, "ingest.no-customer", analysis.Count("column", r.customer+1)).Or("ingest.no-customer-remedy")
	}
	if r.terms.book != NoBook {
		return analysis.Fail(analysis.BadInput, "ingest.book-empty", rows, analysis.Word("reason", "reason."+string(worst.Reason)),
			analysis.Text("samples", samplesOf(r.ledger, worst.Reason))).Or("ingest.book-empty-remedy")
	}
	return analysis.Fail(analysis.NotEnough, "ingest.list-empty", rows).Or("ingest.list-empty-remedy")
}

// warnings says what is doubtful about the file as a whole.
func (r *listReader) warnings() (list []analysis.Warning) {
	if r.lost {
		list = append(list, analysis.Warning{Severity: analysis.Serious,
			Message: analysis.Say("ingest.list-lost", analysis.Text("file", r.src.Name()), analysis.Count("line", r.lostLine)), Remedy: analysis.Say("ingest.quote-open-remedy")})
	}
	if r.invalid > 0 {
		list = append(list, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("ingest.undecodable", analysis.Count("places", r.invalid), analysis.Text("encoding", string(r.Encoding))),
			Remedy:  analysis.Say("ingest.undecodable-remedy")})
	}
	return list
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
