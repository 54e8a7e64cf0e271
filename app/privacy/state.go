package privacy

import (
	"slices"

	"churnbench/app/browser"
)

// A State is the course of the self-test, and what was looked up of this version.
type State struct {
	Attempts []browser.Attempt
	Running  bool
	Done     bool

	Files    []browser.ReleasedFile
	Hashing  bool
	Hashed   bool   // Files are what there is
	Licences string // "" while they are not shown
	Unread   bool   // the licences cannot be read from here
}

// Count returns how many attempts ended in an outcome.
func (s *State) Count(o browser.Outcome) (n int) {
	for _, a := range s.Attempts {
		if a.Outcome == o {
			n++
		}
	}
	return n
}

// A Path is where attempts are made and what they try to reach.
type Path struct {
	From browser.Origin
	To   browser.Target
}

// Paths are all of them, in the order of the test.
var Paths = []Path{
	{browser.FromPage, browser.ToHost}, {browser.FromPage, browser.ToOutside},
	{browser.FromEngine, browser.ToHost}, {browser.FromEngine, browser.ToOutside},
}

// A Way is one way out, tried on each path.
type Way struct {
	Name  string
	Tried []*browser.Attempt // by path; nil while it has not been tried
}

// Ways groups the attempts by way, in the order in which they were first made.
func (s *State) Ways() []Way {
	var ways []Way
	for i := range s.Attempts {
		a := &s.Attempts[i]
		at := slices.IndexFunc(ways, func(w Way) bool { return w.Name == a.Way })
		if at < 0 {
			at = len(ways)
			ways = append(ways, Way{a.Way, make([]*browser.Attempt, len(Paths))})
		}
		if path := slices.Index(Paths, Path{a.From, a.To}); path >= 0 {
			ways[at].Tried[path] = a
		}
	}
	return ways
}

// Why lists what the browser named as its reasons, each once.
func (w Way) Why() []string {
	var reasons []string
	for _, a := range w.Tried {
		if reason := why(a); reason != "" && !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	return reasons
}

func why(a *browser.Attempt) string {
	switch {
	case a == nil:
		return ""
	case a.Directive != "":
		return a.Directive
	}
	return a.Detail
}
