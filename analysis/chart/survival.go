package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// Survival draws the Kaplan–Meier curves of a study: steps with their intervals, one
// colour a group, tails with few customers at risk faded, and under the axis how many
// were at risk, had left and were still here at each mark, in the form that KMunicate
// recommends (Morris et al. 2019, BMJ Open 9:e030215). Labels without a text must
// have been given one.
func Survival(study *survival.Study, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "survival", func(w *words) phrase { return w.Survival.Title })
	d := &lifetimes{sheet: s, study: study, w: &s.words.Survival, unit: s.unitWords(study.Comparison.Unit), end: study.Last()}
	if !(d.end > 0) {
		return s.empty(string(d.w.Need)), nil
	}
	d.sight = s.inSight(0, d.end, 2, func(v float64, _ bool) string { return d.time(math.Floor(v)) })
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// lifetimes is a Survival figure in the making.
type lifetimes struct {
	*sheet
	study  *survival.Study
	w      *survivalWords
	unit   *unitWords
	end    float64 // longest time
	sight  stretch
	top    float64 // of the vertical axis
	groups []curveOf
	ticks  plot.ConstantTicks
	band   int // series of the interval, −1 where each group's is part of the group's
}

// A curveOf is one group as it is drawn.
type curveOf struct {
	*survival.GroupResult
	name                  string
	series                int
	ink, inkBand, inkFade Ink
	last, fade            float64 // last time; time from which few are at risk
}

// groupInk returns the colours of group k: its line, its interval and its faded tail.
func groupInk(k int) (line, band, fade Ink) {
	number := strconv.Itoa(k + 1)
	line, band, fade = Ink("ink-"+number), Ink("ink-band-"+number), Ink("ink-fade-"+number)
	if k == 0 {
		band = inkBand
	}
	return line, band, fade
}

func (d *lifetimes) single() bool { return len(d.study.Comparison.Groups) == 1 }

func (d *lifetimes) declare() {
	d.heading, d.band = string(d.w.Heading), -1
	for k := range d.study.Comparison.Groups {
		result := &d.study.Comparison.Groups[k]
		g := curveOf{GroupResult: result, name: d.study.Labels[k].Text, fade: fadeFrom(&result.Curve)}
		if n := len(g.Curve.Time); n > 0 {
			g.last = g.Curve.Time[n-1]
		}
		g.ink, g.inkBand, g.inkFade = groupInk(k)
		name := phrase(g.name)
		if d.single() {
			name = d.w.Curve
		}
		g.series = d.series(name, g.ink, figure.Line)
		d.groups = append(d.groups, g)
	}
	if d.single() {
		d.band = d.series(phrase(d.level()), inkBand, figure.Band)
	}
}

// level writes the name of the interval.
func (d *lifetimes) level() string {
	return d.words.Lifetime.Band.with("level", d.lang.Percent(d.study.Comparison.Level, 0))
}

// fadeFrom returns the time after which the risk set stays too thin to be read.
func fadeFrom(c *survival.Curve) float64 {
	for i := len(c.Time) - 1; i >= 0; i-- {
		if c.AtRisk[i] < survival.ThinRiskSet {
			continue
		}
		if i == len(c.Time)-1 {
			return math.Inf(1)
		}
		return c.Time[i+1]
	}
	return 0
}

func (d *lifetimes) draw() {
	below := d.riskHeight()
	height := d.fit(min(380, max(220, d.width*0.4)), below)
	area := d.open(height + below)
	p := d.newPlot()
	p.X.Label.Text = d.axis()
	p.Y.Tick.Marker, d.top = d.quarters(), 1
	if d.sight.from > 0 {
		p.Y.Tick.Marker, d.top = d.shareTicks(d.highest(), height-50)
	}
	most := d.widest(sizeText, d.lang.Int(d.study.Customers), d.lang.Int(int(d.end)))
	left, right := max(d.rowNames(most), d.yWidth(p)), max(most/2+2, d.labelWidth())
	d.ticks = wholeTicks(int(d.sight.from), int(d.sight.to), fitting(d.width-left-right-most, most), d.unit.steps, d.lang.Int)
	p.X.Tick.Marker = d.ticks
	p.Add(grid())
	d.addCurves(p)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = d.sight.from, d.sight.to, 0, d.top
	area.Min.Y += vg.Length(below)
	area.Max.X -= vg.Length(right)
	area.Min.X += vg.Length(left - d.yWidth(p))
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	d.rulers(on)
	d.endLabels(on)
	d.riskTable(on)
	d.marks(on)
}

