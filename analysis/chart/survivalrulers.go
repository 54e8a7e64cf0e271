package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// A ruler is an upright line from top down to the axis, with a label beside
// it that stands `up` pixels above height y of the plot.
type ruler struct {
	x, top, y, up float64
	text, short   string // short is for where text does not fit
}

// rulers marks the medians, and beside a single curve the window of silence.
func (d *lifetimes) rulers(on panel) {
	if !d.single() {
		d.medianDots(on)
		return
	}
	var list []ruler
	g := d.groups[0]
	if w := float64(d.study.Window); w > d.sight.from && w < d.sight.to {
		y, up := 0.0, 14.0
		if d.crossed(on, g, w) {
			y, up = d.top, -14 // beside the curve before it falls
		}
		list = append(list, ruler{w, d.top, y, up, d.w.Window.with("days", d.lang.Days(w)), d.lang.Days(w)})
	}
	if d.hasMedian(g) && d.sight.holds(g.Median().Time) {
		list = append(list, ruler{g.Median().Time, 0.5, 0.5, 12, d.medianText(g), d.w.Median.with("time", d.time(g.Median().Time))})
		d.stroke(line(inkText, strokeFine, dashTight...), on.at(d.sight.from, 0.5), on.at(g.Median().Time, 0.5))
		defer d.dot(inkMain, on.at(g.Median().Time, 0.5), radiusDot)
	}
	for _, r := range list {
		d.stroke(line(inkText, strokeFine, dashTight...), on.at(r.x, r.top), on.at(r.x, 0))
	}
	for _, r := range list { // after all lines, so that none crosses a label
		d.ruleLabel(on, r)
	}
}

// crossed reports whether a label at the foot of the window's ruler would lie across the
// ruler of the median, and has room above instead.
func (d *lifetimes) crossed(on panel, g curveOf, w float64) bool {
	m := g.Median().Time
	text := d.widthOf(d.w.Window.with("days", d.lang.Days(w)), sizeText, false)
	return d.hasMedian(g) && m > w && float64(on.at(m, 0).X-on.at(w, 0).X) < text+14 && g.Curve.At(w).S < 0.85*d.top
}

// medianDots marks where each curve crosses one half.
func (d *lifetimes) medianDots(on panel) {
	until := 0.0
	for _, g := range d.groups {
		if d.hasMedian(g) {
			until = max(until, g.Median().Time)
		}
	}
	if until <= d.sight.from {
		return
	}
	d.stroke(line(inkText, strokeFine, dashTight...), on.at(d.sight.from, 0.5), on.at(min(until, d.sight.to), 0.5))
	for _, g := range d.groups {
		if d.hasMedian(g) && d.sight.holds(g.Median().Time) {
			d.canvas.series(g.series, func() { d.dot(g.ink, on.at(g.Median().Time, 0.5), radiusDot) })
		}
	}
}

func (d *lifetimes) hasMedian(g curveOf) bool { return g.Median().Time <= d.end } // false for NaN and +Inf

// time writes a duration with its unit.
func (d *lifetimes) time(v float64) string { return d.duration(v, d.study.Comparison.Unit) }

func (d *lifetimes) medianText(g curveOf) string {
	txt := d.w.Median.with("time", d.time(g.Median().Time))
	if math.IsNaN(g.Median().Low) || math.IsNaN(g.Median().High) {
		return txt
	}
	return txt + " (" + d.medianRange(g) + ")"
}

func (d *lifetimes) medianRange(g curveOf) string {
	return d.between(d.lang.Number(g.Median().Low, 0), d.lang.Number(g.Median().High, 0))
}

// ruleLabel writes a ruler's label to its right, shortened where it would
// leave the plot; where even that does, as far to the right as it fits.
func (d *lifetimes) ruleLabel(on panel, r ruler) {
	at, end := on.at(r.x, r.y), float64(on.data.Max.X)
	txt, left := r.text, float64(at.X)+8
	if left+d.widthOf(txt, sizeText, false) > end {
		txt = r.short
	}
	left = min(left, end-d.widthOf(txt, sizeText, false))
	d.note(d.plain(), vg.Point{X: vg.Length(left), Y: at.Y + vg.Length(r.up)}, txt)
}
