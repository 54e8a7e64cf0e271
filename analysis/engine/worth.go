package engine

import (
	"cmp"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
)

// A BootstrapRequest asks for intervals of the numbers that Value gives for the
// same options.
type BootstrapRequest struct {
	Options    clv.Options
	Replicates int    // 0 means clv.DefaultReplicates; at most MaxReplicates
	Seed       uint64 // the same one gives the same digits
}

// MaxReplicates bounds a BootstrapRequest.
const MaxReplicates = 10_000

// Count returns how many replicates are asked for, or BadInput.
func (r BootstrapRequest) Count() (int, error) {
	n := cmp.Or(r.Replicates, clv.DefaultReplicates)
	if n < 2 || n > MaxReplicates {
		return 0, analysis.Fail(analysis.BadInput, "engine.bad-replicates", analysis.Count("replicates", n), analysis.Count("max", MaxReplicates))
	}
	return n, nil
}

// A ReplicatesRequest asks for replicates From ≤ k < To of a task, at most MaxReplicates.
type ReplicatesRequest struct {
	Task     clv.BootstrapTask
	From, To int
}

// A CovariatesRequest says what of the customers may matter to the model of purchases
// that Value was asked for with the same options.
type CovariatesRequest struct {
	Options    clv.Options
	Attributes []clv.Attribute // positions are those in Dataset.Kept; at least one
}

// Covariates is the answer, of all days: a clv.CovariateFit with how its attributes
// were coded.
type Covariates struct {
	Fit        clv.Fit // its Params are those of a customer whose z are all 0
	Without    clv.Fit
	Effects    []clv.Effect
	Odds       []clv.Effect // of BG/NBD and MBG/NBD, by term
	Test       clv.RatioTest
	Filled     []clv.Filled // attributes with a few missing values
	Left       []clv.Term   // of missing values, left out
	Equity     clv.Interval // with the attributes taken into account; Value NaN without a model of spend
	EquityBare float64      // without
}

// A DriversRequest asks what moves the value of the customers.
type DriversRequest struct {
	Options clv.Options
	Cost    float64 // of winning one customer, main units, at least 0
	Layout  figure.Layout
}

// Drivers is the answer. Its elasticities are NaN without a model of spend.
type Drivers struct {
	Result clv.Elasticities
	Figure figure.Figure // bars by driver
}

// A CustomerRequest asks for all that is known of the customer with an identifier, as
// a CustomerRow has it.
type CustomerRequest struct {
	ID     string
	Layout figure.Layout
}

// Customer is the answer. Scores and values are those that the table shows.
type Customer struct {
	Row        CustomerRow
	Purchases  []Purchase // by day
	Attributes []Fact
	Options    clv.Options // that Outlook stands on, with every proposal filled in
	Outlook    *clv.Outlook
	NoOutlook  *analysis.Error // why there is none; nil if there is one
	History    []clv.HistoryPoint
	Figure     figure.Figure // P(alive) over time; without an outlook it has no SVG
}

// A Purchase is one day on which a customer bought.
type Purchase struct {
	Day    analysis.Day
	Amount analysis.Money
	Orders int
}

// A Fact is what one attribute says of a customer.
type Fact struct {
	Name   string // as the file has it, "" without a header
	Role   ingest.Role
	Kind   analysis.ColumnKind
	Known  bool // whether there is a value
	Text   string
	Number analysis.Money
	Day    analysis.Day
}
