package ui

import (
	"slices"
	"strconv"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestTableOf keeps words and cells apart, whatever is in them.
func TestTableOf(t *testing.T) {
	p := PlainTableProps{
		Columns: []Column{{Title: "A"}, {Title: "B", Numeric: true}, {Title: "press"}},
		Rows: [][]app.UI{
			{app.Div().Body(app.Span().Text("one"), app.Small().Text("below")), app.Text("<cell-end></cell-end> & \"so\""), app.Button()},
			{app.Text(""), nil},
			{app.Text("short")},
		},
		Foot: [][]app.UI{{app.Text("all"), app.Text("3"), app.Text("not seen")}},
	}
	got := TableOf(p, 2)
	want := [][]string{{"one\nbelow", "<cell-end></cell-end> & \"so\""}, {"", ""}, {"short", ""}, {"all", "3"}}
	if len(got.Columns) != 2 || !got.Columns[1].Numeric || !slices.EqualFunc(got.Rows, want, slices.Equal) {
		t.Errorf("%q", got.Rows)
	}
	if empty := TableOf(PlainTableProps{Columns: p.Columns}, 0); len(empty.Columns) != 3 || len(empty.Rows) != 0 {
		t.Errorf("%+v", empty)
	}
}

// BenchmarkTableOf is a table of the report, which is written at every redraw of it.
func BenchmarkTableOf(b *testing.B) {
	p := PlainTableProps{Columns: make([]Column, 8)}
	for range 12 {
		row := make([]app.UI, 8)
		for j := range row {
			row[j] = app.Text(strconv.Itoa(j))
		}
		p.Rows = append(p.Rows, row)
	}
	for b.Loop() {
		TableOf(p, 0)
	}
}
