package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/segment"
)

// A KeyCustomersRequest asks which customers matter most by several criteria.
type KeyCustomersRequest struct {
	Weights []KeyWeight         // none for the defaults
	Options segment.RankOptions // how many, and the seed of the random weights
	Layout  figure.Layout
}

// A KeyWeight gives a criterion a weight, at least 0; only their proportions matter.
type KeyWeight struct {
	Criterion Criterion
	Weight    float64
}

// A Criterion is something by which customers matter.
type Criterion struct {
	Key    CriterionKey
	Column int // for KeyColumn: index into Dataset.Kept; else 0
}

// A CriterionKey names a criterion.
type CriterionKey string

// The criteria. More is better in all but KeyRecency.
const (
	KeyRevenue CriterionKey = "revenue"
	KeyDays    CriterionKey = "days"    // purchase days
	KeyRecency CriterionKey = "recency" // days since the last purchase
	KeyMargin  CriterionKey = "margin"  // profit, where a column tells of margin or cost
	KeyCLV     CriterionKey = "clv"     // by the model last fitted
	KeyAlive   CriterionKey = "alive"   // P(alive) by it
	KeyColumn  CriterionKey = "column"  // a number column
)

// KeyCustomers is the answer.
type KeyCustomers struct {
	Criteria []CriterionReport // all that the dataset offers, those without weight too
	Ranking  segment.Ranking   // its Parts and Stay go with Criteria
	Rows     []KeyRow          // of Ranking.List
	Ranges   figure.Figure     // rank ranges of the list; empty without draws
}

// A CriterionReport is what became of one criterion.
type CriterionReport struct {
	Criterion
	Name   string      // of the column, for KeyColumn and KeyMargin
	Role   ingest.Role // of that column
	Weight float64     // share of all weight, 0 to 1
	Known  int         // customers with a value; 0 for those without weight, which are not looked at
}

// A KeyRow is what a table shows of one of the list besides her ranks.
type KeyRow struct {
	ID      string
	Revenue analysis.Money
	Segment string    // key of an RFM segment
	Values  []float64 // by Criteria, money in main units; NaN for those without weight
}
