package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/portfolio"
)

// A PaybackLine is a curve with the name of its group; the first of several is that of all
// customers and needs none.
type PaybackLine struct {
	Name  string
	Curve *portfolio.Curve
}

// mostPaybacks is how many groups are drawn beside all customers: those with the most of
// them.
const mostPaybacks = 5

// Payback draws what customers are worth on average by month since the first purchase,
// and marks the month of break-even: all of them with an interval, groups as lines.
func Payback(lines []PaybackLine, rate float64, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "payback", func(w *words) phrase { return w.Payback.Title })
	d := &payback{sheet: s, lines: foremost(lines), rate: rate, w: &s.words.Payback}
	if len(d.lines) == 0 || len(d.lines[0].Curve.Points) < 2 {
		return s.empty(string(d.w.Need)), nil
	}
	d.lines[0].Name = string(d.w.All)
	d.sight = d.inSight(0, float64(d.months()), 2, func(v float64, _ bool) string { return d.nth(int(v)) })
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// foremost keeps the line of all and the largest groups, in their order.
func foremost(lines []PaybackLine) []PaybackLine {
	kept := append([]PaybackLine{}, lines...)
	for len(kept) > 1+mostPaybacks {
		least := 1
		for i := range kept {
			if i > 0 && kept[i].Curve.Customers <= kept[least].Curve.Customers {
				least = i
			}
		}
		kept = append(kept[:least], kept[least+1:]...)
	}
	drawn := kept[:0]
	for i, l := range kept {
		if i == 0 || len(l.Curve.Points) > 1 {
			drawn = append(drawn, l)
		}
	}
	return drawn
}

// payback is a Payback figure in the making.
type payback struct {
	*sheet
	lines []PaybackLine
	rate  float64
	sight stretch // months
	w     *paybackWords
	band  int // series
}

var paybackInks = []Ink{inkMain, "ink-2", "ink-3", "ink-4", "ink-5", "ink-6"}

func (d *payback) draw() {
	d.heading = string(d.w.Heading)
	for i, l := range d.lines {
		d.series(phrase(l.Name), paybackInks[i], figure.Line)
	}
	d.band = d.series(d.w.Band, inkBand, figure.Band)
	height := d.fit(min(440, max(280, d.width*0.55)), 0)
	area := d.open(height)
	area.Max.X -= 12
	area.Max.Y -= 4
	p := d.newPlot()
	d.axes(p, height)
	lo, hi, start, end := p.Y.Min, p.Y.Max, p.X.Min, p.X.Max
	p.Add(grid(), curve(plotter.XYs{{X: start, Y: 0}, {X: end, Y: 0}}, line(inkSoft, strokePlain), plotter.NoStep),
		d.inSeries(d.band, d.interval(d.lines[0].Curve)))
	for i := len(d.lines) - 1; i >= 0; i-- {
		p.Add(d.inSeries(i, curve(meansOf(d.lines[i].Curve), line(paybackInks[i], d.strokeOf(i)), plotter.NoStep)))
	}
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = start, end, lo, hi
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	for i := range d.lines {
		d.even(on, i)
	}
	d.names(on)
	d.marks(on)
}

// names writes beside the lines of groups whose they are; the axis is in their way.
func (d *payback) names(on panel) {
	if len(d.lines) < 2 {
		return
	}
	names := []namedCurve{obstacle(plotter.XYs{{X: d.sight.from, Y: 0}, {X: d.sight.to, Y: 0}})}
	for i, l := range d.lines {
		names = append(names, d.named(i, meansOf(l.Curve)))
	}
	on.nameCurves(names...)
}

func (d *payback) strokeOf(i int) float64 {
	if i == 0 {
		return strokeMain
	}
	return strokePlain
}

// axes reach over all lines and the interval of the first.
func (d *payback) axes(p *plot.Plot, height float64) {
	lo, hi := 0.0, 0.0
	for i, l := range d.lines {
		for k, point := range l.Curve.Points {
			if !d.sight.holds(float64(k)) {
				continue
			}
			lo, hi = min(lo, point.Mean), max(hi, point.Mean)
			if i == 0 {
				lo, hi = min(lo, point.Low), max(hi, point.High)
			}
		}
	}
	span := max(hi-lo, 0.01)
	step := niceStep(span/float64(levels(height-50)), plainSteps)
	p.Y.Min, p.Y.Max = lo-0.04*span, hi+0.06*span
	var ticks plot.ConstantTicks
	for k := int(math.Ceil(p.Y.Min / step)); float64(k)*step <= p.Y.Max; k++ {
		v := roundOff(float64(k) * step)
		ticks = append(ticks, plot.Tick{Value: v, Label: d.lang.MoneyCompact(v, d.currency)})
	}
	p.Y.Tick.Marker = ticks
	p.X.Min, p.X.Max = d.sight.from, d.sight.to
	from, to := int(d.sight.from), int(d.sight.to)
	width := d.widthOf(d.lang.Int(to), sizeText, false)
	p.X.Tick.Marker = wholeTicks(from, to, fitting(d.width-60, width), monthSteps, d.lang.Int)
	p.X.Label.Text = string(d.w.Axis)
}

