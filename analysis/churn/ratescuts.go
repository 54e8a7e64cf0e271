package churn

import (
	"slices"
	"time"

	"churnbench/analysis"
)

// What periods are made for: five centuries of days, none beyond the year 10,000.
// Whatever claims more has misread its dates.
const (
	maxSpan = 500 * 366
	maxDay  = 8000 * 366
)

// cuts returns where the whole periods of data from first to last (inclusive) begin
// and end, ascending: k+1 cuts make k periods. whole is the latest possible cut. left
// counts the periods that were left out at the front.
func (o *RateOptions) cuts(first, whole analysis.Day) (cuts []analysis.Day, left int, err error) {
	if err := o.check(first, whole); err != nil {
		return nil, 0, err
	}
	switch o.Grain {
	case ByCuts:
		cuts = slices.DeleteFunc(slices.Clone(o.Cuts), func(d analysis.Day) bool { return d > whole })
	case ByDays:
		cuts = everyDays(first, whole, analysis.Day(o.Days))
	default:
		cuts = calendarCuts(o.Grain, first, whole)
	}
	if len(cuts) < 2 {
		return nil, 0, analysis.Fail(analysis.NotEnough, "rates.no-period", analysis.On("first", first), analysis.On("end", whole)).
			Or("rates.no-period.remedy")
	}
	left = max(0, len(cuts)-1-MaxPeriods)
	return cuts[left:], left, nil
}

func (o *RateOptions) check(first, whole analysis.Day) error {
	switch {
	case !slices.Contains([]Grain{Month, Quarter, Year, ByDays, ByCuts}, o.Grain):
		return analysis.Fail(analysis.BadInput, "rates.bad-grain", analysis.Text("grain", string(o.Grain)))
	case o.Grain == ByDays && (o.Days < 1 || o.Days > maxSpan):
		return analysis.Fail(analysis.BadInput, "rates.bad-days", analysis.Count("days", o.Days))
	case o.Grain == ByCuts && !ascending(o.Cuts):
		return analysis.Fail(analysis.BadInput, "rates.bad-cuts")
	case o.Gap < 0 || o.Gap > maxSpan:
		return analysis.Fail(analysis.BadInput, "rates.bad-gap", analysis.Count("days", o.Gap))
	case o.Trailing < 0 || o.Trailing > maxSpan:
		return analysis.Fail(analysis.BadInput, "rates.bad-trailing", analysis.Count("days", o.Trailing))
	case first < -maxDay || whole > maxDay || int(whole)-int(first) > maxSpan:
		return analysis.Fail(analysis.BadInput, "rates.span", analysis.On("first", first), analysis.On("end", whole))
	}
	return nil
}

// ascending reports whether there are two cuts or more, each after the one before.
func ascending(cuts []analysis.Day) bool {
	for i := 1; i < len(cuts); i++ {
		if cuts[i] <= cuts[i-1] {
			return false
		}
	}
	return len(cuts) > 1 && cuts[0] >= -maxDay && cuts[len(cuts)-1] <= maxDay
}

// everyDays goes back from the end in steps of so many days, until all days from
// first on are in a period.
func everyDays(first, end, days analysis.Day) []analysis.Day {
	cuts := []analysis.Day{end}
	for at := end; at > first; {
		at -= days
		cuts = append(cuts, at)
	}
	slices.Reverse(cuts)
	return cuts
}

// calendarCuts begins with the first day of the period that holds first.
func calendarCuts(g Grain, first, end analysis.Day) (cuts []analysis.Day) {
	months := map[Grain]time.Month{Month: 1, Quarter: 3, Year: 12}[g]
	t := first.Time()
	year, month := t.Year(), t.Month()-(t.Month()-1)%months
	for at := analysis.Date(year, month, 1); at <= end; at = analysis.Date(year, month, 1) {
		cuts = append(cuts, at)
		month += months // Date carries a month 13 over into the next year
	}
	return cuts
}
