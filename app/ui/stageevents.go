package ui

import (
	"maps"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What happens on a Figure's stage. Only the stage is redrawn, and only when
// another mark is meant.

// point shows mark i, or none if i is −1, and keeps the redraw to what changed.
func (s *stage) point(ctx app.Context, i int) {
	if s.move(ctx, i) {
		s.Outer.alone()
		return
	}
	ctx.PreventUpdate()
}

// move shows mark i and reports whether another one was shown before.
func (s *stage) move(ctx app.Context, i int) bool {
	if i == s.at {
		return false
	}
	s.at = i
	if m, ok := s.mark(); ok {
		f := s.Outer.shown()
		place(ctx, s, ".tip", m.X/f.Width, m.Y/f.Height)
	}
	return true
}

// under returns the mark below the pointer.
func (s *stage) under(ctx app.Context, e app.Event) int {
	f, p := s.Outer.shown(), pointerWithin(ctx, e)
	if p.w == 0 || p.h == 0 {
		return -1
	}
	scale := f.Width / p.w
	return s.walk.nearest(p.x*scale, p.y*f.Height/p.h, reach*scale)
}

func (s *stage) onMove(ctx app.Context, e app.Event) {
	if s.brushing(ctx, e) {
		return
	}
	if s.brush.on || e.Get("pointerType").String() == "touch" {
		ctx.PreventUpdate()
		return
	}
	s.held = false
	s.point(ctx, s.under(ctx, e))
}

func (s *stage) onDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	s.tapping = e.Get("pointerType").String() == "touch"
	s.press(ctx, e)
}

// onClick opens the mark under a mouse; a finger first shows it and opens it
// with a second tap.
func (s *stage) onClick(ctx app.Context, e app.Event) {
	if s.brush.drawn {
		s.brush.drawn = false
		ctx.PreventUpdate()
		return
	}
	i := s.under(ctx, e)
	if s.tapping && i != s.at {
		s.held = true
		s.point(ctx, i)
		return
	}
	if s.leads(i) {
		s.move(ctx, i)
		s.open(ctx)
		return
	}
	s.point(ctx, i)
}

func (s *stage) onLeave(ctx app.Context, _ app.Event) {
	if s.held || s.tapping {
		ctx.PreventUpdate()
		return
	}
	s.point(ctx, -1)
}

func (s *stage) onFocus(ctx app.Context, _ app.Event) { ctx.PreventUpdate() }

func (s *stage) onBlur(ctx app.Context, _ app.Event) {
	s.held = false
	s.point(ctx, -1)
}

func (s *stage) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	if e.Get("shiftKey").Truthy() && s.extend(ctx, key) {
		handled(e)
		return
	}
	next, ok := s.walk.next(s.at, key)
	switch {
	case s.brush.on && (ok || key == "Escape"):
		handled(e)
		s.onLost(ctx, e)
	case s.brush.on && key == "Enter":
		handled(e)
		s.closer()
	case ok:
		handled(e)
		s.held = true
		s.point(ctx, next)
	case key == "Escape" && s.at >= 0:
		handled(e)
		s.held = false
		s.point(ctx, -1)
	case key == "Escape" && s.Outer.near != nil:
		handled(e)
		s.onWhole(ctx, e)
	case key == "Enter" && s.leads(s.at):
		handled(e)
		s.open(ctx)
	default:
		ctx.PreventUpdate()
	}
}

// leads reports whether mark i opens anything.
func (s *stage) leads(i int) bool {
	return s.Outer.OnOpen != nil && i >= 0 && i < len(s.walk.list) && s.walk.list[i].Key != ""
}

func (s *stage) open(ctx app.Context) { s.Outer.OnOpen(ctx, s.walk.list[s.at].Key) }

// onLegend hides or shows a series.
func (s *stage) onLegend(ctx app.Context, e app.Event) {
	i, err := strconv.Atoi(closestAttr(e, "data-series"))
	if err != nil {
		ctx.PreventUpdate()
		return
	}
	s.hide(toggled(s.Outer.hidden, i))
}

// hide leaves the series of a set out of sight.
func (s *stage) hide(set map[int]bool) {
	s.Outer.alone()
	s.Outer.hidden, s.walk.hidden, s.at = set, set, -1
}

// onLegendTwice shows one series alone, or all again if it is alone already.
func (s *stage) onLegendTwice(ctx app.Context, e app.Event) {
	i, err := strconv.Atoi(closestAttr(e, "data-series"))
	if err != nil {
		ctx.PreventUpdate()
		return
	}
	s.hide(isolated(s.Outer.hidden, i, len(s.Outer.shown().Series)))
}

// onLegendKey does the same by keyboard.
func (s *stage) onLegendKey(ctx app.Context, e app.Event) {
	if pressed(e) != "Enter" || !e.Get("shiftKey").Truthy() {
		ctx.PreventUpdate()
		return
	}
	handled(e)
	s.onLegendTwice(ctx, e)
}

func toggled(set map[int]bool, i int) map[int]bool {
	out := maps.Clone(set)
	if out == nil {
		out = map[int]bool{}
	}
	out[i] = !out[i]
	return out
}

// isolated hides all of n series but i; it hides none if that is how it is.
func isolated(set map[int]bool, i, n int) map[int]bool {
	alone, out := !set[i], map[int]bool{}
	for k := range n {
		if k != i {
			alone, out[k] = alone && set[k], true
		}
	}
	if alone {
		return nil
	}
	return out
}

// onData draws the table once it is opened.
func (s *stage) onData(ctx app.Context, _ app.Event) {
	s.Outer.alone()
	s.table = openOf(ctx)
}
