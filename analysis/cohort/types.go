package cohort

import (
	"math"

	"churnbench/analysis"
)

// Options choose cohorts and cells. They can be compared.
type Options struct {
	By     By
	Column int // index into Log.Attributes, for SignUp and Attribute
	Values int // of an attribute that get a cohort of their own, the largest; 0 means DefaultValues, at most MaxValues

	Grain  Grain
	Clock  Clock
	Method Method
	Bounds Bounds // of Bracket; the zero value means DefaultBounds

	Periods int // columns after period 0; 0 means as many as the data have, at most MaxPeriods. Bracket has its own
}

// MaxPeriods is the largest number of columns after period 0: five years of
// months. What is beyond is left out, and a warning says so.
const MaxPeriods = 60

// DefaultValues and MaxValues bound the cohorts of an attribute. The values
// beyond are folded into one.
const (
	DefaultValues = 12
	MaxValues     = 60
)

// By says what the customers of a cohort have in common.
type By string

// What cohorts can be by.
const (
	FirstPurchase By = ""          // the period of the first purchase within the data
	SignUp        By = "sign-up"   // the period of a date that the files know of each customer
	Attribute     By = "attribute" // a text that they know
)

// A Grain is the length of a period.
type Grain string

// The grains.
const (
	Month   Grain = ""
	Day     Grain = "day"
	Week    Grain = "week" // ISO, from Monday
	Quarter Grain = "quarter"
	Year    Grain = "year"
)

// A Clock says when a customer's periods begin.
type Clock string

// The clocks.
const (
	Calendar Clock = ""        // with calendar periods
	Rolling  Clock = "rolling" // with the customer's first day: windows of Grain.Days()
)

// A Method defines when a customer counts as retained.
type Method string

// The methods, see the design's definitions.
const (
	Classic   Method = ""          // bought in period k
	Unbounded Method = "unbounded" // bought in period k or later
	Bracket   Method = "bracket"   // bought at any time in a bracket [a, b) of periods
)

// Bounds part periods into brackets: column j holds the periods Bounds[j] ≤ k <
// Bounds[j+1]. They ascend; the first zero behind the first bound ends them.
// [a, b) alone is Bounds{a, b}. Unless the first bound is 0, period 0 has a column
// of its own in front.
type Bounds [13]int

// DefaultBounds are the periods 1, 2–3, 4–6 and 7–12.
var DefaultBounds = Bounds{1, 2, 4, 7, 13}

// A Column is the periods From ≤ k < To.
type Column struct{ From, To int }

// A Result is a cohort table.
type Result struct {
	Options    Options
	Begin, End analysis.Day // first purchase and observation end, both inclusive
	Periods    int          // len(Columns)
	Columns    []Column     // the first one is period 0, unless a bracket holds it
	Cohorts    []Cohort     // by time; of an attribute the largest first, folded values last
	Mean       []Average    // of all cohorts, per column
	Customers  int          // of the log
	Followed   int          // of the cohorts: Customers without those Excluded
	Excluded   []Exclusion
	Warnings   []analysis.Warning
}

// A Cohort is customers who are followed together.
type Cohort struct {
	Key    string       // names it in requests
	Start  analysis.Day // first day of its period; NoDay by attribute
	Value  string       // by attribute; "" where several are folded
	Folded int          // how many values are folded into it
	Size   int
	Cells  []Cell // len ≤ Periods: later ones have begun for nobody
}

// Small is the size below which a cohort's rates are too uncertain to compare.
const Small = 30

// A Cell is one cohort in one column.
type Cell struct {
	Size     int            // customers whom it counts: the cohort's; by attribute those who have had the whole column
	Active   int            // of whom were retained, by the method
	Orders   int            // of the column alone, whatever the method
	Revenue  analysis.Money // likewise
	Total    analysis.Money // revenue of periods 0 to the end of the column
	Complete bool           // all have had the whole column within the data
	Partial  bool           // Total lacks what was bought before the data begin: the cohort signed up earlier

	// CompleteOn is the first day on which it will be: the day after the column. NoDay
	// where it begins before the data do, and by attribute.
	CompleteOn analysis.Day

	Rate, Low, High float64 // Active ÷ Size with its Wilson 95 % interval; NaN if Size is 0
}

// Worth is the revenue per customer up to the end of the column, in main units; NaN
// where part of it is not known.
func (c *Cell) Worth() float64 {
	if c.Partial {
		return math.NaN()
	}
	return c.Total.Float() / float64(c.Size)
}

// An Average is taken over the complete cells of a column. All but counts are NaN
// if there are none.
type Average struct {
	Cohorts             int // complete cells that went in
	Customers           int // their customers
	Active              int
	Weighted, Low, High float64 // retention weighted by size, which is Active ÷ Customers; Wilson
	Simple              float64 // unweighted mean of the cells' rates
	Worth, SimpleWorth  float64 // revenue per customer to the end of the column, weighted and not, over the cells that are not Partial

	// The column before, compared over the same customers: those of the cohorts that
	// are complete in both. NaN for the first column.
	Both         int     // such cohorts
	Before, Same float64 // their weighted retention in the column before and in this one
}

// An Exclusion is something that no cell counts.
type Exclusion struct {
	Reason    Reason
	Customers int // whom it concerns
	Days      int // purchase days left out
	Revenue   analysis.Money
}

// A Reason says why something is excluded.
type Reason string

// The reasons.
const (
	NoValue    Reason = "no-value"   // customers of whom the column says nothing
	TooLate    Reason = "too-late"   // customers whose sign-up lies after the observation
	Impossible Reason = "impossible" // customers whose sign-up no calendar reaches
	Earlier    Reason = "earlier"    // purchases before the sign-up; their customers are followed
)
