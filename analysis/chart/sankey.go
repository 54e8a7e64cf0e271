package chart

import (
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

// Sankey draws who went from which group to which between two days: a bar for each
// group on either day, and ribbons between them as wide as there are customers. Names
// come in the style's language from names, by the key of a group.
func Sankey(m *segment.Migration, names func(key string) string, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "migration", func(w *words) phrase { return w.Sankey.Title })
	d := &sankey{sheet: s, m: m, w: &s.words.Sankey, name: names}
	if m.End().Customers == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.lay()
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// lay makes the flows as high as the height to keep to lets them be: small groups keep their
// labels, so that flows have to give way.
func (d *sankey) lay() {
	for flow := sankeyFlow; flow > sankeyFlow/4; flow -= 10 {
		d.layout = layOut(d.m, flow)
		if d.layout.height <= d.fit(d.layout.height, sankeyHead) {
			return
		}
	}
}

// sankey is a Sankey figure in the making.
type sankey struct {
	*sheet
	m      *segment.Migration
	w      *sankeyWords
	name   func(string) string
	layout *sankeyLayout

	of         [segment.Came + 1]int // series by direction, −1 for none
	x0, x1     float64               // inner edges of the bars
	labels     [2][]string           // of the nodes of either side
	labelsOver bool                  // labels stand upon the ribbons: the sheet is too narrow for margins
}

// sankeyInks colour the directions: what stays as it is is quiet.
var sankeyInks = [...]Ink{segment.Stayed: "ink-fade-5", segment.Up: "ink-fade-1", segment.Down: "ink-fade-3", segment.Changed: "ink-fade-2", segment.Came: "ink-fade-4"}

// declare names the directions that occur.
func (d *sankey) declare() {
	d.heading = string(d.w.Heading)
	for direction := range d.of {
		d.of[direction] = -1
		for _, r := range d.layout.ribbons {
			if r.direction == segment.Direction(direction) {
				d.of[direction] = d.series(d.directionName(r.direction), sankeyInks[direction], figure.Bar)
				break
			}
		}
	}
}

func (d *sankey) directionName(direction segment.Direction) phrase {
	return [...]phrase{segment.Stayed: d.w.Stayed, segment.Up: d.w.Up, segment.Down: d.w.Down, segment.Changed: d.w.Changed, segment.Came: d.w.Came}[direction]
}

func (d *sankey) draw() {
	d.open(d.layout.height + sankeyHead)
	d.measureUp()
	for i := range d.of {
		if d.of[i] >= 0 {
			d.canvas.series(d.of[i], func() { d.ribbons(segment.Direction(i)) })
		}
	}
	d.side(0)
	d.side(1)
	d.days()
	d.marks()
}

// measureUp finds where the bars stand: inside of their labels, or at the edges where
// that would leave less than a third of the sheet between them.
func (d *sankey) measureUp() {
	for side, nodes := range [2][]sankeyNode{d.layout.left, d.layout.right} {
		for i := range nodes {
			d.labels[side] = append(d.labels[side], d.nodeName(&nodes[i])+"\u00a0 "+d.lang.Int(nodes[i].Customers))
		}
	}
	left, right := d.widest(sizeText, d.labels[0]...)+8, d.widest(sizeText, d.labels[1]...)+8
	d.labelsOver = d.width-left-right-2*sankeyBar < d.width/3
	if d.labelsOver {
		left, right = 0, 0
		d.shorten((d.width - 2*sankeyBar - 40) / 2)
	}
	d.x0, d.x1 = left+sankeyBar, d.width-right-sankeyBar
}

// shorten cuts the names of labels so that those of both sides fit between the bars.
func (d *sankey) shorten(width float64) {
	for side, nodes := range [2][]sankeyNode{d.layout.left, d.layout.right} {
		for i := range nodes {
			count := "\u00a0 " + d.lang.Int(nodes[i].Customers)
			name := []rune(d.nodeName(&nodes[i]))
			for len(name) > 1 && d.widthOf(d.labels[side][i], sizeText, false) > width {
				name = name[:len(name)-1]
				d.labels[side][i] = string(name) + "…" + count
			}
		}
	}
}

// nodeName names a group on either side.
func (d *sankey) nodeName(n *sankeyNode) string {
	switch {
	case len(n.groups) > 1:
		return d.w.Rest.with("k", d.lang.Int(len(n.groups)))
	case n.groups[0] == d.m.Newcomers():
		return string(d.w.New)
	}
	return d.name(d.m.Groups[n.groups[0]])
}

// y turns a distance from the top of the body into a height on the sheet.
func (d *sankey) y(down float64) float64 { return d.layout.height - down }

// ribbons draws the flows of one direction.
func (d *sankey) ribbons(direction segment.Direction) {
	middle := (d.x0 + d.x1) / 2
	for _, r := range d.layout.ribbons {
		if r.direction != direction {
			continue
		}
		width := max(0.75, r.width) // one customer of many can be seen
		from, to := d.y(r.from), d.y(r.to)
		var path vg.Path
		path.Move(point(d.x0, from))
		path.CubeTo(point(middle, from), point(middle, to), point(d.x1, to))
		path.Line(point(d.x1, to-width))
		path.CubeTo(point(middle, to-width), point(middle, from-width), point(d.x0, from-width))
		path.Close()
		d.canvas.SetColor(sankeyInks[direction])
		d.canvas.Fill(path)
	}
}

// side draws the bars and labels of one day.
func (d *sankey) side(side int) {
	nodes, x := d.layout.left, d.x0-sankeyBar
	outer, inner := x-8, d.x0+8
	align, inward := draw.XRight, draw.XLeft
	if side == 1 {
		nodes, x = d.layout.right, d.x1
		outer, inner = x+sankeyBar+8, d.x1-8
		align, inward = inward, align
	}
	for i, n := range nodes {
		d.canvas.box(inkSoft, rectangle(x, d.y(n.top+max(1, n.bar)), x+sankeyBar, d.y(n.top)), 0)
		at := d.y(n.top + n.bar/2)
		if d.labelsOver {
			d.note(aligned(d.plain(), inward, draw.YCenter), point(inner, at), d.labels[side][i])
			continue
		}
		d.label(aligned(d.plain(), align, draw.YCenter), outer, at, d.labels[side][i])
	}
}

// days writes the two days above the bars.
func (d *sankey) days() {
	y := d.layout.height + sankeyHead/2
	for i, day := range []string{d.lang.Date(d.m.From), d.lang.Date(d.m.To)} {
		x := inside([]float64{d.x0, d.x1}[i], d.widthOf(day, sizeText, true), 0, d.width)
		d.label(aligned(d.bold(), draw.XCenter, draw.YCenter), x, y, day)
	}
}

// marks walk the groups of the first day, each followed by where its customers went,
// then those of the second.
func (d *sankey) marks() {
	for i := range d.layout.left {
		d.markNode(&d.layout.left[i], d.x0-sankeyBar, 0)
		for k := range d.layout.ribbons {
			if r := &d.layout.ribbons[k]; r.left == i {
				d.markRibbon(r)
			}
		}
	}
	for j := range d.layout.right {
		d.markNode(&d.layout.right[j], d.x1, 1)
	}
}

func (d *sankey) markNode(n *sankeyNode, x float64, side int) {
	day := []string{d.lang.Date(d.m.From), d.lang.Date(d.m.To)}[side]
	label := d.w.On.with("group", d.nodeName(n), "day", day)
	if side == 0 && n.groups[0] == d.m.Newcomers() {
		label = d.nodeName(n)
	}
	d.markBox(rectangle(x, d.y(n.top+max(1, n.bar)), x+sankeyBar, d.y(n.top)), figure.Mark{Series: -1, Label: label, Values: d.valuesOf(n.Flow)})
}

// markRibbon puts a mark where the flow leaves its bar: there ribbons lie side by side.
func (d *sankey) markRibbon(r *sankeyRibbon) {
	const t = 0.3 // of the way
	from, to := d.y(r.from+r.width/2), d.y(r.to+r.width/2)
	bend := t * t * (3 - 2*t)
	left, right := &d.layout.left[r.left], &d.layout.right[r.right]
	values := append(d.valuesOf(r.Flow), value(phrase(d.w.Of.with("group", d.nodeName(left))), d.lang.Percent(float64(r.Customers)/float64(left.Customers), 1)))
	d.mark(figure.Mark{X: d.x0 + (d.x1-d.x0)*(t*t*t+1.5*t*(1-t)), Y: d.canvas.height - (from + bend*(to-from)), Series: d.of[r.direction],
		Label: d.w.Move.with("from", d.nodeName(left), "to", d.nodeName(right)), Key: r.key, Values: values})
}

// cellKey names a cell of the matrix in marks.
func cellKey(row, column int) string {
	return "cell:" + strconv.Itoa(row) + "," + strconv.Itoa(column)
}

func (d *sankey) valuesOf(f segment.Flow) []figure.Value {
	return []figure.Value{
		value(d.words.Common.Customers, d.lang.Int(f.Customers)),
		value(d.before(), d.lang.Money(f.Before.Float(), d.currency)),
		value(d.after(), d.lang.Money(f.After.Float(), d.currency)),
	}
}

func (d *sankey) before() phrase { return phrase(d.w.Revenue.with("day", d.lang.Date(d.m.From))) }
func (d *sankey) after() phrase  { return phrase(d.w.Revenue.with("day", d.lang.Date(d.m.To))) }

// table lists every cell that anybody is in, folded nowhere.
func (d *sankey) table() {
	d.columns(textColumn(phrase(d.lang.Date(d.m.From))), textColumn(phrase(d.lang.Date(d.m.To))), textColumn(d.w.Direction),
		numberColumn(d.words.Common.Customers), numberColumn(d.w.RowShare), numberColumn(d.before()), numberColumn(d.after()))
	for row := range d.m.Rows {
		from := string(d.w.New)
		if row < d.m.Newcomers() {
			from = d.name(d.m.Groups[row])
		}
		for column, key := range d.m.Groups {
			if f := d.m.At(row, column); f.Customers > 0 {
				d.row(word(from), word(d.name(key)), word(string(d.directionName(d.m.Direction(row, column)))),
					d.count(f.Customers), d.share(f.Share), d.amount(f.Before.Float()), d.amount(f.After.Float()))
			}
		}
	}
}

// tell writes description and footer.
func (d *sankey) tell() {
	l, start := d.lang, d.m.Start().Customers
	sentences := []string{d.w.Describe.with("customers", l.Int(start), "from", l.Date(d.m.From), "to", l.Date(d.m.To), "stayed", d.percent(d.m.Stay.Share))}
	if d.m.Ordered {
		sentences = append(sentences, d.w.DescribeOrder.with("up", d.percent(d.m.Rise.Share), "down", d.percent(d.m.Fall.Share)))
	}
	if came := d.m.Rows[d.m.Newcomers()].Customers; came > 0 {
		sentences = append(sentences, d.w.DescribeCame.with("customers", l.Int(came)))
	}
	if r := d.largest(); r != nil {
		sentences = append(sentences, d.w.DescribeMost.with("from", d.nodeName(&d.layout.left[r.left]), "to", d.nodeName(&d.layout.right[r.right]), "customers", l.Int(r.Customers)))
	}
	d.describe(sentences...)
	d.footer(string(d.w.Define), d.w.Counted.with("days", l.Int(d.m.Window), "customers", l.Int(d.m.End().Customers)))
}

// largest is the widest flow into another group, nil if nobody moved.
func (d *sankey) largest() *sankeyRibbon {
	var widest *sankeyRibbon
	for k := range d.layout.ribbons {
		r := &d.layout.ribbons[k]
		if r.direction != segment.Stayed && r.direction != segment.Came && (widest == nil || r.Customers > widest.Customers) {
			widest = r
		}
	}
	return widest
}