// axis names what the horizontal axis counts.
func (d *lifetimes) axis() string {
	if d.study.Origin == survival.FromPurchase {
		return d.words.Lifetime.SincePurchase.with("units", string(d.unit.Plural))
	}
	return d.words.Lifetime.AsCustomer.with("units", string(d.unit.Plural))
}

// addCurves draws intervals below all lines.
func (d *lifetimes) addCurves(p *plot.Plot) {
	for _, g := range d.groups {
		band := g.series
		if d.band >= 0 {
			band = d.band
		}
		if d.shows(g) {
			p.Add(d.inSeries(band, d.interval(g)))
		}
	}
	for _, g := range d.groups {
		if d.shows(g) {
			p.Add(d.inSeries(g.series, d.steps(g)...))
		}
	}
}

// shows reports whether anything of a curve is in sight.
func (d *lifetimes) shows(g curveOf) bool { return len(g.Curve.Time) > 0 && g.last > d.sight.from }

// highest is the most that curves and intervals reach in sight: where it begins.
func (d *lifetimes) highest() float64 {
	hi := 0.0
	for _, g := range d.groups {
		at := g.Curve.At(d.sight.from)
		for _, v := range []float64{at.S, at.High} {
			if v > hi { // false for NaN
				hi = v
			}
		}
	}
	return hi
}

// quarters marks an axis of shares so that the median has its line.
func (d *lifetimes) quarters() plot.ConstantTicks {
	var ticks plot.ConstantTicks
	for i := range 5 {
		v := float64(i) / 4
		ticks = append(ticks, plot.Tick{Value: v, Label: d.lang.Percent(v, 0)})
	}
	return ticks
}

// yWidth returns the width that the vertical axis takes by itself.
func (d *lifetimes) yWidth(p *plot.Plot) float64 {
	w := 0.0
	for _, t := range p.Y.Tick.Marker.Ticks(0, 1) {
		w = max(w, d.widthOf(t.Label, sizeText, false))
	}
	return w + float64(p.Y.Padding) + d.widthOf(" ", sizeText, false)
}

