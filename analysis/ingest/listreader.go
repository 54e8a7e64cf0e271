package ingest

import (
	"context"

	"churnbench/analysis"
)

// A listReader walks through the records of a list. It has no fast way: lists
// are small beside orders. It takes the same records from a text as the reader
// of orders does, but for one thing: once it has split twice as much text as the
// file has for the sake of stray quotes, it goes on line by line.
type listReader struct {
	listPlan
	in    *stream
	split splitter
	keys  *keyTable
	rows  *listRows
	again func(Reason, Rejected) // takes the rows left out in place of the books, when they are read again

	ledger    Ledger // but for Used
	skipDue   int    // lines before the table that are still to be passed over
	headerDue bool   // the first record is still to be skipped
	heading   heading
	lost      bool // quotes cannot be trusted any more: each line is left out
	lostLine  int  // from where on
	rescanned int  // bytes split again after a stray quote
	invalid   int  // undecodable places
}

func newListReader(p listPlan) (*listReader, error) {
	in, err := newStream(p.src, p.Encoding)
	if err != nil {
		return nil, err
	}
	return &listReader{
		listPlan: p, in: in, split: splitter{delim: p.Delimiter, quoting: p.Quoting},
		keys: newKeyTable(int(min(p.src.Size()/100, 1<<20))), rows: newListRows(p.mapping),
		skipDue: p.Skip.Lines(), headerDue: p.Header == HeaderYes,
	}, nil
}

// run reads the source slice by slice.
func (r *listReader) run(ctx context.Context, progress func(bytes, rows int64)) error {
	for !r.in.atEOF {
		if ctx.Err() != nil {
			return analysis.Fail(analysis.Cancelled, "ingest.cancelled")
		}
		if err := r.in.fill(); err != nil {
			return err
		}
		r.take()
		if progress != nil {
			progress(r.in.offset, int64(r.ledger.Read))
		}
	}
	return nil
}

// take consumes the complete records of the text at hand and, at the end of
// the file, the incomplete one.
func (r *listReader) take() {
	text, at := r.in.text(), 0
	r.split.atEOF = r.in.atEOF
	for at < len(text) {
		next := r.takeOne(text, at)
		if next == at {
			break
		}
		at = next
	}
	r.invalid += undecodable(text[:at], r.Encoding)
	r.in.consume(at)
}

// takeOne takes the record, or where records cannot be trusted the line, that
// starts at text[at]. It returns where the next one starts, or at if that is
// still to come.
func (r *listReader) takeOne(text []byte, at int) int {
	if r.skipDue > 0 || r.lost {
		return r.takeLine(text, at)
	}
	next, result := r.split.next(text, at)
	switch {
	case result == complete:
		r.takeRecord(text, at, next)
		return next
	case result == broken:
		line := r.takeLine(text, at)
		if line > at {
			r.rescanned += next - at
			r.lose(r.rescanned > 2*int(r.in.base)+maxRecord)
		}
		return line
	case r.in.atEOF || len(text)-at > maxRecord:
		r.lose(true)
		return r.takeLine(text, at)
	}
	return at
}

// lose gives up on quotes from the next line on.
func (r *listReader) lose(now bool) {
	if now && !r.lost {
		r.lost, r.lostLine = true, r.ledger.Lines+1
	}
}

// takeLine passes over a physical line: one before the table, or one that is
// left out.
func (r *listReader) takeLine(text []byte, at int) int {
	end := at
	for !atLineEnd(text, end) {
		end++
	}
	next, result := r.split.lineEnd(text, end)
	if result != complete {
		if len(text)-at <= maxRecord {
			return at
		}
		next = len(text)
	}
	r.ledger.Lines++
	switch {
	case r.skipDue > 0:
		r.skipDue--
	case len(clean(text[at:next])) == 0:
		r.ledger.Blank++
	default:
		r.ledger.Read++
		r.leave(Malformed, 0, text[at:next], r.ledger.Lines)
	}
	return next
}

