package chart

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Tracking draws the repeat purchases that customers made, week after week,
// beside those that the model expects: cumulative above, weekly below, with
// the weeks that the model has not seen shaded.
func Tracking(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "tracking", func(w *words) phrase { return w.Tracking.Title })
	d := &tracking{sheet: s, r: r, points: r.Tracking, w: &s.words.Tracking}
	if len(d.points) < 2 {
		return s.empty(string(d.w.Need)), nil
	}
	d.cut()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// cut leaves the weeks to draw; sums still count from the first.
func (d *tracking) cut() {
	name := func(v float64, _ bool) string { return d.words.Common.NthWeek.with("k", strconv.Itoa(int(v))) }
	d.sight = d.inSight(0, float64(d.points[len(d.points)-1].Week), 2, name)
	var kept []clv.TrackPoint
	for _, p := range d.points {
		if d.sight.holds(float64(p.Week)) {
			kept = append(kept, p)
		}
	}
	d.points = kept
}

// tracking is a Tracking figure in the making.
type tracking struct {
	*sheet
	r              *clv.Result
	w              *trackingWords
	points         []clv.TrackPoint // in sight
	sight          stretch
	actual, expect int // series
}

func (d *tracking) draw() {
	c := d.words.Common
	d.heading = string(d.w.Cumulative)
	d.actual, d.expect = d.series(c.Actual, inkText, figure.Line), d.series(c.Expected, inkMain, figure.Dashed)
	const part = 0.62 // of the upper panel's height
	above := min(300, max(170, d.width*0.3))
	above = d.fit(above*(1+part), headingRow) / (1 + part)
	below := above * part
	area := d.open(above + headingRow + below)
	area.Max.X -= 12
	left := d.leftMargin(above)
	upper, lower := area, area
	upper.Min.Y += vg.Length(below + headingRow)
	lower.Max.Y = vg.Length(below)
	top := d.panel(upper, left, above, false, cumulative)
	d.label(d.soft(), 0, below+headingRow/2, string(d.w.Weekly))
	d.panel(lower, left, below, true, weekly)
	d.span(top, d.sight)
	d.fig.Span.Bottom = round2(d.canvas.height - float64(lower.Min.Y))
	d.marks(top)
}

// leftMargin returns the width of the wider of the two vertical axes: the
// panels share their weeks, so they must share their left edge.
func (d *tracking) leftMargin(above float64) float64 {
	w := 0.0
	for _, hi := range []float64{d.highest(cumulative), d.highest(weekly)} {
		ticks, _ := d.countTicks(hi, above)
		for _, t := range ticks {
			w = max(w, d.widthOf(t.Label, sizeText, false))
		}
	}
	return w
}

func cumulative(p clv.TrackPoint) (actual, expected float64) { return p.Actual, p.Expected }
func weekly(p clv.TrackPoint) (actual, expected float64)     { return p.WeekActual, p.WeekExpected }

func (d *tracking) highest(of func(clv.TrackPoint) (float64, float64)) float64 {
	hi := 0.0
	for _, p := range d.points {
		a, e := of(p)
		hi = max(hi, a, e)
	}
	return hi
}

// panel draws one of the two comparisons.
func (d *tracking) panel(within draw.Canvas, left, height float64, named bool, of func(clv.TrackPoint) (float64, float64)) panel {
	p := d.newPlot()
	room := 24.0
	if named {
		p.X.Label.Text = d.w.Axis.with("begin", d.lang.Date(d.r.Begin))
		room = 46
	}
	ticks, top := d.countTicks(d.highest(of), height-room)
	p.Y.Tick.Marker = ticks
	last := d.points[len(d.points)-1].Week
	p.X.Tick.Marker = wholeTicks(int(d.sight.from), last, fitting(d.width-70, d.widthOf("000", sizeText, false)), weekSteps, d.lang.Int)
	own := 0.0
	for _, t := range ticks {
		own = max(own, d.widthOf(t.Label, sizeText, false))
	}
	within.Min.X += vg.Length(left - own)
	p.Add(d.holdout(named), grid(), d.lines(of))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = d.sight.from, float64(last), 0, top
	return d.sheet.draw(p, within)
}

