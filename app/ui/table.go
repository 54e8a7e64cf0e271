package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/app/i18n"
)

// A Table shows any number of rows, of which only those in sight are in the
// page. It holds no rows: Row returns those that have been loaded and Need asks
// for the ones that come into sight. The screen loads them and redraws.
type Table struct {
	app.Compo

	Lang    i18n.Lang
	ID      string // unique on the page
	Label   string // what it is, for screen readers
	Columns []Column
	Total   int                                 // rows in all
	Row     func(i int) []app.UI                // one element per column, new at each call; nil if row i is not loaded
	Need    func(ctx app.Context, from, to int) // rows from ≤ i < to are wanted; may be called again for the same
	Sort    string                              // key of the column it is sorted by
	Down    bool                                // descending
	OnSort  func(app.Context, string)           // a heading was pressed
	OnOpen  func(app.Context, int)              // a row was pressed; nil if rows open nothing
	Busy    bool
	Version int    // grows when the rows are others, so that they are asked for anew
	Empty   string // shown while Total is 0; "" says "No rows"

	island
}

// OnMount remembers the surroundings, see island.
func (t *Table) OnMount(ctx app.Context) { t.land(ctx) }

// OnUpdate tells the inner component that there is something new.
func (t *Table) OnUpdate(app.Context) { t.rev++ }

// Render hands over to the part that scrolls.
func (t *Table) Render() app.UI { return &tableGrid{Outer: t, Rev: t.rev} }

// tableGrid is the inner component of Table.
type tableGrid struct {
	app.Compo

	Outer *Table
	Rev   int

	scroll  tableScroll
	moving  bool     // the element is about to be scrolled to another place
	typed   string   // digits of a row number
	active  gridCell // where the keyboard is
	focused bool
	asked   [2]int   // the rows last asked for
	order   rowOrder // what they were rows of
}

// A rowOrder tells whether row i is still the same row.
type rowOrder struct {
	sort           string
	down           bool
	total, version int
}

func (t *Table) order() rowOrder { return rowOrder{t.Sort, t.Down, t.Total, t.Version} }

// assumedHeight is the viewport's until the first event tells.
const assumedHeight = 560

// OnMount asks for the first rows.
func (g *tableGrid) OnMount(ctx app.Context) {
	g.order = g.Outer.order()
	ctx.Defer(g.settle)
}

// OnUpdate asks for what a new sort or filter brought into sight.
func (g *tableGrid) OnUpdate(ctx app.Context) {
	g.active = g.active.within(g.size())
	if now := g.Outer.order(); now != g.order {
		g.order, g.asked = now, [2]int{}
	}
	ctx.Defer(g.settle)
}

// Render draws the rows in sight between two empty ones.
func (g *tableGrid) Render() app.UI {
	t := g.Outer
	if t.Total == 0 && !t.Busy {
		return app.P().Class("quiet-text table-empty").Text(g.empty())
	}
	return app.Div().Class(classes("virtual", when(g.focused, "focused"))).ID(t.ID).Role("grid").TabIndex(0).
		Aria("label", t.Label).Aria("description", say(t.Lang, "ui.table.keys")).
		Aria("rowcount", t.Total+1).Aria("busy", t.Busy).
		Aria("activedescendant", g.activeID()).
		OnScroll(g.onScroll).
		OnKeyDown(g.onKey).OnClick(g.onClick).OnFocus(g.onFocus).OnBlur(g.onBlur).
		Body(app.Table().Role("presentation").Class("table").Body(
			app.ColGroup().Body(app.Range(t.Columns).Slice(g.col)),
			app.THead().Role("rowgroup").Body(g.head()),
			app.TBody().Role("rowgroup").Body(g.rows()...),
		))
}

func (g *tableGrid) empty() string {
	if g.Outer.Empty != "" {
		return g.Outer.Empty
	}
	return say(g.Outer.Lang, "ui.table.empty")
}

