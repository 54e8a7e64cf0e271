// Package retention shows who stays and for how long: cohorts, the retention
// curve and the survival of customers under a silence window.
package retention

import (
	"strconv"
	"strings"

	"churnbench/analysis"
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
	Typed   screen.Typed
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

// Ask is the request for what is chosen.
func (s *State) Ask(layout figure.Layout) engine.RetentionRequest {
	return engine.RetentionRequest{Cohorts: s.Cohorts, Window: s.Window, Layout: layout}
}

// WindowField is the id of the field for the window.
const WindowField = "window"

// SetWindow takes what was typed as the window; it reports whether that is a
// whole number of days that the data span. Longer silences cannot be seen.
func (s *State) SetWindow(text string, span int) bool {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 1 || days > span {
		s.Typed.Refuse(WindowField, text, analysis.Say("retention.window.wrong", analysis.Count("span", span)))
		return false
	}
	s.Typed.Accept(WindowField)
	s.Window = days
	return true
}

// Propose goes back to the window that the data propose.
func (s *State) Propose() {
	s.Typed.Accept(WindowField)
	s.Window = 0
}

// Renew forgets the answer and what depends on the dataset that it was about.
func (s *State) Renew() {
	s.Forget()
	s.Propose()
}
