package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// shownRows bounds the data table in the page; the CSV file has all rows.
const shownRows = 200

// data is the figure's twin for those who would rather read, or cannot see it.
func (s *stage) data() app.UI {
	t := s.Outer.Figure.Table
	if len(t.Columns) == 0 {
		return nil
	}
	return app.Details().Class("disclosure figure-data").On("toggle", s.onData).Body(
		app.Summary().Body(IconRight.Draw(), app.Span().Text(say(s.Outer.Lang, "ui.figure.data"))),
		app.If(s.table, s.dataTable),
		app.If(s.table && len(t.Rows) > shownRows, s.cut),
	)
}

func (s *stage) dataTable() app.UI {
	f := s.Outer.Figure
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
		analysis.Count("shown", shownRows), analysis.Count("n", len(s.Outer.Figure.Table.Rows))))
}

// csvMIME and bom make Excel read the file as UTF-8.
const (
	csvMIME = "text/csv;charset=utf-8"
	bom     = "\ufeff"
)

// csv writes a figure's table for machines: plain digits, ISO dates.
func csv(t figure.Table) []byte {
	var b strings.Builder
	b.WriteString(bom)
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Name
	}
	writeRecord(&b, heads)
	rows := t.Raw
	if rows == nil {
		rows = t.Rows
	}
	for _, row := range rows {
		writeRecord(&b, row)
	}
	return []byte(b.String())
}

func writeRecord(b *strings.Builder, fields []string) {
	for i, field := range fields {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.ContainsAny(field, ",\"\r\n") {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		b.WriteString(field)
	}
	b.WriteString("\r\n")
}
