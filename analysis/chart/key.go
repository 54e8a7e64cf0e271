package chart

import (
	"strconv"

	"gonum.org/v1/plot/vg"
)

// Heights of the rows above the body, and the gaps of the key, in pixels.
const (
	headingRow = 22.0
	keyRow     = 20.0
	keySwatch  = 20.0
	keyGap     = 6.0
	keySpace   = 18.0
)

// A keyShape is how the key shows an entry.
type keyShape int

const (
	keyLine keyShape = iota
	keyDash
	keyBand
	keyDot
	keyRing
	keyBar
)

// A keyItem is one entry of the key: the drawing's legend, made of the marks
// themselves.
type keyItem struct {
	series int // index into Figure.Series, −1 if it is none
	shape  keyShape
	ink    Ink
	text   string
	x      float64 // where it stands in its row
}

// key adds an entry.
func (s *sheet) key(series int, shape keyShape, ink Ink, txt phrase) {
	s.keys = append(s.keys, keyItem{series: series, shape: shape, ink: ink, text: string(txt)})
}

// keyRows breaks the key into rows that fit the width.
func (s *sheet) keyRows() [][]keyItem {
	var rows [][]keyItem
	x := 0.0
	for _, k := range s.keys {
		w := keySwatch + keyGap + s.widthOf(k.text, sizeText, false)
		if len(rows) == 0 || x+w > s.width {
			rows, x = append(rows, nil), 0
		}
		k.x = x
		last := len(rows) - 1
		rows[last] = append(rows[last], k)
		x += w + keySpace
	}
	return rows
}

// drawKey draws the rows downwards from y. Each entry is a group that names
// its series, so that the page can make it a switch.
func (s *sheet) drawKey(rows [][]keyItem, y float64) {
	for _, row := range rows {
		y -= keyRow
		for _, k := range row {
			s.canvas.group(k.class(), func() { s.drawKeyItem(k, y+keyRow/2) })
		}
	}
}

func (k keyItem) class() string {
	if k.series < 0 {
		return "key"
	}
	return "key key-" + strconv.Itoa(k.series)
}

func (s *sheet) drawKeyItem(k keyItem, y float64) {
	left, right := vg.Point{X: vg.Length(k.x), Y: vg.Length(y)}, vg.Point{X: vg.Length(k.x + keySwatch), Y: vg.Length(y)}
	middle := vg.Point{X: (left.X + right.X) / 2, Y: left.Y}
	switch k.shape {
	case keyLine:
		s.stroke(line(k.ink, strokeMain), left, right)
	case keyDash:
		s.stroke(line(k.ink, strokeMain, dashLoose...), left, right)
	case keyBand:
		s.canvas.box(k.ink, around(left, right, 6), 2)
	case keyDot:
		s.dot(k.ink, middle, radiusDot+1)
	case keyRing:
		s.ring(k.ink, middle, radiusDot)
	case keyBar:
		s.canvas.box(k.ink, around(middle, middle, 6), 2)
	}
	s.label(s.soft(), k.x+keySwatch+keyGap, y, k.text)
}

// around returns the rectangle that reaches r beyond two points: beyond both
// upwards, and beyond a single point to the sides as well.
func around(a, b vg.Point, r vg.Length) vg.Rectangle {
	side := vg.Length(0)
	if a == b {
		side = r
	}
	return vg.Rectangle{Min: vg.Point{X: a.X - side, Y: a.Y - r}, Max: vg.Point{X: b.X + side, Y: b.Y + r}}
}
