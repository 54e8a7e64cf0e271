package definition

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// Put writes the screen's question down.
func (s *State) Put(q *engine.Questions, lost churn.Definition) {
	q.Definition = s.Request.Put(s.Ask(lost, figure.Layout{}))
}

// Take makes the ledger of q its own. The definition in force is the host's.
func (s *State) Take(q *engine.Questions) {
	if d := s.Request.Take(q.Definition); d != nil {
		s.Compared, s.Chosen, s.Draft, s.Typed = d.Compare, true, nil, screen.Typed{}
	}
}
