package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
)

// shownRows bounds the data table in the page; the CSV file has all rows.
const shownRows = 200

// data is the figure's twin for those who would rather read, or cannot see it.
func (s *stage) data() app.UI {
	t := s.Outer.shown().Table
	if len(t.Columns) == 0 || s.Outer.NoTable {
		return nil
	}
	return app.Details().Class("disclosure figure-data").On("toggle", s.onData).Body(
		app.Summary().Body(IconRight.Draw(), app.Span().Text(say(s.Outer.Lang, "ui.figure.data"))),
		app.If(s.table, s.dataTable),
		app.If(s.table && len(t.Rows) > shownRows, s.cut),
	)
}

func (s *stage) dataTable() app.UI {
	f := s.Outer.shown()
	p := PlainTableProps{Label: f.Title, Compact: true}
	for _, c := range f.Table.Columns {
		p.Columns = append(p.Columns, Column{Title: c.Name, Numeric: c.Numeric})
	}
	for _, row := range f.Table.Rows[:min(shownRows, len(f.Table.Rows))] {
		p.Rows = append(p.Rows, Cells(row...))
	}
	return PlainTable(p)
}

func (s *stage) cut() app.UI {
	return app.P().Class("quiet-text").Text(say(s.Outer.Lang, "ui.figure.cut",
		analysis.Count("shown", shownRows), analysis.Count("n", len(s.Outer.shown().Table.Rows))))
}
