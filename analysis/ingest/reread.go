package ingest

import (
	"sort"

	"churnbench/analysis"
)

// maxRejectedText is how many bytes of an excluded row or field are shown.
const maxRejectedText = 200

// maxReread is how much of an excluded row is read again.
const maxReread = 64 << 10

// rereadSlice is how many bytes are read again at a time.
const rereadSlice = 64 << 10

// A rereader reads excluded rows again from their source. It keeps the stretch
// it has read last, since rows are asked for in file order.
type rereader struct {
	plan    *plan
	src     Source
	anchors []anchor // of the decoded slices; for UTF-8 one for the file
	in      *stream  // whose text is the stretch at hand
	split   splitter
}

func newRereader(src Source, p *plan, anchors []anchor) *rereader {
	return &rereader{plan: p, src: src, anchors: anchors, split: splitter{delim: p.Delimiter, quoting: p.Quoting, atEOF: true}}
}

// row reads one excluded row again and says what is wrong with it.
func (r *rereader) row(x reject) (Rejected, error) {
	text, err := r.text(x.at, int(min(x.size, maxReread)))
	if err != nil {
		return Rejected{}, err
	}
	reason := Reasons[x.reason]
	_, result := r.split.next(text, 0)
	row := Rejected{Line: int(x.line), Column: int(x.column), Text: cut(trim(text), maxRejectedText)}
	if c := row.Column - 1; c >= 0 && c < len(r.split.fields) {
		row.Text = cut(clean(r.split.fields[c].value(text)), maxRejectedText)
	}
	row.Why = r.plan.why(reason, result, len(r.split.fields))
	if reason == Malformed && r.plan.heading.repeats(text, r.split.fields) {
		row.Why = analysis.Say("ingest.why-header")
	}
	return row, nil
}

// text returns n bytes of the decoded text.
func (r *rereader) text(at int64, n int) ([]byte, error) {
	if r.in == nil || at < r.in.base || at > r.in.base+int64(len(r.in.text()))+4*rereadSlice {
		if err := r.seek(at); err != nil {
			return nil, err
		}
	}
	for at+int64(n) > r.in.base+int64(len(r.in.text())) && !r.in.atEOF {
		if skip := min(at-r.in.base, int64(len(r.in.text()))); skip > 0 {
			r.in.consume(int(skip))
		}
		if err := r.in.fill(); err != nil {
			return nil, err
		}
	}
	text := r.in.text()
	from := min(int(at-r.in.base), len(text))
	return text[from:min(from+n, len(text))], nil
}

// seek starts a stretch at the last known place before at. In UTF-8 every
// place is known.
func (r *rereader) seek(at int64) error {
	in, err := newStream(r.src, r.plan.Encoding)
	if err != nil {
		return err
	}
	place := anchor{in.offset + at, at}
	if in.dec != nil {
		i := sort.Search(len(r.anchors), func(i int) bool { return r.anchors[i].text > at }) - 1
		place = r.anchors[max(i, 0)]
	}
	r.in = streamAt(r.src, r.plan.Encoding, place)
	r.in.slice = rereadSlice
	return nil
}

// why says what was wrong with a row.
func (p *plan) why(reason Reason, result outcome, fields int) analysis.Message {
	switch reason {
	case Malformed:
		return p.whyMalformed(result, fields)
	case MissingCustomer:
		return analysis.Say("ingest.why-customer")
	case BadDate:
		return analysis.Say("ingest.why-date", analysis.Word("format", dateFormatKey(p.Dates)))
	case OutsideWindow:
		return analysis.Say("ingest.why-window", analysis.On("from", p.from), analysis.On("to", p.to))
	case BadAmount:
		return analysis.Say("ingest.why-amount", analysis.Text("mark", string(p.Decimal)))
	case ZeroAmount:
		return analysis.Say("ingest.why-zero")
	case NegativeAmount:
		return analysis.Say("ingest.why-negative")
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
