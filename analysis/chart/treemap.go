package chart

import (
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// MaxTiles bounds the tiles of a Treemap: nobody compares more areas than that.
const MaxTiles = 11

// Treemap draws segments as tiles, as large as their number of customers and coloured
// by their share of revenue or, where show asks for it, by the share who count as lost.
// Where there are more than MaxTiles, the smallest share the last one. Names come in the
// style's language from names, by segment key.
func Treemap(r *rfm.Result, names func(key string) string, show rfm.Quantity, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "segment-map", func(w *words) phrase { return w.Tree.Title })
	d := &treemap{sheet: s, r: r, show: show, w: &s.words.Tree}
	d.tiles, d.folded = d.fold(byCustomers(r.Segments), names)
	if len(d.tiles) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// treemap is a Treemap in the making.
type treemap struct {
	*sheet
	r      *rfm.Result
	show   rfm.Quantity
	w      *treeWords
	tiles  []tile
	folded bool // the last tile holds several segments
}

// A tile is one segment, or the smallest of them together.
type tile struct {
	rfm.Segment
	name string
}

// byCustomers returns the segments that have customers, the largest first.
func byCustomers(list []rfm.Segment) []rfm.Segment {
	sorted := slices.DeleteFunc(slices.Clone(list), func(s rfm.Segment) bool { return s.Customers == 0 })
	slices.SortStableFunc(sorted, func(a, b rfm.Segment) int { return b.Customers - a.Customers })
	return sorted
}

func (d *treemap) fold(list []rfm.Segment, names func(string) string) (tiles []tile, folded bool) {
	for i, s := range list {
		if i == MaxTiles-1 && len(list) > MaxTiles {
			return append(tiles, d.rest(list[i:])), true
		}
		tiles = append(tiles, tile{s, names(s.Key)})
	}
	return tiles, false
}

// rest adds up what the smallest segments are together.
func (d *treemap) rest(list []rfm.Segment) tile {
	all := tile{name: d.w.Rest.with("n", strconv.Itoa(len(list)))}
	for _, s := range list {
		all.Customers += s.Customers
		all.Revenue += s.Revenue
		all.Loss.Lost += s.Loss.Lost
	}
	all.Loss = rfm.LossOf(all.Loss.Lost, all.Customers, isKnown(list[0].Loss.Share))
	return all
}

func (d *treemap) draw() {
	height := d.fit(min(380, max(240, d.width*0.55)), 0)
	d.open(height)
	var sizes []float64
	mostRevenue := analysis.Money(1)
	for _, t := range d.tiles {
		sizes = append(sizes, float64(t.Customers))
		mostRevenue = max(mostRevenue, t.Revenue)
	}
	for i, room := range squarify(sizes, box(0, 0, vg.Length(d.width), vg.Length(height))) {
		t := d.tiles[i]
		full := max(0, part(t.Revenue, mostRevenue))
		if d.show == rfm.LossShare {
			full = t.Loss.Share
		}
		d.tile(t, room, full)
	}
}

func (d *treemap) tile(t tile, room vg.Rectangle, full float64) {
	inner := box(room.Min.X+cellGap/2, room.Min.Y+cellGap/2, room.Max.X-cellGap/2, room.Max.Y-cellGap/2)
	d.canvas.box(heatInk(full), inner, radiusBox)
	x, y := float64(inner.Min.X)+8, float64(inner.Max.Y)-14
	for _, l := range d.lines(t, float64(inner.Size().X)-14, float64(inner.Size().Y)-10) {
		d.label(aligned(d.style(onHeat(full), l.size, l.bold), draw.XLeft, draw.YCenter), x, y, l.text)
		y -= tileLine
	}
	d.markBox(inner, d.markOf(t))
}

// tileLine is the height of a line of text in a tile, in pixels.
const tileLine = 16.0

// A tileText is one line of a tile.
type tileText struct {
	text string
	size float64
	bold bool
}

// lines returns what fits into a tile: its name, then its shares. A tile too small for
// its name says nothing; its mark does.
func (d *treemap) lines(t tile, width, height float64) (list []tileText) {
	name := d.wrapped(t.name, width)
	if name == nil || float64(len(name))*tileLine > height {
		return nil
	}
	for _, part := range name {
		list = append(list, tileText{part, sizeText, true})
	}
	for _, more := range []string{d.words.Grid.LongCustomers.with("share", d.customers(t)), d.second(t)} {
		if more == "" || d.widthOf(more, sizeSmall, false) > width || float64(len(list)+1)*tileLine > height {
			break
		}
		list = append(list, tileText{more, sizeSmall, false})
	}
	return list
}

// wrapped writes a name in one line or, between words or Chinese characters, in two; nil
// if it does not fit.
func (d *treemap) wrapped(name string, width float64) []string {
	fits := func(s string) bool { return d.widthOf(s, sizeText, true) <= width }
	if fits(name) {
		return []string{name}
	}
	best := []string(nil)
	for i, r := range name {
		if i == 0 || r != ' ' && !isWide(r) {
			continue
		}
		if first, second := name[:i], strings.TrimPrefix(name[i:], " "); fits(first) && fits(second) {
			best = []string{first, second} // as much as fits in the first line
		}
	}
	return best
}

// second is what a tile says behind its share of customers.
func (d *treemap) second(t tile) string {
	if d.show != rfm.LossShare {
		return d.words.Grid.LongRevenue.with("share", d.revenue(t))
	}
	if !isKnown(t.Loss.Share) {
		return ""
	}
	return string(d.words.Grid.LostShare) + " " + d.lang.Percent(t.Loss.Share, 1)
}

func (d *treemap) customers(t tile) string {
	return d.lang.Percent(float64(t.Customers)/float64(d.r.Customers), 1)
}

func (d *treemap) revenue(t tile) string { return d.lang.Percent(part(t.Revenue, d.r.Revenue), 1) }

func (d *treemap) markOf(t tile) figure.Mark {
	c := d.words.Common
	m := figure.Mark{Series: -1, Label: t.name, Values: []figure.Value{
		value(c.Customers, d.lang.Int(t.Customers)),
		value(c.CustomerShare, d.customers(t)),
		value(c.Revenue, d.lang.Money(t.Revenue.Float(), d.currency)),
		value(c.RevenueShare, d.revenue(t)),
	}}
	if isKnown(t.Loss.Share) {
		m.Values = append(m.Values, value(d.words.Grid.LostShare, d.lossOf(t.Loss)))
	}
	if t.Key != "" {
		m.Key = "segment:" + t.Key
	}
	return m
}

func (d *treemap) table() {
	c, g := d.words.Common, d.words.Grid
	d.columns(textColumn(c.Segment), numberColumn(c.Customers), numberColumn(c.CustomerShare), numberColumn(c.Revenue), numberColumn(c.RevenueShare),
		numberColumn(g.LostShare), numberColumn(g.LostLow), numberColumn(g.LostHigh))
	for _, t := range d.tiles {
		d.row(cell{t.name, t.Key}, d.count(t.Customers), d.share(float64(t.Customers)/float64(d.r.Customers)), d.amount(t.Revenue.Float()), d.share(part(t.Revenue, d.r.Revenue)),
			d.share(t.Loss.Share), d.share(t.Loss.Low), d.share(t.Loss.High))
	}
}

// tell writes description and footer.
func (d *treemap) tell() {
	first, last := d.tiles[0], d.tiles[len(d.tiles)-1]
	d.describe(d.w.Describe.with("first", first.name, "share", d.customers(first), "revenue", d.revenue(first),
		"last", last.name, "small", d.customers(last)))
	full, folded := d.w.FullRevenue, ""
	if d.show == rfm.LossShare {
		full = d.w.FullLost
	}
	if d.folded {
		folded = d.w.Folded.with("max", strconv.Itoa(MaxTiles))
	}
	d.footer(string(d.w.Define), string(full), folded, d.words.Segments.Counted.with("customers", d.lang.Int(d.r.Customers),
		"revenue", d.lang.Money(d.r.Revenue.Float(), d.currency), "end", d.lang.Date(d.r.End)))
}
