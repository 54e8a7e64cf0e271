package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"churnbench/analysis"
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

// maxFaint is the number of single cohorts beyond which only the latest are drawn:
// more lines than this tell nothing and take long.
const maxFaint = 60

// RetentionCurve draws the share of customers who come back by column of a cohort
// table: single cohorts faint, their weighted mean bold with its Wilson band,
// dashed where fewer than three cohorts are complete. The cohort with the Key
// selected, if any, is picked out, dashed where it is not complete.
//
// Followed from the first purchase, period 0 is 100 % by definition. Where later
// periods lie far below, the axis ends above them instead of pressing them flat;
// it starts at 0 all the same, an arrow marks what lies beyond, and the footer
// says so. Followed from a sign-up, period 0 is measured like any other.
func RetentionCurve(r *cohort.Result, selected string, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "retention-curve", func(w *words) phrase { return w.Retention.Title })
	d := &retention{sheet: s, r: r, w: &s.words.Retention, grain: s.grainWords(r.Options), last: lastMean(r), picked: -1}
	if d.last < 1 {
		return s.empty(d.w.Need.with("unit", d.grain.unit)), nil
	}
	d.look()
	d.choose(selected)
	d.declare()
	d.draw()
	d.table()
	d.tell()
	return s.finish(), nil
}

// retention is a RetentionCurve in the making.
type retention struct {
	*sheet
	r     *cohort.Result
	w     *retentionWords
	grain periodWords
	last  int // last column with a mean, of those in sight
	sight stretch
	top   float64

	selected *cohort.Cohort
	shown    []cohort.Cohort // drawn one by one, faint

	mean, band, faint, picked int // series; picked is −1 if no cohort is selected
}

// look decides which columns are in sight.
func (d *retention) look() {
	d.sight = d.inSight(0, float64(d.last), 2, func(v float64, _ bool) string { return d.nth(int(v)) })
	d.last = int(d.sight.to)
	for d.last > int(d.sight.from)+1 && !(d.r.Mean[d.last].Cohorts > 0) {
		d.last--
	}
	d.sight.to = float64(d.last)
}

// lo is the first column in sight.
func (d *retention) lo() int { return int(d.sight.from) }

// choose finds the selected cohort, and those large enough to be drawn.
func (d *retention) choose(selected string) {
	for i := range d.r.Cohorts {
		c := &d.r.Cohorts[i]
		if selected != "" && c.Key == selected {
			d.selected = c
		} else if c.Size >= smallCohort {
			d.shown = append(d.shown, *c)
		}
	}
	if beyond := len(d.shown) - maxFaint; beyond > 0 && d.r.Options.By != cohort.Attribute {
		d.shown = d.shown[beyond:]
	}
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
	d.heading = d.method(d.w.Classic, d.w.Unbounded, d.w.Bracket)
	d.mean = d.series(d.w.Mean, inkMain, figure.Line)
	if d.selected != nil {
		d.picked = d.series(phrase(d.cohortName(*d.selected)), inkPicked, figure.Line)
	}
	d.band = d.series(d.w.Band, inkBand, figure.Band)
	d.faint = -1
	if slices.ContainsFunc(d.shown, func(c cohort.Cohort) bool { return len(d.points(c, true)) > 1 }) {
		d.faint = d.series(d.w.Cohorts, inkFaint, figure.Line)
	}
}

func (d *retention) hasFew() bool {
	for k := max(1, d.lo()); k <= d.last; k++ {
		if d.r.Mean[k].Cohorts < fewCohorts {
			return true
		}
	}
	return false
}

func (d *retention) draw() {
	height := d.fit(min(420, max(230, d.width*0.42)), 0)
	area := d.open(height)
	p := d.newPlot()
	d.axes(p, height)
	if d.cut() {
		area.Max.Y -= startRow
	}
	p.Add(grid(), d.cohorts(), d.inSeries(d.band, d.interval()), d.inSeries(d.mean, d.meanLines()...))
	if d.selected != nil {
		p.Add(d.inSeries(d.picked, d.pickedLines()...))
	}
	d.scale(p)
	area.Max.X -= vg.Length(d.widthOf(d.endLabel(), sizeLarge, true) + 10)
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	d.annotate(on)
	d.marks(on)
}

func (d *retention) axes(p *plot.Plot, height float64) {
	p.Y.Tick.Marker, d.top = d.shareTicks(d.highest(), height-50)
	steps := countSteps
	if d.r.Options.Grain == cohort.Month {
		steps = monthSteps
	}
	width := d.widthOf(d.column(d.last), sizeText, false)
	p.X.Tick.Marker = wholeTicks(d.lo(), d.last, fitting(d.width-60, width), steps, d.column)
	p.X.Label.Text = d.grain.axis
}

