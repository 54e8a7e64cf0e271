package retention

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// Put writes the tabs' questions down.
func (s *State) Put(q *engine.Questions, lost churn.Definition) {
	cohorts := s.Cohorts.Ask(figure.Layout{})
	cohorts.Offset, cohorts.Limit = 0, 0
	q.Cohorts = s.Cohorts.Put(cohorts)
	q.Ladder = s.Ladder.Put(s.Ladder.Ask(lost, figure.Layout{}))
	q.Survival = s.Survival.Put(s.Survival.Ask(lost, figure.Layout{}))
	q.Hazards = s.Hazards.Put(s.askHazards(lost, figure.Layout{}))
	q.Projection = s.Projection.Put(s.Projection.Ask(figure.Layout{}))
}

// Take makes the choices of q the tabs' own.
func (s *State) Take(q *engine.Questions) {
	if c := s.Cohorts.Take(q.Cohorts); c != nil {
		s.Cohorts.Options, s.Cohorts.Selected, s.Cohorts.Offset, s.Cohorts.Typed = c.Options, c.Selected, 0, screen.Typed{}
	}
	if c := s.Ladder.Take(q.Ladder); c != nil {
		s.Ladder.Within = c.Within
	}
	if c := s.Survival.Take(q.Survival); c != nil {
		s.Survival.SetBasis(c.Lifetimes.Basis)
		s.Survival.Rule, s.Survival.Group, s.Survival.Interval, s.Survival.Tau = c.Lifetimes.Rule, c.Group, c.Interval, c.Horizon
	}
	if c := s.Hazards.Take(q.Hazards); c != nil {
		s.Hazards.Columns, s.Hazards.Ties, s.Hazards.Strata = c.Columns, c.Ties, 0
		if c.Strata.By == engine.ByColumn {
			s.Hazards.Strata = c.Strata.Column + 1
		}
	}
	if c := s.Projection.Take(q.Projection); c != nil {
		s.Projection.Options, s.Projection.Typed = c.Options, screen.Typed{}
	}
}

// Again asks anew what has been asked and has changed, by the name of its field of
// engine.Questions.
func Again(h *screen.Host, s *State, changed map[string]bool) {
	if changed["Cohorts"] && s.Cohorts.Asked() {
		AskCohorts(h, &s.Cohorts)
	}
	if changed["Ladder"] && s.Ladder.Asked() {
		AskLadder(h, &s.Ladder)
	}
	if changed["Survival"] && s.Survival.Asked() {
		AskSurvival(h, &s.Survival)
	}
	if changed["Hazards"] && s.Hazards.Asked() {
		AskHazards(h, s)
	}
	if changed["Projection"] && s.Projection.Asked() {
		AskProjection(h, &s.Projection)
	}
}
