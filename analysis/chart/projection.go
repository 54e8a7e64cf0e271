package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// ProjectedSurvival draws the share of customers who are still there after each
// period: as it was seen, as sBG and BdW project it, the better one with its
// interval, and as one constant rate would have it. Periods that the models have
// not seen are shaded.
func ProjectedSurvival(r *clv.Projection, st figure.Style) (figure.Figure, error) {
	return projected(r, st, "projection", func(w *projectionWords) measureWords { return w.Survival }, survivalOf)
}

// ProjectedRetention draws the share of those still there who stay for the next
// period, by tenure. Its axis does not start at 0, and the footer says so: what
// matters is how the rate rises.
func ProjectedRetention(r *clv.Projection, st figure.Style) (figure.Figure, error) {
	return projected(r, st, "retention-rate", func(w *projectionWords) measureWords { return w.Retention }, retentionOf)
}

// projectedCurves are the numbers of one measure: index t−1 is that of period t.
type projectedCurves struct {
	seen, constant, low, high []float64
	models                    [][]float64
	floor                     float64 // where the axis starts
	anchored                  bool    // all lines start from 1 at period 0
}

func survivalOf(r *clv.Projection) (c projectedCurves) {
	for _, o := range r.Seen {
		c.seen = append(c.seen, o.Survival)
	}
	for i, m := range r.Models {
		var s []float64
		for _, b := range m.Survival[1:] {
			s = append(s, b.S)
			if i == r.Best && !math.IsNaN(m.Survival[1].Low) {
				c.low, c.high = append(c.low, b.Low), append(c.high, b.High)
			}
		}
		c.models = append(c.models, s)
	}
	for t := 1; t <= r.Options.Horizon; t++ {
		c.constant = append(c.constant, r.Constant.Survival(t))
	}
	c.anchored = true
	return c
}

func retentionOf(r *clv.Projection) (c projectedCurves) {
	for _, o := range r.Seen {
		c.seen = append(c.seen, o.Retention)
	}
	for _, m := range r.Models {
		c.models = append(c.models, m.Retention)
	}
	for range r.Options.Horizon {
		c.constant = append(c.constant, r.Constant.Retention)
	}
	low := 1.0
	for _, list := range append(c.models, c.constant, c.seen) {
		for _, v := range list {
			if !math.IsNaN(v) {
				low = min(low, v)
			}
		}
	}
	c.floor = max(0, math.Floor(20*low-0.2)/20)
	return c
}

// projection is one of the two figures in the making.
type projection struct {
	*sheet
	r    *clv.Projection
	w    *projectionWords
	m    measureWords
	unit *unitWords
	c    projectedCurves

	sight stretch // periods

	actual, constant, band int
	models                 []int
}

