package cohort

import (
	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Make makes the cohort table of a log in one pass over its rows. The error is a
// *analysis.Error: an empty log, impossible dates, options that do not exist, an
// attribute of which nothing is known.
func Make(log *analysis.Log, opt Options) (*Result, error) {
	p, err := newPlan(log, opt)
	if err != nil {
		return nil, err
	}
	t := newTable(p.columns, len(p.cohorts), opt)
	t.count(log, p.grouping, opt)
	r := &Result{Options: opt, Begin: log.First(), End: log.End, Columns: p.list, Periods: len(p.list),
		Customers: log.Customers(), Excluded: p.excluded}
	for i := range p.cohorts {
		c := p.cohorts[i].Cohort
		c.Cells = p.cells(t, i)
		r.Followed += c.Size
		r.Cohorts = append(r.Cohorts, c)
	}
	r.Mean = averages(r.Cohorts, t)
	r.warn(p.beyond)
	return r, nil
}

// A plan is what is fixed before anything is counted.
type plan struct {
	*grouping
	columns
	opt    Options
	clock  clock
	begin  analysis.Day // of the data
	beyond int          // periods without a column
}

func newPlan(log *analysis.Log, opt Options) (*plan, error) {
	if err := check(log, opt); err != nil {
		return nil, err
	}
	g, err := group(log, opt)
	if err != nil {
		return nil, err
	}
	p := &plan{grouping: g, opt: opt, clock: newClock(&g.cal, opt), begin: log.First()}
	p.columns, p.beyond = columnsOf(opt, p.longest(log))
	return p, nil
}

// longest returns how many periods the customer who has been followed for longest
// has begun or, where only whole ones count, has had; at least one.
func (p *plan) longest(log *analysis.Log) int {
	earliest := p.cal.end()
	for c, of := range p.of {
		if of != nobody {
			earliest = min(earliest, p.day(log, c))
		}
	}
	k := p.clock.of(earliest)
	if p.opt.By == Attribute {
		return max(1, k.over())
	}
	return k.period(p.cal.end()) + 1
}

// cells returns the cells of cohort i that have begun for anybody.
func (p *plan) cells(t *table, i int) []Cell {
	var cells []Cell
	for j := range p.list {
		if !p.begun(t, i, j) {
			break
		}
		cells = append(cells, p.cell(t, i, j))
	}
	return cells
}

func (p *plan) begun(t *table, i, j int) bool {
	if t.own {
		return t.size[i*len(t.list)+j] > 0
	}
	m := &p.cohorts[i]
	return p.clock.begins(m.earliest, m.period, p.list[j].From) <= p.cal.end()
}

func (p *plan) cell(t *table, i, j int) Cell {
	at := i*len(t.list) + j
	c := Cell{Size: int(t.size[at]), Active: int(t.active[at]), Orders: int(t.orders[at]),
		Revenue: t.revenue[at], Total: t.total[at], CompleteOn: analysis.NoDay}
	c.Rate = float64(c.Active) / float64(c.Size)
	c.Low, c.High = numeric.Wilson(c.Active, c.Size, numeric.Z95)
	if t.own {
		c.Complete = true
		return c
	}
	c.Partial = !p.seen(i, 0)
	if p.seen(i, j) {
		c.CompleteOn = p.completeOn(i, j)
		c.Complete = c.CompleteOn <= p.cal.end()+1
	}
	return c
}

// completeOn returns the first day on which the last member has had column j, and
// nobody can join the cohort any more.
func (p *plan) completeOn(i, j int) analysis.Day {
	m := &p.cohorts[i]
	return max(p.clock.begins(m.last, m.period, p.list[j].To), p.cal.start(m.period+1))
}

// seen reports whether column j begins within the data for every member. What a
// customer bought before the first day of the data is not known; data that begin
// in the middle of a calendar period are taken to begin with it.
func (p *plan) seen(i, j int) bool {
	if p.opt.By != SignUp {
		return true
	}
	m, begin := &p.cohorts[i], p.begin
	if p.clock.window == 0 {
		begin = p.opt.Grain.start(begin)
	}
	return p.clock.begins(m.earliest, m.period, p.list[j].From) >= begin
}
