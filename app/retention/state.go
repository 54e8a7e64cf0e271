// Package retention shows who stays and for how long: cohorts, the retention
// curve and the survival of customers under a silence window.
package retention

import (
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.RetentionRequest, engine.Retention]

	Cohorts cohort.Options
	Window  int // days of silence; 0 takes the proposal
	Show    Show
	Tab     string // TabCohorts or TabSurvival
}

// Show is what a cell of the cohort table says.
type Show string

// The contents of a cell.
const (
	ShowRate    Show = ""
	ShowCount   Show = "count"
	ShowRevenue Show = "revenue"
)

// The tabs.
const (
	TabCohorts  = ""
	TabSurvival = "survival"
)

// MaxWindow bounds what may be typed: ten years of silence.
const MaxWindow = 3653

// Ask is the request for what is chosen.
func (s *State) Ask(layout figure.Layout) engine.RetentionRequest {
	return engine.RetentionRequest{Cohorts: s.Cohorts, Window: s.Window, Layout: layout}
}

// SetWindow takes a typed number of days; it reports whether it is one.
func (s *State) SetWindow(days int) bool {
	if days < 1 || days > MaxWindow {
		return false
	}
	s.Window = days
	return true
}
