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
func Sniff(src Source, want Format) (Preview, error) {
	s, err := newSniffer(src, want)
	p := Preview{Name: src.Name(), Size: src.Size(), Format: s.format}
	if err != nil {
		return p, err
	}
	rows, names := s.rows()
	sketches := s.sketches(rows, names)
	var guessed []Role
	p.Mapping, guessed = proposeMapping(rows, sketches)
	evidence := s.dates(rows, p.Mapping.Column(Date), sketches)
	p.Format, p.Decoded = s.format, s.decoded
	p.Rules = Rules{Refunds: DefaultRefunds, From: analysis.NoDay, To: analysis.NoDay}
	for i := range sketches {
		p.Columns = append(p.Columns, sketches[i].Column)
	}
	p.Rows = previewRows(rows, len(sketches))
	p.RowsSeen, p.RowsGuess = rows.len(), s.guessRows(rows.len())
	p.Warnings = s.warnings(p.Mapping, guessed, evidence)
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

// completed fills in what a format leaves to be detected.
func completed(src Source, f Format) (Format, error) {
	if f.Encoding != "" && f.Delimiter != 0 && f.Header != HeaderDetect && f.Decimal != 0 && f.Dates != DatesDetect {
		head, err := readHead(src, 4096)
		if err != nil {
			return f, err
		}
		return f, identify(head, src.Size())
	}
	p, err := Sniff(src, f)
	return p.Format, err
}

// A sniffer holds what Sniff has found out so far.
type sniffer struct {
	src    Source
	format Format
	text   []byte // decoded head
	used   int    // bytes of the source that the head's rows take
	whole  bool   // the head is the whole file
	grid   *grid

	decoded  *Decoded        // nil where the encoding is certain
	decimals decimalEvidence // empty if the person chose the mark
}

func newSniffer(src Source, want Format) (*sniffer, error) {
	s := &sniffer{src: src, format: want}
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
	if s.format.Delimiter == 0 {
		if s.format.Delimiter = detectDelimiter(s.text, s.whole); s.format.Delimiter == 0 {
			s.format.Delimiter = ','
		}
	}
	s.grid = newGrid(s.text, s.format.Delimiter, s.whole, math.MaxInt)
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
	if w, _ := rows.commonWidth(); w > 0 {
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
	if s.format.Decimal == 0 {
		s.decimals = weighDecimals(rows, list)
		s.format.Decimal = s.decimals.mark()
	}
	for c := range list {
		if list[c].Type == NumberType {
			list[c].sketchNumbers(rows, c, s.format.Decimal)
		}
	}
	return list
}

// dates settles how dates are written by the column of dates, or by all
// columns that look like one.
func (s *sniffer) dates(rows *grid, column int, sketches []columnSketch) dateEvidence {
	var e dateEvidence
	for c := range sketches {
		if c == column || column < 0 && sketches[c].Type == DateType {
			for i := range rows.len() {
				e.see(rows.cell(i, c))
			}
		}
	}
	if e.ambiguous() && column >= 0 {
		s.peek(s.src.Size()/2, column, &e)
		s.peek(s.src.Size()-peekSize, column, &e)
	}
	if s.format.Dates == DatesDetect {
		s.format.Dates = e.format()
	}
	return e
}

// peek lets further rows testify about their dates. Where a row begins there
// is a guess, for quotes may be open; a wrong one only adds values that are no
// dates.
func (s *sniffer) peek(at int64, column int, e *dateEvidence) {
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
	g := newGrid(text, s.format.Delimiter, false, math.MaxInt)
	for i := range g.len() {
		e.see(g.cell(i, column))
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

// warnings says what the person should look at before confirming.
func (s *sniffer) warnings(m Mapping, guessed []Role, dates dateEvidence) []analysis.Warning {
	var list []analysis.Warning
	warn := func(severity analysis.Severity, message, remedy analysis.Message) {
		list = append(list, analysis.Warning{Severity: severity, Message: message, Remedy: remedy})
	}
	for _, role := range []Role{Customer, Date, Amount} {
		if m.Column(role) < 0 && (role != Amount || m.Column(Quantity) < 0 || m.Column(Price) < 0) {
			warn(analysis.Serious, analysis.Say("ingest.role-unproposed", roleWord(role)), analysis.Say("ingest.role-missing-remedy", roleWord(role)))
		}
	}
	for _, role := range guessed {
		if role != Quantity {
			warn(analysis.Note, analysis.Say("ingest.role-guessed", roleWord(role), analysis.Count("column", m.Column(role)+1)), analysis.Say("ingest.role-guessed-remedy"))
		}
	}
	if dates.short.doubtful() {
		warn(analysis.Caution, analysis.Say("ingest.dates-short-year", analysis.Word("format", dateFormatKey(s.format.Dates))), analysis.Say("ingest.dates-remedy"))
	} else if dates.ambiguous() {
		warn(analysis.Caution, analysis.Say("ingest.dates-ambiguous", analysis.Word("format", dateFormatKey(s.format.Dates))), analysis.Say("ingest.dates-remedy"))
	} else if dates.mixed() {
		warn(analysis.Caution, analysis.Say("ingest.dates-mixed", analysis.Count("dmy", dates.onlyDMY), analysis.Count("mdy", dates.onlyMDY)), analysis.Say("ingest.dates-remedy"))
	}
	if s.decimals.doubtful() {
		warn(analysis.Caution, analysis.Say("ingest.decimals-ambiguous", analysis.Text("sample", s.decimals.sample), analysis.Text("mark", string(s.format.Decimal))),
			analysis.Say("ingest.decimals-remedy"))
	}
	if s.format.Header == HeaderYes && s.grid.len() > 1 && s.grid.width(0) < len(m) {
		warn(analysis.Serious, analysis.Say("ingest.header-narrow", analysis.Count("names", s.grid.width(0)), analysis.Count("fields", len(m))),
			analysis.Say("ingest.header-narrow-remedy"))
	}
	text := s.text
	if !s.whole {
		text = withoutCutRune(text)
	}
	if n := undecodable(text, s.format.Encoding); n > 0 {
		warn(analysis.Caution, analysis.Say("ingest.undecodable", analysis.Count("places", n), analysis.Text("encoding", string(s.format.Encoding))),
			analysis.Say("ingest.undecodable-remedy"))
	}
	return list
}
