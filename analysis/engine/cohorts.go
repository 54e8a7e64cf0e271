package engine

import (
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
)

// A CohortsRequest asks for a cohort table.
type CohortsRequest struct {
	Options cohort.Options
	Layout  figure.Layout
}

// Cohorts is the answer, with its figure.
type Cohorts struct {
	Result cohort.Result
	Curve  figure.Figure // retention by period, mean and cohorts
}