// holdout shades the weeks that the model has not seen.
func (d *tracking) holdout(silent bool) plot.Plotter {
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		from, ok := d.holdoutFrom()
		if !ok {
			return
		}
		x := c.X(p.X.Norm(from))
		d.canvas.box(inkShade, vg.Rectangle{Min: vg.Point{X: x, Y: c.Min.Y}, Max: c.Max}, 0)
		if txt := string(d.words.Common.Holdout); !silent && d.widthOf(txt, sizeText, false)+8 < float64(c.Max.X-x) {
			d.label(aligned(d.soft(), draw.XLeft, draw.YBottom), float64(x)+6, float64(c.Min.Y)+5, txt)
		}
	})
}

// holdoutFrom returns the week at whose end the holdout starts.
func (d *tracking) holdoutFrom() (week float64, ok bool) {
	for i, p := range d.points {
		if p.Holdout {
			if i == 0 {
				return d.sight.from, true
			}
			return float64(d.points[i-1].Week), true
		}
	}
	return 0, false
}

// lines draws what was and what was expected.
func (d *tracking) lines(of func(clv.TrackPoint) (float64, float64)) plot.Plotter {
	var actual, expected plotter.XYs
	for _, p := range d.points {
		a, e := of(p)
		actual = append(actual, plotter.XY{X: float64(p.Week), Y: a})
		expected = append(expected, plotter.XY{X: float64(p.Week), Y: e})
	}
	was := d.inSeries(d.actual, curve(actual, line(inkText, strokePlain), plotter.NoStep))
	should := d.inSeries(d.expect, curve(expected, line(inkMain, strokeMain, dashLoose...), plotter.NoStep))
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		was.Plot(c, p)
		should.Plot(c, p)
	})
}

// difference writes by how much the model errs, relative to what was.
func (d *tracking) difference(actual, expected float64) string {
	if actual == 0 {
		return d.lang.Percent(nan, 1)
	}
	v := (expected - actual) / actual
	if v > 0 {
		return "+" + d.lang.Percent(v, 1)
	}
	return d.lang.Percent(v, 1)
}

func (d *tracking) marks(on panel) {
	for _, p := range d.points {
		label := d.words.Common.NthWeek.with("k", strconv.Itoa(p.Week))
		if p.Holdout {
			label += " · " + string(d.words.Common.Holdout)
		}
		on.mark(float64(p.Week), p.Actual, figure.Mark{Series: -1, Label: label, Values: []figure.Value{
			value(d.w.CumulativeActual, d.lang.Number(p.Actual, 0)),
			value(d.w.CumulativeModel, d.lang.Number(p.Expected, 0)),
			value(d.words.Common.Difference, d.difference(p.Actual, p.Expected)),
			value(d.w.WeekActual, d.lang.Number(p.WeekActual, 0)),
			value(d.w.WeekModel, d.lang.Number(p.WeekExpected, 1)),
		}})
	}
}

func (d *tracking) table() {
	d.columns(numberColumn(d.w.WeekColumn), numberColumn(d.w.CumulativeActual), numberColumn(d.w.CumulativeModel),
		numberColumn(d.w.WeekActual), numberColumn(d.w.WeekModel), numberColumn(d.words.Common.Holdout))
	for _, p := range d.points {
		held := cell{"", "0"}
		if p.Holdout {
			held = cell{"✓", "1"}
		}
		d.row(d.count(p.Week), d.measure(p.Actual, 0), d.measure(p.Expected, 1), d.measure(p.WeekActual, 0), d.measure(p.WeekExpected, 1), held)
	}
}

// tell writes description and footer.
func (d *tracking) tell() {
	l, h := d.lang, d.r.Holdout
	last := d.points[len(d.points)-1]
	model := d.w.Model.with("model", d.r.Fit.Model, "customers", l.Int(d.r.Customers))
	d.describe(d.w.Describe.with("week", strconv.Itoa(last.Week), "actual", l.Number(last.Actual, 0),
		"expected", l.Number(last.Expected, 0), "difference", d.difference(last.Actual, last.Expected)))
	if !(h.Weeks > 0) {
		d.footer(model, string(d.w.NoHoldout))
		return
	}
	tested := d.w.Holdout.with("weeks", l.Weeks(h.Weeks), "actual", l.Number(h.Actual, 0),
		"expected", l.Number(h.Expected, 0), "difference", d.difference(h.Actual, h.Expected))
	d.fig.Description = d.join([]string{d.fig.Description, tested})
	d.footer(model, d.w.Define.with("end", l.Date(d.r.CalibrationEnd)), tested)
}
