package retention

import (
	"math"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/figure"
	"churnbench/app/ui"
)

// table shows the cohorts, one row each, and their means. A row's heading picks its
// curve out, a cell opens its customers.
func (v view) table(r *cohort.Result) *ui.HeatTable {
	s := &v.s.Cohorts
	largest := 0
	for _, c := range r.Cohorts {
		largest = max(largest, c.Size)
	}
	full := v.full(r)
	rows := make([]ui.HeatRow, len(r.Cohorts))
	for i := range r.Cohorts {
		rows[i] = v.row(&r.Cohorts[i], largest, full)
	}
	columns := make([]string, r.Periods)
	for j := range columns {
		columns[j] = v.column(j)
	}
	t := &ui.HeatTable{Lang: v.Lang, ID: "cohorts", Label: v.title(),
		Corner: v.T("retention.cohort"), SizeHead: v.T("retention.customers"), Columns: columns, Rows: rows, Foot: v.means(r),
		Selected: s.Selected, OnRow: func(_ app.Context, key string) { v.change(func() { s.Pick(key) }) },
		Detail: v.detail}
	if v.OpenCell != nil {
		t.OnCell = func(_ app.Context, key string) { v.OpenCell(s.Cell(key)) }
	}
	return t
}

// pickMark picks out the cohort of a mark in the figure.
func (v view) pickMark(key string) {
	if cohort, ok := strings.CutPrefix(key, "cohort:"); ok {
		v.change(func() { v.s.Cohorts.Pick(cohort) })
	}
}

// from is the first column that takes part in the scale. What is true by
// definition, or far larger than all that follows, does not.
func (v view) from() int {
	if v.s.Cohorts.Show == cohort.Worth || v.s.Cohorts.Answer.Result.Options.By == cohort.SignUp {
		return 0
	}
	return 1
}

// full is the largest value of a cell, where the scale ends: one scale for the
// whole table.
func (v view) full(r *cohort.Result) float64 {
	full := 0.0
	for _, c := range r.Cohorts {
		for j := v.from(); j < len(c.Cells); j++ {
			if x := v.s.Cohorts.Show.Of(&c.Cells[j]); x > full {
				full = x
			}
		}
	}
	return full
}

func (v view) row(c *cohort.Cohort, largest int, full float64) ui.HeatRow {
	row := ui.HeatRow{Key: c.Key, Head: v.cohortName(*c), Size: v.Lang.Int(c.Size), Share: float64(c.Size) / float64(max(1, largest))}
	row.Cells = make([]ui.HeatCell, len(c.Cells))
	for j := range c.Cells {
		row.Cells[j] = v.cell(c, j, full)
	}
	return row
}

// cell shows a cell. One that begins before the data do says nothing.
func (v view) cell(c *cohort.Cohort, j int, full float64) ui.HeatCell {
	x := &c.Cells[j]
	if unseen(x) || math.IsNaN(v.s.Cohorts.Show.Of(x)) {
		return ui.HeatCell{}
	}
	out := ui.HeatCell{Text: v.number(v.s.Cohorts.Show.Of(x), 0), Open: !x.Complete, Faded: x.Size < cohort.Small, Muted: j < v.from()}
	if j >= v.from() {
		out.Level = ui.HeatLevel(v.s.Cohorts.Show.Of(x), full)
	}
	if x.Active > 0 {
		out.Key = cellKey(c.Key, j)
	}
	return out
}

func unseen(x *cohort.Cell) bool { return !x.Complete && x.CompleteOn == analysis.NoDay }

// number writes a value of what is shown, without its unit, as short as a cell is.
func (v view) number(x float64, decimals int) string {
	switch v.s.Cohorts.Show {
	case cohort.Rate:
		return v.Lang.Number(100*x, decimals)
	case cohort.Revenue, cohort.Worth:
		return v.Lang.Compact(x)
	}
	return v.Lang.Number(x, 0)
}

// quantity writes a value of what is shown with its unit.
func (v view) quantity(x float64) string {
	switch v.s.Cohorts.Show {
	case cohort.Rate:
		return v.Lang.Percent(x, 1)
	case cohort.Revenue, cohort.Worth:
		return v.Money(x)
	}
	return v.Lang.Number(x, 0)
}

