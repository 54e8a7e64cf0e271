package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// maxSteps bounds the pictures of a Bucket: the latest periods.
const maxSteps = 60

// Bucket draws the customers as water in a leaky bucket, one period a picture: what
// came in from above, how high it stands at the end, and what ran out below. Streams
// are as wide as customers are many, on one scale through all periods.
func Bucket(r *churn.Rates, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "leaky-bucket", func(w *words) phrase { return w.Bucket.Title })
	d := &bucket{sheet: s, r: r, w: &s.words.Bucket, m: &s.words.Movements}
	d.first = max(0, len(r.Periods)-maxSteps)
	if !d.measure() {
		return s.empty(string(d.m.Need)), nil
	}
	d.steps()
	d.table()
	d.tell()
	return s.finish(), nil
}

// bucket is a Bucket figure in the making.
type bucket struct {
	*sheet
	r                     *churn.Rates
	w                     *bucketWords
	m                     *movementWords
	first                 int     // period drawn first
	level, out            int     // most customers at an end or start; most of one flow
	came, cameBack, left  int     // customers in all periods drawn
	top                   float64 // of the scale of levels
	new, back, lost, held int     // series
}

// Distances, in pixels: the bucket between the room for what comes in above and what
// runs out below.
const (
	bucketHeight = 320.0
	bucketFoot   = 70.0
	bucketTop    = 78.0
)

// measure finds the scales; it reports whether there is anything to draw.
func (d *bucket) measure() bool {
	for i := d.first; i < len(d.r.Periods); i++ {
		f := d.r.Periods[i].Customers
		d.level = max(d.level, f.Start, f.End)
		d.out = max(d.out, f.New, f.Reactivated, f.Churned)
		d.came, d.cameBack, d.left = d.came+f.New, d.cameBack+f.Reactivated, d.left+f.Churned
	}
	return d.level > 0
}

// steps draws every picture; the last one is the figure's.
func (d *bucket) steps() {
	d.heading = string(d.w.Heading)
	d.new, d.back = d.ever(d.came, d.m.New, inkMain), d.ever(d.cameBack, d.m.Reactivated, "ink-4")
	d.held = d.series(d.w.Level, "heat-4", figure.Bar)
	d.lost = d.ever(d.left, d.m.Churned, "ink-3")
	for i := d.first; i < len(d.r.Periods); i++ {
		d.canvas, d.fig.Marks = newCanvas(0, 0), nil
		d.picture(&d.r.Periods[i])
		p := &d.r.Periods[i]
		d.fig.Steps = append(d.fig.Steps, figure.Step{Label: d.periodName(d.r, p), Marks: d.fig.Marks,
			SVG: d.canvas.svg(d.lang.Tag(), d.fig.Title), Values: d.valuesOf(p)})
	}
}

// ever makes a stream a series if anybody ever was in it, and returns −1 if not.
func (d *bucket) ever(customers int, name phrase, ink Ink) int {
	if customers == 0 {
		return -1
	}
	return d.series(name, ink, figure.Bar)
}

// picture draws one period.
func (d *bucket) picture(p *churn.Period) {
	d.open(bucketHeight)
	ticks, top := d.countTicks(float64(d.level), d.inner())
	d.top = top
	for _, t := range ticks {
		y := d.y(int(t.Value))
		left, _ := d.sides(y)
		d.label(aligned(d.soft(), draw.XRight, draw.YCenter), left-8, y, t.Label)
	}
	d.water(p)
	d.inflow(p.Customers.New, d.new, -0.5, d.m.New)
	d.inflow(p.Customers.Reactivated, d.back, 0.5, d.m.Reactivated)
	d.outflow(p)
	d.walls()
	d.numbers(p)
}

func (d *bucket) inner() float64 { return bucketHeight - bucketFoot - bucketTop }

// middle and half are where the bucket stands, between its scale and the numbers,
// and half its width at the rim.
func (d *bucket) middle() float64 {
	return d.scaleWidth() + d.half() + max(0, (d.free()-2*d.half())*0.45)
}
func (d *bucket) half() float64 { return min(150, d.free()/2) }

