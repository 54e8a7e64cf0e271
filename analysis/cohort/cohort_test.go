package cohort

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"churnbench/analysis"
)

// logOf builds a log from each customer's purchase days, ascending, of one unit
// of money times the day of the month.
func logOf(end analysis.Day, customers ...[]analysis.Day) *analysis.Log {
	l := &analysis.Log{End: end, Start: []uint32{0}}
	for i, days := range customers {
		l.IDs.Append(fmt.Append(nil, "c", i))
		for _, d := range days {
			l.Day = append(l.Day, d)
			l.Amount = append(l.Amount, analysis.MoneyPerUnit*analysis.Money(d.Time().Day()))
			l.Orders = append(l.Orders, 1)
		}
		l.Start = append(l.Start, uint32(len(l.Day)))
	}
	return l
}

func randomLog(rng *rand.Rand, customers int, begin analysis.Day, span int) *analysis.Log {
	lists := make([][]analysis.Day, customers)
	for i := range lists {
		at := begin + analysis.Day(rng.IntN(span))
		for at <= begin+analysis.Day(span) {
			lists[i] = append(lists[i], at)
			if rng.IntN(5) == 0 {
				break
			}
			at += 1 + analysis.Day(rng.IntN(60))
		}
	}
	return logOf(begin+analysis.Day(span), lists...)
}

// periodStart is the calendar by package time, a way of its own: walk back day
// by day to the first of a month, quarter or week.
func periodStart(grain Grain, d analysis.Day) time.Time {
	t := d.Time()
	for {
		switch {
		case grain == Week && t.Weekday() == time.Monday,
			grain == Month && t.Day() == 1,
			grain == Quarter && t.Day() == 1 && t.Month()%3 == 1:
			return t
		}
		t = t.AddDate(0, 0, -1)
	}
}

func nextPeriod(grain Grain, start time.Time) time.Time {
	switch grain {
	case Week:
		return start.AddDate(0, 0, 7)
	case Quarter:
		return start.AddDate(0, 3, 0)
	}
	return start.AddDate(0, 1, 0)
}

// A plainCell counts one cell by looking at every row of the log.
type plainCell struct {
	size, active int
	revenue      analysis.Money
}

// lookUp counts the customers whose first purchase falls into the period from
// start, and those of them who bought in [from, until), or at any time after
// from if later is set.
func lookUp(log *analysis.Log, grain Grain, start, from, until time.Time, later bool) plainCell {
	var cell plainCell
	for c := range log.Customers() {
		a, b := log.Rows(analysis.CustomerID(c))
		if !periodStart(grain, slices.Min(log.Day[a:b])).Equal(start) {
			continue
		}
		cell.size++
		active := false
		for i := a; i < b; i++ {
			day := log.Day[i].Time()
			inside := !day.Before(from) && day.Before(until)
			if inside {
				cell.revenue += log.Amount[i]
			}
			active = active || inside || later && !day.Before(from)
		}
		if active {
			cell.active++
		}
	}
	return cell
}

func TestMakeIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 24 {
		opt := Options{
			Grain:   []Grain{Month, Week, Quarter}[round%3],
			Method:  []Method{Classic, Unbounded}[round%2],
			Periods: []int{0, 0, 4}[rng.IntN(3)],
		}
		log := randomLog(rng, 30, analysis.Date(2023, 11, 1+rng.IntN(28)), 120+rng.IntN(160))
		r, err := Make(log, opt)
		if err != nil {
			t.Fatal(err)
		}
		members := 0
		for _, c := range r.Cohorts {
			start := c.Start.Time()
			from := start
			for k, cell := range c.Cells {
				until := nextPeriod(opt.Grain, from)
				want := lookUp(log, opt.Grain, start, from, until, opt.Method == Unbounded)
				if c.Size != want.size || cell.Active != want.active || cell.Revenue != want.revenue {
					t.Fatalf("round %d %+v: cohort %v, period %d: %d of %d active, revenue %v, want %+v", round, opt, c.Start, k, cell.Active, c.Size, cell.Revenue, want)
				}
				complete := !until.After(log.End.Time().AddDate(0, 0, 1))
				if cell.Complete != complete || !cell.CompleteOn.Time().Equal(until) {
					t.Fatalf("cohort %v, period %d: complete %v on %v, want %v on %v", c.Start, k, cell.Complete, cell.CompleteOn, complete, until)
				}
				if from.After(log.End.Time()) {
					t.Fatalf("cohort %v has a cell for period %d, which has not begun", c.Start, k)
				}
				from = until
			}
			if !from.After(log.End.Time()) && len(c.Cells) < r.Periods {
				t.Fatalf("cohort %v stops before period %d, which has begun", c.Start, len(c.Cells))
			}
			members += c.Size
		}
		if members != log.Customers() || r.Customers != members {
			t.Fatalf("%d customers are in cohorts, %d in the log", members, log.Customers())
		}
		checkMeans(t, r)
	}
}

