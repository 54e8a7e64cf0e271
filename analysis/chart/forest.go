package chart

import (
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/survival"
)

// Layout of a forest plot, in pixels.
const (
	forestRow   = 24.0
	forestStack = 40.0 // with the name above, where the sheet is narrow
	forestAxis  = 26.0
)

// Bounds of the axis of hazard ratios; intervals that reach beyond end in an arrow.
const (
	leastRatio = 0.02
	mostRatio  = 50.0
)

// Forest draws the hazard ratios of a Cox regression with their intervals on a
// logarithmic axis, on which half and twice the risk are equally far from 1: levels
// against their reference, numbers per standard deviation.
func Forest(f *survival.CoxFit, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "hazard-ratios", func(w *words) phrase { return w.Forest.Title })
	d := &forest{sheet: s, fit: f, w: &s.words.Forest}
	if len(f.Effects) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// forest is a Forest figure in the making.
type forest struct {
	*sheet
	fit                *survival.CoxFit
	w                  *forestWords
	left, right        float64 // where the axis begins and ends
	lo, hi             float64 // ln of the ratios there
	apart, overlapping int     // series: intervals without and with 1
}

// A forestLine is one row from the top: a column's name, or one of its terms.
type forestLine struct {
	head, soft string
	effect     *survival.Effect // nil for a heading
}

// lines lists the rows: texts have a heading, numbers are a row of their own.
func (d *forest) lines() []forestLine {
	var out []forestLine
	for i := range d.fit.Effects {
		e := &d.fit.Effects[i]
		t := &e.Term
		if !t.IsLevel() {
			out = append(out, forestLine{head: t.Column, soft: d.w.PerDeviation.with("sd", d.lang.Significant(t.Deviation, 3)), effect: e})
			continue
		}
		if i == 0 || d.fit.Effects[i-1].Term.Column != t.Column {
			out = append(out, forestLine{head: t.Column, soft: d.w.Reference.with("level", t.Reference)})
		}
		out = append(out, forestLine{soft: d.level(t) + " · n = " + d.lang.Int(t.Customers), effect: e})
	}
	return out
}

func (d *forest) level(t *survival.Term) string {
	if t.Missing {
		return string(d.w.Missing)
	}
	return t.Level
}

func (d *forest) draw() {
	d.heading = string(d.w.Heading)
	d.apart = d.series(phrase(d.w.Apart.with("level", d.lang.Percent(d.fit.Level, 0))), inkMain, figure.Dot)
	d.overlapping = d.series(phrase(d.w.Overlapping.with("level", d.lang.Percent(d.fit.Level, 0))), inkSoft, figure.Ring)
	lines := d.lines()
	height := forestAxis
	for _, l := range lines {
		height += d.rowHeight(l)
	}
	d.open(height)
	d.measureUp(lines)
	d.axis(height)
	top := height
	for _, l := range lines {
		d.line(l, top)
		top -= d.rowHeight(l)
	}
}

// rowHeight is that of a row; a narrow sheet has names above the intervals.
func (d *forest) rowHeight(l forestLine) float64 {
	if d.isNarrow() && l.effect != nil {
		return forestStack
	}
	return forestRow
}

// measureUp finds the scale.
func (d *forest) measureUp(lines []forestLine) {
	d.left, d.right = 16, d.width-16
	if !d.isNarrow() {
		widest := 0.0
		for _, l := range lines {
			if l.effect != nil {
				widest = max(widest, d.nameWidth(l))
			}
			d.right = min(d.right, d.width-d.widthOf(d.said(l.effect), sizeText, false)-12)
		}
		d.left = min(widest, 0.42*d.width) + 14
	}
	d.lo, d.hi = numeric.Log(0.5), numeric.Log(2)
	for i := range d.fit.Effects {
		for _, v := range scaledOf(&d.fit.Effects[i]) {
			if v > 0 && !math.IsInf(v, 0) { // false for NaN
				ln := numeric.Log(min(mostRatio, max(leastRatio, v)))
				d.lo, d.hi = min(d.lo, ln-0.05), max(d.hi, ln+0.05)
			}
		}
	}
}

