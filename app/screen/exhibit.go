package screen

import (
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/ui"
)

// An Exhibit is something that can be shown by itself: in a report, or before an audience.
// Every screen lists its own, asked or not.
type Exhibit struct {
	ID      string // that of its figure or table, such as "retention-curve": stable over versions and languages
	Route   string // of the screen it stands on
	Area    string // the screen's name, and its tab's
	Title   string
	Finding string          // what it says, in a sentence; may be ""
	Figure  *figure.Figure  // nil while it is not answered, or if it is a table only
	Table   *figure.Table   // of an exhibit that has no Figure; else Figure.Table holds its numbers
	Explain ui.ExplainProps // how its numbers come about, without OnClose; the zero value for none
	Busy    bool
	Ask     func() // puts its question to the engine, if that has not been done
	Show    func() // makes its tab the one in sight; opening the screen is the caller's
}

// Ready reports whether there is something to show.
func (x *Exhibit) Ready() bool { return x.Figure != nil && x.Figure.SVG != "" || x.Table != nil }

// A Chooser is a screen whose choices can be written down as questions and taken over again.
type Chooser interface {
	// Put writes what was asked into q, with zero layouts.
	Put(q *engine.Questions)
	// Take makes the choices of q the screen's own, asking nothing. What q does not have
	// keeps its choices.
	Take(q *engine.Questions)
}
