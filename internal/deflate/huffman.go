package deflate

import (
	"cmp"
	"math/bits"
	"slices"
)

// A code gives each symbol its bits, in the order in which they are written;
// symbols that do not occur have none.
type code struct {
	bits   []uint16
	length []uint8
}

// newCode makes the best code whose words have at most limit bits. A code of
// one symbol has one bit, as the format wants.
func newCode(count []int32, limit int) code {
	c := code{make([]uint16, len(count)), codeLengths(count, limit)}
	next := uint16(0)
	for n := uint8(1); int(n) <= limit; n++ { // RFC 1951, 3.2.2
		next <<= 1
		for s, l := range c.length {
			if l == n {
				c.bits[s] = bits.Reverse16(next) >> (16 - n)
				next++
			}
		}
	}
	return c
}

// A pile is a symbol, or two piles of the level below.
type pile struct {
	weight int64
	symbol int // -1 if it is two piles
	of     [2]*pile
}

// codeLengths merges packages (L. Larmore and D. Hirschberg, A fast algorithm
// for optimal length-limited Huffman codes, 1990): a symbol has a bit for each time that it
// is in the 2n−2 lightest piles after limit levels.
func codeLengths(count []int32, limit int) []uint8 {
	length := make([]uint8, len(count))
	var leaves []*pile
	for s, n := range count {
		if n > 0 {
			leaves = append(leaves, &pile{weight: int64(n), symbol: s})
		}
	}
	if len(leaves) == 1 {
		length[leaves[0].symbol] = 1
		return length
	}
	lighter := func(a, b *pile) int { return cmp.Compare(a.weight, b.weight) }
	slices.SortStableFunc(leaves, lighter)
	level := leaves
	for range limit - 1 {
		pairs := slices.Clone(leaves)
		for i := 0; i+1 < len(level); i += 2 {
			a, b := level[i], level[i+1]
			pairs = append(pairs, &pile{a.weight + b.weight, -1, [2]*pile{a, b}})
		}
		slices.SortStableFunc(pairs, lighter)
		level = pairs
	}
	for _, p := range level[:max(0, 2*len(leaves)-2)] {
		p.count(length)
	}
	return length
}

// count adds a bit to every symbol in a pile.
func (p *pile) count(length []uint8) {
	if p.symbol >= 0 {
		length[p.symbol]++
		return
	}
	p.of[0].count(length)
	p.of[1].count(length)
}
