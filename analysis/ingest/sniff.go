package ingest

import (
	"bytes"
	"math"

	"churnbench/analysis"
)

const (
	// PreviewRows is how many rows a Preview shows at most.
	PreviewRows = 50

	headSize = 256 << 10 // looked at from the beginning
	peekSize = 32 << 10  // and from the middle and the end, for the order of dates
)

// Sniff looks at the head of a source and proposes how to read it. Fields of
// want that are set are taken as they are. Preview.Rows holds records without
// the header, each padded or cut to the number of columns.
//
// A file that is no table is an *analysis.Error of kind BadInput that says what
// it is. With a single column or no rows, the Preview is filled nevertheless.
func Sniff(src Source, want Format) (Preview, error) { return SniffAs(src, want, "") }

// SniffAs is Sniff for a file whose kind a person has chosen; "" to propose one.
func SniffAs(src Source, want Format, kind Kind) (Preview, error) {
	s, err := newSniffer(src, want)
	p := Preview{Name: src.Name(), Size: src.Size(), Format: s.format}
	if err != nil {
		return p, err
	}
	rows, names := s.rows()
	sketches := s.sketches(rows, names)
	meant := propose(rows, sketches, kind)
	p.Mapping, p.Kind, p.Preset = meant.mapping, meant.kind, meant.preset.key()
	p.Undecided = s.settle(rows, p.Mapping, sketches)
	p.Format, p.Preamble, p.Decoded = s.format, s.preamble, s.decoded
	p.Rules = meant.preset.rules(proposedRules(p.Mapping))
	for i := range sketches {
		p.Columns = append(p.Columns, sketches[i].Column)
	}
	p.Rows = previewRows(rows, len(sketches))
	p.RowsSeen, p.RowsGuess = rows.len(), s.guessRows(rows.len())
	p.Warnings = append(s.warnings(p.Kind, p.Mapping, meant.guessed), meant.warnings...)
	switch {
	case s.whole && s.grid.len() == 0 && bytes.IndexByte(s.text, '"') >= 0:
		return p, analysis.Fail(analysis.BadInput, "ingest.all-quoted").Or("ingest.quote-open-remedy")
	case s.whole && s.grid.len() == 0:
		return p, analysis.Fail(analysis.BadInput, "ingest.empty").Or("ingest.empty-remedy")
	case len(sketches) < 2:
		return p, analysis.Fail(analysis.BadInput, "ingest.one-column").Or("ingest.one-column-remedy")
	case rows.len() == 0:
		return p, analysis.Fail(analysis.BadInput, "ingest.no-records").Or("ingest.no-records-remedy")
	}
	return p, nil
}

// A sniffer holds what Sniff has found out so far.
type sniffer struct {
	src      Source
	format   Format
	text     []byte   // decoded head, behind the preamble
	preamble []string // the lines before it
	used     int      // bytes of the source that the head's rows take
	whole    bool     // the head is the whole file
	grid     *grid

	decoded       *Decoded // nil where the encoding is certain
	evidence      dateEvidence
	decimals      decimalEvidence
	decimalChosen bool // by the person
	unpaired      bool // quotes do not pair, and were taken for characters
}

func newSniffer(src Source, want Format) (*sniffer, error) {
	s := &sniffer{src: src, format: want, decimalChosen: want.Decimal != 0}
	head, err := readHead(src, headSize)
	if err != nil {
		return s, err
	}
	if err := identify(head, src.Size()); err != nil {
		return s, err
	}
	part, fromStart := testimony(src, head)
	if s.format.Encoding == "" {
		s.format.Encoding = detectEncoding(part)
	}
	s.decoded = showDecoded(part, s.format.Encoding, fromStart)
	s.whole = int64(len(head)) == src.Size()
	s.text, s.used = decodeWhole(head, s.format.Encoding, s.whole), len(head)
	s.settleDialect()
	return s, nil
}

func readHead(src Source, size int64) ([]byte, error) {
	head := make([]byte, min(size, src.Size()))
	n, err := readAt(src, head, 0)
	return head[:n], err
}

// decodeWhole decodes a head without its byte-order mark.
func decodeWhole(head []byte, e Encoding, last bool) []byte {
	head = head[bom(head, e):]
	dec := newDecoder(e)
	if dec == nil {
		return head
	}
	text, _ := dec.decode(make([]byte, 0, 2*len(head)+64), head, last)
	return text
}

