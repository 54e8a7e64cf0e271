// Package retention shows who stays and for how long: cohorts, the retention
// curve and the survival of customers under a silence window.
//
// The screen has tabs, each with a question of its own to the engine: cohort….go
// and survival….go hold a tab's state, its view and what it says in the head.
package retention

import (
	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	Cohorts  CohortState
	Survival SurvivalState
	Hazards  HazardsState
	Ladder   LadderState
	Tab      string // TabCohorts, TabLadder, TabSurvival, TabHazards or TabProjection

	Projection ProjectionState
}

// The tabs.
const (
	TabCohorts  = ""
	TabSurvival = "survival"
	TabHazards  = "hazards"
	TabLadder   = "ladder"

	TabProjection = "projection"
)

// Ask puts the tabs' questions to the engine: cohorts and the next purchase are of
// orders, and what is behind a tab is asked for when it is opened.
func Ask(h *screen.Host, s *State) {
	if h.Dataset == nil || h.Dataset.Has(engine.OnOrders) {
		AskCohorts(h, &s.Cohorts)
		if s.Tab == TabLadder || s.Ladder.Asked() {
			AskLadder(h, &s.Ladder)
		}
	}
	AskSurvival(h, &s.Survival)
	if s.Tab == TabHazards {
		AskHazards(h, s)
	}
	if s.Tab == TabProjection || s.Projection.Asked() {
		AskProjection(h, &s.Projection)
	}
}

// Renew forgets the answers and what depends on the dataset that they were about.
func (s *State) Renew() {
	s.Cohorts.Renew()
	s.Survival.Renew()
	s.Hazards.Renew()
	s.Ladder.Renew()
	s.Projection.Renew()
}

// Asked reports whether there is anything to show.
func (s *State) Asked() bool { return s.Cohorts.Asked() || s.Survival.Asked() }

// Busy reports whether an answer is under way.
func (s *State) Busy() bool {
	return s.Cohorts.Busy || s.Survival.Busy || s.Hazards.Busy || s.Ladder.Busy || s.Projection.Busy
}

// Answered reports whether every tab has its answer.
func (s *State) Answered() bool {
	return s.Survival.Answer != nil && (s.Cohorts.Answer != nil || !s.Cohorts.Asked())
}

// Err is why a tab has none, nil if all have or may yet.
func (s *State) Err() *analysis.Error {
	if s.Cohorts.Err != nil {
		return s.Cohorts.Err
	}
	return s.Survival.Err
}

// Warnings returns the caveats of all answers.
func (s *State) Warnings() []analysis.Warning {
	var all []analysis.Warning
	if a := s.Cohorts.Answer; a != nil {
		all = append(all, a.Result.Warnings...)
	}
	if a := s.Survival.Answer; a != nil {
		all = append(all, a.Warnings...)
	}
	return all
}
