package chart

import (
	"math"
	"strings"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// Sizes of text, in pixels.
const (
	sizeText  = 12.0
	sizeLarge = 13.0
	sizeSmall = 11.0
)

// A line of text is 1.2 em high with its baseline 0.25 em above the bottom:
// then a digit's middle is the line's middle, in Latin and Chinese alike.
const (
	lineHeight = 1.2
	baseline   = 0.25
)

// A handler measures and places text for gonum/plot. It differs from the
// library's plain handler in three ways. Chinese characters, which the
// embedded fonts lack, count one em each. Alignment is left to the browser
// (text-anchor), so that a label sits right even if the font differs. And a
// line's box is exact, so that the axes need no fudge for descenders.
type handler struct{ c *canvas }

var _ text.Handler = handler{}

// Cache returns the fonts that the widths come from.
func (handler) Cache() *font.Cache { return font.DefaultCache }

// Extents returns the box of a line of text. Its descent is part of the
// ascent: gonum/plot then adds nothing of its own.
func (handler) Extents(f font.Font) font.Extents {
	return font.Extents{Ascent: lineHeight * f.Size, Height: lineHeight * f.Size}
}

// Lines splits text into lines.
func (handler) Lines(s string) []string { return strings.Split(strings.TrimRight(s, "\n"), "\n") }

// Box measures one line.
func (handler) Box(s string, f font.Font) (width, height, depth vg.Length) {
	return vg.Length(textWidth(s, f)), lineHeight * f.Size, 0
}

// Draw writes text so that pt lies in its box as the style's alignment says.
func (h handler) Draw(_ vg.Canvas, s string, sty text.Style, pt vg.Point) {
	lines := h.Lines(s)
	step := lineHeight * sty.Font.Size
	bottom := vg.Length(len(lines)) * step * vg.Length(sty.YAlign)
	sin, cos := math.Sincos(sty.Rotation)
	h.c.SetColor(sty.Color)
	for i, line := range lines {
		up := bottom + vg.Length(len(lines)-1-i)*step + baseline*sty.Font.Size
		at := vg.Point{X: pt.X - up*vg.Length(sin), Y: pt.Y + up*vg.Length(cos)}
		h.c.text(line, at, textStyle{
			size: float64(sty.Font.Size), bold: sty.Font.Weight == stdfont.WeightBold,
			align: float64(sty.XAlign), rotation: sty.Rotation,
			width: textWidth(line, sty.Font),
		})
	}
}

// A textStyle is how one line is written.
type textStyle struct {
	size, width float64
	bold        bool
	align       float64 // 0 left, −0.5 centre, −1 right
	rotation    float64 // radians, counter-clockwise
}

// text writes one line whose baseline passes through pt.
func (c *canvas) text(s string, pt vg.Point, sty textStyle) {
	if s == "" || sty.size <= 0 {
		return
	}
	x, y := c.place(pt)
	c.record(s, x, y, sty)
	c.body.WriteString("<text" + c.class() + ` fill="currentColor"` + attribute("x", x) + attribute("y", y) +
		sty.attributes() + turned(c.now.tr.angle()+sty.rotation*180/math.Pi, x, y) + ">" + escape(s) + "</text>")
}

// attributes writes what differs from the root's text.
func (sty textStyle) attributes() string {
	out := ""
	switch {
	case sty.align <= -0.75:
		out += ` text-anchor="end"`
	case sty.align <= -0.25:
		out += ` text-anchor="middle"`
	}
	if sty.size != sizeText {
		out += attribute("font-size", sty.size)
	}
	if sty.bold {
		out += ` font-weight="600"`
	}
	return out
}

func turned(degrees, x, y float64) string {
	if round2(degrees) == 0 {
		return ""
	}
	return ` transform="rotate(` + number(-degrees) + " " + number(x) + " " + number(y) + `)"`
}

// record notes the box of a line; that of upright text is turned with it.
func (c *canvas) record(s string, x, y float64, sty textStyle) {
	box := textBox{text: s, x: x + sty.align*sty.width, y: y - (lineHeight-baseline)*sty.size, w: sty.width, h: lineHeight * sty.size}
	if math.Abs(math.Sin(sty.rotation)) > 0.5 {
		box = textBox{text: s, x: x - (lineHeight-baseline)*sty.size, y: y - (1+sty.align)*sty.width, w: box.h, h: box.w}
	}
	c.texts = append(c.texts, box)
}
