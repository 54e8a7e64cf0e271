package ingest

import (
	"sort"

	"churnbench/analysis"
)

const (
	// maxRejectedText is how many bytes of an excluded row or field are shown.
	maxRejectedText = 200

	// maxReread is how much of an excluded row is looked at to say what is wrong.
	maxReread = 64 << 10

	// replaySlice is how many bytes are read again at a time.
	replaySlice = 128 << 10

	// blockSize is how much text lies between two marks.
	blockSize = 64 << 10
)

// A mark is the state of a reader between two records. From there on the file
// can be read again, and nothing else must be remembered of excluded rows than
// between which marks some lie.
type mark struct {
	at        int64 // position in the decoded text
	lines     uint32
	used      uint32 // rows of the file before it that were booked as orders
	out       uint32 // rows before it that were excluded
	lost      bool
	rescanned int
	unsold    string // number of the last order that was no sale
}

// mark notes the reader's state every blockSize bytes.
func (r *reader) mark() {
	if r.skipDue > 0 || r.headerDue || r.listen != nil || len(r.marks) > 0 && r.in.base < r.marks[len(r.marks)-1].at+blockSize {
		return
	}
	r.marks = append(r.marks, r.state())
}

func (r *reader) state() mark {
	return mark{r.in.base, clip32(r.lines), clip32(r.used), clip32(r.out.all), r.lost, r.rescanned, string(r.unsold)}
}

// An again reads the excluded rows of a file again.
type again struct {
	plan    *plan
	src     Source
	anchors []anchor // of the decoded slices; none for UTF-8
	marks   []mark   // the last one is the end of the file
	out     [reasonCount]bool
	late    []late
	file    int
}

func newAgain(r *reader, left []late) again {
	a := again{plan: r.plan, src: r.in.src, anchors: r.in.anchors, marks: append(r.marks, r.state()), late: left, file: r.file}
	for i, rows := range r.out.rows {
		a.out[i] = rows > 0
	}
	return a
}

// each calls yield with every row excluded for the reason, in file order, until
// it returns false.
func (a *again) each(reason Reason, yield func(Rejected) bool) bool {
	if reason != "" && !a.out[reasonIndex(reason)] {
		return true
	}
	var r *reader
	p := replay{again: a, reason: reason, yield: yield, more: true}
	for i := 0; i+1 < len(a.marks) && p.more; i++ {
		from, to := a.marks[i], a.marks[i+1]
		if !a.holds(reason, from, to) {
			continue
		}
		if r == nil || r.in.base != from.at {
			var err error
			if r, err = a.reader(from); err != nil {
				return false
			}
			r.listen = p.take
		}
		p.used = int(from.used)
		if r.replay(to.at) != nil {
			return false
		}
	}
	return p.more
}

// holds reports whether rows excluded for a reason may lie between two marks.
func (a *again) holds(reason Reason, from, to mark) bool {
	if to.out > from.out && (reason == "" || reason != Duplicate && reason != UnmatchedRefund) {
		return true
	}
	for i, l := range a.late {
		if (reason == "" || reason == lateReasons[i].reason) && !l.rows.none(int(from.used), int(to.used)) {
			return true
		}
	}
	return false
}

// reader returns a reader that stands at a mark.
func (a *again) reader(m mark) (*reader, error) {
	in, err := a.seek(m.at)
	if err != nil {
		return nil, err
	}
	return &reader{
		plan: a.plan, intake: &intake{}, in: in, file: a.file, split: splitter{delim: a.plan.Delimiter, quoting: a.plan.Quoting},
		lines: int(m.lines), lost: m.lost, rescanned: m.rescanned, unsold: []byte(m.unsold),
	}, nil
}

// seek starts a stream at a position of the decoded text. In UTF-8 every place
// is known; else the text is decoded from the last anchor on.
func (a *again) seek(at int64) (*stream, error) {
	in, err := newStream(a.src, a.plan.Encoding)
	if err != nil {
		return nil, err
	}
	place := anchor{in.offset + at, at}
	if in.dec != nil {
		i := sort.Search(len(a.anchors), func(i int) bool { return a.anchors[i].text > at }) - 1
		place = a.anchors[max(i, 0)]
	}
	in = streamAt(a.src, a.plan.Encoding, place)
	in.slice = replaySlice
	for in.base < at {
		if skip := min(at-in.base, int64(len(in.text()))); skip > 0 {
			in.consume(int(skip))
		} else if in.atEOF {
			break
		} else if err := in.fill(); err != nil {
			return nil, err
		}
	}
	return in, nil
}

