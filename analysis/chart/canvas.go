package chart

import (
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"churnbench/analysis/figure"
)

// A canvas is the vg.Canvas that gonum/plot draws on. It writes SVG without a
// style attribute or element, because the page's policy blocks both: colours
// are classes (see Ink), everything else presentation attributes. One
// vg.Length is one CSS pixel. vg's origin is at the lower left, SVG's at the
// upper left; the canvas turns the one into the other.
type canvas struct {
	width, height float64
	body          strings.Builder
	now           pen
	saved         []pen
	texts         []textBox // what was written where, for the test of overlaps
}

// A pen is the part of the canvas that Push saves.
type pen struct {
	ink   Ink
	width float64
	dash  []vg.Length
	tr    transform
}

// A textBox is the space that a text takes, in SVG coordinates.
type textBox struct {
	text       string
	x, y, w, h float64
}

var _ vg.CanvasSizer = (*canvas)(nil)

func newCanvas(width, height float64) *canvas {
	c := &canvas{width: width, height: height}
	c.now = pen{ink: inkText, width: 1, tr: identity}
	return c
}

// Size returns the size of the viewBox.
func (c *canvas) Size() (x, y vg.Length) { return vg.Length(c.width), vg.Length(c.height) }

// SetLineWidth sets the width of strokes in pixels.
func (c *canvas) SetLineWidth(w vg.Length) { c.now.width = float64(w) }

// SetLineDash sets the dash pattern; a phase is not needed here and dropped.
func (c *canvas) SetLineDash(pattern []vg.Length, _ vg.Length) { c.now.dash = pattern }

// SetColor takes the role out of an Ink; any other colour becomes text.
func (c *canvas) SetColor(v color.Color) {
	ink, ok := v.(Ink)
	if !ok {
		ink = inkText
	}
	c.now.ink = ink
}

// Rotate turns what is drawn from now on, counter-clockwise, in radians.
func (c *canvas) Rotate(rad float64) { c.now.tr = c.now.tr.rotate(rad) }

// Translate moves what is drawn from now on.
func (c *canvas) Translate(pt vg.Point) {
	c.now.tr = c.now.tr.translate(float64(pt.X), float64(pt.Y))
}

// Scale scales what is drawn from now on.
func (c *canvas) Scale(x, y float64) { c.now.tr = c.now.tr.scale(x, y) }

// Push saves the pen.
func (c *canvas) Push() { c.saved = append(c.saved, c.now) }

// Pop restores the pen that Push saved last.
func (c *canvas) Pop() {
	last := len(c.saved) - 1
	c.now, c.saved = c.saved[last], c.saved[:last]
}

// Stroke draws the outline of a path.
func (c *canvas) Stroke(p vg.Path) {
	if c.now.width <= 0 || len(p) == 0 {
		return
	}
	attributes := ` stroke="currentColor"`
	if c.now.width != 1 {
		attributes += ` stroke-width="` + number(c.now.width) + `"`
	}
	if len(c.now.dash) > 0 {
		attributes += ` stroke-dasharray="` + lengths(c.now.dash) + `"`
	}
	c.shape(p, attributes)
}

// Fill fills a path.
func (c *canvas) Fill(p vg.Path) {
	if len(p) > 0 {
		c.shape(p, ` fill="currentColor"`)
	}
}

// FillString writes text from pt to the right, along the baseline. Our own
// text handler writes through text instead, which knows alignment.
func (c *canvas) FillString(f font.Face, pt vg.Point, s string) {
	c.text(s, pt, textStyle{size: float64(f.Font.Size), width: float64(f.Width(s))})
}

// DrawImage draws nothing: a picture would follow no theme.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) {}

// svg returns the drawing as one element. The language tells the browser
// which national glyphs to use.
func (c *canvas) svg(lang, title string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ` + number(c.width) + " " + number(c.height) +
		`" lang="` + lang + `" role="img" aria-label="` + escape(title) +
		`" fill="none" font-size="` + number(sizeText) + `" stroke-linejoin="round">` + c.body.String() + `</svg>`
}

// group draws inside a <g> of the given classes, which the page can address.
func (c *canvas) group(class string, drawing func()) {
	c.body.WriteString(`<g class="` + class + `">`)
	drawing()
	c.body.WriteString(`</g>`)
}