func scaledOf(e *survival.Effect) [3]float64 {
	ratio, low, high := e.Scaled()
	return [3]float64{ratio, low, high}
}

const forestIndent = 12.0

func (d *forest) nameWidth(l forestLine) float64 {
	if l.head == "" {
		return forestIndent + d.widthOf(l.soft, sizeText, false)
	}
	return d.widthOf(l.head, sizeText, true) + 12 + d.widthOf(l.soft, sizeText, false)
}

// x returns where a ratio lies, cut to the axis.
func (d *forest) x(ratio float64) float64 {
	share := (numeric.Log(ratio) - d.lo) / (d.hi - d.lo)
	return d.left + min(1, max(0, share))*(d.right-d.left)
}

// axis draws upright lines at round ratios, the one at 1 darker.
func (d *forest) axis(height float64) {
	last := math.Inf(-1)
	for _, v := range []float64{1, 2, 5, 10, 20, 50, 0.5, 0.2, 0.1, 0.05, 0.02} {
		if ln := numeric.Log(v); ln < d.lo || ln > d.hi {
			continue
		}
		x, txt := d.x(v), d.lang.Significant(v, 2)
		if v == 0.5 {
			last = d.x(1)
		}
		if math.Abs(x-last) < 34 {
			continue
		}
		last = x
		sty := line(inkGrid, strokeFine)
		if v == 1 {
			sty = line(inkText, strokeFine)
		}
		d.stroke(sty, vg.Point{X: vg.Length(x), Y: forestAxis}, vg.Point{X: vg.Length(x), Y: vg.Length(height)})
		d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), x, forestAxis/2-2, txt)
	}
}

// line draws one row whose top is at y.
func (d *forest) line(l forestLine, top float64) {
	y := top - forestRow/2
	d.names(l, y)
	if l.effect == nil {
		return
	}
	said := d.plain()
	if d.isNarrow() {
		d.note(aligned(said, draw.XRight, draw.YCenter), vg.Point{X: vg.Length(d.width - 4), Y: vg.Length(y)}, d.said(l.effect))
		y -= forestRow - 6
	} else {
		d.label(said, d.right+12, y, d.said(l.effect))
	}
	d.interval(l.effect, y)
	box := vg.Rectangle{Min: vg.Point{X: 0, Y: vg.Length(top - d.rowHeight(l))}, Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(top)}}
	d.markBox(box, d.markOf(l))
}

// names writes a row's name on a veil, so that it reads where it crosses lines.
func (d *forest) names(l forestLine, y float64) {
	room := d.left - 14
	if d.isNarrow() {
		room = d.width - d.widthOf("00.00 (00.00–00.00)", sizeText, false) - 12
	}
	if l.effect == nil {
		room = d.width - 8
	}
	x, put := 0.0, func(sty text.Style, x float64, txt string) {
		d.note(sty, vg.Point{X: vg.Length(x), Y: vg.Length(y)}, txt)
	}
	if l.head != "" {
		head := d.shorten(l.head, room*0.7)
		put(d.bold(), 3, head)
		x = d.widthOf(head, sizeText, true) + 9
	} else {
		x = forestIndent
	}
	if rest := d.shorten(l.soft, room-x); d.widthOf(rest, sizeText, false) <= max(20, room-x) {
		put(d.soft(), x, rest)
	}
}

// interval draws a ratio; one without a number has nothing to draw.
func (d *forest) interval(e *survival.Effect, y float64) {
	ratio, low, high := e.Scaled()
	if e.Infinite || !(low > 0) || math.IsInf(high, 0) || math.IsNaN(high) {
		return
	}
	at := func(v float64) vg.Point { return vg.Point{X: vg.Length(d.x(v)), Y: vg.Length(y)} }
	series, ink := d.seriesOf(e)
	d.canvas.series(series, func() {
		d.stroke(line(ink, strokePlain), at(low), at(high))
		d.arrow(ink, at(low), low < leastRatio, -1)
		d.arrow(ink, at(high), high > mostRatio, 1)
		if series == d.apart {
			d.dot(ink, at(ratio), radiusDot+0.5)
		} else {
			d.ring(ink, at(ratio), radiusDot)
		}
	})
}

