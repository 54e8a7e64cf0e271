package ingest

import "slices"

// maxPreamble is how many records may stand before a table.
const maxPreamble = 30

// preambleLines returns how many lines stand before the table's header or, if
// it has none, before its first row: a title, the date of the report, filters.
// Such lines hold few values; spreadsheets pad them with delimiters. A line
// "sep=;" is one of them. It is 0 where the first record belongs to the table.
func preambleLines(g *grid) int {
	width, _ := g.commonWidth()
	if width < 2 || g.len() < 2 {
		return 0
	}
	start := tableStart(g, width)
	if start == 0 && separatorOf(g.text) == 0 {
		return 0
	}
	return g.line(start)
}

// tableStart returns the record with which the table begins: of those before
// the first row of values the one with most names that we know, and of equals
// the fullest. Without a row of values to stop at, it is the first record that
// is as full as a header must be.
func tableStart(g *grid, width int) int {
	kinds := columnKinds(g, width)
	least := max(2, typicalFill(g)/2)
	first, best, bestScore := 0, 0, -1
	for i := range min(g.len(), maxPreamble) {
		switch {
		case g.isRow(i, kinds) && bestScore < 0:
			return g.firstOfWidth(width)
		case g.isRow(i, kinds):
			return best
		case g.fill(i) < least:
			continue
		case bestScore < 0:
			first = i
		}
		if score := g.headerScore(i, width); score > bestScore {
			best, bestScore = i, score
		}
	}
	return first
}

// firstOfWidth returns the first record of the common width. Where no header
// stands before the first row, a record of that width may be a row as well, and
// is not passed over.
func (g *grid) firstOfWidth(width int) int {
	for i := range g.len() {
		if g.width(i) == width {
			return i
		}
	}
	return 0
}

// columnKinds returns what each column's values look like.
func columnKinds(g *grid, width int) []Type {
	kinds := make([]Type, min(width, 256))
	for c := range kinds {
		kinds[c], _ = cellKinds(g, c, 100)
	}
	return kinds
}

// isRow reports whether a record holds values rather than names: most of its
// columns of numbers and dates hold one.
func (g *grid) isRow(i int, kinds []Type) bool {
	typed, fitting := 0, 0
	for c, kind := range kinds {
		b := g.cell(i, c)
		switch kind {
		case NumberType:
			typed++
			fitting += b2i(isNumber(b))
		case DateType:
			typed++
			fitting += b2i(isDate(b))
		}
	}
	return 2*fitting > typed
}

// fill counts the values of a record.
func (g *grid) fill(i int) int {
	n := 0
	for c := range g.width(i) {
		n += b2i(len(g.cell(i, c)) > 0)
	}
	return n
}

// typicalFill is the median of the first records' fill.
func typicalFill(g *grid) int {
	list := make([]int, min(g.len(), 300))
	for i := range list {
		list[i] = g.fill(i)
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// headerScore counts the names in a record that mean a role and, behind that,
// all values.
func (g *grid) headerScore(i, width int) int {
	known := 0
	for c := range min(g.width(i), 256) {
		known += b2i(bestRole(string(g.cell(i, c))) != Ignore)
	}
	return 1000*known + min(g.fill(i), width)
}

// takePreamble passes over the lines before the table.
func (r *reader) takePreamble(text []byte) int {
	at := 0
	for r.skipDue > 0 {
		next := r.nextLine(text, at)
		if next == at && len(text)-at > maxRecord {
			next = len(text)
		}
		if next == at {
			break
		}
		r.lines++
		r.skipDue--
		at = next
	}
	return r.counted(text, at)
}

// A heading is the cleaned values of a file's header. Files that were put
// together from several hold it again further down.
type heading [][]byte

func headingOf(text []byte, fields []span) heading {
	h := make(heading, len(fields))
	for i, f := range fields {
		h[i] = slices.Clone(clean(f.value(text)))
	}
	return h
}

// repeats reports whether a record is the header again.
func (h heading) repeats(text []byte, fields []span) bool {
	return len(h) > 0 && slices.EqualFunc(h, fields, func(name []byte, f span) bool {
		return string(name) == string(clean(f.value(text)))
	})
}
