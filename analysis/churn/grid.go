package churn

import (
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// grid returns whole numbers of days from 1, each but the first ones 2^(1/steps)
// times the one before, up to limit.
func grid(limit, steps int) []int {
	var days []int
	for k := 0; ; k++ {
		day := int(math.Round(numeric.Pow(2, float64(k)/float64(steps))))
		if day > limit {
			return days
		}
		if n := len(days); n == 0 || days[n-1] < day {
			days = append(days, day)
		}
	}
}

// withDays inserts days of 1 to limit into an ascending list.
func withDays(list []int, limit int, days ...int) []int {
	for _, day := range days {
		if at, found := slices.BinarySearch(list, day); !found && day >= 1 && day <= limit {
			list = slices.Insert(list, at, day)
		}
	}
	return list
}
