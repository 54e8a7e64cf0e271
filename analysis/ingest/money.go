package ingest

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
)

// parseMoney reads an amount as people and programs write it: with a currency's
// sign or code on either side, thousands in groups, the decimal mark given,
// negative by a sign in front or behind or by parentheses, in full-width
// digits, in units such as 万 and 亿, in per cent, or in the exponential form of
// spreadsheets. Four decimals of the value are exact, more are rounded half away
// from zero.
func parseMoney(b []byte, decimal byte) (analysis.Money, bool) {
	var room [64]byte
	b = narrow(room[:0], clean(b))
	s := amountText{b: b}
	s.stripDash(decimal)
	for s.stripParentheses() || s.stripSign() || s.stripCurrency() {
	}
	if len(s.b) == 0 || s.bad {
		return 0, false
	}
	v, ok := parseDigits(s.b, decimal, moneyPlaces+s.shift)
	if !ok && s.shift == 0 {
		v, ok = parseExponential(s.b)
	}
	if s.negative {
		v = -v
	}
	return analysis.Money(v), ok
}

// moneyPlaces is how many decimals Money holds.
const moneyPlaces = 4

// An amountText is an amount from whose ends signs and units are stripped.
type amountText struct {
	b        []byte
	negative bool
	signed   bool // a sign was seen
	bad      bool // a second sign was seen
	unit     bool // a unit was seen
	shift    int  // by which power of ten the unit multiplies
}

// stripDash takes off the dash that stands for no cents: 12.- and 12,-- are 12.
func (s *amountText) stripDash(decimal byte) {
	b := bytes.TrimRight(s.b, "-")
	if n := len(b); n > 1 && n < len(s.b) && b[n-1] == decimal && isDigit(b[n-2]) {
		s.b = b[:n-1]
	}
}

func (s *amountText) stripParentheses() bool {
	n := len(s.b)
	if n <= 2 || s.b[0] != '(' || s.b[n-1] != ')' {
		return false
	}
	s.b = trim(s.b[1 : n-1])
	s.sign('-')
	return true
}

// stripSign takes one sign off either end.
func (s *amountText) stripSign() bool {
	n := len(s.b)
	switch {
	case n == 0:
		return false
	case s.b[0] == '-' || s.b[0] == '+':
		s.sign(s.b[0])
		s.b = trim(s.b[1:])
	case s.b[n-1] == '-':
		s.sign('-')
		s.b = trim(s.b[:n-1])
	default:
		return false
	}
	return true
}

// sign notes a sign; there may be one.
func (s *amountText) sign(c byte) {
	s.bad = s.bad || s.signed
	s.signed, s.negative = true, c == '-'
}

// stripCurrency takes one currency's sign or code, or a unit, off either end.
func (s *amountText) stripCurrency() bool {
	n := len(s.b)
	if n == 0 || isDigit(s.b[0]) && isDigit(s.b[n-1]) {
		return false
	}
	if s.b[0] == '$' {
		s.b = trim(s.b[1:])
		return true
	}
	return s.stripUnit() || s.stripMark()
}

func (s *amountText) stripUnit() bool {
	for _, u := range numberUnits {
		if at := len(s.b) - len(u.mark); at >= 0 && !s.unit && string(s.b[at:]) == u.mark {
			s.b, s.unit, s.shift = trim(s.b[:at]), true, u.shift
			return true
		}
	}
	return false
}

func (s *amountText) stripMark() bool {
	for _, mark := range marksBy.first[lower(s.b[0])] {
		if n := len(mark); n <= len(s.b) && strings.EqualFold(string(s.b[:n]), mark) {
			s.b = trim(s.b[n:])
			return true
		}
	}
	for _, mark := range marksBy.last[lower(s.b[len(s.b)-1])] {
		if at := len(s.b) - len(mark); at >= 0 && strings.EqualFold(string(s.b[at:]), mark) {
			s.b = trim(s.b[:at])
			return true
		}
	}
	return false
}

// marksBy holds the currencies' marks by the byte, made small, that they begin
// or end with.
var marksBy = func() (by struct{ first, last [256][]string }) {
	for _, c := range currencyMarks {
		first, last := lower(c.mark[0]), lower(c.mark[len(c.mark)-1])
		by.first[first], by.last[last] = append(by.first[first], c.mark), append(by.last[last], c.mark)
	}
	return by
}()

