package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
)

// Layout of the colour scale, in pixels.
const (
	scaleRow  = 26.0
	scaleStep = 18.0
)

// heat is a map over frequency and recency in the making. Column i of the plot
// spans i−½ … i+½; the vertical axis counts weeks.
type heat struct {
	*sheet
	r          *clv.Result
	h          *clv.Heat
	shares     [][]float64 // what is coloured, as a share of the scale; NaN leaves a field empty
	name       string      // of the scale
	zero, full string      // its ends
}

// mapped reports whether a result has fields to colour.
func mapped(h *clv.Heat, values [][]float64) bool {
	return len(h.X) > 0 && len(h.Recency) > 0 && len(values) == len(h.X)
}

// draw draws the fields, and over them what after adds.
func (d *heat) draw(after func(on panel)) {
	d.heading = string(d.words.Alive.Heading)
	height := d.fit(min(460, max(260, d.width*0.52)), scaleRow)
	area := d.open(height + scaleRow)
	d.scale(height + scaleRow/2 + 2)
	area.Max.Y -= scaleRow
	area.Max.X -= 4
	p := d.newPlot()
	p.X.Label.Text = string(d.words.Alive.Axis)
	p.X.Tick.Marker = d.columnTicks()
	weeks := d.h.Recency[len(d.h.Recency)-1]
	p.Y.Tick.Marker = wholeTicks(0, int(weeks), levels(height), weekSteps, d.lang.Int)
	p.X.Min, p.X.Max = -0.5, float64(len(d.h.X))-0.5
	p.Y.Min, p.Y.Max = d.edge(0), d.edge(len(d.h.Recency))
	on := d.sheet.draw(p, area)
	for i := range d.h.X {
		d.column(on, i)
	}
	after(on)
	d.marks(on)
}

// edge returns the recency at which row j starts: half-way to the row before
// it. Row len(Recency) starts where the last one ends.
func (d *heat) edge(j int) float64 {
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
func (d *heat) field(on panel, i, from, to int) vg.Rectangle {
	return on.rect(float64(i)-0.5, d.edge(from), float64(i)+0.5, d.edge(to))
}

func (d *heat) columnTicks() plot.ConstantTicks {
	width := d.widthOf(strconv.Itoa(d.h.X[len(d.h.X)-1]), sizeText, false)
	room := fitting(d.width-60, width)
	for _, step := range countSteps {
		if ticks := d.multiples(step); len(ticks) > 2 && len(ticks) <= room {
			return ticks
		}
	}
	ticks := wholeTicks(0, len(d.h.X)-1, room, countSteps, strconv.Itoa)
	for i := range ticks {
		ticks[i].Label = d.lang.Int(d.h.X[int(ticks[i].Value)])
	}
	return ticks
}

// multiples marks the columns whose frequency is a multiple of step: columns leave
// frequencies out where there are many, and 5, 10, 15 are read more easily than 4, 9, 14.
func (d *heat) multiples(step int) (ticks plot.ConstantTicks) {
	for i, x := range d.h.X {
		if x%step == 0 {
			ticks = append(ticks, plot.Tick{Value: float64(i), Label: d.lang.Int(x)})
		}
	}
	return ticks
}

// overlap hides the seams that rounding leaves between fields, in pixels.
const overlap = 0.6

// column draws one frequency; rows of one colour become one rectangle.
func (d *heat) column(on panel, i int) {
	values := d.shares[i]
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

// scale draws the colours with their values.
func (d *heat) scale(y float64) {
	name := d.name
	x := d.widthOf(name, sizeText, false) + 10
	d.label(d.plain(), 0, y, name)
	zero, full := d.zero, d.full
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

func (d *heat) marks(on panel) {
	for j := len(d.h.Recency) - 1; j >= 0; j-- {
		for i, x := range d.h.X {
			if v := d.h.Alive[i][j]; !math.IsNaN(v) {
				d.markBox(d.field(on, i, j, j+1), d.markOf(i, j, x, v))
			}
		}
	}
}

func (d *heat) markOf(i, j, x int, alive float64) figure.Mark {
	label := d.words.Alive.Cell.with("x", d.lang.Int(x), "week", d.lang.Significant(d.h.Recency[j], 3))
	values := []figure.Value{value(d.words.Alive.Alive, d.lang.Percent(alive, 1))}
	if i < len(d.h.Expected) && j < len(d.h.Expected[i]) {
		values = append(values, value(d.words.Alive.Future, d.lang.Number(d.h.Expected[i][j], 1)))
	}
	return figure.Mark{Series: -1, Label: label, Values: values}
}
