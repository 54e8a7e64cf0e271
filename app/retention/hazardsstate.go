package retention

import (
	"slices"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
	"churnbench/app/screen"
)

// A HazardsState is the third tab: what goes with leaving sooner.
type HazardsState struct {
	screen.Request[engine.HazardsRequest, engine.Hazards]

	Columns []int // nil for a first choice
	Ties    survival.Ties
	Strata  int // index of the attribute whose groups have baselines of their own, plus 1; 0 for none
}

// AskHazards puts the tab's question to the engine: of the durations that the survival
// tab shows.
func AskHazards(h *screen.Host, s *State) {
	screen.Ask(h, &s.Hazards.Request, s.askHazards(h.Definition, h.Layout()), h.Engine.Hazards, nil)
}

// askHazards is the request for what is chosen, under a definition of loss.
func (s *State) askHazards(lost churn.Definition, layout figure.Layout) engine.HazardsRequest {
	req := engine.HazardsRequest{Lifetimes: s.Survival.lifetimes(lost), Columns: s.Hazards.Columns, Ties: s.Hazards.Ties, Layout: layout}
	if s.Hazards.Strata > 0 {
		req.Strata = engine.Grouping{By: engine.ByColumn, Column: s.Hazards.Strata - 1}
	}
	return req
}

// Toggle takes a column in, or leaves it out.
func (s *HazardsState) Toggle(column int, on bool) {
	s.Columns = slices.DeleteFunc(slices.Clone(s.chosen()), func(c int) bool { return c == column })
	if on {
		s.Columns = append(s.Columns, column)
		slices.Sort(s.Columns)
	}
	if s.Columns == nil {
		s.Columns = []int{}
	}
}

// chosen are the columns that were asked for, or those that the engine chose.
func (s *HazardsState) chosen() []int {
	if s.Columns == nil && s.Answer != nil {
		return s.Answer.Columns
	}
	return s.Columns
}

// Renew forgets the answer and what depends on the dataset that it was about.
func (s *HazardsState) Renew() {
	s.Forget()
	s.Columns, s.Strata = nil, 0
}
