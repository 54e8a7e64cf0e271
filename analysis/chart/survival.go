package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// riskRow is the height of a row of the table under the axis, in pixels.
const riskRow = 18.0

// Survival draws the Kaplan–Meier curve of customers under a silence window:
// steps with their interval, the window and the median as rulers, the tail
// with few customers at risk faded, and under the axis how many were at risk,
// had lapsed and were still here at each mark, in the form that KMunicate
// recommends (Morris et al. 2019, BMJ Open 9:e030215).
func Survival(r *survival.LapseResult, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "survival", func(w *words) phrase { return w.Survival.Title })
	d := &lapse{sheet: s, r: r, c: &r.Curve, w: &s.words.Survival}
	if n := len(r.Curve.Time); n == 0 || !(r.Curve.Time[n-1] > 0) {
		return s.empty(string(d.w.Need)), nil
	}
	d.end = r.Curve.Time[len(r.Curve.Time)-1]
	d.fade = d.fadeFrom()
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// lapse is a Survival figure in the making.
type lapse struct {
	*sheet
	r              *survival.LapseResult
	c              *survival.Curve
	w              *survivalWords
	end, fade      float64 // last time; time from which few are at risk
	ticks          plot.ConstantTicks
	estimate, band int // series
}

// fadeFrom returns the time from which the risk set is too thin to be read.
func (d *lapse) fadeFrom() float64 {
	for i, n := range d.c.AtRisk {
		if n < survival.ThinRiskSet {
			return d.c.Time[i]
		}
	}
	return math.Inf(1)
}

func (d *lapse) declare() {
	d.heading = string(d.w.Heading)
	d.estimate, d.band = d.series(d.w.Curve, inkMain, figure.Line), d.series(d.w.Band, inkBand, figure.Band)
}

func (d *lapse) draw() {
	height, table := min(380, max(220, d.width*0.4)), 3*riskRow+8
	area := d.open(height + table)
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.Y.Tick.Marker = d.quarters()
	d.ticks = wholeTicks(0, int(d.end), fitting(d.width-80, d.widest(sizeText, d.lang.Int(d.c.N), d.lang.Int(int(d.end)))), daySteps, d.lang.Int)
	p.X.Tick.Marker = d.ticks
	p.Add(grid(), d.inSeries(d.band, d.bands()), d.inSeries(d.estimate, d.curves()...))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, d.end, 0, 1
	area.Min.Y += vg.Length(table)
	area.Max.X -= vg.Length(d.widthOf(d.lang.Int(d.c.N), sizeText, false)/2 + 2)
	area.Min.X += vg.Length(max(0, d.rowNames()-d.yWidth(p)))
	on := d.sheet.draw(p, area)
	d.rulers(on)
	d.riskTable(on)
	d.marks(on)
}

// quarters marks an axis of shares so that the median has its line.
func (d *lapse) quarters() plot.ConstantTicks {
	var ticks plot.ConstantTicks
	for i := range 5 {
		v := float64(i) / 4
		ticks = append(ticks, plot.Tick{Value: v, Label: d.lang.Percent(v, 0)})
	}
	return ticks
}

// rowNames returns the width that the names of the table's rows need.
func (d *lapse) rowNames() float64 {
	return d.widest(sizeText, string(d.w.AtRisk), string(d.w.Lapsed), string(d.w.Open)) +
		d.widthOf(d.lang.Int(d.c.N), sizeText, false)/2 + 8
}

// yWidth returns the width that the vertical axis takes by itself.
func (d *lapse) yWidth(p *plot.Plot) float64 {
	w := 0.0
	for _, t := range p.Y.Tick.Marker.Ticks(0, 1) {
		w = max(w, d.widthOf(t.Label, sizeText, false))
	}
	return w + float64(p.Y.Padding) + d.widthOf(" ", sizeText, false)
}

// stepsUntil returns the corners' left ends of a step curve over times in
// (from, to], preceded by its value at from.
func (d *lapse) stepsUntil(values []float64, from, to float64) plotter.XYs {
	points := plotter.XYs{{X: from, Y: 1}}
	minGap := d.end / d.width / 2 // finer steps than half a pixel do not show
	for i, t := range d.c.Time {
		v := values[i]
		switch {
		case math.IsNaN(v) || t > to:
			continue
		case t <= from:
			points[0].Y = v
		case t-points[len(points)-1].X < minGap && len(points) > 1:
			points[len(points)-1].Y = v
		default:
			points = append(points, plotter.XY{X: t, Y: v})
		}
	}
	return append(points, plotter.XY{X: to, Y: points[len(points)-1].Y})
}