// lower makes letters small, and other bytes comparable.
func lower(c byte) byte { return c | 0x20 }

// numberUnits multiply by a power of ten. Longer ones stand before those they
// end with.
var numberUnits = []struct {
	mark  string
	shift int
}{
	{"万亿", 12}, {"萬億", 12}, {"千万", 7}, {"千萬", 7}, {"百万", 6}, {"百萬", 6},
	{"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}, {"%", -2}, {"‰", -3},
}

// parseDigits reads digits with thousands in groups and one decimal mark, in
// units of 10^-places. Groups hold two or three digits (India writes 1,00,000),
// the last holds three, and one mark parts them all: 12,50 is no way of writing
// 1250, 0,250 none of writing 250, and 1 234,567 none of writing 1234567.
func parseDigits(b []byte, decimal byte, places int) (int64, bool) {
	var v int64
	group, groups, digits := 0, 0, 0
	mark := byte(0)
	i := 0
	for ; i < len(b) && b[i] != decimal; i++ {
		switch c := b[i]; {
		case isDigit(c):
			if v > math.MaxInt64/100 {
				return 0, false
			}
			v = v*10 + int64(c-'0')
			group++
			digits++
		case isGrouping(c) && v > 0 && group > 0 && group <= 3 && (groups == 0 || group >= 2 && c == mark):
			group, groups, mark = 0, groups+1, c
		default:
			return 0, false
		}
	}
	if groups > 0 && group != 3 {
		return 0, false
	}
	v, more, ok := parseFraction(v, b[i:], places)
	return v, ok && digits+more > 0
}

// isGrouping reports whether c parts thousands, unless it is the decimal mark.
func isGrouping(c byte) bool { return c == ',' || c == '.' || c == ' ' || c == '\'' || c == '_' }

// parseFraction reads a decimal mark and the digits behind it, and puts as many
// of them as there are places behind the whole number v, rounded half away from
// zero. It counts the digits.
func parseFraction(v int64, b []byte, places int) (_ int64, digits int, ok bool) {
	if len(b) > 0 {
		b = b[1:]
	}
	up := false
	for _, c := range b {
		if !isDigit(c) || digits < places && v > math.MaxInt64/10-1 {
			return 0, digits, false
		}
		if digits < places {
			v = v*10 + int64(c-'0')
		} else if digits == places {
			up = c >= '5'
		}
		digits++
	}
	for n := digits; n < places; n++ {
		if v > math.MaxInt64/10-1 {
			return 0, digits, false
		}
		v *= 10
	}
	return v + int64(b2i(up)), digits, true
}

// parseExponential reads a form such as 1.2E+05.
func parseExponential(b []byte) (int64, bool) {
	if len(b) > 32 || !slices.ContainsFunc(b, func(c byte) bool { return c|0x20 == 'e' }) || !isDigit(b[0]) {
		return 0, false
	}
	for _, c := range b {
		if !isDigit(c) && c != '.' && c != '+' && c != '-' && c|0x20 != 'e' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil || v > math.MaxInt64/analysis.MoneyPerUnit/2 {
		return 0, false
	}
	return int64(analysis.MoneyOf(v)), true
}

// narrow writes full-width characters in their plain form, and the apostrophes
// by which Switzerland parts thousands as one.
func narrow(dst, b []byte) []byte {
	if isASCII(b) {
		return b
	}
	for _, r := range string(b) {
		if r == '’' || r == 'ʼ' || r == '´' {
			r = '\''
		}
		dst = appendNarrow(dst, r)
	}
	return trim(dst)
}

// product returns quantity × price, rounded half away from zero.
func product(quantity, price analysis.Money) (analysis.Money, bool) {
	const limit = 1 << 31
	if -limit < quantity && quantity < limit && -limit < price && price < limit {
		p := quantity * price
		if p < 0 {
			return (p - analysis.MoneyPerUnit/2) / analysis.MoneyPerUnit, true
		}
		return (p + analysis.MoneyPerUnit/2) / analysis.MoneyPerUnit, true
	}
	return bigProduct(quantity, price)
}
