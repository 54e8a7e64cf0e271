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

// RFMGrid draws the recency × frequency grid: a field a pair of scores, the
// best at the upper right, coloured by its number of customers, with their
// share of all customers and of all revenue where it fits. The axes show the
// cut-offs behind the scores.
func RFMGrid(r *rfm.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "rfm-grid", func(w *words) phrase { return w.Grid.Title })
	d := &scoreGrid{sheet: s, r: r, w: &s.words.Grid, bins: binsOf(r)}
	if d.bins == 0 || r.Customers == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	for _, c := range r.Grid {
		d.most = max(d.most, c.Customers)
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// scoreGrid is an RFMGrid in the making.
type scoreGrid struct {
	*sheet
	r      *rfm.Result
	w      *gridWords
	bins   int
	most   int          // customers of the fullest cell
	cells  vg.Rectangle // all cells
	w1, h1 vg.Length    // size of one cell with its gap
	detail cellDetail   // what cells have room for
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
	rows := min(72, max(40, columns*0.6))
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
	d.under(string(d.w.Frequency), below-scoreLines-axisNames/2)
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
	full := float64(c.Customers) / float64(max(1, d.most))
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
			sty = d.style(ink, sizeLarge, true)
		}
		d.label(aligned(sty, draw.XCenter, draw.YCenter), x, y+up, txt)
	}
	d.markBox(box, d.markOf(c))
}

func (d *scoreGrid) markOf(c rfm.Cell) figure.Mark {
	m := figure.Mark{
		Series: -1,
		Label:  d.w.Cell.with("r", strconv.Itoa(c.R), "f", strconv.Itoa(c.F)),
		Values: []figure.Value{
			value(d.w.Days, d.cuts(d.r.Cuts[0], c.R)),
			value(d.w.Buys, d.cuts(d.r.Cuts[1], c.F)),
			value(d.words.Common.Customers, d.lang.Int(c.Customers)),
			value(d.words.Common.CustomerShare, d.customers(c)),
			value(d.words.Common.Revenue, d.lang.Money(c.Revenue.Float(), d.currency)),
			value(d.words.Common.RevenueShare, d.revenue(c)),
		},
	}
	if c.Segment != "" {
		m.Key = "segment:" + c.Segment
	}
	return m
}

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

// cellLines returns what a cell says: its count, and shares as far as they fit.
func (d *scoreGrid) cellLines(c rfm.Cell) []string {
	count := d.lang.Int(c.Customers)
	switch {
	case c.Customers == 0:
		return []string{"0"}
	case d.detail == longShares:
		return []string{count, d.w.LongCustomers.with("share", d.customers(c)), d.w.LongRevenue.with("share", d.revenue(c))}
	case d.detail == shortShares:
		return []string{count, d.shortShares(c)}
	}
	return []string{count}
}

func (d *scoreGrid) shortShares(c rfm.Cell) string { return d.customers(c) + " | " + d.revenue(c) }

// chooseDetail returns the most that fits into every cell.
func (d *scoreGrid) chooseDetail(width, height float64) cellDetail {
	long, short := 0.0, 0.0
	for _, c := range d.r.Grid {
		long = max(long, d.widest(sizeSmall, d.w.LongCustomers.with("share", d.customers(c)), d.w.LongRevenue.with("share", d.revenue(c))))
		short = max(short, d.widthOf(d.shortShares(c), sizeSmall, false))
	}
	switch {
	case long+8 <= width && height >= 50:
		return longShares
	case short+6 <= width && height >= 34:
		return shortShares
	}
	return countOnly
}

func (d *scoreGrid) cellLegend() string {
	switch d.detail {
	case shortShares:
		return string(d.w.ShortCell)
	case countOnly:
		return string(d.w.CountCell)
	}
	return ""
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

func (d *scoreGrid) table() {
	c := d.words.Common
	d.columns(numberColumn(d.w.RScore), numberColumn(d.w.FScore), numberColumn(c.Customers), numberColumn(c.CustomerShare),
		numberColumn(c.Revenue), numberColumn(c.RevenueShare))
	for _, g := range d.inOrder() {
		d.row(d.count(g.R), d.count(g.F), d.count(g.Customers), d.share(float64(g.Customers)/float64(d.r.Customers)),
			d.amount(g.Revenue.Float()), d.share(part(g.Revenue, d.r.Revenue)))
	}
}

// tell writes description and footer.
func (d *scoreGrid) tell() {
	var fullest, best rfm.Cell
	for _, c := range d.inOrder() {
		if c.Customers > fullest.Customers {
			fullest = c
		}
		if c.R == d.bins && c.F == d.bins {
			best = c
		}
	}
	bins := strconv.Itoa(d.bins)
	d.describe(d.w.Describe.with("r", strconv.Itoa(fullest.R), "f", strconv.Itoa(fullest.F),
		"share", d.customers(fullest), "revenue", d.revenue(fullest),
		"bins", bins, "best", d.customers(best), "bestrevenue", d.revenue(best)))
	d.footer(d.w.Define.with("bins", bins), d.w.Counted.with("customers", d.lang.Int(d.r.Customers),
		"revenue", d.lang.Money(d.r.Revenue.Float(), d.currency), "end", d.lang.Date(d.r.End)))
}
