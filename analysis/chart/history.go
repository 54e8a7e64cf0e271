package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// AliveHistory draws one customer's P(alive) from day to day, as the named model
// tells it from what had been seen by then, with its interval where there is one, and
// a tick below for each purchase. The
// vertical axis is fixed, so that customers can be compared.
func AliveHistory(points []clv.HistoryPoint, model string, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "history", func(w *words) phrase { return w.History.Title })
	d := &history{sheet: s, points: points, model: model, w: &s.words.History}
	if len(points) < 2 {
		return s.empty(string(d.w.Need)), nil
	}
	d.cut()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// cut leaves the days to draw.
func (d *history) cut() {
	d.all = d.points
	name := func(v float64, _ bool) string { return d.lang.Date(d.all[min(int(7*v), len(d.all)-1)].Day) }
	d.sight = d.inSight(0, d.week(len(d.points)-1), 2, name)
	d.before = int(math.Ceil(7 * d.sight.from))
	d.points = d.all[d.before:min(len(d.all), int(7*d.sight.to+0.5)+1)]
}

// history is an AliveHistory in the making.
type history struct {
	*sheet
	points []clv.HistoryPoint // in sight
	all    []clv.HistoryPoint // from the first day
	before int                // days out of sight before points
	sight  stretch
	model  string
	w      *historyWords

	alive, band, bought int // series; band is -1 where the model gives no intervals
}

// tickRow is the height of the ticks for purchases, as a share of the axis.
const tickRow = 0.06

func (d *history) draw() {
	d.alive, d.band = d.series(d.w.Alive, inkMain, figure.Line), -1
	if d.sure() {
		d.band = d.series(d.w.Band, inkBand, figure.Band)
	}
	d.bought = d.series(d.w.Purchase, inkText, figure.Bar)
	d.heading = string(d.w.Alive)
	height := d.fit(min(280, max(190, d.width*0.32)), 0)
	area := d.open(height)
	area.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = d.w.Axis.with("begin", d.lang.Date(d.all[0].Day))
	p.Y.Tick.Marker, _ = d.shareTicks(1, height-46)
	last := d.week(len(d.points) - 1)
	p.X.Tick.Marker = wholeTicks(int(d.sight.from), int(last), fitting(d.width-70, d.widthOf("000", sizeText, false)), weekSteps, d.lang.Int)
	p.Add(grid())
	if d.band >= 0 {
		p.Add(d.inSeries(d.band, d.interval()))
	}
	p.Add(d.curve(), d.purchases())
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = d.sight.from, last, -tickRow, 1
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	for _, i := range d.told() {
		on.mark(d.week(i), d.points[i].Alive, figure.Mark{Series: d.alive, Label: d.lang.Date(d.points[i].Day), Values: d.valuesOf(i)})
	}
}

// week returns the customer's age at a point, in weeks.
func (d *history) week(i int) float64 { return float64(d.before+i) / 7 }

// sure reports whether every point has an interval.
func (d *history) sure() bool {
	return !slices.ContainsFunc(d.all, func(p clv.HistoryPoint) bool { return math.IsNaN(p.Low) || math.IsNaN(p.High) })
}

// interval outlines the band from the left along the top and back.
func (d *history) interval() plot.Plotter {
	var outline plotter.XYs
	for i, p := range d.points {
		outline = append(outline, plotter.XY{X: d.week(i), Y: p.High})
	}
	for i, p := range slices.Backward(d.points) {
		outline = append(outline, plotter.XY{X: d.week(i), Y: p.Low})
	}
	return area(outline, inkBand)
}

func (d *history) curve() plot.Plotter {
	xys := make(plotter.XYs, len(d.points))
	for i, p := range d.points {
		xys[i] = plotter.XY{X: d.week(i), Y: p.Alive}
	}
	return d.inSeries(d.alive, curve(xys, line(inkMain, strokeMain), plotter.NoStep))
}

// purchases draws a tick for each day on which the customer bought.
func (d *history) purchases() plot.Plotter {
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		low, high := c.Y(p.Y.Norm(-tickRow)), c.Y(p.Y.Norm(-0.01))
		d.canvas.series(d.bought, func() {
			for i, point := range d.points {
				if point.Bought {
					x := c.X(p.X.Norm(d.week(i)))
					d.stroke(line(inkText, strokePlain), vg.Point{X: x, Y: low}, vg.Point{X: x, Y: high})
				}
			}
		})
	})
}

// told returns the points that can be pointed at: the days of purchases, every
// seventh day, and the last.
func (d *history) told() []int {
	var out []int
	for i, p := range d.points {
		if p.Bought || (d.before+i)%7 == 0 || i == len(d.points)-1 {
			out = append(out, i)
		}
	}
	return out
}

func (d *history) valuesOf(i int) []figure.Value {
	values := []figure.Value{value(d.w.Alive, d.lang.Percent(d.points[i].Alive, 1))}
	if d.band >= 0 {
		values = append(values, value(d.w.Band, d.shareRange(d.points[i].Low, d.points[i].High)))
	}
	if d.points[i].Bought {
		values = append(values, value(d.w.Purchase, "✓"))
	}
	return values
}

func (d *history) table() {
	columns := []figure.Column{textColumn(d.w.Day), numberColumn(d.w.Alive)}
	if d.band >= 0 {
		columns = append(columns, numberColumn(d.w.Band+" –"), numberColumn(d.w.Band+" +"))
	}
	d.columns(append(columns, numberColumn(d.w.Purchase))...)
	for _, i := range d.told() {
		p, bought := d.points[i], cell{"", "0"}
		if p.Bought {
			bought = cell{"✓", "1"}
		}
		cells := []cell{{d.lang.Date(p.Day), p.Day.String()}, d.share(p.Alive)}
		if d.band >= 0 {
			cells = append(cells, d.share(p.Low), d.share(p.High))
		}
		d.row(append(cells, bought)...)
	}
}

// tell writes description and footer.
func (d *history) tell() {
	l, last := d.lang, d.points[len(d.points)-1]
	days, since := 0, 0
	until := d.all[:d.before+len(d.points)]
	for i, p := range until {
		if p.Bought {
			days++
			since = len(until) - 1 - i
		}
	}
	d.describe(d.w.Describe.with("purchases", l.Int(days), "since", l.Days(float64(since)), "alive", l.Percent(last.Alive, 0), "end", l.Date(last.Day)))
	d.footer(d.w.Define.with("model", d.model), d.w.Counted.with("days", l.Int(len(d.all)), "window", d.window(d.all[0].Day, d.all[len(d.all)-1].Day)))
}