// replay reads on up to a position.
func (r *reader) replay(to int64) error {
	for r.in.base < to {
		r.split.atEOF = r.in.atEOF
		n := r.takeSome(r.in.text(), int(min(to-r.in.base, windowSize)))
		if r.in.consume(n); n > 0 {
			continue
		}
		if r.in.atEOF {
			return nil
		}
		if err := r.in.fill(); err != nil {
			return err
		}
	}
	return nil
}

// A replay passes on those rows that were excluded for a reason.
type replay struct {
	*again
	reason Reason
	yield  func(Rejected) bool
	more   bool
	used   int // rows so far that were booked as orders
}

func (p *replay) take(v verdict, r *reader, record []byte, line int) {
	if v.reason == "" {
		for i, l := range p.late {
			if l.rows.has(p.used) {
				v.reason, v.column = lateReasons[i].reason, lateColumn(lateReasons[i].reason, p.plan)
			}
		}
		p.used++
	}
	if p.more && v.reason != "" && (p.reason == "" || p.reason == v.reason) {
		p.more = p.yield(r.rejected(v, record, line))
	}
}

// lateColumn is the column to point at for a reason that the row alone does not
// tell, 0 for the row as a whole.
func lateColumn(reason Reason, p *plan) int {
	if reason == UnmatchedRefund {
		return p.moneyColumn() + 1
	}
	return 0
}

// rejected says of a row what is wrong with it.
func (r *reader) rejected(v verdict, record []byte, line int) Rejected {
	text := record[:min(len(record), maxReread)]
	split := splitter{delim: r.Delimiter, quoting: r.Quoting, atEOF: true}
	_, result := split.next(text, 0)
	row := Rejected{File: r.file, Line: line, Column: v.column, Text: cut(trim(text), maxRejectedText)}
	if c := row.Column - 1; c >= 0 && c < len(split.fields) {
		row.Text = cut(clean(split.fields[c].value(text)), maxRejectedText)
	}
	row.Why = r.why(v, result, len(split.fields))
	if v.reason == NoSale {
		row.Why = r.whyNoSale(row.Column, row.Text)
	}
	if v.reason == Malformed && r.heading.repeats(text, split.fields) {
		row.Why = analysis.Say("ingest.why-header")
	}
	return row
}

// why says what was wrong with a row.
func (p *plan) why(v verdict, result outcome, fields int) analysis.Message {
	switch v.reason {
	case Malformed:
		return p.whyMalformed(result, fields)
	case MissingCustomer:
		return analysis.Say("ingest.why-customer")
	case TestCustomer:
		return analysis.Say("ingest.why-test")
	case BadDate:
		return analysis.Say("ingest.why-date", analysis.Word("format", dateFormatKey(p.Dates)))
	case OutsideWindow:
		if v.day >= p.future {
			return analysis.Say("ingest.why-future")
		}
		return analysis.Say("ingest.why-window", analysis.On("from", p.from), analysis.On("to", p.to))
	case BadAmount:
		return analysis.Say("ingest.why-amount", analysis.Text("mark", string(p.Decimal)))
	case ZeroAmount:
		return analysis.Say("ingest.why-zero")
	case NegativeAmount:
		return analysis.Say("ingest.why-negative")
	case UnmatchedRefund:
		return analysis.Say("ingest.why-unmatched")
	case Duplicate:
		return analysis.Say("ingest.why-duplicate")
	}
	return analysis.Say("ingest.why-totals")
}

func (p *plan) whyMalformed(result outcome, fields int) analysis.Message {
	switch {
	case result == open:
		return analysis.Say("ingest.why-open-quote")
	case result == broken:
		return analysis.Say("ingest.why-broken-quote")
	case fields == p.columns:
		return analysis.Say("ingest.why-behind-quote")
	}
	return analysis.Say("ingest.why-fields", analysis.Count("found", fields), analysis.Count("expected", p.columns))
}

func dateFormatKey(f DateFmt) string {
	switch f {
	case DateCompact:
		return "ingest.date-compact"
	case DateDMY:
		return "ingest.date-dmy"
	case DateMDY:
		return "ingest.date-mdy"
	case DateMonth:
		return "ingest.date-month"
	case DateSerial:
		return "ingest.date-serial"
	case DateEpoch:
		return "ingest.date-epoch"
	case DateEpochMilli:
		return "ingest.date-epoch-ms"
	}
	return "ingest.date-ymd"
}
