package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/portfolio"
)

// SegmentPortfolio divides customers by the cells of Segmentation.Portfolio's matrix;
// keys are those of portfolio.Cell. SegmentVerdict divides them by its verdicts; keys are
// "exit", "short", "grow" and "keep". Both know the observation end only.
const (
	SegmentPortfolio SegmentBy = "portfolio"
	SegmentVerdict   SegmentBy = "verdict"
)

// A ProfitFrom says what tells the profit of customers.
type ProfitFrom string

// The sources of profit, in the order in which they are proposed.
const (
	ProfitProposed   ProfitFrom = ""
	ProfitMarginRows ProfitFrom = "margin-rows" // a column of margin in the orders
	ProfitCostRows   ProfitFrom = "cost-rows"   // revenue less a column of cost in the orders
	ProfitMarginList ProfitFrom = "margin-list" // what a list says each customer earns a year
	ProfitRateList   ProfitFrom = "rate-list"   // what a list says, all of it within ±1: a share of revenue
	ProfitCostList   ProfitFrom = "cost-list"   // revenue less what a list says each customer costs a year
	ProfitTyped      ProfitFrom = "typed"       // PortfolioOptions.Margin of revenue
	ProfitUnknown    ProfitFrom = "unknown"     // none of them: only an answer has it
)

// A CostFrom says what something costs each customer. Where the column is empty, Typed
// stands in.
type CostFrom struct {
	FromColumn bool
	Column     int     // index into Dataset.Kept, of a number column
	Typed      float64 // main units, 0 … MaxCost
}

// MaxCost bounds what a person may type as a cost of one customer.
const MaxCost = 1e9

// PortfolioOptions choose what a portfolio is made of.
type PortfolioOptions struct {
	Days        int // the window of revenue and profit, up to the observation end, 1 … MaxWindow; 0 means 365
	Matrix      portfolio.MatrixOptions
	Profit      ProfitFrom
	Margin      float64         // share of revenue that ProfitTyped takes, 0 … 1
	Acquisition CostFrom        // of a customer, once
	Serving     CostFrom        // of a customer, a month
	Falls       float64         // by which share serving costs less after each year, 0 … 0.9
	Rate        float64         // of discount a year, 0 … 1
	Rules       portfolio.Rules // of verdicts; Room 0 takes the highest cut of the share of wallet
}

// MaxWindow bounds PortfolioOptions.Days.
const MaxWindow = 3650

// A PortfolioRequest asks what customers bring beside what they could, and what they have
// cost beside what they earned.
type PortfolioRequest struct {
	Options    PortfolioOptions
	Groups     Segmentation     // whose groups are the bubbles and curves; By "" for customers one by one and one curve of all
	Definition churn.Definition // who counts as lost, and from when on nobody is served
	Layout     figure.Layout
}

// A Portfolio is the answer.
type Portfolio struct {
	Options PortfolioOptions // with every proposal filled in
	From    analysis.Day     // first day of the window
	End     analysis.Day
	Profit  ProfitSource
	Wallet  string            // name of the wallet's column
	Matrix  *portfolio.Matrix // nil without a wallet or a profit
	Bubbles []portfolio.Bubble
	Rest    int // placed customers who are in no bubble

	Worth     *Worth // nil without a profit
	Map       figure.Figure
	BreakEven figure.Figure
	Warnings  []analysis.Warning
}

// A ProfitSource says where profit is from and where else it could be from.
type ProfitSource struct {
	From      ProfitFrom
	Available []ProfitFrom // columns that tell, in the order of the constants
	Column    string       // name; "" for ProfitTyped
	Missing   int          // order rows of the window without a value, counted as 0
}

// A Worth is what relationships were worth so far and what is expected of them.
type Worth struct {
	Costs    bool   // whether any cost is given; without one there are no verdicts
	Model    string // of purchases that what is ahead is by; "" for the run rate of the window
	Months   int    // ahead
	Known    int    // customers with a margin
	Unknown  int
	Stand    int // customers for whom a typed cost stands in for a missing one
	Whole    Relationship
	Groups   []Relationship // of PortfolioRequest.Groups, in its order; nil where it asks for none
	Verdicts [portfolio.Verdicts]VerdictReport
	Top      []Account // the customers with the most revenue in the window, at most 20
}

// A Relationship is a group of customers and its worth. Amounts are in main units, NaN
// where they are not known.
type Relationship struct {
	Key           string
	Curve         portfolio.Curve
	Customers     int     // with a margin
	EvenShare     float64 // of them who have broken even; NaN without any
	Value         float64 // Σ so far
	Ahead         float64 // Σ of what lies ahead, on the last day observed
	Total         float64 // Σ of both, at each first purchase
	ShareOfWallet float64 // Σ revenue a year ÷ Σ wallets, of those who have one
	Verdict       portfolio.Verdict
}

// A VerdictReport is the customers of one verdict.
type VerdictReport struct {
	Customers int
	Revenue   analysis.Money // within the window
	Total     float64        // Σ, main units
}

// An Account is one customer's row.
type Account struct {
	ID                  string
	Revenue             analysis.Money
	Share, Profit       float64
	Cell                string // "" outside the matrix
	Value, Ahead, Total float64
	BreakEven           int // month, or portfolio.NoBreakEven
	Verdict             portfolio.Verdict
}

// PortfolioTable is every customer with place, value and verdict, as last asked for.
const PortfolioTable TableName = "portfolio"
