package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// Layout of the grid, in pixels.
const (
	cellGap    = 3.0
	axisNames  = 22.0 // the line that names the horizontal axis
	scoreLines = 34.0 // scores and cut-offs under the cells
)

// fewInCell is the number of customers below which a share is written light.
const fewInCell = 30

// RFMGrid draws the recency × frequency grid: a field a pair of scores, the
// best at the upper right, that says and is coloured by what show asks for, with
// more about its customers where it fits. The axes show the cut-offs behind the
// scores.
func RFMGrid(r *rfm.Result, show rfm.Quantity, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "rfm-grid", func(w *words) phrase { return w.Grid.Title })
	d := &scoreGrid{sheet: s, r: r, show: show, w: &s.words.Grid, bins: binsOf(r)}
	if d.bins == 0 || r.Customers == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	for _, c := range r.Grid {
		d.most, d.mostRevenue = max(d.most, c.Customers), max(d.mostRevenue, c.Revenue)
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// scoreGrid is an RFMGrid in the making.
type scoreGrid struct {
	*sheet
	r           *rfm.Result
	show        rfm.Quantity
	w           *gridWords
	bins        int
	most        int            // customers of the fullest cell
	mostRevenue analysis.Money // of the cell that brings most
	cells       vg.Rectangle   // all cells
	w1, h1      vg.Length      // size of one cell with its gap
	detail      cellDetail     // what cells have room for
}

// A cellDetail is how much a cell says.
type cellDetail int

const (
	countOnly cellDetail = iota
	shortShares
	longShares
)

// binsOf returns the number of scores, which the grid's cells know best.
func binsOf(r *rfm.Result) int {
	bins := 0
	for _, c := range r.Grid {
		bins = max(bins, c.R, c.F)
	}
	return bins
}

func (d *scoreGrid) draw() {
	left := d.rowLabelWidth()
	columns := (d.width - left) / float64(d.bins)
	bins := float64(d.bins)
	rows := d.fit(min(72, max(40, columns*0.6))*bins, scoreLines+2*axisNames) / bins
	d.detail = d.chooseDetail(columns-cellGap, rows-cellGap)
	d.heading = string(d.w.Recency)
	below := scoreLines + axisNames
	if d.cellLegend() != "" {
		below += axisNames
	}
	height := rows*float64(d.bins) + below
	d.open(height)
	d.cells = vg.Rectangle{
		Min: vg.Point{X: vg.Length(left), Y: vg.Length(below)},
		Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(height)},
	}
	d.w1, d.h1 = vg.Length(columns), vg.Length(rows)
	d.scores()
	for _, c := range d.inOrder() {
		d.cell(c)
	}
	d.under(string(d.frequency()), below-scoreLines-axisNames/2)
	d.under(d.cellLegend(), axisNames/2)
}

// under writes a line below the cells, centred on them where the sheet allows.
func (d *scoreGrid) under(txt string, y float64) {
	x := inside(float64(d.cells.Min.X+d.cells.Max.X)/2, d.widthOf(txt, sizeText, false), 0, d.width)
	d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), x, y, txt)
}

// inOrder returns the cells row by row from the best recency, as people read.
func (d *scoreGrid) inOrder() []rfm.Cell {
	at := make(map[[2]int]rfm.Cell, len(d.r.Grid))
	for _, c := range d.r.Grid {
		at[[2]int{c.R, c.F}] = c
	}
	var list []rfm.Cell
	for r := d.bins; r >= 1; r-- {
		for f := 1; f <= d.bins; f++ {
			c := at[[2]int{r, f}]
			c.R, c.F = r, f
			list = append(list, c)
		}
	}
	return list
}

// place returns where a cell lies.
func (d *scoreGrid) place(r, f int) vg.Rectangle {
	x := d.cells.Min.X + vg.Length(f-1)*d.w1
	y := d.cells.Min.Y + vg.Length(r-1)*d.h1
	return vg.Rectangle{Min: vg.Point{X: x + cellGap/2, Y: y + cellGap/2}, Max: vg.Point{X: x + d.w1 - cellGap/2, Y: y + d.h1 - cellGap/2}}
}

