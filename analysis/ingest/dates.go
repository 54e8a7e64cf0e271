package ingest

import (
	"strings"

	"churnbench/analysis"
)

// A dateGroup is one of the three parts of a written date.
type dateGroup struct {
	n     int // its number
	width int // its digits, 0 for a month's name
}

// parseDate reads a date in the order given. Whatever the order, it also
// accepts what cannot be mistaken: a year of four digits in front, eight digits
// in a row, and a month by its English name. Full-width digits and 年月日 are
// read as their plain forms. A time behind the date is dropped, and with it the
// zone: an order belongs to the day that its shop wrote down.
func parseDate(b []byte, order DateFmt) (analysis.Day, bool) {
	var room [64]byte
	b = plainDate(room[:0], clean(b))
	if d, ok := parseCode(b, order); ok {
		return d, true
	}
	if n := digitsAt(b, 0); n >= 8 {
		return parseCompact(b, n)
	}
	var g [3]dateGroup
	at, ok := 0, true
	for i := range g {
		if g[i], at, ok = nextDateGroup(b, at, i > 0 && g[i-1].width > 0); !ok {
			return analysis.NoDay, false
		}
	}
	if !timeFollows(b[at:]) {
		return analysis.NoDay, false
	}
	return arrange(g, order)
}

// parseCompact reads yyyymmdd, also with hhmm or hhmmss at once behind it.
func parseCompact(b []byte, digits int) (analysis.Day, bool) {
	if digits != 8 && digits != 12 && digits != 14 || !timeFollows(b[digits:]) {
		return analysis.NoDay, false
	}
	return civil(number(b[:4]), number(b[4:6]), number(b[6:8]))
}

// nextDateGroup reads a number of one, two or four digits or a month's name at
// b[at]. Between two numbers a separator is due. Names of weekdays are skipped,
// and so is what makes 5 the 5th.
func nextDateGroup(b []byte, at int, separatorDue bool) (g dateGroup, next int, ok bool) {
	from := at
	for at < len(b) && strings.IndexByte("-/. ,_", b[at]) >= 0 {
		at++
	}
	word := at
	for at < len(b) && isLetter(b[at]) {
		at++
	}
	if at > word {
		if isWeekday(b[word:at]) {
			return nextDateGroup(b, at, false)
		}
		g.n = monthNamed(b[word:at])
		return g, at, g.n > 0
	}
	if separatorDue && word == from {
		return g, at, false
	}
	g.width = digitsAt(b, at)
	if g.width == 0 || g.width == 3 || g.width > 4 {
		return g, at, false
	}
	g.n = number(b[at : at+g.width])
	at += g.width
	return g, at + ordinal(b[at:]), true
}

// ordinal returns the length of st, nd, rd or th at the beginning of a text.
func ordinal(b []byte) int {
	if len(b) < 2 || !isLetter(b[0]) || len(b) > 2 && isLetter(b[2]) {
		return 0
	}
	switch [2]byte{lower(b[0]), lower(b[1])} {
	case [2]byte{'s', 't'}, [2]byte{'n', 'd'}, [2]byte{'r', 'd'}, [2]byte{'t', 'h'}:
		return 2
	}
	return 0
}

// arrange decides which of three groups is the year, the month and the day.
func arrange(g [3]dateGroup, order DateFmt) (analysis.Day, bool) {
	year, month, day := g[2], g[1], g[0]
	switch {
	case g[0].width == 4:
		year, day = g[0], g[2]
	case g[0].width == 0: // Mar 5, 2024
		month, day = g[0], g[1]
	case g[1].width == 0: // 5 Mar 2024
	case g[2].width == 0:
		return analysis.NoDay, false
	case order == DateMDY:
		month, day = g[0], g[1]
	case order == DateYMD && g[2].width <= 2:
		year, day = g[0], g[2]
	case order != DateDMY:
		return analysis.NoDay, false
	}
	if day.width > 2 || month.width > 2 || year.width != 4 && year.width != 2 {
		return analysis.NoDay, false
	}
	if year.width == 2 {
		year.n = fullYear(year.n)
	}
	return civil(year.n, month.n, day.n)
}

var (
	monthNames = []string{"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december"}
	weekdayNames = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)

// monthNamed returns 1…12 for a month's English name or its beginning of three
// letters or more, else 0.
func monthNamed(b []byte) int { return nameIndex(monthNames, b) }

func isWeekday(b []byte) bool { return nameIndex(weekdayNames, b) > 0 }

func nameIndex(names []string, b []byte) int {
	if len(b) < 3 {
		return 0
	}
	for i, name := range names {
		if len(b) <= len(name) && equalFold(name[:len(b)], b) {
			return i + 1
		}
	}
	return 0
}

// equalFold reports whether letters are those of a name in small letters.
func equalFold(name string, b []byte) bool {
	for i, c := range b {
		if name[i] != lower(c) {
			return false
		}
	}
	return true
}

// digitsAt counts the digits from b[at] on.
func digitsAt(b []byte, at int) int {
	n := 0
	for at+n < len(b) && isDigit(b[at+n]) {
		n++
	}
	return n
}

// number reads a few digits.
func number(b []byte) int {
	n := 0
	for _, c := range b {
		n = n*10 + int(c-'0')
	}
	return n
}
