package chart

import (
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

// Lorenz draws what share of revenue the customers with the least spend bring, against
// the diagonal of equal spend, and marks what the best share top of customers
// brings, 0 < top < 1.
func Lorenz(c *segment.Concentration, top float64, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "lorenz", func(w *words) phrase { return w.Lorenz.Title })
	d := &lorenzFigure{sheet: s, c: c, top: top, w: &s.words.Lorenz}
	if len(c.Curve) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// lorenzFigure is a Lorenz figure in the making.
type lorenzFigure struct {
	*sheet
	c    *segment.Concentration
	top  float64
	w    *lorenzWords
	line int // series
}

// lorenzMarks is how many points of the curve can be pointed at.
const lorenzMarks = 20

func (d *lorenzFigure) draw() {
	d.line = d.series(d.w.Curve, inkMain, figure.Line)
	equal := d.series(d.w.Equal, inkSoft, figure.Dashed)
	d.heading = string(d.w.Heading)
	height := d.fit(min(420, max(280, d.width*0.55)), handleLane)
	within := d.openUnder(height, handleLane)
	within.Max.X -= 2 // room for "100 %"
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.Y.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.X.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	points := d.points()
	p.Add(grid(), d.inSeries(d.line, area(append(plotter.XYs{{X: 1, Y: 1}}, points...), inkBand)),
		d.inSeries(equal, curve(plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, line(inkSoft, strokePlain, dashLoose...), plotter.NoStep)),
		d.inSeries(d.line, curve(points, line(inkMain, strokeMain), plotter.NoStep)))
	on := d.sheet.draw(p, within)
	d.ruler(on, height+handleLane)
	on.nameCurves(d.named(equal, plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}), obstacle(points))
	d.marks(on)
}

func (d *lorenzFigure) points() plotter.XYs {
	points := make(plotter.XYs, len(d.c.Curve))
	for k, y := range d.c.Curve {
		points[k] = plotter.XY{X: float64(k) / float64(len(d.c.Curve)-1), Y: y}
	}
	return points
}

// ruler marks what the best share brings: an upright that the page lets people move, and
// beyond it the best.
func (d *lorenzFigure) ruler(on panel, top float64) {
	left, right := on.at(0, 0), on.at(1, 0)
	h := figure.Handle{Name: string(d.w.Handle), Value: 100 - math.Round(100*d.top), Min: 1, Max: 99, From: 0, To: 100,
		Left: round2(float64(left.X)), Right: round2(float64(right.X)), Top: round2(d.canvas.height - top), Bottom: round2(d.canvas.height - float64(left.Y))}
	d.fig.Handle = h
	d.canvas.group("handle-mark", func() {
		x := on.at(1-d.top, 0).X
		d.stroke(line(inkText, strokeMain), vg.Point{X: x, Y: left.Y}, vg.Point{X: x, Y: vg.Length(top)})
		d.dot(inkText, on.at(1-d.top, 1-d.c.Top(d.top)), radiusDot)
		d.flag(x, vg.Length(top-handleLane/2+3), d.finding())
	})
}

// finding says what the figure is for.
func (d *lorenzFigure) finding() string {
	return d.w.Finding.with("top", d.lang.Percent(d.top, decimalsOf(d.top)), "share", d.lang.Percent(d.c.Top(d.top), 0))
}

func (d *lorenzFigure) marks(on panel) {
	step := (len(d.c.Curve) - 1) / lorenzMarks
	for k := step; k < len(d.c.Curve); k += step {
		x := float64(k) / float64(len(d.c.Curve)-1)
		best := 1 - x
		on.mark(x, d.c.Curve[k], figure.Mark{Series: d.line, Label: d.w.Least.with("share", d.lang.Percent(x, 0)), Values: []figure.Value{
			value(d.w.Bring, d.lang.Percent(d.c.Curve[k], 1)),
			value(phrase(d.w.Best.with("share", d.lang.Percent(best, 0))), d.lang.Percent(d.c.Top(best), 1)),
		}})
	}
}

func (d *lorenzFigure) table() {
	d.columns(numberColumn(d.w.Axis), numberColumn(d.w.Heading), numberColumn(d.w.Equal))
	step := (len(d.c.Curve) - 1) / lorenzMarks
	for k := 0; k < len(d.c.Curve); k += step {
		x := float64(k) / float64(len(d.c.Curve)-1)
		d.row(d.share(x), d.share(d.c.Curve[k]), d.share(x))
	}
}

// tell writes description and footer.
func (d *lorenzFigure) tell() {
	l := d.lang
	d.describe(d.finding()+string(d.words.Common.Joint)+d.w.Half.with("share", l.Percent(d.c.Curve[(len(d.c.Curve)-1)/2], 1))+string(d.w.Stop),
		d.w.Gini.with("gini", l.Number(d.c.Gini, 3)))
	d.footer(string(d.w.Define), d.w.Counted.with("customers", l.Int(d.c.Customers), "revenue", l.Money(d.c.Total.Float(), d.currency)))
}
