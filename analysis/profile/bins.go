package profile

import (
	"slices"
	"strconv"

	"churnbench/analysis"
)

// fewValues is the most different numbers of a column that are groups each by itself.
const fewValues = 6

// ByNumber divides customers by a column of numbers: at the cuts, each the largest
// value of its group, which must ascend; without cuts by value where there are few,
// else into quarters. Keys say the range, in plain digits: "≤ 35.5", "35.5 – 70",
// "> 70". of[c] is an index into keys, −1 where the value is missing.
func ByNumber(numbers, cuts []analysis.Money) (keys []string, of []int32) {
	tops, keys := bins(numbers, cuts)
	of = make([]int32, len(numbers))
	for c, v := range numbers {
		of[c] = -1
		if v != analysis.NoNumber {
			k, _ := slices.BinarySearch(tops, v)
			of[c] = int32(min(k, len(keys)-1))
		}
	}
	return keys, of
}

// bins returns the largest value of each bin and the bins' keys; the last bin may have
// no bound of its own.
func bins(numbers, cuts []analysis.Money) (tops []analysis.Money, keys []string) {
	if len(cuts) > 0 {
		return cuts, ranges(cuts)
	}
	values := slices.DeleteFunc(slices.Clone(numbers), func(v analysis.Money) bool { return v == analysis.NoNumber })
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) <= fewValues {
		for _, v := range distinct {
			keys = append(keys, plain(v))
		}
		return distinct, keys
	}
	tops = quarters(values)
	return tops, ranges(tops[:len(tops)-1])
}

// quarters returns the largest value of each quarter of sorted values; equal values
// stay together, so that there may be fewer than four.
func quarters(values []analysis.Money) []analysis.Money {
	var tops []analysis.Money
	for k := 1; k <= 4; k++ {
		tops = append(tops, values[(len(values)*k+3)/4-1])
	}
	return slices.Compact(tops)
}

// ranges names the bins between cuts.
func ranges(cuts []analysis.Money) []string {
	var keys []string
	for i, cut := range cuts {
		if i == 0 {
			keys = append(keys, "≤ "+plain(cut))
		} else {
			keys = append(keys, plain(cuts[i-1])+" – "+plain(cut))
		}
	}
	if len(cuts) == 0 {
		return []string{"…"}
	}
	return append(keys, "> "+plain(cuts[len(cuts)-1]))
}

// plain writes a number as a file would, the same in every language.
func plain(v analysis.Money) string { return strconv.FormatFloat(v.Float(), 'f', -1, 64) }

// ByYear divides customers by the year of a date. of[c] is an index into keys, −1 where
// the date is missing.
func ByYear(days []analysis.Day) (keys []string, of []int32) {
	years := make([]int, len(days))
	var seen []int
	for c, day := range days {
		if day.Valid() {
			years[c] = day.Time().Year()
			if at, ok := slices.BinarySearch(seen, years[c]); !ok {
				seen = slices.Insert(seen, at, years[c])
			}
		}
	}
	for _, y := range seen {
		keys = append(keys, strconv.Itoa(y))
	}
	of = make([]int32, len(days))
	for c, day := range days {
		of[c] = -1
		if day.Valid() {
			at, _ := slices.BinarySearch(seen, years[c])
			of[c] = int32(at)
		}
	}
	return keys, of
}
