package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/portfolio"
)

// Portfolio draws customers or groups as bubbles over share of wallet and profit, on the
// cells of a matrix. strategy names the cells; name names the groups, or is nil where
// each bubble is one customer: those carry their rank, never their name, so that the
// figure may stand on a projector. crowd, if not nil, are all customers, who shade the
// ground.
func Portfolio(m *portfolio.Matrix, crowd *portfolio.Placing, bubbles []portfolio.Bubble, strategy, name func(key string) string, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "portfolio", func(w *words) phrase { return w.Portfolio.Title })
	d := &portfolioMap{sheet: s, m: m, crowd: crowd, bubbles: bubbles, strategy: strategy, name: name, w: &s.words.Portfolio}
	if m.Customers == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// portfolioMap is a Portfolio figure in the making.
type portfolioMap struct {
	*sheet
	m              *portfolio.Matrix
	crowd          *portfolio.Placing
	bubbles        []portfolio.Bubble
	strategy, name func(string) string
	w              *portfolioWords

	xTop   float64 // of the axis; beyond lies the strip for shares above 1
	beyond bool
	unit   float64 // where the profit axis turns from linear to logarithmic
	taken  []vg.Rectangle
}

// Series of the figure.
const (
	portfolioBubbles = iota
	portfolioCrowd
)

// stripWidth is that of the strip for shares above 1, in shares.
const stripWidth = 0.1

func (d *portfolioMap) draw() {
	d.heading = string(d.w.Heading)
	d.series(d.w.Bubbles, "ink-fade-1", figure.Dot)
	if d.crowd != nil {
		d.series(d.w.Crowd, heatInk(0.3), figure.Bar)
	}
	height := d.fit(min(520, max(320, d.width*0.66)), 0)
	area := d.open(height)
	area.Max.X -= 18
	area.Max.Y -= 4
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	d.scaleShares(p, height)
	d.scaleProfits(p, height)
	p.Add(plotFunc(func(c draw.Canvas, p *plot.Plot) { d.ground(panel{p, c, d.sheet}) }))
	on := d.sheet.draw(p, area)
	d.bubblesOn(on)
	d.cellsOn(on)
}

// scaleShares ends the axis at 100 %, or earlier where nobody comes near; shares above 1
// stand in a strip of their own.
func (d *portfolioMap) scaleShares(p *plot.Plot, height float64) {
	hi := 0.0
	d.each(func(share, _ float64) { hi = max(hi, share) })
	d.beyond = hi > 1
	hi = max(hi, 1.1*d.m.Options.Share.Cuts[len(d.m.Options.Share.Cuts)-1])
	ticks, top := d.shareTicks(hi, min(height, d.width/2))
	d.xTop = top
	if hi > 0.5 {
		d.xTop = 1
	}
	p.X.Min, p.X.Max = 0, d.xTop
	if d.beyond {
		p.X.Max += stripWidth
		last := len(ticks) - 1 // at 100 %, whose label would touch the strip's
		ticks = append(ticks[:last:last], plot.Tick{Value: d.xTop + stripWidth/2, Label: "> " + d.lang.Percent(1, 0)})
	}
	p.X.Tick.Marker = ticks
}

// each walks the points that are drawn.
func (d *portfolioMap) each(f func(share, profit float64)) {
	for _, b := range d.bubbles {
		f(b.Share, b.Profit)
	}
	if d.crowd == nil {
		return
	}
	for c, of := range d.crowd.Of {
		if of >= 0 {
			f(d.crowd.Share[c], d.crowd.Profit[c])
		}
	}
}

// x is where a share lies on the axis.
func (d *portfolioMap) x(share float64) float64 {
	if share > 1 && d.beyond {
		return d.xTop + stripWidth/2
	}
	return max(0, min(d.xTop, share))
}

// cellLane is how high the name of a strategy and its count stand, in pixels.
const cellLane = 60.0

