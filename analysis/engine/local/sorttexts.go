package local

import (
	"bytes"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// sortTexts returns the indexes of a list of different texts in byte order.
func sortTexts(list *analysis.Dict) []uint32 {
	s := textSorter{list: list, keyed: make([]numeric.Keyed, list.Len()), scratch: make([]numeric.Keyed, list.Len())}
	order := make([]uint32, list.Len())
	for i := range order {
		order[i] = uint32(i)
		s.longest = max(s.longest, len(list.Raw(i)))
	}
	s.sort(order, 0)
	return order
}

// A textSorter sorts texts by eight bytes at a time: most identifiers differ within the
// first sixteen, and comparing them in pairs would look at each twenty times.
type textSorter struct {
	list           *analysis.Dict
	longest        int // bytes
	keyed, scratch []numeric.Keyed
}

// fewTexts are compared in pairs: counting digits would cost more.
const fewTexts = 1024

// sort orders texts that agree in their first bytes.
func (s *textSorter) sort(order []uint32, agree int) {
	if len(order) < fewTexts || agree >= s.longest {
		slices.SortFunc(order, func(a, b uint32) int { return bytes.Compare(s.list.Raw(int(a)), s.list.Raw(int(b))) })
		return
	}
	keyed := s.keyed[:len(order)]
	for i, at := range order {
		keyed[i] = numeric.Keyed{Key: eightFrom(s.list.Raw(int(at)), agree), At: at}
	}
	numeric.RadixSortKeyed(keyed, s.scratch)
	var starts []int // of runs of equal keys, for deeper calls use keyed anew
	for i, k := range keyed {
		order[i] = k.At
		if i == 0 || k.Key != keyed[i-1].Key {
			starts = append(starts, i)
		}
	}
	for n, from := range starts {
		to := len(order)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		if to-from > 1 {
			s.sort(order[from:to], agree+8)
		}
	}
}

// eightFrom reads eight bytes as one number, the first as the highest; what is missing
// counts as 0.
func eightFrom(text []byte, from int) (key uint64) {
	for i := from; i < from+8; i++ {
		key <<= 8
		if i < len(text) {
			key |= uint64(text[i])
		}
	}
	return key
}