func (d *scoreGrid) cell(c rfm.Cell) {
	box := d.place(c.R, c.F)
	full := d.fullness(c)
	d.canvas.box(heatInk(full), box, radiusBox)
	ink := onHeat(full)
	if c.Customers == 0 {
		ink = inkSoft
	}
	lines := d.cellLines(c)
	x, y := float64(box.Min.X+box.Max.X)/2, float64(box.Min.Y+box.Max.Y)/2
	for i, txt := range lines {
		up := (float64(len(lines)-1)/2 - float64(i)) * 15
		sty := d.style(ink, sizeSmall, false)
		if i == 0 {
			sty = d.style(ink, sizeLarge, !d.unsure(c))
		}
		d.label(aligned(sty, draw.XCenter, draw.YCenter), x, y+up, txt)
	}
	d.markBox(box, d.markOf(c))
}

func (d *scoreGrid) markOf(c rfm.Cell) figure.Mark {
	days, buys := d.cutsOf(c)
	m := figure.Mark{
		Series: -1,
		Label:  d.w.Cell.with("r", strconv.Itoa(c.R), "f", strconv.Itoa(c.F)),
		Values: []figure.Value{
			value(d.w.Days, days),
			value(d.buys(), buys),
			value(d.words.Common.Customers, d.lang.Int(c.Customers)),
			value(d.words.Common.CustomerShare, d.customers(c)),
			value(d.words.Common.Revenue, d.lang.Money(c.Revenue.Float(), d.currency)),
			value(d.words.Common.RevenueShare, d.revenue(c)),
		},
	}
	if isKnown(c.Loss.Share) {
		m.Values = append(m.Values, value(d.w.LostShare, d.lossOf(c.Loss)))
	}
	if c.Customers > 0 {
		m.Key = "scores:" + c.Key()
	}
	return m
}

// lossOf writes a share of the lost with its interval.
func (s *sheet) lossOf(l rfm.Loss) string {
	return s.lang.Percent(l.Share, 1) + " (" + s.shareRange(l.Low, l.High) + ")"
}

func isKnown(v float64) bool { return !math.IsNaN(v) }

func (d *scoreGrid) customers(c rfm.Cell) string {
	return d.lang.Percent(float64(c.Customers)/float64(d.r.Customers), 1)
}

func (d *scoreGrid) revenue(c rfm.Cell) string {
	return d.lang.Percent(part(c.Revenue, d.r.Revenue), 1)
}

// part returns a's share of b, NaN of nothing.
func part(a, b analysis.Money) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// scores names rows and columns by score and cut-offs.
func (d *scoreGrid) scores() {
	for k := 1; k <= d.bins; k++ {
		row, column := d.place(k, 1), d.place(1, k)
		right := float64(d.cells.Min.X) - 8
		y := float64(row.Min.Y+row.Max.Y) / 2
		end := aligned(d.bold(), draw.XRight, draw.YCenter)
		d.label(end, right, y+8, strconv.Itoa(k))
		d.label(aligned(d.small(), draw.XRight, draw.YCenter), right, y-8, d.dayRange(k))
		x := float64(column.Min.X+column.Max.X) / 2
		d.label(aligned(d.bold(), draw.XCenter, draw.YCenter), x, float64(d.cells.Min.Y)-9, strconv.Itoa(k))
		if d.cutsFit() {
			d.label(aligned(d.small(), draw.XCenter, draw.YCenter), x, float64(d.cells.Min.Y)-25, d.cuts(d.r.Cuts[1], k))
		}
	}
}

// cutsFit reports whether the cut-offs of frequency fit below their columns;
// where they do not, the marks still tell them.
func (d *scoreGrid) cutsFit() bool {
	if d.r.Within[0] != nil {
		return false // each row has its own
	}
	w := 0.0
	for k := 1; k <= d.bins; k++ {
		w = max(w, d.widthOf(d.cuts(d.r.Cuts[1], k), sizeSmall, false))
	}
	return w+4 <= float64(d.w1)
}

func (d *scoreGrid) rowLabelWidth() float64 {
	w := 0.0
	for k := 1; k <= d.bins; k++ {
		w = max(w, d.widthOf(d.dayRange(k), sizeSmall, false))
	}
	return w + 12
}

// dayRange writes the days behind recency score k.
func (d *scoreGrid) dayRange(k int) string { return d.w.DayCuts.with("range", d.cuts(d.r.Cuts[0], k)) }

// cuts writes the values behind score k, which are whole numbers.
func (d *scoreGrid) cuts(c rfm.Cuts, k int) string {
	if k > len(c.Size) || c.Size[k-1] == 0 {
		return "–"
	}
	lo, hi := d.lang.Number(c.Lower[k-1], 0), d.lang.Number(c.Upper[k-1], 0)
	if lo == hi {
		return lo
	}
	return d.between(lo, hi)
}
