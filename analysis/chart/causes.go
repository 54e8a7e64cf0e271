package chart

import (
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// Causes draws the Aalen–Johansen cumulative incidence of all customers: the shares who
// have left by each cause, one upon the other, so that what is left above them are those
// still here.
func Causes(study *survival.Study, all *survival.Incidence, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "causes", func(w *words) phrase { return w.Causes.Title })
	d := &causes{sheet: s, study: study, in: all, w: &s.words.Causes, unit: s.unitWords(study.Comparison.Unit)}
	if n := len(all.Time); n == 0 || len(all.Causes) < 2 || !(all.Time[n-1] > 0) {
		return s.empty(string(d.w.Need)), nil
	}
	name := func(v float64, _ bool) string { return s.duration(math.Floor(v), study.Comparison.Unit) }
	d.sight = s.inSight(0, all.Time[len(all.Time)-1], 2, name)
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// causes is a Causes figure in the making.
type causes struct {
	*sheet
	study *survival.Study
	in    *survival.Incidence
	w     *causesWords
	unit  *unitWords
	sight stretch
}

func (d *causes) draw() {
	d.heading = string(d.w.Heading)
	for k, name := range d.in.Causes {
		ink, _, _ := groupInk(k)
		d.series(phrase(name), ink, figure.Bar)
	}
	height := d.fit(min(360, max(220, d.width*0.5)), 0)
	within := d.open(height)
	p := d.newPlot()
	p.X.Label.Text = d.axis()
	top := 0.0
	p.Y.Tick.Marker, top = d.shareTicks(d.lost(d.lastEntry()), height-50)
	most := d.widthOf(d.lang.Int(int(d.sight.to)), sizeText, false)
	p.X.Tick.Marker = wholeTicks(int(d.sight.from), int(d.sight.to), fitting(d.width-80, most), d.unit.steps, d.lang.Int)
	p.Add(grid())
	for k := range d.in.Causes {
		ink, _, _ := groupInk(k)
		p.Add(d.inSeries(k, area(d.layer(k), ink)))
	}
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = d.sight.from, d.sight.to, 0, top
	within.Max.X -= vg.Length(most/2 + 2)
	on := d.sheet.draw(p, within)
	d.span(on, d.sight)
	d.names(on)
	d.marks(on)
}

// names writes the causes into their layers where those end, if they are high enough there.
func (d *causes) names(on panel) {
	i := d.lastEntry()
	for k, name := range d.in.Causes {
		edge, share := d.upTo(k, i), d.in.Share[k][i]
		if float64(on.at(0, share).Y-on.at(0, 0).Y) < lineHeight*sizeText+4 {
			continue
		}
		at := on.at(d.sight.to, edge-share/2)
		at.X -= 8
		d.canvas.series(k, func() { d.note(aligned(d.plain(), draw.XRight, draw.YCenter), at, d.shorten(name, d.width*0.4)) })
	}
}

func (d *causes) axis() string {
	if d.study.Origin == survival.FromPurchase {
		return d.words.Lifetime.SincePurchase.with("units", string(d.unit.Plural))
	}
	return d.words.Lifetime.AsCustomer.with("units", string(d.unit.Plural))
}

// lastEntry is the last entry in sight.
func (d *causes) lastEntry() int {
	i := len(d.in.Time) - 1
	for i > 0 && d.in.Time[i] > d.sight.to {
		i--
	}
	return i
}

// lost is the share who have left by any cause by entry i.
func (d *causes) lost(i int) float64 { return d.upTo(len(d.in.Causes)-1, i) }

// upTo is the share who have left by causes 0 … k by entry i.
func (d *causes) upTo(k, i int) float64 {
	sum := 0.0
	for c := range k + 1 {
		sum += d.in.Share[c][i]
	}
	return sum
}

// layer is the outline of the share who have left by cause k: between its upper edge and
// that of the causes below, so that hiding one uncovers nothing else.
func (d *causes) layer(k int) plotter.XYs {
	outline, below := d.edge(k), d.edge(k-1)
	for i := len(below) - 1; i >= 0; i-- {
		outline = append(outline, below[i])
	}
	return outline
}

// edge is the upper edge of the shares of causes 0 … k, the axis for −1.
func (d *causes) edge(k int) plotter.XYs {
	values := make([]float64, len(d.in.Time))
	for i := range values {
		values[i] = d.upTo(k, i)
	}
	points := leftEnds(d.in.Time, values, d.sight.from, d.sight.to, (d.sight.to-d.sight.from)/d.width/2)
	if d.in.Time[0] > d.sight.from {
		points[0].Y = 0
	}
	return corners(points)
}

// at reads cause k at a time, with its interval, and the height of its upper edge.
func (d *causes) at(k int, t float64) (share, low, high, edge float64) {
	share, _, low, high = d.in.At(k, t)
	for c := range k + 1 {
		v, _, _, _ := d.in.At(c, t)
		edge += v
	}
	return share, low, high, edge
}

func (d *causes) marks(on panel) {
	level := d.words.Lifetime.Band.with("level", d.lang.Percent(d.study.Comparison.Level, 0))
	for k, name := range d.in.Causes {
		for _, t := range samplesOf(d.sight.from, d.sight.to, 24, d.unit.steps) {
			share, low, high, edge := d.at(k, float64(t))
			if math.IsNaN(share) {
				continue
			}
			on.mark(float64(t), edge, figure.Mark{Series: k, Label: d.words.Lifetime.Joined.with("group", name, "time", d.unit.Nth.with("k", d.lang.Int(t))),
				Values: []figure.Value{value(d.w.Share, d.lang.Percent(share, 1)), {Name: level, Text: d.shareRange(low, high)}}})
		}
	}
}

func (d *causes) table() {
	level := phrase(d.words.Lifetime.Band.with("level", d.lang.Percent(d.study.Comparison.Level, 0)))
	d.columns(textColumn(d.w.Cause), numberColumn(d.unit.One), numberColumn(d.w.Share), numberColumn(level+" –"), numberColumn(level+" +"))
	for k, name := range d.in.Causes {
		for _, t := range samplesOf(d.sight.from, d.sight.to, 60, d.unit.steps) {
			if share, low, high, _ := d.at(k, float64(t)); !math.IsNaN(share) {
				d.row(word(name), d.count(t), d.share(share), d.share(low), d.share(high))
			}
		}
	}
}

// tell writes description and footer.
func (d *causes) tell() {
	l, last := d.lang, len(d.in.Time)-1
	sentences := []string{d.w.Describe.with("customers", l.Int(d.in.N), "time", d.duration(d.sight.hi, d.study.Comparison.Unit), "share", l.Percent(d.lost(last), 1))}
	for k, name := range d.in.Causes {
		sentences = append(sentences, d.w.DescribeCause.with("cause", name, "share", l.Percent(d.in.Share[k][last], 1)))
	}
	d.describe(sentences...)
	d.footer(string(d.w.Define), d.w.Counted.with("customers", l.Int(d.in.N)))
}
