package locale

import (
	"math"
	"strconv"
	"strings"
)

// Int writes an integer with separators between thousands.
func (l Lang) Int(n int) string { return sign(grouped(strconv.Itoa(n))) }

// Number writes v with a fixed number of decimals.
func (l Lang) Number(v float64, decimals int) string {
	if s, ok := special(v); ok {
		return s
	}
	return sign(grouped(fixed(v, decimals)))
}

// Significant writes v with at most the given number of significant digits,
// without trailing zeros; digits before the decimal point are never dropped.
func (l Lang) Significant(v float64, digits int) string {
	if s, ok := special(v); ok {
		return s
	}
	return sign(grouped(trimmed(fixed(v, decimalsFor(v, digits)))))
}

// Percent writes a share, where 1 is all, with a fixed number of decimals.
func (l Lang) Percent(share float64, decimals int) string {
	if s, ok := special(share); ok {
		return s
	}
	return l.Number(share*100, decimals) + l.PercentSign()
}

// PercentSign is what follows a percentage.
func (l Lang) PercentSign() string { return l.pick(nbsp+"%", "%") }

// A unit scales large numbers to a few digits.
type unit struct {
	size   float64
	symbol string
}

var (
	shortScale   = []unit{{1e12, nbsp + "T"}, {1e9, nbsp + "B"}, {1e6, nbsp + "M"}, {1e3, nbsp + "K"}}
	myriadScale  = []unit{{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}}
	compactFrom  = 1e4 // smaller numbers are as short written out
	compactDigit = 3
)

// Compact writes v with three significant digits and the language's word for
// its magnitude: thousands and millions in English, 万 and 亿 in Chinese.
// Below 10,000 it is written out, with at most three significant digits after
// rounding to whole numbers above 100.
func (l Lang) Compact(v float64) string {
	if s, ok := special(v); ok {
		return s
	}
	scale := shortScale
	if l == Chinese {
		scale = myriadScale
	}
	if u, ok := unitFor(math.Abs(v), scale); ok {
		return l.Significant(v/u.size, compactDigit) + u.symbol
	}
	return l.Significant(v, compactDigit)
}

// unitFor returns the largest unit that v reaches once rounded to the digits
// shown, so that 999,999 is 1 M and not 1,000 K.
func unitFor(v float64, scale []unit) (unit, bool) {
	v = roundTo(v, compactDigit)
	if v < compactFrom {
		return unit{}, false
	}
	for _, u := range scale {
		if v >= u.size {
			return u, true
		}
	}
	return unit{}, false
}

// roundTo rounds v to significant digits by way of its decimal form, which is
// the same on every machine.
func roundTo(v float64, digits int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil { // rounded up beyond the largest float
		return v
	}
	return r
}

// decimalsFor returns how many decimals show v to the given significant digits.
func decimalsFor(v float64, digits int) int {
	if v == 0 {
		return 0
	}
	text := strconv.FormatFloat(v, 'e', digits-1, 64)
	exponent, _ := strconv.Atoi(text[strings.IndexByte(text, 'e')+1:])
	return max(0, digits-1-exponent)
}

// fixed formats v, and never as minus zero.
func fixed(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// trimmed drops trailing zeros after the decimal point.
func trimmed(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// grouped puts commas between the thousands of a plain decimal.
func grouped(s string) string {
	whole, rest := s, ""
	if dot := strings.IndexByte(s, '.'); dot >= 0 {
		whole, rest = s[:dot], s[dot:]
	}
	negative := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if negative {
		whole = "-" + whole
	}
	return whole + rest
}

// sign turns a leading hyphen into a minus sign.
func sign(s string) string {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return minus + rest
	}
	return s
}
