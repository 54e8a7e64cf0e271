package engine

import (
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
)

// A CohortsRequest asks for the cohorts Offset ≤ i < Offset+Limit of a table. The
// averages are of all, and so is the figure.
type CohortsRequest struct {
	Options       cohort.Options
	Offset, Limit int    // Limit 0 means no limit
	Selected      string // Key of the cohort that the figure picks out; "" for none
	Layout        figure.Layout
}

// Cohorts is the answer, with its figure.
type Cohorts struct {
	Result cohort.Result // its Cohorts are those asked for
	Offset int
	Total  int           // cohorts in all
	Curve  figure.Figure // retention by period, mean and cohorts
}

// A CohortCell names the customers whom one cell of a cohort table counts as
// active. The zero value names none.
type CohortCell struct {
	Options cohort.Options
	Key     string // of the cohort
	Column  int    // index into cohort.Result.Columns
}

// TriangleTable is a cohort table in its shape, cohorts by periods, of one
// Quantity. Only complete cells are in it.
const TriangleTable TableName = "cohort-triangle"

// Dates reports whether a column holds dates.
func (k *KeptReport) Dates() bool { return k.Groups == nil && (k.First != 0 || k.Last != 0) }

// Texts reports whether a column holds texts.
func (k *KeptReport) Texts() bool { return k.Groups != nil }