func meansOf(c *portfolio.Curve) plotter.XYs {
	points := make(plotter.XYs, len(c.Points))
	for k, p := range c.Points {
		points[k] = plotter.XY{X: float64(k), Y: p.Mean}
	}
	return points
}

func (d *payback) interval(c *portfolio.Curve) plot.Plotter {
	var outline plotter.XYs
	for k, p := range c.Points {
		outline = append(outline, plotter.XY{X: float64(k), Y: p.High})
	}
	for k := len(c.Points) - 1; k >= 0; k-- {
		outline = append(outline, plotter.XY{X: float64(k), Y: c.Points[k].Low})
	}
	return area(outline, inkBand)
}

// even marks a line's month of break-even; that of all customers is written out.
func (d *payback) even(on panel, i int) {
	c := d.lines[i].Curve
	k := c.BreakEven
	if k <= 0 || !d.sight.holds(float64(k)) {
		return
	}
	at := on.at(float64(k), c.Points[k].Mean)
	if i > 0 {
		d.canvas.series(i, func() { d.dot(paybackInks[i], at, radiusDot) })
		return
	}
	foot := on.at(float64(k), on.plot.Y.Min)
	d.stroke(line(inkText, strokeFine, dashTight...), at, foot)
	d.dot(inkText, at, radiusDot+0.5)
	label := d.w.Even.with("k", d.lang.Int(k))
	sty, x := aligned(d.bold(), draw.XLeft, draw.YCenter), float64(at.X)+8
	if x+d.widthOf(label, sizeText, true) > float64(on.data.Max.X) {
		sty, x = aligned(d.bold(), draw.XRight, draw.YCenter), float64(at.X)-8
	}
	d.note(sty, vg.Point{X: vg.Length(x), Y: foot.Y + 12}, label)
}

// steps are the months that marks and table show.
func (d *payback) steps(c *portfolio.Curve, most int) []int {
	return samplesOf(d.sight.from, min(d.sight.to, float64(len(c.Points)-1)), most, monthSteps)
}

// months is how far the longest line goes.
func (d *payback) months() int {
	months := 1
	for _, l := range d.lines {
		months = max(months, len(l.Curve.Points)-1)
	}
	return months
}

func (d *payback) nth(k int) string {
	if k == 0 {
		return string(d.w.Start)
	}
	return d.w.Nth.with("k", d.lang.Int(k))
}

func (d *payback) marks(on panel) {
	for i, l := range d.lines {
		for _, k := range d.steps(l.Curve, 25) {
			on.mark(float64(k), l.Curve.Points[k].Mean, d.markOf(i, k))
		}
	}
}

func (d *payback) markOf(i, k int) figure.Mark {
	p := d.lines[i].Curve.Points[k]
	return figure.Mark{Series: i, Label: d.nth(k), Values: []figure.Value{
		value(d.w.Value, d.lang.MoneyWhole(p.Mean, d.currency)),
		value(d.w.Interval, d.between(d.lang.MoneyWhole(p.Low, d.currency), d.lang.MoneyWhole(p.High, d.currency))),
		value(d.w.AtRisk, d.lang.Int(p.AtRisk)),
	}}
}

func (d *payback) table() {
	d.columns(textColumn(d.w.Group), numberColumn(d.w.Month), numberColumn(d.w.Value), numberColumn(d.w.Interval+" –"), numberColumn(d.w.Interval+" +"), numberColumn(d.w.AtRisk))
	for _, l := range d.lines {
		for _, k := range d.steps(l.Curve, 120) {
			p := l.Curve.Points[k]
			d.row(word(l.Name), d.count(k), d.amount(p.Mean), d.amount(p.Low), d.amount(p.High), d.count(p.AtRisk))
		}
	}
}

// said says when a curve breaks even, with the months that its interval gives.
func (d *payback) said(c *portfolio.Curve) string {
	if c.BreakEven == portfolio.NoBreakEven {
		return string(d.w.DescribeNever)
	}
	at := d.w.EvenAt.with("k", d.lang.Int(c.BreakEven))
	if c.Early == portfolio.NoBreakEven || c.Late == portfolio.NoBreakEven || c.Early == c.Late {
		return at
	}
	return d.w.Within.with("at", at, "early", d.lang.Int(c.Early), "late", d.lang.Int(c.Late))
}

// tell writes description and footer.
func (d *payback) tell() {
	var sentences []string
	for _, l := range d.lines {
		points := l.Curve.Points
		last := len(points) - 1
		sentences = append(sentences, d.w.Describe.with("group", l.Name, "start", d.lang.MoneyWhole(points[0].Mean, d.currency),
			"end", d.lang.MoneyWhole(points[last].Mean, d.currency), "months", d.lang.Int(last), "even", d.said(l.Curve)))
	}
	d.describe(sentences...)
	d.footer(d.w.Define.with("rate", d.lang.Percent(d.rate, decimalsOf(d.rate))), d.w.Counted.with("customers", d.lang.Int(d.lines[0].Curve.Customers)))
}
