package ingest

import "churnbench/analysis"

// decimalEvidence is what a sample's numbers tell about their decimal mark.
type decimalEvidence struct {
	points, commas int    // readable with this mark only
	either         int    // written like 1.234: thousands, or three decimals
	small, large   int    // whole numbers without any mark, below 1000 and above
	point          bool   // the mark in either is a point
	sample         string // one of either
}

// weighColumn looks at the numbers of a column.
func weighColumn(g *grid, column int) (e decimalEvidence) {
	for i := range min(g.len(), typeRows) {
		e.see(g.cell(i, column))
	}
	if e.either == 0 {
		e.small, e.large = 0, 0
	}
	return e
}

func (e *decimalEvidence) see(b []byte) {
	asPoint, point := parseMoney(b, '.')
	asComma, comma := parseMoney(b, ',')
	switch {
	case point && comma && magnitude(asComma) != magnitude(asPoint):
		e.either++
		e.point = magnitude(asComma) > magnitude(asPoint)
		e.sample = cut(b, 40)
	case point && comma && magnitude(asPoint) >= 1000*analysis.MoneyPerUnit:
		e.large++
	case point && comma && asPoint != 0:
		e.small++
	}
	e.points += b2i(point && !comma)
	e.commas += b2i(comma && !point)
}

// totalDecimals adds up the columns. What is proved holds for the whole file;
// what can be read in two ways matters in columns that are read as numbers, or
// in all where none is known.
func totalDecimals(sketches []columnSketch, m Mapping) (e decimalEvidence) {
	read := func(c int) bool { return c < len(m) && m[c] != Ignore && m[c].Holds() == NumberType }
	some := false
	for c := range sketches {
		some = some || read(c)
	}
	for c := range sketches {
		o := sketches[c].decimals
		e.points += o.points
		e.commas += o.commas
		if some && !read(c) || o.either == 0 {
			continue
		}
		e.either += o.either
		e.small += o.small
		e.large += o.large
		e.sample, e.point = o.sample, o.point
	}
	return e
}

// mark is the likeliest one. Where only numbers like 1.234 are left to tell,
// whole numbers below a thousand beside them say that the mark parts thousands,
// for a column with three decimals has them in every row; whole numbers above a
// thousand say that nothing does.
func (e *decimalEvidence) mark() byte {
	decimal, thousands := byte('.'), byte(',')
	if e.either > 0 && !e.point {
		decimal, thousands = thousands, decimal
	}
	switch {
	case e.commas > e.points:
		return ','
	case !e.doubtful():
		return '.'
	case e.large == 0 && e.small > 0, e.small+e.large == 0 && !e.point:
		return thousands
	}
	return decimal
}

// doubtful reports whether numbers can be read in two ways that are a factor of
// a thousand apart, and no other number proves which.
func (e *decimalEvidence) doubtful() bool { return e.either > 0 && e.points == 0 && e.commas == 0 }

// open reports whether nothing speaks for either way.
func (e *decimalEvidence) open() bool { return e.doubtful() && e.small+e.large == 0 }