// checkMeans adds up every average again.
func checkMeans(t *testing.T, r *Result) {
	t.Helper()
	for k, mean := range r.Mean {
		var want Average
		rates, before := 0.0, 0
		for _, c := range r.Cohorts {
			if k < len(c.Cells) && c.Cells[k].Complete {
				want.Cohorts++
				want.Customers += c.Size
				want.Active += c.Cells[k].Active
				rates += c.Cells[k].Rate
				if k > 0 {
					before += c.Cells[k-1].Active
				}
			}
		}
		if want.Cohorts == 0 {
			if !math.IsNaN(mean.Weighted) || !math.IsNaN(mean.Low) || !math.IsNaN(mean.Simple) || !math.IsNaN(mean.Before) {
				t.Errorf("period %d has no complete cell, and a mean of %+v", k, mean)
			}
			continue
		}
		n := float64(want.Customers)
		if mean.Cohorts != want.Cohorts || mean.Customers != want.Customers || mean.Active != want.Active ||
			mean.Weighted != float64(want.Active)/n || mean.Simple != rates/float64(want.Cohorts) {
			t.Errorf("period %d: %+v, want %+v", k, mean, want)
		}
		if k > 0 && mean.Before != float64(before)/n {
			t.Errorf("period %d: %v before, want %v", k, mean.Before, float64(before)/n)
		}
		if !(mean.Low <= mean.Weighted && mean.Weighted <= mean.High) {
			t.Errorf("period %d: %v outside its interval", k, mean)
		}
	}
}

