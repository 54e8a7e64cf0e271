package lifecycle

import (
	"slices"
	"time"

	"churnbench/analysis"
)

// A Course is how many customers stood in each stage over time.
type Course struct {
	Stages    []Stage
	Days      []analysis.Day // ascending, the last one the day asked for
	Customers [][]int        // of Days[i] those in Stages[j]
}

// MaxPoints bounds the days of a Course: five years of months.
const MaxPoints = 60

// Course counts the stages at the ends of months up to a day; of quarters or years
// where there would be more than MaxPoints months, of weeks where there are fewer than
// four.
func (l *Life) Course(day analysis.Day) *Course {
	c := &Course{Stages: l.Options.Model.Stages(), Days: ends(l.first, day)}
	counts, over := make([][stages]int, len(c.Days)), make([]int, len(c.Days))
	for id := range analysis.CustomerID(l.log.Customers()) {
		l.follow(id, c.Days, counts, over)
	}
	gone := 0
	for i := range counts {
		gone += over[i]
		counts[i][Lapsed] += gone
		row := make([]int, len(c.Stages))
		for j, s := range c.Stages {
			row[j] = counts[i][s]
		}
		c.Customers = append(c.Customers, row)
	}
	return c
}

// follow counts one customer. Once lapsed for good she is noted in over, on the first of
// the days, instead of being counted on each.
func (l *Life) follow(c analysis.CustomerID, days []analysis.Day, counts [][stages]int, over []int) {
	w := l.walk(c)
	i, _ := slices.BinarySearch(days, w.day[0])
	for ; i < len(days); i++ {
		stage := w.to(days[i])
		if stage == Lapsed && w.over() {
			over[i]++
			return
		}
		counts[i][stage]++
	}
}

// ends are the last days of the periods from first on, and last.
func ends(first, last analysis.Day) []analysis.Day {
	months := func(d analysis.Day) int { return d.Time().Year()*12 + int(d.Time().Month()) - 1 }
	from, span := months(first), months(last)-months(first)
	if span < 3 {
		return weekly(first, last)
	}
	step := 1
	for _, wider := range []int{3, 12} {
		if span/step >= MaxPoints {
			step = wider
		}
	}
	var days []analysis.Day
	for m := from - from%step + step; ; m += step {
		end := analysis.Date(m/12, time.Month(m%12+1), 1) - 1
		if end >= last {
			break
		}
		days = append(days, end)
	}
	days = append(days, last)
	return days[max(0, len(days)-MaxPoints):]
}

// weekly counts back from last.
func weekly(first, last analysis.Day) []analysis.Day {
	var days []analysis.Day
	for d := last - (last-first)/7*7; d <= last; d += 7 {
		days = append(days, d)
	}
	return days
}
