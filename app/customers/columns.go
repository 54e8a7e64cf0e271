package customers

import (
	"cmp"
	"math"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// A form is how the cells of a column are written and typed.
type form uint8

const (
	words form = iota // groups and texts
	whole
	decimal
	amount
	percent
	date
)

// shapes are the forms of the columns and their widths in CSS pixels.
var shapes = map[engine.CustomerColumn]struct {
	form  form
	width int
}{
	engine.ColumnID: {words, 112}, engine.ColumnSegment: {words, 142}, engine.ColumnTier: {words, 90}, engine.ColumnCluster: {words, 100}, engine.ColumnState: {words, 116}, engine.ColumnStage: {words, 116},
	engine.ColumnFirst: {date, 122}, engine.ColumnLast: {date, 118}, engine.ColumnRecency: {whole, 112}, engine.ColumnDays: {whole, 122},
	engine.ColumnSpend: {amount, 112}, engine.ColumnAverage: {amount, 112}, engine.ColumnR: {whole, 38}, engine.ColumnF: {whole, 38}, engine.ColumnM: {whole, 38},
	engine.ColumnAlive: {percent, 86}, engine.ColumnExpected: {decimal, 160}, engine.ColumnCLV: {amount, 104},
}

// attributeWidth is that of a column of the files.
const attributeWidth = 140

// numeric reports whether a column of every dataset holds numbers.
func numeric(c engine.CustomerColumn) bool { return shapes[c].form != words }

// form is how a column is written.
func (v view) form(c engine.CustomerColumn) form {
	i := c.Attribute()
	switch {
	case i < 0:
		return shapes[c].form
	case v.Dataset.Kept[i].Texts():
		return words
	case v.Dataset.Kept[i].Dates():
		return date
	}
	return decimal
}

// title names a column.
func (v view) title(c engine.CustomerColumn) string {
	if i := c.Attribute(); i >= 0 {
		k := &v.Dataset.Kept[i]
		return cmp.Or(k.Name, v.T(i18n.Key("role."+string(k.Role))))
	}
	return v.T(i18n.Key("customers." + string(c)))
}

// segmentation is what a column of groups divides customers by; ok is false for others.
func (v view) segmentation(c engine.CustomerColumn) (engine.Segmentation, bool) {
	if i := c.Attribute(); i >= 0 {
		return engine.Segmentation{By: engine.SegmentAttribute, Column: i}, v.Dataset.Kept[i].Texts()
	}
	return v.s.Query.Measures.Divides(c)
}

// all lists the columns that this dataset can show.
func (v view) all() []engine.CustomerColumn {
	list := slices.Clone(engine.CustomerColumns)
	for i := range v.Dataset.Kept {
		list = append(list, engine.AttributeColumn(i))
	}
	return list
}

// heads are the columns of the table.
func (v view) heads() []ui.Column {
	var list []ui.Column
	for _, c := range append([]engine.CustomerColumn{engine.ColumnID}, v.s.Query.Columns...) {
		width := attributeWidth
		if s, ok := shapes[c]; ok {
			width = s.width
		}
		head := ui.Column{Key: string(c), Title: v.title(c), Numeric: v.form(c) != words, Sortable: true, Width: width}
		if hint, ok := hints[c]; ok {
			head.Hint = v.T(hint)
		}
		list = append(list, head)
	}
	return list
}

// hints say more where a heading is short.
var hints = map[engine.CustomerColumn]i18n.Key{engine.ColumnR: "customers.rfm", engine.ColumnF: "customers.rfm", engine.ColumnM: "customers.rfm",
	engine.ColumnAverage: "customers.average.hint", engine.ColumnAlive: "customers.alive.hint", engine.ColumnCluster: "customers.cluster.hint"}

// row writes the cells of row i, nil while it is not loaded.
func (v view) row(i int) []app.UI {
	page, at := v.s.Row(i)
	if page == nil {
		return nil
	}
	cells := []app.UI{app.Text(v.Customer(page.IDs[at]))}
	for k, c := range v.s.Query.Columns {
		cells = append(cells, app.Text(v.cell(c, &page.Columns[k], at)))
	}
	return cells
}

func (v view) cell(c engine.CustomerColumn, p *engine.ColumnPage, at int) string {
	if p.Texts == nil {
		return v.write(c, p.Numbers[at])
	}
	return v.word(c, p.Texts[at])
}

// word writes a group or a text.
func (v view) word(c engine.CustomerColumn, key string) string {
	if key == "" {
		return "—"
	}
	if by, ok := v.segmentation(c); ok && c.Attribute() < 0 {
		return screen.GroupName(v.Host, by, key)
	}
	return key
}

// write writes a number of a column.
func (v view) write(c engine.CustomerColumn, x float64) string {
	if math.IsNaN(x) {
		return "—"
	}
	switch v.form(c) {
	case whole:
		return v.Lang.Int(int(x))
	case amount:
		return v.Money(x)
	case percent:
		return v.Lang.Percent(x, 1)
	case date:
		return v.Lang.Date(analysis.Day(x))
	}
	if c.Attribute() >= 0 {
		return v.Lang.Significant(x, 8)
	}
	return v.Lang.Number(x, 2)
}

// chooser offers the columns.
func (v view) chooser() app.UI {
	var boxes []app.UI
	for _, c := range v.all()[1:] {
		boxes = append(boxes, &ui.Checkbox{ID: "column-" + string(c), Label: v.title(c), Checked: slices.Contains(v.s.Query.Columns, c),
			OnChange: func(_ app.Context, on bool) { v.s.Toggle(c, on) }})
	}
	return ui.Disclosure(v.T("customers.columns", analysis.Count("n", 1+len(v.s.Query.Columns))), app.Div().Class("column-boxes").Body(boxes...))
}
