package overview

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// Put writes the screen's question down.
func (s *State) Put(q *engine.Questions, lost churn.Definition) {
	q.Rates = s.Request.Put(s.Ask(lost, figure.Layout{}))
}

// Take makes the choices of q its own.
func (s *State) Take(q *engine.Questions) {
	if r := s.Request.Take(q.Rates); r != nil {
		s.Basis, s.Options, s.Typed = r.Basis, r.Options, screen.Typed{}
	}
}