// scaleProfits chooses the axis asinh(profit ÷ unit), which is linear about 0 and
// logarithmic away from it, on either side: profits may be below 0.
func (d *portfolioMap) scaleProfits(p *plot.Plot, height float64) {
	lo, hi, cut := 0.0, 0.0, 0.0
	d.each(func(_, profit float64) { lo, hi = min(lo, profit), max(hi, profit) })
	for _, v := range d.m.Options.Profit.Cuts {
		lo, hi, cut = min(lo, v), max(hi, v), max(cut, math.Abs(v))
	}
	most := max(hi, -lo, 1e-9)
	d.unit = max(cut/2, most/200)
	if cut == 0 {
		d.unit = most / 20
	}
	p.Y.Min, p.Y.Max = d.y(lo), d.y(hi)
	room := (p.Y.Max - p.Y.Min) * 0.07
	p.Y.Max += (p.Y.Max - p.Y.Min) * cellLane / height // bubbles stay off the strategies of the top row
	if lo < 0 {
		p.Y.Min -= room
	}
	p.Y.Tick.Marker = d.profitTicks(p, height)
}

func (d *portfolioMap) y(profit float64) float64 {
	v := math.Abs(profit) / d.unit
	return math.Copysign(numeric.Log(v+math.Sqrt(float64(v*v)+1)), profit)
}

// profitTicks marks 0 and round amounts as far as they stay apart.
func (d *portfolioMap) profitTicks(p *plot.Plot, height float64) plot.ConstantTicks {
	apart := 30 * (p.Y.Max - p.Y.Min) / (height - 46)
	ticks := plot.ConstantTicks{{Value: 0, Label: d.lang.MoneyCompact(0, d.currency)}}
	for _, side := range []float64{1, -1} {
		last := 0.0
		for e := int(math.Floor(math.Log10(d.unit))) - 1; e < 18; e++ {
			for _, m := range []float64{1, 2, 5} {
				v := side * roundOff(m*math.Pow10(e))
				at := d.y(v)
				if at > p.Y.Max || at < p.Y.Min || math.Abs(at-last) < apart {
					continue
				}
				ticks = append(ticks, plot.Tick{Value: at, Label: d.lang.MoneyCompact(v, d.currency)})
				last = at
			}
		}
	}
	return ticks
}

// ground draws what lies under the bubbles: the crowd, the cells' borders, the zero line.
func (d *portfolioMap) ground(on panel) {
	if d.crowd != nil {
		d.canvas.series(portfolioCrowd, func() { d.shade(on) })
	}
	p := on.plot
	if p.Y.Min < 0 {
		d.stroke(line(inkGrid, strokePlain), on.at(p.X.Min, 0), on.at(p.X.Max, 0))
	}
	if d.beyond {
		d.stroke(line(inkGrid, strokePlain, dashTight...), on.at(d.xTop, p.Y.Min), on.at(d.xTop, p.Y.Max))
	}
	for _, cut := range d.m.Options.Share.Cuts {
		x := min(p.X.Max, max(0, min(cut, d.xTop)))
		d.stroke(line(inkSoft, strokeFine, dashLoose...), on.at(x, p.Y.Min), on.at(x, p.Y.Max))
	}
	for _, cut := range d.m.Options.Profit.Cuts {
		d.stroke(line(inkSoft, strokeFine, dashLoose...), on.at(p.X.Min, d.y(cut)), on.at(p.X.Max, d.y(cut)))
	}
}

// shadeStep is the size of a field of the crowd, in pixels.
const shadeStep = 13.0

