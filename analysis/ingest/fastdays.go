package ingest

import (
	"encoding/binary"

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
	width   uint32 // 8 or 10 bytes; 0 where the layout is none of these
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
	l.width = 10
	return l
}

// readDays reads the column of dates. A row whose date cannot be read or lies
// outside the window gets NoDay.
func (k *kernel) readDays(p *plan) {
	k.readDates(p, p.date, k.day)
	for i, d := range k.day {
		if d < p.from || d > p.to {
			k.day[i] = analysis.NoDay
		}
	}
}

// readDates reads a column of dates into out, NoDay where there is none. Dates
// in the layout of the window's first row are taken from their fixed places,
// others are parsed one by one.
func (k *kernel) readDates(p *plan, column int, out []analysis.Day) {
	k.locate(column)
	if len(k.fields) == 0 {
		return
	}
	w := k.w
	l := layoutOf(w, int(k.fields[0].from), int(k.fields[0].to), p.Dates)
	for i, f := range k.fields {
		d, behind := noDay, f.from+l.width
		if l.width > 0 && (f.to == behind || f.to > behind+1 && (w[behind] == ' ' || w[behind] == 'T') && isDigit(w[behind+1])) {
			x := load(w, int(f.from)) ^ l.pattern
			y := uint64('0' | '0'<<8)
			if l.width == 10 {
				y = uint64(binary.LittleEndian.Uint16(w[f.from+8:]))
			}
			y ^= '0' | '0'<<8
			if (x+l.limit|x)&highs|(y+0x7676|y)&0x8080 == 0 {
				x, y = pairs(x), pairs(y)&0xff
				year := (x>>l.century&0xff)*100 + (x>>l.year|y>>(64-l.year))&0xff
				month := (year-firstYear)*12 + x>>l.month&0xff - 1
				day := int32(x>>l.day|y>>(64-l.day))&0xff - 1
				if month < uint64(len(monthStarts)-1) && x>>l.month&0xff-1 < 12 && uint32(day) < uint32(monthStarts[month+1]-monthStarts[month]) {
					d = monthStarts[month] + day
				}
			}
		}
		if d == noDay {
			d = k.slowDay(p, f)
		}
		out[i] = analysis.Day(d)
	}
}

const noDay = int32(analysis.NoDay)

func (k *kernel) slowDay(p *plan, f fieldAt) int32 {
	d, _ := parseDate(k.w[f.from:f.to], p.Dates)
	return int32(d)
}
