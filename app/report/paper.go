package report

import (
	"context"

	"churnbench/analysis/figure"
	"churnbench/analysis/report"
	"churnbench/app/screen"
)

// A drawing is what one question's figures look like on paper.
type drawing struct {
	of      any // the answer that it is being made for, or was
	layout  figure.Layout
	busy    bool
	figures []*figure.Figure
	from    any // the answer that figures are of
}

// paper is how wide figures are in the report.
func paper(h *screen.Host, p report.Paper) figure.Layout {
	return figure.Layout{Lang: string(h.Lang), Column: p.Text(), Half: p.Text()}
}

// Settle asks for what the report shows and has not been asked, and has figures drawn
// for paper whose answer has changed. It is called after every change of the page and
// does nothing if there is nothing to do.
func Settle(h *screen.Host, s *State, exhibits []screen.Exhibit) {
	for i := range exhibits {
		x := &exhibits[i]
		switch {
		case !s.Has(x.ID) || x.Busy:
		case !x.Asked:
			x.Ask()
		case x.Stale() && !x.Tried():
			x.Again()
		case x.Figure != nil && x.Draw != nil && !s.Drawing(): // one after the other
			draw(h, s, x)
		}
	}
}

func draw(h *screen.Host, s *State, x *screen.Exhibit) {
	layout := paper(h, s.Report.Paper)
	now := s.drawn[x.Question]
	if now != nil && (now.busy || now.layout == layout && now.of == x.Answer) {
		return
	}
	next := &drawing{of: x.Answer, layout: layout, busy: true}
	if s.drawn == nil {
		s.drawn = map[string]*drawing{}
	}
	s.drawn[x.Question] = next
	if now != nil {
		next.figures, next.from = now.figures, now.from
	}
	go func() {
		figures, err := x.Draw(context.Background(), layout)
		h.Redraw(func() {
			next.busy = false
			if err == nil {
				next.figures, next.from = figures, next.of
			}
		})
	}()
}

// Due reports whether something in the report is not what it will be: under way, to be
// asked anew, or to be drawn for paper.
func Due(s *State, exhibits []screen.Exhibit) bool {
	for i := range exhibits {
		if x := &exhibits[i]; s.Has(x.ID) && (x.Busy || !x.Asked || x.Stale() && !x.Tried()) {
			return true
		}
	}
	return s.Drawing()
}

// Refresh asks again for what was given up: nobody prints or saves half a change.
func Refresh(s *State, exhibits []screen.Exhibit) {
	for i := range exhibits {
		if x := &exhibits[i]; s.Has(x.ID) && x.Stale() && x.Err == nil && !x.Busy {
			x.Again()
		}
	}
}

// Drawing reports whether figures are being drawn for paper.
func (s *State) Drawing() bool {
	for _, d := range s.drawn {
		if d.busy {
			return true
		}
	}
	return false
}

// figureOf is an exhibit's figure as it is on paper, else as it is on the screen.
func (s *State) figureOf(x *screen.Exhibit) *figure.Figure {
	if d := s.drawn[x.Question]; d != nil && d.from == x.Answer {
		for _, f := range d.figures {
			if f.ID == x.ID && f.SVG != "" {
				return f
			}
		}
	}
	return x.Figure
}
