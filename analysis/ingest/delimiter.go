package ingest

// detectDelimiter chooses the delimiter under which most records have the same
// number of fields, two at least. Between equals, the one that brings out more
// columns of numbers and dates wins, then the one that makes more columns.
// Blanks are tried only if nothing else separates, or if what does brings out
// no column at all: a comma inside every amount parts lines, too. It returns 0
// if nothing separates.
func detectDelimiter(text []byte, quoting Quoting, whole bool) byte {
	best, fit := byte(0), delimiterFit{}
	for _, delim := range []byte{',', ';', '\t', '|'} {
		if f := fitDelimiter(text, Format{Delimiter: delim, Quoting: quoting}, whole); fit.worse(f) {
			best, fit = delim, f
		}
	}
	if fit.share >= 0.8 && fit.typed > 0 {
		return best
	}
	blanks := fitDelimiter(text, Format{Delimiter: ' ', Quoting: quoting}, whole)
	switch {
	case fit.share < 0.8 && fit.worse(blanks) && blanks.share >= 0.9 && blanks.typed > 0,
		fit.typed == 0 && blanks.share >= 0.9 && blanks.typed > 1:
		return ' '
	}
	return best
}

// A delimiterFit says how well a delimiter parts the records of a text.
type delimiterFit struct {
	share float64 // of records of the common width, in steps of 2 % so that a stray record decides nothing
	typed int     // columns of numbers and dates
	width int
}

// worse reports whether another delimiter fits better.
func (f delimiterFit) worse(other delimiterFit) bool {
	switch {
	case f.share != other.share:
		return f.share < other.share
	case f.typed != other.typed:
		return f.typed < other.typed
	}
	return f.width < other.width
}

func fitDelimiter(text []byte, f Format, whole bool) (fit delimiterFit) {
	g := newGrid(text, f, whole, 300)
	width, share := g.commonWidth()
	if width < 2 {
		return fit
	}
	fit.share, fit.width = float64(int(share*50))/50, width
	for c := range min(width, 64) {
		if kind, _ := cellKinds(g, c, 40); kind != TextType && kind != EmptyType {
			fit.typed++
		}
	}
	return fit
}
