package ui

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

// A HeatTable is a table whose cells are coloured by size: cohorts by period,
// recency by frequency. Arrow keys walk the cells; hover, focus and tap show
// the same detail.
type HeatTable struct {
	app.Compo

	Lang     i18n.Lang
	ID       string // unique on the page
	Label    string // what it is, for screen readers
	Corner   string // heading of the rows' headings, "Cohort"
	SizeHead string // heading of the sizes; "" for no such column
	Columns  []string
	Rows     []HeatRow
	Foot     []HeatRow                 // averages, below a line
	Selected string                    // Key of the row that is picked out
	OnRow    func(app.Context, string) // Key of the row whose heading was pressed
	OnCell   func(app.Context, string) // Key of the cell that was pressed

	// Detail, if not nil, says what is known of the cell in row i, counted on through
	// Foot, and column j, in place of its Label and Values: of a large table only a few
	// are ever asked for.
	Detail func(i, j int) (label string, values []figure.Value)

	island
}

// A HeatRow is one line.
type HeatRow struct {
	Key   string
	Head  string
	Size  string  // formatted
	Share float64 // of the largest size, 0 to 1: the length of the grey bar
	Cells []HeatCell
}

// A HeatCell is one field. The zero value is an empty field.
type HeatCell struct {
	Text   string
	Level  int    // 1 to 20, see HeatLevel; 0 leaves it uncoloured
	Open   bool   // not complete: hatched
	Faded  bool   // rests on few
	Muted  bool   // true by definition, such as 100 % in period 0
	Framed bool   // outlined: set apart from its neighbours, such as who stayed
	Label  string // headline of its detail; "" for none
	Values []figure.Value
	Key    string // what a press opens
}

// HeatLevels is the number of steps of the scale.
const HeatLevels = 20

// HeatLevel returns the step of v on a scale from 0 to full, 1 to HeatLevels,
// or 0 for what is no number.
func HeatLevel(v, full float64) int {
	if math.IsNaN(v) || !(full > 0) {
		return 0
	}
	return clamp(int(math.Ceil(HeatLevels*v/full)), 1, HeatLevels)
}

// OnMount remembers the surroundings, see island.
func (h *HeatTable) OnMount(ctx app.Context) { h.land(ctx) }

// OnUpdate tells the inner component that there is something new.
func (h *HeatTable) OnUpdate(app.Context) { h.rev++ }

// Render hands over to the part that knows where the person is.
func (h *HeatTable) Render() app.UI { return &heatGrid{Outer: h, Rev: h.rev} }

// heatGrid is the inner component of HeatTable.
type heatGrid struct {
	app.Compo

	Outer *HeatTable
	Rev   int

	active  gridCell // where the keyboard is
	shown   gridCell // whose detail is shown
	showing bool
	focused bool
}

// Render draws table and detail.
func (g *heatGrid) Render() app.UI {
	h := g.Outer
	label, values := g.detail()
	return app.Div().Class("heat").OnMouseLeave(g.onLeave).Body(
		app.Div().Class("scroll").Body(
			app.Table().ID(h.ID).Class(classes("cohort", when(g.focused, "focused"))).Role("grid").TabIndex(0).
				Aria("label", h.Label).Aria("activedescendant", g.active.id(h.ID)).
				OnKeyDown(g.onKey).OnClick(g.onClick).OnMouseOver(g.onOver).
				OnFocus(g.onFocus).OnBlur(g.onBlur).
				Body(
					app.THead().Body(g.heads()),
					app.TBody().Body(g.rows(h.Rows, 0)...),
					app.If(len(h.Foot) > 0, func() app.UI { return app.TFoot().Body(g.rows(h.Foot, len(h.Rows))...) }),
				),
		),
		liveRegion(spoken(label, values)),
		app.If(label != "", func() app.UI { return tip("", label, values) }),
	)
}

func (g *heatGrid) heads() app.UI {
	h := g.Outer
	cells := []app.UI{app.Th().Scope("col").Class("row-head").Text(h.Corner)}
	if h.SizeHead != "" {
		cells = append(cells, app.Th().Scope("col").Class("size").Text(h.SizeHead))
	}
	for _, c := range h.Columns {
		cells = append(cells, app.Th().Scope("col").Text(c))
	}
	return app.Tr().Body(cells...)
}

// rows draws rows; from is the number of rows above them.
func (g *heatGrid) rows(rows []HeatRow, from int) []app.UI {
	out := make([]app.UI, len(rows))
	for i, row := range rows {
		tr := app.Tr().Class(when(row.Key != "" && row.Key == g.Outer.Selected, "selected"))
		if g.Outer.OnRow != nil && row.Key != "" {
			tr = tr.Aria("selected", row.Key == g.Outer.Selected)
		}
		out[i] = tr.Body(g.row(row, from+i)...)
	}
	return out
}

func (g *heatGrid) row(row HeatRow, i int) []app.UI {
	h := g.Outer
	cells := []app.UI{
		app.Th().Scope("row").ID(gridCell{i, 0}.id(h.ID)).DataSet("cell", cellName(i, 0)).
			Class(classes("row-head", g.mark(i, 0), when(h.OnRow != nil && row.Key != "", "opens"))).Text(row.Head),
	}
	if h.SizeHead != "" {
		cells = append(cells, app.Td().Class("size").Body(sizeBar(row.Share), app.Span().Text(row.Size)))
	}
	for j, cell := range row.Cells {
		cells = append(cells, g.cell(cell, i, j+1))
	}
	for range len(h.Columns) - len(row.Cells) {
		cells = append(cells, app.Td().Class("off"))
	}
	return cells
}

func (g *heatGrid) cell(c HeatCell, i, j int) app.UI {
	level := ""
	if c.Level > 0 && !c.Open {
		level = "level-" + itoa(clamp(c.Level, 1, HeatLevels))
	}
	return app.Td().Role("gridcell").ID(gridCell{i, j}.id(g.Outer.ID)).DataSet("cell", cellName(i, j)).
		Class(classes(level, when(c.Open, "open"), when(c.Faded, "faded"), when(c.Muted, "muted"), when(c.Framed, "framed"),
			when(c.Text == "", "off"), when(c.Key != "" && g.Outer.OnCell != nil, "opens"), g.mark(i, j))).
		Body(app.Text(c.Text), g.caveat(c))
}

// caveat says aloud what hatching and fading show.
func (g *heatGrid) caveat(c HeatCell) app.UI {
	key := i18n.Key("")
	switch {
	case c.Open:
		key = "ui.heat.open"
	case c.Faded:
		key = "ui.heat.faded"
	default:
		return nil
	}
	return app.Span().Class("visually-hidden").Text(" (" + say(g.Outer.Lang, key) + ")")
}

func (g *heatGrid) mark(row, col int) string {
	return when(g.active == gridCell{row, col}, "active")
}

// sizeBar is a grey bar behind a size.
func sizeBar(share float64) app.UI {
	if !(share > 0) {
		return nil
	}
	return app.Raw(`<svg class="size-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">` +
		`<rect width="` + coord(100*min(1, share)) + `" height="10"/></svg>`)
}
