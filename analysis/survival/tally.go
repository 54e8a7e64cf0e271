package survival

import (
	"churnbench/analysis"
)

// A tally counts durations of whole days, one slot a day: a million customers
// are counted without a sort, in memory that only the span of the data bounds.
type tally struct {
	events, censored []uint32
}

func newTally(days int) tally {
	return tally{make([]uint32, days+1), make([]uint32, days+1)}
}

// curve estimates the tally's survival curve.
func (t tally) curve(interval Interval, level float64) Curve {
	c := Curve{Interval: interval, Level: level}
	for day := range t.events {
		if d, w := int(t.events[day]), int(t.censored[day]); d+w > 0 {
			c.add(float64(day), d, w)
		}
	}
	c.everybody()
	c.estimate()
	return c
}

// total returns how many durations ended with the event and how many did not.
func (t tally) total() (events, censored int) {
	for day := range t.events {
		events += int(t.events[day])
		censored += int(t.censored[day])
	}
	return events, censored
}

// quantile returns the first day by which at least the share p of the
// durations that ended, ended; 0 if none did.
func (t tally) quantile(p float64) int {
	events, _ := t.total()
	sum := 0
	for day, d := range t.events {
		sum += int(d)
		if d > 0 && float64(sum) >= float64(p*float64(events))-flat {
			return day
		}
	}
	return 0
}

// maxSpan bounds the slots of a tally, in days: five centuries. Whatever
// claims more has misread its dates.
const maxSpan = 500 * 366

// span checks that a log can be counted by day and returns the days from its
// first purchase to its end.
func span(log *analysis.Log) (int, error) {
	if log == nil || log.Customers() == 0 {
		return 0, analysis.Fail(analysis.NotEnough, "survival.empty")
	}
	first := log.First()
	days := int(log.End) - int(first)
	if !first.Valid() || days > maxSpan {
		return 0, analysis.Fail(analysis.BadInput, "survival.span", analysis.On("first", first), analysis.On("end", log.End))
	}
	for c := range log.Customers() {
		if last := log.Day[log.Start[c+1]-1]; last > log.End {
			return 0, analysis.Fail(analysis.BadInput, "survival.after-end", analysis.On("last", last), analysis.On("end", log.End))
		}
	}
	return days, nil
}
