package numeric

// A Keyed is a position with what it is sorted by.
type Keyed struct {
	Key uint64
	At  uint32
}

// RadixSortKeyed sorts v by ascending key, using scratch of the same length; equal keys
// keep their order. A digit that all keys share costs a look but no pass, so that whole
// numbers, written as floats, take two or three of the six.
func RadixSortKeyed(v, scratch []Keyed) {
	if len(v) == 0 {
		return
	}
	from, to := v, scratch[:len(v)]
	for shift := 0; shift < 64; shift += digit {
		if scatterKeyed(to, from, shift) {
			from, to = to, from
		}
	}
	if &from[0] != &v[0] {
		copy(v, from)
	}
}

// scatterKeyed copies from into to, stably ordered by the digit at shift. It reports
// false, and copies nothing, if all have the same.
func scatterKeyed(to, from []Keyed, shift int) bool {
	var next [1 << digit]uint32
	for i := range from {
		next[from[i].Key>>shift&(1<<digit-1)]++
	}
	if next[from[0].Key>>shift&(1<<digit-1)] == uint32(len(from)) {
		return false
	}
	sum := uint32(0)
	for i, n := range next {
		next[i] = sum
		sum += n
	}
	for _, x := range from {
		d := x.Key >> shift & (1<<digit - 1)
		to[next[d]] = x
		next[d]++
	}
	return true
}
