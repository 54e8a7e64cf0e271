package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// ControlChart draws the churn rate of each period with the centre line and the limits
// within which chance alone would keep it (a p-chart). Points that break a rule are
// ringed.
func ControlChart(r *churn.Rates, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "control-chart", func(w *words) phrase { return w.Control.Title })
	d := &control{sheet: s, w: &s.words.Control}
	if !charted(r) {
		return s.empty(string(d.w.Need)), nil
	}
	d.r, d.sight = s.periodsInSight(r, charted)
	d.c = &d.r.Control
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// charted reports whether there are points to draw.
func charted(r *churn.Rates) bool { return len(r.Control.Points) >= 2 && !math.IsNaN(r.Control.Centre) }

// control is a ControlChart in the making.
type control struct {
	*sheet
	r                           *churn.Rates // of the periods in sight
	sight                       stretch
	c                           *churn.Control
	w                           *controlWords
	rate, centre, limits, alarm int // series
}

func (d *control) draw() {
	d.heading = string(d.w.Heading)
	d.rate, d.centre = d.series(d.w.Rate, inkMain, figure.Line), d.series(d.w.Centre, inkSoft, figure.Dashed)
	d.limits = d.series(d.w.Limits, inkBand, figure.Band)
	d.alarm = d.series(d.w.Alarm, inkWarn, figure.Ring)
	height := d.fit(min(320, max(210, d.width*0.38)), 0)
	area := d.open(height)
	centre := d.lang.Percent(d.c.Centre, 1)
	area.Max.X -= vg.Length(d.widthOf(centre, sizeText, true) + 14)
	p := d.newPlot()
	p.X.Min, p.X.Max = 0, float64(len(d.r.Periods))
	ticks, top := d.shareTicks(d.highest(), height-50)
	p.Y.Tick.Marker, p.X.Tick.Marker = ticks, d.periodTicks(d.r)
	p.Add(grid(), d.band(), d.centreLine(), d.inSeries(d.rate, curve(d.points(), line(inkMain, strokeMain-0.6), plotter.NoStep)))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(len(d.r.Periods)), 0, top
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	d.dots(on)
	d.worst(on)
	on.nameCurves(d.named(d.limits, d.rim()), obstacle(d.points()))
	end := on.at(p.X.Max, d.c.Centre)
	d.label(d.style(inkSoft, sizeText, true), float64(end.X)+6, float64(end.Y), centre)
}

func (d *control) x(p churn.ControlPoint) float64 { return float64(p.Period) + 0.5 }

func (d *control) highest() float64 {
	hi := 0.0
	for _, p := range d.c.Points {
		hi = max(hi, p.Value, p.High)
	}
	return hi
}

func (d *control) points() (xys plotter.XYs) {
	for _, p := range d.c.Points {
		xys = append(xys, plotter.XY{X: d.x(p), Y: p.Value})
	}
	return xys
}

// band fills what lies between the limits, which step from period to period.
func (d *control) band() plot.Plotter {
	var up, down plotter.XYs
	for _, p := range d.c.Points {
		for _, x := range []float64{float64(p.Period), float64(p.Period + 1)} {
			up = append(up, plotter.XY{X: x, Y: p.High})
			down = append(down, plotter.XY{X: x, Y: p.Low})
		}
	}
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	return d.inSeries(d.limits, area(up, inkBand))
}

func (d *control) centreLine() plot.Plotter {
	sty := line(inkSoft, strokePlain)
	sty.Dashes = dashLoose
	from := float64(d.c.Points[0].Period)
	return d.inSeries(d.centre, curve(plotter.XYs{{X: from, Y: d.c.Centre}, {X: float64(len(d.r.Periods)), Y: d.c.Centre}}, sty, plotter.NoStep))
}

// dots marks the points, those that break a rule with a ring around them.
func (d *control) dots(on panel) {
	for _, p := range d.c.Points {
		at := on.at(d.x(p), p.Value)
		d.canvas.series(d.rate, func() { d.dot(inkMain, at, radiusDot-0.5) })
		if len(p.Signals) > 0 {
			d.canvas.series(d.alarm, func() { d.circle(inkWarn, at, radiusDot+4) })
		}
		on.mark(d.x(p), p.Value, figure.Mark{Series: d.rate, Label: d.periodName(d.r, &d.r.Periods[p.Period]), Values: d.valuesOf(p)})
	}
}

