// Package locale writes numbers, dates and money the way the two languages of
// Churnbench write them. Page, figures and command line share it, so that a
// number reads the same wherever it appears. It is small on purpose: a full
// CLDR library would double the page's program for two languages.
//
// A Lang is the whole of it. Parse finds one from a browser's language tag;
// its methods write values:
//
//	l.Int(4338)              4,338        4,338
//	l.Number(1234.5, 1)      1,234.5      1,234.5
//	l.Percent(0.242, 1)      24.2 %       24.2%
//	l.Compact(1_260_000)     1.26 M       126万
//	l.Money(1234.5, "USD")   $1,234.50    US$1,234.50
//	l.Date(day)              5 Mar 2024   2024年3月5日
//	l.Bytes(44_600_000)      44.6 MB      44.6 MB
//
// Spaces inside a value are no-break spaces and the minus sign is U+2212, so
// that a value neither wraps nor looks like a hyphenated word; what machines
// read is written with strconv instead. NaN is Missing and ±Inf is ∞.
package locale

import (
	"math"
	"strings"
)

// A Lang is a language of the workbench.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// Langs lists all languages, the default first.
var Langs = []Lang{English, Chinese}

// Marks that values are written with.
const (
	Missing  = "—" // stands where there is no value
	infinity = "∞"
	minus    = "\u2212"
	nbsp     = "\u00a0"
)

// Parse returns the language that serves a BCP 47 tag such as "zh-Hans-CN";
// every tag that is not Chinese is served English.
func Parse(tag string) Lang {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if primary == "zh" {
		return Chinese
	}
	return English
}

// Tag returns the BCP 47 tag for lang attributes: "en" or "zh-CN".
func (l Lang) Tag() string {
	if l == Chinese {
		return "zh-CN"
	}
	return "en"
}

// pick chooses between the languages.
func (l Lang) pick(en, zh string) string {
	if l == Chinese {
		return zh
	}
	return en
}

// special writes the values that have no digits, and reports whether v is one.
func special(v float64) (string, bool) {
	switch {
	case math.IsNaN(v):
		return Missing, true
	case math.IsInf(v, 1):
		return infinity, true
	case math.IsInf(v, -1):
		return minus + infinity, true
	}
	return "", false
}
