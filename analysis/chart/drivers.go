package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Layout of the bars, in pixels.
const (
	driverRow  = 58.0
	driverBar  = 18.0
	driverAxis = 24.0
	driverName = 23.0 // the name above a bar, from the top of its row
)

// Drivers draws a tornado: by how many per cent the value of the customers of today
// and of those to be won changes where one driver falls or rises by one per cent, the
// strongest driver on top. The other values' elasticities are in the table.
func Drivers(e *clv.Elasticities, o clv.Options, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "drivers", func(w *words) phrase { return w.Drivers.Title })
	d := &tornado{sheet: s, e: e, o: o, w: &s.words.Drivers}
	d.list = d.drivers()
	if slices.ContainsFunc(d.list, func(v driver) bool { return math.IsNaN(v.all) || math.IsInf(v.all, 0) }) {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// tornado is a Drivers figure in the making.
type tornado struct {
	*sheet
	e            *clv.Elasticities
	o            clv.Options
	w            *driverWords
	list         []driver
	zero, scale  float64 // where 0 lies; pixels per 1 %
	falls, rises int     // series
}

// A driver and the elasticities by it.
type driver struct {
	name                    phrase
	all, existing, newcomer float64
}

// drivers are ordered by how much they move.
func (d *tornado) drivers() []driver {
	all, old, one := &d.e.All, &d.e.Existing, &d.e.Newcomer
	list := []driver{
		{d.w.Retention, all.Retention, old.Retention, one.Retention},
		{d.w.Spend, all.Spend, old.Spend, one.Spend},
		{d.w.Acquisition, all.Acquisition, old.Acquisition, one.Acquisition},
	}
	slices.SortStableFunc(list, func(a, b driver) int {
		switch x, y := math.Abs(a.all), math.Abs(b.all); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return list
}

func (d *tornado) draw() {
	d.heading = string(d.w.Heading)
	d.falls = d.series(d.w.Falls, inkPale, figure.Bar)
	d.rises = d.series(d.w.Rises, inkMain, figure.Bar)
	height := driverRow*float64(len(d.list)) + driverAxis
	d.open(height)
	d.measureUp()
	d.axis(height)
	x := d.x(0)
	for i, v := range d.list {
		top := height - driverRow*float64(i)
		d.stroke(line(inkSoft, strokePlain), vg.Point{X: x, Y: vg.Length(top - driverRow)}, vg.Point{X: x, Y: vg.Length(top - driverName)})
		d.driver(v, top)
	}
}

// measureUp puts 0 in the middle and leaves room for labels on both sides.
func (d *tornado) measureUp() {
	most := 0.01
	for _, v := range d.list {
		most = max(most, math.Abs(v.all))
	}
	room := d.widthOf(d.percent(-0.88), sizeText, true) + 14
	d.zero = d.width / 2
	d.scale = (d.zero - room) / most
}

func (d *tornado) x(change float64) vg.Length { return vg.Length(d.zero + change*d.scale) }

// percent writes a change that is in per cent already, with its sign.
func (d *tornado) percent(change float64) string {
	text := d.lang.Percent(change/100, 2)
	if change > 0 {
		return "+" + text
	}
	return text
}

// axis draws upright lines at round changes on both sides.
func (d *tornado) axis(height float64) {
	span := d.zero / d.scale
	wide := d.widthOf(d.percent(-0.25), sizeText, false) + 24
	step := niceStep(span/float64(fitting(d.zero, wide)), plainSteps)
	for k := -int(span / step); float64(k)*step <= span; k++ {
		v := roundOff(float64(k) * step)
		x, txt := d.x(v), d.percent(v)
		half := d.widthOf(txt, sizeText, false) / 2
		if float64(x)-half < 0 || float64(x)+half > d.width {
			continue
		}
		d.stroke(line(inkGrid, strokeFine), vg.Point{X: x, Y: driverAxis}, vg.Point{X: x, Y: vg.Length(height)})
		d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), float64(x), driverAxis/2-2, txt)
	}
}

// driver draws one row whose top is at y: its name, and the bars below.
func (d *tornado) driver(v driver, top float64) {
	d.note(aligned(d.bold(), draw.XCenter, draw.YCenter), vg.Point{X: vg.Length(d.zero), Y: vg.Length(top - 14)}, string(v.name))
	y := vg.Length(top - 26 - driverBar/2)
	for _, side := range []struct {
		series int
		ink    Ink
		change float64
		label  phrase
	}{{d.falls, inkPale, -v.all, d.w.Falls}, {d.rises, inkMain, v.all, d.w.Rises}} {
		from, to := d.x(min(0, side.change)), d.x(max(0, side.change))
		box := vg.Rectangle{Min: vg.Point{X: from, Y: y - driverBar/2}, Max: vg.Point{X: to, Y: y + driverBar/2}}
		d.canvas.series(side.series, func() { d.canvas.box(side.ink, box, 2) })
		d.number(side.change, y)
		d.markBox(vg.Rectangle{Min: vg.Point{X: min(from, to-12), Y: box.Min.Y}, Max: vg.Point{X: max(to, from+12), Y: box.Max.Y}},
			figure.Mark{Series: side.series, Label: string(v.name), Values: []figure.Value{
				value(side.label, d.percent(side.change)),
			}})
	}
}

// number writes a change outside of its bar. A bar of nothing has one label.
func (d *tornado) number(change float64, y vg.Length) {
	switch {
	case change < 0:
		d.note(aligned(d.plain(), draw.XRight, draw.YCenter), vg.Point{X: d.x(change) - 8, Y: y}, d.percent(change))
	default:
		d.note(aligned(d.plain(), draw.XLeft, draw.YCenter), vg.Point{X: d.x(change) + 8, Y: y}, d.percent(change))
	}
}

func (d *tornado) table() {
	d.columns(textColumn(d.w.Driver), numberColumn(d.w.All), numberColumn(d.w.Existing), numberColumn(d.w.Newcomer))
	cellOf := func(v float64) cell { return cell{d.percent(v), machine(v)} }
	for _, v := range d.list {
		d.row(word(string(v.name)), cellOf(v.all), cellOf(v.existing), cellOf(v.newcomer))
	}
}

// tell writes description and footer.
func (d *tornado) tell() {
	l := d.lang
	first, last := d.list[0], d.list[len(d.list)-1]
	d.describe(d.w.Describe.with("first", string(first.name), "most", d.percent(first.all), "last", string(last.name), "least", d.percent(last.all)))
	d.footer(d.w.Define.with("months", l.Months(float64(d.o.Horizon)), "model", d.o.Model),
		d.w.Counted.with("newcomers", l.Number(d.e.Newcomers, 0)))
}
