package rfm

import "churnbench/analysis"

// Options choose how customers are scored; the zero value is quintiles of
// recency, purchase days and total spend at the log's end, rule set Classic.
type Options struct {
	Bins    int     // 2 to 10; 0 means 5
	Spend   Spend   // what M measures
	RuleSet RuleSet // how scores become named segments
}

// Spend says what M measures.
type Spend string

// The measures of spend.
const (
	TotalSpend   Spend = ""        // sum over the observation window
	AverageSpend Spend = "average" // per purchase day
)

// A RuleSet names a shipped set of segment rules.
type RuleSet string

// The rule sets.
const (
	Classic RuleSet = ""        // ten segments over recency and frequency
	Compact RuleSet = "compact" // six segments, of which three look at spend
)

// RuleSets lists all rule sets, the default first.
var RuleSets = []RuleSet{Classic, Compact}

// A Result is the whole of an RFM analysis that a screen shows.
type Result struct {
	Options   Options // with the defaults filled in
	End       analysis.Day
	Cuts      [3]Cuts   // R, F, M
	Segments  []Segment // in display order, those without customers too
	Grid      []Cell    // by R, then F, both ascending; Bins² cells
	Revenue   analysis.Money
	Customers int
	Warnings  []analysis.Warning
}

// Cuts are the bins of one score, from score 1 upwards. Bin i holds the values
// Lower[i] ≤ v ≤ Upper[i]: days for R (so that bounds fall as scores rise),
// purchase days for F, main units for M. An empty bin has Size 0 and NaN bounds.
type Cuts struct {
	Lower []float64 // smallest value in each bin
	Upper []float64 // largest value in each bin
	Size  []int     // customers in each bin
	Moved int       // customers whom breaking ties by rank, as some tools do, would put into another bin
}

// A Segment is a named group and the rule that makes it.
type Segment struct {
	Key       string // catalogue key is "segment."+Key
	Rule      Rule
	Customers int
	Revenue   analysis.Money
	Recency   float64 // median days since the last purchase; NaN without customers
	Frequency float64 // mean purchase days; NaN without customers
	Spend     float64 // mean total spend, main units; NaN without customers
}

// A Rule accepts score triples; bounds are inclusive and 0 leaves a side open.
type Rule struct{ RMin, RMax, FMin, FMax, MMin, MMax int }

// A Cell is one field of the recency × frequency grid.
type Cell struct {
	R, F      int
	Customers int
	Revenue   analysis.Money
	Segment   string // key of the segment its customers belong to; "" if several (rules over M)
}
