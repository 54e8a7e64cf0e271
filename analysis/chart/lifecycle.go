package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
)

// stageInks colour the stages: pale before full where one grows into the other, the
// warning hue for decline, and a grey one for those who have lapsed.
var stageInks = map[lifecycle.Stage]Ink{
	lifecycle.First: "ink-4", lifecycle.Repeat: inkMain,
	lifecycle.Exploration: "ink-4", lifecycle.Growth: inkPale, lifecycle.Stability: inkMain, lifecycle.Decline: "ink-3",
	lifecycle.Lapsed: "ink-5",
}

// LifecycleCourse draws how the shares of the stages have changed, one upon the other:
// on each day all customers known by then.
func LifecycleCourse(c *lifecycle.Course, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "lifecycle", func(w *words) phrase { return w.Lifecycle.Title })
	d := &lifeCourse{sheet: s, c: c, w: &s.words.Lifecycle}
	if d.sum(); len(c.Days) < 2 || d.all[0] == 0 {
		return s.empty(string(d.w.Need)), nil
	}
	d.cut()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// cut leaves the days to draw. They are not all as far apart, so the part is chosen
// among them, not among dates.
func (d *lifeCourse) cut() {
	days := d.c.Days
	index := func(date float64) float64 {
		i, _ := slices.BinarySearch(days, analysis.Day(date))
		return float64(i)
	}
	if !d.zoom.Whole() {
		from, to := index(math.Floor(d.zoom.From)), index(math.Ceil(d.zoom.To))
		if i := int(from); i == len(days) || float64(days[i]) > d.zoom.From {
			from--
		}
		d.zoom = figure.Zoom{From: from, To: max(to, from+1)}
	}
	d.sight = d.inSight(0, float64(len(days)-1), 2, func(v float64, _ bool) string { return d.lang.Date(days[int(v)]) })
	from, to := int(d.sight.from), int(d.sight.to)
	cut := *d.c
	cut.Days, cut.Customers = days[from:to+1], d.c.Customers[from:to+1]
	d.c, d.all = &cut, d.all[from:to+1]
	d.sight.from, d.sight.to = float64(days[from]), float64(days[to])
}

// lifeCourse is a LifecycleCourse figure in the making.
type lifeCourse struct {
	*sheet
	c     *lifecycle.Course // of the days in sight
	sight stretch
	w     *lifecycleWords
	all   []int // customers known on each day
}

func (d *lifeCourse) sum() {
	for _, counts := range d.c.Customers {
		n := 0
		for _, k := range counts {
			n += k
		}
		d.all = append(d.all, n)
	}
}

func (d *lifeCourse) name(j int) phrase { return d.w.stage(d.c.Stages[j].Key()) }

// part is the share of stage j on day i, upTo that of stages 0 … j.
func (d *lifeCourse) part(i, j int) float64 {
	return float64(d.c.Customers[i][j]) / float64(d.all[i])
}

func (d *lifeCourse) upTo(i, j int) float64 {
	sum := 0
	for k := range j + 1 {
		sum += d.c.Customers[i][k]
	}
	return float64(sum) / float64(d.all[i])
}

func (d *lifeCourse) draw() {
	d.heading = string(d.w.Heading)
	height := d.fit(min(340, max(220, d.width*0.45)), 0)
	within := d.open(height)
	p := d.newPlot()
	for j, s := range d.c.Stages {
		p.Add(d.inSeries(d.series(d.name(j), stageInks[s], figure.Bar), area(d.layer(j), stageInks[s])))
	}
	p.Add(grid())
	days := d.c.Days
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = float64(days[0]), float64(days[len(days)-1]), 0, 1
	ticks, _ := d.shareTicks(1, height-50)
	p.Y.Tick.Marker = ticks
	dates, last := d.dateTicks()
	p.X.Tick.Marker = dates
	within.Max.X -= vg.Length(last/2 + 2)
	on := d.sheet.draw(p, within)
	d.span(on, d.sight)
	d.labels(on)
	d.marks(on)
}