func projected(r *clv.Projection, st figure.Style, id string, of func(*projectionWords) measureWords, numbers func(*clv.Projection) projectedCurves) (figure.Figure, error) {
	s := newSheet(st, id, func(w *words) phrase { return of(&w.Projection).Title })
	d := &projection{sheet: s, r: r, w: &s.words.Projection, m: of(&s.words.Projection), unit: s.unitWords(r.Options.Period)}
	if len(r.Models) == 0 || r.Options.Horizon < 1 {
		return s.empty(string(d.w.Need)), nil
	}
	d.c = numbers(r)
	d.sight = s.inSight(0, float64(r.Options.Horizon), 2, func(v float64, _ bool) string { return d.unit.Nth.with("k", d.lang.Int(int(v))) })
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

func (d *projection) declare() {
	d.heading = string(d.m.Heading)
	d.actual = d.series(d.words.Common.Actual, inkText, figure.Line)
	for i, m := range d.r.Models {
		ink, _, _ := groupInk(i)
		d.models = append(d.models, d.series(phrase(m.Fit.Model), ink, figure.Line))
	}
	d.constant = d.series(d.w.Constant, inkSoft, figure.Dashed)
	d.band = -1
	if d.c.low != nil {
		d.band = d.series(phrase(d.w.Band.with("model", d.r.Models[d.r.Best].Fit.Model)), inkBand, figure.Band)
	}
}

func (d *projection) draw() {
	height := d.fit(min(360, max(220, d.width*0.4)), 0)
	area := d.open(height)
	area.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = d.w.Axis.with("units", string(d.unit.Plural))
	top := 1.0
	p.Y.Tick.Marker = d.shares(height)
	if d.c.floor == 0 && d.sight.from > 0 {
		p.Y.Tick.Marker, top = d.shareTicks(d.highest(), height-46)
	}
	p.X.Tick.Marker = wholeTicks(int(d.sight.from), int(d.sight.to), fitting(d.width-70, d.widthOf("000", sizeText, false)), d.unit.steps, d.lang.Int)
	p.Add(d.holdout(), grid())
	if d.band >= 0 {
		p.Add(d.inSeries(d.band, d.interval()))
	}
	p.Add(d.inSeries(d.constant, d.path(d.c.constant, line(inkSoft, strokePlain, dashLoose...))))
	for i, series := range d.models {
		ink, _, _ := groupInk(i)
		p.Add(d.inSeries(series, d.path(d.c.models[i], line(ink, strokeMain-0.4))))
	}
	p.Add(d.inSeries(d.actual, d.path(d.c.seen, line(inkText, strokePlain))))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = d.sight.from, d.sight.to, d.c.floor, top
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	d.names(on)
	d.marks(on)
}

// highest is the most that anything reaches in sight.
func (d *projection) highest() float64 {
	hi := 0.0
	for _, list := range append([][]float64{d.c.seen, d.c.constant, d.c.high}, d.c.models...) {
		for t := int(d.sight.from); t <= int(d.sight.to) && t <= len(list); t++ {
			if v := list[t-1]; v > hi { // false for NaN
				hi = v
			}
		}
	}
	return hi
}

// shares marks the axis from its floor to 1.
func (d *projection) shares(height float64) (ticks plot.ConstantTicks) {
	for _, step := range []float64{0.01, 0.02, 0.05, 0.1, 0.25} {
		if (1-d.c.floor)/step > height/38 {
			continue
		}
		for k := math.Ceil(d.c.floor/step - 1e-9); k*step <= 1+1e-9; k++ {
			ticks = append(ticks, plot.Tick{Value: k * step, Label: d.lang.Percent(k*step, 0)})
		}
		return ticks
	}
	return ticks
}

// path draws a curve.
func (d *projection) path(values []float64, sty draw.LineStyle) plot.Plotter {
	return curve(d.points(values), sty, plotter.NoStep)
}

// names writes beside the curves which is which.
func (d *projection) names(on panel) {
	names := []namedCurve{d.named(d.constant, d.points(d.c.constant)), d.named(d.actual, d.points(d.c.seen))}
	for i, series := range d.models {
		names = append(names, d.named(series, d.points(d.c.models[i])))
	}
	on.nameCurves(names...)
}

// points are those of a curve up to the first value that is not known.
func (d *projection) points(values []float64) (xys plotter.XYs) {
	if d.c.anchored {
		xys = append(xys, plotter.XY{X: 0, Y: 1})
	}
	for i, v := range values {
		if math.IsNaN(v) || i+1 > d.r.Options.Horizon {
			break
		}
		xys = append(xys, plotter.XY{X: float64(i + 1), Y: v})
	}
	return xys
}

// interval outlines the band along the top and back.
func (d *projection) interval() plot.Plotter {
	outline := plotter.XYs{{X: 0, Y: 1}}
	for i, v := range d.c.high {
		if !math.IsNaN(v) {
			outline = append(outline, plotter.XY{X: float64(i + 1), Y: v})
		}
	}
	for i := len(d.c.low) - 1; i >= 0; i-- {
		if v := d.c.low[i]; !math.IsNaN(v) {
			outline = append(outline, plotter.XY{X: float64(i + 1), Y: v})
		}
	}
	return area(outline, inkBand)
}

// holdout shades the periods that were seen, but not by the models.
func (d *projection) holdout() plot.Plotter {
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		from, to := max(d.r.Options.Calibration, int(d.sight.from)), min(len(d.r.Seen), int(d.sight.to))
		if from >= to {
			return
		}
		left, right := c.X(p.X.Norm(float64(from))), c.X(p.X.Norm(float64(to)))
		d.canvas.box(inkShade, vg.Rectangle{Min: vg.Point{X: left, Y: c.Min.Y}, Max: vg.Point{X: right, Y: c.Max.Y}}, 0)
		if txt := string(d.words.Common.Holdout); d.widthOf(txt, sizeText, false)+8 < float64(right-left) {
			d.label(aligned(d.soft(), draw.XLeft, draw.YBottom), float64(left)+6, float64(c.Min.Y)+5, txt)
		}
	})
}

