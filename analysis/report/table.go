package report

import (
	"slices"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/figure"
)

// What a page takes.
const (
	maxRows     = 60 // who needs more rows takes the CSV
	manyColumns = 10 // more need small letters
	maxColumns  = 21 // more go on below, in a table of their own
	shortCell   = 20 // how many bytes of text stay on one line
)

// table writes a table. One that is wider than a page goes on below, in as many parts as
// it needs, each with the first column.
func (w *writer) table(t *figure.Table, title string) {
	for _, p := range parts(len(t.Columns)) {
		w.tablePart(t, p, title)
	}
	if len(t.Rows) > maxRows {
		w.line("p", "r-foot", w.Say("report.rows", analysis.Count("n", maxRows), analysis.Count("all", len(t.Rows))))
	}
}

// A span is a run of columns, from and up to an index; the first column, which heads the
// rows, stands before each.
type span struct{ from, to int }

// parts divides columns evenly over as few tables as hold them.
func parts(columns int) (list []span) {
	rest := max(columns-1, 0)
	n := max(1, (rest+maxColumns-2)/(maxColumns-1))
	for i := range n {
		list = append(list, span{1 + i*rest/n, 1 + (i+1)*rest/n})
	}
	return list
}

func (w *writer) tablePart(t *figure.Table, p span, title string) {
	class := "r-table"
	if len(t.Columns) > manyColumns {
		class += " r-dense"
	}
	if slices.ContainsFunc(t.Rows, func(row []string) bool { return len(row) > 0 && strings.Contains(row[0], "\n") }) {
		class += " r-worded"
	}
	whole := p.to-p.from+1 >= len(t.Columns)
	if !whole {
		title = w.Say("report.columns", analysis.Text("title", title), analysis.Text("first", t.Columns[p.from].Name), analysis.Text("last", t.Columns[p.to-1].Name))
	}
	w.WriteString(`<div class="r-scroll" role="region" tabindex="0" aria-label="` + escape(title) + `">`)
	w.open("table", class)
	w.WriteString("<thead><tr>")
	for j, c := range t.Columns {
		if p.holds(j) {
			w.cell(`th scope="col"`, "th", c.Numeric, 0, c.Name)
		}
	}
	w.WriteString("</tr></thead><tbody>")
	for i := range min(maxRows, len(t.Rows)) {
		if whole || p.says(t.Rows[i]) {
			w.row(t, i, p)
		}
	}
	w.WriteString("</tbody></table></div>")
}

func (p span) holds(column int) bool { return column == 0 || p.from <= column && column < p.to }

// says reports whether there is anything in a row's columns of the part: the youngest
// cohorts end before the last columns begin.
func (p span) says(row []string) bool {
	for j := p.from; j < min(p.to, len(row)); j++ {
		if row[j] != "" {
			return true
		}
	}
	return false
}

func (w *writer) row(t *figure.Table, i int, p span) {
	w.WriteString("<tr>")
	for j, text := range t.Rows[i] {
		if !p.holds(j) {
			continue
		}
		level := 0
		if i < len(t.Levels) && j < len(t.Levels[i]) {
			level = t.Levels[i][j]
		}
		numeric := j < len(t.Columns) && t.Columns[j].Numeric
		if j == 0 {
			w.cell(`th scope="row"`, "th", numeric, level, text)
			continue
		}
		w.cell("td", "td", numeric, level, text)
	}
	w.WriteString("</tr>")
}

// cell writes a cell; its second and further lines are smaller.
func (w *writer) cell(tag, end string, numeric bool, level int, text string) {
	class := ""
	if numeric {
		class = "r-num"
	}
	if !numeric && len(text) <= shortCell && end+` scope="col"` != tag {
		class = "r-short"
	}
	if level > 0 {
		class += " r-heat-" + strconv.Itoa((level+1)/2)
	}
	w.WriteString("<" + tag)
	if class != "" {
		w.WriteString(` class="` + strings.TrimSpace(class) + `"`)
	}
	first, rest, more := strings.Cut(text, "\n")
	w.WriteString(">" + escape(first))
	if more {
		w.WriteString("<small>" + strings.ReplaceAll(escape(rest), "\n", "<br>") + "</small>")
	}
	w.close(end)
}
