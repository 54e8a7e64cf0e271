package screen

import (
	"context"
	"reflect"

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
	Answer   any    // pointer to that answer, to tell it from another one
	Of       any    // the question that it answers, without Layout; nil without an answer
	Last     any    // the last question that was put, without Layout; nil if none was
	Want     any    // the question as it is chosen now, without Layout; nil if nobody has said
	Old      bool   // it stands on what has changed since, though the question is the same
	Again    func() // puts the question as it is now
	Draw     func(context.Context, figure.Layout) ([]*figure.Figure, error)
}

// Ready reports whether there is something to show.
func (x *Exhibit) Ready() bool { return x.Figure != nil && x.Figure.SVG != "" || x.Table != nil }

// Stale reports whether what there is to show answers another question than the one that
// is chosen now, or stands on what has changed since. Without Want that is not known.
func (x *Exhibit) Stale() bool {
	return x.Of != nil && (x.Old || x.Want != nil && !reflect.DeepEqual(x.Of, x.Want))
}

// Tried reports whether the question that is chosen now was the last one put: then its
// answer failed, or was given up.
func (x *Exhibit) Tried() bool { return !x.Old && reflect.DeepEqual(x.Last, x.Want) }

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
	Old     bool   // see Exhibit
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
	sheet.x.Again, sheet.x.Old = s.Ask, s.Old
	if r.Asked() {
		sheet.x.Last = s.bare(r.Question)
	}
	if r.Answer != nil {
		sheet.x.Of = s.bare(r.Answered)
	}
	if s.Figures == nil {
		return sheet
	}
	sheet.x.Draw = func(ctx context.Context, l figure.Layout) ([]*figure.Figure, error) {
		q := r.Answered
		*s.Layout(&q) = l
		a, err := s.Call(ctx, q)
		return s.Figures(&a), err
	}
	if r.Answer != nil {
		sheet.figures, sheet.x.Answer = s.Figures(r.Answer), r.Answer
	}
	return sheet
}

// bare is a question without where its figures stand.
func (s *Source[Q, A]) bare(q Q) any {
	if s.Layout != nil {
		*s.Layout(&q) = figure.Layout{}
	}
	return q
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
