package retention

import (
	"reflect"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
	"churnbench/app/screen"
)

// A SurvivalState is the second tab: how long customers stay, by group.
type SurvivalState struct {
	screen.Request[engine.SurvivalRequest, engine.Survival]

	Basis    engine.Basis // "" for the first that the dataset has
	Group    engine.Grouping
	Interval survival.Interval
	Tau      float64 // 0 for what the groups can carry
	Rule     survival.BookRule
	Typed    screen.Typed
}

// AskSurvival puts the tab's question to the engine.
func AskSurvival(h *screen.Host, s *SurvivalState) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Survival, nil)
}

// Ask is the request for what is chosen, under the definition in force.
func (s *SurvivalState) Ask(d churn.Definition, layout figure.Layout) engine.SurvivalRequest {
	return engine.SurvivalRequest{Lifetimes: s.lifetimes(d), Group: s.Group, Interval: s.Interval, Horizon: s.Tau, Layout: layout}
}

// lifetimes say whose durations are analysed.
func (s *SurvivalState) lifetimes(d churn.Definition) engine.Lifetimes {
	return engine.Lifetimes{Basis: s.Basis, Definition: d, Rule: s.Rule}
}

// SetBasis takes other durations; attributes of the old ones are no longer known.
func (s *SurvivalState) SetBasis(b engine.Basis) {
	s.Basis, s.Group, s.Tau, s.Typed = b, engine.Grouping{}, 0, screen.Typed{}
}

// SetGroup takes an option of the choice of groups.
func (s *SurvivalState) SetGroup(value string) {
	s.Group = engine.Grouping{}
	if value == "tier" {
		s.Group.By = engine.ByTier
	}
	if text, ok := strings.CutPrefix(value, "column-"); ok {
		if i, err := strconv.Atoi(text); err == nil {
			s.Group = engine.Grouping{By: engine.ByColumn, Column: i}
		}
	}
}

// groupValue is the option that is chosen.
func (s *SurvivalState) groupValue() string {
	if s.Group.By == engine.ByColumn {
		return "column-" + strconv.Itoa(s.Group.Column)
	}
	return string(s.Group.By)
}

// Fields by id.
const (
	TauField = "survival-tau"
	GapField = "survival-gap"
)

// SetTau takes what was typed as the horizon of the means; nothing goes back to what
// the groups can carry.
func (s *SurvivalState) SetTau(text string) bool {
	text = strings.TrimSpace(text)
	tau, err := strconv.ParseFloat(text, 64)
	if text == "" {
		tau, err = 0, nil
	}
	if err != nil || !(tau >= 0) || tau > 1e6 {
		s.Typed.Refuse(TauField, text, analysis.Say("retention.tau.wrong"))
		return false
	}
	s.Typed.Accept(TauField)
	s.Tau = tau
	return true
}

// SetGap takes what was typed as the days that may lie between two contracts.
func (s *SurvivalState) SetGap(text string) bool {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 0 || days > 3660 {
		s.Typed.Refuse(GapField, text, analysis.Say("retention.gap.wrong"))
		return false
	}
	s.Typed.Accept(GapField)
	s.Rule.Gap = days
	return true
}

// SetSince takes the day on which the book begins; anything but a date is none.
func (s *SurvivalState) SetSince(text string) {
	day, err := analysis.ParseDay(text)
	if err != nil {
		day = 0
	}
	s.Rule.Since = day
}

// WindowField is the id of the field for the window.
const WindowField = "window"

// ReadWindow reads what was typed as the window; ok tells whether that is a
// whole number of days that the data span. Longer silences cannot be seen.
func (s *SurvivalState) ReadWindow(text string, span int) (days int, ok bool) {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 1 || days > span {
		s.Typed.Refuse(WindowField, text, analysis.Say("retention.window.wrong", analysis.Count("span", span)))
		return 0, false
	}
	s.Typed.Accept(WindowField)
	return days, true
}

// Renew forgets the answer and what depends on the dataset that it was about.
func (s *SurvivalState) Renew() {
	s.Forget()
	s.Basis, s.Group, s.Tau, s.Rule, s.Typed = "", engine.Grouping{}, 0, survival.BookRule{}, screen.Typed{}
}

// Follow asks again if the definition in force is no longer that of the answer.
func Follow(h *screen.Host, s *State) {
	if s.Survival.Asked() && !reflect.DeepEqual(s.Survival.Question.Lifetimes.Definition, h.Definition) {
		AskSurvival(h, &s.Survival)
	}
	if s.Ladder.Asked() && !reflect.DeepEqual(s.Ladder.Question.Definition, h.Definition) {
		AskLadder(h, &s.Ladder)
	}
}