// scale fixes the ranges, which adding data has widened.
func (d *retention) scale(p *plot.Plot) {
	p.X.Min, p.X.Max = d.sight.from, float64(d.last)
	p.Y.Min, p.Y.Max = 0, d.top
}

// highest returns what the axis must reach.
func (d *retention) highest() float64 {
	hi := 0.0
	for k := d.from(); k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 {
			hi = max(hi, m.Weighted, m.High)
		}
	}
	for _, c := range d.shown {
		for _, cell := range d.complete(c) {
			hi = max(hi, cell.Rate)
		}
	}
	if d.selected != nil {
		for k := d.from(); k <= d.last && k < len(d.selected.Cells); k++ {
			hi = max(hi, d.selected.Cells[k].Rate)
		}
	}
	if hi >= fullAxisFrom {
		return 1
	}
	return hi
}

// defined reports whether period 0 is 100 % by definition.
func (d *retention) defined() bool { return d.r.Options.By != cohort.SignUp }

// from returns the first column that says something.
func (d *retention) from() int {
	if d.defined() {
		return max(1, d.lo())
	}
	return d.lo()
}

// cut reports whether the 100 % of period 0 lie above the axis.
func (d *retention) cut() bool { return d.lo() == 0 && d.defined() && d.top < 1 }

// first returns the period that curves start from.
func (d *retention) first() int {
	if d.cut() {
		return 1
	}
	return d.lo()
}

// complete returns the complete cells of a cohort, from the first column that says
// something.
func (d *retention) complete(c cohort.Cohort) map[int]cohort.Cell {
	cells := make(map[int]cohort.Cell)
	for k := d.from(); k < len(c.Cells) && k <= d.last; k++ {
		if c.Cells[k].Complete {
			cells[k] = c.Cells[k]
		}
	}
	return cells
}

// cohorts draws one faint line a cohort, through its complete cells.
func (d *retention) cohorts() plot.Plotter {
	var parts []plot.Plotter
	for _, c := range d.shown {
		if points := d.points(c, true); len(points) > 1 {
			parts = append(parts, curve(points, line(inkFaint, 1.2), plotter.NoStep))
		}
	}
	return d.inSeries(d.faint, parts...)
}

// points returns a cohort's cells as points: the complete ones, or the others with
// the last complete one before them.
func (d *retention) points(c cohort.Cohort, complete bool) (points plotter.XYs) {
	var before plotter.XYs
	if d.defined() && d.first() == 0 {
		before = plotter.XYs{{X: 0, Y: 1}}
	}
	for k := d.from(); k <= d.last && k < len(c.Cells); k++ {
		at := plotter.XY{X: float64(k), Y: c.Cells[k].Rate}
		switch {
		case c.Cells[k].Complete != complete:
			before = plotter.XYs{at}
		case c.Cells[k].CompleteOn == analysis.NoDay && !complete:
			// begins before the data do: not known
		default:
			if len(points) == 0 {
				points = append(points, before...)
			}
			points = append(points, at)
		}
	}
	return points
}

// pickedLines draws the selected cohort, dashed where it is not complete.
func (d *retention) pickedLines() []plot.Plotter {
	var parts []plot.Plotter
	for _, complete := range []bool{true, false} {
		sty := line(inkPicked, strokeMain-0.4)
		if !complete {
			sty.Dashes = dashTight
		}
		if points := d.points(*d.selected, complete); len(points) > 1 {
			parts = append(parts, curve(points, sty, plotter.NoStep))
		}
	}
	return parts
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
	if d.selected != nil {
		d.canvas.series(d.picked, func() { d.pickedDots(on) })
	}
	d.label(d.style(inkMain, sizeLarge, true), float64(end.X)+9, float64(end.Y), d.endLabel())
	if d.cut() {
		at := on.at(0, d.top)
		d.label(aligned(d.plain(), draw.XLeft, draw.YBottom), float64(at.X)-3, float64(at.Y)+3, d.w.Start.with("nth", d.nth(0)))
	}
}

// dots marks each period where they stand apart, the last one always.
func (d *retention) dots(on panel) {
	apart := on.at(d.sight.from+1, 0).X-on.at(d.sight.from, 0).X > 24
	for k := d.first(); k <= d.last; k++ {
		if m := d.r.Mean[k]; m.Cohorts > 0 && (apart || k == d.last) {
			d.dot(inkMain, on.at(float64(k), m.Weighted), radiusDot)
		}
	}
}

// pickedDots marks what is known of the selected cohort: rings where it is not
// complete.
func (d *retention) pickedDots(on panel) {
	for k := d.first(); k <= d.last && k < len(d.selected.Cells); k++ {
		cell := &d.selected.Cells[k]
		at := on.at(float64(k), cell.Rate)
		switch {
		case cell.Complete:
			d.dot(inkPicked, at, radiusDot)
		case cell.CompleteOn != analysis.NoDay:
			d.ring(inkPicked, at, radiusDot)
		}
	}
}
