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
	Risk   Risk
	Profit *Profit // nil where no column tells of margin or cost
	Lorenz figure.Figure
	Whale  figure.Figure // empty without Profit
}

// Risk is revenue of customers who do not count as lost yet, by tier. Where a model of purchases
// and spend is fitted: what each would bring within Months if still active, times the chance
// 1 − P(alive) that she no longer is. Without a model: what each brought in the last Days, which
// says what is exposed and not how likely it is to go.
type Risk struct {
	Model   string    // "" without one
	Months  int       // that the model looks ahead; 0 without one
	Days    int       // 0 with a model
	Tiers   []float64 // main units, of Concentration.Tiers
	Total   float64
	Unknown int // customers whom the model cannot value, left out
}

// Profit is what customers earn, by a column of the orders.
type Profit struct {
	Whale   segment.WhaleCurve
	Column  string      // its name
	Role    ingest.Role // Margin, or Cost: then profit is revenue less cost
	Missing int         // order rows without a value, counted as 0
}