// shade counts the customers without a bubble in fields and colours these by the root of
// the count, so that the few show beside the many. The palest half of the scale leaves
// letters and bubbles readable.
func (d *portfolioMap) shade(on panel) {
	box := on.rect(on.plot.X.Min, on.plot.Y.Min, on.plot.X.Max, on.plot.Y.Max)
	columns, rows := int(float64(box.Size().X)/shadeStep)+1, int(float64(box.Size().Y)/shadeStep)+1
	counts, most := make([]int, columns*rows), 0
	for c, of := range d.crowd.Of {
		if of < 0 {
			continue
		}
		at := on.at(d.x(d.crowd.Share[c]), d.y(d.crowd.Profit[c]))
		i := min(columns-1, max(0, int(float64(at.X-box.Min.X)/shadeStep)))
		j := min(rows-1, max(0, int(float64(at.Y-box.Min.Y)/shadeStep)))
		counts[j*columns+i]++
		most = max(most, counts[j*columns+i])
	}
	for k, n := range counts {
		if n == 0 {
			continue
		}
		from := vg.Point{X: box.Min.X + vg.Length(float64(k%columns)*shadeStep), Y: box.Min.Y + vg.Length(float64(k/columns)*shadeStep)}
		to := vg.Point{X: min(box.Max.X, from.X+shadeStep-1), Y: min(box.Max.Y, from.Y+shadeStep-1)}
		d.canvas.box(heatInk(0.1+0.4*math.Sqrt(float64(n)/float64(most))), vg.Rectangle{Min: from, Max: to}, 2)
	}
}

// bubblesOn draws the bubbles, the largest first, and names as many as stay apart.
func (d *portfolioMap) bubblesOn(on panel) {
	largest := 0.0
	for _, b := range d.bubbles {
		largest = max(largest, b.Revenue.Float())
	}
	full := min(24, max(12, d.width*0.03))
	boxes := make([]vg.Rectangle, len(d.bubbles))
	d.canvas.series(portfolioBubbles, func() {
		for i, b := range d.bubbles {
			r := 3.5
			if b.Revenue > 0 {
				r = max(r, full*math.Sqrt(b.Revenue.Float()/largest))
			}
			at := d.keepInside(on, on.at(d.x(b.Share), d.y(b.Profit)), r)
			d.bubble(at, r)
			boxes[i] = around(at, vg.Length(r), vg.Length(r))
			d.markBox(boxes[i], d.markOf(i))
		}
	})
	d.reserveCells(on)
	for i := range d.bubbles {
		d.nameBubble(on, boxes[i], d.short(i))
	}
}

// keepInside moves a bubble so that it stays on the ground.
func (d *portfolioMap) keepInside(on panel, at vg.Point, r float64) vg.Point {
	box := on.rect(on.plot.X.Min, on.plot.Y.Min, on.plot.X.Max, on.plot.Y.Max)
	at.X = max(box.Min.X+vg.Length(min(r, 4)), min(box.Max.X-vg.Length(r), at.X))
	at.Y = max(box.Min.Y+vg.Length(min(r, 4)), min(box.Max.Y-vg.Length(r), at.Y))
	return at
}

func (d *portfolioMap) bubble(at vg.Point, r float64) {
	c := draw.Canvas{Canvas: d.canvas}
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: Ink("ink-fade-1"), Radius: vg.Length(r), Shape: draw.CircleGlyph{}}, at)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: inkMain, Radius: vg.Length(r), Shape: draw.RingGlyph{}}, at)
}

func around(at vg.Point, dx, dy vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: at.X - dx, Y: at.Y - dy}, Max: vg.Point{X: at.X + dx, Y: at.Y + dy}}
}

// short is a bubble's label on the ground.
func (d *portfolioMap) short(i int) string {
	if d.name == nil {
		return strconv.Itoa(i + 1)
	}
	return d.shorten(d.name(d.bubbles[i].Key), d.width/4)
}

// nameBubble writes a label inside the bubble or beside it, wherever it first stays clear
// of others; nowhere, if there is no such place.
func (d *portfolioMap) nameBubble(on panel, bubble vg.Rectangle, label string) {
	half := vg.Length(d.widthOf(label, sizeSmall, false)/2 + 1)
	up := vg.Length(sizeSmall*lineHeight/2 + 1)
	r, at := bubble.Size().X/2, vg.Point{X: (bubble.Min.X + bubble.Max.X) / 2, Y: (bubble.Min.Y + bubble.Max.Y) / 2}
	ground := on.rect(on.plot.X.Min, on.plot.Y.Min, on.plot.X.Max, on.plot.Y.Max)
	places := []vg.Point{{X: at.X + r + half + 2, Y: at.Y}, {X: at.X - r - half - 2, Y: at.Y}, {X: at.X, Y: at.Y + r + up}, {X: at.X, Y: at.Y - r - up}}
	if half < r-1 {
		places = append([]vg.Point{at}, places...)
	}
	for _, place := range places {
		box := around(place, half, up)
		if !within(box, ground) || d.isTaken(box) {
			continue
		}
		d.taken = append(d.taken, box)
		d.label(aligned(d.style(inkText, sizeSmall, false), draw.XCenter, draw.YCenter), float64(place.X), float64(place.Y), label)
		return
	}
}