// leftEnds returns the left ends of a step curve's steps over times in (from, to],
// preceded by its value at from. Steps finer than minGap do not show and are joined.
func leftEnds(times, values []float64, from, to, minGap float64) plotter.XYs {
	points := plotter.XYs{{X: from, Y: 1}}
	for i, t := range times {
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

// halfPixel is the finest step that shows, in units of the axis.
func (d *lifetimes) halfPixel() float64 { return (d.sight.to - d.sight.from) / d.width / 2 }

// steps draws the estimate, and its tail fainter.
func (d *lifetimes) steps(g curveOf) []plot.Plotter {
	part := func(from, to float64, ink Ink) plot.Plotter {
		return curve(leftEnds(g.Curve.Time, g.Curve.S, from, to, d.halfPixel()), line(ink, strokeMain-0.4), plotter.PostStep)
	}
	from, last := d.sight.from, min(g.last, d.sight.to)
	switch {
	case g.fade >= last:
		return []plot.Plotter{part(from, last, g.ink)}
	case g.fade <= from && from > 0:
		return []plot.Plotter{part(from, last, g.inkFade)}
	}
	return []plot.Plotter{part(from, g.fade, g.ink), part(g.fade, last, g.inkFade)}
}

func (d *lifetimes) interval(g curveOf) plot.Plotter {
	from, last := d.sight.from, min(g.last, d.sight.to)
	up := corners(leftEnds(g.Curve.Time, g.Curve.High, from, last, d.halfPixel()))
	down := corners(leftEnds(g.Curve.Time, g.Curve.Low, from, last, d.halfPixel()))
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	return area(up, g.inkBand)
}

// corners turns the left ends of steps into an outline with every corner.
func corners(points plotter.XYs) plotter.XYs {
	out := plotter.XYs{points[0]}
	for i := 1; i < len(points); i++ {
		out = append(out, plotter.XY{X: points[i].X, Y: points[i-1].Y}, points[i])
	}
	return out
}

// samplesOf returns round times from begin to end, at most about `most` of them.
func samplesOf(begin, end float64, most int, steps []int) []int {
	step := 1
	for i := 0; float64(step)*float64(most) < end-begin; i++ {
		if step = steps[min(i, len(steps)-1)]; i >= len(steps) {
			step = int(end-begin)/most + 1
		}
	}
	var times []int
	for t := (int(math.Ceil(begin)) + step - 1) / step * step; t <= int(end); t += step {
		times = append(times, t)
	}
	return times
}

// samples returns the times that marks and table show.
func (d *lifetimes) samples(most int) []int {
	return samplesOf(d.sight.from, d.sight.to, most, d.unit.steps)
}

// at reads a group at a time; false beyond its last one.
func (g *curveOf) at(t int) (survival.Point, standing, bool) {
	p := g.Curve.At(float64(t))
	return p, standingAt(&g.Curve, float64(t)), !math.IsNaN(p.S)
}

func (d *lifetimes) marks(on panel) {
	for _, g := range d.groups {
		for _, t := range d.samples(max(20, 60/len(d.groups))) {
			if p, at, ok := g.at(t); ok {
				on.mark(float64(t), p.S, d.markOf(g, t, p, at))
			}
		}
	}
}

func (d *lifetimes) markOf(g curveOf, t int, p survival.Point, at standing) figure.Mark {
	label := d.unit.Nth.with("k", d.lang.Int(t))
	if !d.single() {
		label = d.words.Lifetime.Joined.with("group", g.name, "time", label)
	}
	return figure.Mark{Series: g.series, Label: label, Values: []figure.Value{
		value(d.w.Here, d.lang.Percent(p.S, 1)),
		{Name: d.level(), Text: d.shareRange(p.Low, p.High)},
		value(d.w.AtRisk, d.lang.Int(at.atRisk)),
		value(d.w.Lost, d.lang.Int(at.lost)),
		value(d.w.Open, d.lang.Int(at.open)),
	}}
}

func (d *lifetimes) table() {
	level := phrase(d.level())
	head := []figure.Column{numberColumn(d.unit.One), numberColumn(d.w.Here), numberColumn(level + " –"), numberColumn(level + " +"),
		numberColumn(d.w.AtRisk), numberColumn(d.w.Lost), numberColumn(d.w.Open)}
	if !d.single() {
		head = append([]figure.Column{textColumn(d.words.Lifetime.Group)}, head...)
	}
	d.columns(head...)
	for _, g := range d.groups {
		for _, t := range d.samples(90) {
			if p, at, ok := g.at(t); ok {
				d.row(d.cells(g, t, p, at)...)
			}
		}
	}
}

func (d *lifetimes) cells(g curveOf, t int, p survival.Point, at standing) []cell {
	row := []cell{d.count(t), d.share(p.S), d.share(p.Low), d.share(p.High), d.count(at.atRisk), d.count(at.lost), d.count(at.open)}
	if !d.single() {
		row = append([]cell{word(g.name)}, row...)
	}
	return row
}

// unitWords names a unit of durations and knows its round numbers.
func (s *sheet) unitWords(u analysis.Unit) *unitWords {
	w := &s.words.Units
	return map[analysis.Unit]*unitWords{analysis.Weeks: &w.Week, analysis.Months: &w.Month, analysis.Quarters: &w.Quarter, analysis.Years: &w.Year}[u].or(&w.Day)
}

// or returns other for a unit that is not known.
func (u *unitWords) or(other *unitWords) *unitWords {
	if u == nil {
		return other
	}
	return u
}
