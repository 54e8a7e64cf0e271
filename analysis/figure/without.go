package figure

import (
	"strconv"
	"strings"
)

// Without returns the figure as a person sees it who has hidden some of its series: their
// groups are cut out of the drawing, and a file's legend does not name them. Marks and
// table keep everything: a table has the same columns whatever is hidden.
func Without(f Figure, hidden map[int]bool) Figure {
	series := make([]Series, len(f.Series))
	copy(series, f.Series)
	for i := range series {
		if hidden[i] {
			series[i].Gone = true
			f.SVG = cutGroups(f.SVG, `<g class="series-`+strconv.Itoa(i)+`">`)
		}
	}
	f.Series = series
	return f
}

// cutGroups removes every group that begins with a tag, with all that is in it.
func cutGroups(svg, tag string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(svg, tag)
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		svg = behindGroup(rest)
	}
}

// behindGroup returns what follows the end of the group that text is inside of.
func behindGroup(text string) string {
	for depth := 1; ; {
		end := strings.Index(text, "</g>")
		if end < 0 {
			return "" // our own drawings close what they open
		}
		depth += strings.Count(text[:end], "<g ") - 1
		text = text[end+len("</g>"):]
		if depth == 0 {
			return text
		}
	}
}