// detail is what is known of the cell in row i and column j: of a cohort or,
// below them, of a mean.
func (v view) detail(i, j int) (label string, values []figure.Value) {
	r := &v.s.Cohorts.Answer.Result
	if i >= len(r.Cohorts) {
		return v.meanDetail(j)
	}
	c := &r.Cohorts[i]
	label = v.T("retention.cell", v.nth(j, analysis.Text("cohort", v.cohortName(*c)))...)
	if j >= len(c.Cells) {
		return "", nil
	}
	x := &c.Cells[j]
	if unseen(x) {
		return label, []figure.Value{{Name: v.T("retention.cell.state"), Text: v.T("retention.cell.unseen", analysis.On("begin", r.Begin))}}
	}
	return label, []figure.Value{
		{Name: v.T("retention.cell.rate"), Text: v.Lang.Percent(x.Rate, 1) + " (" + v.Range(x.Low, x.High, 1) + ")"},
		{Name: v.T("retention.customers"), Text: v.T("retention.cell.of", analysis.Count("active", x.Active), analysis.Count("size", x.Size))},
		{Name: v.T("retention.orders"), Text: v.Lang.Int(x.Orders)},
		{Name: v.T("retention.revenue"), Text: v.Money(x.Revenue.Float())},
		{Name: v.T("retention.worth"), Text: v.worth(x.Worth())},
		{Name: v.T("retention.cell.state"), Text: v.complete(c, x)},
	}
}

// worth writes an amount that is not known of cohorts from before the data.
func (v view) worth(x float64) string {
	if math.IsNaN(x) {
		return "—"
	}
	return v.Money(x)
}

func (v view) complete(c *cohort.Cohort, x *cohort.Cell) string {
	switch {
	case x.Complete && x.Size < c.Size:
		return v.T("retention.cell.had", analysis.Count("had", x.Size), analysis.Count("size", c.Size))
	case x.Complete:
		return v.T("retention.cell.complete")
	}
	return v.T("retention.cell.open", analysis.On("day", x.CompleteOn))
}

// means are the rows of averages; counts and sums have none.
func (v view) means(r *cohort.Result) []ui.HeatRow {
	q := v.s.Cohorts.Show
	if !q.Averaged() {
		return nil
	}
	rows := []ui.HeatRow{v.meanRow(r, v.T("retention.mean"), q.Mean)}
	if v.s.Cohorts.Simple {
		rows = append(rows, v.meanRow(r, v.T("retention.mean.simple"), q.Simple))
	}
	return rows
}

func (v view) meanRow(r *cohort.Result, name string, mean func(*cohort.Average) float64) ui.HeatRow {
	row := ui.HeatRow{Head: name}
	for j := range r.Mean {
		decimals := min(j, 1)
		cell := ui.HeatCell{Muted: j < v.from()}
		if x := mean(&r.Mean[j]); !math.IsNaN(x) {
			cell.Text = v.number(x, decimals)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

func (v view) meanDetail(j int) (label string, values []figure.Value) {
	r := &v.s.Cohorts.Answer.Result
	if j >= len(r.Mean) || r.Mean[j].Cohorts == 0 {
		return "", nil
	}
	a := &r.Mean[j]
	return v.T("retention.mean.cell", v.nth(j)...), []figure.Value{
		{Name: v.T("retention.mean"), Text: v.Lang.Percent(a.Weighted, 1) + " (" + v.Range(a.Low, a.High, 1) + ")"},
		{Name: v.T("retention.mean.simple"), Text: v.Lang.Percent(a.Simple, 1)},
		{Name: v.T("retention.worth"), Text: v.worth(a.Worth)},
		{Name: v.T("retention.mean.cohorts"), Text: v.Lang.Int(a.Cohorts)},
		{Name: v.T("retention.customers"), Text: v.T("retention.cell.of", analysis.Count("active", a.Active), analysis.Count("size", a.Customers))},
	}
}
