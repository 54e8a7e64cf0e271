package chart

import (
	"sort"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// Layout of the dumbbells, in pixels.
const (
	segmentRow   = 30.0
	segmentStack = 44.0 // with the name above, where the sheet is narrow
	segmentAxis  = 24.0
)

// SegmentBars compares each segment's share of customers with its share of
// revenue: a ring and a dot joined by a line, the segments by falling
// revenue. Names come in the style's language from names, by segment key.
func SegmentBars(r *rfm.Result, names func(key string) string, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "segments", func(w *words) phrase { return w.Segments.Title })
	d := &segmentBars{sheet: s, r: r, w: &s.words.Segments, name: names, list: byRevenue(r.Segments)}
	if len(d.list) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// segmentBars is a SegmentBars figure in the making.
type segmentBars struct {
	*sheet
	r                  *rfm.Result
	w                  *segmentWords
	name               func(string) string
	list               []rfm.Segment
	left, scale        float64 // where 0 lies; pixels per unit of share
	ofCustomers, ofRev int     // series
}

// byRevenue returns the segments that have customers, by falling revenue.
func byRevenue(list []rfm.Segment) []rfm.Segment {
	var sorted []rfm.Segment
	for _, s := range list {
		if s.Customers > 0 {
			sorted = append(sorted, s)
		}
	}
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Revenue > sorted[j].Revenue })
	return sorted
}

func (d *segmentBars) customers(s rfm.Segment) float64 {
	return float64(s.Customers) / float64(d.r.Customers)
}

func (d *segmentBars) revenue(s rfm.Segment) float64 {
	if v := part(s.Revenue, d.r.Revenue); v == v {
		return v
	}
	return 0
}

func (d *segmentBars) draw() {
	d.heading = string(d.w.Heading)
	d.ofCustomers = d.series(d.words.Common.CustomerShare, inkSoft, figure.Ring)
	d.ofRev = d.series(d.words.Common.RevenueShare, inkMain, figure.Dot)
	row := segmentRow
	if d.isNarrow() {
		row = segmentStack
	}
	height := row*float64(len(d.list)) + segmentAxis
	d.open(height)
	d.measureUp()
	d.axis(height)
	for i, s := range d.list {
		d.segment(s, height-row*float64(i), row)
	}
}

// measureUp finds the scale: shares start at 0 and end where the largest
// still has room for its label.
func (d *segmentBars) measureUp() {
	room := d.widthOf(d.lang.Percent(0.888, 1), sizeText, false) + 14
	d.left = room
	if !d.isNarrow() {
		for _, s := range d.list {
			d.left = max(d.left, d.widthOf(d.name(s.Key), sizeText, true)+room)
		}
	}
	most := 0.01
	for _, s := range d.list {
		most = max(most, d.customers(s), d.revenue(s))
	}
	d.scale = (d.width - d.left - room) / most
}

func (d *segmentBars) x(share float64) vg.Length { return vg.Length(d.left + share*d.scale) }

// axis draws upright lines at round shares.
func (d *segmentBars) axis(height float64) {
	span := (d.width - d.left) / d.scale
	step := niceStep(span/float64(fitting(d.width-d.left, d.widthOf(d.lang.Percent(0.25, 0), sizeText, false)+24)), shareSteps)
	for i := 0; float64(i)*step <= span; i++ {
		v := roundOff(float64(i) * step)
		x := d.x(v)
		txt := d.lang.Percent(v, decimalsOf(step))
		if float64(x)+d.widthOf(txt, sizeText, false)/2 > d.width {
			break
		}
		d.stroke(line(inkGrid, strokeFine), vg.Point{X: x, Y: segmentAxis}, vg.Point{X: x, Y: vg.Length(height)})
		d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), float64(x), segmentAxis/2-2, txt)
	}
}

// segment draws one row whose top is at y.
func (d *segmentBars) segment(s rfm.Segment, top, row float64) {
	y := top - row/2
	if d.isNarrow() {
		d.note(d.bold(), vg.Point{X: 0, Y: vg.Length(top - 10)}, d.name(s.Key))
		y = top - 30
	} else {
		d.label(d.bold(), 0, y, d.name(s.Key))
	}
	customers := vg.Point{X: d.x(d.customers(s)), Y: vg.Length(y)}
	revenue := vg.Point{X: d.x(d.revenue(s)), Y: vg.Length(y)}
	d.stroke(line(inkGrid, 4), customers, revenue)
	d.canvas.series(d.ofCustomers, func() { d.ring(inkSoft, customers, radiusDot) })
	d.canvas.series(d.ofRev, func() { d.dot(inkMain, revenue, radiusDot+1) })
	d.numbers(s, customers, revenue)
	box := vg.Rectangle{Min: vg.Point{X: 0, Y: vg.Length(top - row)}, Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(top)}}
	d.markBox(box, d.markOf(s))
}

// numbers writes the two shares outside of the dumbbell.
func (d *segmentBars) numbers(s rfm.Segment, customers, revenue vg.Point) {
	left := aligned(d.soft(), draw.XRight, draw.YCenter)
	right := d.style(inkMain, sizeText, true)
	c, r := d.lang.Percent(d.customers(s), 1), d.lang.Percent(d.revenue(s), 1)
	if customers.X <= revenue.X {
		d.note(left, vg.Point{X: customers.X - 10, Y: customers.Y}, c)
		d.note(right, vg.Point{X: revenue.X + 10, Y: revenue.Y}, r)
		return
	}
	left.Color, right.Color = inkMain, inkSoft
	left.Font, right.Font = right.Font, left.Font
	d.note(left, vg.Point{X: revenue.X - 10, Y: revenue.Y}, r)
	d.note(right, vg.Point{X: customers.X + 10, Y: customers.Y}, c)
}

func (d *segmentBars) markOf(s rfm.Segment) figure.Mark {
	c := d.words.Common
	return figure.Mark{Series: -1, Label: d.name(s.Key), Key: "segment:" + s.Key, Values: []figure.Value{
		value(c.Customers, d.lang.Int(s.Customers)),
		value(c.CustomerShare, d.lang.Percent(d.customers(s), 1)),
		value(c.Revenue, d.lang.Money(s.Revenue.Float(), d.currency)),
		value(c.RevenueShare, d.lang.Percent(d.revenue(s), 1)),
	}}
}

func (d *segmentBars) table() {
	c := d.words.Common
	d.columns(textColumn(c.Segment), numberColumn(c.Customers), numberColumn(c.CustomerShare), numberColumn(c.Revenue), numberColumn(c.RevenueShare))
	for _, s := range d.list {
		d.row(cell{d.name(s.Key), s.Key}, d.count(s.Customers), d.share(d.customers(s)), d.amount(s.Revenue.Float()), d.share(d.revenue(s)))
	}
}

// tell writes description and footer.
func (d *segmentBars) tell() {
	first, largest := d.list[0], d.list[0]
	for _, s := range d.list {
		if s.Customers > largest.Customers {
			largest = s
		}
	}
	l := d.lang
	d.describe(d.w.Describe.with("segment", d.name(first.Key), "revenue", l.Percent(d.revenue(first), 1), "customers", l.Percent(d.customers(first), 1),
		"largest", d.name(largest.Key), "share", l.Percent(d.customers(largest), 1)))
	d.footer(string(d.w.Define), d.w.Counted.with("customers", l.Int(d.r.Customers),
		"revenue", l.Money(d.r.Revenue.Float(), d.currency), "end", l.Date(d.r.End)))
}
