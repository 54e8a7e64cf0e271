package cohort

import (
	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Bounds of what a calendar is made for: five centuries of days, none beyond
// the year 10,000. Whatever claims more has misread its dates.
const (
	maxSpan = 500 * 366
	maxDay  = 8000 * 366
)

// Make makes the cohort table of a log in one pass over its rows. The error is a
// *analysis.Error: an empty log, impossible dates, options that do not exist.
//
// A cell is complete when its period is over by the log's end, End included.
// With calendar periods all members of a cohort have the same period k, and for
// k ≥ 1 all of them had their first purchase before it begins, so a period that
// is over is over for every member. In period 0 every member is active by
// definition; it is complete once nobody can join the cohort any more.
func Make(log *analysis.Log, opt Options) (*Result, error) {
	if err := check(log, opt); err != nil {
		return nil, err
	}
	cal := newCalendar(opt.Grain, log.First(), log.End)
	columns := columnsFor(opt.Periods, cal.periods())
	counts := count(log, &cal, columns)
	if opt.Method == Unbounded {
		counts.unbound()
	}
	r := &Result{Options: opt, Begin: log.First(), End: log.End, Periods: columns, Customers: log.Customers()}
	r.Cohorts = counts.cohorts(&cal)
	r.Mean = averages(r.Cohorts, columns)
	r.warn(cal.periods() - columns)
	return r, nil
}

func check(log *analysis.Log, opt Options) error {
	switch {
	case log == nil || log.Customers() == 0:
		return analysis.Fail(analysis.NotEnough, "cohort.empty")
	case opt.Grain != Month && opt.Grain != Week && opt.Grain != Quarter:
		return analysis.Fail(analysis.BadInput, "cohort.bad-grain", analysis.Text("grain", string(opt.Grain)))
	case opt.Method != Classic && opt.Method != Unbounded:
		return analysis.Fail(analysis.BadInput, "cohort.bad-method", analysis.Text("method", string(opt.Method)))
	case opt.Periods < 0:
		return analysis.Fail(analysis.BadInput, "cohort.bad-periods", analysis.Count("periods", opt.Periods))
	}
	return checkDates(log)
}

func checkDates(log *analysis.Log) error {
	first := log.First()
	if first < -maxDay || log.End > maxDay || int(log.End)-int(first) > maxSpan {
		return analysis.Fail(analysis.BadInput, "cohort.span", analysis.On("first", first), analysis.On("end", log.End))
	}
	for c := range log.Customers() {
		if last := log.Day[log.Start[c+1]-1]; last > log.End {
			return analysis.Fail(analysis.BadInput, "cohort.after-end", analysis.On("last", last), analysis.On("end", log.End))
		}
	}
	return nil
}

// columnsFor returns the number of columns: what was asked for, as far as there
// are periods, and never more than MaxPeriods after period 0.
func columnsFor(asked, periods int) int {
	if asked == 0 {
		asked = MaxPeriods
	}
	return min(asked, MaxPeriods, periods-1) + 1
}

// cohorts turns counts into rows of cells.
func (t *table) cohorts(cal *calendar) []Cohort {
	var list []Cohort
	for p, size := range t.size {
		if size == 0 {
			continue
		}
		c := Cohort{Start: cal.starts[p], Size: int(size), Cells: make([]Cell, min(t.columns, len(t.size)-p))}
		for k := range c.Cells {
			c.Cells[k] = t.cell(cal, p, k)
		}
		list = append(list, c)
	}
	return list
}

func (t *table) cell(cal *calendar, p, k int) Cell {
	active, size := int(t.active[p*t.columns+k]), int(t.size[p])
	c := Cell{
		Active:     active,
		Revenue:    t.revenue[p*t.columns+k],
		CompleteOn: cal.starts[p+k+1],
		Rate:       float64(active) / float64(size),
	}
	c.Complete = c.CompleteOn <= cal.end()+1
	c.Low, c.High = numeric.Wilson(active, size, numeric.Z95)
	return c
}
