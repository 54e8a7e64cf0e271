package ingest

import (
	"time"

	"churnbench/analysis"
)

// serialZero is the day that Excel counts as 0. It is right from 1900-03-01 on:
// Excel holds 1900 for a leap year.
var serialZero = analysis.Date(1899, time.December, 30)

// parseCode reads a date in one of the ways that cannot be told from a number
// or a part of a date, and therefore must be asked for.
func parseCode(b []byte, f DateFmt) (analysis.Day, bool) {
	switch f {
	case DateMonth:
		return parseMonth(b)
	case DateSerial:
		n, ok := wholePart(b, 1, 7)
		return serialZero + analysis.Day(n), ok
	case DateEpoch:
		n, ok := wholePart(b, 9, 11)
		return analysis.Day(n / secondsPerDay), ok
	case DateEpochMilli:
		n, ok := wholePart(b, 12, 14)
		return analysis.Day(n / 1000 / secondsPerDay), ok
	}
	return analysis.NoDay, false
}

const secondsPerDay = 24 * 60 * 60

// wholePart reads a number of so many digits; what stands behind a decimal mark
// is a time of day or a part of a second, and dropped.
func wholePart(b []byte, least, most int) (int64, bool) {
	n := digitsAt(b, 0)
	if n < least || n > most {
		return 0, false
	}
	if n < len(b) && (b[n] != '.' && b[n] != ',' || n+1+digitsAt(b, n+1) != len(b)) {
		return 0, false
	}
	return int64(number(b[:n])), true
}

// parseMonth reads a year and a month in either order, the month by number or
// name, or six digits. It returns the month's first day.
func parseMonth(b []byte) (analysis.Day, bool) {
	if len(b) == 6 && digitsAt(b, 0) == 6 {
		return civil(number(b[:4]), number(b[4:]), 1)
	}
	var g [2]dateGroup
	at, ok := 0, true
	for i := range g {
		if g[i], at, ok = nextDateGroup(b, at, i > 0 && g[0].width > 0); !ok {
			return analysis.NoDay, false
		}
	}
	for at < len(b) && (b[at] == '-' || b[at] == ' ') {
		at++
	}
	year, month := g[1], g[0]
	if g[0].width == 4 {
		year, month = g[0], g[1]
	}
	if at < len(b) || month.width > 2 || year.width != 4 && (year.width != 2 || month.width > 0) {
		return analysis.NoDay, false
	}
	if year.width == 2 {
		year.n = fullYear(year.n)
	}
	return civil(year.n, month.n, 1)
}

// dateCodes are the ways that parseCode reads, the surest first.
var dateCodes = []DateFmt{DateMonth, DateEpochMilli, DateEpoch, DateSerial}

// codedDates returns the way in which a column's values are dates of plausible
// years, if all of them are, and whether they might be mere numbers as well.
func codedDates(g *grid, column int) (f DateFmt, numbers bool) {
	for _, f = range dateCodes {
		if fits, numbers := fitsCode(g, column, f); fits {
			return f, numbers
		}
	}
	return DatesDetect, false
}

func fitsCode(g *grid, column int, f DateFmt) (fits, numbers bool) {
	filled := 0
	for i := range min(g.len(), typeRows) {
		b := g.cell(i, column)
		if isMissing(b) || isTotals(b) {
			continue
		}
		if !isCode(b, f) {
			return false, false
		}
		filled++
		numbers = numbers || isNumber(b)
	}
	return filled > 0, numbers
}

// isCode reports whether a value is a date of a plausible year in a way that
// parseCode reads.
func isCode(b []byte, f DateFmt) bool {
	var room [64]byte
	d, ok := parseCode(plainDate(room[:0], clean(b)), f)
	return ok && earliest <= d && d <= latest
}

// promoteCodes makes columns of dates of those whose values are dates in
// numbers. Numbers are believed to be dates where the column's name says so or
// where, of all columns without a known name, no other could be the date.
func promoteCodes(g *grid, list []columnSketch, want DateFmt) {
	dated, candidates, last := false, 0, -1
	for c := range list {
		s := &list[c]
		if s.Type == DateType || s.Type == EmptyType {
			dated = dated || s.Type == DateType
			continue
		}
		f, numbers := codedDates(g, c)
		switch {
		case f == DatesDetect:
		case !numbers || namesDates(s.Name):
			s.coded = f
			dated = true
		case bestRole(s.Name) == Ignore && !isForeignName(s.Name) || f == want:
			candidates, last = candidates+1, c
		}
	}
	if !dated && candidates == 1 {
		list[last].coded, _ = codedDates(g, last)
	}
	for c := range list {
		if list[c].coded != DatesDetect {
			list[c].Type = DateType
		}
	}
}

// namesDates reports whether a column's name speaks of a date.
func namesDates(name string) bool {
	if role := bestRole(name); role != Ignore {
		return role.Holds() == DateType
	}
	for _, w := range words(name) {
		switch w {
		case "date", "datetime", "time", "timestamp", "ts", "day", "month", "at", "日期", "时间", "時間", "月份", "日", "月":
			return true
		}
	}
	return false
}
