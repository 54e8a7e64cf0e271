package value

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// Put writes the screen's questions down; all of them stand on the same options.
func (s *State) Put(q *engine.Questions, _ churn.Definition) {
	q.Value = s.Request.Put(s.Ask(figure.Layout{}))
	q.Bakeoff = s.Trials.Put(engine.BakeoffRequest{Options: s.Options})
	q.Bootstrap = s.Sure.Put(s.askSure())
	q.Drivers = s.Moves.Put(engine.DriversRequest{Options: s.Options, Cost: s.Cost})
	if len(s.Chosen) > 0 {
		q.Covariates = s.Matter.Put(engine.CovariatesRequest{Options: s.Options, Attributes: s.Chosen})
	}
}

// Take makes the choices of q its own.
func (s *State) Take(q *engine.Questions) {
	if c := s.Request.Take(q.Value); c != nil {
		s.Options, s.Typed = c.Options, screen.Typed{}
	}
	s.Trials.Take(q.Bakeoff)
	s.Sure.Take(q.Bootstrap)
	if c := s.Moves.Take(q.Drivers); c != nil {
		s.Cost = c.Cost
	}
	if c := s.Matter.Take(q.Covariates); c != nil {
		s.Chosen = append([]clv.Attribute(nil), c.Attributes...)
	}
}

// Again asks anew what has been asked and has changed. With other options the rest
// follows the model by itself.
func Again(h *screen.Host, s *State, changed map[string]bool) {
	switch {
	case changed["Value"] && s.Asked():
		Ask(h, s)
	case changed["Drivers"]:
		Examine(h, s)
	}
	if changed["Covariates"] && s.Matter.Asked() && len(s.Chosen) > 0 {
		Regress(h, s)
	}
}
