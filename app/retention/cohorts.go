package retention

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// cohorts is the first tab: what to count, the table, the curve and how both came
// about.
func (v view) cohorts() app.UI {
	s := &v.s.Cohorts
	r := s.Answer
	return ui.Stack(
		screen.Failed(v.Host, s.Err, func() { AskCohorts(v.Host, s) }),
		ui.Warnings(v.Lang, r.Result.Warnings),
		v.controls(),
		ui.Card(ui.CardProps{Title: v.title(), Lead: v.lead(), Tools: v.tools(), Foot: v.foot(), Class: screen.Refreshing(s.Busy)},
			v.table(&r.Result), v.pages()),
		ui.Columns(
			screen.Figure(v.Host, &r.Curve, s.Busy, v.pickMark),
			ui.Explain(v.explainCohorts()),
		),
	)
}

// controls choose what is counted. A field that only one choice needs is there
// only then.
func (v view) controls() app.UI {
	s := &v.s.Cohorts
	fields := []app.UI{
		&ui.Select{ID: "cohort-by", Label: v.T("retention.by"), Value: s.By(), Options: v.groupings(),
			OnChange: func(_ app.Context, value string) { v.change(func() { s.SetBy(value) }) }},
		&ui.Select{ID: "grain", Label: v.T("retention.grain"), Value: "grain-" + string(s.Options.Grain),
			Options: v.options("retention.grain", "grain-day", "grain-week", "grain-", "grain-quarter", "grain-year"),
			OnChange: func(_ app.Context, value string) {
				v.change(func() { s.Regroup(func(o *cohort.Options) { o.Grain = cohort.Grain(value[len("grain-"):]) }) })
			}},
		&ui.Select{ID: "clock", Label: v.T("retention.clock"), Value: "clock-" + string(s.Options.Clock),
			Options: v.options("retention.clock", "clock-", "clock-rolling"),
			OnChange: func(_ app.Context, value string) {
				v.change(func() { s.Options.Clock = cohort.Clock(value[len("clock-"):]) })
			}},
		&ui.Select{ID: "method", Label: v.T("retention.method"), Value: "method-" + string(s.Options.Method),
			Options: v.options("retention.method", "method-", "method-unbounded", "method-bracket"),
			OnChange: func(_ app.Context, value string) {
				v.change(func() { s.Options.Method = cohort.Method(value[len("method-"):]) })
			}},
	}
	if s.Options.Method == cohort.Bracket {
		fields = append(fields, &ui.Field{ID: BoundsField, Kind: ui.TextField, Label: v.T("retention.bounds"), Hint: v.T("retention.bounds.hint"),
			Value: s.Typed.Text(BoundsField, s.Bounds()), Error: s.Typed.Fault(v.Lang, BoundsField),
			OnChange: func(_ app.Context, text string) {
				if s.SetBounds(text) {
					AskCohorts(v.Host, s)
				}
			}})
	}
	return ui.Card(ui.CardProps{}, ui.Form(fields...))
}

// groupings lists what cohorts can be by: besides the first purchase every date
// and every text that is known of customers.
func (v view) groupings() []ui.Option {
	list := []ui.Option{{Value: "first", Label: v.T("retention.by.first")}}
	if v.Dataset == nil {
		return list
	}
	for i, k := range v.Dataset.Kept {
		s := CohortState{Options: cohort.Options{By: cohort.Attribute, Column: i}}
		group := v.T("retention.by.attribute")
		switch {
		case k.Filled == 0:
			continue
		case k.Dates():
			s.Options.By, group = cohort.SignUp, v.T("retention.by.sign-up")
		case !k.Texts():
			continue // numbers
		}
		list = append(list, ui.Option{Value: s.By(), Label: v.columnName(i), Group: group})
	}
	return list
}

func (v view) change(set func()) {
	set()
	AskCohorts(v.Host, &v.s.Cohorts)
}

