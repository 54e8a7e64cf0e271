package chart

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// Gaps draws the days between purchases on a logarithmic axis: closed gaps, after
// which another purchase came, and upon them the open ones, which are known only to
// be longer than that. Rulers stand where the shares 50, 80 and 90 % of gaps have
// closed with open gaps counted, and a fainter one where closed gaps alone would put
// 80 %. The silence that counts as a loss is the figure's handle.
func Gaps(w *churn.Workbench, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "purchase-gaps", func(w *words) phrase { return w.Gaps.Title })
	d := &gapBars{sheet: s, r: w, w: &s.words.Gaps}
	if len(w.Gaps.Bins) == 0 || w.Gaps.Closed == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// gapBars is a Gaps figure in the making.
type gapBars struct {
	*sheet
	r            *churn.Workbench
	w            *gapWords
	closed, open int // series
}

func (d *gapBars) draw() {
	d.heading = string(d.w.Heading)
	d.closed, d.open = d.series(d.w.Closed, inkPale, figure.Bar), d.series(d.w.Open, inkFaint, figure.Bar)
	rulers := d.rulers()
	room := float64(len(rulers))*laneHeight + handleLane + rulerGap
	height := d.fit(min(360, max(210, d.width*0.36)), room)
	area := d.openUnder(height, room)
	on := d.sheet.draw(d.plot(height), area)
	d.bars(on)
	d.drawRulers(on, rulers)
	d.handle(on, d.w.Handle, d.r.Window, 1, d.r.Span, true, height+room, d.w.Chosen.with("days", d.lang.Days(float64(d.r.Window))))
}

// rulerGap keeps the lowest label off the axis' topmost tick, in pixels.
const rulerGap = 10.0

// openUnder opens a body with room for labels above the plot.
func (s *sheet) openUnder(height, room float64) draw.Canvas {
	area := s.open(height + room)
	area.Max.Y -= vg.Length(room)
	area.Max.X -= 10
	return area
}

// plot returns the axes.
func (d *gapBars) plot(height float64) *plot.Plot {
	p := d.newPlot()
	most := 0
	for _, b := range d.r.Gaps.Bins {
		most = max(most, b.Closed+b.Open)
	}
	p.Y.Tick.Marker, p.Y.Max = d.countTicks(float64(most), height-50)
	p.X.Scale = plot.LogScale{}
	p.X.Min, p.X.Max = float64(d.r.Gaps.Bins[0].From), float64(d.r.Gaps.Bins[len(d.r.Gaps.Bins)-1].To)
	p.X.Tick.Marker = d.dayTicks(p.X.Min, p.X.Max)
	p.X.Label.Text = string(d.w.Axis)
	p.Add(grid())
	return p
}

// humanDays are numbers of days that people think in.
var humanDays = []int{1, 2, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 7300}

// dayTicks marks days on a logarithmic axis as closely as their labels fit.
func (s *sheet) dayTicks(lo, hi float64) plot.ConstantTicks {
	h := figure.Handle{From: lo, To: hi, Left: 0, Right: s.width - 70, Log: true}
	var ticks plot.ConstantTicks
	end := -tickGap
	for _, days := range humanDays {
		v, label := float64(days), s.lang.Int(days)
		half := s.widthOf(label, sizeText, false) / 2
		if at := h.At(v); v >= lo && v <= hi && at-half >= end+tickGap/2 {
			ticks = append(ticks, plot.Tick{Value: v, Label: label})
			end = at + half
		}
	}
	return ticks
}

func (d *gapBars) bars(on panel) {
	for _, b := range d.r.Gaps.Bins {
		d.bar(on, b, d.closed, 0, b.Closed)
		d.bar(on, b, d.open, b.Closed, b.Closed+b.Open)
	}
	for _, b := range d.r.Gaps.Bins {
		if b.Closed+b.Open > 0 {
			d.markBox(on.rect(float64(b.From), 0, float64(b.To), float64(b.Closed+b.Open)), d.markOf(b))
		}
	}
}

func (d *gapBars) bar(on panel, b churn.GapBin, series, from, to int) {
	if to == from {
		return
	}
	box := on.rect(float64(b.From), float64(from), float64(b.To), float64(to))
	box.Min.X += 0.75
	box.Max.X -= 0.75
	d.canvas.series(series, func() { d.canvas.box(Ink(d.fig.Series[series].Ink), box, 0) })
}

func (d *gapBars) markOf(b churn.GapBin) figure.Mark {
	return figure.Mark{Series: -1, Label: d.binName(b), Values: []figure.Value{
		value(d.w.Closed, d.lang.Int(b.Closed)), value(d.w.Open, d.lang.Int(b.Open)),
	}}
}

