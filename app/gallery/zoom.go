package gallery

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/ui"
)

// closer shows an axis of time that a person may look at in part.
func closer(g *Gallery) []app.UI {
	whole := g.curve()
	whole.ID, whole.Title = "gallery-zoom", g.say("Look closer", "放大查看")
	whole.Span = figure.Span{Left: xOf(0), Right: xOf(8), Top: yOf(40), Bottom: yOf(0), Zoom: figure.Zoom{From: 1, To: 9}}
	return []app.UI{&ui.Figure{Lang: g.Lang, Figure: whole, Saver: g.Saver, Zoomer: lens{g, whole}}}
}

// A lens draws parts of the gallery's curve: the engine's work, in small.
type lens struct {
	*Gallery
	whole *figure.Figure
}

// Zoom implements ui.Zoomer. What is out of the part leaves the marks and the table; the
// drawing is stretched.
func (l lens) Zoom(_ string, part figure.Zoom, show func(*figure.Figure)) {
	near, all := *l.whole, l.whole.Span
	scale := (all.To - all.From) / (part.To - part.From)
	left := all.Left + (part.From-all.From)*(all.Right-all.Left)/(all.To-all.From)
	near.Span.Zoom = part
	near.Span.InSight = l.say("Months ", "第 ") + l.Lang.Number(part.From, 1) + "–" + l.Lang.Number(part.To, 1) + l.say(" of 9", " 个月，共 9 个月")
	near.SVG = l.curveSVG(func(x float64) float64 { return all.Left + (x-left)*scale })
	near.Marks = nil
	for _, m := range l.whole.Marks {
		if m.X = all.Left + (m.X-left)*scale; m.X >= all.Left-1 && m.X <= all.Right+1 {
			near.Marks = append(near.Marks, m)
		}
	}
	near.Table.Rows = nil
	for k, row := range l.whole.Table.Rows {
		if month := float64(k + 1); month >= part.From && month <= part.To {
			near.Table.Rows = append(near.Table.Rows, row)
		}
	}
	near.Description = l.whole.Description + " " + near.Span.InSight + "."
	go show(&near)
}

// curveSVG is the drawing with its horizontal axis moved by at, cut off at its ends.
func (g *Gallery) curveSVG(at func(float64) float64) string {
	body := ""
	for i, l := range g.curveLines() {
		points := ""
		for k, rate := range l.rates {
			if x := at(xOf(k)); x >= xOf(0)-1 && x <= xOf(8)+1 {
				points += strconv.FormatFloat(x, 'f', 1, 64) + "," + strconv.FormatFloat(yOf(rate), 'f', 1, 64) + " "
			}
		}
		n := strconv.Itoa(i)
		body += `<g class="series-` + n + `"><polyline class="ink-` + strconv.Itoa(i+1) + `" fill="none" stroke="currentColor" stroke-width="` +
			strconv.FormatFloat(l.width, 'g', -1, 64) + `" stroke-linejoin="round" points="` + points + `"/></g>`
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260">` + axes() + body + `</svg>`
}
