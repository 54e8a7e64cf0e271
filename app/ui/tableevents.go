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
	if g.height == 0 {
		return assumedHeight
	}
	return g.height
}

func (g *tableGrid) window() tableWindow { return windowAt(g.top, g.viewport(), g.Outer.Total) }

// measure reads how high the viewport is and how far it is scrolled.
func (g *tableGrid) measure() {
	if height, top, ok := viewportOf(g); ok {
		g.height, g.top = height, top
	}
}

// settle looks at the finished page: how high it is, and which rows it wants.
func (g *tableGrid) settle(ctx app.Context) {
	before := g.window()
	g.measure()
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
	g.measure()
	if g.window() == before {
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
	g.focused = false
}

func (g *tableGrid) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	next, ok := g.active.move(key, g.size())
	switch {
	case ok:
		handled(e)
		g.Outer.alone()
		g.goTo(next)
		g.need(ctx)
	case key == "Enter" || key == " ":
		handled(e)
		g.open(ctx)
	default:
		ctx.PreventUpdate()
	}
}

// goTo moves the keyboard's cell and scrolls it into sight.
func (g *tableGrid) goTo(c gridCell) {
	g.active = c
	if c.Row < 0 {
		return
	}
	if top, away := scrollFor(c.Row, g.top, g.viewport(), g.Outer.Total); away {
		g.top = top
		scrollTo(g, top)
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
