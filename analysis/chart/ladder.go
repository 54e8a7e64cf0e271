package chart

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// Ladder draws what share of customers buys once more, by the purchases that they have
// made so far, with Wilson's interval. Rungs of few customers are pale.
func Ladder(r *churn.Ladder, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "next-purchase", func(w *words) phrase { return w.Ladder.Title })
	d := &ladder{sheet: s, r: r, w: &s.words.Ladder}
	if len(r.Rungs) == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// ladder is a Ladder figure in the making.
type ladder struct {
	*sheet
	r         *churn.Ladder
	w         *ladderWords
	many, few int // series; few is −1 where no rung is
}

func (d *ladder) draw() {
	d.many, d.few = d.series(d.w.Share, inkMain, figure.Bar), -1
	for i := range d.r.Rungs {
		if d.r.Rungs[i].Again.N < churn.FewOnRung && d.few < 0 {
			d.few = d.series(phrase(d.w.Few.with("n", d.lang.Int(churn.FewOnRung))), inkPale, figure.Bar)
		}
	}
	d.heading = d.w.Heading.with("days", d.lang.Days(float64(d.r.Within)))
	height := d.fit(min(340, max(220, d.width*0.42)), 0)
	area := d.open(height)
	p := d.newPlot()
	p.X.Label.Text = string(d.w.Axis)
	ticks, top := d.shareTicks(d.highest(), height-64)
	p.Y.Tick.Marker, p.X.Tick.Marker = ticks, d.rungTicks()
	p.Add(grid())
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0.4, float64(len(d.r.Rungs))+0.6, 0, top
	on := d.sheet.draw(p, area)
	for i := range d.r.Rungs {
		d.bar(on, &d.r.Rungs[i])
	}
}

func (d *ladder) highest() (hi float64) {
	for i := range d.r.Rungs {
		hi = max(hi, d.r.Rungs[i].Again.High)
	}
	return hi
}

func (d *ladder) rungTicks() (ticks plot.ConstantTicks) {
	for i := range d.r.Rungs {
		ticks = append(ticks, plot.Tick{Value: float64(i + 1), Label: strconv.Itoa(i + 1)})
	}
	return ticks
}

// bar draws one rung: its share, the interval over it, and above the whole the number
// where there is room.
func (d *ladder) bar(on panel, r *churn.Rung) {
	x, series, ink := float64(r.Purchases), d.many, inkMain
	if r.Again.N < churn.FewOnRung {
		series, ink = d.few, inkPale
	}
	low, high := on.at(x, r.Again.Low), on.at(x, r.Again.High)
	d.canvas.series(series, func() {
		d.canvas.box(ink, on.rect(x-0.34, 0, x+0.34, r.Again.Value), 2)
		d.stroke(line(inkText, strokePlain), low, high)
		for _, end := range []vg.Point{low, high} {
			d.stroke(line(inkText, strokePlain), vg.Point{X: end.X - 4, Y: end.Y}, vg.Point{X: end.X + 4, Y: end.Y})
		}
	})
	if said := d.lang.Percent(r.Again.Value, 0); d.widthOf(said, sizeSmall, true) < float64(on.at(1, 0).X-on.at(0, 0).X)-6 {
		d.note(aligned(d.style(inkText, sizeSmall, true), draw.XCenter, draw.YBottom), vg.Point{X: high.X, Y: high.Y + 3}, said)
	}
	d.markBox(on.rect(x-0.45, 0, x+0.45, r.Again.High), d.markOf(series, r))
}

func (d *ladder) markOf(series int, r *churn.Rung) figure.Mark {
	return figure.Mark{Series: series, Label: d.w.After.with("k", d.lang.Int(r.Purchases)), Values: []figure.Value{
		value(d.w.Share, d.lang.Percent(r.Again.Value, 1)),
		value(d.words.Common.Interval, d.shareRange(r.Again.Low, r.Again.High)),
		value(d.w.Bought, d.countOf(r.Again.K, r.Again.N)),
		value(d.w.Wait, d.lang.Days(r.Wait)),
	}}
}

func (d *ladder) table() {
	c := d.words.Common
	d.columns(numberColumn(d.w.Axis), numberColumn(d.w.Reached), numberColumn(d.w.Watched), numberColumn(d.w.Bought), numberColumn(d.w.Share),
		numberColumn(c.Interval+" –"), numberColumn(c.Interval+" +"), numberColumn(d.w.Wait))
	for i := range d.r.Rungs {
		r := &d.r.Rungs[i]
		d.row(d.count(r.Purchases), d.count(r.Reached), d.count(r.Again.N), d.count(r.Again.K), d.share(r.Again.Value),
			d.share(r.Again.Low), d.share(r.Again.High), d.measure(r.Wait, 1))
	}
}

// tell writes description and footer.
func (d *ladder) tell() {
	first, last := &d.r.Rungs[0], &d.r.Rungs[len(d.r.Rungs)-1]
	said := []string{d.rung(first)}
	if d.r.Hurdle > 0 {
		said = append(said, d.w.Hurdle.with("k", d.lang.Int(d.r.Hurdle)))
	}
	if last != first {
		said = append(said, d.rung(last))
	}
	d.describe(said...)
	d.footer(d.w.Define.with("days", d.lang.Days(float64(d.r.Within))),
		d.w.Counted.with("customers", d.lang.Int(first.Reached), "open", d.lang.Int(first.Open())))
}

// rung says one rung in a sentence.
func (d *ladder) rung(r *churn.Rung) string {
	return d.w.Describe.with("k", d.lang.Int(r.Purchases), "n", d.lang.Int(r.Again.N), "share", d.lang.Percent(r.Again.Value, 1),
		"interval", d.shareRange(r.Again.Low, r.Again.High), "days", d.lang.Days(float64(d.r.Within)))
}
