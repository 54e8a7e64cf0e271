package ingest

import (
	"bytes"
	"context"

	"churnbench/analysis"
)

// Read is ReadAll for one file.
func Read(ctx context.Context, src Source, f Format, m Mapping, rules Rules, progress func(bytes, rows int64)) (*Table, error) {
	return ReadAll(ctx, []Input{{src, f, m}}, Options{Rules: rules, Progress: progress})
}

// A reader reads one file: it finds its rows, judges them, and books them with
// the others of its intake.
type reader struct {
	*plan
	*intake
	file   int // index into the inputs
	in     *stream
	split  splitter
	kernel kernel
	states *stateReader // nil if no order state is looked at
	keeps  []keep       // len(intake.kept) once the file's first row is due
	out    rejects
	marks  []mark
	turns  turns

	skipDue   int  // lines before the table that are still to be passed over
	headerDue bool // the first record is still to be skipped
	lost      bool // a record never ended: the rest is excluded line by line
	endless   bool // … for it was longer than maxRecord
	lostLine  int  // where that record began
	lostAfter int  // rows that were malformed before it
	rescanned int  // bytes split again after a broken record

	rowsRead, blank, lines int
	unsold                 []byte         // number of the last order that was no sale; reused
	begin                  int            // rows of the intake before this file's
	used                   int            // rows of this file that were booked as orders
	revenue                analysis.Money // of those
	invalid                int            // undecodable places
	odd                    []byte         // the first lines that hold such, of a file read as UTF-8

	listen func(v verdict, r *reader, record []byte, line int) // takes the rows in place of the books, when they are read again
}

func newReader(src Source, p *plan) (*reader, error) {
	in, err := newStream(src, p.Encoding)
	if err != nil {
		return nil, err
	}
	return &reader{
		plan:      p,
		in:        in,
		split:     splitter{delim: p.Delimiter, quoting: p.Quoting},
		kernel:    newKernel(p),
		states:    newStateReader(p),
		headerDue: p.Header == HeaderYes,
		skipDue:   p.Skip.Lines(),
	}, nil
}

// run reads the source slice by slice.
func (r *reader) run(ctx context.Context) error {
	r.begin = r.rows.n
	if !r.headerDue {
		r.bind(nil)
	}
	for !r.in.atEOF {
		if ctx.Err() != nil {
			return analysis.Fail(analysis.Cancelled, "ingest.cancelled")
		}
		if err := r.in.fill(); err != nil {
			return err
		}
		if r.lines == 0 {
			r.currency.chinese = isChinese(cut(r.in.text(), 4096))
		}
		r.take()
		if err := r.weigh(); err != nil {
			return err
		}
		if r.opt.Progress != nil {
			r.opt.Progress(r.done+r.in.offset, int64(r.read))
		}
	}
	r.done += r.in.src.Size()
	r.in.buf, r.in.raw, r.kernel, r.states = nil, nil, kernel{}, nil
	return nil
}

// take consumes what can be consumed of the text at hand: all complete records
// and, at the end of the file, the incomplete one.
func (r *reader) take() {
	r.split.atEOF = r.in.atEOF
	for {
		r.mark()
		n := r.takeSome(r.in.text(), windowSize)
		if n == 0 {
			return
		}
		r.in.consume(n)
	}
}

// takeSome consumes some records that start before limit, and returns how much
// of the text they are.
func (r *reader) takeSome(text []byte, limit int) int {
	if len(text) == 0 {
		return 0
	}
	if r.skipDue > 0 {
		return r.takePreamble(text)
	}
	n := 0
	if r.headerDue {
		limit = 1
	} else if !r.lost && r.kernel.window > 0 {
		n = r.takeWindow(text)
	}
	if n == 0 && !r.lost {
		n = r.takeRecords(text, limit)
	}
	if n == 0 && r.lost {
		n = r.takeLost(text, limit)
	}
	return n
}

// takeRecords judges one record after another, from those that start before
// limit. It returns how much of the text they are.
func (r *reader) takeRecords(text []byte, limit int) int {
	at := 0
	for at < min(limit, len(text)) && !r.lost {
		next, result := r.split.next(text, at)
		switch result {
		case complete:
			r.takeRecord(text, at, next)
		case broken:
			if next = r.takeBroken(text, at, next); next == at {
				return at
			}
		default:
			if r.in.atEOF || len(text)-at > maxRecord {
				r.lost, r.endless = true, !r.in.atEOF
				r.lostLine, r.lostAfter = r.lines+1, r.out.count(Malformed)
			}
			return r.counted(text, at)
		}
		at = next
	}
	return r.counted(text, at)
}

// counted counts undecodable places in the text that is about to be consumed.
func (r *reader) counted(text []byte, n int) int {
	if places := undecodable(text[:n], r.Encoding); places > 0 {
		r.invalid += places
		r.witness(text[:n])
	}
	return n
}

// takeRecord judges the record in the splitter, which is text[at:next].
func (r *reader) takeRecord(text []byte, at, next int) {
	line := r.lines + 1
	r.lines += max(1, countLines(text[at:next]))
	switch {
	case isBlank(text, r.split.fields):
		r.blank++
	case r.headerDue:
		r.takeHeader(text, text[at:next])
	default:
		r.count(1)
		if c := r.moneyColumn(); r.rowsRead <= seenPerWindow && c < len(r.split.fields) {
			r.currency.see(clean(r.split.fields[c].value(text)))
		}
		v := r.judge(text, r.split.fields, r.unsoldBy(text, r.split.fields))
		r.turns.see(r.plan, v, text, r.split.fields, line, r.used)
		r.enter(v, text, text[at:next], line)
	}
}

// count counts rows of the file.
func (r *reader) count(n int) {
	r.rowsRead += n
	r.read += n
}

// takeHeader passes over a header record, and over the line "sep=;" by which
// some exports tell Excel their delimiter. A header may name the currency.
func (r *reader) takeHeader(text, record []byte) {
	if isSeparatorLine(record) {
		return
	}
	r.headerDue = false
	r.heading = headingOf(text, r.split.fields)
	names := make([]string, len(r.split.fields))
	for i, f := range r.split.fields {
		names[i] = cut(clean(f.value(text)), maxCell)
	}
	if c := r.moneyColumn(); c < len(names) {
		r.currency.see([]byte(names[c]))
	}
	r.bind(names)
}

func isSeparatorLine(record []byte) bool {
	record = bytes.TrimRight(record, "\r\n")
	return len(record) == 5 && bytes.EqualFold(record[:4], []byte("sep="))
}

// enter books a judged row, whose fields lie in text: as an order or as excluded.
func (r *reader) enter(v verdict, text, record []byte, line int) {
	switch {
	case r.listen != nil:
		r.listen(v, r, record, line)
	case v.reason == "":
		r.keepFields(text)
		r.rows.append(r.keys.code(v.customer), v.day, v.amount, rowHash(trimLineEnd(record)))
		r.used++
		r.revenue += v.amount
	default:
		r.out.add(v)
		if first := &r.out.first[reasonIndex(v.reason)]; len(*first) < maxFirst {
			*first = append(*first, r.rejected(v, record, line))
		}
	}
}
