package engine

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// A SegmentsRequest asks for an RFM analysis.
type SegmentsRequest struct {
	Options    rfm.Options
	Definition churn.Definition // who counts as lost, at the observation end
	Show       rfm.Quantity     // what the cells of the grid show
	Layout     figure.Layout
}

// Segments is the answer, with its figures.
type Segments struct {
	Result rfm.Result
	Grid   figure.Figure // recency × frequency
	Tree   figure.Figure // segments as tiles, as large as their customers
	Bars   figure.Figure // share of customers against share of revenue, by segment
}
