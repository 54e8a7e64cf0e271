// Package result is what every contestant of the benchmark has to deliver: a
// summary of each customer and the monthly cohort matrix.
package result

import "churnbench/analysis"

// A Result is what comes out of an order log.
type Result struct {
	IDs     *analysis.Dict
	Summary Summary
	Cohorts Cohorts
}

// A Summary holds one value a customer in each list.
type Summary struct {
	Orders      []uint32 // order rows
	First, Last []analysis.Day
	Total       []analysis.Money
}

// Cohorts counts customers: Cells[c*Months+k] of those whose first order was in
// month c ordered in month c+k, months counted from the log's first.
type Cohorts struct {
	First  Month
	Months int
	Cells  []uint32 // Months × Months
}

// NewCohorts returns an empty matrix for orders from first to last.
func NewCohorts(first, last analysis.Day) Cohorts {
	start := MonthOf(first)
	n := int(MonthOf(last)-start) + 1
	return Cohorts{First: start, Months: n, Cells: make([]uint32, n*n)}
}

// Add counts a customer of a cohort in a month.
func (t Cohorts) Add(cohort, month Month) {
	t.Cells[int(cohort-t.First)*t.Months+int(month-cohort)]++
}

// A Month is counted from the year 0: 12·year + month − 1.
type Month int

// MonthOf returns the month of a day.
func MonthOf(d analysis.Day) Month {
	t := d.Time()
	return Month(12*t.Year() + int(t.Month()) - 1)
}

// Of counts a log.
func Of(log *analysis.Log) Result {
	return Result{IDs: &log.IDs, Summary: summarize(log), Cohorts: count(log)}
}

func summarize(log *analysis.Log) Summary {
	n := log.Customers()
	s := Summary{
		Orders: make([]uint32, n),
		First:  make([]analysis.Day, n),
		Last:   make([]analysis.Day, n),
		Total:  make([]analysis.Money, n),
	}
	for c := range n {
		from, to := log.Rows(analysis.CustomerID(c))
		s.First[c], s.Last[c] = log.Day[from], log.Day[to-1]
		for i := from; i < to; i++ {
			s.Orders[c] += log.Orders[i]
			s.Total[c] += log.Amount[i]
		}
	}
	return s
}

func count(log *analysis.Log) Cohorts {
	first := log.First()
	months := monthsFrom(first, log.End)
	t := NewCohorts(first, log.End)
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		cohort := int(months[log.Day[from]-first])
		row, last := t.Cells[cohort*t.Months:], -1
		for _, day := range log.Day[from:to] {
			if k := int(months[day-first]) - cohort; k != last {
				row[k]++
				last = k
			}
		}
	}
	return t
}

// monthsFrom returns the month of every day from first to last, the month of
// first being 0: looking a day up is cheaper than dividing it.
func monthsFrom(first, last analysis.Day) []uint16 {
	months := make([]uint16, last-first+1)
	start := MonthOf(first)
	for i := range months {
		months[i] = uint16(MonthOf(first+analysis.Day(i)) - start)
	}
	return months
}
