package ingest

import (
	"bytes"
	"math"
)

// settleDialect finds what parts the columns, what quotes mean and where the
// table begins. Each is asked of the text as the others before it leave it.
func (s *sniffer) settleDialect() {
	separator := separatorOf(s.text)
	s.pass(s.format.Skip.Lines())
	f := &s.format
	if f.Delimiter == 0 {
		f.Delimiter = separator
	}
	if f.Delimiter == 0 {
		f.Delimiter = detectDelimiter(s.text, f.Quoting, s.whole)
	}
	if f.Delimiter == 0 && f.Quoting == QuotingDetect && bytes.IndexByte(s.text, '"') >= 0 {
		f.Delimiter = detectDelimiter(s.text, Unquoted, s.whole)
	}
	if f.Delimiter == 0 {
		f.Delimiter = ','
	}
	if f.Quoting == QuotingDetect {
		f.Quoting = detectQuoting(s.text, f.Delimiter, s.whole)
		s.unpaired = f.Quoting == Unquoted
	}
	s.grid = newGrid(s.text, *f, s.whole, math.MaxInt)
	if f.Skip == SkipDetect {
		f.Skip = NoSkip
		if lines := preambleLines(s.grid); lines > 0 {
			f.Skip = Skip(lines)
			s.pass(lines)
			s.grid = newGrid(s.text, *f, s.whole, math.MaxInt)
		}
	}
}

// pass takes lines off the beginning of the text.
func (s *sniffer) pass(lines int) {
	for ; lines > 0 && len(s.text) > 0; lines-- {
		end := 0
		for !atLineEnd(s.text, end) {
			end++
		}
		s.preamble = append(s.preamble, cut(s.text[:end], maxCell))
		end, _ = (&splitter{atEOF: true}).lineEnd(s.text, end)
		s.text = s.text[end:]
	}
}

// separatorOf returns the delimiter that a first line "sep=;" names, else 0.
func separatorOf(text []byte) byte {
	line := text
	if i := bytes.IndexAny(text, "\r\n"); i >= 0 {
		line = text[:i]
	}
	if isSeparatorLine(line) && bytes.IndexByte([]byte(",;\t| "), line[4]) >= 0 {
		return line[4]
	}
	return 0
}

// detectQuoting chooses what quotes mean: the way of RFC 4180, unless another
// makes more lines belong to records of the common width.
//
// Backslashes must bring more. That quotes are mere characters is believed
// where the first way loses most of the file, because a quote is opened and
// never closed, or where it loses several lines and gains nothing from any
// quote.
func detectQuoting(text []byte, delim byte, whole bool) Quoting {
	if bytes.IndexByte(text, '"') < 0 && !hasEscapes(text, delim) {
		return Doubled
	}
	usual := coverage(text, Format{Delimiter: delim, Quoting: Doubled}, whole)
	if hasEscapes(text, delim) && coverage(text, Format{Delimiter: delim, Quoting: Backslash}, whole).share > usual.share {
		return Backslash
	}
	plain := coverage(text, Format{Delimiter: delim, Quoting: Unquoted}, whole)
	if plain.share > 0.9 && plain.good > usual.good && (usual.share < 0.5 || usual.quoted == 0 && plain.good-usual.good >= 3) {
		return Unquoted
	}
	return Doubled
}

// hasEscapes reports whether a backslash stands before what it could rob of its
// meaning.
func hasEscapes(text []byte, delim byte) bool {
	return bytes.Contains(text, []byte(`\"`)) || bytes.Contains(text, []byte{'\\', delim}) || bytes.Contains(text, []byte("\\\n"))
}

// covered is how well a way of quoting explains a text.
type covered struct {
	good   int     // lines that belong to records of the common width
	share  float64 // of the lines with any value
	quoted int     // fields whose quotes were taken off
}

// quotingHead is how much of a text is looked at.
const quotingHead = 64 << 10

func coverage(text []byte, f Format, whole bool) (c covered) {
	if len(text) > quotingHead {
		text, whole = text[:quotingHead], false
	}
	g := newGrid(text, f, whole, math.MaxInt)
	width, _ := g.commonWidth()
	if width < 2 {
		return c
	}
	for i := range g.len() {
		if g.width(i) != width {
			continue
		}
		record := g.spans[g.starts[i]:g.starts[i+1]]
		c.good += 1 + countLines(text[record[0].from:record[len(record)-1].to])
		for _, field := range record {
			c.quoted += b2i(f.Quoting != Unquoted && field.from > 0 && text[field.from-1] == '"')
		}
	}
	c.share = float64(c.good) / float64(max(1, filledLines(text, whole)))
	return c
}

// filledLines counts the lines with any value. Unless whole, the last is cut
// off and not counted.
func filledLines(text []byte, whole bool) int {
	n, filled := 0, false
	for _, c := range text {
		if c == '\n' || c == '\r' {
			n += b2i(filled)
			filled = false
		} else {
			filled = filled || c > ' '
		}
	}
	return n + b2i(filled && whole)
}