// curves draws the estimate, and its tail fainter.
func (d *lapse) curves() []plot.Plotter {
	solid := min(d.fade, d.end)
	parts := []plot.Plotter{curve(d.stepsUntil(d.c.S, 0, solid), line(inkMain, strokeMain-0.4), plotter.PostStep)}
	if d.fade < d.end {
		parts = append(parts, curve(d.stepsUntil(d.c.S, d.fade, d.end), line(inkPale, strokeMain-0.4), plotter.PostStep))
	}
	return parts
}

// bands draws the interval.
func (d *lapse) bands() plot.Plotter {
	up := corners(d.stepsUntil(d.c.High, 0, d.end))
	down := corners(d.stepsUntil(d.c.Low, 0, d.end))
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	return area(up, inkBand)
}

// corners turns the left ends of steps into an outline with every corner.
func corners(points plotter.XYs) plotter.XYs {
	out := plotter.XYs{points[0]}
	for i := 1; i < len(points); i++ {
		out = append(out, plotter.XY{X: points[i].X, Y: points[i-1].Y}, points[i])
	}
	return out
}

// A ruler is an upright line from top down to the axis, with a label beside
// it that stands `up` pixels above height y of the plot.
type ruler struct {
	x, top, y, up float64
	text, short   string // short is for where text does not fit
}

// rulers marks the silence window and the median.
func (d *lapse) rulers(on panel) {
	var list []ruler
	if w := float64(d.r.Window); w > 0 && w < d.end {
		list = append(list, ruler{w, 1, 0, 14, d.w.Window.with("days", d.lang.Days(w)), d.lang.Days(w)})
	}
	if d.hasMedian() {
		list = append(list, ruler{d.r.Median, 0.5, 0.5, 12, d.medianText(), d.w.Median.with("days", d.lang.Days(d.r.Median))})
		d.stroke(line(inkText, strokeFine, dashTight...), on.at(0, 0.5), on.at(d.r.Median, 0.5))
		defer d.dot(inkMain, on.at(d.r.Median, 0.5), radiusDot)
	}
	for _, r := range list {
		d.stroke(line(inkText, strokeFine, dashTight...), on.at(r.x, r.top), on.at(r.x, 0))
	}
	for _, r := range list { // after all lines, so that none crosses a label
		d.ruleLabel(on, r)
	}
}

func (d *lapse) hasMedian() bool { return d.r.Median <= d.end } // false for NaN and +Inf

func (d *lapse) medianText() string {
	txt := d.w.Median.with("days", d.lang.Days(d.r.Median))
	if math.IsNaN(d.r.MedianLow) || math.IsNaN(d.r.MedianHigh) {
		return txt
	}
	return txt + " (" + d.medianRange() + ")"
}

func (d *lapse) medianRange() string {
	return d.between(d.lang.Number(d.r.MedianLow, 0), d.lang.Number(d.r.MedianHigh, 0))
}

// ruleLabel writes a ruler's label to its right, shortened where it would
// leave the plot; where even that does, as far to the right as it fits.
func (d *lapse) ruleLabel(on panel, r ruler) {
	at, end := on.at(r.x, r.y), float64(on.data.Max.X)
	txt, left := r.text, float64(at.X)+8
	if left+d.widthOf(txt, sizeText, false) > end {
		txt = r.short
	}
	left = min(left, end-d.widthOf(txt, sizeText, false))
	d.note(d.plain(), vg.Point{X: vg.Length(left), Y: at.Y + vg.Length(r.up)}, txt)
}

// standing is what has become of all customers by a time.
type standing struct{ atRisk, lapsed, open int }

// standingAt counts up to, and not including, time t, so that the three
// numbers add up to all customers.
func standingAt(c *survival.Curve, t float64) standing {
	at := standing{}
	for i, u := range c.Time {
		if u >= t {
			at.atRisk = c.AtRisk[i]
			break
		}
		at.lapsed += c.Events[i]
		at.open += c.Censored[i]
	}
	return at
}

