package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A Column heads a column of a table.
type Column struct {
	Key      string
	Title    string
	Hint     string // tooltip on the heading
	Numeric  bool   // aligned to the right
	Sortable bool   // Table only
	Width    int    // CSS pixels; 0 shares what is left. Table only
}

// PlainTableProps describe a small table, all of which is in the page.
type PlainTableProps struct {
	Label   string // what it is, for screen readers
	Columns []Column
	Rows    [][]app.UI // one element per column; see Cells
	Foot    [][]app.UI // totals
	Compact bool
	Empty   string // shown instead of no rows
}

// Cells turns texts into a row of PlainTable.
func Cells(texts ...string) []app.UI {
	row := make([]app.UI, len(texts))
	for i, text := range texts {
		row[i] = app.Text(text)
	}
	return row
}

// PlainTable shows it; where the window is narrow it scrolls sideways.
func PlainTable(p PlainTableProps) app.UI {
	if len(p.Rows) == 0 && p.Empty != "" {
		return app.P().Class("quiet-text").Text(p.Empty)
	}
	return app.Div().Class("scroll").Role("region").Aria("label", p.Label).TabIndex(0).Body(
		app.Table().Class(classes("table", when(p.Compact, "compact"))).Body(
			app.Caption().Class("visually-hidden").Text(p.Label),
			app.THead().Body(app.Tr().Body(p.heads()...)),
			app.TBody().Body(p.rows(p.Rows)...),
			app.If(len(p.Foot) > 0, func() app.UI { return app.TFoot().Body(p.rows(p.Foot)...) }),
		),
	)
}

func (p PlainTableProps) heads() []app.UI {
	heads := make([]app.UI, len(p.Columns))
	for i, c := range p.Columns {
		heads[i] = app.Th().Scope("col").Class(when(c.Numeric, "num")).Title(c.Hint).Text(c.Title)
	}
	return heads
}

func (p PlainTableProps) rows(rows [][]app.UI) []app.UI {
	out := make([]app.UI, len(rows))
	for i, row := range rows {
		cells := make([]app.UI, len(row))
		for j, cell := range row {
			cells[j] = p.cell(j, cell)
		}
		out[i] = app.Tr().Body(cells...)
	}
	return out
}

// cell makes the first column the row's heading.
func (p PlainTableProps) cell(j int, content app.UI) app.UI {
	class := when(j < len(p.Columns) && p.Columns[j].Numeric, "num")
	if j == 0 {
		return app.Th().Scope("row").Class(class).Body(content)
	}
	return app.Td().Class(class).Body(content)
}
