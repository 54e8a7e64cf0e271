package engine

import (
	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// A HazardsRequest asks what goes with leaving sooner or later: Cox regression.
type HazardsRequest struct {
	Lifetimes Lifetimes
	Columns   []int    // indexes of Attributes; nil takes a first choice of them
	Strata    Grouping // each group with a baseline of its own
	Ties      survival.Ties
	Level     float64 // of intervals; 0 means survival.DefaultLevel
	Layout    figure.Layout
}

// Hazards is the answer, with its figure.
type Hazards struct {
	Lifetimes  Lifetimes // as used: the basis filled in
	Bases      []Basis
	Attributes []Attribute
	Columns    []int // as used

	Fit      survival.CoxFit
	Warnings []analysis.Warning
	Forest   figure.Figure // hazard ratios with their intervals
}
