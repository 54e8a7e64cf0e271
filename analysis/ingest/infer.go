package ingest

import (
	"bytes"

	"churnbench/analysis"
)

// typeRows is how many rows decide a column's type.
const typeRows = 1000

// A columnSketch is what a column of a sample looks like.
type columnSketch struct {
	Column
	fractional float64 // share of numbers with decimals
	largest    analysis.Money
	codes      []uint32 // of each row's value, equal for equal values
	decimals   decimalEvidence
	coded      DateFmt // where its dates are numbers or months
}

// cellKinds finds what most of a column's first values look like, and the share
// that does. Eight digits that are all dates count as dates.
func cellKinds(g *grid, column, limit int) (Type, float64) {
	if filled, share := shareOf(g, column, limit, isDate); filled == 0 {
		return EmptyType, 1
	} else if 3*share >= 2 {
		return DateType, share
	}
	if _, share := shareOf(g, column, limit, isNumber); 3*share >= 2 {
		return NumberType, share
	}
	return TextType, 1
}

// shareOf counts a column's first values that are not missing, and the share
// of them that pass a test.
func shareOf(g *grid, column, limit int, passes func([]byte) bool) (filled int, share float64) {
	n := 0
	for i := range min(g.len(), limit) {
		if b := g.cell(i, column); !isMissing(b) && !isNever(b) {
			filled++
			n += b2i(passes(b))
		}
	}
	return filled, float64(n) / float64(max(1, filled))
}

// isNever reports whether a value is a date that stands for none: 9999-12-31, as
// many systems write of a contract that runs, or 0000-00-00.
func isNever(b []byte) bool {
	if len(b) < 8 || len(b) > 19 || !bytes.ContainsAny(b[:6], "-/.") {
		return false
	}
	return bytes.HasPrefix(b, []byte("9999")) || bytes.HasPrefix(b, []byte("0000")) || bytes.HasSuffix(b[:min(10, len(b))], []byte("9999"))
}

// isDate reports whether a value is a date of plausible years in some order.
func isDate(b []byte) bool {
	if len(b) < 6 || len(b) > 64 {
		return false
	}
	for _, order := range []DateFmt{DateDMY, DateMDY, DateYMD} {
		if d, ok := parseDate(b, order); ok && d >= earliest && d <= latest {
			return true
		}
	}
	return false
}

func isNumber(b []byte) bool {
	if _, ok := parseMoney(b, '.'); ok {
		return true
	}
	_, ok := parseMoney(b, ',')
	return ok
}

// sketch looks at one column of the rows of a sample.
func sketch(g *grid, column int, name string) columnSketch {
	s := columnSketch{Column: Column{Name: name}, codes: make([]uint32, g.len())}
	s.Type, _ = cellKinds(g, column, typeRows)
	seen := newKeyTable(g.len() / 4)
	for i := range g.len() {
		b := g.cell(i, column)
		if len(b) == 0 {
			s.codes[i] = noCustomer
			continue
		}
		before := seen.names.Len()
		s.codes[i] = seen.code(b)
		if s.codes[i] == noCustomer {
			continue
		}
		s.Filled++
		if seen.names.Len() > before && len(s.Samples) < maxSamples {
			s.Samples = append(s.Samples, cut(b, maxCell))
		}
	}
	if s.Distinct = seen.names.Len(); s.Distinct <= MaxStatuses {
		s.Values = allOf(&seen.names)
	}
	return s
}

// allOf lists the values of a column that are short enough to be statuses.
func allOf(names *analysis.Dict) []string {
	list := make([]string, 0, names.Len())
	for i := range names.Len() {
		if len(names.Raw(i)) > maxCell {
			return nil
		}
		list = append(list, cut(names.Raw(i), maxCell))
	}
	return list
}

const (
	maxSamples = 5
	maxCell    = 200 // bytes of a value that a preview shows
)

// sketchNumbers measures a column of numbers once the decimal mark is known.
func (s *columnSketch) sketchNumbers(g *grid, column int, decimal byte) {
	numbers, fractional := 0, 0
	for i := range min(g.len(), typeRows) {
		if v, ok := parseMoney(g.cell(i, column), decimal); ok {
			numbers++
			fractional += b2i(v%analysis.MoneyPerUnit != 0)
			s.largest = max(s.largest, v)
		}
	}
	if numbers > 0 {
		s.fractional = float64(fractional) / float64(numbers)
	}
}