// layer is the outline of a stage, between its upper edge and that of those below.
func (d *lifeCourse) layer(j int) (outline plotter.XYs) {
	for i, day := range d.c.Days {
		outline = append(outline, plotter.XY{X: float64(day), Y: d.upTo(i, j)})
	}
	for i := len(d.c.Days) - 1; i >= 0; i-- {
		outline = append(outline, plotter.XY{X: float64(d.c.Days[i]), Y: d.upTo(i, j-1)})
	}
	return outline
}

// dateTicks marks as many days as have room, the last one always; it returns the width
// of that one's label, too.
func (d *lifeCourse) dateTicks() (ticks plot.ConstantTicks, last float64) {
	name := d.lang.Month
	if d.c.Days[1]-d.c.Days[0] <= 7 {
		name = d.lang.Date
	}
	n, width := len(d.c.Days), 0.0
	for _, day := range d.c.Days {
		width = max(width, d.widthOf(name(day), sizeText, false))
	}
	room := fitting(d.width-80, width)
	for i := n - 1; i >= 0; i -= max(1, (n+room-1)/room) {
		ticks = append(ticks, plot.Tick{Value: float64(d.c.Days[i]), Label: name(d.c.Days[i])})
	}
	return ticks, d.widthOf(name(d.c.Days[n-1]), sizeText, false)
}

// labelled is the share that a stage must have on the last day for its name to fit in.
const labelled = 0.08

// labels names the stages where they end, if they are high enough there.
func (d *lifeCourse) labels(on panel) {
	last := len(d.c.Days) - 1
	for j := range d.c.Stages {
		if part := d.part(last, j); part >= labelled {
			at := on.at(float64(d.c.Days[last]), d.upTo(last, j)-part/2)
			at.X -= 6
			d.canvas.series(j, func() { d.note(aligned(d.plain(), draw.XRight, draw.YCenter), at, string(d.name(j))) })
		}
	}
}

func (d *lifeCourse) marks(on panel) {
	for j := range d.c.Stages {
		for i, day := range d.c.Days {
			on.mark(float64(day), d.upTo(i, j), figure.Mark{Series: j, Label: d.words.Lifetime.Joined.with("group", string(d.name(j)), "time", d.lang.Date(day)),
				Values: []figure.Value{value(d.words.Common.CustomerShare, d.lang.Percent(d.part(i, j), 1)), value(d.words.Common.Customers, d.lang.Int(d.c.Customers[i][j]))}})
		}
	}
}

func (d *lifeCourse) table() {
	columns := []figure.Column{numberColumn(d.w.Day)}
	for j := range d.c.Stages {
		columns = append(columns, numberColumn(d.name(j)), numberColumn(phrase(d.w.Share.with("stage", string(d.name(j))))))
	}
	d.columns(append(columns, numberColumn(d.w.All))...)
	for i, day := range d.c.Days {
		row := []cell{{d.lang.Date(day), day.String()}}
		for j := range d.c.Stages {
			row = append(row, d.count(d.c.Customers[i][j]), d.share(d.part(i, j)))
		}
		d.row(append(row, d.count(d.all[i]))...)
	}
}

// tell writes description and footer.
func (d *lifeCourse) tell() {
	l, last := d.lang, len(d.c.Days)-1
	sentences := []string{d.w.Describe.with("from", l.Date(d.c.Days[0]), "to", l.Date(d.c.Days[last]), "before", l.Int(d.all[0]), "now", l.Int(d.all[last]))}
	for j := range d.c.Stages {
		sentences = append(sentences, d.w.DescribeStage.with("stage", string(d.name(j)), "before", l.Percent(d.part(0, j), 1), "now", l.Percent(d.part(last, j), 1)))
	}
	d.describe(sentences...)
	d.footer(string(d.w.Define), d.w.Counted.with("points", l.Int(len(d.c.Days)), "customers", l.Int(d.all[last])))
}
