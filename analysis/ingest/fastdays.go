package ingest

import (
	"encoding/binary"
	"math"

	"churnbench/analysis"
)

// A dayLayout is a fixed-width way of writing dates, as the window's first row
// has it. Its year, month and day stand at known places.
type dayLayout struct {
	pattern uint64 // of the first eight bytes, digits as '0'
	limit   uint64 // per byte: digitLimit's for a digit, 0x7f for a separator
	century uint   // bit offsets of the pairs of digits
	year    uint   // 64 if it stands in bytes 8 and 9
	month   uint
	day     uint   // the same
	tail    uint64 // of bytes 8 and 9: 0xffff if they are digits, 0 if they are none of the date's
	width   uint32 // 8 or 10 bytes; 0 where the layout is none of these

	// What stands behind: nothing, or a time of day.
	least, more uint32 // that many bytes at least, and so many more at most
	follow      uint64 // a blank or T and a '0' for any digit
	follows     uint64 // 0xffff if that is to be looked at
}

// layoutOf recognises the layout of the date at w[at:to].
func layoutOf(w []byte, at, to int, order DateFmt) dayLayout {
	n := digitsAt(w[:to], at)
	switch {
	case n == 8 && to-at == 8:
		return dayLayout{pattern: zeros, limit: digitLimit, century: 0, year: 16, month: 32, day: 48, width: 8}
	case to-at < 10:
	case n == 4 && w[at+4] == w[at+7]:
		return separated(w[at+4], 4, 7, dayLayout{century: 0, year: 16, month: 40, day: 64})
	case n == 2 && w[at+2] == w[at+5] && order == DateDMY:
		return separated(w[at+2], 2, 5, dayLayout{century: 48, year: 64, month: 24, day: 0})
	case n == 2 && w[at+2] == w[at+5] && order == DateMDY:
		return separated(w[at+2], 2, 5, dayLayout{century: 48, year: 64, month: 0, day: 24})
	}
	return dayLayout{}
}

// separated completes a layout of ten bytes by its two separators.
func separated(c byte, first, second uint, l dayLayout) dayLayout {
	if c != '-' && c != '/' && c != '.' {
		return dayLayout{}
	}
	gaps := uint64(0xff)<<(8*first) | uint64(0xff)<<(8*second)
	l.pattern = zeros&^gaps | ones*uint64(c)&gaps
	l.limit = digitLimit&^gaps | lows&gaps
	l.tail, l.width = 0xffff, 10
	return l
}

// readDays reads the column of dates. A row whose date cannot be read or lies
// outside the window gets NoDay.
func (k *kernel) readDays(p *plan) { k.readDates(p, p.date, dayRange{p.from, p.to}, k.day) }

// A dayRange is closed on both sides.
type dayRange struct{ from, to analysis.Day }

// anyDay is the range of all dates that can be read.
var anyDay = dayRange{analysis.NoDay + 1, math.MaxInt32}

// readDates reads a column of dates into out, NoDay where there is none in the
// range. Dates in the layout of the window's first row are taken from their
// fixed places, and only where one is not that of the row before, for most exports
// are sorted; others are parsed one by one.
func (k *kernel) readDates(p *plan, column int, within dayRange, out []analysis.Day) {
	v := k.column(column)
	if len(out) == 0 {
		return
	}
	l := k.layout(v.field(0), p.Dates)
	w, ends, at, step := k.w, v.ends, v.at, v.step
	lastX, lastY, d := ^uint64(0), uint64(0), analysis.NoDay
	for i := range out {
		from, to := ends[at]+1, ends[at+1]
		at += step
		x := load(w, int(from)) ^ l.pattern
		y := (uint64(binary.LittleEndian.Uint16(w[from+8:])) ^ ('0' | '0'<<8)) & l.tail
		z := (uint64(binary.LittleEndian.Uint16(w[from+l.width:])) ^ l.follow) & l.follows
		odd := (x+l.limit|x)&highs | ((y+0x7676)|y|(z+0x767f)|z)&0x8080
		if x != lastX || y != lastY {
			lastX, lastY, d = x, y, l.read(x, y, within)
		}
		out[i] = d
		if odd != 0 || d == analysis.NoDay || to-from-l.width-l.least > l.more {
			out[i] = k.slowDay(p, fieldAt{from, to}, within)
		}
	}
}

// read makes a day of the digits' values, NoDay if there is none such in the range
// or in monthStarts.
//
//go:noinline
func (l *dayLayout) read(x, y uint64, within dayRange) analysis.Day {
	x, y = pairs(x), pairs(y)&0xff
	year := (x>>l.century&0xff)*100 + (x>>l.year|y>>(64-l.year))&0xff
	month := x>>l.month&0xff - 1
	day := int32(x>>l.day|y>>(64-l.day))&0xff - 1
	m := (year-firstYear)*12 + month
	if month >= 12 || m >= uint64(len(monthStarts)-1) || uint32(day) >= uint32(monthStarts[m+1]-monthStarts[m]) {
		return analysis.NoDay
	}
	d := analysis.Day(monthStarts[m] + day)
	if d < within.from || d > within.to {
		return analysis.NoDay
	}
	return d
}

// layout recognises the layout of a column by one of its fields.
func (k *kernel) layout(f fieldAt, order DateFmt) dayLayout {
	from, to := k.trimmed(f.from, f.to)
	l := layoutOf(k.w, int(from), int(to), order)
	switch behind := from + l.width; {
	case l.width == 0:
		l.least = math.MaxUint32 // which nothing has
	case to > behind+1 && (k.w[behind] == ' ' || k.w[behind] == 'T'):
		l.least, l.more = 2, maxWindow
		l.follow, l.follows = uint64(k.w[behind])|'0'<<8, 0xffff
	}
	return l
}

// outside leaves a row to judge.
//
//go:noinline
func (k *kernel) outside() analysis.Day {
	k.left = true
	return analysis.NoDay
}

func (k *kernel) slowDay(p *plan, f fieldAt, within dayRange) analysis.Day {
	d, ok := parseDate(k.w[f.from:f.to], p.Dates)
	if !ok || d < within.from || d > within.to {
		return k.outside()
	}
	return d
}
