package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Layout of the colour scale, in pixels.
const (
	scaleRow  = 26.0
	scaleStep = 18.0
)

// AliveHeat draws P(alive) over frequency and recency for customers of full
// age, on one fixed scale from 0 to 100 %, with the line at which the odds
// turn. Fields in which no customer can be stay empty.
func AliveHeat(r *clv.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "alive", func(w *words) phrase { return w.Alive.Title })
	d := &aliveHeat{sheet: s, r: r, h: &r.Heat, w: &s.words.Alive}
	if len(d.h.X) == 0 || len(d.h.Recency) == 0 || len(d.h.Alive) != len(d.h.X) {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// aliveHeat is an AliveHeat in the making. Column i of the plot spans
// i−½ … i+½; the vertical axis counts weeks.
type aliveHeat struct {
	*sheet
	r *clv.Result
	h *clv.Heat
	w *aliveWords
}

func (d *aliveHeat) draw() {
	d.heading = string(d.w.Heading)
	height := min(460, max(260, d.width*0.52))
	area := d.open(height + scaleRow)
	d.scale(height + scaleRow/2 + 2)
	area.Max.Y -= scaleRow
	area.Max.X -= 4
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	p.X.Tick.Marker = d.columnTicks()
	weeks := d.h.Recency[len(d.h.Recency)-1]
	p.Y.Tick.Marker = wholeTicks(0, int(weeks), levels(height), weekSteps, d.lang.Int)
	p.X.Min, p.X.Max = -0.5, float64(len(d.h.X))-0.5
	p.Y.Min, p.Y.Max = d.edge(0), d.edge(len(d.h.Recency))
	on := d.sheet.draw(p, area)
	for i := range d.h.X {
		d.column(on, i)
	}
	d.half(on)
	d.marks(on)
}

// edge returns the recency at which row j starts: half-way to the row before
// it. Row len(Recency) starts where the last one ends.
func (d *aliveHeat) edge(j int) float64 {
	rows := d.h.Recency
	switch {
	case len(rows) == 1:
		return rows[0] + float64(j) - 0.5
	case j == 0:
		return rows[0] - (rows[1]-rows[0])/2
	case j == len(rows):
		return rows[j-1] + (rows[j-1]-rows[j-2])/2
	}
	return (rows[j-1] + rows[j]) / 2
}

// field returns the rectangle of column i, rows from ≤ j < to.
func (d *aliveHeat) field(on panel, i, from, to int) vg.Rectangle {
	return on.rect(float64(i)-0.5, d.edge(from), float64(i)+0.5, d.edge(to))
}

func (d *aliveHeat) columnTicks() plot.ConstantTicks {
	width := d.widthOf(strconv.Itoa(d.h.X[len(d.h.X)-1]), sizeText, false)
	ticks := wholeTicks(0, len(d.h.X)-1, fitting(d.width-60, width), countSteps, strconv.Itoa)
	for i := range ticks {
		ticks[i].Label = d.lang.Int(d.h.X[int(ticks[i].Value)])
	}
	return ticks
}

// overlap hides the seams that rounding leaves between fields, in pixels.
const overlap = 0.6

// column draws one frequency; rows of one colour become one rectangle.
func (d *aliveHeat) column(on panel, i int) {
	values := d.h.Alive[i]
	for from := 0; from < len(values); {
		to := from + 1
		for to < len(values) && sameHeat(values[from], values[to]) {
			to++
		}
		if !math.IsNaN(values[from]) {
			box := d.field(on, i, from, to)
			box.Min.X, box.Max.Y = box.Min.X-overlap, box.Max.Y+overlap
			d.canvas.box(heatInk(values[from]), box, 0)
		}
		from = to
	}
}

func sameHeat(a, b float64) bool {
	if math.IsNaN(a) || math.IsNaN(b) {
		return math.IsNaN(a) && math.IsNaN(b)
	}
	return heatLevel(a) == heatLevel(b)
}

// turn returns the first row of a column in which P(alive) is at least one
// half, and whether the column crosses it.
func (d *aliveHeat) turn(i int) (row int, ok bool) {
	values := d.h.Alive[i]
	for j := 1; j < len(values); j++ {
		if values[j-1] < 0.5 && values[j] >= 0.5 {
			return j, true
		}
	}
	return 0, false
}

// half draws the line at which P(alive) passes one half, and labels it at
// its right end.
func (d *aliveHeat) half(on panel) {
	var run []vg.Point
	for i := range d.h.X {
		if j, ok := d.turn(i); ok {
			run = append(run, on.at(float64(i)-0.5, d.edge(j)), on.at(float64(i)+0.5, d.edge(j)))
		}
	}
	if len(run) == 0 {
		return
	}
	d.stroke(line(inkText, strokePlain), run...)
	end := run[len(run)-1]
	d.note(aligned(d.bold(), draw.XRight, draw.YTop), vg.Point{X: end.X - 8, Y: end.Y - 5}, string(d.w.Half))
}

// scale draws the colours with their values.
func (d *aliveHeat) scale(y float64) {
	name := string(d.w.Scale)
	x := d.widthOf(name, sizeText, false) + 10
	d.label(d.plain(), 0, y, name)
	zero, full := d.lang.Percent(0, 0), d.lang.Percent(1, 0)
	d.label(d.soft(), x, y, zero)
	x += d.widthOf(zero, sizeText, false) + 6
	step := min(scaleStep, (d.width-x-6-d.widthOf(full, sizeText, false))/heatLevels)
	for level := range heatLevels {
		left := vg.Length(x + float64(level)*step)
		d.canvas.box(heatInk(float64(level)/(heatLevels-1)), vg.Rectangle{
			Min: vg.Point{X: left, Y: vg.Length(y - 6)}, Max: vg.Point{X: left + vg.Length(step), Y: vg.Length(y + 6)}}, 0)
	}
	d.label(d.soft(), x+heatLevels*step+6, y, full)
}

func (d *aliveHeat) marks(on panel) {
	for j := len(d.h.Recency) - 1; j >= 0; j-- {
		for i, x := range d.h.X {
			if v := d.h.Alive[i][j]; !math.IsNaN(v) {
				d.markBox(d.field(on, i, j, j+1), d.markOf(i, j, x, v))
			}
		}
	}
}

func (d *aliveHeat) markOf(i, j, x int, alive float64) figure.Mark {
	label := d.w.Cell.with("x", d.lang.Int(x), "week", d.lang.Significant(d.h.Recency[j], 3))
	values := []figure.Value{value(d.w.Alive, d.lang.Percent(alive, 1))}
	if i < len(d.h.Expected) && j < len(d.h.Expected[i]) {
		values = append(values, value(d.w.Future, d.lang.Number(d.h.Expected[i][j], 1)))
	}
	return figure.Mark{Series: -1, Label: label, Values: values}
}

func (d *aliveHeat) table() {
	d.columns(numberColumn(d.w.X), numberColumn(d.w.Recency), numberColumn(d.w.Alive))
	for i, x := range d.h.X {
		for j, t := range d.h.Recency {
			if v := d.h.Alive[i][j]; !math.IsNaN(v) {
				d.row(d.count(x), d.measure(t, 1), d.share(v))
			}
		}
	}
}

// tell writes description and footer.
func (d *aliveHeat) tell() {
	i, j := len(d.h.X)-1, len(d.h.Recency)-1
	early := j / 2
	l := d.lang
	d.describe(d.w.Describe.with("x", l.Int(d.h.X[i]), "late", l.Number(d.h.Recency[j], 0), "early", l.Number(d.h.Recency[early], 0),
		"high", l.Percent(d.h.Alive[i][j], 0), "low", l.Percent(d.h.Alive[i][early], 0)))
	d.footer(d.w.Define.with("age", l.Weeks(d.h.T), "model", d.r.Current.Model))
}