// seen is what was seen of period t, NaN beyond.
func (d *projection) seen(t int) float64 {
	if t > len(d.c.seen) {
		return math.NaN()
	}
	return d.c.seen[t-1]
}

func (d *projection) marks(on panel) {
	step := max(1, int(d.sight.to-d.sight.from)/60)
	for t := max(1, int(d.sight.from)); t <= int(d.sight.to); t += step {
		at, values := d.seen(t), []figure.Value(nil)
		if !math.IsNaN(at) {
			values = append(values, value(d.words.Common.Actual, d.lang.Percent(at, 1)))
		} else {
			at = d.c.models[d.r.Best][t-1]
		}
		for i, m := range d.r.Models {
			values = append(values, value(phrase(m.Fit.Model), d.lang.Percent(d.c.models[i][t-1], 1)))
		}
		if d.band >= 0 && !math.IsNaN(d.c.low[t-1]) {
			values = append(values, value(phrase(d.w.Band.with("model", d.r.Models[d.r.Best].Fit.Model)), d.shareRange(d.c.low[t-1], d.c.high[t-1])))
		}
		values = append(values, value(d.w.Constant, d.lang.Percent(d.c.constant[t-1], 1)))
		label := d.unit.Nth.with("k", d.lang.Int(t))
		if t > d.r.Options.Calibration && t <= len(d.r.Seen) {
			label += " · " + string(d.words.Common.Holdout)
		}
		on.mark(float64(t), at, figure.Mark{Series: -1, Label: label, Values: values})
	}
}

func (d *projection) table() {
	columns := []figure.Column{numberColumn(d.unit.One), numberColumn(d.words.Common.Actual)}
	for _, m := range d.r.Models {
		columns = append(columns, numberColumn(phrase(m.Fit.Model)))
	}
	d.columns(append(columns, numberColumn(d.w.Constant))...)
	for t := max(1, int(d.sight.from)); t <= int(d.sight.to); t++ {
		cells := []cell{d.count(t), d.share(d.seen(t))}
		for i := range d.r.Models {
			cells = append(cells, d.share(d.c.models[i][t-1]))
		}
		d.row(append(cells, d.share(d.c.constant[t-1]))...)
	}
}

// tell writes description and footer.
func (d *projection) tell() {
	l, best := d.lang, d.r.Models[d.r.Best]
	last := int(d.sight.to)
	period := d.unit.Nth.with("k", l.Int(last))
	d.describe(d.m.Describe.with("model", best.Fit.Model, "period", period, "share", l.Percent(d.c.models[d.r.Best][last-1], 1),
		"constant", l.Percent(d.c.constant[last-1], 1), "seen", l.Int(len(d.r.Seen))))
	told := d.w.Define.with("customers", l.Int(int(d.r.Customers)), "calibration", l.Int(d.r.Options.Calibration), "seen", l.Int(len(d.r.Seen)))
	if d.c.floor > 0 {
		d.footer(told, string(d.w.Floor))
		return
	}
	d.footer(told)
}
