package customers

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// chips say whom the table is of, each with its way out.
func (v view) chips() app.UI {
	q := &v.s.Query
	var list []app.UI
	if q.Cohort != (engine.CohortCell{}) {
		list = append(list, v.chip("cell", v.cellTitle(q.Cohort), func() {
			v.s.Rearrange(func(q *engine.CustomersRequest) { q.Cohort = engine.CohortCell{} })
		}))
	}
	for i, ref := range q.Groups {
		list = append(list, v.chip("group-"+strconv.Itoa(i), screen.GroupTitle(v.Host, ref), func() { v.s.DropGroup(i) }))
	}
	for i, r := range q.Ranges {
		list = append(list, v.chip("range-"+strconv.Itoa(i), v.rangeTitle(r), func() { v.s.DropRange(i) }))
	}
	if len(list) == 0 {
		return nil
	}
	return app.Div().Class("row").Role("group").Aria("label", v.T("customers.filters")).Body(append(list,
		ui.Button(ui.ButtonProps{ID: "all-customers", Label: v.T("customers.cell.clear"), Kind: ui.Quiet, Small: true, OnClick: func(app.Context) {
			v.s.Show(engine.CustomersRequest{})
			v.Focus("search")
		}}))...)
}

// chip is one filter: a press takes it away.
func (v view) chip(id, title string, drop func()) app.UI {
	return ui.Button(ui.ButtonProps{ID: "drop-" + id, Label: title, Icon: ui.IconClose, Small: true, OnClick: func(app.Context) {
		drop()
		v.Focus("filter-by")
	}})
}

// rangeTitle says a range as a person would: Spend ≥ $50.
func (v view) rangeTitle(r engine.Range) string {
	key, args := i18n.Key("customers.between"), []screen.Arg{analysis.Text("column", v.title(r.Column)),
		analysis.Text("low", v.write(r.Column, r.Low)), analysis.Text("high", v.write(r.Column, r.High))}
	switch {
	case math.IsInf(r.High, 1):
		key = "customers.atleast"
	case math.IsInf(r.Low, -1):
		key = "customers.atmost"
	case r.Low == r.High:
		key = "customers.exactly"
	}
	return v.T(key, args...)
}

// add is how a filter comes in: what to filter by, then which group or range.
func (v view) add() []app.UI {
	a := &v.s.Adding
	options := []ui.Option{{Label: v.T("customers.filter.none")}}
	for _, c := range v.all()[1:] {
		options = append(options, ui.Option{Value: string(c), Label: v.title(c)})
	}
	fields := []app.UI{&ui.Select{ID: "filter-by", Label: v.T("customers.filter"), Options: options, Value: string(a.By),
		OnChange: func(_ app.Context, column string) { v.choose(engine.CustomerColumn(column)) }}}
	if a.By == "" {
		return fields
	}
	if by, ok := v.segmentation(a.By); ok {
		return append(fields, v.groups(by))
	}
	return append(fields, v.bound("filter-low", "customers.low", &a.Low), v.bound("filter-high", "customers.high", &a.High),
		app.Div().Class("field").Body(ui.Button(ui.ButtonProps{ID: "filter-add", Label: v.T("customers.filter.add"), OnClick: func(app.Context) { v.addRange() }})))
}

// choose begins a filter by a column; of groups it asks which there are.
func (v view) choose(c engine.CustomerColumn) {
	v.s.Adding = Adding{By: c}
	by, ok := v.segmentation(c)
	if !ok {
		return
	}
	q := v.s.Query
	q.Columns, q.Sort, q.Count, q.Limit = nil, "", &by, 0
	screen.Ask(v.Host, &v.s.Adding.Groups, q, v.Engine.Customers, nil)
}

// groups offers the groups that somebody in the table is in, with how many.
func (v view) groups(by engine.Segmentation) app.UI {
	asked := &v.s.Adding.Groups
	list := &ui.Select{ID: "filter-group", Label: v.title(v.s.Adding.By), Disabled: asked.Answer == nil, Options: []ui.Option{{Label: v.T("customers.filter.which")}},
		OnChange: func(_ app.Context, at string) {
			if i, err := strconv.Atoi(at); err == nil {
				v.s.AddGroup(engine.GroupRef{Segmentation: by, Key: asked.Answer.Counts[i].Key})
				v.Focus("filter-by")
			}
		}}
	if asked.Err != nil {
		list.Error = i18n.Say(v.Lang, asked.Err.Message)
	}
	if asked.Answer != nil {
		for i, g := range asked.Answer.Counts {
			list.Options = append(list.Options, ui.Option{Value: strconv.Itoa(i),
				Label: v.T("customers.group", analysis.Text("group", screen.GroupName(v.Host, by, g.Key)), analysis.Count("customers", g.Customers))})
		}
	}
	return list
}

// bound is one side of a range.
func (v view) bound(id string, label i18n.Key, to *string) app.UI {
	f := &ui.Field{ID: id, Kind: ui.NumberField, Step: "any", Label: v.T(label), Value: *to, Error: v.s.Adding.Fault(v.Lang, id),
		OnInput: func(ctx app.Context, text string) { *to = text }}
	switch v.form(v.s.Adding.By) {
	case date:
		f.Kind, f.Step = ui.DateField, ""
	case percent:
		f.Unit = v.Lang.PercentSign()
	}
	return f
}

// addRange takes what was typed, or says what is wrong with it.
func (v view) addRange() {
	a := &v.s.Adding
	r := anything(a.By)
	low, okLow := v.parse(a.Low)
	high, okHigh := v.parse(a.High)
	if okLow {
		r.Low = low
	}
	if okHigh {
		r.High = high
	}
	if r == anything(a.By) || r.Low > r.High {
		a.Refuse("filter-low", a.Low, analysis.Say("customers.bad-range"))
		v.Focus("filter-low")
		return
	}
	v.s.AddRange(r)
	v.Focus("filter-by")
}

// parse reads a bound in the unit of the column being filtered by.
func (v view) parse(text string) (float64, bool) {
	if v.form(v.s.Adding.By) == date {
		d, err := analysis.ParseDay(text)
		return float64(d), err == nil
	}
	x, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if v.form(v.s.Adding.By) == percent {
		x /= 100
	}
	return x, err == nil && !math.IsNaN(x)
}

// cellTitle names a cell of a cohort table.
func (v view) cellTitle(c engine.CohortCell) string {
	return v.T("customers.cell", analysis.Text("cohort", v.cohortName(c)), analysis.Text("k", periods(c)))
}

// periods are the number of a cell's period, or the first and last of its bracket.
func periods(c engine.CohortCell) string {
	col := c.Options.At(c.Column)
	if col.To == col.From+1 {
		return strconv.Itoa(col.From)
	}
	return strconv.Itoa(col.From) + "–" + strconv.Itoa(col.To-1)
}

// cohortName names a cohort by its key: a date or a value.
func (v view) cohortName(c engine.CohortCell) string {
	if value, ok := strings.CutPrefix(c.Key, "="); ok {
		return value
	}
	start, err := analysis.ParseDay(c.Key)
	if err != nil {
		return v.T("cohort.folded")
	}
	switch c.Options.Grain {
	case cohort.Month:
		return v.Lang.Month(start)
	case cohort.Quarter:
		return v.Lang.Quarter(start)
	case cohort.Year:
		return v.Lang.Year(start)
	}
	return v.Lang.Date(start)
}