func within(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X && a.Max.X <= b.Max.X && a.Min.Y >= b.Min.Y && a.Max.Y <= b.Max.Y
}

func (d *portfolioMap) isTaken(box vg.Rectangle) bool {
	for _, t := range d.taken {
		if box.Min.X < t.Max.X && t.Min.X < box.Max.X && box.Min.Y < t.Max.Y && t.Min.Y < box.Max.Y {
			return true
		}
	}
	return false
}

// cell returns the rectangle of cell i.
func (d *portfolioMap) cell(on panel, i int) vg.Rectangle {
	o := &d.m.Options
	x, y := i%o.Share.Bands, i/o.Share.Bands
	edge := func(cuts []float64, k int, lo, hi float64, at func(float64) float64) float64 {
		switch {
		case k == 0:
			return lo
		case k > len(cuts):
			return hi
		}
		return max(lo, min(hi, at(cuts[k-1])))
	}
	p := on.plot
	plain := func(v float64) float64 { return max(0, min(v, d.xTop)) }
	return on.rect(edge(o.Share.Cuts, x, p.X.Min, p.X.Max, plain), edge(o.Profit.Cuts, y, p.Y.Min, p.Y.Max, d.y),
		edge(o.Share.Cuts, x+1, p.X.Min, p.X.Max, plain), edge(o.Profit.Cuts, y+1, p.Y.Min, p.Y.Max, d.y))
}

// headline is the text in a cell's upper left corner, and its count below where it fits.
func (d *portfolioMap) headline(on panel, i int) (rows []string, box vg.Rectangle) {
	cell := d.cell(on, i)
	width := float64(cell.Size().X) - 12
	step := vg.Length(sizeText * lineHeight)
	c := &d.m.Cells[i]
	for _, txt := range append(d.wrap(d.strategy(c.Key), width), d.countedIn(c)) {
		if d.widthOf(txt, sizeText, true) > width || vg.Length(len(rows)+1)*step > cell.Size().Y-6 {
			break
		}
		rows = append(rows, txt)
	}
	box = vg.Rectangle{Min: vg.Point{X: cell.Min.X + 6, Y: cell.Max.Y - 3 - vg.Length(len(rows))*step}, Max: vg.Point{X: cell.Min.X + 6, Y: cell.Max.Y - 3}}
	for _, txt := range rows {
		box.Max.X = max(box.Max.X, box.Min.X+vg.Length(d.widthOf(txt, sizeText, true)))
	}
	return rows, box
}

func (d *portfolioMap) countedIn(c *portfolio.Cell) string {
	return d.w.CellCounted.with("customers", d.lang.Int(c.Customers), "share", d.known(c.RevenueShare))
}

func (d *portfolioMap) known(share float64) string {
	if math.IsNaN(share) {
		return "—"
	}
	return d.lang.Percent(share, 0)
}

// reserveCells keeps labels of bubbles off those of cells.
func (d *portfolioMap) reserveCells(on panel) {
	for i := range d.m.Cells {
		if rows, box := d.headline(on, i); len(rows) > 0 {
			d.taken = append(d.taken, box)
		}
	}
}

