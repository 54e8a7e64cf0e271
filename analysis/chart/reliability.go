package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Reliability draws what share of customers bought in the holdout over what chance
// they were given: of all who were given 30 %, did 30 % buy? Bins of about a tenth of
// the customers with Wilson's interval; a reliable forecast is on the diagonal.
// P(alive), which is no such forecast, stands beside it for comparison.
func Reliability(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "reliability", func(w *words) phrase { return w.Reliable.Title })
	d := &reliability{sheet: s, r: r, w: &s.words.Reliable}
	if len(r.Reliability.Active) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// reliability is a Reliability figure in the making.
type reliability struct {
	*sheet
	r             *clv.Result
	w             *reliableWords
	active, alive int // series
}

func (d *reliability) draw() {
	d.active = d.series(d.w.Active, inkMain, figure.Dot)
	d.alive = d.series(d.w.Alive, inkSoft, figure.Ring)
	d.heading = string(d.w.Heading)
	height := d.fit(min(420, max(280, d.width*0.5)), 0)
	area := d.open(height)
	area.Max.X -= 12
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.Y.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.X.Tick.Marker, _ = d.shareTicks(1, height-46)
	p.Add(grid(), d.diagonal())
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	on := d.sheet.draw(p, area)
	for _, b := range d.r.Reliability.Alive {
		d.canvas.series(d.alive, func() { d.ring(inkSoft, on.at(b.Predicted, b.Share), radiusDot) })
		on.mark(b.Predicted, b.Share, d.markOf(d.alive, d.w.Alive, b))
	}
	for _, b := range d.r.Reliability.Active {
		d.canvas.series(d.active, func() {
			d.stroke(line(inkMain, strokePlain), on.at(b.Predicted, b.ShareLow), on.at(b.Predicted, b.ShareHigh))
			d.dot(inkMain, on.at(b.Predicted, b.Share), radiusDot)
		})
		on.mark(b.Predicted, b.Share, d.markOf(d.active, d.w.Active, b))
	}
}

// diagonal is where predictions come true.
func (d *reliability) diagonal() plot.Plotter {
	ideal := curve(plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, line(inkSoft, strokePlain, dashLoose...), plotter.NoStep)
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		ideal.Plot(c, p)
		at := vg.Point{X: c.X(p.X.Norm(0.97)) - 16, Y: c.Y(p.Y.Norm(0.97))}
		d.note(aligned(d.soft(), draw.XRight, draw.YBottom), at, string(d.w.Ideal))
	})
}

func (d *reliability) markOf(series int, name phrase, b clv.ReliabilityBin) figure.Mark {
	l := d.lang
	return figure.Mark{Series: series, Label: d.w.Range.with("name", string(name), "range", d.shareRange(b.Low, b.High)), Values: []figure.Value{
		value(d.w.Predicted, l.Percent(b.Predicted, 1)),
		value(d.w.Share, l.Percent(b.Share, 1)),
		value(d.w.Interval, d.shareRange(b.ShareLow, b.ShareHigh)),
		value(d.w.Bought, d.countOf(b.Buyers, b.Customers)),
	}}
}

func (d *reliability) table() {
	d.columns(textColumn(d.w.Forecast), numberColumn(d.w.Predicted), numberColumn(d.w.Customers), numberColumn(d.w.Bought),
		numberColumn(d.w.Share), textColumn(d.w.Interval))
	for _, t := range []struct {
		name phrase
		bins []clv.ReliabilityBin
	}{{d.w.Active, d.r.Reliability.Active}, {d.w.Alive, d.r.Reliability.Alive}} {
		for _, b := range t.bins {
			d.row(word(string(t.name)), d.share(b.Predicted), d.count(b.Customers), d.count(b.Buyers),
				d.share(b.Share), word(d.shareRange(b.ShareLow, b.ShareHigh)))
		}
	}
}

// tell writes description and footer.
func (d *reliability) tell() {
	l, bins := d.lang, d.r.Reliability.Active
	top := bins[len(bins)-1]
	within := 0
	for _, b := range bins {
		if b.ShareLow <= b.Predicted && b.Predicted <= b.ShareHigh {
			within++
		}
	}
	d.describe(d.w.Describe.with("given", l.Percent(top.Predicted, 0), "share", l.Percent(top.Share, 0),
		"within", l.Int(within), "bins", l.Int(len(bins))))
	d.footer(d.w.Define.with("model", d.r.Fit.Model, "end", l.Date(d.r.CalibrationEnd), "weeks", l.Weeks(d.r.Holdout.Weeks)),
		string(d.w.DefineAlive))
}
