package ingest

import "churnbench/analysis"

// A Table is what was read from one or several files: their orders, and an
// account of every row.
type Table struct {
	log       *analysis.Log
	ledger    Ledger
	ledgers   []Ledger // by file
	warnings  []analysis.Warning
	files     []again
	mixed     []int // by column of Log.Attributes
	mergedIDs int
}

// Log returns the orders, grouped by customer. It is shared and must not be
// changed.
func (t *Table) Log() *analysis.Log { return t.log }

// Ledger returns the account of all rows of all files.
func (t *Table) Ledger() Ledger { return t.ledger }

// Ledgers returns the account of each file. Their First rows and sums are those
// of that file only.
func (t *Table) Ledgers() []Ledger { return t.ledgers }

// Warnings returns what a person should know about the files as a whole.
func (t *Table) Warnings() []analysis.Warning { return t.warnings }

// Mixed returns how many customers have had more than one value in column i of
// Log.Attributes; the latest counts. It is 0 for columns from elsewhere.
func (t *Table) Mixed(i int) int {
	if i >= len(t.mixed) {
		return 0
	}
	return t.mixed[i]
}

// MergedIDs returns how many identifiers Rules.IDs found to be another's.
func (t *Table) MergedIDs() int { return t.mergedIDs }

// Excluded calls yield with every row excluded for the reason ("" for any), in
// file order, until it returns false. Rows are read again from the sources,
// which must still be there. It returns false if yield did, or if a source
// could not be read.
func (t *Table) Excluded(reason Reason, yield func(Rejected) bool) bool {
	for i := range t.files {
		if !t.files[i].each(reason, yield) {
			return false
		}
	}
	return true
}

// table closes the books.
func (g *intake) table() (*Table, error) {
	if g.rows.n == 0 {
		return nil, g.nothingUsed()
	}
	if g.rows.over {
		return nil, analysis.Fail(analysis.BadInput, "ingest.overflow", analysis.Count("column", g.readers[0].moneyColumn()+1)).Or("ingest.overflow-remedy")
	}
	s := g.group()
	t := &Table{mergedIDs: s.mergedIDs}
	var lates [][]late
	t.ledgers, lates = s.ledgers()
	t.log = s.log()
	for i, r := range g.readers {
		t.files = append(t.files, newAgain(r, lates[i]))
	}
	if err := t.listLate(); err != nil {
		return nil, err
	}
	if len(t.log.Day) == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "ingest.all-refunded", analysis.Count("rows", g.read)).Or("ingest.all-refunded-remedy")
	}
	t.ledger = sum(t.ledgers)
	if s.fate == nil {
		t.ledger.Merged = g.rows.n - len(t.log.Day)
		t.ledgers[0].Merged = t.ledger.Merged
	}
	t.log.Attributes, t.mixed = attributes(t.log)
	t.warnings = append(g.warnings(t.log), t.doubtIdentical()...)
	return t, nil
}

// listLate adds to the ledgers the first of the rows that were left out when all
// were known.
func (t *Table) listLate() error {
	for i := range t.ledgers {
		for j := range t.ledgers[i].Excluded {
			e := &t.ledgers[i].Excluded[j]
			if e.Reason != Duplicate && e.Reason != UnmatchedRefund {
				continue
			}
			t.files[i].each(e.Reason, func(row Rejected) bool {
				e.First = append(e.First, row)
				return len(e.First) < maxFirst
			})
			if len(e.First) < min(e.Rows, maxFirst) {
				return analysis.Fail(analysis.BadInput, "ingest.excluded-unreadable").Or("ingest.unreadable-remedy")
			}
		}
	}
	return nil
}
