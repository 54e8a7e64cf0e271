package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// laneHeight is the height of a row of labels above the bars, in pixels.
const laneHeight = 18.0

// CLVDistribution draws how customer lifetime value spreads over customers,
// on a logarithmic axis: median and mean as rulers, the top tenth of
// customers dark with the share of value that they hold. A mean alone would
// mislead, because few customers hold most of it.
func CLVDistribution(r *clv.Result, h Histogram, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "clv-distribution", func(w *words) phrase { return w.Value.Title })
	d := &valueBars{sheet: s, r: r, h: h, w: &s.words.Value}
	if len(h.Counts) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// valueBars is a CLVDistribution in the making.
type valueBars struct {
	*sheet
	r         *clv.Result
	h         Histogram
	w         *valueWords
	rest, top int // series
}

func (d *valueBars) draw() {
	d.heading = string(d.w.Heading)
	d.rest, d.top = d.series(d.w.RestBin, inkPale, figure.Bar), d.series(d.w.TopBin, inkMain, figure.Bar)
	rulers, lanes := d.rulers()
	room := float64(lanes)*laneHeight + 6
	height := d.fit(min(380, max(220, d.width*0.4)), room)
	area := d.open(height + room)
	area.Max.Y -= vg.Length(room)
	area.Max.X -= 8
	on := d.sheet.draw(d.plot(height), area)
	d.bars(on)
	d.drawRulers(on, rulers)
}

// plot returns the axes.
func (d *valueBars) plot(height float64) *plot.Plot {
	p := d.newPlot()
	ticks, top := d.countTicks(float64(d.h.most()), height-50)
	p.Y.Tick.Marker = ticks
	p.Y.Min, p.Y.Max = 0, top
	p.X.Scale = plot.LogScale{}
	p.X.Min, p.X.Max = d.span()
	p.X.Tick.Marker = d.decades(p.X.Min, p.X.Max)
	p.X.Label.Text = d.w.Axis.with("months", d.lang.Months(float64(d.r.Options.Horizon)))
	p.Add(grid())
	return p
}

// span returns the ends of the axis; values below the first edge get a bar
// of their own in front of it.
func (d *valueBars) span() (lo, hi float64) {
	lo, hi = d.h.Edges[0], d.h.Edges[len(d.h.Edges)-1]
	if d.h.Below > 0 {
		lo *= lo / d.h.Edges[1]
	}
	return lo, hi
}

// decades marks powers of ten, and 2 and 5 times them while they fit.
func (d *valueBars) decades(lo, hi float64) plot.ConstantTicks {
	most := fitting(d.width-60, d.widthOf(d.lang.MoneyCompact(5000, d.currency), sizeText, false))
	for _, within := range [][]float64{{1, 2, 5}, {1, 3}, {1}} {
		if ticks := d.decadeTicks(lo, hi, 1, within); len(ticks) <= most {
			return ticks
		}
	}
	step := 2
	for len(d.decadeTicks(lo, hi, step, []float64{1})) > most {
		step++
	}
	return d.decadeTicks(lo, hi, step, []float64{1})
}

// decadeTicks marks multiples of every step-th power of ten.
func (d *valueBars) decadeTicks(lo, hi float64, step int, multiples []float64) plot.ConstantTicks {
	var ticks plot.ConstantTicks
	for e := int(math.Floor(math.Log10(lo))); math.Pow10(e) <= hi; e++ {
		if e%step != 0 {
			continue
		}
		for _, m := range multiples {
			if v := roundOff(m * math.Pow10(e)); v >= lo && v <= hi {
				ticks = append(ticks, plot.Tick{Value: v, Label: d.money(v)})
			}
		}
	}
	return ticks
}

// bars draws the bins; the bin that the top tenth starts in is divided there.
func (d *valueBars) bars(on panel) {
	if lo, hi := on.plot.X.Min, d.h.Edges[0]; d.h.Below > 0 {
		d.bar(on, lo, hi, d.h.Below, d.w.Below.with("hi", d.money(hi)))
	}
	for i, n := range d.h.Counts {
		lo, hi := d.h.Edges[i], d.h.Edges[i+1]
		d.bar(on, lo, hi, n, d.w.Bin.with("lo", d.money(lo), "hi", d.money(hi)))
	}
}

