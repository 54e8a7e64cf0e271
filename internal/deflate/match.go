package deflate

import (
	"encoding/binary"
	"math/bits"
)

// chain is how many earlier places with the same first bytes are looked at.
const chain = 400

// A finder lists possible copies. It goes forward through the text and keeps
// the places of the last window by the hash of their first four bytes, and the
// last of each first three.
type finder struct {
	raw    []byte
	first  []int32 // by hash of four: the last place
	before []int32 // by place in the window: the place before with the same hash
	three  []int32 // by hash of three: the last place
}

const hashBits = 16

func newFinder(raw []byte, from int) *finder {
	f := &finder{raw: raw, first: make([]int32, 1<<hashBits), before: make([]int32, window), three: make([]int32, 1<<hashBits)}
	for i := range f.first {
		f.first[i], f.three[i] = -1, -1
	}
	for at := max(0, from-window); at < from; at++ {
		f.enter(at)
	}
	return f
}

func hash(v uint32) uint32 { return v * 0x9e3779b1 >> (32 - hashBits) }

// enter keeps a place; the last three of a text are of no use.
func (f *finder) enter(at int) {
	if at+4 > len(f.raw) {
		return
	}
	v := binary.LittleEndian.Uint32(f.raw[at:])
	h := hash(v)
	f.before[at%window], f.first[h] = f.first[h], int32(at)
	f.three[hash(v<<8)] = int32(at)
}

// copies appends the copies that are possible at a place and end before to,
// and enters it: ever longer ones, each from as near as it can be had.
func (f *finder) copies(list []token, at, to int) []token {
	longest, most := minMatch-1, min(maxMatch, to-at)
	if at+4 > len(f.raw) || most < minMatch {
		return list
	}
	v := binary.LittleEndian.Uint32(f.raw[at:])
	try := func(from int) {
		if f.raw[from+longest] == f.raw[at+longest] {
			if n := f.common(from, at, most); n > longest {
				longest = n
				list = append(list, copyOf(n, at-from))
			}
		}
	}
	if from := int(f.three[hash(v<<8)]); from >= 0 && at-from <= window {
		try(from)
	}
	from := int(f.first[hash(v)])
	for range chain {
		if from < 0 || at-from > window || longest >= most {
			break
		}
		try(from)
		from = int(f.before[from%window])
	}
	f.enter(at)
	return list
}

// common is how many bytes from two places on are the same, at most.
func (f *finder) common(a, b, most int) int {
	n := 0
	for n+8 <= most {
		x := binary.LittleEndian.Uint64(f.raw[a+n:]) ^ binary.LittleEndian.Uint64(f.raw[b+n:])
		if x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
		n += 8
	}
	for n < most && f.raw[a+n] == f.raw[b+n] {
		n++
	}
	return n
}
