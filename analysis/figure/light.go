package figure

import "strings"

// Light returns the drawing of a figure in light colours, as one <svg> for an HTML page
// that says title, legend and footer itself. Its fonts are the page's.
func Light(f Figure) string {
	svg := resolve(f.SVG)
	if at := strings.Index(svg, "<svg"); at > 0 {
		svg = svg[at:] // behind an XML declaration
	}
	return svg
}

// Swatch returns what a series looks like in a legend, as a small <svg> in light colours.
func Swatch(s Series) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">`)
	writeSwatch(&b, s, 0, 7)
	return b.String() + "</svg>"
}
