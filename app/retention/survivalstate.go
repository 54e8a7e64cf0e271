package retention

import (
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A SurvivalState is the second tab: the curve under a silence window.
type SurvivalState struct {
	screen.Request[engine.SurvivalRequest, engine.Survival]

	Window int // days of silence; 0 takes the proposal
	Typed  screen.Typed
}

// AskSurvival puts the tab's question to the engine.
func AskSurvival(h *screen.Host, s *SurvivalState) {
	screen.Ask(h, &s.Request, s.Ask(h.Layout()), h.Engine.Survival, nil)
}

// Ask is the request for what is chosen.
func (s *SurvivalState) Ask(layout figure.Layout) engine.SurvivalRequest {
	return engine.SurvivalRequest{Window: s.Window, Layout: layout}
}

// WindowField is the id of the field for the window.
const WindowField = "window"

// SetWindow takes what was typed as the window; it reports whether that is a
// whole number of days that the data span. Longer silences cannot be seen.
func (s *SurvivalState) SetWindow(text string, span int) bool {
	days, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || days < 1 || days > span {
		s.Typed.Refuse(WindowField, text, analysis.Say("retention.window.wrong", analysis.Count("span", span)))
		return false
	}
	s.Typed.Accept(WindowField)
	s.Window = days
	return true
}

// Propose goes back to the window that the data propose.
func (s *SurvivalState) Propose() {
	s.Typed.Accept(WindowField)
	s.Window = 0
}

// Renew forgets the answer and what depends on the dataset that it was about.
func (s *SurvivalState) Renew() {
	s.Forget()
	s.Propose()
}
