// Package tour walks a newcomer through the workbench in six steps, beside the page and
// not over it: whatever a step is about can be used while it is shown.
package tour

// A State is where the tour stands.
type State struct {
	On   bool
	Step int // index into Steps
}

// A Step shows one thing. Its words are "tour.<Name>" and "tour.<Name>.text".
type Step struct {
	Name  string
	Route string // the screen that is opened
	Spot  string // selector of what is pointed at; the screen goes without where it is not there
}

// Steps are the tour.
var Steps = []Step{
	{"data", "data", ".drop"},
	{"lock", "data", ".topbar .chip[href='#/privacy']"},
	{"definition", "definition", ".handle"},
	{"retention", "retention", "table.cohort"},
	{"segments", "segments", ".figure"},
	{"explain", "value", ".explain"},
}

// Start begins the tour.
func (s *State) Start() { *s = State{On: true} }

// Move goes on or back by steps; beyond either end the tour is over.
func (s *State) Move(by int) {
	s.Step += by
	if s.Step < 0 || s.Step >= len(Steps) {
		*s = State{}
	}
}

// At is the step in sight.
func (s *State) At() Step { return Steps[s.Step] }

// Last reports whether no step follows.
func (s *State) Last() bool { return s.Step == len(Steps)-1 }
