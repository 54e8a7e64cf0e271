package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/app/i18n"
)

// Rich returns a text as elements, with **important** parts set bold and
// _variables_ set italic at word boundaries. Findings and formulas are written
// that way in the catalogues.
func Rich(text string) []app.UI {
	var out []app.UI
	for i, part := range strings.Split(text, "**") {
		if part == "" {
			continue
		}
		if i%2 == 1 {
			out = append(out, app.Strong().Body(italics(part)...))
			continue
		}
		out = append(out, italics(part)...)
	}
	return out
}

// italics splits at pairs of underscores.
func italics(text string) []app.UI {
	parts := strings.Split(text, "_")
	if len(parts)%2 == 0 { // one is unpaired: it is part of a name
		return []app.UI{app.Text(text)}
	}
	var out []app.UI
	for i, part := range parts {
		switch {
		case part == "":
		case i%2 == 1:
			out = append(out, app.Elem("var").Text(part))
		default:
			out = append(out, app.Text(part))
		}
	}
	return out
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