// rim is the upper limit through the middles of the periods.
func (d *control) rim() (xys plotter.XYs) {
	for _, p := range d.c.Points {
		xys = append(xys, plotter.XY{X: d.x(p), Y: p.High})
	}
	return xys
}

// worst writes out the highest rate that breaks a rule: it is what the figure is for.
func (d *control) worst(on panel) {
	var worst *churn.ControlPoint
	for i := range d.c.Points {
		if p := &d.c.Points[i]; len(p.Signals) > 0 && p.Value > p.High && (worst == nil || p.Value > worst.Value) {
			worst = p
		}
	}
	if worst == nil {
		return
	}
	at, txt := on.at(d.x(*worst), worst.Value), d.lang.Percent(worst.Value, 1)
	sty, x := d.bold(), float64(at.X)+radiusDot+9
	if x+d.widthOf(txt, sizeText, true) > float64(on.data.Max.X) {
		sty, x = aligned(sty, draw.XRight, draw.YCenter), float64(at.X)-radiusDot-9
	}
	d.canvas.series(d.alarm, func() { d.note(sty, vg.Point{X: vg.Length(x), Y: at.Y}, txt) })
}

// circle draws a circle's line.
func (s *sheet) circle(ink Ink, at vg.Point, radius float64) {
	var path vg.Path
	path.Move(vg.Point{X: at.X + vg.Length(radius), Y: at.Y})
	path.Arc(at, vg.Length(radius), 0, 2*math.Pi)
	path.Close()
	c := draw.Canvas{Canvas: s.canvas}
	c.SetLineStyle(line(ink, 2))
	c.Stroke(path)
}

func (d *control) valuesOf(p churn.ControlPoint) []figure.Value {
	values := []figure.Value{
		value(d.w.Rate, d.lang.Percent(p.Value, 1)),
		value(d.w.Lost, d.countOf(p.Churned, p.Customers)),
		value(d.w.Limits, d.shareRange(p.Low, p.High)),
	}
	for _, s := range p.Signals {
		values = append(values, value(d.w.Alarm, string(d.signal(s))))
	}
	return values
}

func (d *control) signal(s churn.Signal) phrase {
	switch s {
	case churn.TwoOfThree:
		return d.w.TwoOfThree
	case churn.RunOfEight:
		return d.w.RunOfEight
	}
	return d.w.Beyond
}

func (d *control) table() {
	d.columns(textColumn(d.w.Period), numberColumn(d.w.Customers), numberColumn(d.w.Lost), numberColumn(d.w.Rate), numberColumn(d.w.Low), numberColumn(d.w.High), textColumn(d.w.Alarm))
	for _, p := range d.c.Points {
		var names []string
		for _, s := range p.Signals {
			names = append(names, string(d.signal(s)))
		}
		period := &d.r.Periods[p.Period]
		d.row(cell{d.periodName(d.r, period), period.From.String()}, d.count(p.Customers), d.count(p.Churned), d.share(p.Value), d.share(p.Low), d.share(p.High), word(d.join(names)))
	}
}

// tell writes description and footer.
func (d *control) tell() {
	l, alarms := d.lang, len(d.c.Signalling())
	last := d.c.Points[len(d.c.Points)-1]
	said := string(d.w.Calm)
	if alarms > 0 {
		said = d.w.Alarms.with("n", l.Int(alarms), "points", l.Int(len(d.c.Points)))
	}
	d.describe(d.w.Describe.with("centre", l.Percent(d.c.Centre, 1), "period", d.periodName(d.r, &d.r.Periods[last.Period]), "rate", l.Percent(last.Value, 1)), said)
	spread := ""
	if !math.IsNaN(d.c.Dispersion) {
		spread = d.w.Dispersion.with("v", l.Number(d.c.Dispersion, 1))
	}
	d.footer(string(d.w.Define), d.w.Counted.with("points", l.Int(len(d.c.Points))), spread)
}
