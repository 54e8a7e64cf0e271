package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
)

// handleLane is the height that a handle's flag takes above a plot, in pixels.
const handleLane = 28.0

// handle makes an upright ruler at a whole value that the page lets people move
// between lo and hi, and draws it for where there is no page. top is where it
// starts, y upwards.
func (s *sheet) handle(on panel, name phrase, value, lo, hi int, log bool, top float64, label string) {
	left, right := on.at(on.plot.X.Min, 0), on.at(on.plot.X.Max, 0)
	foot := float64(on.data.Min.Y)
	h := figure.Handle{
		Name: string(name), Value: float64(value), Min: float64(lo), Max: float64(hi),
		From: on.plot.X.Min, To: on.plot.X.Max, Log: log,
		Left: round2(float64(left.X)), Right: round2(float64(right.X)),
		Top: round2(s.canvas.height - top), Bottom: round2(s.canvas.height - foot),
	}
	s.fig.Handle = h
	x := vg.Length(h.At(float64(value)))
	s.canvas.group("handle-mark", func() {
		s.stroke(line(inkMain, 2.5), vg.Point{X: x, Y: vg.Length(foot)}, vg.Point{X: x, Y: vg.Length(top)})
		s.flag(x, vg.Length(top-handleLane/2+3), label)
	})
}

// flag writes a label beside a ruler, on the side where there is room.
func (s *sheet) flag(x, y vg.Length, label string) {
	sty, at := s.style(inkMain, sizeText, true), x+6
	if float64(at)+s.widthOf(label, sizeText, true) > s.width {
		sty, at = aligned(sty, draw.XRight, draw.YCenter), x-6
	}
	s.note(sty, vg.Point{X: at, Y: y}, label)
}
