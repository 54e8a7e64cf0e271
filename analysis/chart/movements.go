package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// Movements draws the customers gained and lost in each period: new and reactivated
// ones above zero, churned ones below.
func Movements(r *churn.Rates, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "movements", func(w *words) phrase { return w.Movements.Title })
	d := newStacks(s, r)
	d.format = func(v float64) string { return s.lang.Int(int(v)) }
	d.tick = func(v float64) string { return s.lang.Compact(v) }
	d.flows = []flow{
		{d.w.New, inkMain, true, func(p *churn.Period) float64 { return float64(p.Customers.New) }, 0},
		{d.w.Reactivated, "ink-4", true, func(p *churn.Period) float64 { return float64(p.Customers.Reactivated) }, 0},
		{d.w.Churned, "ink-3", false, func(p *churn.Period) float64 { return float64(p.Customers.Churned) }, 0},
	}
	d.start = func(p *churn.Period) float64 { return float64(p.Customers.Start) }
	d.end = func(p *churn.Period) float64 { return float64(p.Customers.End) }
	return d.figure(d.w.Customers, d.w.Define)
}

// RevenueMovements draws the revenue gained and lost in each period, by the customers
// who brought it.
func RevenueMovements(r *churn.Rates, st figure.Style) (figure.Figure, error) {
	s := newSheet(st, "revenue-movements", func(w *words) phrase { return w.Movements.RevenueTitle })
	d := newStacks(s, r)
	d.format = func(v float64) string { return s.lang.Money(v, s.currency) }
	d.tick = func(v float64) string { return s.lang.MoneyCompact(v, s.currency) }
	d.flows = []flow{
		{d.w.New, inkMain, true, func(p *churn.Period) float64 { return p.Revenue.New.Float() }, 0},
		{d.w.Expansion, inkPale, true, func(p *churn.Period) float64 { return p.Revenue.Expansion.Float() }, 0},
		{d.w.Reactivated, "ink-4", true, func(p *churn.Period) float64 { return p.Revenue.Reactivation.Float() }, 0},
		{d.w.Contraction, "ink-5", false, func(p *churn.Period) float64 { return p.Revenue.Contraction.Float() }, 0},
		{d.w.Churned, "ink-3", false, func(p *churn.Period) float64 { return p.Revenue.Churn.Float() }, 0},
	}
	d.start = func(p *churn.Period) float64 { return p.Revenue.Start.Float() }
	d.end = func(p *churn.Period) float64 { return p.Revenue.End.Float() }
	return d.figure(d.w.Revenue, d.w.DefineRevenue)
}

// A flow is one kind of movement.
type flow struct {
	name   phrase
	ink    Ink
	up     bool
	of     func(*churn.Period) float64 // ≥ 0
	series int                         // −1 if nothing ever moved this way
}

// stacks are figures of bars above and below zero, one stack a period.
type stacks struct {
	*sheet
	r            *churn.Rates // of the periods in sight
	sight        stretch
	w            *movementWords
	flows        []flow
	start, end   func(*churn.Period) float64
	format, tick func(float64) string
}

func newStacks(s *sheet, r *churn.Rates) *stacks {
	return &stacks{sheet: s, r: r, w: &s.words.Movements}
}

func (d *stacks) figure(heading, define phrase) (figure.Figure, error) {
	if len(d.r.Periods) == 0 || !d.moves(d.r) {
		return d.empty(string(d.w.Need)), nil
	}
	d.declare()
	d.r, d.sight = d.periodsInSight(d.r, d.moves)
	d.heading = string(heading)
	d.draw()
	d.table()
	d.tell(define)
	return d.finish(), nil
}

// declare makes those flows series that ever moved.
func (d *stacks) declare() {
	for i := range d.flows {
		f := &d.flows[i]
		f.series = -1
		if slices.ContainsFunc(d.r.Periods, func(p churn.Period) bool { return f.of(&p) > 0 }) {
			f.series = d.series(f.name, f.ink, figure.Bar)
		}
	}
}

// moves reports whether anything was gained or lost.
func (d *stacks) moves(r *churn.Rates) bool {
	up, down := d.reach(r)
	return up+down > 0
}

// reach returns how far the bars go above and below zero.
func (d *stacks) reach(r *churn.Rates) (up, down float64) {
	for i := range r.Periods {
		u, l := d.sums(&r.Periods[i])
		up, down = max(up, u), max(down, l)
	}
	return up, down
}

// sums adds up what a period gained and lost.
func (d *stacks) sums(p *churn.Period) (up, down float64) {
	for _, f := range d.flows {
		if f.up {
			up += f.of(p)
		} else {
			down += f.of(p)
		}
	}
	return up, down
}