// free is the width between the scale and the numbers.
func (d *bucket) free() float64 { return d.width - d.scaleWidth() - d.numbersWidth() }

func (d *bucket) scaleWidth() float64 {
	return d.widthOf(d.lang.Compact(float64(d.level)), sizeText, false) + 16
}

func (d *bucket) numbersWidth() float64 {
	w := d.widest(sizeSmall, string(d.m.Start), string(d.m.End), string(d.w.Net), string(d.w.Rate))
	for i := d.first; i < len(d.r.Periods); i++ {
		w = max(w, d.widthOf(d.periodName(d.r, &d.r.Periods[i]), sizeText, true))
	}
	return min(w, d.width*0.4) + 22
}

// y is how high a number of customers stands.
func (d *bucket) y(n int) float64 { return bucketFoot + d.inner()*0.94*float64(n)/d.top }

// sides returns where the walls are at a height: the bucket narrows to its foot.
func (d *bucket) sides(y float64) (left, right float64) {
	w := d.half() * (0.8 + 0.2*(y-bucketFoot)/d.inner())
	return d.middle() - w, d.middle() + w
}

// water fills the bucket to the customers at the end, with a line where it stood at
// the start.
func (d *bucket) water(p *churn.Period) {
	y := max(bucketFoot+1, d.y(p.Customers.End))
	d.canvas.series(d.held, func() {
		d.canvas.group("grows", func() { d.fill("heat-4", d.outline(bucketFoot, y)...) })
	})
	start := d.y(p.Customers.Start)
	left, right := d.sides(start)
	d.stroke(line(inkText, strokeFine, dashTight...), point(left, start), point(right, start))
	from, to := d.sides(y)
	d.markBox(rectangle(from, bucketFoot, to, y), figure.Mark{Series: d.held, Label: d.periodName(d.r, p), Values: d.valuesOf(p)})
}

// outline returns the corners of the bucket's inside between two heights.
func (d *bucket) outline(from, to float64) []vg.Point {
	a, b := d.sides(from)
	c, e := d.sides(to)
	return []vg.Point{point(a, from), point(b, from), point(e, to), point(c, to)}
}

func point(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(y)} }

func rectangle(x0, y0, x1, y1 float64) vg.Rectangle {
	return vg.Rectangle{Min: point(x0, y0), Max: point(x1, y1)}
}

// fill fills a polygon.
func (s *sheet) fill(ink Ink, corners ...vg.Point) {
	var path vg.Path
	path.Move(corners[0])
	for _, c := range corners[1:] {
		path.Line(c)
	}
	path.Close()
	s.canvas.SetColor(ink)
	s.canvas.Fill(path)
}

// stream is how wide a flow is.
func (d *bucket) stream(n int) float64 {
	return max(2, 0.62*d.half()*float64(n)/float64(max(1, d.out)))
}

// inflow lets customers fall in at a share of the rim's half width.
func (d *bucket) inflow(n, series int, at float64, name phrase) {
	x, rim := d.middle()+at*d.half(), bucketHeight-bucketTop
	label := aligned(d.style(inkText, sizeText, true), draw.XCenter, draw.YCenter)
	d.canvas.series(series, func() {
		d.label(label, x, bucketHeight-26, d.signed(n))
		d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), x, bucketHeight-10, string(name))
	})
	if n == 0 {
		return
	}
	w := d.stream(n) / 2
	box := rectangle(x-w, rim-14, x+w, bucketHeight-38)
	d.canvas.series(series, func() { d.canvas.box(Ink(d.fig.Series[series].Ink), box, 2) })
	d.markBox(box, figure.Mark{Series: series, Label: string(name), Values: []figure.Value{value(d.words.Common.Customers, d.lang.Int(n))}})
}

