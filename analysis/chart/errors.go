package chart

import (
	"math"

	"gonum.org/v1/plot/plotter"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// WindowErrors draws both errors of calling customers lost after W days of silence,
// over W, as a trial in the past shows them: the share of those called lost who came
// back, the share of those called alive who did not, and what both cost together
// with a dot where that is least. W is the figure's handle.
func WindowErrors(w *churn.Workbench, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "window-errors", func(w *words) phrase { return w.Errors.Title })
	d := &windowErrors{sheet: s, r: w, t: &w.Trial, w: &s.words.Errors}
	if len(w.Trial.Points) < 2 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// windowErrors is a WindowErrors figure in the making.
type windowErrors struct {
	*sheet
	r                    *churn.Workbench
	t                    *churn.Trial
	w                    *errorWords
	returned, gone, cost int // series
}

func (d *windowErrors) draw() {
	d.heading = string(d.w.Heading)
	d.returned, d.gone = d.series(d.w.Returned, inkMain, figure.Line), d.series(d.w.Gone, "ink-3", figure.Line)
	d.cost = d.series(d.w.Cost, inkSoft, figure.Dashed)
	height := d.fit(min(320, max(210, d.width*0.42)), handleLane)
	area := d.openUnder(height, handleLane)
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	ticks, top := d.shareTicks(d.highest(), height-50)
	p.Y.Tick.Marker = ticks
	last := d.t.Points[len(d.t.Points)-1].Window
	p.X.Tick.Marker = wholeTicks(0, last, fitting(d.width-80, d.widthOf("0,000", sizeText, false)), daySteps, d.lang.Int)
	cost := line(inkSoft, strokePlain)
	cost.Dashes = dashLoose
	p.Add(grid(),
		d.inSeries(d.cost, curve(d.points(costOf), cost, plotter.NoStep)),
		d.inSeries(d.gone, curve(d.points(goneOf), line("ink-3", strokeMain), plotter.NoStep)),
		d.inSeries(d.returned, curve(d.points(returnedOf), line(inkMain, strokeMain), plotter.NoStep)))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(last), 0, top
	on := d.sheet.draw(p, area)
	d.handle(on, d.words.Gaps.Handle, d.r.Window, 1, d.r.Span, false, height+handleLane,
		d.words.Gaps.Chosen.with("days", d.lang.Days(float64(d.r.Window))))
	d.best(on)
	on.nameCurves(d.named(d.returned, d.points(returnedOf)), d.named(d.gone, d.points(goneOf)), d.named(d.cost, d.points(costOf)))
	d.marks(on)
}

func returnedOf(p churn.TrialPoint) float64 { return p.Returned.Value }
func goneOf(p churn.TrialPoint) float64     { return p.Gone.Value }
func costOf(p churn.TrialPoint) float64     { return p.Cost }

// points are a curve without what is not known.
func (d *windowErrors) points(of func(churn.TrialPoint) float64) (xys plotter.XYs) {
	for _, p := range d.t.Points {
		if v := of(p); !math.IsNaN(v) && !math.IsInf(v, 0) {
			xys = append(xys, plotter.XY{X: float64(p.Window), Y: v})
		}
	}
	return xys
}

func (d *windowErrors) highest() float64 {
	hi := 0.0
	for _, of := range []func(churn.TrialPoint) float64{returnedOf, goneOf, costOf} {
		for _, xy := range d.points(of) {
			hi = max(hi, xy.Y)
		}
	}
	return min(1, hi)
}

// best puts a dot on the least cost.
func (d *windowErrors) best(on panel) {
	for _, p := range d.t.Points {
		if p.Window == d.t.Best && p.Cost <= on.plot.Y.Max {
			d.canvas.series(d.cost, func() { d.dot(inkText, on.at(float64(p.Window), p.Cost), radiusDot+0.5) })
		}
	}
}

func (d *windowErrors) marks(on panel) {
	for _, c := range []struct {
		series int
		of     func(churn.TrialPoint) float64
	}{{d.returned, returnedOf}, {d.gone, goneOf}, {d.cost, costOf}} {
		for _, p := range d.told() {
			if v := c.of(p); !math.IsNaN(v) && v <= on.plot.Y.Max {
				on.mark(float64(p.Window), v, figure.Mark{Series: c.series, Label: d.w.After.with("days", d.lang.Days(float64(p.Window))), Values: d.valuesOf(p)})
			}
		}
	}
}

// told returns some windows, the best always among them.
func (d *windowErrors) told() []churn.TrialPoint {
	list := told(d.t.Points)
	for _, p := range d.t.Points {
		if p.Window == d.t.Best {
			return insertWindow(list, p)
		}
	}
	return list
}

func insertWindow(list []churn.TrialPoint, p churn.TrialPoint) []churn.TrialPoint {
	for i, q := range list {
		if q.Window == p.Window {
			return list
		}
		if q.Window > p.Window {
			return append(list[:i:i], append([]churn.TrialPoint{p}, list[i:]...)...)
		}
	}
	return append(list, p)
}

func (d *windowErrors) valuesOf(p churn.TrialPoint) []figure.Value {
	return []figure.Value{
		value(d.w.Returned, d.shareOf(p.Returned)),
		value(d.w.Gone, d.shareOf(p.Gone)),
		value(d.w.Cost, d.percent(p.Cost)),
	}
}

// shareOf writes a share with what it is of.
func (s *sheet) shareOf(v churn.Share) string {
	if v.N == 0 {
		return "–"
	}
	return s.lang.Percent(v.Value, 1) + " (" + s.countOf(v.K, v.N) + ")"
}

func (d *windowErrors) table() {
	d.columns(numberColumn(d.w.Window), numberColumn(d.w.CalledLost), numberColumn(d.w.Returned), numberColumn(d.w.CalledAlive), numberColumn(d.w.Gone), numberColumn(d.w.Cost))
	for _, p := range d.told() {
		d.row(d.count(p.Window), d.count(p.Returned.N), d.known(p.Returned.Value), d.count(p.Gone.N), d.known(p.Gone.Value), d.known(p.Cost))
	}
}

// tell writes description and footer.
func (d *windowErrors) tell() {
	l := d.lang
	var said []string
	for _, p := range d.t.Points {
		if p.Window == d.t.Best {
			said = append(said, d.w.Describe.with("best", l.Days(float64(p.Window)), "returned", d.percent(p.Returned.Value), "gone", d.percent(p.Gone.Value)))
		}
	}
	d.describe(append(said, d.w.DescribeTrial.with("customers", l.Int(d.t.Customers), "day", l.Date(d.t.Day), "followup", l.Days(float64(d.t.Followup))))...)
	d.footer(d.w.Define.with("day", l.Date(d.t.Day), "followup", l.Days(float64(d.t.Followup))),
		d.w.Counted.with("customers", l.Int(d.t.Customers), "gone", l.Int(d.t.Gone)), d.weights())
}

// weights says what the cost weighs.
func (d *windowErrors) weights() string {
	w := d.t.Weights
	if w.Returned == w.Gone {
		return string(d.w.Alike)
	}
	return d.w.Weighed.with("returned", d.lang.Significant(w.Returned, 3), "gone", d.lang.Significant(w.Gone, 3))
}