// series draws what belongs to one entry of Figure.Series.
func (c *canvas) series(index int, drawing func()) {
	c.group("series-"+strconv.Itoa(index), drawing)
}

// shape writes a path, or the circle or rectangle that it is.
func (c *canvas) shape(p vg.Path, attributes string) {
	head := c.class() + attributes
	if center, radius, ok := asCircle(p); ok {
		x, y := c.place(center)
		c.element("circle", head+attribute("cx", x)+attribute("cy", y)+attribute("r", float64(radius)*c.now.tr.size()))
		return
	}
	var w pathWriter
	for _, step := range p {
		c.step(&w, step)
	}
	c.element("path", head+` d="`+string(w.d)+`"`)
}

// box fills a rectangle whose corners are rounded.
func (c *canvas) box(ink Ink, r vg.Rectangle, radius float64) {
	if r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y {
		return
	}
	c.SetColor(ink)
	x, y := c.place(vg.Point{X: r.Min.X, Y: r.Max.Y})
	size := r.Size()
	attributes := c.class() + ` fill="currentColor"` + attribute("x", x) + attribute("y", y) +
		attribute("width", float64(size.X)) + attribute("height", float64(size.Y))
	if radius > 0 {
		attributes += attribute("rx", radius)
	}
	c.element("rect", attributes)
}

// step adds one component of a path.
func (c *canvas) step(w *pathWriter, s vg.PathComp) {
	switch s.Type {
	case vg.MoveComp:
		w.move(c.place(s.Pos))
	case vg.LineComp:
		w.line(c.place(s.Pos))
	case vg.ArcComp:
		c.arc(w, s)
	case vg.CurveComp:
		w.curve(c.placeAll(append(append([]vg.Point{}, s.Control...), s.Pos))...)
	case vg.CloseComp:
		w.close()
	}
}

// arc adds a circular arc, in halves: SVG cannot say a whole circle in one.
func (c *canvas) arc(w *pathWriter, s vg.PathComp) {
	at := func(angle float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return vg.Point{X: s.Pos.X + s.Radius*vg.Length(cos), Y: s.Pos.Y + s.Radius*vg.Length(sin)}
	}
	if x, y := c.place(at(s.Start)); len(w.d) == 0 {
		w.move(x, y)
	} else {
		w.line(x, y)
	}
	for _, half := range []float64{0.5, 1} {
		x, y := c.place(at(s.Start + half*s.Angle))
		w.arc(float64(s.Radius)*c.now.tr.size(), s.Angle/2, x, y)
	}
}

// place turns a point of the drawing into SVG coordinates.
func (c *canvas) place(p vg.Point) (x, y float64) {
	x, y = c.now.tr.apply(float64(p.X), float64(p.Y))
	return x, c.height - y
}

func (c *canvas) placeAll(points []vg.Point) []vg.Point {
	for i, p := range points {
		x, y := c.place(p)
		points[i] = vg.Point{X: vg.Length(x), Y: vg.Length(y)}
	}
	return points
}

// class writes the current ink.
func (c *canvas) class() string {
	s := ` class="` + string(c.now.ink) + `"`
	if o := figure.Opacity(string(c.now.ink)); o != "" {
		s += ` opacity="` + o + `"`
	}
	return s
}

func (c *canvas) element(name, attributes string) {
	c.body.WriteString("<" + name + attributes + "/>")
}

func attribute(name string, v float64) string { return " " + name + `="` + number(v) + `"` }

// asCircle recognises the path that draw.CircleGlyph and its kind make.
func asCircle(p vg.Path) (center vg.Point, radius vg.Length, ok bool) {
	if len(p) != 3 || p[1].Type != vg.ArcComp || p[2].Type != vg.CloseComp || math.Abs(p[1].Angle) < 2*math.Pi {
		return vg.Point{}, 0, false
	}
	return p[1].Pos, p[1].Radius, true
}

func lengths(list []vg.Length) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = number(float64(v))
	}
	return strings.Join(parts, " ")
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes text safe inside elements and attributes, and drops control
// characters, which XML does not allow.
func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, s))
}
