package retention

import (
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A CohortState is the first tab: the cohort table.
type CohortState struct {
	screen.Request[engine.CohortsRequest, engine.Cohorts]

	Options cohort.Options
	Show    Show
}

// Show is what a cell of the cohort table says.
type Show string

// The contents of a cell.
const (
	ShowRate    Show = ""
	ShowCount   Show = "count"
	ShowRevenue Show = "revenue"
)

// AskCohorts puts the tab's question to the engine.
func AskCohorts(h *screen.Host, s *CohortState) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Cohorts, nil)
}

// Ask is the request for what is chosen.
func (s *CohortState) Ask(layout figure.Layout) engine.CohortsRequest {
	return engine.CohortsRequest{Options: s.Options, Layout: layout}
}

// Renew forgets the answer; what was chosen holds for the next dataset as well.
func (s *CohortState) Renew() { s.Forget() }