// riskTable writes the table under the axis.
func (d *lapse) riskTable(on panel) {
	names := []phrase{d.w.AtRisk, d.w.Lapsed, d.w.Open}
	y := func(row int) float64 { return (2.5 - float64(row)) * riskRow }
	for row, name := range names {
		d.label(d.soft(), 0, y(row), string(name))
	}
	center := aligned(d.plain(), draw.XCenter, draw.YCenter)
	for _, t := range d.ticks {
		x := float64(on.at(t.Value, 0).X)
		at := standingAt(d.c, t.Value)
		for row, n := range []int{at.atRisk, at.lapsed, at.open} {
			d.label(d.faded(center, t.Value), x, y(row), d.lang.Int(n))
		}
	}
}

// faded greys the numbers of the tail.
func (d *lapse) faded(sty text.Style, t float64) text.Style {
	if t >= d.fade {
		sty.Color = inkSoft
	}
	return sty
}

// sampleEvery returns the days between marks: at most about 60 of them.
func (d *lapse) sampleEvery() int {
	for _, step := range daySteps {
		if d.end/float64(step) <= 60 {
			return step
		}
	}
	return int(d.end/60) + 1
}

// samples returns the days that marks and table show.
func (d *lapse) samples() []int {
	var days []int
	step := d.sampleEvery()
	for t := 0; t <= int(d.end); t += step {
		days = append(days, t)
	}
	return days
}

// valueAt returns a step curve's value at t, which is before before its
// first time.
func (d *lapse) valueAt(values []float64, t, before float64) float64 {
	v := before
	for i, u := range d.c.Time {
		if u > t {
			break
		}
		v = values[i]
	}
	return v
}

func (d *lapse) marks(on panel) {
	for _, day := range d.samples() {
		t := float64(day)
		at, s := standingAt(d.c, t), d.valueAt(d.c.S, t, 1)
		on.mark(t, s, figure.Mark{Series: d.estimate, Label: d.w.NthDay.with("k", d.lang.Int(day)), Values: []figure.Value{
			value(d.w.StillActive, d.lang.Percent(s, 1)),
			value(d.words.Common.Interval, d.shareRange(d.valueAt(d.c.Low, t, 1), d.valueAt(d.c.High, t, 1))),
			value(d.w.AtRisk, d.lang.Int(at.atRisk)),
			value(d.w.Lapsed, d.lang.Int(at.lapsed)),
			value(d.w.Open, d.lang.Int(at.open)),
		}})
	}
}

func (d *lapse) table() {
	c := d.words.Common
	d.columns(numberColumn(d.w.Day), numberColumn(d.w.StillActive), numberColumn(c.Interval+" –"), numberColumn(c.Interval+" +"),
		numberColumn(d.w.AtRisk), numberColumn(d.w.Lapsed), numberColumn(d.w.Open))
	for _, day := range d.samples() {
		t := float64(day)
		at := standingAt(d.c, t)
		d.row(d.count(day), d.share(d.valueAt(d.c.S, t, 1)), d.share(d.valueAt(d.c.Low, t, 1)), d.share(d.valueAt(d.c.High, t, 1)),
			d.count(at.atRisk), d.count(at.lapsed), d.count(at.open))
	}
}

// tell writes description and footer.
func (d *lapse) tell() {
	l := d.lang
	year := math.Min(365, math.Floor(d.end))
	median := string(d.w.NoMedian)
	if d.hasMedian() {
		median = d.w.DescribeMedian.with("median", l.Days(d.r.Median), "interval", d.medianRange())
	}
	d.describe(d.w.Describe.with("customers", l.Int(d.r.Customers), "share", l.Percent(d.valueAt(d.c.S, year, 1), 1), "days", l.Days(year)), median)
	note := ""
	if d.fade < d.end {
		note = string(d.w.FadedNote)
	}
	d.footer(d.w.Define.with("window", l.Days(float64(d.r.Window)), "end", l.Date(d.r.End)),
		d.w.Counted.with("customers", l.Int(d.r.Customers), "lapsed", l.Int(d.r.Lapsed), "returned", l.Int(d.r.Returned)), note)
}
