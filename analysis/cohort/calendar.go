package cohort

import "churnbench/analysis"

// A calendar numbers the calendar periods from the one that holds the first
// purchase, which is 0, to the one that holds the observation's end.
type calendar struct {
	first  analysis.Day   // the day that of[0] belongs to
	of     []uint32       // period of day first+i: one look-up a row instead of a date's arithmetic
	starts []analysis.Day // first day of each period, and of the one after the last
}

func newCalendar(grain Grain, first, end analysis.Day) calendar {
	c := calendar{first: first, of: make([]uint32, end-first+1)}
	for start := startOf(grain, first); start <= end; start = startOf(grain, start+longest(grain)) {
		c.starts = append(c.starts, start)
	}
	c.starts = append(c.starts, startOf(grain, c.starts[len(c.starts)-1]+longest(grain)))
	period := uint32(0)
	for i := range c.of {
		if first+analysis.Day(i) >= c.starts[period+1] {
			period++
		}
		c.of[i] = period
	}
	return c
}

// periods returns how many periods there are.
func (c *calendar) periods() int { return len(c.starts) - 1 }

// period returns the number of the period that holds d.
func (c *calendar) period(d analysis.Day) int { return int(c.of[d-c.first]) }

// startOf returns the first day of the period that holds d.
func startOf(grain Grain, d analysis.Day) analysis.Day {
	if grain == Week {
		return d - ((d+3)%7+7)%7 // day 0 was a Thursday; days before it are negative
	}
	t := d.Time()
	month := t.Month()
	if grain == Quarter {
		month -= (month - 1) % 3
	}
	return analysis.Date(t.Year(), month, 1)
}

// longest returns a number of days that leads from a period's first day into
// the next period and not beyond it.
func longest(grain Grain) analysis.Day {
	switch grain {
	case Week:
		return 7
	case Quarter:
		return 92
	}
	return 31
}

// end returns the last day of observation.
func (c *calendar) end() analysis.Day { return c.first + analysis.Day(len(c.of)) - 1 }
