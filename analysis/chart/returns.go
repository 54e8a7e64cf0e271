package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// returnInks colour the horizons of a Returns figure, the main one first.
var returnInks = []Ink{inkMain, "ink-2", "ink-3", "ink-4"}

// Returns draws the chance that a customer who has been silent for some days buys
// again, over these days: one curve for each horizon, that of the verdict with its
// interval. The silence that counts as a loss is the figure's handle.
func Returns(w *churn.Workbench, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "return-chance", func(w *words) phrase { return w.Returns.Title })
	d := &returns{sheet: s, r: w, w: &s.words.Returns}
	if d.known(); len(d.list) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// returns is a Returns figure in the making.
type returns struct {
	*sheet
	r    *churn.Workbench
	w    *returnWords
	list []churn.Returns // with points, the main one first
	of   []int           // their series
	band int
	end  int // the longest silence drawn
}

// known takes the horizons that have a curve, the verdict's first, else the longest.
func (d *returns) known() {
	for _, r := range d.r.Returns {
		var points []churn.ReturnPoint
		for _, p := range r.Points {
			if !math.IsNaN(p.Chance) {
				points = append(points, p)
				d.end = max(d.end, p.Silent)
			}
		}
		if len(points) < 2 {
			continue
		}
		r.Points = points
		if r.Within == d.r.Verdict.Within {
			d.list = append([]churn.Returns{r}, d.list...)
		} else {
			d.list = append(d.list, r)
		}
	}
}

func (d *returns) draw() {
	d.heading = string(d.w.Heading)
	for i, r := range d.list {
		d.of = append(d.of, d.series(phrase(d.horizon(r)), returnInks[i%len(returnInks)], figure.Line))
	}
	d.band = d.series(d.words.Common.Interval, inkBand, figure.Band)
	height := d.fit(min(320, max(210, d.width*0.42)), handleLane)
	area := d.openUnder(height, handleLane)
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	ticks, top := d.shareTicks(d.highest(), height-50)
	p.Y.Tick.Marker = ticks
	p.X.Tick.Marker = wholeTicks(0, d.end, fitting(d.width-80, d.widthOf("0,000", sizeText, false)), daySteps, d.lang.Int)
	p.Add(grid(), d.interval(), d.curves())
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(max(1, d.end)), 0, top
	on := d.sheet.draw(p, area)
	d.handle(on, d.words.Gaps.Handle, d.r.Window, 1, d.r.Span, false, height+handleLane,
		d.words.Gaps.Chosen.with("days", d.lang.Days(float64(d.r.Window))))
	var names []namedCurve
	for i := range d.list {
		names = append(names, d.named(d.of[i], d.points(i)))
		d.marks(on, i)
	}
	on.nameCurves(names...)
}

// horizon names a curve.
func (d *returns) horizon(r churn.Returns) string {
	if r.Within == 0 {
		return string(d.w.Ever)
	}
	return d.w.Within.with("days", d.lang.Days(float64(r.Within)))
}

func (d *returns) highest() float64 {
	hi := 0.0
	for _, r := range d.list {
		for _, p := range r.Points {
			hi = max(hi, p.Chance)
		}
	}
	return hi
}

func (d *returns) curves() plot.Plotter {
	return plotFunc(func(c draw.Canvas, p *plot.Plot) {
		for i := len(d.list) - 1; i >= 0; i-- { // the main one on top
			width := strokePlain
			if i == 0 {
				width = strokeMain
			}
			d.inSeries(d.of[i], curve(d.points(i), line(returnInks[i%len(returnInks)], width), plotter.NoStep)).Plot(c, p)
		}
	})
}

// points are those of horizon i.
func (d *returns) points(i int) (points plotter.XYs) {
	for _, q := range d.list[i].Points {
		points = append(points, plotter.XY{X: float64(q.Silent), Y: q.Chance})
	}
	return points
}

// interval is the band of the main curve.
func (d *returns) interval() plot.Plotter {
	var up, down plotter.XYs
	for _, q := range d.list[0].Points {
		if math.IsNaN(q.Low) || math.IsNaN(q.High) {
			continue
		}
		up = append(up, plotter.XY{X: float64(q.Silent), Y: q.High})
		down = append(down, plotter.XY{X: float64(q.Silent), Y: q.Low})
	}
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	if len(up) == 0 {
		return plotFunc(func(draw.Canvas, *plot.Plot) {})
	}
	return d.inSeries(d.band, area(up, inkBand))
}

// toldPoints is how many points of a curve can be pointed at, about.
const toldPoints = 48

// told returns the points that marks and table show.
func told[P any](points []P) []P {
	step := (len(points) + toldPoints - 1) / toldPoints
	var out []P
	for i := 0; i < len(points); i += max(1, step) {
		out = append(out, points[i])
	}
	return out
}

func (d *returns) marks(on panel, i int) {
	for _, q := range told(d.list[i].Points) {
		on.mark(float64(q.Silent), q.Chance, figure.Mark{Series: d.of[i], Label: d.w.Silent.with("days", d.lang.Days(float64(q.Silent))), Values: []figure.Value{
			value(d.w.Chance, d.lang.Percent(q.Chance, 1)),
			value(d.words.Common.Interval, d.shareRange(q.Low, q.High)),
			value(d.w.AtRisk, d.lang.Int(q.AtRisk)),
		}})
	}
}

func (d *returns) table() {
	c := d.words.Common
	d.columns(textColumn(d.w.Horizon), numberColumn(d.w.Day), numberColumn(d.w.Chance), numberColumn(c.Interval+" –"), numberColumn(c.Interval+" +"), numberColumn(d.w.AtRisk))
	for _, r := range d.list {
		for _, q := range told(r.Points) {
			d.row(cell{d.horizon(r), number(float64(r.Within))}, d.count(q.Silent), d.share(q.Chance), d.share(q.Low), d.share(q.High), d.count(q.AtRisk))
		}
	}
}

// tell writes description and footer.
func (d *returns) tell() {
	l, v := d.lang, d.r.Verdict
	said := string(d.w.NoVerdict)
	if !math.IsNaN(v.Chance) {
		said = d.w.Describe.with("silent", l.Days(float64(v.Silent)), "within", l.Days(float64(v.Within)),
			"chance", l.Percent(v.Chance, 1), "interval", d.shareRange(v.Low, v.High))
	}
	d.describe(said)
	d.footer(string(d.w.Define), d.w.Counted.with("reach", l.Days(float64(d.r.Reach))))
}
