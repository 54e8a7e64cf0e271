package i18n

import (
	"math"
	"strings"

	"churnbench/analysis"
)

// fill puts the arguments into a message's text. A placeholder without its
// argument stays as it is, so that the fault is seen.
func fill(lang Lang, text string, args []analysis.Arg) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		inside, after, closed := strings.Cut(rest, "}")
		if !closed {
			return b.String() + "{" + rest
		}
		b.WriteString(place(lang, inside, args))
		text = after
	}
}

// place writes one placeholder: "name" or "name|one|other".
func place(lang Lang, inside string, args []analysis.Arg) string {
	parts := strings.Split(inside, "|")
	arg, ok := find(args, parts[0])
	switch {
	case !ok:
		return "{" + inside + "}"
	case len(parts) == 3:
		return choose(arg.Number, parts[1], parts[2])
	}
	return value(lang, arg)
}

// choose picks the singular for exactly one, as English does; 0 and 1.0 of a
// measured value are plural and singular by the same rule.
func choose(n float64, one, other string) string {
	if n == 1 {
		return one
	}
	return other
}

func find(args []analysis.Arg, name string) (analysis.Arg, bool) {
	for _, a := range args {
		if a.Name == name {
			return a, true
		}
	}
	return analysis.Arg{}, false
}

// value writes an argument the way its kind asks for.
func value(lang Lang, a analysis.Arg) string {
	switch a.Kind {
	case analysis.CountArg:
		return count(lang, a.Number)
	case analysis.NumberArg:
		return lang.Significant(a.Number, 4)
	case analysis.PercentArg:
		return percent(lang, a.Number)
	case analysis.MoneyArg:
		return money(lang, a.Number)
	case analysis.DayArg:
		return lang.Date(analysis.Day(a.Number))
	case analysis.BytesArg:
		return lang.Bytes(int64(a.Number))
	case analysis.KeyArg:
		return T(lang, Key(a.Text))
	}
	return a.Text
}

func count(lang Lang, v float64) string { return lang.Number(math.Round(v), 0) }

// percent shows a tenth of a percent: sentences are read, not computed with.
func percent(lang Lang, share float64) string { return lang.Percent(share, 1) }

// money writes what a file calls its amounts; small sums keep their cents.
func money(lang Lang, v float64) string {
	if math.Abs(v) < 1000 {
		return lang.Money(v, "")
	}
	return lang.MoneyWhole(v, "")
}
