package ingest

import (
	"time"

	"churnbench/analysis"
)

// Orders outside these years are typing errors or placeholders such as
// 1900-01-01 and 9999-12-31.
const (
	firstYear = 1990
	lastYear  = 2100
)

// monthStarts[m] is the first day of month m, counted from January of
// firstYear; one more entry closes the last month.
var monthStarts = makeMonthStarts()

func makeMonthStarts() (t [(lastYear-firstYear+1)*12 + 1]int32) {
	for m := range t {
		t[m] = int32(analysis.Date(firstYear, time.Month(m+1), 1))
	}
	return t
}

var (
	earliest = analysis.Date(firstYear, time.January, 1)
	latest   = analysis.Date(lastYear, time.December, 31)
)

// civil returns the Day of a date of the Gregorian calendar, if there is one.
func civil(year, month, day int) (analysis.Day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return analysis.NoDay, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return analysis.NoDay, false
	}
	return analysis.Day(t.Unix() / 86400), true
}

// fullYear completes a year of two digits as POSIX does: 69…99 are 19yy.
func fullYear(y int) int {
	if y >= 69 {
		return 1900 + y
	}
	return 2000 + y
}
