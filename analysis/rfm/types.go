package rfm

import (
	"strconv"

	"churnbench/analysis"
)

// Options choose how customers are scored; the zero value is quintiles of
// recency, purchase days and total spend at the log's end, independent of each
// other, ties sharing a score, rule set Classic. Options can be compared with ==.
type Options struct {
	Bins      int       // 2 to 10; 0 means 5
	Ties      Ties      // how customers with equal values are scored
	Nested    bool      // F is cut within each score of R, and M within each pair of R and F
	Frequency Frequency // what F counts
	Spend     Spend     // what M measures
	Typed     [3]Bounds // cut-offs of R, F and M that a person typed; none for quantiles
	RuleSet   RuleSet   // how scores become named segments
	Own       Own       `json:"-"` // a person's own segments; they take the place of RuleSet's
}

// Frequency says what F counts.
type Frequency string

// What F may count.
const (
	PurchaseDays Frequency = ""       // all orders of one day count once
	Orders       Frequency = "orders" // every order row that the ledger used
)

// Spend says what M measures.
type Spend string

// The measures of spend.
const (
	TotalSpend   Spend = ""        // sum over the observation window
	AverageSpend Spend = "average" // total ÷ what F counts
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

// A Quantity is what the cells of the grid are asked to show.
type Quantity string

// The quantities.
const (
	Customers    Quantity = ""        // how many
	CustomerPart Quantity = "share"   // their share of all customers
	RevenuePart  Quantity = "revenue" // their share of all revenue
	LossShare    Quantity = "lost"    // the share of them who count as lost
)

// Quantities lists all quantities, the default first.
var Quantities = []Quantity{Customers, CustomerPart, RevenuePart, LossShare}

// A Result is the whole of an RFM analysis that a screen shows.
type Result struct {
	Options   Options // with the defaults filled in
	End       analysis.Day
	Cuts      [3]Cuts   // R, F, M
	Within    [2][]Cuts // if nested: of F by score of R; of M by scores of R and F, Bins² of them; else nil
	Ties      []TieCuts // what each tie rule would do, in the order of TieRules
	Segments  []Segment // in display order, those without customers too
	Coverage  Coverage  // where a person's own rules overlap or leave gaps
	Grid      []Cell    // by R, then F, both ascending; Bins² cells
	Revenue   analysis.Money
	Customers int
	Loss      Loss // of all customers
	Warnings  []analysis.Warning
}

// Cuts are the bins of one score, from score 1 upwards. Bin i holds the values
// Lower[i] ≤ v ≤ Upper[i]: days for R (so that bounds fall as scores rise),
// purchase days or orders for F, main units for M. An empty bin has Size 0 and
// NaN bounds. Bins of nested scores may overlap, and so may neighbours whose
// equal customers a tie rule parts.
type Cuts struct {
	Lower []float64 // smallest value in each bin
	Upper []float64 // largest value in each bin
	Size  []int     // customers in each bin
	Moved int       // customers whom breaking ties by rank, as some tools do, would put into another bin
	Split int       // customers who share their value with somebody of another score
}

// A TieCuts is what a tie rule makes of the same values. Where a person typed
// cut-offs there is nothing to break, and all rules agree.
type TieCuts struct {
	Ties  Ties
	Size  [3][]int // customers by score of R, F and M
	Moved [3]int   // customers whose score would differ from the rule in force, the other two scores staying as they are
}

// A Segment is a named group and the rule that makes it.
type Segment struct {
	Key       string // of the catalogue's name "segment."+Key, unless it has its own
	Name      string // that a person gave; "" for the catalogue's
	Rule      Rule
	Customers int
	Revenue   analysis.Money
	Recency   float64 // median days since the last purchase; NaN without customers
	Frequency float64 // mean of what F counts; NaN without customers
	Spend     float64 // mean total spend, main units; NaN without customers
	Loss      Loss
}

// A Rule accepts score triples; bounds are inclusive and 0 leaves a side open.
type Rule struct{ RMin, RMax, FMin, FMax, MMin, MMax int }

// A Cell is one field of the recency × frequency grid.
type Cell struct {
	R, F      int
	Customers int
	Revenue   analysis.Money
	Segment   string // key of the segment its customers belong to; "" if several (rules over M)
	Loss      Loss
}

// Key names the cell among the groups of customers that can be opened.
func (c Cell) Key() string { return CellKey(c.R, c.F) }

// CellKey is the key of the cell of a pair of scores: "R5 F4".
func CellKey(r, f int) string { return "R" + strconv.Itoa(r) + " F" + strconv.Itoa(f) }

// A Loss is how many of a group count as lost. Share and its Wilson 95 % interval
// are NaN for nobody, and where it is not known who is lost.
type Loss struct {
	Lost             int
	Share, Low, High float64
}
