package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
)

// Bars of a group, in pixels: two of them and the gap between groups.
const (
	shareBar   = 13.0
	shareRow   = 2*shareBar + 12
	shareStack = shareRow + 20 // with the name above, where the sheet is narrow
)

// ProfileShares draws each group's share of customers above its share of revenue.
func ProfileShares(p *Profile, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "profile-shares", func(w *words) phrase { return w.Profile.SharesTitle })
	d := &profileShares{sheet: s, p: p, w: &s.words.Profile}
	d.fig.Title = d.w.SharesTitle.with("by", p.By)
	if len(p.Result.Rows) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// profileShares is a ProfileShares figure in the making.
type profileShares struct {
	*sheet
	p                  *Profile
	w                  *profileWords
	left, scale        float64 // where 0 lies; pixels per unit of share
	ofCustomers, ofRev int     // series
}

func (d *profileShares) draw() {
	d.heading = string(d.w.SharesHeading)
	d.ofCustomers = d.series(d.words.Common.CustomerShare, inkPale, figure.Bar)
	d.ofRev = d.series(d.words.Common.RevenueShare, inkMain, figure.Bar)
	row := shareRow
	if d.isNarrow() {
		row = shareStack
	}
	height := row * float64(len(d.p.Result.Rows))
	d.open(height)
	d.measureUp()
	for i := range d.p.Result.Rows {
		d.group(i, height-row*float64(i), row)
	}
}

// measureUp finds the scale: bars begin at 0 and the longest still has room for its
// label.
func (d *profileShares) measureUp() {
	most := 0.01
	for i := range d.p.Result.Rows {
		r := &d.p.Result.Rows[i]
		most = max(most, r.Share)
		if r.Brings > most { // false for NaN
			most = r.Brings
		}
		if !d.isNarrow() {
			d.left = max(d.left, min(d.widthOf(d.p.Names[i], sizeText, true), 0.35*d.width)+12)
		}
	}
	d.scale = (d.width - d.left - d.widthOf(d.lang.Percent(0.888, 1), sizeText, false) - 12) / most
}

// group draws one row whose top is at y.
func (d *profileShares) group(i int, top, row float64) {
	r, name := &d.p.Result.Rows[i], d.bold()
	if r.Customers < fewCustomers {
		name = d.soft()
	}
	middle := top - row/2
	if d.isNarrow() {
		d.label(name, 0, top-12, d.shorten(d.p.Names[i], d.width-8))
		middle = top - row + shareRow/2
	} else {
		d.label(name, 0, middle, d.shorten(d.p.Names[i], d.left-12))
	}
	d.bar(d.ofCustomers, inkPale, middle+shareBar/2+0.5, r.Share)
	d.bar(d.ofRev, inkMain, middle-shareBar/2-0.5, r.Brings)
	box := vg.Rectangle{Min: vg.Point{X: 0, Y: vg.Length(top - row)}, Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(top)}}
	d.markBox(box, d.markOf(i))
}

// bar draws a share around y, with its number behind it; a negative one, from refunds, has
// the number only.
func (d *profileShares) bar(series int, ink Ink, y, share float64) {
	length := 0.0
	if share > 0 {
		length = share * d.scale
	}
	d.canvas.series(series, func() {
		d.canvas.box(ink, vg.Rectangle{Min: vg.Point{X: vg.Length(d.left), Y: vg.Length(y - shareBar/2)},
			Max: vg.Point{X: vg.Length(d.left + length), Y: vg.Length(y + shareBar/2)}}, 1)
		d.label(aligned(d.small(), draw.XLeft, draw.YCenter), d.left+length+5, y, d.lang.Percent(share, 1))
	})
}

func (d *profileShares) markOf(i int) figure.Mark {
	c, r := d.words.Common, &d.p.Result.Rows[i]
	m := figure.Mark{Series: -1, Label: d.p.Names[i], Values: []figure.Value{
		value(c.Customers, d.lang.Int(r.Customers)),
		value(c.CustomerShare, d.lang.Percent(r.Share, 1)),
		value(c.Revenue, d.lang.Money(r.Revenue.Float(), d.currency)),
		value(c.RevenueShare, d.lang.Percent(r.Brings, 1)),
	}}
	if r.Folded == 0 {
		m.Key = "group:" + r.Key
	}
	return m
}

func (d *profileShares) table() {
	c := d.words.Common
	d.columns(textColumn(phrase(d.p.By)), numberColumn(c.Customers), numberColumn(c.CustomerShare), numberColumn(c.Revenue), numberColumn(c.RevenueShare))
	for i := range d.p.Result.Rows {
		r := &d.p.Result.Rows[i]
		d.row(word(d.p.Names[i]), d.count(r.Customers), d.share(r.Share), d.amount(r.Revenue.Float()), d.share(r.Brings))
	}
}

// tell writes description and footer.
func (d *profileShares) tell() {
	rows, most := d.p.Result.Rows, 0
	for i := range rows {
		if rows[i].Revenue > rows[most].Revenue {
			most = i
		}
	}
	d.describe(d.w.DescribeShares.with("group", d.p.Names[most], "revenue", d.lang.Percent(rows[most].Of(profile.Brings).Value, 1), "customers", d.lang.Percent(rows[most].Share, 1)))
	overlap := phrase("")
	if d.p.Result.Overlap {
		overlap = d.w.Overlap
	}
	d.footer(d.w.Counted.with("customers", d.lang.Int(d.p.Result.All.Customers), "few", d.lang.Int(fewCustomers)), string(overlap))
}
