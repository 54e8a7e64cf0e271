package chart

import (
	"math"
	"sort"
)

// A Histogram counts values on a logarithmic scale. It carries to the figure
// what thousands of values amount to.
type Histogram struct {
	Edges  []float64 // ascending; bin i holds Edges[i] ≤ v < Edges[i+1], the last one its upper edge too
	Counts []int     // len(Edges) − 1
	Below  int       // values below the first edge, zero and negative ones included
	N      int       // values counted, Below included; NaN counts nowhere
	Top    float64   // the value from which on the top tenth lies; NaN without values
}

// binsWanted is about how many bins a histogram has.
const binsWanted = 32

// maxDecades bounds the scale: below a 1e-5th of the largest value, amounts
// are next to nothing, however they spread over the logarithm.
const maxDecades = 5

// NewHistogram counts values, which it does not keep or change.
func NewHistogram(values []float64) Histogram {
	sorted := known(values)
	h := Histogram{N: len(sorted), Top: math.NaN()}
	if h.N == 0 {
		return h
	}
	h.Top = sorted[(h.N*9)/10]
	hi := sorted[h.N-1]
	if !(hi > 0) {
		h.Below = h.N
		return h
	}
	h.Edges = logEdges(lowest(sorted, hi), hi)
	h.Counts = make([]int, len(h.Edges)-1)
	for _, v := range sorted {
		h.add(v)
	}
	return h
}

// known returns the values that are numbers, sorted.
func known(values []float64) []float64 {
	sorted := make([]float64, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			sorted = append(sorted, v)
		}
	}
	sort.Float64s(sorted)
	return sorted
}

// lowest returns where the scale starts: at the smallest per cent of values,
// but not further down than maxDecades.
func lowest(sorted []float64, hi float64) float64 {
	return max(sorted[len(sorted)/100], hi*math.Pow10(-maxDecades))
}

// logEdges divides the decades around lo … hi into equal parts.
func logEdges(lo, hi float64) []float64 {
	from, to := math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi))
	decades := max(1, int(to-from))
	perDecade := max(4, binsWanted/decades)
	var edges []float64
	for i := 0; i <= decades*perDecade; i++ {
		edges = append(edges, math.Pow10(int(from)+i/perDecade)*math.Pow(10, float64(i%perDecade)/float64(perDecade)))
	}
	return trimEdges(edges, lo, hi)
}

// trimEdges drops bins that lie wholly outside of lo … hi.
func trimEdges(edges []float64, lo, hi float64) []float64 {
	for len(edges) > 2 && edges[1] <= lo {
		edges = edges[1:]
	}
	for len(edges) > 2 && edges[len(edges)-2] >= hi {
		edges = edges[:len(edges)-1]
	}
	return edges
}

func (h *Histogram) add(v float64) {
	i := sort.SearchFloat64s(h.Edges, v)
	if i == len(h.Edges) || h.Edges[i] > v {
		i--
	}
	switch {
	case i < 0:
		h.Below++
	default:
		h.Counts[min(i, len(h.Counts)-1)]++
	}
}

// most returns the count of the fullest bin.
func (h *Histogram) most() int {
	n := h.Below
	for _, c := range h.Counts {
		n = max(n, c)
	}
	return n
}
