package survival

import (
	"cmp"
	"math"
	"slices"
)

// ascending returns the positions of values (≥ 0, finite) in ascending order of
// value, equal ones in order of position.
func ascending(values []float64) []uint32 {
	order := make([]uint32, len(values))
	for i := range order {
		order[i] = uint32(i)
	}
	if len(values) < radixFrom {
		slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(values[a], values[b]) })
		return order
	}
	return radix(order, values)
}

// radixFrom is how many values it takes before counting digits pays.
const radixFrom = 1 << 12

// digit is the width of a radix sort's digit in bits.
const digit = 16

// radix sorts by the bits of the values, which for numbers ≥ 0 stand in the order
// of the numbers, from the lowest digit to the highest. Digits that all values
// share cost one count: durations in whole days need two of the four passes.
func radix(order []uint32, values []float64) []uint32 {
	spare := make([]uint32, len(order))
	starts := make([]uint32, 1<<digit)
	for shift := 0; shift < 64; shift += digit {
		key := func(i uint32) uint16 { return uint16(math.Float64bits(values[i]+0) >> shift) } // −0 + 0 is 0
		clear(starts)
		for _, i := range order {
			starts[key(i)]++
		}
		if int(starts[key(order[0])]) == len(order) {
			continue
		}
		sum := uint32(0)
		for d, n := range starts {
			starts[d] = sum
			sum += n
		}
		for _, i := range order {
			d := key(i)
			spare[starts[d]] = i
			starts[d]++
		}
		order, spare = spare, order
	}
	return order
}
