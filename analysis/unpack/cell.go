package unpack

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"churnbench/analysis"
)

// digits is how many digits of a number Excel keeps and shows. Behind them a
// file holds what binary fractions leave over: 1.1 is 1.1000000000000001.
const digits = 15

// text returns what a cell says.
func (w *workbook) text(c *cell, shared *texts) ([]byte, error) {
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(string(c.value))
		if text, ok := shared.at(i); ok && err == nil {
			return text, nil
		}
		return nil, errMarkup
	case "inlineStr":
		return appendUnhidden(nil, c.inline.bytes), nil
	case "str":
		return appendUnhidden(nil, c.value), nil
	case "b":
		if string(c.value) == "1" || string(c.value) == "true" {
			return []byte("TRUE"), nil
		}
		return []byte("FALSE"), nil
	case "", "n":
		return w.number(c), nil
	}
	return c.value, nil // "e", an error by its name; "d", a date in ISO 8601
}

// number writes a number by its style: with all its digits, or as a date.
func (w *workbook) number(c *cell) []byte {
	kind := plainNumber
	if c.style >= 0 && c.style < len(w.styles) {
		kind = w.styles[c.style]
	}
	if kind == plainNumber {
		return plainDigits(c.value)
	}
	v, err := strconv.ParseFloat(string(c.value), 64)
	if err != nil || !(0 <= v && v < 2958466) { // the year 10000
		return plainDigits(c.value)
	}
	return w.date(v, kind)
}

// plainDigits writes a number without exponent. Whole numbers are kept as they
// are, of any length.
func plainDigits(b []byte) []byte {
	if len(bytes.Trim(b, "0123456789")) == 0 || len(b) > 64 {
		return b
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil || math.Abs(v) >= 1e21 || v != 0 && math.Abs(v) < 1e-15 || math.IsNaN(v) {
		return b
	}
	if v == math.Trunc(v) {
		return strconv.AppendFloat(nil, v, 'f', -1, 64)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		return b
	}
	return strconv.AppendFloat(nil, short, 'f', -1, 64)
}

// Days between Excel's day 0 and 1970-01-01. The system of 1900 counts a
// 29 February 1900, as Lotus 1-2-3 did: day 60. Days before it are one later.
const (
	epoch1900 = 25569
	epoch1904 = 24107
)

// date writes a day as 2024-03-05, with the time behind it if there is one,
// and a time of day or duration as 14:30:00.
func (w *workbook) date(v float64, kind numberKind) []byte {
	day := math.Floor(v)
	second := int(math.Round((v - day) * 86400))
	if second == 86400 {
		day, second = day+1, 0
	}
	if kind == timeNumber && day < 366 {
		second += int(day) * 86400
		return clock(nil, second)
	}
	out := w.calendar(int(day))
	if second == 0 {
		return out
	}
	return clock(append(out, ' '), second)
}

func clock(dst []byte, second int) []byte {
	return fmt.Appendf(dst, "%02d:%02d:%02d", second/3600, second/60%60, second%60)
}

// calendar writes a day. Day 0 of 1900, what an empty date becomes, and day 60
// are written as Excel shows them, which are no dates.
func (w *workbook) calendar(day int) []byte {
	switch {
	case w.date1904:
		return []byte(analysis.Day(day - epoch1904).String())
	case day == 0:
		return []byte("1900-01-00")
	case day == 60:
		return []byte("1900-02-29")
	case day < 60:
		day++
	}
	return []byte(analysis.Day(day - epoch1900).String())
}
