package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// A Zoomer draws a part of a figure, named by its ID, and shows what comes of it: nil if
// nothing did, which is its own to report. It may call show from any goroutine.
type Zoomer interface {
	Zoom(id string, part figure.Zoom, show func(*figure.Figure))
}

// A person looks closer at a part of an axis of time by dragging across the drawing, or by
// keyboard: Shift with the arrow keys marks a part from the datum that is shown on, Enter
// looks at it. Buttons beside what is in sight lead to what is before and behind it; a double
// click, Escape or the last of the buttons goes back. The figure's menu does both for fingers.

// A brush is the part of the axis that is being marked.
type brush struct {
	down     bool    // a pointer is pressed
	on       bool    // something is marked
	drawn    bool    // by pointer: the click that ends it means nothing else
	from, to float64 // viewBox coordinates
	anchor   int     // mark that the keyboard began at
}

// slack is how far a pressed pointer may move, in CSS pixels, and still mean a click.
const slack = 8

// shown is the figure in sight: the part that a person looks at, else the whole.
func (f *Figure) shown() *figure.Figure {
	if f.near != nil {
		return f.near
	}
	return f.Figure
}

// zooms reports whether a part of the figure can be looked at.
func (s *stage) zooms() bool { return s.Outer.Zoomer != nil && s.Outer.shown().Span.Exists() }

// brushing follows a pressed pointer; it reports whether that marks something.
func (s *stage) brushing(ctx app.Context, e app.Event) bool {
	f, p := s.Outer.shown(), pointerWithin(ctx, e)
	if !s.brush.down || p.w == 0 {
		return false
	}
	x := p.x * f.Width / p.w
	if !s.brush.on {
		if d := (x - s.brush.from) * p.w / f.Width; d*d < slack*slack {
			return false
		}
		hold(ctx, e)
		s.brush.on, s.brush.drawn, s.held, s.at = true, true, false, -1
	}
	s.brush.to = f.Span.Clamp(x)
	s.Outer.alone()
	return true
}

// press begins at the pointer.
func (s *stage) press(ctx app.Context, e app.Event) {
	f, p := s.Outer.shown(), pointerWithin(ctx, e)
	s.brush = brush{}
	if s.zooms() && p.w > 0 && e.Get("button").Int() == 0 && e.Get("isPrimary").Truthy() {
		s.brush = brush{down: true, from: f.Span.Clamp(p.x * f.Width / p.w)}
	}
}

func (s *stage) onUp(ctx app.Context, _ app.Event) {
	if !s.brush.on || !s.brush.down {
		s.brush.down = false
		ctx.PreventUpdate()
		return
	}
	s.brush.down = false
	s.closer()
}

func (s *stage) onLost(ctx app.Context, _ app.Event) {
	if !s.brush.on {
		s.brush = brush{}
		ctx.PreventUpdate()
		return
	}
	s.brush = brush{}
	s.Outer.alone()
}

// extend marks what lies between the datum shown and the one a key leads to.
func (s *stage) extend(ctx app.Context, key string) bool {
	next, ok := s.walk.next(s.at, key)
	if !ok || !s.zooms() || len(s.walk.list) == 0 {
		return false
	}
	if !s.brush.on {
		s.brush = brush{on: true, anchor: max(0, s.at)}
	}
	s.held = true
	s.move(ctx, next)
	a, b := s.walk.list[s.brush.anchor], s.walk.list[max(0, next)]
	s.brush.from, s.brush.to = min(a.X-a.W/2, b.X-b.W/2), max(a.X+a.W/2, b.X+b.W/2)
	s.Outer.alone()
	return true
}

// closer asks for what is marked.
func (s *stage) closer() {
	span := &s.Outer.shown().Span
	part := span.Between(s.brush.from, s.brush.to)
	s.brush.on, s.at, s.held = false, -1, false
	s.Outer.alone()
	s.look(part)
}

// look asks for a part of the axis and shows it once it is there.
func (s *stage) look(part figure.Zoom) {
	of := s.of
	if part.Whole() {
		return
	}
	s.Outer.Zoomer.Zoom(of.ID, part, func(f *figure.Figure) {
		s.around.Dispatch(func(app.Context) {
			if s.Outer.near != nil { // the figure's menu stays as it is
				s.Outer.alone()
			}
			if f != nil && s.of == of {
				s.see(f)
			}
		})
	})
}

// nearer looks at half of what is in sight: around the datum that is shown, else the latest.
func (s *stage) nearer(app.Context) {
	span := &s.Outer.shown().Span
	middle := span.Right
	if m, ok := s.mark(); ok {
		middle = m.X
	}
	s.look(span.Half(middle))
}

func (s *stage) onEarlier(app.Context, app.Event) { s.along(-1) }
func (s *stage) onLater(app.Context, app.Event)   { s.along(1) }

// along looks at what lies half a part before or behind, as far as the axis goes.
func (s *stage) along(by float64) {
	s.Outer.alone()
	part := s.Outer.near.Span.Zoom
	s.look(part.Moved(by*max(1, (part.To-part.From)/2), s.of.Span.Zoom))
}

// hint says to whoever points at an axis that one may look closer.
func (s *stage) hint() string {
	if !s.zooms() || s.Outer.near != nil || s.brush.on {
		return ""
	}
	return say(s.Outer.Lang, "figures.hint")
}

// see puts a part, or with nil the whole, into sight.
func (s *stage) see(f *figure.Figure) {
	s.Outer.near, s.at, s.brush = f, -1, brush{}
	if f != nil && f.Span.InSight == "" {
		s.Outer.near = nil
	}
	s.walk.list = s.Outer.shown().Marks
}

func (s *stage) onWhole(ctx app.Context, _ app.Event) {
	if s.Outer.near == nil {
		ctx.PreventUpdate()
		return
	}
	s.see(nil)
	focusIn(ctx, s, ".figure-stage")
}

// whole says which part is in sight, and leads back.
func (s *stage) whole() app.UI {
	part, all := s.Outer.near.Span.Zoom, s.of.Span.Zoom
	return app.Div().Class("figure-part").Body(
		app.Span().Text(s.Outer.near.Span.InSight),
		s.stepButton("figures.earlier", IconLeft, part.From <= all.From, s.onEarlier),
		s.stepButton("figures.later", IconRight, part.To >= all.To, s.onLater),
		app.Button().Type("button").Class("button small").OnClick(s.onWhole).Text(say(s.Outer.Lang, "figures.whole")),
	)
}

// band shows what is marked.
func (s *stage) band() string {
	if !s.brush.on {
		return ""
	}
	span := &s.Outer.shown().Span
	from, to := min(s.brush.from, s.brush.to), max(s.brush.from, s.brush.to)
	return `<rect class="brush" x="` + coord(from) + `" y="` + coord(span.Top) + `" width="` + coord(to-from) + `" height="` + coord(span.Bottom-span.Top) + `"/>`
}

// spokenPart says what is marked by keyboard, or else which part is in sight.
func (s *stage) spokenPart() string {
	switch m, ok := s.mark(); {
	case s.brush.on && ok:
		return say(s.Outer.Lang, "figures.marked", analysis.Text("from", s.walk.list[s.brush.anchor].Label), analysis.Text("to", m.Label))
	case s.Outer.near != nil && !ok:
		return s.Outer.near.Span.InSight
	}
	return ""
}
