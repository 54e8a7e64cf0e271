package customers

import (
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// Put writes down which customers are shown, in which order, with which columns. What is
// searched for is not written: it is part of somebody's identifier, and Questions go into
// files that hold no data.
func (s *State) Put(q *engine.Questions, _ churn.Definition) {
	if s.Known || s.held {
		asked := s.Query
		asked.Search = ""
		q.Customers = &asked
	}
}

// Take shows the customers of q; the measures remain those in force.
func (s *State) Take(q *engine.Questions) {
	if q.Customers == nil {
		return
	}
	s.held = true
	s.CloseCard()
	s.Rearrange(func(now *engine.CustomersRequest) {
		measures := now.Measures
		*now = *q.Customers
		now.Measures = measures
	})
}
