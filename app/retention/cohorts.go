package retention

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// cohorts is the first tab: the table, the curve and how both came about.
func (v view) cohorts() app.UI {
	r := v.s.Cohorts.Answer
	return ui.Stack(
		screen.Failed(v.Host, v.s.Cohorts.Err, func() { AskCohorts(v.Host, &v.s.Cohorts) }),
		ui.Warnings(v.Lang, r.Result.Warnings),
		ui.Card(ui.CardProps{Title: v.T("retention.cohorts.title"), Lead: v.lead(), Tools: v.tools(), Foot: v.foot(), Class: busy(v.s.Cohorts.Busy)},
			v.table(&r.Result)),
		ui.Columns(
			screen.Figure(v.Host, &r.Curve, v.s.Cohorts.Busy, nil),
			v.explainCohorts(),
		),
	)
}

func busy(on bool) string {
	if on {
		return "refreshing"
	}
	return ""
}

// tools choose what the table counts.
func (v view) tools() []app.UI {
	return []app.UI{
		ui.Segmented(ui.SegmentedProps{ID: "show", Label: v.T("retention.show"), Small: true, Value: "show-" + string(v.s.Cohorts.Show),
			Options:  v.options("retention.show", "show-", "show-count", "show-revenue"),
			OnChange: func(_ app.Context, value string) { v.s.Cohorts.Show = Show(value[len("show-"):]) }}),
		ui.Segmented(ui.SegmentedProps{ID: "method", Label: v.T("retention.method"), Small: true, Value: "method-" + string(v.s.Cohorts.Options.Method),
			Options: v.options("retention.method", "method-", "method-unbounded"),
			OnChange: func(_ app.Context, value string) {
				v.s.Cohorts.Options.Method = cohort.Method(value[len("method-"):])
				AskCohorts(v.Host, &v.s.Cohorts)
			}}),
		ui.Segmented(ui.SegmentedProps{ID: "grain", Label: v.T("retention.grain"), Small: true, Value: "grain-" + string(v.s.Cohorts.Options.Grain),
			Options: v.options("retention.grain", "grain-week", "grain-", "grain-quarter"),
			OnChange: func(_ app.Context, value string) {
				v.s.Cohorts.Options.Grain = cohort.Grain(value[len("grain-"):])
				AskCohorts(v.Host, &v.s.Cohorts)
			}}),
		screen.SaveTable(v.Host, engine.CohortsTable),
	}
}

func (v view) options(area i18n.Key, values ...string) []ui.Option {
	list := make([]ui.Option, len(values))
	for i, value := range values {
		list[i] = ui.Option{Value: value, Label: v.T(area + "." + i18n.Key(value))}
	}
	return list
}

// lead says what a cell holds, and in which unit.
func (v view) lead() string {
	period := analysis.Word("period", v.period())
	switch v.s.Cohorts.Show {
	case ShowCount:
		return v.T("retention.lead.count", period)
	case ShowRevenue:
		return v.T("retention.lead.revenue", period)
	}
	if v.s.Cohorts.Answer.Result.Options.Method == cohort.Unbounded {
		return v.T("retention.lead.unbounded", period)
	}
	return v.T("retention.lead.rate", period)
}

func (v view) foot() string {
	return v.T("retention.cohorts.foot", analysis.Word("method", "retention.method.method-"+string(v.s.Cohorts.Answer.Result.Options.Method)))
}

// table shows the cohorts, one row each, and their mean.
func (v view) table(r *cohort.Result) app.UI {
	largest := 0
	for _, c := range r.Cohorts {
		largest = max(largest, c.Size)
	}
	full := v.full(r)
	rows := make([]ui.HeatRow, len(r.Cohorts))
	for i, c := range r.Cohorts {
		rows[i] = v.row(c, largest, full, r.Options.Grain)
	}
	columns := make([]string, r.Periods)
	for k := range columns {
		columns[k] = v.Lang.Int(k)
	}
	return &ui.HeatTable{Lang: v.Lang, ID: "cohorts", Label: v.T("retention.cohorts.title"),
		Corner: v.T("retention.cohort"), SizeHead: v.T("retention.customers"), Columns: columns, Rows: rows, Foot: v.mean(r)}
}

// full is the largest value of a cell after period 0, where the scale ends:
// one scale for the whole table.
func (v view) full(r *cohort.Result) float64 {
	full := 0.0
	for _, c := range r.Cohorts {
		for k, cell := range c.Cells {
			if k > 0 {
				full = max(full, v.measure(cell))
			}
		}
	}
	return full
}

func (v view) measure(c cohort.Cell) float64 {
	switch v.s.Cohorts.Show {
	case ShowCount:
		return float64(c.Active)
	case ShowRevenue:
		return c.Revenue.Float()
	}
	return c.Rate
}

