package survival

import (
	"cmp"
	"math"
	"slices"
)

// holm returns p-values adjusted for their number, so that the chance of any false
// alarm stays at the level that they are held against: the smallest of m is
// multiplied by m, the next by m−1, …, and none is below one before it (Holm 1979).
// NaN stays NaN and does not count.
func holm(p []float64) []float64 {
	order := every(len(p))
	order = slices.DeleteFunc(order, func(i int) bool { return math.IsNaN(p[i]) })
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	adjusted := slices.Repeat([]float64{math.NaN()}, len(p))
	floor := 0.0
	for k, i := range order {
		floor = max(floor, min(1, float64(len(order)-k)*p[i]))
		adjusted[i] = floor
	}
	return adjusted
}
