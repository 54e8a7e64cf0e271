package ingest

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
)

// parseMoney reads an amount as people and programs write it: with a currency's
// sign or code on either side, thousands in groups, the decimal mark given,
// negative by a sign in front or behind or by parentheses, in full-width
// digits, in units of 万 and 亿, or in the exponential form of spreadsheets.
// Four decimals are exact, more are rounded half away from zero.
func parseMoney(b []byte, decimal byte) (analysis.Money, bool) {
	var room [64]byte
	b = narrow(room[:0], clean(b))
	s := amountText{b: b, scale: 1}
	s.stripParentheses()
	for s.stripSign() || s.stripCurrency() {
	}
	if len(s.b) == 0 || s.bad {
		return 0, false
	}
	v, ok := parseDigits(s.b, decimal)
	if !ok {
		v, ok = parseExponential(s.b)
	}
	if !ok || v > math.MaxInt64/s.scale {
		return 0, false
	}
	v *= s.scale
	if s.negative {
		v = -v
	}
	return analysis.Money(v), true
}

// An amountText is an amount from whose ends signs and units are stripped.
type amountText struct {
	b        []byte
	negative bool
	signed   bool  // a sign was seen
	bad      bool  // a second sign was seen
	scale    int64 // of 万 and 亿
}

func (s *amountText) stripParentheses() {
	if n := len(s.b); n > 2 && s.b[0] == '(' && s.b[n-1] == ')' {
		s.b = trim(s.b[1 : n-1])
		s.negative, s.signed = true, true
	}
}

// stripSign takes one sign off either end.
func (s *amountText) stripSign() bool {
	n := len(s.b)
	if n == 0 {
		return false
	}
	var sign byte
	switch {
	case s.b[0] == '-' || s.b[0] == '+':
		sign, s.b = s.b[0], trim(s.b[1:])
	case s.b[n-1] == '-':
		sign, s.b = '-', trim(s.b[:n-1])
	default:
		return false
	}
	s.bad = s.bad || s.signed
	s.signed, s.negative = true, s.negative || sign == '-'
	return true
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
		if at := len(s.b) - len(u.mark); at >= 0 && s.scale == 1 && string(s.b[at:]) == u.mark {
			s.b, s.scale = trim(s.b[:at]), u.scale
			return true
		}
	}
	return false
}

func (s *amountText) stripMark() bool {
	first, last := lower(s.b[0]), lower(s.b[len(s.b)-1])
	for _, c := range currencyMarks {
		n := len(c.mark)
		at := len(s.b) - n
		switch {
		case at < 0:
		case lower(c.mark[0]) == first && strings.EqualFold(string(s.b[:n]), c.mark):
			s.b = trim(s.b[n:])
			return true
		case lower(c.mark[n-1]) == last && strings.EqualFold(string(s.b[at:]), c.mark):
			s.b = trim(s.b[:at])
			return true
		}
	}
	return false
}

// lower makes letters small, and other bytes comparable.
func lower(c byte) byte { return c | 0x20 }

var numberUnits = []struct {
	mark  string
	scale int64
}{{"万", 1e4}, {"萬", 1e4}, {"亿", 1e8}, {"億", 1e8}}

// parseDigits reads digits with thousands in groups and one decimal mark, in
// ten-thousandths. Groups hold two or three digits (India writes 1,00,000) and
// the last holds three: 12,50 is no way of writing 1250, and 0,250 none of
// writing 250.
func parseDigits(b []byte, decimal byte) (int64, bool) {
	var v int64
	group, groups, digits := 0, 0, 0
	i := 0
	for ; i < len(b) && b[i] != decimal; i++ {
		switch c := b[i]; {
		case isDigit(c):
			if v > math.MaxInt64/(10*analysis.MoneyPerUnit)-10 {
				return 0, false
			}
			v = v*10 + int64(c-'0')
			group++
			digits++
		case isGrouping(c) && v > 0 && group > 0 && group <= 3 && (groups == 0 || group >= 2):
			group, groups = 0, groups+1
		default:
			return 0, false
		}
	}
	if groups > 0 && group != 3 {
		return 0, false
	}
	fraction, more, ok := parseFraction(b[i:])
	return v*analysis.MoneyPerUnit + fraction, ok && digits+more > 0
}

// isGrouping reports whether c parts thousands, unless it is the decimal mark.
func isGrouping(c byte) bool { return c == ',' || c == '.' || c == ' ' || c == '\'' || c == '_' }

// parseFraction reads a decimal mark and the digits behind it, in
// ten-thousandths, and counts them.
func parseFraction(b []byte) (v int64, digits int, ok bool) {
	if len(b) == 0 {
		return 0, 0, true
	}
	for scale, c := int64(analysis.MoneyPerUnit), byte(0); digits < len(b)-1; digits++ {
		if c = b[1+digits]; !isDigit(c) {
			return 0, digits, false
		}
		scale /= 10
		v += scale * int64(c-'0')
		if digits == 4 && c >= '5' {
			v++
		}
	}
	return v, digits, true
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

// narrow writes full-width characters in their plain form.
func narrow(dst, b []byte) []byte {
	if isASCII(b) {
		return b
	}
	for _, r := range string(b) {
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
