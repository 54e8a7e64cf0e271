package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
)

// What happens in a HeatTable. Column 0 is the row's heading.

func cellName(row, col int) string { return itoa(row) + "," + itoa(col) }

// cellOf returns the cell an event happened on.
func cellOf(e app.Event) (c gridCell, ok bool) {
	row, col, _ := strings.Cut(closestAttr(e, "data-cell"), ",")
	var errs [2]error
	c.Row, errs[0] = strconv.Atoi(row)
	c.Col, errs[1] = strconv.Atoi(col)
	return c, errs == [2]error{}
}

func (g *heatGrid) size() gridSize {
	h := g.Outer
	return gridSize{Rows: len(h.Rows) + len(h.Foot), Cols: len(h.Columns) + 1, Page: 5}
}

func (g *heatGrid) line(i int) (row HeatRow, ok bool) {
	h := g.Outer
	switch {
	case i < 0 || i >= len(h.Rows)+len(h.Foot):
		return HeatRow{}, false
	case i < len(h.Rows):
		return h.Rows[i], true
	}
	return h.Foot[i-len(h.Rows)], true
}

// at returns the field of a cell; headings and fields beyond the row's end
// have none.
func (g *heatGrid) at(c gridCell) (HeatCell, bool) {
	row, ok := g.line(c.Row)
	if !ok || c.Col < 1 || c.Col > len(row.Cells) {
		return HeatCell{}, false
	}
	return row.Cells[c.Col-1], true
}

func (g *heatGrid) detail() (label string, values []figure.Value) {
	if !g.showing {
		return "", nil
	}
	cell, ok := g.at(g.shown)
	if ok && g.Outer.Detail != nil {
		return g.Outer.Detail(g.shown.Row, g.shown.Col-1)
	}
	return cell.Label, cell.Values
}

func (g *heatGrid) show(ctx app.Context, c gridCell) {
	g.shown, g.showing = c, true
	placeOver(ctx, g, ".tip", `[data-cell="`+cellName(c.Row, c.Col)+`"]`)
}

func (g *heatGrid) onOver(ctx app.Context, e app.Event) {
	c, ok := cellOf(e)
	if !ok || g.showing && c == g.shown {
		ctx.PreventUpdate()
		return
	}
	g.Outer.alone()
	g.show(ctx, c)
}

func (g *heatGrid) onLeave(ctx app.Context, _ app.Event) {
	g.Outer.alone()
	g.showing = false
}

func (g *heatGrid) onFocus(ctx app.Context, _ app.Event) {
	g.Outer.alone()
	g.focused = true
	g.show(ctx, g.active)
	// A pointer's press must find the page where it was; a keyboard may have come from below.
	if byKeyboard(ctx) {
		ctx.Defer(func(app.Context) { reveal(g, ".active") })
	}
}

func (g *heatGrid) onBlur(app.Context, app.Event) {
	g.Outer.alone()
	g.focused, g.showing = false, false
}

func (g *heatGrid) onKey(ctx app.Context, e app.Event) {
	key := pressed(e)
	next, ok := g.active.move(key, g.size())
	switch {
	case ok:
		handled(e)
		g.Outer.alone()
		g.goTo(ctx, next)
	case key == "Enter" || key == " ":
		handled(e)
		g.open(ctx, g.active)
	case key == "Escape" && g.showing:
		handled(e)
		g.Outer.alone()
		g.showing = false
	default:
		ctx.PreventUpdate()
	}
}

// goTo moves the keyboard, not beyond the end of a row.
func (g *heatGrid) goTo(ctx app.Context, c gridCell) {
	row, _ := g.line(c.Row)
	c.Col = min(c.Col, len(row.Cells))
	g.active = c
	reveal(g, `[data-cell="`+cellName(c.Row, c.Col)+`"]`)
	g.show(ctx, c)
}

func (g *heatGrid) onClick(ctx app.Context, e app.Event) {
	c, ok := cellOf(e)
	if !ok {
		ctx.PreventUpdate()
		return
	}
	g.active = c
	g.show(ctx, c)
	g.open(ctx, c)
}

// open does what a press on a cell does.
func (g *heatGrid) open(ctx app.Context, c gridCell) {
	row, _ := g.line(c.Row)
	cell, _ := g.at(c)
	switch {
	case c.Col == 0 && row.Key != "" && g.Outer.OnRow != nil:
		g.Outer.OnRow(ctx, row.Key)
	case cell.Key != "" && g.Outer.OnCell != nil:
		g.Outer.OnCell(ctx, cell.Key)
	default:
		g.Outer.alone()
	}
}