// rows settles the header and returns the records behind it, with the names of
// their columns.
func (s *sniffer) rows() (*grid, []string) {
	width, _ := s.grid.commonWidth()
	if s.grid.len() == 0 {
		return s.grid, nil
	}
	if s.format.Header == HeaderDetect {
		s.format.Header = HeaderNo
		if hasHeader(s.grid, width) {
			s.format.Header = HeaderYes
		}
	}
	if s.format.Header == HeaderNo {
		return s.grid, make([]string, width)
	}
	rows := s.grid.without()
	if w, _ := rows.commonWidth(); rows.ofWidth(w) > rows.ofWidth(width) {
		width = w
	}
	names := headerNames(s.grid, width)
	if last := width - 1; last > 0 && names[last] == "" && rows.lastEmpty(width) && s.grid.width(0) < width {
		names = names[:last] // rows end with a delimiter, the header does not
	}
	return rows, names
}

func (s *sniffer) sketches(rows *grid, names []string) []columnSketch {
	list := make([]columnSketch, len(names))
	for c, name := range names {
		list[c] = sketch(rows, c, name)
	}
	promoteCodes(rows, list, s.format.Dates)
	for c := range list {
		if list[c].Type == NumberType {
			list[c].decimals = weighColumn(rows, c)
		}
	}
	mark := s.format.Decimal
	if mark == 0 {
		all := totalDecimals(list, nil)
		mark = all.mark()
	}
	for c := range list {
		if list[c].Type == NumberType {
			list[c].sketchNumbers(rows, c, mark)
		}
	}
	return list
}

// peeks is how many places behind the head are looked at where the head leaves
// the order of dates open.
const peeks = 8

// weighDates looks at the column of dates that is read or, where none is, at all
// columns that look like one.
func (s *sniffer) weighDates(rows *grid, m Mapping, sketches []columnSketch) {
	column := datesColumn(m)
	if column >= 0 && (sketches[column].coded != DatesDetect || sketches[column].Type != DateType) {
		if s.evidence.coded, _ = codedDates(rows, column); s.evidence.coded != DatesDetect {
			return
		}
	}
	var others dateEvidence
	for c := range sketches {
		e := &others
		switch {
		case c == column || column < 0 && sketches[c].Type == DateType:
			e = &s.evidence
		case sketches[c].Type != DateType:
			continue
		}
		for i := range rows.len() {
			e.see(rows.cell(i, c))
		}
	}
	for i := 1; i <= peeks && column >= 0 && s.evidence.open() != nil; i++ {
		s.peek((s.src.Size()-peekSize)*int64(i)/peeks, column)
	}
	if s.evidence.open() != nil {
		s.evidence.testify(&others)
	}
}

// datesColumn returns the first column that is read as dates, the Date before
// others, or -1.
func datesColumn(m Mapping) int {
	for _, r := range []Role{Date, SignUp, End} {
		if c := m.Column(r); c >= 0 {
			return c
		}
	}
	return -1
}

// peek lets further rows testify about their dates. Where a row begins there
// is a guess, for quotes may be open; a wrong one only adds values that are no
// dates.
func (s *sniffer) peek(at int64, column int) {
	if s.whole || at < headSize {
		return
	}
	b := make([]byte, peekSize)
	n, err := readAt(s.src, b, at&^1)
	if err != nil {
		return
	}
	b = b[:n]
	if s.format.Encoding != UTF16LE && s.format.Encoding != UTF16BE {
		b = b[bytes.IndexByte(b, '\n')+1:]
	}
	text := decodeWhole(b, s.format.Encoding, false)
	text = text[bytes.IndexByte(text, '\n')+1:]
	g := newGrid(text, s.format, false, math.MaxInt)
	for i := range g.len() {
		s.evidence.see(g.cell(i, column))
	}
}

// guessRows extrapolates the number of rows from the part seen.
func (s *sniffer) guessRows(seen int) int {
	if s.whole || s.used == 0 {
		return seen
	}
	return int(float64(seen) * float64(s.src.Size()) / float64(s.used))
}

func previewRows(g *grid, width int) [][]string {
	list := make([][]string, min(g.len(), PreviewRows))
	for i := range list {
		list[i] = make([]string, width)
		for c := range width {
			list[i][c] = cut(g.cell(i, c), maxCell)
		}
	}
	return list
}
