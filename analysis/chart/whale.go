package chart

import (
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

// Whale draws profit added up from the most profitable customer on, as a share of
// the whole: above 100 % where others cost more than they bring.
func Whale(c *segment.WhaleCurve, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "whale", func(w *words) phrase { return w.Whale.Title })
	d := &whale{sheet: s, c: c, w: &s.words.Whale}
	if len(c.Curve) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// whale is a Whale figure in the making.
type whale struct {
	*sheet
	c    *segment.WhaleCurve
	w    *whaleWords
	line int // series
}

func (d *whale) draw() {
	d.line = d.series(d.w.Curve, inkMain, figure.Line)
	whole := d.series(d.w.Whole, inkSoft, figure.Dashed)
	d.heading = string(d.w.Heading)
	height := d.fit(min(420, max(280, d.width*0.55)), 0)
	within := d.open(height)
	within.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.X.Tick.Marker, _ = d.shareTicks(1, height-46)
	ticks, top := niceTicks(d.c.Peak, levels(height-46), shareSteps, func(v float64) string { return d.lang.Percent(v, 0) })
	p.Y.Tick.Marker = ticks
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, top
	points := make(plotter.XYs, len(d.c.Curve))
	for k, y := range d.c.Curve {
		points[k] = plotter.XY{X: float64(k) / float64(len(d.c.Curve)-1), Y: y}
	}
	p.Add(grid(), d.inSeries(whole, curve(plotter.XYs{{X: 0, Y: 1}, {X: 1, Y: 1}}, line(inkSoft, strokePlain, dashLoose...), plotter.NoStep)),
		d.inSeries(d.line, curve(points, line(inkMain, strokeMain), plotter.NoStep)))
	on := d.sheet.draw(p, within)
	d.canvas.series(d.line, func() { d.peak(on, points) })
	on.nameCurves(d.named(whole, plotter.XYs{{X: 0, Y: 1}, {X: 1, Y: 1}}), obstacle(points))
	d.marks(on)
}

// peak marks where the curve turns, and says below it what that means: so far below that
// no row lies across the curve.
func (d *whale) peak(on panel, points plotter.XYs) {
	at, way := on.at(d.c.PeakAt, d.c.Peak), on.route(points)
	d.dot(inkText, at, radiusDot)
	left, right := float64(on.data.Min.X), float64(on.data.Max.X)
	rows := d.wrap(d.finding(), (right-left)*0.7)
	width := 0.0
	for _, row := range rows {
		width = max(width, d.widthOf(row, sizeText, true))
	}
	x := inside(float64(at.X), width, left, right-4)
	lowest, _, _ := way.between(x-width/2-6, x+width/2)
	top, step := min(float64(at.Y)-10, lowest-8), 16.0
	if whole := float64(on.at(0, 1).Y); top > whole-4 && top-step*float64(len(rows)) < whole+4 {
		top = whole - 6
	}
	for i, row := range rows {
		d.note(aligned(d.bold(), draw.XCenter, draw.YTop), vg.Point{X: vg.Length(x), Y: vg.Length(top - float64(i)*step)}, row)
	}
}

func (d *whale) finding() string {
	return d.w.Finding.with("share", d.lang.Percent(d.c.PeakAt, 0), "profit", d.lang.Percent(d.c.Peak, 0))
}

func (d *whale) marks(on panel) {
	step := (len(d.c.Curve) - 1) / lorenzMarks
	for k := step; k < len(d.c.Curve); k += step {
		x := float64(k) / float64(len(d.c.Curve)-1)
		on.mark(x, d.c.Curve[k], figure.Mark{Series: d.line, Label: d.w.Best.with("share", d.lang.Percent(x, 0)),
			Values: []figure.Value{value(d.w.Earn, d.lang.Percent(d.c.Curve[k], 1))}})
	}
}

func (d *whale) table() {
	d.columns(numberColumn(d.w.Axis), numberColumn(d.w.Heading))
	step := (len(d.c.Curve) - 1) / lorenzMarks
	for k := 0; k < len(d.c.Curve); k += step {
		d.row(d.share(float64(k)/float64(len(d.c.Curve)-1)), d.share(d.c.Curve[k]))
	}
}

// tell writes description and footer.
func (d *whale) tell() {
	l := d.lang
	d.describe(d.finding()+string(d.w.Stop), d.w.Losing.with("customers", l.Int(d.c.Losing), "lost", l.Money(d.c.Lost.Float(), d.currency)))
	d.footer(string(d.w.Define), d.w.Counted.with("customers", l.Int(d.c.Customers), "profit", l.Money(d.c.Profit.Float(), d.currency)))
}
