package ingest

import (
	"strings"

	"churnbench/analysis"
)

// nothingUsed explains files of which no row became an order, by the one with
// most rows.
func (g *intake) nothingUsed() error {
	largest := g.readers[0]
	for _, r := range g.readers {
		if r.rowsRead > largest.rowsRead {
			largest = r
		}
	}
	return largest.nothingUsed(Ledger{Excluded: largest.out.exclusions()})
}

// nothingUsed explains a file of which no row became an order, by the reason
// that took most rows.
func (r *reader) nothingUsed(l Ledger) error {
	if r.rowsRead == 0 {
		return analysis.Fail(analysis.BadInput, "ingest.no-records").Or("ingest.no-records-remedy")
	}
	samples := analysis.Text("samples", samplesOf(l, r.worst()))
	rows := analysis.Count("rows", r.rowsRead)
	switch r.worst() {
	case BadDate:
		return analysis.Fail(analysis.BadInput, "ingest.no-date", analysis.Count("column", r.date+1), samples).
			Or("ingest.no-date-remedy")
	case BadAmount:
		return analysis.Fail(analysis.BadInput, "ingest.no-amount", analysis.Count("column", r.moneyColumn()+1), samples).
			Or("ingest.no-amount-remedy")
	case MissingCustomer:
		return analysis.Fail(analysis.BadInput, "ingest.no-customer", analysis.Count("column", r.customer+1)).
			Or("ingest.no-customer-remedy")
	case TestCustomer:
		return analysis.Fail(analysis.NotEnough, "ingest.all-tests", rows, samples).Or("ingest.all-tests-remedy")
	case NoSale:
		return r.allNoSale(l)
	case ZeroAmount, NegativeAmount:
		return analysis.Fail(analysis.NotEnough, "ingest.no-positive-amount", rows,
			analysis.Count("zero", r.out.count(ZeroAmount)), analysis.Count("negative", r.out.count(NegativeAmount))).
			Or("ingest.no-positive-amount-remedy")
	case OutsideWindow:
		return analysis.Fail(analysis.NotEnough, "ingest.all-outside", rows, analysis.On("from", r.from), analysis.On("to", r.to), samples).
			Or("ingest.all-outside-remedy")
	}
	return analysis.Fail(analysis.BadInput, "ingest.all-malformed", rows, analysis.Count("expected", r.columns), samples).
		Or("ingest.all-malformed-remedy")
}

// worst returns the reason that excluded most rows.
func (r *reader) worst() Reason {
	worst := 0
	for i, n := range r.out.rows {
		if n > r.out.rows[worst] {
			worst = i
		}
	}
	if refunds := r.out.count(ZeroAmount) + r.out.count(NegativeAmount); refunds > r.out.rows[worst] {
		return NegativeAmount
	}
	return Reasons[worst]
}

// samplesOf quotes a few different texts of the rows excluded for a reason.
func samplesOf(l Ledger, reason Reason) string {
	var list []string
	seen := map[string]bool{}
	for _, e := range l.Excluded {
		for _, row := range e.First {
			if e.Reason == reason && !seen[row.Text] && len(list) < 3 {
				seen[row.Text] = true
				list = append(list, "“"+cut([]byte(row.Text), 40)+"”")
			}
		}
	}
	return strings.Join(list, ", ")
}

// warnings says what is doubtful about the files as a whole.
func (g *intake) warnings(log *analysis.Log) (list []analysis.Warning) {
	for _, r := range g.readers {
		list = append(list, r.warnings()...)
	}
	if g.currency.mixed {
		list = append(list, warning(analysis.Serious, analysis.Say("ingest.currencies"), analysis.Say("ingest.currencies-remedy")))
	}
	if n, sample := mangledNames(&log.IDs); n > 0 {
		list = append(list, mangledWarning(n, sample))
	}
	for _, c := range g.kept {
		if c.dropped {
			list = append(list, c.warning())
		}
	}
	return list
}

// warnings says what is doubtful about one file.
func (r *reader) warnings() (list []analysis.Warning) {
	if r.lost {
		list = append(list, warning(analysis.Serious, r.whyLost(), analysis.Say("ingest.quote-open-remedy")))
	}
	if r.invalid > 0 {
		places := analysis.Say("ingest.undecodable", analysis.Count("places", r.invalid), analysis.Text("encoding", string(r.Encoding)))
		list = append(list, warning(analysis.Caution, places, r.decodingRemedy()))
	}
	list = append(list, r.turns.warnings(r.plan, r.rowsRead, r.used)...)
	if share := float64(r.unreadable()) / float64(r.rowsRead); share > 0.05 {
		list = append(list, warning(analysis.Caution, analysis.Say("ingest.many-excluded", analysis.Percent("share", share)),
			analysis.Say("ingest.many-excluded-remedy")))
	}
	if r.used == 0 && r.rowsRead > 0 {
		list = append(list, warning(analysis.Serious, analysis.Say("ingest.file-unused", analysis.Text("file", r.in.src.Name()), analysis.Count("rows", r.rowsRead)),
			analysis.Say("ingest.many-excluded-remedy")))
	}
	return list
}

// warning says that a column has too many different texts to be kept.
func (c *keptColumn) warning() analysis.Warning {
	return warning(analysis.Note, analysis.Say("ingest.column-dropped", analysis.Text("name", c.name), analysis.Count("limit", maxDistinct)),
		analysis.Say("ingest.column-dropped-remedy"))
}

// doubtIdentical tells of rows that stand in the files twice and were counted
// twice: a shop may sell the same thing twice on a day, and an export may hold
// a part of itself again.
func (t *Table) doubtIdentical() []analysis.Warning {
	n := t.ledger.Identical
	if n == 0 {
		return nil
	}
	share, severity := float64(n)/float64(t.ledger.Used), analysis.Note
	if share > 0.01 {
		severity = analysis.Caution
	}
	return []analysis.Warning{warning(severity, analysis.Say("ingest.identical", analysis.Count("rows", n), analysis.Percent("share", share)),
		analysis.Say("ingest.identical-remedy"))}
}

func warning(s analysis.Severity, message, remedy analysis.Message) analysis.Warning {
	return analysis.Warning{Severity: s, Message: message, Remedy: remedy}
}

// whyLost says where the file stopped making sense.
func (r *reader) whyLost() analysis.Message {
	line := analysis.Count("line", r.lostLine)
	rows := analysis.Count("rows", r.out.count(Malformed)-r.lostAfter)
	if r.endless {
		return analysis.Say("ingest.row-endless", line, rows, analysis.Size("limit", maxRecord))
	}
	return analysis.Say("ingest.quote-open", line, rows)
}

// unreadable counts the rows that were excluded because they could not be
// read, and not by a rule.
func (r *reader) unreadable() int {
	return r.out.count(Malformed) + r.out.count(BadDate) + r.out.count(BadAmount) + r.out.count(MissingCustomer)
}
