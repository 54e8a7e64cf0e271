package chart

import (
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/figure"
	"churnbench/analysis/internal/numeric"
	"churnbench/analysis/segment"
)

// Layout of a figure of rank ranges, in pixels.
const (
	rankRow  = 20.0
	rankAxis = 26.0
	rankName = 34.0 // room for the rank, left of the axis
	rankHead = 22.0 // room for the name of the bar above
)

// mostRanks is how many customers are drawn; the data table has all of them.
const mostRanks = 30

// RankRanges draws for each of the best customers by several criteria the ranks that she has
// when the weights move, on a logarithmic axis: from first to second is as far as from tenth to
// twentieth. Customers are named by rank alone, so that the figure can be shown to anybody.
func RankRanges(r *segment.Ranking, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "key-customers", func(w *words) phrase { return w.Ranks.Title })
	d := &rankRanges{sheet: s, r: r, w: &s.words.Ranks}
	if len(r.List) == 0 || r.Draws == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// rankRanges is a RankRanges figure in the making.
type rankRanges struct {
	*sheet
	r             *segment.Ranking
	w             *rankWords
	last          float64 // the rank at the right end of the axis
	steady, loose int     // series
}

func (d *rankRanges) drawn() []segment.KeyCustomer {
	rows := int(d.fit(mostRanks*rankRow, rankAxis+rankHead) / rankRow)
	return d.r.List[:min(len(d.r.List), rows)]
}

func (d *rankRanges) draw() {
	d.heading = string(d.w.Heading)
	d.steady = d.series(d.w.Steady, inkMain, figure.Dot)
	d.loose = d.series(d.w.Loose, inkSoft, figure.Ring)
	d.last = float64(d.r.Top + 1)
	for _, k := range d.drawn() {
		d.last = max(d.last, float64(k.High))
	}
	height := rankAxis + rankRow*float64(len(d.drawn())) + rankHead
	d.open(height)
	d.axis(height - rankHead)
	for i := range d.drawn() {
		d.line(i, height-rankHead-rankRow*(float64(i)+.5))
	}
}

// x returns where a rank lies.
func (d *rankRanges) x(rank float64) float64 {
	return rankName + (d.width-rankName-12)*numeric.Log(rank)/numeric.Log(d.last)
}

// axis draws upright lines at round ranks and, darker, the bar of the best.
func (d *rankRanges) axis(top float64) {
	last := -100.0
	for _, v := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000} {
		x := d.x(v)
		if v > d.last || x-last < 26 {
			continue
		}
		last = x
		d.stroke(line(inkGrid, strokeFine), vg.Point{X: vg.Length(x), Y: rankAxis}, vg.Point{X: vg.Length(x), Y: vg.Length(top)})
		d.label(aligned(d.soft(), draw.XCenter, draw.YCenter), x, rankAxis/2-2, d.lang.Int(int(v)))
	}
	bar := d.x(float64(d.r.Top) + 0.5)
	d.stroke(line(inkText, strokeFine, dashLoose...), vg.Point{X: vg.Length(bar), Y: rankAxis}, vg.Point{X: vg.Length(bar), Y: vg.Length(top)})
	txt := d.w.Bar.with("top", d.lang.Int(d.r.Top))
	half := d.widthOf(txt, sizeText, false) / 2
	d.label(aligned(d.plain(), draw.XCenter, draw.YCenter), min(max(bar, half+2), d.width-half-2), top+rankHead/2, txt)
}

// line draws one customer at height y. Her mark's key is her place in the list.
func (d *rankRanges) line(i int, y float64) {
	k := &d.r.List[i]
	d.label(aligned(d.plain(), draw.XRight, draw.YCenter), rankName-12, y, d.lang.Int(k.Rank))
	at := func(rank int) vg.Point { return vg.Point{X: vg.Length(d.x(float64(rank))), Y: vg.Length(y)} }
	series, ink := d.loose, inkSoft
	if k.IsSteady() {
		series, ink = d.steady, inkMain
	}
	d.canvas.series(series, func() {
		d.stroke(line(ink, strokePlain), at(k.Low), at(k.High))
		if series == d.steady {
			d.dot(ink, at(k.Rank), radiusDot+0.5)
		} else {
			d.ring(ink, at(k.Rank), radiusDot)
		}
	})
	box := vg.Rectangle{Min: vg.Point{X: 0, Y: vg.Length(y - rankRow/2)}, Max: vg.Point{X: vg.Length(d.width), Y: vg.Length(y + rankRow/2)}}
	d.markBox(box, figure.Mark{Series: series, Key: "rank:" + strconv.Itoa(i), Label: d.w.Nth.with("rank", d.lang.Int(k.Rank)), Values: []figure.Value{
		value(d.w.Range, d.between(d.lang.Int(k.Low), d.lang.Int(k.High))),
		value(phrase(d.w.InTop.with("top", d.lang.Int(d.r.Top))), d.lang.Percent(k.InTop, 0)),
		value(d.w.Score, d.lang.Number(100*k.Score, 1)),
	}})
}

func (d *rankRanges) table() {
	d.columns(numberColumn(d.w.Rank), numberColumn(d.w.Score), numberColumn(d.w.Low), numberColumn(d.w.High),
		numberColumn(phrase(d.w.InTop.with("top", d.lang.Int(d.r.Top)))))
	for _, k := range d.r.List {
		d.row(d.count(k.Rank), d.measure(100*k.Score, 1), d.count(k.Low), d.count(k.High), d.share(k.InTop))
	}
}

// tell writes description and footer.
func (d *rankRanges) tell() {
	l := d.lang
	worst := d.r.List[0]
	for _, k := range d.r.List {
		if k.High-k.Low > worst.High-worst.Low {
			worst = k
		}
	}
	d.describe(d.w.Describe.with("steady", l.Int(d.r.Steady), "listed", l.Int(len(d.r.List)), "top", l.Int(d.r.Top)),
		d.w.Widest.with("rank", l.Int(worst.Rank), "low", l.Int(worst.Low), "high", l.Int(worst.High)))
	d.footer(string(d.w.Define), d.w.Counted.with("draws", l.Int(d.r.Draws), "candidates", l.Int(d.r.Candidates), "customers", l.Int(d.r.Ranked)))
}