func (v view) row(c cohort.Cohort, largest int, full float64, grain cohort.Grain) ui.HeatRow {
	row := ui.HeatRow{Head: v.cohortName(c.Start, grain), Size: v.Lang.Int(c.Size), Share: float64(c.Size) / float64(max(1, largest))}
	for k, cell := range c.Cells {
		row.Cells = append(row.Cells, v.cell(row.Head, c, k, cell, full))
	}
	return row
}

func (v view) cohortName(start analysis.Day, grain cohort.Grain) string {
	switch grain {
	case cohort.Week:
		return v.Lang.Date(start)
	case cohort.Quarter:
		return v.Lang.Quarter(start)
	}
	return v.Lang.Month(start)
}

func (v view) cell(name string, c cohort.Cohort, k int, cell cohort.Cell, full float64) ui.HeatCell {
	return ui.HeatCell{
		Text:  v.cellText(cell),
		Level: ui.HeatLevel(v.measure(cell), full) * min(k, 1), // period 0 is everyone: no colour
		Open:  !cell.Complete,
		Faded: c.Size < cohort.Small,
		Muted: k == 0,
		Label: v.T("retention.cell", analysis.Text("cohort", name), analysis.Count("k", k), analysis.Word("period", v.period())),
		Values: []figure.Value{
			{Name: v.T("retention.cell.rate"), Text: v.Lang.Percent(cell.Rate, 1) + " (" + v.Range(cell.Low, cell.High, 1) + ")"},
			{Name: v.T("retention.customers"), Text: v.T("retention.cell.of", analysis.Count("active", cell.Active), analysis.Count("size", c.Size))},
			{Name: v.T("retention.revenue"), Text: v.Money(cell.Revenue.Float())},
			{Name: v.T("retention.cell.state"), Text: v.complete(cell)},
		},
	}
}

func (v view) complete(cell cohort.Cell) string {
	if cell.Complete {
		return v.T("retention.cell.complete")
	}
	return v.T("retention.cell.open", analysis.On("day", cell.CompleteOn))
}

func (v view) cellText(cell cohort.Cell) string {
	switch v.s.Cohorts.Show {
	case ShowCount:
		return v.Lang.Int(cell.Active)
	case ShowRevenue:
		return v.Lang.Compact(cell.Revenue.Float())
	}
	return v.Lang.Number(100*cell.Rate, 0)
}

// mean is the row of averages; counts and sums have none.
func (v view) mean(r *cohort.Result) []ui.HeatRow {
	if v.s.Cohorts.Show != ShowRate {
		return nil
	}
	weighted := ui.HeatRow{Head: v.T("retention.mean"), Size: ""}
	for k, a := range r.Mean {
		weighted.Cells = append(weighted.Cells, v.meanCell(k, a))
	}
	return []ui.HeatRow{weighted}
}

func (v view) meanCell(k int, a cohort.Average) ui.HeatCell {
	if a.Cohorts == 0 || math.IsNaN(a.Weighted) {
		return ui.HeatCell{}
	}
	decimals := 1
	if k == 0 {
		decimals = 0
	}
	return ui.HeatCell{Text: v.Lang.Number(100*a.Weighted, decimals), Muted: k == 0,
		Label: v.T("retention.mean.cell", analysis.Count("k", k), analysis.Word("period", v.period())),
		Values: []figure.Value{
			{Name: v.T("retention.mean"), Text: v.Lang.Percent(a.Weighted, 1) + " (" + v.Range(a.Low, a.High, 1) + ")"},
			{Name: v.T("retention.mean.simple"), Text: v.Lang.Percent(a.Simple, 1)},
			{Name: v.T("retention.mean.cohorts"), Text: v.Lang.Int(a.Cohorts)},
			{Name: v.T("retention.customers"), Text: v.T("retention.cell.of", analysis.Count("active", a.Active), analysis.Count("size", a.Customers))},
		}}
}

func (v view) explainCohorts() app.UI {
	r := v.s.Cohorts.Answer.Result
	customers := 0
	for _, c := range r.Cohorts {
		customers += c.Size
	}
	key := i18n.Key("retention.explain.classic")
	if r.Options.Method == cohort.Unbounded {
		key = "retention.explain.unbounded"
	}
	assumes := []string{v.T("retention.explain.weighted")}
	if a, ok := average(&r, 1); ok {
		assumes = append(assumes, v.T("retention.explain.simple", analysis.Percent("simple", a.Simple), analysis.Percent("weighted", a.Weighted)))
	}
	return ui.Explain(ui.ExplainProps{Lang: v.Lang, Text: v.T(key), Formula: v.T(key + ".formula"),
		Inputs:      []string{v.T("retention.explain.inputs", analysis.Count("customers", customers), analysis.Count("cohorts", len(r.Cohorts)), analysis.On("begin", r.Begin), analysis.On("end", r.End))},
		Exclusions:  []string{v.T("retention.explain.open")},
		Assumptions: assumes,
		Source:      v.T("retention.explain.wilson"),
	})
}
