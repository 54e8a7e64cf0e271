package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What happens in a Table. One handler on the grid serves all rows: rows come
// and go while it is scrolled.

func (g *tableGrid) size() gridSize {
	t := g.Outer
	return gridSize{Rows: t.Total, Cols: len(t.Columns), Head: true, Page: max(1, int(g.viewport()-headRow)/rowHeight-1)}
}

func (g *tableGrid) viewport() float64 {
	if g.scroll.Viewport == 0 {
		return assumedHeight
	}
	return g.scroll.Viewport
}

// place is where the table of now is scrolled to.
func (g *tableGrid) place() tableScroll {
	s := g.scroll
	s.Viewport, s.Total = g.viewport(), g.Outer.Total
	s.Shift = min(s.Shift, s.spare())
	return s
}

func (g *tableGrid) window() tableWindow { return g.place().window() }

// measure reads how high the viewport is and how far it is scrolled. anew reports that
// it must be scrolled to another place, see tableScroll.
func (g *tableGrid) measure() (anew bool) {
	if height, top, ok := viewportOf(g); ok && !g.moving {
		s := g.place()
		s.Viewport = height
		g.scroll, anew = s.scrolled(top)
	}
	return anew
}

// move scrolls the element once the rows of its new place are drawn.
func (g *tableGrid) move(ctx app.Context) {
	g.moving = true
	ctx.Defer(func(app.Context) {
		scrollTo(g, g.scroll.Top)
		g.moving = false
	})
}

// settle looks at the finished page: how high it is, and which rows it wants.
func (g *tableGrid) settle(ctx app.Context) {
	before := g.window()
	if g.measure() {
		g.move(ctx)
	}
	g.need(ctx)
	if g.window() != before {
		ctx.Dispatch(func(app.Context) { g.Outer.alone() })
	}
}

// need asks for rows in sight that are not there, once.
func (g *tableGrid) need(ctx app.Context) {
	t, w := g.Outer, g.window()
	if t.Need == nil || g.asked == [2]int{w.First, w.Last} {
		return
	}
	for i := w.First; i < w.Last; i++ {
		if t.Row(i) == nil {
			g.asked = [2]int{w.First, w.Last}
			t.Need(ctx, w.First, w.Last)
			return
		}
	}
}

func (g *tableGrid) onScroll(ctx app.Context, _ app.Event) {
	before := g.window()
	if g.measure() {
		g.move(ctx)
	} else if g.window() == before {
		ctx.PreventUpdate()
		return
	}
	g.Outer.alone()
	g.need(ctx)
}

func (g *tableGrid) onFocus(app.Context, app.Event) {
	g.Outer.alone()
	g.focused = true
}

func (g *tableGrid) onBlur(app.Context, app.Event) {
	g.Outer.alone()
	g.focused, g.typed = false, ""
}

func (g *tableGrid) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	next, ok := g.active.move(key, g.size())
	switch {
	case ok:
		handled(e)
		g.Outer.alone()
		g.typed = ""
		g.goTo(ctx, next)
		g.need(ctx)
		ctx.Defer(func(app.Context) { reveal(g, ".active") })
	case g.digit(ctx, key):
		handled(e)
		g.Outer.alone()
	case key == "Enter" || key == " ":
		handled(e)
		g.open(ctx)
	default:
		ctx.PreventUpdate()
	}
}

// maxDigits is more than any table has rows.
const maxDigits = 9

// digit takes a key of a row number: digits, then Enter to go there; Escape and
// Backspace take back. It reports whether the key was one.
func (g *tableGrid) digit(ctx app.Context, key string) bool {
	switch {
	case len(key) == 1 && key >= "0" && key <= "9":
		if len(g.typed) < maxDigits {
			g.typed += key
		}
	case g.typed == "":
		return false
	case key == "Enter":
		row, _ := strconv.Atoi(g.typed) // digits only
		g.typed = ""
		g.goTo(ctx, gridCell{max(1, row) - 1, g.active.Col}.within(g.size()))
		g.need(ctx)
	case key == "Backspace":
		g.typed = g.typed[:len(g.typed)-1]
	case key == "Escape":
		g.typed = ""
	default:
		return false
	}
	return true
}

// goTo moves the keyboard's cell and scrolls it into sight.
func (g *tableGrid) goTo(ctx app.Context, c gridCell) {
	g.active = c
	if c.Row < 0 {
		return
	}
	if to, away := g.place().to(c.Row); away {
		g.scroll = to
		g.move(ctx)
	}
}

// open does what a press on the keyboard's cell does.
func (g *tableGrid) open(ctx app.Context) {
	t := g.Outer
	switch {
	case g.active.Row < 0:
		if c := t.Columns[g.active.Col]; c.Sortable && t.OnSort != nil {
			t.OnSort(ctx, c.Key)
		}
	case t.OnOpen != nil:
		t.OnOpen(ctx, g.active.Row)
	}
}

func (g *tableGrid) onClick(ctx app.Context, e app.Event) {
	if key := closestAttr(e, "data-sort"); key != "" && g.Outer.OnSort != nil {
		g.Outer.OnSort(ctx, key)
		return
	}
	row, err := strconv.Atoi(closestAttr(e, "data-row"))
	if err != nil {
		ctx.PreventUpdate()
		return
	}
	g.active.Row = row
	if g.Outer.OnOpen == nil || onControl(e) {
		g.Outer.alone()
		return
	}
	g.Outer.OnOpen(ctx, row)
}
