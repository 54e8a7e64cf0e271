package engine

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/segment"
)

// A ConcentrationRequest asks how unevenly revenue and profit are spread.
type ConcentrationRequest struct {
	Tiers      segment.Cutting
	Top        float64          // the best share of customers to mark, 0 < Top < 1; 0 means DefaultTop
	Definition churn.Definition // who counts as lost in each tier, at the observation end
	Layout     figure.Layout
}

// DefaultTop is the share of "20 % of customers bring 80 %".
const DefaultTop = 0.2

// Concentration is the answer.
type Concentration struct {
	Result segment.Concentration // of revenue by customer
	Top    float64
	Brings float64 // share of revenue of the best Top customers; NaN without revenue
	Tiers  []segment.Tier
	Profit *Profit // nil where no column tells of margin or cost
	Lorenz figure.Figure
	Whale  figure.Figure // empty without Profit
}

// Profit is what customers earn, by a column of the orders.
type Profit struct {
	Whale   segment.WhaleCurve
	Column  string      // its name
	Role    ingest.Role // Margin, or Cost: then profit is revenue less cost
	Missing int         // order rows without a value, counted as 0
}
