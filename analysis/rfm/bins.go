package rfm

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// cutBins scores values, higher being better, into bins equal-sized where ties
// allow: the score of v is 1 + ⌊bins · (customers with less than v) ÷ n⌋. The
// upper bounds are thereby the quantiles k/bins of the values (the inverse of
// their distribution function, type 1 of Hyndman and Fan 1996). scratch holds
// 2·len(values) entries. show converts values to those that Cuts show.
func cutBins(values, scratch []int64, bins int, show func(int64) float64) ([]uint8, Cuts) {
	n := len(values)
	sorted := scratch[:n]
	copy(sorted, values)
	numeric.RadixSort(sorted, scratch[n:2*n])
	bounds := upperBounds(sorted, bins)
	scores := make([]uint8, n)
	for i, v := range values {
		scores[i] = scoreOf(v, bounds)
	}
	return scores, cutsOf(sorted, bounds, show)
}

// upperBounds returns the largest value that may score k+1, for all scores:
// the value at the last position whose share below is under (k+1)/bins.
func upperBounds(sorted []int64, bins int) []int64 {
	bounds := make([]int64, bins)
	for k := range bounds {
		bounds[k] = sorted[boundary(k+1, bins, len(sorted))-1]
	}
	return bounds
}

// boundary returns ⌈k·n/bins⌉, the position in the sorted values at which score
// k+1 would begin without ties.
func boundary(k, bins, n int) int { return (k*n + bins - 1) / bins }

// scoreOf returns 1 + the number of bounds below v. A dozen comparisons in a
// row beat a binary search that mispredicts half its branches.
func scoreOf(v int64, bounds []int64) uint8 {
	score := uint8(1)
	for _, b := range bounds[:len(bounds)-1] {
		if v > b {
			score++
		}
	}
	return score
}

// cutsOf describes the bins of sorted values.
func cutsOf(sorted, bounds []int64, show func(int64) float64) Cuts {
	bins := len(bounds)
	c := Cuts{Lower: make([]float64, bins), Upper: make([]float64, bins), Size: make([]int, bins)}
	from := 0
	for k, bound := range bounds {
		to := from + countUpTo(sorted[from:], bound)
		c.Size[k] = to - from
		c.Lower[k], c.Upper[k] = math.NaN(), math.NaN()
		if from < to {
			a, b := show(sorted[from]), show(sorted[to-1])
			c.Lower[k], c.Upper[k] = min(a, b), max(a, b)
			c.Moved += moved(from, to, k, bins, len(sorted))
		}
		from = to
	}
	return c
}

// moved counts, among the sorted positions from ≤ i < to, which all score k+1,
// those that rank alone would put into a higher bin. No rank would put one
// lower, as ties share the score of their lowest rank.
func moved(from, to, k, bins, n int) int {
	return max(0, to-max(from, boundary(k+1, bins, n)))
}

// countUpTo returns how many of the sorted values are at most v.
func countUpTo(sorted []int64, v int64) int {
	low, high := 0, len(sorted)
	for low < high {
		if mid := int(uint(low+high) >> 1); sorted[mid] <= v {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
