package local

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/internal/numeric"
)

// A ranking is how all customers stand by one column: a table sorted by it takes those
// that pass the filter in this order, and the other way round in the order of runs from
// the last. A column is sorted once.
type ranking struct {
	column engine.CustomerColumn
	order  []uint32 // ascending, equal ones in the order of the file, the unknown last
	leads  []bool   // of each position whether its value differs from the one before
	known  int      // positions before the unknown
}

// keptRankings is how many rankings are remembered, 5 bytes a customer each.
const keptRankings = 6

// ranking sorts everyone by a column, from memory if it was sorted by lately.
func (d *dataset) ranking(column engine.CustomerColumn, m engine.Measures) (*ranking, error) {
	memo := d.memo(m)
	if at := slices.IndexFunc(memo.rankings, func(r *ranking) bool { return r.column == column }); at >= 0 {
		r := memo.rankings[at]
		memo.rankings = slices.Insert(slices.Delete(memo.rankings, at, at+1), 0, r)
		return r, nil
	}
	f, err := d.field(column, m)
	if err != nil {
		return nil, err
	}
	r := &ranking{}
	if column == "" {
		r = rankBy(func(analysis.CustomerID) float64 { return 0 }, d.log.Customers())
	} else {
		r = rank(&f, d.log.Customers())
	}
	r.column = column
	memo.rankings = slices.Insert(memo.rankings, 0, r)
	memo.rankings = memo.rankings[:min(len(memo.rankings), keptRankings)]
	return r, nil
}

// rank sorts n customers by a column.
func rank(f *field, n int) *ranking {
	if f.texts != nil && f.codes == nil {
		order := sortTexts(f.texts)
		return &ranking{order: order, known: n, leads: slices.Repeat([]bool{true}, n)}
	}
	return rankBy(f.places(), n)
}

// places returns what customers are sorted by: numbers, the positions of groups in
// display order, those of texts in byte order; NaN where nothing is known.
func (f *field) places() func(analysis.CustomerID) float64 {
	switch {
	case f.number != nil:
		return f.number
	case f.groups != nil:
		of := f.groups.of
		return func(c analysis.CustomerID) float64 { return knownIf(of[c] >= 0, float64(of[c])) }
	}
	place := make([]float64, f.texts.Len())
	for i, code := range sortTexts(f.texts) {
		place[code] = float64(i)
	}
	return func(c analysis.CustomerID) float64 {
		if f.codes[c] == analysis.NoCode {
			return math.NaN()
		}
		return place[f.codes[c]]
	}
}

// rankBy sorts n customers by numbers.
func rankBy(number func(analysis.CustomerID) float64, n int) *ranking {
	keyed, unknown := make([]numeric.Keyed, 0, n), []uint32(nil)
	for c := range uint32(n) {
		if x := number(analysis.CustomerID(c)); math.IsNaN(x) {
			unknown = append(unknown, c)
		} else {
			keyed = append(keyed, numeric.Keyed{Key: sortable(x), At: c})
		}
	}
	numeric.RadixSortKeyed(keyed, make([]numeric.Keyed, len(keyed)))
	r := &ranking{order: make([]uint32, 0, n), leads: make([]bool, n), known: len(keyed)}
	for i, k := range keyed {
		r.order = append(r.order, k.At)
		r.leads[i] = i == 0 || k.Key != keyed[i-1].Key
	}
	r.order = append(r.order, unknown...)
	return r
}

// sortable maps floats to whole numbers in the same order: the bits of a negative one
// are turned round, for it is the farther from 0 the larger they are. −0 counts as 0.
func sortable(x float64) uint64 {
	bits := math.Float64bits(x + 0)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}

// list takes those inside, in order.
func (r *ranking) list(inside []bool, down bool) []analysis.CustomerID {
	out := make([]analysis.CustomerID, 0, len(r.order))
	take := func(from, to int) {
		for _, c := range r.order[from:to] {
			if inside[c] {
				out = append(out, analysis.CustomerID(c))
			}
		}
	}
	if !down {
		take(0, r.known)
	}
	for end, at := r.known, r.known-1; down && at >= 0; at-- {
		if r.leads[at] {
			take(at, end)
			end = at
		}
	}
	take(r.known, len(r.order))
	return out
}

// compare puts NaN last in either direction: what is not known is of least
// interest.
func compare(a, b float64, down bool) int {
	switch {
	case math.IsNaN(a) || math.IsNaN(b):
		return -cmp.Compare(a, b) // cmp orders NaN first
	case down:
		return cmp.Compare(b, a)
	default:
		return cmp.Compare(a, b)
	}
}
