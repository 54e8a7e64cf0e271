package ingest

import (
	"cmp"
	"math/bits"
	"slices"
)

// rowHash is the hash by which rows equal byte for byte are known. Two rows are
// taken for the same if it agrees and they are of one customer and one day. Of
// rows of one customer and day that differ, one pair in four billion is mistaken
// for duplicates.
//
// A row is taken in blocks of 32 bytes, the last of which may overlap the one
// before. Two lanes keep the processor's multiplier busy. The rotation brings a
// word's high bits to where the next multiplication spreads them.
func rowHash(b []byte) uint32 {
	x, y := hashStart(len(b))
	if len(b) < 32 {
		var room [32]byte
		copy(room[:], b)
		b = room[:]
	}
	for rest := b; len(rest) > 32; rest = rest[32:] {
		x, y = hashBlock(x, y, load(rest, 0), load(rest, 8), load(rest, 16), load(rest, 24))
	}
	b = b[len(b)-32:]
	x, y = hashBlock(x, y, load(b, 0), load(b, 8), load(b, 16), load(b, 24))
	return hashEnd(x, y)
}

const firstLane, secondLane = 0x9e3779b97f4a7c15, 0xd6e8feb86659fd93

func hashStart(length int) (x, y uint64) { return uint64(length) * firstLane, secondLane }

func hashBlock(x, y, a, b, c, d uint64) (uint64, uint64) {
	x = bits.RotateLeft64(x^a, 29) * firstLane
	y = bits.RotateLeft64(y^b, 29) * secondLane
	return bits.RotateLeft64(x^c, 29) * firstLane, bits.RotateLeft64(y^d, 29) * secondLane
}

func hashEnd(x, y uint64) uint32 { return uint32(mix(bits.RotateLeft64(x, 32)^y) >> 32) }

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
