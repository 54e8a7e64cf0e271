package engine

import (
	"cmp"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/figure"
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
