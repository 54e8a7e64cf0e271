package ingest

// detectDelimiter chooses the delimiter under which most records have the same
// number of fields, two at least. Between equals, the one that brings out more
// columns of numbers and dates wins, then the one that makes more columns.
// Blanks are tried only if nothing else separates. It returns 0 if nothing does.
func detectDelimiter(text []byte, quoting Quoting, whole bool) byte {
	best, bestScore := byte(0), 0.0
	for _, delim := range []byte{',', ';', '\t', '|'} {
		if score := delimiterScore(text, Format{Delimiter: delim, Quoting: quoting}, whole); score > bestScore {
			best, bestScore = delim, score
		}
	}
	if bestScore < 0.8 {
		if score := delimiterScore(text, Format{Delimiter: ' ', Quoting: quoting}, whole); score > max(bestScore, 0.9) {
			return ' '
		}
	}
	return best
}

// delimiterScore is the share of records of the common width, in steps of 2 %
// so that a stray record decides nothing, plus what breaks ties.
func delimiterScore(text []byte, f Format, whole bool) float64 {
	g := newGrid(text, f, whole, 300)
	width, share := g.commonWidth()
	if width < 2 {
		return 0
	}
	typed := 0
	for c := range min(width, 64) {
		if kind, _ := cellKinds(g, c, 40); kind != TextType && kind != EmptyType {
			typed++
		}
	}
	if f.Delimiter == ' ' && typed == 0 {
		return 0
	}
	return float64(int(share*50))/50 + float64(typed)*1e-4 + float64(min(width, 1000))*1e-8
}
