package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
)

// fewCohorts is the number of complete cohorts below which a mean is dashed.
const fewCohorts = 3

// smallCohort is the size below which a single cohort is not drawn: the rate
// of a few customers jumps between 0 and 100 %, and the axis would follow it.
const smallCohort = 30

// fullAxisFrom is the share from which retention after period 0 fills enough
// of an axis up to 100 % to be read on it.
const fullAxisFrom = 0.6

// startRow is the height of the line that says where period 0 lies, in pixels.
const startRow = 18

// RetentionCurve draws the share of customers who come back by period: single
// cohorts faint, their weighted mean bold with its Wilson band, dashed where
// fewer than three cohorts are complete.
//
// Period 0 is 100 % by definition. Where later periods lie far below, the
// axis ends above them instead of pressing them flat; it starts at 0 all the
// same, an arrow marks what lies beyond, and the footer says so.
func RetentionCurve(r *cohort.Result, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "retention-curve", func(w *words) phrase { return w.Retention.Title })
	d := &retention{sheet: s, r: r, w: &s.words.Retention, grain: s.grainWords(r.Options.Grain), last: lastMean(r)}
	if d.last < 1 {
		return s.empty(d.w.Need.with("unit", string(d.grain.Unit))), nil
	}
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// retention is a RetentionCurve in the making.
type retention struct {
	*sheet
	r                 *cohort.Result
	w                 *retentionWords
	grain             *grainWords
	last              int // last period with a mean
	top               float64
	mean, band, faint int // series
}

func (s *sheet) grainWords(g cohort.Grain) *grainWords {
	switch g {
	case cohort.Week:
		return &s.words.Week
	case cohort.Quarter:
		return &s.words.Quarter
	}
	return &s.words.Month
}

// lastMean returns the last period whose mean is known, −1 if none is.
func lastMean(r *cohort.Result) int {
	last := -1
	for k, m := range r.Mean {
		if m.Cohorts > 0 && !math.IsNaN(m.Weighted) {
			last = k
		}
	}
	return last
}

func (d *retention) declare() {
	d.heading = d.w.Classic.with("unit", string(d.grain.Unit))
	if d.r.Options.Method == cohort.Unbounded {
		d.heading = d.w.Unbounded.with("unit", string(d.grain.Unit))
	}
	d.mean = d.series(d.w.Mean, inkMain, figure.Line)
	d.band = d.series(d.w.Band, inkBand, figure.Band)
	d.faint = d.series(d.w.Cohorts, inkFaint, figure.Line)
}

func (d *retention) hasFew() bool {
	for k := 1; k <= d.last; k++ {
		if d.r.Mean[k].Cohorts < fewCohorts {
			return true
		}
	}
	return false
}

func (d *retention) draw() {
	height := min(420, max(230, d.width*0.42))
	area := d.open(height)
	p := d.newPlot()
	d.axes(p, height)
	if d.cut() {
		area.Max.Y -= startRow
	}
	p.Add(grid(), d.cohorts(), d.inSeries(d.band, d.interval()), d.inSeries(d.mean, d.meanLines()...))
	d.scale(p)
	area.Max.X -= vg.Length(d.widthOf(d.endLabel(), sizeLarge, true) + 10)
	on := d.sheet.draw(p, area)
	d.annotate(on)
	d.marks(on)
}

func (d *retention) axes(p *plot.Plot, height float64) {
	p.Y.Tick.Marker, d.top = d.shareTicks(d.highest(), height-50)
	width := d.widthOf("00", sizeText, false)
	p.X.Tick.Marker = wholeTicks(0, d.last, fitting(d.width-60, width), countSteps, d.lang.Int)
	if d.grain == &d.words.Month {
		p.X.Tick.Marker = wholeTicks(0, d.last, fitting(d.width-60, width), monthSteps, d.lang.Int)
	}
	p.X.Label.Text = string(d.grain.Axis)
}

// scale fixes the ranges, which adding data has widened.
func (d *retention) scale(p *plot.Plot) {
	p.X.Min, p.X.Max = 0, float64(d.last)
	p.Y.Min, p.Y.Max = 0, d.top
}

// highest returns what the axis must reach.
func (d *retention) highest() float64 {
	hi := 0.0
	for k := 1; k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 {
			hi = max(hi, m.Weighted, m.High)
		}
	}
	for _, c := range d.r.Cohorts {
		for _, cell := range d.complete(c) {
			hi = max(hi, cell.Rate)
		}
	}
	if hi >= fullAxisFrom {
		return 1
	}
	return hi
}

