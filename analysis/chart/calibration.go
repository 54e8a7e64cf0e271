package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Calibration compares customers by their number of repeat purchases with
// what the model expects and, if there is a holdout, what each class went on
// to buy with its forecast. The two panels stand side by side, or below each
// other on a narrow sheet.
func Calibration(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "calibration", func(w *words) phrase { return w.Calibration.Title })
	d := &calibration{sheet: s, r: r, classes: r.Calibration, w: &s.words.Calibration}
	if len(d.classes) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

var nan = math.NaN()

// calibration is a Calibration figure in the making.
type calibration struct {
	*sheet
	r              *clv.Result
	w              *calibrationWords
	classes        []clv.FrequencyClass
	actual, expect int // series
}

// Layout of the two panels, in pixels.
const (
	panelGap   = 28.0
	panelStack = 600.0 // narrower sheets stack the panels
)

func (d *calibration) hasHoldout() bool { return d.r.Holdout.Weeks > 0 }

func (d *calibration) draw() {
	c := d.words.Common
	d.actual, d.expect = d.series(c.Actual, inkSoft, figure.Bar), d.series(c.Expected, inkMain, figure.Bar)
	height := min(320, max(200, d.width*0.3)) + headingRow
	if !d.hasHoldout() {
		d.bars(d.open(height))
		return
	}
	if d.width < panelStack {
		area := d.open(2*height + panelGap/2)
		upper, lower := area, area
		upper.Min.Y += vg.Length(height + panelGap/2)
		lower.Max.Y = vg.Length(height)
		d.bars(upper)
		d.dots(lower)
		return
	}
	area := d.open(height)
	left, right := area, area
	left.Max.X = vg.Length((d.width - panelGap) * 0.54)
	right.Min.X = left.Max.X + panelGap
	d.bars(left)
	d.dots(right)
}

// title names a panel and returns what is left below it.
func (d *calibration) title(within draw.Canvas, txt string) draw.Canvas {
	rows := d.wrap(txt, float64(within.Max.X-within.Min.X))
	if len(rows) > 1 { // the heading row holds one line
		rows = rows[:1]
	}
	d.label(d.soft(), float64(within.Min.X), float64(within.Max.Y)-headingRow/2, rows[0])
	within.Max.Y -= headingRow + 6
	return within
}

// axes returns a plot whose horizontal axis names the classes.
func (d *calibration) axes(ticks plot.ConstantTicks, top float64) *plot.Plot {
	p := d.newPlot()
	p.X.Tick.Marker = d.classTicks()
	p.X.Label.Text = string(d.w.ClassColumn)
	p.Y.Tick.Marker = ticks
	p.Add(grid())
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -0.5, float64(len(d.classes))-0.5, 0, top
	return p
}

func (d *calibration) classTicks() plot.ConstantTicks {
	var ticks plot.ConstantTicks
	for i := range d.classes {
		ticks = append(ticks, plot.Tick{Value: float64(i), Label: d.className(i)})
	}
	return ticks
}

// className names a class; the last one is open above.
func (d *calibration) className(i int) string {
	name := d.w.Class
	if i == len(d.classes)-1 && i > 0 {
		name = d.w.LastClass
	}
	return name.with("x", strconv.Itoa(d.classes[i].X))
}

// bars draws customers by class.
func (d *calibration) bars(within draw.Canvas) {
	within = d.title(within, d.w.Heading.with("end", d.lang.Date(d.r.CalibrationEnd)))
	hi := 0.0
	for _, c := range d.classes {
		hi = max(hi, float64(c.Customers), c.Expected)
	}
	ticks, top := d.countTicks(hi, float64(within.Max.Y-within.Min.Y)-44)
	on := d.sheet.draw(d.axes(ticks, top), within)
	for i, c := range d.classes {
		x := float64(i)
		actual, expected := on.rect(x-0.43, 0, x-0.01, float64(c.Customers)), on.rect(x+0.01, 0, x+0.43, c.Expected)
		d.canvas.series(d.actual, func() { d.canvas.box(inkSoft, actual, 2) })
		d.canvas.series(d.expect, func() { d.canvas.box(inkMain, expected, 2) })
		d.barLabels(on, i, actual, expected)
		d.markBox(on.rect(x-0.45, 0, x+0.45, max(float64(c.Customers), c.Expected)), d.markOf(i))
	}
}

// barLabels writes the two counts above their bars where all of them fit.
func (d *calibration) barLabels(on panel, i int, bars ...vg.Rectangle) {
	room := float64(on.at(0.44, 0).X - on.at(0, 0).X)
	if d.countWidth()+2 > room {
		return
	}
	center := aligned(d.small(), draw.XCenter, draw.YBottom)
	for k, n := range []float64{float64(d.classes[i].Customers), d.classes[i].Expected} {
		x := float64(bars[k].Min.X+bars[k].Max.X) / 2
		d.label(center, x, float64(bars[k].Max.Y)+1, d.lang.Number(n, 0))
	}
}