// tools choose what the cells say and save the table.
func (v view) tools() []app.UI {
	s := &v.s.Cohorts
	var tools []app.UI
	if s.Show.Averaged() {
		tools = append(tools, &ui.Checkbox{ID: "simple", Label: v.T("retention.simple"), Checked: s.Simple,
			OnChange: func(_ app.Context, on bool) { s.Simple = on }})
	}
	return append(tools,
		&ui.Select{ID: "show", Label: v.T("retention.show"), HideLabel: true, Value: "show-" + string(s.Show),
			Options:  v.options("retention.show", "show-", "show-count", "show-revenue", "show-orders", "show-worth"),
			OnChange: func(_ app.Context, value string) { s.Show = cohort.Quantity(value[len("show-"):]) }},
		&ui.Menu{ID: "save-cohorts", Label: v.T("ui.table.save"), Icon: ui.IconSave, Items: []ui.MenuItem{
			{Label: v.T("retention.save.triangle"), Icon: ui.IconSave, Do: func(app.Context) {
				v.Export(engine.ExportRequest{Table: engine.TriangleTable, Quantity: s.Show})
			}},
			{Label: v.T("retention.save.cells"), Icon: ui.IconSave, Do: func(app.Context) {
				v.Export(engine.ExportRequest{Table: engine.CohortsTable})
			}},
		}})
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
	args := []screen.Arg{analysis.Word("period", v.period()), analysis.Word("origin", v.origin())}
	switch v.s.Cohorts.Show {
	case cohort.Count:
		return v.T("retention.lead.count", args...)
	case cohort.Revenue:
		return v.T("retention.lead.revenue", args...)
	case cohort.Orders:
		return v.T("retention.lead.orders", args...)
	case cohort.Worth:
		return v.T("retention.lead.worth", args...)
	}
	switch v.s.Cohorts.Answer.Result.Options.Method {
	case cohort.Unbounded:
		return v.T("retention.lead.unbounded", args...)
	case cohort.Bracket:
		return v.T("retention.lead.bracket", args...)
	}
	return v.T("retention.lead.rate", args...)
}

// foot says how to read the table and, with both means in sight, why they differ.
func (v view) foot() string {
	s := &v.s.Cohorts
	foot := v.T("retention.cohorts.foot")
	if s.Answer.Result.Options.By == cohort.Attribute {
		foot = v.T("retention.cohorts.foot.attribute")
	}
	if s.Simple && s.Show.Averaged() {
		return v.Sentences(foot, v.meansDiffer())
	}
	return foot
}

// meansDiffer says where and why simple and weighted mean lie furthest apart.
func (v view) meansDiffer() string {
	r := &v.s.Cohorts.Answer.Result
	q, write := v.s.Cohorts.Show, v.quantity
	if !q.Averaged() { // the figure shows the rate all the same
		q, write = cohort.Rate, func(x float64) string { return v.Lang.Percent(x, 1) }
	}
	j, ok := q.Widest(r)
	if !ok {
		return v.T("retention.means.alike")
	}
	weighted, simple := q.Mean(&r.Mean[j]), q.Simple(&r.Mean[j])
	args := v.nth(j, analysis.Text("simple", write(simple)), analysis.Text("weighted", write(weighted)))
	if simple > weighted {
		return v.T("retention.means.small-better", args...)
	}
	return v.T("retention.means.small-worse", args...)
}

// pages turns the rows of a long table.
func (v view) pages() app.UI {
	a := v.s.Cohorts.Answer
	if a.Total <= PageCohorts {
		return nil
	}
	turn := func(id string, label i18n.Key, pages int, off bool) app.UI {
		return ui.Button(ui.ButtonProps{ID: id, Label: v.T(label), Small: true, Disabled: off,
			OnClick: func(app.Context) { v.change(func() { v.s.Cohorts.Turn(pages) }) }})
	}
	last := a.Offset + len(a.Result.Cohorts)
	return ui.Row(
		turn("cohorts-before", "retention.pages.before", -1, a.Offset == 0),
		app.Span().Class("pages").Text(v.T("retention.pages", analysis.Count("from", a.Offset+1), analysis.Count("to", last), analysis.Count("total", a.Total))),
		turn("cohorts-after", "retention.pages.after", 1, last >= a.Total),
	)
}