func (d *stacks) draw() {
	height := d.fit(min(340, max(220, d.width*0.4)), 0)
	area := d.open(height)
	area.Max.X -= 8
	p := d.newPlot()
	p.X.Min, p.X.Max = 0, float64(len(d.r.Periods))
	p.X.Tick.Marker = d.periodTicks(d.r)
	d.scale(p, height)
	if shade := d.unsettled(d.r); shade != nil {
		p.Add(shade)
	}
	lo, hi := p.Y.Min, p.Y.Max
	p.Add(grid(), curve(plotter.XYs{{X: 0, Y: 0}, {X: p.X.Max, Y: 0}}, line(inkSoft, strokeFine), plotter.NoStep))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, float64(len(d.r.Periods)), lo, hi
	on := d.sheet.draw(p, area)
	d.span(on, d.sight)
	for i := range d.r.Periods {
		d.stack(on, i)
	}
}

// scale marks the axis in one step above and below zero.
func (d *stacks) scale(p *plot.Plot, height float64) {
	up, down := d.reach(d.r)
	ticks, top := niceTicks(max(up, down), levels((height-50)*max(up, down)/(up+down)), plainSteps, d.tick)
	p.Y.Min, p.Y.Max = -1.08*down, 1.08*up
	if up >= down {
		p.Y.Max = top
	} else {
		p.Y.Min = -top
	}
	var marks plot.ConstantTicks
	for _, t := range ticks {
		if t.Value <= p.Y.Max {
			marks = append(marks, t)
		}
		if t.Value > 0 && -t.Value >= p.Y.Min {
			marks = append(marks, plot.Tick{Value: -t.Value, Label: d.tick(-t.Value)})
		}
	}
	p.Y.Tick.Marker = marks
}

// barShare is how much of its period a bar is wide.
const barShare = 0.74

// stack draws one period.
func (d *stacks) stack(on panel, i int) {
	p := &d.r.Periods[i]
	left, right := float64(i)+(1-barShare)/2, float64(i)+(1+barShare)/2
	up, down := 0.0, 0.0
	for _, f := range d.flows {
		v := f.of(p)
		if !(v > 0) {
			continue
		}
		from, to := up, up+v
		if f.up {
			up = to
		} else {
			from, to = -down-v, -down
			down += v
		}
		d.canvas.series(f.series, func() { d.canvas.box(f.ink, on.rect(left, from, right, to), 0) })
	}
	pad := (on.plot.Y.Max - on.plot.Y.Min) / 200
	d.markBox(on.rect(left, -down-pad, right, up+pad), d.markOf(p))
}

func (d *stacks) markOf(p *churn.Period) figure.Mark {
	values := []figure.Value{value(d.w.Start, d.format(d.start(p)))}
	for _, f := range d.flows {
		sign := "+"
		if !f.up {
			sign = "−"
		}
		if f.of(p) == 0 {
			sign = ""
		}
		values = append(values, value(f.name, sign+d.format(f.of(p))))
	}
	return figure.Mark{Series: -1, Label: d.periodName(d.r, p), Values: append(values, value(d.w.End, d.format(d.end(p))))}
}

func (d *stacks) table() {
	columns := []figure.Column{textColumn(d.w.Period), numberColumn(d.w.Start)}
	for _, f := range d.flows {
		columns = append(columns, numberColumn(f.name))
	}
	d.columns(append(columns, numberColumn(d.w.End))...)
	for i := range d.r.Periods {
		p := &d.r.Periods[i]
		cells := []cell{{d.periodName(d.r, p), p.From.String()}, d.cellOf(d.start(p))}
		for _, f := range d.flows {
			cells = append(cells, d.cellOf(f.of(p)))
		}
		d.row(append(cells, d.cellOf(d.end(p)))...)
	}
}

func (d *stacks) cellOf(v float64) cell { return cell{d.format(v), machine(v)} }

// tell writes description and footer.
func (d *stacks) tell(define phrase) {
	first, last := &d.r.Periods[0], &d.r.Periods[len(d.r.Periods)-1]
	up, down := 0.0, 0.0
	for i := range d.r.Periods {
		u, l := d.sums(&d.r.Periods[i])
		up, down = up+u, down+l
	}
	d.describe(d.w.Describe.with("from", d.periodName(d.r, first), "to", d.periodName(d.r, last), "start", d.format(d.start(first)),
		"gained", d.format(math.Round(up*1e4)/1e4), "lost", d.format(math.Round(down*1e4)/1e4), "end", d.format(d.end(last))))
	shaded := ""
	if !first.Settled {
		shaded = string(d.w.Shaded)
	}
	d.footer(string(define), d.w.Counted.with("customers", d.lang.Int(d.r.Customers), "window", d.window(first.From, last.To-1)), shaded)
}
