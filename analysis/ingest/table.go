package ingest

import "churnbench/analysis"

// A Table is a file that was read: its orders, and an account of every row.
type Table struct {
	log      *analysis.Log
	ledger   Ledger
	warnings []analysis.Warning
	again    *rereader
	out      *rejects
}

// Log returns the orders, grouped by customer; see newLog for their order. It
// is shared and must not be changed.
func (t *Table) Log() *analysis.Log { return t.log }

// Ledger returns the account of all rows.
func (t *Table) Ledger() Ledger { return t.ledger }

// Warnings returns what a person should know about the file as a whole.
func (t *Table) Warnings() []analysis.Warning { return t.warnings }

// Excluded calls yield with every row excluded for the reason ("" for any), in
// file order, until it returns false. Rows are read again from the source,
// which must still be there. It returns false if yield did, or if the source
// could not be read.
func (t *Table) Excluded(reason Reason, yield func(Rejected) bool) bool {
	whole := true
	t.out.each(reason, func(x reject) bool {
		row, err := t.again.row(x)
		whole = err == nil && yield(row)
		return whole
	})
	return whole
}

// table closes the books.
func (r *reader) table() (*Table, error) {
	out := r.out // a copy: a pointer into the reader would keep all of it
	t := &Table{again: newRereader(r.in.src, r.plan, r.in.anchors), out: &out}
	var err error
	if t.ledger.Excluded, err = t.exclusions(); err != nil {
		return nil, err
	}
	if r.rows.n == 0 {
		return nil, r.nothingUsed(t.ledger)
	}
	if r.rows.overflow() {
		return nil, analysis.Fail(analysis.BadInput, "ingest.overflow", analysis.Count("column", r.moneyColumn()+1)).Or("ingest.overflow-remedy")
	}
	r.keys.slots, r.in.buf = nil, nil // room for the log
	t.log = newLog(&r.rows, &r.keys.names, r.currency.only())
	t.ledger.Read, t.ledger.Used = r.read, r.rows.n
	t.ledger.Merged = r.rows.n - len(t.log.Day)
	t.ledger.Revenue = t.log.Revenue()
	t.ledger.Lines, t.ledger.Blank = r.lines, r.blank
	t.warnings = r.warnings()
	return t, nil
}

// exclusions lists the reasons that occur, with the first rows of each.
func (t *Table) exclusions() ([]Exclusion, error) {
	var list []Exclusion
	var err error
	for i, reason := range Reasons {
		if t.out.rows[i] == 0 {
			continue
		}
		e := Exclusion{Reason: reason, Rows: t.out.rows[i], Amount: t.out.amount[i]}
		t.out.each(reason, func(x reject) bool {
			var row Rejected
			row, err = t.again.row(x)
			e.First = append(e.First, row)
			return err == nil && len(e.First) < maxFirst
		})
		list = append(list, e)
	}
	t.again.in = nil
	return list, err
}

// maxFirst is how many rows of each reason a Ledger shows.
const maxFirst = 20
