package ingest

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// rowHash is the hash by which rows equal byte for byte are known. Two rows are
// taken for the same if it agrees and they are of one customer and one day. Of
// rows of one customer and day that differ, one pair in four billion is mistaken
// for duplicates.
//
// Two lanes of eight bytes each keep the processor's multiplier busy. The
// rotation brings a word's high bits to where the next multiplication spreads
// them.
func rowHash(b []byte) uint32 {
	const first, second = 0x9e3779b97f4a7c15, 0xd6e8feb86659fd93
	x, y := uint64(len(b))*first, uint64(second)
	if len(b) < 16 {
		var room [16]byte
		copy(room[:], b)
		b = room[:]
	}
	for rest := b; len(rest) > 16; rest = rest[16:] {
		x = bits.RotateLeft64(x^binary.LittleEndian.Uint64(rest), 29) * first
		y = bits.RotateLeft64(y^binary.LittleEndian.Uint64(rest[8:]), 29) * second
	}
	last := b[len(b)-16:]
	x = bits.RotateLeft64(x^binary.LittleEndian.Uint64(last), 29) * first
	y = bits.RotateLeft64(y^binary.LittleEndian.Uint64(last[8:]), 29) * second
	return uint32(mix(bits.RotateLeft64(x, 32)^y) >> 32)
}

// A duplicateFinder looks for rows that stand further up already. Its room is
// reused.
type duplicateFinder struct {
	hash  []uint32 // by place
	found func(place uint32)
	order []uint32
}

// look goes through the rows from ≤ i < to, which are one customer's of one day
// in file order.
func (d *duplicateFinder) look(from, to uint32) {
	if to-from > 16 {
		d.lookSorted(from, to)
		return
	}
	for i := from + 1; i < to; i++ {
		for j := from; j < i; j++ {
			if d.hash[i] == d.hash[j] {
				d.found(i)
				break
			}
		}
	}
}

// lookSorted brings equal rows of a day together first, so that a day of a
// million rows takes no million times a million steps.
func (d *duplicateFinder) lookSorted(from, to uint32) {
	d.order = d.order[:0]
	for i := from; i < to; i++ {
		d.order = append(d.order, i)
	}
	slices.SortFunc(d.order, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(d.hash[i], d.hash[j]), cmp.Compare(i, j))
	})
	for n := 1; n < len(d.order); n++ {
		if i, j := d.order[n], d.order[n-1]; d.hash[i] == d.hash[j] {
			d.found(i)
		}
	}
}
