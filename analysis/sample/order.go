package sample

import "churnbench/analysis"

// byDay returns rows in order of their days, first … last, those of one day as
// they stood: a counting sort.
func byDay[T any](rows []T, day func(T) analysis.Day, first, last analysis.Day) []T {
	next := make([]int, last-first+2) // next[i+1] counts day i, then becomes where it begins
	for _, r := range rows {
		next[day(r)-first+1]++
	}
	for i := range next[1:] {
		next[i+1] += next[i]
	}
	sorted := make([]T, len(rows))
	for _, r := range rows {
		i := day(r) - first
		sorted[next[i]] = r
		next[i]++
	}
	return sorted
}
