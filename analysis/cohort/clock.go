package cohort

import "churnbench/analysis"

// A clock numbers the periods of one customer, from the day that it is followed
// from.
type clock struct {
	cal    *calendar
	window int          // days of a rolling window; 0 by the calendar
	first  analysis.Day // of the customer
	base   int          // the calendar period of that day
}

func newClock(cal *calendar, opt Options) clock {
	k := clock{cal: cal}
	if opt.Clock == Rolling {
		k.window = opt.Grain.Days()
	}
	return k
}

// of returns the clock of a customer who is followed from a day.
func (k clock) of(first analysis.Day) clock {
	k.first = first
	if k.window == 0 {
		k.base = k.cal.period(first)
	}
	return k
}

// period returns the number of the period that holds d, which is not before the
// customer's first day.
func (k *clock) period(d analysis.Day) int {
	if k.window > 0 {
		return int(d-k.first) / k.window
	}
	return k.cal.period(d) - k.base
}

// over returns how many periods of the customer are over by the end of
// observation, End included.
func (k *clock) over() int {
	if k.window > 0 {
		return int(k.cal.end()+1-k.first) / k.window
	}
	return k.cal.over() - k.base
}

// begins returns the first day of the period of a customer followed from first,
// base being its calendar period.
func (k *clock) begins(first analysis.Day, base, period int) analysis.Day {
	if k.window > 0 {
		return first + analysis.Day(period*k.window)
	}
	return k.cal.start(base + period)
}