// cut reports whether 100 % lies above the axis.
func (d *retention) cut() bool { return d.top < 1 }

// first returns the period that curves start from.
func (d *retention) first() int {
	if d.cut() {
		return 1
	}
	return 0
}

// complete returns the complete cells after period 0 of a cohort that is
// large enough to be drawn.
func (d *retention) complete(c cohort.Cohort) map[int]cohort.Cell {
	cells := make(map[int]cohort.Cell)
	for k := 1; k < len(c.Cells) && k <= d.last; k++ {
		if c.Cells[k].Complete && c.Size >= smallCohort {
			cells[k] = c.Cells[k]
		}
	}
	return cells
}

// cohorts draws one faint line a cohort, through its complete cells.
func (d *retention) cohorts() plot.Plotter {
	var parts []plot.Plotter
	for _, c := range d.r.Cohorts {
		cells := d.complete(c)
		var points plotter.XYs
		if d.first() == 0 && len(cells) > 0 {
			points = append(points, plotter.XY{X: 0, Y: 1})
		}
		for k := 1; k <= d.last; k++ {
			if cell, ok := cells[k]; ok {
				points = append(points, plotter.XY{X: float64(k), Y: cell.Rate})
			}
		}
		if len(points) > 1 {
			parts = append(parts, curve(points, line(inkFaint, 1.2), plotter.NoStep))
		}
	}
	return d.inSeries(d.faint, parts...)
}

// interval draws the Wilson band of the mean.
func (d *retention) interval() plot.Plotter {
	var up, down plotter.XYs
	for k := d.first(); k <= d.last; k++ {
		m := d.r.Mean[k]
		if m.Cohorts == 0 {
			continue
		}
		up = append(up, plotter.XY{X: float64(k), Y: m.High})
		down = append(down, plotter.XY{X: float64(k), Y: m.Low})
	}
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	return area(up, inkBand)
}

// meanLines draws the mean in runs, dashed where it stands on few cohorts.
func (d *retention) meanLines() []plot.Plotter {
	var parts []plot.Plotter
	var run plotter.XYs
	dashed := false
	flush := func() {
		if len(run) > 1 {
			sty := line(inkMain, strokeMain)
			if dashed {
				sty.Dashes = dashLoose
			}
			parts = append(parts, curve(run, sty, plotter.NoStep))
		}
	}
	for k := d.first(); k <= d.last; k++ {
		m := d.r.Mean[k]
		if m.Cohorts == 0 {
			continue
		}
		if few := m.Cohorts < fewCohorts; few != dashed && len(run) > 0 {
			flush()
			run, dashed = run[len(run)-1:], few
		}
		run = append(run, plotter.XY{X: float64(k), Y: m.Weighted})
	}
	flush()
	return parts
}

func (d *retention) endLabel() string { return d.lang.Percent(d.r.Mean[d.last].Weighted, 1) }

// annotate writes the last value and where period 0 lies.
func (d *retention) annotate(on panel) {
	end := on.at(float64(d.last), d.r.Mean[d.last].Weighted)
	d.canvas.series(d.mean, func() { d.dots(on) })
	d.label(d.style(inkMain, sizeLarge, true), float64(end.X)+9, float64(end.Y), d.endLabel())
	if d.cut() {
		at := on.at(0, d.top)
		d.label(aligned(d.plain(), draw.XLeft, draw.YBottom), float64(at.X)-3, float64(at.Y)+3, d.w.Start.with("nth", d.nth(0)))
	}
}

// dots marks each period where they stand apart, the last one always.
func (d *retention) dots(on panel) {
	apart := on.at(1, 0).X-on.at(0, 0).X > 24
	for k := d.first(); k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 && (apart || k == d.last) {
			d.dot(inkMain, on.at(float64(k), m.Weighted), radiusDot)
		}
	}
}

func (d *retention) nth(k int) string { return d.grain.Nth.with("k", strconv.Itoa(k)) }

// marks records the mean first, then the cohorts: arrow keys walk what
// matters before the detail.
func (d *retention) marks(on panel) {
	for k := d.first(); k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 {
			on.mark(float64(k), m.Weighted, figure.Mark{Series: d.mean, Label: d.nth(k), Values: []figure.Value{
				value(d.w.Retention, d.lang.Percent(m.Weighted, 1)),
				value(d.words.Common.Interval, d.shareRange(m.Low, m.High)),
				value(d.w.Bought, d.countOf(m.Active, m.Customers)),
				value(d.w.Complete, d.lang.Int(m.Cohorts)),
			}})
		}
	}
	for _, c := range d.r.Cohorts {
		d.cohortMarks(on, c)
	}
}