func (d *valueBars) bar(on panel, lo, hi float64, n int, label string) {
	box := on.rect(lo, 0, hi, float64(n))
	box.Min.X += 0.75
	box.Max.X -= 0.75
	series := d.rest
	if lo >= d.h.Top {
		series = d.top
	}
	ink := Ink(d.fig.Series[series].Ink)
	d.canvas.series(series, func() {
		if d.h.Top > lo && d.h.Top < hi {
			cut := on.at(d.h.Top, 0).X
			left, right := box, box
			left.Max.X, right.Min.X = max(box.Min.X, min(box.Max.X, cut)), max(box.Min.X, min(box.Max.X, cut))
			d.canvas.box(inkPale, left, 0)
			d.canvas.box(inkMain, right, 0)
			return
		}
		d.canvas.box(ink, box, 0)
	})
	if n > 0 {
		d.markBox(box, figure.Mark{Series: series, Label: label, Values: []figure.Value{
			value(d.words.Common.Customers, d.lang.Int(n)),
			value(d.words.Common.CustomerShare, d.lang.Percent(float64(n)/float64(d.h.N), 1)),
		}})
	}
}

func (d *valueBars) money(v float64) string { return d.lang.MoneyCompact(v, d.currency) }

// A valueRuler marks one value above the bars.
type valueRuler struct {
	value float64
	text  string
	bold  bool
	lane  int
}

// rulers returns the values to mark, in rows that keep their labels apart at
// any place: one row each, so that moving the data moves no label.
func (d *valueBars) rulers() (list []valueRuler, lanes int) {
	add := func(v float64, text string, bold bool) {
		if v > 0 && !math.IsInf(v, 0) {
			list = append(list, valueRuler{v, text, bold, len(list)})
		}
	}
	add(d.r.Median, d.w.Median.with("v", d.exact(d.r.Median)), false)
	add(d.r.Mean, d.w.Mean.with("v", d.exact(d.r.Mean)), false)
	if !math.IsNaN(d.r.TopDecileShare) {
		add(d.h.Top, d.w.Top.with("share", d.lang.Percent(d.r.TopDecileShare, 0)), true)
	}
	return list, len(list)
}

// exact writes an amount to the cent where cents matter.
func (d *valueBars) exact(v float64) string {
	if v < 1000 {
		return d.lang.Money(v, d.currency)
	}
	return d.lang.MoneyWhole(v, d.currency)
}

// drawRulers writes the labels to the right of their rulers, or to the left
// where they would leave the sheet.
func (d *valueBars) drawRulers(on panel, list []valueRuler) {
	for _, r := range list {
		v := max(on.plot.X.Min, min(on.plot.X.Max, r.value))
		foot := on.at(v, 0)
		y := on.data.Max.Y + vg.Length(float64(len(list)-r.lane)*laneHeight-laneHeight/2+2)
		d.stroke(line(inkText, strokeFine, dashTight...), foot, vg.Point{X: foot.X, Y: y + 6})
		sty, x := d.style(inkText, sizeText, r.bold), float64(foot.X)+6
		if x+d.widthOf(r.text, sizeText, r.bold) > d.width {
			sty, x = aligned(sty, draw.XRight, draw.YCenter), float64(foot.X)-6
		}
		d.note(sty, vg.Point{X: vg.Length(x), Y: y}, r.text)
	}
}

func (d *valueBars) table() {
	d.columns(numberColumn(d.w.From), numberColumn(d.w.To), numberColumn(d.words.Common.Customers))
	if d.h.Below > 0 {
		d.row(cell{}, d.amount(d.h.Edges[0]), d.count(d.h.Below))
	}
	for i, n := range d.h.Counts {
		d.row(d.amount(d.h.Edges[i]), d.amount(d.h.Edges[i+1]), d.count(n))
	}
}

// tell writes description and footer.
func (d *valueBars) tell() {
	l, o := d.lang, d.r.Options
	margin := o.Margin
	if margin == 0 {
		margin = 1
	}
	d.describe(d.w.Describe.with("median", d.exact(d.r.Median), "mean", d.exact(d.r.Mean), "share", l.Percent(d.r.TopDecileShare, 0)))
	define := d.w.Define.with("rate", l.Percent(o.DiscountRate, 1))
	if o.DiscountRate == 0 {
		define = string(d.w.DefineRaw)
	}
	d.footer(phrase(define).with("months", l.Months(float64(o.Horizon)), "margin", l.Percent(margin, 0), "model", modelName(&d.r.Current, &d.r.CurrentSpend)),
		d.w.Interval.with("customers", l.Int(d.h.N), "equity", l.MoneyWhole(d.r.Equity, d.currency), "interval", d.within()))
}

// within adds the interval of the equity, where the models give one.
func (d *valueBars) within() string {
	if math.IsNaN(d.r.EquityLow) || math.IsNaN(d.r.EquityHigh) {
		return ""
	}
	return d.w.Within.with("interval", d.between(d.lang.MoneyWhole(d.r.EquityLow, d.currency), d.lang.MoneyWhole(d.r.EquityHigh, d.currency)))
}

// modelName joins the names of the fits that took part.
func modelName(fits ...*clv.Fit) string {
	name := ""
	for _, f := range fits {
		if f.N == 0 || f.Model == "" {
			continue
		}
		if name != "" {
			name += " + "
		}
		name += f.Model
	}
	return name
}
