package retention

import (
	"reflect"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A SurvivalState is the second tab: the curve under a silence window.
type SurvivalState struct {
	screen.Request[engine.SurvivalRequest, engine.Survival]

	Typed screen.Typed
}

// AskSurvival puts the tab's question to the engine.
func AskSurvival(h *screen.Host, s *SurvivalState) {
	screen.Ask(h, &s.Request, s.Ask(h.Definition, h.Layout()), h.Engine.Survival, nil)
}

// Ask is the request for what is chosen, under the definition in force.
func (s *SurvivalState) Ask(d churn.Definition, layout figure.Layout) engine.SurvivalRequest {
	return engine.SurvivalRequest{Lifetimes: engine.Lifetimes{Definition: d}, Layout: layout}
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
	s.Typed = screen.Typed{}
}

// Follow asks again if the definition in force is no longer that of the answer.
func Follow(h *screen.Host, s *State) {
	if s.Survival.Asked() && !reflect.DeepEqual(s.Survival.Question.Lifetimes.Definition, h.Definition) {
		AskSurvival(h, &s.Survival)
	}
}
