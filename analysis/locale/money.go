package locale

import "math"

// A currency says how an ISO 4217 code is written.
type currency struct {
	en, zh   string // what stands before the amount
	decimals int    // of the minor unit
}

// currencies holds those with a customary sign; every other code is written
// before the amount as it is. ¥ is the yuan in both languages, so that one
// sign never means two currencies.
var currencies = map[string]currency{
	"CNY": {"¥", "¥", 2},
	"USD": {"$", "US$", 2},
	"EUR": {"€", "€", 2},
	"GBP": {"£", "£", 2},
	"HKD": {"HK$", "HK$", 2},
	"TWD": {"NT$", "NT$", 0},
	"SGD": {"S$", "S$", 2},
	"AUD": {"A$", "A$", 2},
	"CAD": {"CA$", "CA$", 2},
	"INR": {"₹", "₹", 2},
	"JPY": {"JP¥", "JP¥", 0},
	"KRW": {"₩", "₩", 0},
	"VND": {"₫", "₫", 0},
}

// lookUp returns how a code is written; "" is an amount of unknown currency.
func (l Lang) lookUp(code string) (prefix string, decimals int) {
	if code == "" {
		return "", 2
	}
	if c, ok := currencies[code]; ok {
		return l.pick(c.en, c.zh), c.decimals
	}
	return code + nbsp, 2
}

// Money writes an amount in main units exactly, to the currency's minor unit.
// The code is ISO 4217, or "" if the file names no currency.
func (l Lang) Money(v float64, code string) string {
	prefix, decimals := l.lookUp(code)
	return withPrefix(prefix, v, l.Number(v, decimals))
}

// MoneyWhole writes an amount rounded to main units.
func (l Lang) MoneyWhole(v float64, code string) string {
	prefix, _ := l.lookUp(code)
	return withPrefix(prefix, v, l.Number(v, 0))
}

// MoneyCompact writes an amount with three significant digits: "¥1.26 M",
// "¥126万". Axes and headlines use it.
func (l Lang) MoneyCompact(v float64, code string) string {
	prefix, _ := l.lookUp(code)
	return withPrefix(prefix, v, l.Compact(v))
}

// withPrefix puts the currency between minus sign and digits.
func withPrefix(prefix string, v float64, digits string) string {
	if math.IsNaN(v) {
		return digits
	}
	if len(digits) > len(minus) && digits[:len(minus)] == minus {
		return minus + prefix + digits[len(minus):]
	}
	return prefix + digits
}
