package retention

import (
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

func TestRenewForgetsAnswersAndKeepsChoices(t *testing.T) {
	var s State
	s.Cohorts.Show = cohort.Count
	s.Cohorts.End(s.Cohorts.Begin(engine.CohortsRequest{}), engine.Cohorts{}, nil)
	if !s.Asked() || s.Answered() {
		t.Error("one answer of two counts as none or as both")
	}
	s.Survival.End(s.Survival.Begin(engine.SurvivalRequest{}), engine.Survival{}, analysis.Fail(analysis.NotEnough, "x"))
	if s.Answered() || s.Err() == nil {
		t.Error("a tab's failure is not the screen's")
	}
	s.Renew()
	if s.Asked() || s.Cohorts.Show != cohort.Count {
		t.Error("what the table shows is forgotten, or the answer is not")
	}
}

func TestCohortsSendWhatIsChosen(t *testing.T) {
	var s CohortState
	s.Options.Grain = "week"
	req := s.Ask(figure.Layout{Lang: "zh"})
	if req.Options.Grain != "week" || req.Layout.Lang != "zh" {
		t.Errorf("asks for %+v", req)
	}
}

// The days chosen for one dataset may be more than another spans.
func TestLadderForgetsItsDays(t *testing.T) {
	s := State{Ladder: LadderState{Within: 365}, Tab: TabLadder}
	s.Ladder.End(s.Ladder.Begin(engine.LadderRequest{Within: 365}), engine.Ladder{}, nil)
	s.Renew()
	if s.Ladder.Asked() || s.Ladder.Within != 0 || s.Tab != TabLadder {
		t.Errorf("%+v", s.Ladder)
	}
}