func (d *retention) cohortMarks(on panel, c cohort.Cohort) {
	cells := d.complete(c)
	for k := 1; k <= d.last; k++ {
		cell, ok := cells[k]
		if !ok {
			continue
		}
		on.mark(float64(k), cell.Rate, figure.Mark{
			Series: d.faint, Key: "cohort:" + c.Start.String(),
			Label: d.cohortName(c) + string(d.words.Common.Joint) + d.nth(k),
			Values: []figure.Value{
				value(d.w.Retention, d.lang.Percent(cell.Rate, 1)),
				value(d.words.Common.Interval, d.shareRange(cell.Low, cell.High)),
				value(d.w.Bought, d.countOf(cell.Active, c.Size)),
			},
		})
	}
}

func (d *retention) cohortName(c cohort.Cohort) string {
	start := d.lang.Month(c.Start)
	switch d.r.Options.Grain {
	case cohort.Week:
		start = d.lang.Date(c.Start)
	case cohort.Quarter:
		start = d.lang.Quarter(c.Start)
	}
	return d.grain.CohortOf.with("start", start)
}

func (d *retention) table() {
	c := d.words.Common
	d.columns(textColumn(d.w.Period), numberColumn(d.w.Mean), numberColumn(c.Interval+" –"), numberColumn(c.Interval+" +"),
		numberColumn(c.Customers), numberColumn(d.w.Bought), numberColumn(d.w.Complete), numberColumn(d.w.Simple))
	for k := 0; k <= d.last; k++ {
		m := d.r.Mean[k]
		d.row(cell{d.nth(k), strconv.Itoa(k)}, d.share(m.Weighted), d.share(m.Low), d.share(m.High),
			d.count(m.Customers), d.count(m.Active), d.count(m.Cohorts), d.share(m.Simple))
	}
}

// tell writes description and footer.
func (d *retention) tell() {
	customers := 0
	for _, c := range d.r.Cohorts {
		customers += c.Size
	}
	l, unit, first := d.lang, string(d.grain.Unit), d.r.Mean[1]
	d.describe(d.w.Describe.with("customers", l.Int(customers), "cohorts", l.Int(len(d.r.Cohorts)), "unit", unit,
		"first", l.Percent(first.Weighted, 1), "interval", d.shareRange(first.Low, first.High)), d.describeRange(unit))
	define, axis := d.w.DefineClassic, d.w.WholeAxis
	if d.r.Options.Method == cohort.Unbounded {
		define = d.w.DefineUnbounded
	}
	if d.cut() {
		axis = d.w.Cut
	}
	d.footer(define.with("unit", unit), d.caveats(),
		d.w.Counted.with("cohorts", l.Int(len(d.r.Cohorts)), "customers", l.Int(customers), "window", d.window(d.r.Begin, d.r.End)),
		axis.with("top", l.Percent(d.top, 0), "nth", d.nth(0)))
}

// caveats says what dashes mean and what is not drawn, where either occurs.
func (d *retention) caveats() string {
	few, small := "", ""
	if d.hasFew() {
		few = string(d.w.Few)
	}
	for _, c := range d.r.Cohorts {
		if c.Size > 0 && c.Size < smallCohort {
			small = d.w.Small.with("n", strconv.Itoa(smallCohort))
		}
	}
	return d.join([]string{few, small})
}

// describeRange says how low and how high the mean lies where it is solid.
func (d *retention) describeRange(unit string) string {
	lo, hi, end := 0, 0, 0
	for k := 1; k <= d.last; k++ {
		m := d.r.Mean[k]
		if m.Cohorts < fewCohorts {
			continue
		}
		if lo == 0 || m.Weighted < d.r.Mean[lo].Weighted {
			lo = k
		}
		if hi == 0 || m.Weighted > d.r.Mean[hi].Weighted {
			hi = k
		}
		end = k
	}
	if end < 2 {
		return ""
	}
	at := func(k int) string { return d.lang.Percent(d.r.Mean[k].Weighted, 1) }
	return d.w.DescribeRange.with("unit", unit, "lo", at(lo), "klo", strconv.Itoa(lo), "hi", at(hi), "khi", strconv.Itoa(hi),
		"end", at(end), "kend", strconv.Itoa(end))
}
