package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

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
	d.series(d.w.Equal, inkSoft, figure.Dashed)
	d.heading = string(d.w.Heading)
	height := min(420, max(280, d.width*0.55))
	within := d.open(height)
	within.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.Y.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.X.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	points := d.points()
	p.Add(grid(), area(append(plotter.XYs{{X: 1, Y: 1}}, points...), inkBand),
		curve(plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, line(inkSoft, strokePlain, dashLoose...), plotter.NoStep),
		curve(points, line(inkMain, strokeMain), plotter.NoStep), d.bracket())
	on := d.sheet.draw(p, within)
	d.marks(on)
}

func (d *lorenzFigure) points() plotter.XYs {
	points := make(plotter.XYs, len(d.c.Curve))
	for k, y := range d.c.Curve {
		points[k] = plotter.XY{X: float64(k) / float64(len(d.c.Curve)-1), Y: y}
	}
	return points
}

// bracket marks what the best share brings: an upright from the curve at the
// first of them to the top.
func (d *lorenzFigure) bracket() plot.Plotter {
	x, brings := 1-d.top, d.c.Top(d.top)
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		at := func(y float64) vg.Point { return vg.Point{X: c.X(p.X.Norm(x)), Y: c.Y(p.Y.Norm(y))} }
		d.stroke(line(inkText, strokeMain), at(1-brings), at(1))
		d.dot(inkText, at(1-brings), radiusDot)
		sty, foot := d.bold(), at(1-brings/2)
		sty.XAlign, foot.X = draw.XRight, foot.X-10
		sty.YAlign = draw.YCenter
		if txt := d.finding(); float64(foot.X)-d.widthOf(txt, sizeText, true) > float64(c.Min.X) {
			d.note(sty, foot, txt)
			return
		}
		sty.XAlign, foot.X = draw.XLeft, c.Min.X+6
		foot.Y = c.Y(p.Y.Norm(0.93))
		d.note(sty, foot, d.finding())
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
