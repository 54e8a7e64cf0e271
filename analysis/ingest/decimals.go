package ingest

// decimalEvidence is what a sample's numbers tell about their decimal mark.
type decimalEvidence struct {
	points, commas int    // readable with this mark only
	either         int    // written like 1.234: thousands, or three decimals
	plain          int    // whole numbers without any mark, in columns with the former
	sample         string // one of either
}

// weighDecimals looks at all columns of numbers.
func weighDecimals(g *grid, sketches []columnSketch) (e decimalEvidence) {
	for c, s := range sketches {
		if s.Type == NumberType {
			e.add(weighColumn(g, c))
		}
	}
	return e
}

func weighColumn(g *grid, column int) (e decimalEvidence) {
	for i := range min(g.len(), typeRows) {
		b := g.cell(i, column)
		asPoint, point := parseMoney(b, '.')
		asComma, comma := parseMoney(b, ',')
		switch {
		case point && comma && magnitude(asComma) > magnitude(asPoint):
			e.either++
			e.sample = cut(b, 40)
		case point && comma && asComma == asPoint && asPoint != 0:
			e.plain++
		}
		e.points += b2i(point && !comma)
		e.commas += b2i(comma && !point)
	}
	if e.either == 0 {
		e.plain = 0
	}
	return e
}

func (e *decimalEvidence) add(o decimalEvidence) {
	e.points += o.points
	e.commas += o.commas
	e.plain += o.plain
	if e.either += o.either; o.either > 0 {
		e.sample = o.sample
	}
}

// mark is the likeliest one. Where only numbers like 1.234 are left to tell,
// whole numbers among them say that the point parts thousands: a column with
// three decimals has them in every row.
func (e *decimalEvidence) mark() byte {
	if e.commas > e.points || e.doubtful() && e.plain > 0 {
		return ','
	}
	return '.'
}

// doubtful reports whether numbers can be read in two ways that are a factor of
// a thousand apart, and no other number tells which.
func (e *decimalEvidence) doubtful() bool { return e.either > 0 && e.points == 0 && e.commas == 0 }