// takeRecord judges the record in the splitter, which is text[at:next].
func (r *listReader) takeRecord(text []byte, at, next int) {
	line := r.ledger.Lines + 1
	r.ledger.Lines += max(1, countLines(text[at:next]))
	fields := r.split.fields
	switch {
	case isBlank(text, fields):
		r.ledger.Blank++
	case r.headerDue && isSeparatorLine(text[at:next]):
	case r.headerDue:
		r.headerDue = false
		r.heading = headingOf(text, fields)
		r.rows.name(text, fields)
		r.terms.name(text, fields)
	default:
		r.ledger.Read++
		if reason, column := r.judge(text, fields); reason != "" {
			r.leave(reason, column, text[at:next], line)
		} else if r.again == nil {
			r.keep(text, fields, line)
		}
	}
}

// judge tests a row of a list; column is that at fault, from 1, or 0. A list may
// have no dates by which a line of totals could be told from a customer of that
// name, so the name decides.
func (r *listReader) judge(text []byte, fields []span) (reason Reason, column int) {
	totals := isTotals(fields[0].value(text))
	if len(fields) != len(r.mapping) && !(len(fields) == len(r.mapping)+1 && len(clean(fields[len(fields)-1].value(text))) == 0) {
		if totals {
			return TotalsLine, 0
		}
		return Malformed, 0
	}
	customer := clean(fields[r.customer].value(text))
	switch {
	case r.heading.repeats(text, fields):
		return Malformed, 0
	case isTotals(customer), totals && isMissing(customer):
		return TotalsLine, 0
	case isMissing(customer):
		return MissingCustomer, r.customer + 1
	case r.tests.match(customer):
		return TestCustomer, r.customer + 1
	}
	return r.terms.judge(text, fields)
}

// keep adds a row to the list.
func (r *listReader) keep(text []byte, fields []span, line int) {
	r.rows.customer = append(r.rows.customer, r.keys.code(clean(fields[r.customer].value(text))))
	for i := range r.rows.columns {
		c := &r.rows.columns[i]
		c.add(clean(fields[c.at].value(text)), r.Format, line)
	}
	r.terms.keep(r.rows, text, fields)
}

// leave books a row that is left out.
func (r *listReader) leave(reason Reason, column int, record []byte, line int) {
	if r.again != nil {
		r.again(reason, r.rejected(reason, column, record, line))
		return
	}
	e := r.exclusion(reason)
	e.Rows++
	if len(e.First) < maxFirst {
		e.First = append(e.First, r.rejected(reason, column, record, line))
	}
}

// exclusion finds a reason's entry of the ledger, which is in the order of
// Reasons.
func (r *listReader) exclusion(reason Reason) *Exclusion {
	list, i := r.ledger.Excluded, 0
	for i < len(list) && reasonIndex(list[i].Reason) < reasonIndex(reason) {
		i++
	}
	if i == len(list) || list[i].Reason != reason {
		list = append(list[:i:i], append([]Exclusion{{Reason: reason}}, list[i:]...)...)
		r.ledger.Excluded = list
	}
	return &list[i]
}

// rejected says of a row what is wrong with it.
func (r *listReader) rejected(reason Reason, column int, record []byte, line int) Rejected {
	row := Rejected{Line: line, Column: column, Text: cut(trim(record), maxRejectedText), Why: analysis.Say("ingest.why-totals")}
	split := splitter{delim: r.Delimiter, quoting: r.Quoting, atEOF: true}
	_, result := split.next(record, 0)
	if column > 0 && column <= len(split.fields) {
		row.Text = cut(clean(split.fields[column-1].value(record)), maxRejectedText)
	}
	switch reason {
	case Malformed:
		p := plan{Format: r.Format, columns: len(r.mapping)}
		row.Why = p.whyMalformed(result, len(split.fields))
		if r.heading.repeats(record, split.fields) {
			row.Why = analysis.Say("ingest.why-header")
		}
	case MissingCustomer:
		row.Why = analysis.Say("ingest.why-customer")
	case TestCustomer:
		row.Why = analysis.Say("ingest.list-why-test")
	case TotalsLine:
	default:
		row.Why = r.terms.why(reason, row.Text)
	}
	return row
}

// inOrder is 0, 1, 2, …, n−1.
func inOrder(n int) []uint32 {
	list := make([]uint32, n)
	for i := range list {
		list[i] = uint32(i)
	}
	return list
}
