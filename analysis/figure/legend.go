package figure

import "strings"

// Layout of the legend of a file, in pixels.
const (
	legendSize   = 12.0
	legendRow    = 22.0
	legendSwatch = 20.0
	legendGap    = 6.0
	legendSpace  = 18.0
)

// A legendItem is one series at its place in the legend.
type legendItem struct {
	series Series
	x      float64
	row    int
}

// legendItems lays series out in rows of a width. A single series needs no
// legend: the title names it.
func legendItems(series []Series, width float64) (items []legendItem, rows int) {
	if len(series) < 2 {
		return nil, 0
	}
	x, row := 0.0, 0
	for _, s := range series {
		if s.Gone {
			continue
		}
		w := legendSwatch + legendGap + textWidth(s.Label, legendSize)
		if x > 0 && x+w > width {
			x, row = 0, row+1
		}
		items = append(items, legendItem{s, x, row})
		x += w + legendSpace
	}
	return items, row + 1
}

// writeLegend draws the items below y.
func writeLegend(b *strings.Builder, items []legendItem, y float64) {
	for _, item := range items {
		middle := y + (float64(item.row)+0.5)*legendRow
		writeSwatch(b, item.series, margin+item.x, middle)
		writeText(b, margin+item.x+legendSwatch+legendGap, middle+4, legendSize, "ink-text", "", item.series.Label)
	}
}

// writeSwatch draws what a series looks like between x and x + legendSwatch.
func writeSwatch(b *strings.Builder, s Series, x, y float64) {
	colour := LightColour(s.Ink)
	if o := Opacity(s.Ink); o != "" {
		b.WriteString(`<g opacity="` + o + `">`)
		defer b.WriteString("</g>")
	}
	at := func(names string, values ...float64) {
		for i, name := range strings.Fields(names) {
			b.WriteString(" " + name + `="` + number(values[i]) + `"`)
		}
		b.WriteString("/>")
	}
	middle := x + legendSwatch/2
	switch s.Shape {
	case Band, Bar:
		b.WriteString(`<rect fill="` + colour + `"`)
		at("x y width height rx", x, y-6, legendSwatch, 12, 2)
	case Dot:
		b.WriteString(`<circle fill="` + colour + `"`)
		at("cx cy r", middle, y, 5)
	case Ring:
		b.WriteString(`<circle fill="none" stroke="` + colour + `" stroke-width="2"`)
		at("cx cy r", middle, y, 4)
	case Dashed:
		b.WriteString(`<path fill="none" stroke-width="2.6" stroke-dasharray="5 4" stroke="` + colour + `" d="M` + number(x) + "," + number(y) + "h" + number(legendSwatch) + `"/>`)
	default:
		b.WriteString(`<path fill="none" stroke-width="2.6" stroke="` + colour + `" d="M` + number(x) + "," + number(y) + "h" + number(legendSwatch) + `"/>`)
	}
}