// arrow ends an interval that goes on beyond the axis.
func (d *forest) arrow(ink Ink, at vg.Point, on bool, side float64) {
	if !on {
		return
	}
	for _, up := range []float64{-4, 4} {
		d.stroke(line(ink, strokePlain), at, vg.Point{X: at.X - vg.Length(5*side), Y: at.Y + vg.Length(up)})
	}
}

func (d *forest) seriesOf(e *survival.Effect) (int, Ink) {
	if _, low, high := e.Scaled(); low <= 1 && 1 <= high {
		return d.overlapping, inkSoft
	}
	return d.apart, inkMain
}

// said writes a ratio with its interval.
func (d *forest) said(e *survival.Effect) string {
	switch {
	case e == nil:
		return ""
	case e.Infinite:
		return string(d.w.Infinite)
	}
	ratio, low, high := e.Scaled()
	return d.ratio(ratio) + " (" + d.between(d.ratio(low), d.ratio(high)) + ")"
}

func (d *forest) ratio(v float64) string {
	if v >= 100 || v < 0.01 && v > 0 {
		return d.lang.Significant(v, 2)
	}
	return d.lang.Number(v, 2)
}

func (d *forest) markOf(l forestLine) figure.Mark {
	e := l.effect
	series, _ := d.seriesOf(e)
	return figure.Mark{Series: series, Label: d.full(l), Values: []figure.Value{
		value(d.w.Ratio, d.said(e)),
		value(d.w.P, d.chance(e.P)),
		value(d.words.Common.Customers, d.lang.Int(e.Term.Customers)),
		value(d.w.Lost, d.lang.Int(e.Term.Events)),
	}}
}

// full names a term by itself.
func (d *forest) full(l forestLine) string {
	if l.head != "" {
		return l.head + d.colon() + " " + l.soft
	}
	return l.effect.Term.Column + d.colon() + " " + l.soft + " (" + d.w.Reference.with("level", l.effect.Term.Reference) + ")"
}

// chance writes a p-value: a number always, never a word.
func (s *sheet) chance(p float64) string {
	switch {
	case math.IsNaN(p):
		return s.lang.Number(p, 0)
	case p < 0.0001:
		return "< 0.0001"
	}
	return s.lang.Significant(p, 2)
}

func (d *forest) table() {
	c := d.words.Common
	level := d.words.Lifetime.Band.with("level", d.lang.Percent(d.fit.Level, 0))
	d.columns(textColumn(d.w.Column), textColumn(d.w.Level), textColumn(d.w.ReferenceColumn), numberColumn(c.Customers), numberColumn(d.w.Lost),
		numberColumn(d.w.Ratio), numberColumn(phrase(level+" –")), numberColumn(phrase(level+" +")), numberColumn(d.w.P))
	for i := range d.fit.Effects {
		e := &d.fit.Effects[i]
		t := &e.Term
		name := d.level(t)
		if !t.IsLevel() {
			name = d.w.PerDeviation.with("sd", d.lang.Significant(t.Deviation, 3))
		}
		ratio, low, high := e.Scaled()
		d.row(word(t.Column), word(name), word(t.Reference), d.count(t.Customers), d.count(t.Events),
			d.measure(ratio, 2), d.measure(low, 2), d.measure(high, 2), cell{d.chance(e.P), machine(e.P)})
	}
}

// tell writes description and footer.
func (d *forest) tell() {
	f, l := d.fit, d.lang
	sentences := []string{d.w.Describe.with("customers", l.Int(f.N), "lost", l.Int(f.Events))}
	for _, line := range d.lines() {
		if e := line.effect; e != nil && !e.Infinite {
			sentences = append(sentences, d.w.DescribeTerm.with("term", d.full(line), "ratio", d.said(e), "p", d.chance(e.P)))
		}
	}
	d.describe(sentences...)
	ties := map[survival.Ties]phrase{survival.Breslow: "Breslow", survival.Exact: d.w.Exact}[f.Ties]
	if ties == "" {
		ties = "Efron"
	}
	d.footer(string(d.w.Define), d.w.Counted.with("ties", string(ties), "customers", l.Int(f.N), "lost", l.Int(f.Events), "level", l.Percent(f.Level, 0)))
}
