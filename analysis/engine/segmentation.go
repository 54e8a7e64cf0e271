package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/lifecycle"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// A SegmentBy says what divides the customers.
type SegmentBy string

// The ways of dividing customers.
const (
	SegmentRFM       SegmentBy = "segments"  // RFM segments, by Segmentation.Scores; keys are those of rfm.Segment
	SegmentScores    SegmentBy = "scores"    // cells of the R × F grid, by Segmentation.Scores; keys are those of rfm.CellKey
	SegmentTiers     SegmentBy = "tiers"     // by revenue, by Segmentation.Tiers; keys are those of segment.Tier
	SegmentClusters  SegmentBy = "clusters"  // the clusters last asked for; keys are "A", "B", …
	SegmentState     SegmentBy = "state"     // by Segmentation.Definition; keys are StateActive and StateLost
	SegmentLifecycle SegmentBy = "lifecycle" // by Segmentation.Life and, where that leaves it open, Definition; keys are those of lifecycle.Stage
	SegmentAttribute SegmentBy = "attribute" // values of column Segmentation.Column, numbers by Segmentation.Cuts, dates by year; keys are "=" and the value
	SegmentMovement  SegmentBy = "movement"  // what became of customers from the end of Segmentation.Since on, by Definition; keys are MoveNew, …
	SegmentEntered   SegmentBy = "entered"   // who has come to the alarm stage of Segmentation.Life since the end of Since; keys are Entered and Others
	SegmentTies      SegmentBy = "ties"      // whose score of Segmentation.Measure the tie rule Versus would change, of Scores; keys are Moved and Others
	SegmentOrders    SegmentBy = "orders"    // values of text column Segmentation.Column of the orders; a customer is in each group that she has an order of; keys as above
)

// Keys of SegmentState.
const (
	StateActive = "active"
	StateLost   = "lost"
)

// Keys of SegmentMovement: as a period of churn.Rates counts customers.
const (
	MoveNew    = "new"    // first bought since, and not lost
	MoveBack   = "back"   // was lost and no longer is
	MoveLost   = "lost"   // was not lost and is
	MoveStayed = "stayed" // was not lost and is not
	MoveAway   = "away"   // lost on both days, or came and was lost between them
)

// Keys of SegmentEntered and SegmentTies.
const (
	Entered = "entered" // the alarm stage
	Moved   = "moved"   // to another score
	Others  = "others"
)

// NoGroup is the key of customers whom a segmentation does not know: no value in the
// column, in no cluster.
const NoGroup = ""

// A Segmentation divides the customers. Every screen that shows groups, and the table of
// customers that opens behind them, means the same customers by the same Segmentation.
type Segmentation struct {
	By         SegmentBy
	Scores     rfm.Options
	Tiers      segment.Cutting
	Column     int              // index into Dataset.Kept, of SegmentOrders into Dataset.OrderColumns
	Cuts       []analysis.Money // of a column of numbers: the largest value of each group but the last, ascending; nil takes quarters
	Definition churn.Definition
	Since      analysis.Day // of SegmentMovement and SegmentEntered
	Versus     rfm.Ties     // of SegmentTies
	Measure    int          // likewise: 0 for R, 1 for F, 2 for M
	Life       lifecycle.Options
	Portfolio  PortfolioOptions // of SegmentPortfolio and SegmentVerdict, with Definition
}

// A GroupRef names one group of a Segmentation. At is the day on which customers are
// divided; 0 means the observation end.
type GroupRef struct {
	Segmentation
	Key string
	At  analysis.Day
}