// TestWilson pins the interval by solving its definition: the shares p for
// which k lies z standard errors from the expectation.
func TestWilson(t *testing.T) {
	r, err := Make(logOf(analysis.Date(2024, 2, 29), many(40, 9)...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	cell := r.Cohorts[0].Cells[1]
	if cell.Active != 9 || r.Cohorts[0].Size != 40 {
		t.Fatalf("%+v", cell)
	}
	for _, p := range []float64{cell.Low, cell.High} {
		const z = 1.959963984540054
		if got := math.Abs(9./40-p) / math.Sqrt(p*(1-p)/40); math.Abs(got-z) > 1e-12 {
			t.Errorf("bound %v lies %v standard errors from the share, want %v", p, got, z)
		}
	}
}

// many returns customers of January 2024, of whom some buy again in February.
func many(size, again int) [][]analysis.Day {
	list := make([][]analysis.Day, size)
	for i := range list {
		list[i] = []analysis.Day{analysis.Date(2024, 1, 1+i%31)}
		if i < again {
			list[i] = append(list[i], analysis.Date(2024, 2, 3))
		}
	}
	return list
}

// TestEligibility: the last day of a period completes it, the day before does
// not, and unfinished cells stay out of the mean.
func TestEligibility(t *testing.T) {
	for _, c := range []struct {
		end      analysis.Day
		complete bool
	}{
		{analysis.Date(2024, 2, 28), false},
		{analysis.Date(2024, 2, 29), true},
	} {
		r, err := Make(logOf(c.end, many(5, 2)...), Options{})
		if err != nil {
			t.Fatal(err)
		}
		cell := r.Cohorts[0].Cells[1]
		if cell.Complete != c.complete || cell.CompleteOn != analysis.Date(2024, 3, 1) || (r.Mean[1].Cohorts == 1) != c.complete {
			t.Errorf("end %v: %+v, mean %+v", c.end, cell, r.Mean[1])
		}
	}
}

func TestWarnings(t *testing.T) {
	month := func(m int, size, again int) (list [][]analysis.Day) {
		for i := range size {
			days := []analysis.Day{analysis.Date(2024, time.Month(m), 10)}
			if i < again {
				days = append(days, analysis.Date(2024, time.Month(m+1), 10))
			}
			list = append(list, days)
		}
		return list
	}
	// January keeps half of its customers for two months, May none at all, and
	// only January is old enough for month 2.
	faithful := make([][]analysis.Day, 40)
	for i := range faithful {
		faithful[i] = []analysis.Day{analysis.Date(2024, 4, 10)}
		if i < 20 {
			faithful[i] = append(faithful[i], analysis.Date(2024, 5, 10), analysis.Date(2024, 6, 10))
		}
	}
	dropout := slices.Concat(faithful, month(5, 40, 0))
	growing := slices.Concat(month(1, 90, 40), month(2, 40, 10), month(3, 40, 10), month(4, 40, 10))
	end := analysis.Date(2024, 6, 30)
	for _, c := range []struct {
		key  string
		log  *analysis.Log
		opt  Options
		want bool
	}{
		{"cohort.rise", logOf(end, dropout...), Options{}, true},
		{"cohort.rise", logOf(end, faithful...), Options{}, false},
		{"cohort.small", logOf(end, month(1, 29, 3)...), Options{}, true},
		{"cohort.small", logOf(end, month(1, 30, 3)...), Options{}, false},
		{"cohort.first", logOf(end, growing...), Options{}, true},
		{"cohort.first", logOf(end, slices.Concat(month(1, 50, 1), month(2, 40, 1), month(3, 40, 1), month(4, 40, 1))...), Options{}, false},
		{"cohort.unbounded", logOf(end, growing...), Options{Method: Unbounded}, true},
		{"cohort.unfinished", logOf(analysis.Date(2024, 1, 20), month(1, 5, 0)...), Options{}, true},
		{"cohort.capped", logOf(end, growing...), Options{Periods: 2}, true},
		{"cohort.capped", logOf(end+366*6, growing...), Options{}, true},
		{"cohort.capped", logOf(end, growing...), Options{Periods: 100}, false},
	} {
		r, err := Make(c.log, c.opt)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(r.Warnings, func(w analysis.Warning) bool { return w.Message.Key == c.key }); got != c.want {
			t.Errorf("%s: %v, want %v; warnings %v", c.key, got, c.want, r.Warnings)
		}
		if r.Periods > MaxPeriods+1 {
			t.Errorf("%d columns", r.Periods)
		}
	}
}

// TestUnboundedBeyondTheCap: who buys after the last column is retained in all
// of them.
func TestUnboundedBeyondTheCap(t *testing.T) {
	log := logOf(analysis.Date(2031, 1, 31), []analysis.Day{analysis.Date(2024, 1, 1), analysis.Date(2031, 1, 1)})
	r, err := Make(log, Options{Method: Unbounded})
	if err != nil {
		t.Fatal(err)
	}
	cells := r.Cohorts[0].Cells
	if len(cells) != MaxPeriods+1 || cells[1].Active != 1 || cells[MaxPeriods].Active != 1 || cells[MaxPeriods].Revenue != 0 {
		t.Errorf("%d cells, the last %+v", len(cells), cells[len(cells)-1])
	}
}

func TestMakeRefuses(t *testing.T) {
	log := logOf(9, []analysis.Day{1})
	for _, c := range []struct {
		key string
		log *analysis.Log
		opt Options
	}{
		{"cohort.empty", nil, Options{}},
		{"cohort.empty", &analysis.Log{}, Options{}},
		{"cohort.bad-grain", log, Options{Grain: "hour"}},
		{"cohort.bad-method", log, Options{Method: "rolling"}},
		{"cohort.bad-periods", log, Options{Periods: -1}},
		{"cohort.after-end", logOf(3, []analysis.Day{1, 5}), Options{}},
		{"cohort.after-end", logOf(3, []analysis.Day{5}), Options{}},
		{"cohort.span", logOf(300_000, []analysis.Day{1}), Options{}},
		{"cohort.span", logOf(math.MaxInt32, []analysis.Day{math.MaxInt32 - 3}), Options{}},
		{"cohort.span", logOf(3, []analysis.Day{analysis.NoDay}), Options{}},
	} {
		if _, err := Make(c.log, c.opt); keyOf(err) != c.key {
			t.Errorf("error %v, want %s", err, c.key)
		}
	}
}

// keyOf returns the key of an *analysis.Error's message, "" of none.
func keyOf(err error) string {
	var failure *analysis.Error
	if !errors.As(err, &failure) {
		return ""
	}
	return failure.Message.Key
}

func TestCalendarBeforeTheEpoch(t *testing.T) {
	for _, grain := range []Grain{Month, Week, Quarter} {
		for d := analysis.Day(-800); d < 800; d++ {
			if got, want := grain.start(d).Time(), periodStart(grain, d); !got.Equal(want) {
				t.Fatalf("%q: %v is in the period from %v, want %v", grain, d, got, want)
			}
		}
	}
}
