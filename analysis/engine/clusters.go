package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
)

// A ClustersRequest asks for groups of customers who are alike, by recency,
// purchase days and spend or by columns of numbers.
type ClustersRequest struct {
	Options    segment.ClusterOptions
	Columns    []int            // indexes into Dataset.Kept, of number columns; none for recency, purchase days and spend
	Definition churn.Definition // who counts as lost, at the observation end
	Layout     figure.Layout
}

// Clusters is the answer. Result.Of stays with the engine: it is as long as the
// dataset.
type Clusters struct {
	Result  segment.Clusters
	Groups  []ClusterReport // of Result.List
	Unknown ClusterReport   // customers in no cluster
	Cross   [][]int         // [cluster][segment]: customers, by the RFM rules last asked for
	Names   []string        // keys of those segments
	Scan    figure.Figure   // what each number of clusters reaches
}

// A ClusterReport is what the customers of a cluster bring.
type ClusterReport struct {
	Customers         int
	Revenue           analysis.Money
	Lost              int
	Share, Brings     float64 // of customers, of revenue; NaN where nothing can be shared
	LostShare         float64 // Lost ÷ Customers with its Wilson 95 % interval; NaN without customers
	LostLow, LostHigh float64
}
