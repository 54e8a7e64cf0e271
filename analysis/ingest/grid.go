package ingest

import "slices"

// A grid is a sample of a file, split into records. Blank records are left out.
type grid struct {
	text   []byte
	spans  []span
	starts []int // starts[i] is where record i begins in spans; one more closes the last
}

// newGrid splits a text by a format's delimiter and quoting. Unless whole, its
// last record may be cut off and is left out. At most limit records are split.
// A record whose quotes are broken costs one line, as it does the reader, while
// a budget of twice the text lasts.
func newGrid(text []byte, f Format, whole bool, limit int) *grid {
	room := min(len(text), 80*min(limit, len(text))) / 10 // for fields of about ten bytes
	g := &grid{text: text, starts: append(make([]int, 0, room/4+1), 0), spans: make([]span, 0, room)}
	s := splitter{delim: f.Delimiter, quoting: f.Quoting, atEOF: whole}
	budget := 2 * len(text)
	for at := 0; at < len(text) && g.len() < limit; {
		next, result := s.next(text, at)
		switch {
		case result == broken && budget > 0:
			budget -= next - at
			next = s.behindLine(text, at)
		case result == partial || result == open:
			return g
		case result == complete && !isBlank(text, s.fields) && !(at == 0 && isSeparatorLine(text[:next])):
			g.spans = append(g.spans, s.fields...)
			g.starts = append(g.starts, len(g.spans))
		}
		at = max(next, at+1)
	}
	return g
}

// behindLine returns where the line behind that of text[at] begins.
func (s *splitter) behindLine(text []byte, at int) int {
	for !atLineEnd(text, at) {
		at++
	}
	next, _ := s.lineEnd(text, at)
	return next
}

func (g *grid) len() int { return len(g.starts) - 1 }

// line returns how many lines stand before record i.
func (g *grid) line(i int) int { return countLines(g.text[:g.spans[g.starts[i]].from]) }

// width returns the number of fields of record i.
func (g *grid) width(i int) int { return g.starts[i+1] - g.starts[i] }

// cell returns the cleaned value of a field, empty if the record is too short.
func (g *grid) cell(i, column int) []byte {
	if column >= g.width(i) {
		return nil
	}
	return clean(g.spans[g.starts[i]+column].value(g.text))
}

// commonWidth returns the number of fields that most records have, and their
// share. An empty field behind a last delimiter is not counted.
func (g *grid) commonWidth() (width int, share float64) {
	if g.len() == 0 {
		return 0, 0
	}
	counts := map[int]int{}
	for i := range g.len() {
		counts[g.width(i)]++
	}
	widths := make([]int, 0, len(counts))
	for w := range counts {
		widths = append(widths, w)
	}
	slices.Sort(widths)
	for _, w := range widths {
		if counts[w] > counts[width] {
			width = w
		}
	}
	// The header may lack the delimiter that every row has behind it.
	share = float64(counts[width]+counts[width-1]*b2i(g.lastEmpty(width))) / float64(g.len())
	return width, share
}

// ofWidth counts the records with so many fields.
func (g *grid) ofWidth(width int) int {
	n := 0
	for i := range g.len() {
		n += b2i(g.width(i) == width)
	}
	return n
}

// lastEmpty reports whether the last of width fields is empty everywhere.
func (g *grid) lastEmpty(width int) bool {
	for i := range g.len() {
		if len(g.cell(i, width-1)) > 0 {
			return false
		}
	}
	return true
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// without drops the first record.
func (g *grid) without() *grid {
	return &grid{text: g.text, spans: g.spans, starts: g.starts[1:]}
}
