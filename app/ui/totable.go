package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis/figure"
)

// TableOf writes a table of the page as a plain one, for a report. What stands below
// the first words of a cell is a line of its own. Of more columns than most only the
// first are taken, if most is above 0: the others hold things to press.
func TableOf(p PlainTableProps, most int) figure.Table {
	if most <= 0 || most > len(p.Columns) {
		most = len(p.Columns)
	}
	var t figure.Table
	for _, c := range p.Columns[:most] {
		t.Columns = append(t.Columns, figure.Column{Name: c.Title, Numeric: c.Numeric})
	}
	rows := slices.Concat(p.Rows, p.Foot)
	var cells []app.UI
	for _, row := range rows {
		cells = append(cells, row[:min(most, len(row))]...)
	}
	texts := textsOf(cells)
	for _, row := range rows {
		n := min(most, len(row))
		t.Rows = append(t.Rows, append(make([]string, 0, most), texts[:n]...)[:most])
		texts = texts[n:]
	}
	return t
}

// textsOf is what elements say, a line for each run of text. They are written as one:
// go-app makes an engine for each writing, whose queues weigh more than a table.
func textsOf(elements []app.UI) []string {
	all := make([]app.UI, 0, 2*len(elements))
	for _, e := range elements {
		all = append(all, e, app.Elem(cellEnd))
	}
	texts := strings.SplitN(app.HTMLString(app.Div().Body(all...)), "<"+cellEnd+"></"+cellEnd+">", len(elements)+1)[:len(elements)]
	for i, html := range texts {
		texts[i] = textIn(html)
	}
	return texts
}

// cellEnd is an element that no cell has.
const cellEnd = "cell-end"

// textIn is the text of a piece of HTML.
func textIn(rest string) string {
	var lines []string
	for rest != "" {
		text, tag, _ := strings.Cut(rest, "<")
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, unescape.Replace(text))
		}
		_, rest, _ = strings.Cut(tag, ">")
	}
	return strings.Join(lines, "\n")
}

// unescape undoes what html.EscapeString does. Package html's own way back knows two
// thousand names, which the page has no use for.
var unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&")

// Plain writes the table as a plain one with the levels of its cells. Of more columns
// than most only the first are taken.
func (t *HeatTable) Plain(most int) figure.Table {
	sized := 1
	columns := t.Columns[:min(most, len(t.Columns))]
	out := figure.Table{Columns: []figure.Column{{Name: t.Corner}}}
	if t.SizeHead != "" {
		sized = 2
		out.Columns = append(out.Columns, figure.Column{Name: t.SizeHead, Numeric: true})
	}
	for _, name := range columns {
		out.Columns = append(out.Columns, figure.Column{Name: name, Numeric: true})
	}
	for _, rows := range [][]HeatRow{t.Rows, t.Foot} {
		for i := range rows {
			texts, levels := make([]string, sized+len(columns)), make([]int, sized+len(columns))
			texts[0] = rows[i].Head
			if sized == 2 {
				texts[1] = rows[i].Size
			}
			for j, c := range rows[i].Cells[:min(len(columns), len(rows[i].Cells))] {
				texts[sized+j], levels[sized+j] = c.Text, c.Level
			}
			out.Rows, out.Levels = append(out.Rows, texts), append(out.Levels, levels)
		}
	}
	return out
}
