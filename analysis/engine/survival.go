package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// Lifetimes say whose durations are analysed, and what ends them.
type Lifetimes struct {
	Basis      Basis             // "" takes the first that the dataset has
	Definition churn.Definition  // of loss, on orders
	Rule       survival.BookRule // of a book of contracts
}

// A Grouping says by what customers are parted. The zero value does not part them.
type Grouping struct {
	By     GroupBy
	Column int // of ByColumn: index of a Attribute
}

// A GroupBy is a way to part customers.
type GroupBy string

// The ways.
const (
	NotGrouped GroupBy = ""
	ByColumn   GroupBy = "column" // by the value of an attribute
	ByTier     GroupBy = "tier"   // by what they brought at first, in the tiers of the definition
)

// A SurvivalRequest asks how long customers stay.
type SurvivalRequest struct {
	Lifetimes Lifetimes
	Group     Grouping
	Interval  survival.Interval
	Level     float64 // of intervals; 0 means survival.DefaultLevel
	Horizon   float64 // tau of the restricted means; 0 takes the longest that all groups can carry
	Layout    figure.Layout
}

// Survival is the answer, with its figures.
type Survival struct {
	Lifetimes  Lifetimes // as used: the basis filled in
	Bases      []Basis   // that could have been asked for
	Attributes []Attribute
	Tiered     bool // whether ByTier can be asked for

	Study    survival.Study
	Lapse    survival.LapseResult // of orders under silence; else its Window is 0
	Warnings []analysis.Warning

	Curve  figure.Figure // Kaplan–Meier, by group
	Causes figure.Figure // who has left by which cause, of all customers; none where causes are not told apart
}

// An Attribute is a column of what is known of the customers of a basis.
type Attribute struct {
	Name     string
	Kind     analysis.ColumnKind
	Distinct int  // values of a text; 0 for others
	Filled   int  // customers with a value
	Groups   bool // whether ByColumn can take it
}
