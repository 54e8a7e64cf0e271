package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// Rich returns a text as elements, with **important** parts set bold and
// _variables_ set italic and ^(exponents) raised. Findings and formulas are
// written that way in the catalogues. An underscore inside a word, as in a column's name, stays what
// it is.
func Rich(text string) []app.UI {
	var out []app.UI
	for i, part := range strings.Split(text, "**") {
		switch {
		case part == "":
		case i%2 == 1:
			out = append(out, app.Strong().Body(raised(part)...))
		default:
			out = append(out, raised(part)...)
		}
	}
	return out
}

// raised sets what stands in ^(…) as an exponent.
func raised(text string) []app.UI {
	before, rest, found := strings.Cut(text, "^(")
	inside, after, closed := strings.Cut(rest, ")")
	if !found || !closed {
		return italics(text)
	}
	out := append(italics(before), app.Sup().Body(italics(inside)...))
	return append(out, raised(after)...)
}

// bold is Rich without variables, for texts that hold names of files.
func bold(text string) []app.UI {
	parts := strings.Split(text, "**")
	out := make([]app.UI, len(parts))
	for i, part := range parts {
		out[i] = app.Text(part)
		if i%2 == 1 {
			out[i] = app.Strong().Text(part)
		}
	}
	return out
}

// italics sets what stands between a pair of outer underscores.
func italics(text string) []app.UI {
	var out []app.UI
	for {
		open, end := variable(text)
		if end == 0 {
			break
		}
		out = append(out, whole(text[:open])...)
		out = append(out, app.Elem("var").Text(text[open+1:end-1]))
		text = text[end:]
	}
	return append(out, whole(text)...)
}

// whole sets a text so that its dates stay on one line: lines may break
// between any two Chinese characters, and so within a date.
func whole(text string) []app.UI {
	var out []app.UI
	for {
		from, end := chineseDate(text)
		if end == 0 {
			break
		}
		if from > 0 {
			out = append(out, app.Text(text[:from]))
		}
		out = append(out, app.Span().Class("whole").Text(text[from:end]))
		text = text[end:]
	}
	if text != "" {
		out = append(out, app.Text(text))
	}
	return out
}

// chineseDate finds the first date as package locale writes it, 2024年3月5日:
// text[from:end]; end is 0 if there is none.
func chineseDate(text string) (from, end int) {
	const year = "年"
	for at := 0; ; {
		n := strings.Index(text[at:], year)
		if n < 0 {
			return 0, 0
		}
		at += n
		from, end = at-4, at+len(year)
		if from >= 0 && digits(text[from:]) >= 4 {
			if month := numbered(text[end:], "月"); month > 0 {
				if day := numbered(text[end+month:], "日"); day > 0 {
					return from, end + month + day
				}
			}
		}
		at = end
	}
}

// numbered returns how long a number of one or two digits with its unit at the
// beginning of a text is, 0 if there is none.
func numbered(text, unit string) int {
	n := digits(text)
	if n == 0 || n > 2 || !strings.HasPrefix(text[n:], unit) {
		return 0
	}
	return n + len(unit)
}

// digits counts the digits at the beginning of a text.
func digits(text string) int {
	return len(text) - len(strings.TrimLeft(text, "0123456789"))
}

// variable finds the first _variable_ in a text: text[open:end], underscores
// included; end is 0 if there is none.
func variable(text string) (open, end int) {
	open = -1
	for i := range len(text) {
		switch {
		case text[i] != '_':
		case open < 0 && !wordAt(text, i-1) && wordish(text, i+1):
			open = i
		case open >= 0 && !wordAt(text, i+1):
			return open, i + 1
		}
	}
	return 0, 0
}

// wordAt reports whether there is an ASCII letter or digit at i. Chinese
// characters are none: a variable may stand between them.
func wordAt(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// wordish is wordAt for the first byte of a variable, which may be Greek.
func wordish(text string, i int) bool {
	return wordAt(text, i) || i < len(text) && text[i] >= 0x80
}

// say is i18n.T, which pieces use for their own words.
var say = i18n.T

func itoa(n int) string { return strconv.Itoa(n) }

// coord writes a coordinate with a hundredth of a pixel.
func coord(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

func percentOf(share float64) string { return coord(100*share) + "%" }

// classes joins the class names that are not empty.
func classes(names ...string) string { return app.AppendClass("", names...) }

// when returns name if on.
func when(on bool, name string) string {
	if on {
		return name
	}
	return ""
}