func (g *tableGrid) col(i int) app.UI {
	if w := g.Outer.Columns[i].Width; w > 0 {
		return app.Col().Attr("width", w)
	}
	return app.Col()
}

func (g *tableGrid) head() app.UI {
	cells := make([]app.UI, len(g.Outer.Columns))
	for j := range cells {
		cells[j] = g.heading(j)
	}
	return app.Tr().Role("row").Aria("rowindex", 1).Body(cells...)
}

func (g *tableGrid) heading(j int) app.UI {
	t, c := g.Outer, g.Outer.Columns[j]
	th := app.Th().Role("columnheader").ID(g.idAt(-1, j)).
		Class(classes(when(c.Numeric, "num"), g.mark(-1, j), when(c.Sortable, "sortable"))).
		Title(c.Hint)
	if j == 0 && g.typed != "" {
		return th.Body(app.Strong().Role("status").Text(say(t.Lang, "ui.table.goto", analysis.Text("row", g.typed))))
	}
	if !c.Sortable {
		return th.Body(app.Span().Text(c.Title))
	}
	return th.DataSet("sort", c.Key).Aria("sort", g.sorting(c)).Body(
		app.Span().Text(c.Title),
		app.If(t.Sort == c.Key, g.arrow),
	)
}

func (g *tableGrid) sorting(c Column) string {
	switch {
	case g.Outer.Sort != c.Key:
		return "none"
	case g.Outer.Down:
		return "descending"
	}
	return "ascending"
}

func (g *tableGrid) arrow() app.UI {
	if g.Outer.Down {
		return IconDown.Draw()
	}
	return IconUp.Draw()
}

func (g *tableGrid) rows() []app.UI {
	w := g.window()
	rows := []app.UI{spacer(w.Above, len(g.Outer.Columns))}
	for i := w.First; i < w.Last; i++ {
		rows = append(rows, g.row(i))
	}
	return append(rows, spacer(w.Below, len(g.Outer.Columns)))
}

// spacer is an empty row. Its height is an attribute of the table's own, which
// the policy lets through.
func spacer(height, columns int) app.UI {
	return app.Tr().Class("spacer").Aria("hidden", true).Body(
		app.Td().ColSpan(columns).Attr("height", height))
}

func (g *tableGrid) row(i int) app.UI {
	cells := g.Outer.Row(i)
	tr := app.Tr().Role("row").Aria("rowindex", i+2).DataSet("row", i).
		Class(classes(when(i%2 == 1, "odd"), when(g.Outer.OnOpen != nil, "opens")))
	if cells == nil {
		return tr.Class("pending").Body(app.Td().Role("gridcell").ColSpan(len(g.Outer.Columns)).
			ID(g.idAt(i, g.active.Col)).
			Body(app.Span().Class("skeleton skeleton-line"), app.Span().Class("visually-hidden").Text(say(g.Outer.Lang, "ui.table.loading"))))
	}
	body := make([]app.UI, len(cells))
	for j, cell := range cells {
		body[j] = app.Td().Role("gridcell").ID(g.idAt(i, j)).
			Class(classes(when(g.Outer.Columns[j].Numeric, "num"), g.mark(i, j))).
			Body(cell)
	}
	return tr.Body(body...)
}

// idAt names the cell the keyboard is on. The others need no name, and every
// attribute that changes with the row costs time while scrolling.
func (g *tableGrid) idAt(row, col int) string {
	if g.active != (gridCell{row, col}) {
		return ""
	}
	return g.active.id(g.Outer.ID)
}

// activeID is the same for the grid, "" while that cell is not in the page.
func (g *tableGrid) activeID() string {
	if w := g.window(); g.active.Row >= 0 && (g.active.Row < w.First || g.active.Row >= w.Last) {
		return ""
	}
	return g.active.id(g.Outer.ID)
}

// mark is the class of the cell the keyboard is on.
func (g *tableGrid) mark(row, col int) string {
	return when(g.active == gridCell{row, col}, "active")
}
