package ingest

import (
	"bytes"
	"context"

	"churnbench/analysis"
)

// Read reads a source whole: every row becomes an order of the Log or an
// excluded row of the Ledger. Fields of f that are not set are detected.
// Between slices of half a megabyte it reports progress, which may be nil, and
// looks whether ctx is done.
//
// Every error is an *analysis.Error: BadInput for a file or mapping that
// cannot be used, NotEnough for one whose rows all fall to the rules, Cancelled.
func Read(ctx context.Context, src Source, f Format, m Mapping, rules Rules, progress func(bytes, rows int64)) (*Table, error) {
	f, err := completed(src, f, m)
	if err != nil {
		return nil, err
	}
	p, err := newPlan(f, m, rules)
	if err != nil {
		return nil, err
	}
	r, err := newReader(src, p)
	if err != nil {
		return nil, err
	}
	if err := r.run(ctx, progress); err != nil {
		return nil, err
	}
	return r.table()
}

// run reads the source slice by slice.
func (r *reader) run(ctx context.Context, progress func(bytes, rows int64)) error {
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
		if progress != nil {
			progress(r.in.offset, int64(r.read))
		}
	}
	return nil
}

// A reader is the state of one Read.
type reader struct {
	*plan
	in       *stream
	split    splitter
	keys     *keyTable
	rows     rows
	out      rejects
	kernel   kernel
	currency currencies
	turns    turns

	skipDue   int  // lines before the table that are still to be passed over
	headerDue bool // the first record is still to be skipped
	lost      bool // a record never ended: the rest is excluded line by line
	endless   bool // … for it was longer than maxRecord
	lostLine  int  // where that record began
	lostAfter int  // rows that were malformed before it
	rescanned int  // bytes split again after a broken record

	read, blank, lines int
	invalid            int // undecodable places
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
		keys:      newKeyTable(int(min(src.Size()/400, 1<<20))),
		kernel:    newKernel(p),
		headerDue: p.Header == HeaderYes,
		skipDue:   p.Skip.Lines(),
	}, nil
}

// take consumes what can be consumed of the text at hand: all complete records
// and, at the end of the file, the incomplete one.
func (r *reader) take() {
	r.split.atEOF = r.in.atEOF
	for {
		text := r.in.text()
		n := r.takeSome(text)
		if n == 0 {
			return
		}
		r.in.consume(n)
	}
}

func (r *reader) takeSome(text []byte) int {
	if len(text) == 0 {
		return 0
	}
	if r.skipDue > 0 {
		return r.takePreamble(text)
	}
	n, limit := 0, windowSize
	if r.headerDue {
		limit = 1
	} else if !r.lost && r.kernel.window > 0 {
		n = r.takeWindow(text)
	}
	if n == 0 && !r.lost {
		n = r.takeRecords(text, limit)
	}
	if n == 0 && r.lost {
		n = r.takeLost(text)
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
	r.invalid += undecodable(text[:n], r.Encoding)
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
		r.read++
		if c := r.moneyColumn(); r.read <= seenPerWindow && c < len(r.split.fields) {
			r.currency.see(clean(r.split.fields[c].value(text)))
		}
		v := r.judge(text, r.split.fields)
		r.turns.see(r.plan, v, text, r.split.fields, line, r.rows.n)
		r.enter(v, at, next-at, line)
	}
}

// takeHeader passes over a header record, and over the line "sep=;" by which
// some exports tell Excel their delimiter. A header may name the currency.
func (r *reader) takeHeader(text, record []byte) {
	if isSeparatorLine(record) {
		return
	}
	r.headerDue = false
	r.heading = headingOf(text, r.split.fields)
	if c := r.moneyColumn(); c < len(r.split.fields) {
		r.currency.see(r.split.fields[c].value(text))
	}
}

func isSeparatorLine(record []byte) bool {
	record = bytes.TrimRight(record, "\r\n")
	return len(record) == 5 && bytes.EqualFold(record[:4], []byte("sep="))
}

// enter books a judged row: as an order or as excluded. Position at counts
// from the stream's text.
func (r *reader) enter(v verdict, at, size, line int) {
	if v.reason == "" {
		r.rows.append(r.keys.code(v.customer), v.day, v.amount)
		return
	}
	if !v.hasMoney {
		v.amount = 0
	}
	r.out.add(reject{
		at: r.in.base + int64(at), line: clip32(line), size: clip32(size),
		column: clip16(v.column), reason: reasonIndex(v.reason),
	}, v.amount)
}