// countWidth returns the width of the widest count.
func (d *calibration) countWidth() float64 {
	w := 0.0
	for _, c := range d.classes {
		w = max(w, d.widest(sizeSmall, d.lang.Int(c.Customers), d.lang.Number(c.Expected, 0)))
	}
	return w
}

// dots draws what each class bought in the holdout.
func (d *calibration) dots(within draw.Canvas) {
	within = d.title(within, string(d.w.Holdout))
	hi := 0.0
	for _, c := range d.classes {
		hi = max(hi, zeroIfUnknown(c.HoldoutActual), zeroIfUnknown(c.HoldoutExpected))
	}
	ticks, top := niceTicks(max(hi, 0.01), levels(float64(within.Max.Y-within.Min.Y)-44), plainSteps, func(v float64) string { return d.lang.Significant(v, 3) })
	p := d.axes(ticks, top)
	p.Add(d.inSeries(d.expect, curve(d.means(func(c clv.FrequencyClass) float64 { return c.HoldoutExpected }), line(inkMain, strokePlain, dashLoose...), plotter.NoStep)))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -0.5, float64(len(d.classes))-0.5, 0, top
	on := d.sheet.draw(p, within)
	for i, c := range d.classes {
		if math.IsNaN(c.HoldoutActual) || math.IsNaN(c.HoldoutExpected) {
			continue
		}
		d.canvas.series(d.actual, func() { d.ring(inkSoft, on.at(float64(i), c.HoldoutActual), radiusDot+1) })
		d.canvas.series(d.expect, func() { d.bullet(on.at(float64(i), c.HoldoutExpected)) })
		on.mark(float64(i), c.HoldoutActual, d.markOf(i))
	}
}

// bullet draws the forecast: a dot that fits into the ring of what was, so
// that a good forecast looks like a hit.
func (d *calibration) bullet(at vg.Point) {
	c := draw.Canvas{Canvas: d.canvas}
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: inkMain, Radius: radiusDot - 1, Shape: draw.CircleGlyph{}}, at)
}

func (d *calibration) means(of func(clv.FrequencyClass) float64) plotter.XYs {
	var points plotter.XYs
	for i, c := range d.classes {
		if v := of(c); !math.IsNaN(v) {
			points = append(points, plotter.XY{X: float64(i), Y: v})
		}
	}
	return points
}

func zeroIfUnknown(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

func (d *calibration) markOf(i int) figure.Mark {
	c := d.classes[i]
	values := []figure.Value{
		value(d.words.Common.Actual, d.lang.Int(c.Customers)),
		value(d.words.Common.Expected, d.lang.Number(c.Expected, 1)),
	}
	if d.hasHoldout() {
		values = append(values, value(d.w.MeanActual, d.lang.Number(c.HoldoutActual, 2)), value(d.w.MeanModel, d.lang.Number(c.HoldoutExpected, 2)))
	}
	return figure.Mark{Series: -1, Label: string(d.w.ClassColumn) + d.colon() + " " + d.className(i), Values: values}
}

func (d *calibration) table() {
	c := d.words.Common
	columns := []figure.Column{textColumn(d.w.ClassColumn), numberColumn(c.Actual), numberColumn(c.Expected)}
	if d.hasHoldout() {
		columns = append(columns, numberColumn(d.w.MeanActual), numberColumn(d.w.MeanModel))
	}
	d.columns(columns...)
	for i, class := range d.classes {
		cells := []cell{word(d.className(i)), d.count(class.Customers), d.measure(class.Expected, 1)}
		if d.hasHoldout() {
			cells = append(cells, d.measure(class.HoldoutActual, 2), d.measure(class.HoldoutExpected, 2))
		}
		d.row(cells...)
	}
}

// tell writes description and footer.
func (d *calibration) tell() {
	l, total, moved := d.lang, 0, 0.0
	for _, c := range d.classes {
		total += c.Customers
		moved += math.Abs(float64(c.Customers)-c.Expected) / 2
	}
	d.describe(d.w.Describe.with("zero", l.Int(d.classes[0].Customers), "expected", l.Number(d.classes[0].Expected, 0),
		"moved", l.Percent(moved/float64(max(1, total)), 1)))
	holdout := ""
	if d.hasHoldout() {
		holdout = d.w.DefineHoldout.with("weeks", l.Weeks(d.r.Holdout.Weeks))
	}
	d.footer(string(d.w.Define), holdout, d.w.Counted.with("model", d.r.Fit.Model, "customers", l.Int(d.r.Customers)))
}
