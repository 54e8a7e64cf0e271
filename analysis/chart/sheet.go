package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/locale"
)

// Bounds of the width that a figure is laid out for.
const (
	minWidth = 300
	maxWidth = 1600
	narrow   = 520 // below it, layouts stack
)

// headingRow is the height of the line above the body, in pixels.
const headingRow = 24.0

// A sheet is a figure in the making: the name of the vertical axis and below
// it a body that the figure fills. A legend is not part of it, for the page
// draws one with switches and figure.Standalone one for files.
//
//	s := newSheet(st, id, title)   language, width
//	s.heading = …; s.series(…)     what the axis measures, what is drawn
//	area := s.open(bodyHeight)     now the height is known and can be drawn on
//	panel := s.draw(plot, area)    gonum/plot draws; the panel places marks
//	s.span(panel, stretch)         of a time axis: a part can be looked at
//	return s.finish(), nil
type sheet struct {
	lang     locale.Lang
	words    *words
	currency string
	zoom     figure.Zoom
	width    float64
	most     float64 // height that the figure keeps to where it can; 0 for any
	heading  string  // what the vertical axis measures
	canvas   *canvas
	fig      figure.Figure
}

func newSheet(st figure.Style, id string, title func(*words) phrase) *sheet {
	width := st.Width
	if !(width > 0) {
		width = figure.DefaultWidth
	}
	lang := locale.Parse(st.Lang)
	s := &sheet{
		lang: lang, words: wordsIn(lang), currency: st.Currency, zoom: st.Zoom,
		width: min(maxWidth, max(minWidth, width)), most: st.Most,
		canvas: newCanvas(0, 0),
	}
	s.fig.ID, s.fig.Title = id, string(title(s.words))
	return s
}

// isNarrow reports whether the layout has to stack.
func (s *sheet) isNarrow() bool { return s.width < narrow }

// leastBody is the height of a body below which nothing can be read off it.
const leastBody = 170.0

// fit lowers a body to what the figure keeps to; beside is what else stands above and
// below it, without the heading.
func (s *sheet) fit(height, beside float64) float64 {
	if !(s.most > 0) {
		return height
	}
	return min(height, max(leastBody, s.most-headingRow-beside))
}

// series declares an entry of Figure.Series and returns its index.
func (s *sheet) series(label phrase, ink Ink, shape figure.Shape) int {
	s.fig.Series = append(s.fig.Series, figure.Series{Label: string(label), Ink: string(ink), Shape: shape})
	return len(s.fig.Series) - 1
}

// open fixes the height, draws the heading, and returns the body.
func (s *sheet) open(bodyHeight float64) draw.Canvas {
	s.canvas.width, s.canvas.height = s.width, bodyHeight
	if s.heading != "" {
		s.canvas.height += headingRow
		s.label(s.soft(), 0, bodyHeight+headingRow/2, s.heading)
	}
	whole := draw.New(s.canvas)
	whole.Max.Y = vg.Length(bodyHeight)
	return whole
}

// finish takes the drawing into the figure.
func (s *sheet) finish() figure.Figure {
	s.fig.SVG = s.canvas.svg(s.lang.Tag(), s.fig.Title)
	s.fig.Width, s.fig.Height = s.width, s.canvas.height
	return s.fig
}

// label writes text at a point of the sheet, y upwards.
func (s *sheet) label(sty text.Style, x, y float64, txt string) {
	handler{s.canvas}.Draw(s.canvas, txt, sty, vg.Point{X: vg.Length(x), Y: vg.Length(y)})
}

// widthOf measures text.
func (s *sheet) widthOf(txt string, size float64, bold bool) float64 {
	return textWidth(txt, typeface(size, bold))
}

// widest returns the width of the widest text.
func (s *sheet) widest(size float64, texts ...string) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, s.widthOf(t, size, false))
	}
	return w
}

// mark records a datum that can be pointed at.
func (s *sheet) mark(m figure.Mark) {
	m.X, m.Y, m.W, m.H = round2(m.X), round2(m.Y), round2(m.W), round2(m.H)
	s.fig.Marks = append(s.fig.Marks, m)
}

// value names a formatted value.
func value(name phrase, txt string) figure.Value { return figure.Value{Name: string(name), Text: txt} }

// A panel is a plot that has been drawn: it tells where data lie.
type panel struct {
	plot *plot.Plot
	data draw.Canvas
	s    *sheet
}

// draw lets gonum/plot draw within an area of the sheet.
func (s *sheet) draw(p *plot.Plot, within draw.Canvas) panel {
	data := p.DataCanvas(within)
	p.Draw(within)
	return panel{p, data, s}
}

// at returns where a datum lies on the sheet, y upwards.
func (p panel) at(x, y float64) vg.Point {
	return vg.Point{X: p.data.X(p.plot.X.Norm(x)), Y: p.data.Y(p.plot.Y.Norm(y))}
}

// mark records a datum at (x, y) of the plot.
func (p panel) mark(x, y float64, m figure.Mark) {
	at := p.at(x, y)
	m.X, m.Y = float64(at.X), p.s.canvas.height-float64(at.Y)
	p.s.mark(m)
}

// rect returns the rectangle between two data points.
func (p panel) rect(x0, y0, x1, y1 float64) vg.Rectangle {
	a, b := p.at(x0, y0), p.at(x1, y1)
	return vg.Rectangle{
		Min: vg.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)},
		Max: vg.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)},
	}
}

// markBox records a bar or cell.
func (s *sheet) markBox(r vg.Rectangle, m figure.Mark) {
	m.X, m.Y = float64(r.Min.X+r.Max.X)/2, s.canvas.height-float64(r.Min.Y+r.Max.Y)/2
	m.W, m.H = float64(r.Size().X), float64(r.Size().Y)
	s.mark(m)
}

// stroke draws a line between two points of the sheet.
func (s *sheet) stroke(sty draw.LineStyle, points ...vg.Point) {
	c := draw.Canvas{Canvas: s.canvas}
	c.StrokeLines(sty, points)
}

// dot draws a filled circle, with a rim that sets it off from lines.
func (s *sheet) dot(ink Ink, at vg.Point, radius float64) {
	c := draw.Canvas{Canvas: s.canvas}
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: inkSurface, Radius: vg.Length(radius + 1.5), Shape: draw.CircleGlyph{}}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: ink, Radius: vg.Length(radius), Shape: draw.CircleGlyph{}}, at)
}

// ring draws a circle that is open inside.
func (s *sheet) ring(ink Ink, at vg.Point, radius float64) {
	s.dot(ink, at, radius+1)
	c := draw.Canvas{Canvas: s.canvas}
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: inkSurface, Radius: vg.Length(radius - 1), Shape: draw.CircleGlyph{}}, at)
}

// note writes text on a veil, so that it reads where it crosses lines.
func (s *sheet) note(sty text.Style, at vg.Point, txt string) {
	r := sty.Rectangle(txt).Add(at)
	s.canvas.box(inkVeil, vg.Rectangle{Min: vg.Point{X: r.Min.X - 3, Y: r.Min.Y}, Max: vg.Point{X: r.Max.X + 3, Y: r.Max.Y}}, 3)
	s.label(sty, float64(at.X), float64(at.Y), txt)
}
