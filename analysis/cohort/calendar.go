package cohort

import (
	"time"

	"churnbench/analysis"
)

// A calendar numbers the calendar periods from the one that holds a first day,
// which is 0, to the one that holds the observation's end.
type calendar struct {
	grain   Grain
	first   analysis.Day // the day that of[0] belongs to
	of      []uint32     // period of day first+i: one look-up a row instead of a date's arithmetic
	begin   analysis.Day // first day of period 0
	periods int
}

func newCalendar(grain Grain, first, end analysis.Day) calendar {
	c := calendar{grain: grain, first: first, of: make([]uint32, end-first+1), begin: grain.start(first)}
	next, period := c.start(1), uint32(0)
	for i := range c.of {
		if first+analysis.Day(i) >= next {
			period++
			next = c.start(int(period) + 1)
		}
		c.of[i] = period
	}
	c.periods = int(period) + 1
	return c
}

// period returns the number of the period that holds d.
func (c *calendar) period(d analysis.Day) int { return int(c.of[d-c.first]) }

// start returns the first day of period i, which may lie beyond the calendar.
func (c *calendar) start(i int) analysis.Day { return c.grain.later(c.begin, i) }

// end returns the last day of observation.
func (c *calendar) end() analysis.Day { return c.first + analysis.Day(len(c.of)) - 1 }

// over returns how many periods are over by the end of observation, End included.
func (c *calendar) over() int {
	if c.start(c.periods) == c.end()+1 {
		return c.periods
	}
	return c.periods - 1
}

func (g Grain) valid() bool {
	switch g {
	case Day, Week, Month, Quarter, Year:
		return true
	}
	return false
}

// Days returns the length of a rolling window.
func (g Grain) Days() int {
	switch g {
	case Day:
		return 1
	case Week:
		return 7
	case Quarter:
		return 90
	case Year:
		return 365
	}
	return 30
}

// months returns the length of a period in months, 0 for days and weeks.
func (g Grain) months() int {
	switch g {
	case Day, Week:
		return 0
	case Quarter:
		return 3
	case Year:
		return 12
	}
	return 1
}

// start returns the first day of the calendar period that holds d.
func (g Grain) start(d analysis.Day) analysis.Day {
	switch g {
	case Day:
		return d
	case Week:
		return d - ((d+3)%7+7)%7 // day 0 was a Thursday; days before it are negative
	}
	t := d.Time()
	return analysis.Date(t.Year(), t.Month()-(t.Month()-1)%time.Month(g.months()), 1)
}

// later returns the first day of the n-th calendar period after the one that
// begins on start.
func (g Grain) later(start analysis.Day, n int) analysis.Day {
	if g.months() == 0 {
		return start + analysis.Day(n*g.Days())
	}
	t := start.Time()
	return analysis.Date(t.Year(), t.Month()+time.Month(n*g.months()), 1)
}
