package cohort

import "churnbench/analysis"

// Options choose cohorts and cells.
type Options struct {
	Grain   Grain
	Method  Method
	Periods int // columns after period 0; 0 means as many as the data has, at most MaxPeriods
}

// MaxPeriods is the largest number of columns after period 0: five years of
// months. What is beyond is left out, and a warning says so.
const MaxPeriods = 60

// A Grain is the length of a period; periods are calendar periods.
type Grain string

// The grains.
const (
	Month   Grain = ""
	Week    Grain = "week" // ISO, from Monday
	Quarter Grain = "quarter"
)

// A Method defines when a customer counts as retained in period k.
type Method string

// The methods, see the design's definitions.
const (
	Classic   Method = ""          // bought in period k
	Unbounded Method = "unbounded" // bought in period k or later
)

// A Result is a cohort table.
type Result struct {
	Options    Options
	Begin, End analysis.Day // first purchase and observation end, both inclusive
	Periods    int          // number of columns, period 0 included
	Cohorts    []Cohort     // in time order; periods without new customers have none
	Mean       []Average    // per period k
	Customers  int
	Warnings   []analysis.Warning
}

// A Cohort is the customers whose first purchase fell into one period.
type Cohort struct {
	Start analysis.Day // first day of the period
	Size  int
	Cells []Cell // len ≤ Periods: later periods have not begun
}

// Small is the size below which a cohort's rates are too uncertain to compare.
const Small = 30

// A Cell is one cohort in one period.
type Cell struct {
	Active          int
	Revenue         analysis.Money // of the period alone, whatever the method
	Complete        bool           // every member has had the whole period within the data
	CompleteOn      analysis.Day   // the first day on which it will be: the day after the period
	Rate, Low, High float64        // Active ÷ Size with its Wilson 95 % interval
}

// An Average is the mean retention of period k over complete cells.
type Average struct {
	Cohorts             int // complete cells that went in
	Customers           int // their customers
	Active              int
	Weighted, Low, High float64 // weighted by cohort size; Wilson; NaN if Cohorts is 0
	Simple              float64 // unweighted mean; NaN if Cohorts is 0
	Before              float64 // weighted mean of period k−1 over the same cohorts; NaN for k = 0 and if Cohorts is 0
}
