package numeric

import "slices"

// digit is the number of bits that one pass of RadixSort looks at: its 2,048
// counters stay in the first-level cache.
const digit = 11

// RadixSort sorts v ascending, using scratch of the same length: least
// significant digit first, as many passes as the range of the values has digits.
// Recencies and frequencies take one, spend three or four; a comparison sort
// takes about three times as long on the latter.
func RadixSort(v, scratch []int64) {
	if len(v) == 0 {
		return
	}
	lowest, highest := slices.Min(v), slices.Max(v)
	from, to := v, scratch[:len(v)]
	for shift := 0; shift < 64 && uint64(highest-lowest)>>shift > 0; shift += digit {
		scatter(to, from, lowest, shift)
		from, to = to, from
	}
	if &from[0] != &v[0] {
		copy(v, from)
	}
}

// scatter copies from into to, stably ordered by the digit at shift of the
// distance from the lowest value. That distance may exceed an int64; as a uint64
// it is right all the same.
func scatter(to, from []int64, lowest int64, shift int) {
	var next [1 << digit]uint32
	for _, x := range from {
		next[uint64(x-lowest)>>shift&(1<<digit-1)]++
	}
	sum := uint32(0)
	for i, n := range next {
		next[i] = sum
		sum += n
	}
	for _, x := range from {
		d := uint64(x-lowest) >> shift & (1<<digit - 1)
		to[next[d]] = x
		next[d]++
	}
}
