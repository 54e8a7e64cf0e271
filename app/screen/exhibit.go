package screen

import (
	"context"

	"churnbench/analysis"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
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
	Err     *analysis.Error // why it is not; nil if it is or may yet be
	Busy    bool
	Asked   bool   // its question was put to the engine
	Ask     func() // puts it, if that has not been done
	Show    func() // makes its tab the one in sight; opening the screen is the caller's

	// Table makes the table of an exhibit that has no Figure; of one that has, Figure.Table
	// holds the numbers. Nil without an answer.
	Table func() figure.Table
	// Explain says how its numbers come about, without OnClose. Nil without an answer.
	Explain func() ui.ExplainProps
	// Warnings are the caveats of the answer.
	Warnings []analysis.Warning

	// Question names the field of engine.Questions that it answers, and Draw has all
	// figures of that answer drawn for another place: they are told apart by their ID.
	Question string
	Answer   any // pointer to that answer, to tell it from another one
	Draw     func(context.Context, figure.Layout) ([]*figure.Figure, error)
}

// Ready reports whether there is something to show.
func (x *Exhibit) Ready() bool { return x.Figure != nil && x.Figure.SVG != "" || x.Table != nil }

// A Source is one question of a screen, from whose answer its exhibits are made.
type Source[Q, A any] struct {
	Route   string
	Name    string         // of the field of engine.Questions
	Tab     string         // its label; "" of a screen without tabs
	Request *Request[Q, A] // what was asked and answered
	Layout  func(*Q) *figure.Layout
	Call    func(context.Context, Q) (A, error)
	Figures func(*A) []*figure.Figure
	Ask     func() // puts the question
	Show    func() // makes the tab the one in sight; nil of a screen without tabs
}

// On opens the sheet that the exhibits of a source are written on.
func On[Q, A any](h *Host, s Source[Q, A]) *Sheet {
	r := s.Request
	sheet := newSheet(h, Exhibit{Route: s.Route, Question: s.Name, Asked: r.Asked(), Show: s.Show}, s.Tab, &r.Inquiry)
	sheet.Answered = r.Answer != nil
	sheet.x.Ask = func() {
		if !r.Asked() {
			s.Ask()
		}
	}
	if s.Figures == nil {
		return sheet
	}
	sheet.x.Draw = func(ctx context.Context, l figure.Layout) ([]*figure.Figure, error) {
		q := r.Question
		*s.Layout(&q) = l
		a, err := s.Call(ctx, q)
		return s.Figures(&a), err
	}
	if r.Answer != nil {
		sheet.figures, sheet.x.Answer = s.Figures(r.Answer), r.Answer
	}
	return sheet
}

func newSheet(h *Host, x Exhibit, tab string, r *Inquiry) *Sheet {
	x.Area, x.Err, x.Busy = h.T(i18n.Key("screen."+x.Route)), r.Err, r.Busy
	if tab != "" {
		x.Area += " · " + tab
	}
	return &Sheet{x: x, host: h}
}

// A Sheet collects the exhibits of one source.
type Sheet struct {
	Answered bool
	Exhibits []Exhibit

	host    *Host
	x       Exhibit // what all of them share
	figures []*figure.Figure
}

// Say gives the exhibits that follow their sentence and their caveats.
func (s *Sheet) Say(finding string, warnings []analysis.Warning) {
	s.x.Finding, s.x.Warnings = finding, warnings
}

// Figure adds the figure with an ID.
func (s *Sheet) Figure(id string, explain func() ui.ExplainProps) {
	x := s.named(id, explain)
	for _, f := range s.figures {
		if f.ID == id {
			x.Figure, x.Title = f, f.Title
		}
	}
	s.Exhibits = append(s.Exhibits, x)
}

// Table adds a table of the screen's own.
func (s *Sheet) Table(id string, table func() figure.Table, explain func() ui.ExplainProps) {
	x := s.named(id, explain)
	x.Draw = nil
	if s.Answered {
		x.Table = table
	}
	s.Exhibits = append(s.Exhibits, x)
}

func (s *Sheet) named(id string, explain func() ui.ExplainProps) Exhibit {
	x := s.x
	x.ID, x.Title = id, s.host.T(i18n.Key("exhibit."+id))
	if s.Answered {
		x.Explain = explain
	}
	return x
}
