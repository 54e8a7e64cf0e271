package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// turns watches the rows that are left out for signs that the file changes its
// ways further down: dates that turn from day first to month first, a column of
// numbers that turns into text. It sees no other rows, so it costs nothing
// where a file is in order.
type turns struct {
	dates contradiction
	tails [2]tail // of BadDate and BadAmount
}

// A contradiction is dates that are none in the order chosen, but are in the
// other.
type contradiction struct {
	rows, line int // how many, and the first
	sample     string
}

// A tail is a stretch of rows left out for one reason with no used row between
// them.
type tail struct {
	rows, line, column int // how many, the first, and the column at fault
	used               int // rows used before it
	sample             string
}

// see looks at a row that was left out; used is how many were used before it.
func (t *turns) see(p *plan, v verdict, text []byte, fields []span, line, used int) {
	if v.reason != BadDate && v.reason != BadAmount {
		return
	}
	value := clean(fields[v.column-1].value(text))
	t.tails[b2i(v.reason == BadAmount)].see(value, v.column, line, used)
	if v.reason == BadDate {
		t.dates.see(value, p.Dates, line)
	}
}

func (c *contradiction) see(value []byte, order DateFmt, line int) {
	other := otherOrder(order)
	if d, ok := parseDate(value, other); other == DatesDetect || !ok || d < earliest || d > latest {
		return
	}
	if c.rows++; c.rows == 1 {
		c.line, c.sample = line, cut(value, 40)
	}
}

// otherOrder returns the order that is taken for a given one, DatesDetect if
// none is.
func otherOrder(f DateFmt) DateFmt {
	switch f {
	case DateDMY:
		return DateMDY
	case DateMDY:
		return DateDMY
	}
	return DatesDetect
}

func (t *tail) see(value []byte, column, line, used int) {
	if t.rows == 0 || used != t.used {
		*t = tail{line: line, column: column, used: used, sample: cut(value, 40)}
	}
	t.rows++
}

// For a column to have turned, more than tailRows rows and more than a share of
// tailShare of all must be unreadable up to the end: a line of totals and a note
// below a small table are no turn.
const (
	tailRows  = 3
	tailShare = 0.01
)

// warnings says what turned, at the end of a file of which so many rows were
// read and used.
func (t *turns) warnings(p *plan, read, used int) []analysis.Warning {
	var list []analysis.Warning
	warn := func(message, remedy analysis.Message) {
		list = append(list, analysis.Warning{Severity: analysis.Serious, Message: message, Remedy: remedy})
	}
	if t.dates.rows > 0 {
		warn(analysis.Say("ingest.dates-turn", analysis.Count("rows", t.dates.rows), analysis.Count("line", t.dates.line), analysis.Text("sample", t.dates.sample),
			analysis.Word("other", dateFormatKey(otherOrder(p.Dates))), analysis.Word("format", dateFormatKey(p.Dates))),
			analysis.Say("ingest.dates-turn-remedy"))
	}
	for i, tail := range t.tails {
		if tail.used != used || used == 0 || tail.rows <= tailRows || float64(tail.rows) <= tailShare*float64(read) {
			continue
		}
		args := []analysis.Arg{analysis.Count("column", tail.column), analysis.Count("line", tail.line),
			analysis.Count("rows", tail.rows), analysis.Text("sample", tail.sample)}
		if i == 0 {
			warn(analysis.Say("ingest.dates-end", args...), analysis.Say("ingest.turn-remedy"))
		} else {
			warn(analysis.Say("ingest.numbers-end", args...), analysis.Say("ingest.turn-remedy"))
		}
	}
	return list
}

// isMangled reports whether an identifier is a long number that a spreadsheet
// has shortened: 1.38E+11 stands for all the numbers that begin so.
func isMangled(b []byte) bool {
	i := bytes.Index(b, []byte("E+"))
	if i < 1 || i > 8 || len(b) < i+4 || len(b) > i+5 || !isDigit(b[0]) {
		return false
	}
	for j, c := range b {
		if !isDigit(c) && j != i && j != i+1 && !(j == 1 && (c == '.' || c == ',')) {
			return false
		}
	}
	return true
}

// mangledNames counts the identifiers that a spreadsheet has shortened.
func mangledNames(names *analysis.Dict) (n int, sample string) {
	if !bytes.Contains(names.Bytes, []byte("E+")) {
		return 0, ""
	}
	for i := range names.Len() {
		if b := names.Raw(i); isMangled(b) {
			if n++; n == 1 {
				sample = string(b)
			}
		}
	}
	return n, sample
}

func mangledWarning(n int, sample string) analysis.Warning {
	return analysis.Warning{Severity: analysis.Serious,
		Message: analysis.Say("ingest.ids-mangled", analysis.Count("ids", n), analysis.Text("sample", sample)),
		Remedy:  analysis.Say("ingest.ids-mangled-remedy")}
}