// cellsOn writes the strategies, and makes each cell a mark behind the bubbles.
func (d *portfolioMap) cellsOn(on panel) {
	for i := range d.m.Cells {
		rows, box := d.headline(on, i)
		for k, txt := range rows {
			sty := d.bold()
			if k > 0 && k == len(rows)-1 && txt == d.countedIn(&d.m.Cells[i]) {
				sty = d.soft()
			}
			at := vg.Point{X: box.Min.X, Y: box.Max.Y - vg.Length((float64(k)+0.5)*sizeText*lineHeight)}
			d.note(sty, at, txt)
		}
		d.markBox(d.cell(on, i), d.markOfCell(&d.m.Cells[i]))
	}
}

func (d *portfolioMap) markOf(i int) figure.Mark {
	b, c := &d.bubbles[i], d.words.Common
	m := figure.Mark{Series: portfolioBubbles, Label: d.w.OneOf.with("rank", d.lang.Int(i+1)), Key: "customer:" + b.Key}
	if d.name != nil {
		m.Label, m.Key = d.name(b.Key), "group:"+b.Key
		m.Values = []figure.Value{value(c.Customers, d.lang.Int(b.Customers))}
	}
	m.Values = append(m.Values, value(d.w.Share, d.known(b.Share)), value(d.w.Each, d.lang.MoneyWhole(b.Profit, d.currency)),
		value(c.Revenue, d.lang.MoneyWhole(b.Revenue.Float(), d.currency)), value(d.w.Strategy, d.strategy(b.Cell)))
	return m
}

func (d *portfolioMap) markOfCell(c *portfolio.Cell) figure.Mark {
	w := d.words.Common
	lost := "—"
	if c.Customers > 0 {
		lost = d.lang.Percent(c.LostShare, 1) + " (" + d.shareRange(c.LostLow, c.LostHigh) + ")"
	}
	return figure.Mark{Series: -1, Label: d.strategy(c.Key), Key: "cell:" + c.Key, Values: []figure.Value{
		value(w.Customers, d.lang.Int(c.Customers)),
		value(w.Revenue, d.lang.MoneyWhole(c.Revenue.Float(), d.currency)+" ("+d.known(c.RevenueShare)+")"),
		value(d.w.Profit, d.lang.MoneyWhole(c.Profit.Float(), d.currency)),
		value(d.w.Churn, lost),
	}}
}

func (d *portfolioMap) table() {
	c := d.words.Common
	first := d.w.Group
	d.columns(textColumn(first), numberColumn(c.Customers), numberColumn(d.w.Share), numberColumn(d.w.Each), numberColumn(c.Revenue), textColumn(d.w.Strategy))
	for i, b := range d.bubbles {
		label := d.w.OneOf.with("rank", d.lang.Int(i+1))
		if d.name != nil {
			label = d.name(b.Key)
		}
		d.row(word(label), d.count(b.Customers), d.share(b.Share), d.amount(b.Profit), d.amount(b.Revenue.Float()), word(d.strategy(b.Cell)))
	}
}

// tell writes description and footer.
func (d *portfolioMap) tell() {
	l, o := d.lang, &d.m.Options
	sentences := []string{d.w.Described.with("customers", l.Int(d.m.Customers))}
	for i := range d.m.Cells {
		if c := &d.m.Cells[i]; c.Customers > 0 {
			sentences = append(sentences, d.w.DescribedCell.with("strategy", d.strategy(c.Key), "customers", l.Int(c.Customers), "share", d.known(c.RevenueShare)))
		}
	}
	d.describe(sentences...)
	share, profit := "", ""
	for k, v := range o.Share.Cuts {
		share += d.listed(k) + l.Percent(v, decimalsOf(v))
	}
	for k, v := range o.Profit.Cuts {
		profit += d.listed(k) + l.MoneyWhole(v, d.currency)
	}
	left := d.m.NoWallet.Customers + d.m.BadWallet.Customers + d.m.NoProfit.Customers
	d.footer(d.w.Define.with("days", l.Days(float64(d.m.Days)), "share", share, "profit", profit),
		d.w.Counted.with("customers", l.Int(d.m.Customers), "left", l.Int(left)))
}

// listed separates a value from the one before it.
func (d *portfolioMap) listed(k int) string {
	if k == 0 {
		return ""
	}
	return " / "
}
