package ingest

// hasHeader decides whether the first record names the columns. A name that we
// know decides at once; else a text above a column of numbers or dates speaks
// for a header, a value of the column's own kind against it.
func hasHeader(g *grid, width int) bool {
	rest := g.without()
	above, own, texts := 0, 0, 0
	for c := range width {
		name := g.cell(0, c)
		if len(name) == 0 || isNumber(name) || isDate(name) {
			own += b2i(len(name) > 0)
			continue
		}
		if bestRole(string(name)) != Ignore {
			return true
		}
		kind, _ := cellKinds(rest, c, 200)
		above += b2i(kind == NumberType || kind == DateType)
		texts += b2i(!occurs(rest, c, name))
	}
	if own > 0 {
		return above > own
	}
	return above > 0 || texts == width
}

// occurs reports whether a value stands in a column of the first rows.
func occurs(g *grid, column int, value []byte) bool {
	for i := range min(g.len(), 200) {
		if string(g.cell(i, column)) == string(value) {
			return true
		}
	}
	return false
}

// headerNames returns the names in the first record, "" where there is none.
func headerNames(g *grid, width int) []string {
	names := make([]string, width)
	for c := range names {
		names[c] = cut(g.cell(0, c), maxCell)
	}
	return names
}