// outflow lets customers run out at the foot.
func (d *bucket) outflow(p *churn.Period) {
	n, x := p.Customers.Churned, d.middle()
	w := d.stream(n) / 2
	if n > 0 {
		box := rectangle(x-w, 8, x+w, bucketFoot)
		d.canvas.series(d.lost, func() { d.canvas.box("ink-3", box, 2) })
		d.markBox(box, figure.Mark{Series: d.lost, Label: string(d.m.Churned), Values: []figure.Value{
			value(d.words.Common.Customers, d.lang.Int(n)), value(d.w.Rate, d.percent(p.Churn.Value))}})
	}
	d.canvas.series(d.lost, func() {
		d.label(d.style(inkText, sizeText, true), x+w+10, 40, d.signed(-n))
		d.label(d.soft(), x+w+10, 24, string(d.m.Churned))
	})
}

// percent writes a share that may not be known.
func (s *sheet) percent(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	return s.lang.Percent(v, 1)
}

// known is the cell of such a share.
func (s *sheet) known(v float64) cell { return cell{s.percent(v), machine(v)} }

// walls draws the bucket, open above.
func (d *bucket) walls() {
	rim := bucketFoot + d.inner()
	a, b := d.sides(rim)
	c, e := d.sides(bucketFoot)
	d.stroke(line(inkText, 3), point(a, rim), point(c, bucketFoot), point(e, bucketFoot), point(b, rim))
}

// numbers writes what the picture says to the right of it.
func (d *bucket) numbers(p *churn.Period) {
	x, y := d.middle()+d.half()+22, bucketFoot+d.inner()
	f := p.Customers
	d.label(d.bold(), x, y-4, d.periodName(d.r, p))
	for i, v := range []figure.Value{
		value(d.m.Start, d.lang.Int(f.Start)), value(d.w.Net, d.signed(f.End-f.Start)), value(d.m.End, d.lang.Int(f.End)), value(d.w.Rate, d.percent(p.Churn.Value)),
	} {
		top := y - 26 - 36*float64(i)
		d.label(d.small(), x, top, v.Name)
		d.label(d.style(inkText, sizeLarge+1, true), x, top-15, v.Text)
	}
}

func (d *bucket) valuesOf(p *churn.Period) []figure.Value {
	f := p.Customers
	values := []figure.Value{
		value(d.m.Start, d.lang.Int(f.Start)), value(d.m.New, d.signed(f.New)), value(d.m.Reactivated, d.signed(f.Reactivated)),
		value(d.m.Churned, d.signed(-f.Churned)), value(d.m.End, d.lang.Int(f.End)), value(d.w.Rate, d.percent(p.Churn.Value)),
	}
	if f.Passing > 0 {
		values = append(values, value(d.w.Passing, d.lang.Int(f.Passing)))
	}
	return values
}

func (d *bucket) table() {
	d.columns(textColumn(d.m.Period), numberColumn(d.m.Start), numberColumn(d.m.New), numberColumn(d.m.Reactivated), numberColumn(d.m.Churned), numberColumn(d.m.End), numberColumn(d.w.Passing), numberColumn(d.w.Rate))
	for i := range d.r.Periods {
		p := &d.r.Periods[i]
		f := p.Customers
		d.row(cell{d.periodName(d.r, p), p.From.String()}, d.count(f.Start), d.count(f.New), d.count(f.Reactivated), d.count(f.Churned), d.count(f.End), d.count(f.Passing), d.known(p.Churn.Value))
	}
}

// tell writes description and footer.
func (d *bucket) tell() {
	l, last := d.lang, &d.r.Periods[len(d.r.Periods)-1]
	f := last.Customers
	d.describe(d.w.Describe.with("period", d.periodName(d.r, last), "start", l.Int(f.Start), "in", l.Int(f.New+f.Reactivated), "back", l.Int(f.Reactivated), "out", l.Int(f.Churned), "end", l.Int(f.End)))
	d.footer(string(d.w.Define), d.m.Counted.with("customers", l.Int(d.r.Customers), "window", d.window(d.r.Periods[0].From, last.To-1)))
}