func (d *gapBars) binName(b churn.GapBin) string {
	if b.To-b.From == 1 {
		return d.lang.Days(float64(b.From))
	}
	return d.between(d.lang.Int(b.From), d.lang.Days(float64(b.To-1)))
}

// A gapRuler marks a quantile above the bars.
type gapRuler struct {
	days  int
	text  string
	short string // where text would lie across the ruler of W
	faint bool
}

// rulers returns the quantiles to mark, one row each.
func (d *gapBars) rulers() (list []gapRuler) {
	for _, q := range d.r.Quantiles {
		brief := func(days int) string { return d.lang.Percent(q.P, 0) + " · " + d.lang.Days(float64(days)) }
		if q.Days > 0 && ruled(q.P) {
			list = append(list, gapRuler{q.Days, d.w.Quantile.with("p", d.lang.Percent(q.P, 0), "days", d.lang.Days(float64(q.Days))), brief(q.Days), false})
		}
		if q.P == 0.8 && q.Naive > 0 && q.Naive != q.Days {
			list = append(list, gapRuler{q.Naive, d.w.Naive.with("p", d.lang.Percent(q.P, 0), "days", d.lang.Days(float64(q.Naive))), brief(q.Naive), true})
		}
	}
	// The farthest stands highest and labels stand to the left: none lies across another's line.
	slices.SortStableFunc(list, func(a, b gapRuler) int { return b.days - a.days })
	return list
}

// ruled reports whether a quantile has a ruler: the median, and the shares that
// windows are taken from.
func ruled(p float64) bool { return p == 0.5 || p == 0.8 || p == 0.9 }

func (d *gapBars) drawRulers(on panel, list []gapRuler) {
	w := float64(on.at(float64(d.r.Window), 0).X)
	for i, r := range list {
		ink, foot := inkText, on.at(min(on.plot.X.Max, float64(r.days)), 0)
		if r.faint {
			ink = inkSoft
		}
		y := on.data.Max.Y + vg.Length(float64(len(list)-i)*laneHeight-laneHeight/2+rulerGap)
		txt, x := r.text, 0.0
		if x = d.beside(float64(foot.X), w, txt); x < w && w < x+d.widthOf(txt, sizeText, false) {
			txt = r.short
			x = d.beside(float64(foot.X), w, txt)
		}
		rise := vg.Length(6)
		if width := d.widthOf(txt, sizeText, false); x < w && w < x+width {
			x, rise = max(w+6, d.width-width), -9 // upon its own ruler
		}
		d.stroke(line(ink, strokeFine, dashTight...), foot, vg.Point{X: foot.X, Y: y + rise})
		d.note(d.style(ink, sizeText, false), vg.Point{X: vg.Length(x), Y: y}, txt)
	}
}

// beside returns where the label of a ruler at x starts: to its left if it fits there and
// does not lie across the ruler of W, else to its right.
func (d *gapBars) beside(x, w float64, txt string) float64 {
	left := x - 6 - d.widthOf(txt, sizeText, false)
	if left >= 0 && !(left < w && w < x) {
		return left
	}
	return d.besides(x, txt)
}

// besides returns where a label beside a ruler starts: to its right, else to its left,
// else where it just fits.
func (s *sheet) besides(x float64, txt string) float64 {
	width := s.widthOf(txt, sizeText, false)
	switch {
	case x+6+width <= s.width:
		return x + 6
	case x-6-width >= 0:
		return x - 6 - width
	}
	return max(0, s.width-width)
}

func (d *gapBars) table() {
	d.columns(numberColumn(d.w.From), numberColumn(d.w.To), numberColumn(d.w.Closed), numberColumn(d.w.Open))
	for _, b := range d.r.Gaps.Bins {
		d.row(d.count(b.From), d.count(b.To-1), d.count(b.Closed), d.count(b.Open))
	}
}

// tell writes description and footer.
func (d *gapBars) tell() {
	l, g := d.lang, d.r.Gaps
	said := []string{d.w.Describe.with("closed", l.Int(g.Closed), "open", l.Int(g.Open))}
	for _, q := range d.r.Quantiles {
		if q.Days > 0 {
			said = append(said, d.w.DescribeQuantile.with("p", l.Percent(q.P, 0), "days", l.Days(float64(q.Days)), "naive", l.Days(float64(q.Naive))))
		}
	}
	d.describe(append(said, d.w.DescribeChosen.with("days", l.Days(float64(d.r.Window))))...)
	today := ""
	if g.Today > 0 {
		today = d.w.Today.with("n", l.Int(g.Today))
	}
	d.footer(string(d.w.Define), d.w.Counted.with("closed", l.Int(g.Closed), "open", l.Int(g.Open), "span", l.Days(float64(d.r.Span))), today)
}
