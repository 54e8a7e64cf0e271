package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/markup"
	"churnbench/app/i18n"
)

// Rich returns a text in the markup of package markup as elements: findings and formulas
// are written that way in the catalogues.
func Rich(text string) []app.UI {
	r := richText{open: make([][]app.UI, 1, 3)}
	markup.Read(text, &r)
	return r.open[0]
}

// A richText is a markup.Sink: what each open element holds so far, the text itself first.
type richText struct{ open [][]app.UI }

func (r *richText) add(elements ...app.UI) {
	last := &r.open[len(r.open)-1]
	*last = append(*last, elements...)
}

func (r *richText) Begin(string)     { r.open = append(r.open, nil) }
func (r *richText) Text(text string) { r.add(whole(text)...) }

func (r *richText) End(element string) {
	inside := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.add(app.Elem(element).Body(inside...))
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
