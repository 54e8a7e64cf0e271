package segments

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/profile"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// AskProfiles asks how groups of customers differ.
func AskProfiles(h *screen.Host, s *State) {
	screen.Ask(h, &s.Profiles.profilesRequest, s.askProfiles(h.Definition, h.Layout()), h.Engine.Profiles, nil)
}

// profiles is the tab of groups side by side.
func (v view) profiles() app.UI {
	s := &v.s.Profiles
	retry := func() { AskProfiles(v.Host, v.s) }
	if s.Answer == nil {
		return screen.Waiting(v.Host, s.Progress, s.Err, retry)
	}
	a := s.Answer
	return ui.Stack(
		screen.Failed(v.Host, s.Err, retry),
		v.profileControls(a),
		ui.Warnings(v.Lang, v.profileNotes(a)),
		app.If(a.By.By != "", func() app.UI {
			return ui.Stack(
				ui.Columns(ui.Stack(screen.Figure(v.Host, &a.Dots, s.Busy, v.openProfile), screen.Figure(v.Host, &a.Shares, s.Busy, v.openProfile)), ui.Explain(v.explainProfiles(a))),
				v.profileTable(a),
				v.profileCross(a))
		}),
	)
}

// profilesFinding names the group whose churn differs most, if one does.
func (v view) profilesFinding() string {
	a := v.s.Profiles.Answer
	if a == nil || a.By.By == "" {
		return ""
	}
	by := analysis.Text("by", a.ByName())
	switch {
	case a.Circular:
		return v.T("profiles.finding.circular", by)
	case a.Result.Overlap:
		return v.overlapFinding(a, by)
	case a.Widest < 0:
		return v.T("profiles.finding.none", by, analysis.Percent("share", a.Result.All.Churn.Value))
	}
	r := &a.Result.Rows[a.Widest]
	return v.T("profiles.finding", by, analysis.Text("group", a.Names[a.Widest]), analysis.Percent("share", r.Churn.Value), analysis.Percent("others", r.Others))
}

// overlapFinding says how far apart groups are that share customers.
func (v view) overlapFinding(a *engine.Profiles, by screen.Arg) string {
	low, high := -1, -1
	for i := range a.Result.Rows {
		r := &a.Result.Rows[i]
		if r.Key == engine.NoGroup || r.Customers < fewCustomers {
			continue
		}
		if low < 0 || r.Churn.Value < a.Result.Rows[low].Churn.Value {
			low = i
		}
		if high < 0 || r.Churn.Value > a.Result.Rows[high].Churn.Value {
			high = i
		}
	}
	if low < 0 {
		return ""
	}
	return v.T("profiles.finding.overlap", by, analysis.Text("low", a.Names[low]), analysis.Percent("least", a.Result.Rows[low].Churn.Value),
		analysis.Text("high", a.Names[high]), analysis.Percent("most", a.Result.Rows[high].Churn.Value))
}

// profileNotes are the caveats, and what a view lacks.
func (v view) profileNotes(a *engine.Profiles) []analysis.Warning {
	list := a.Warnings
	if p := v.s.Profiles.view(); p != nil {
		for _, m := range p.Missing {
			list = append(list[:len(list):len(list)], analysis.Warning{Message: m})
		}
	}
	return list
}

// profileControls choose what is compared by what.
func (v view) profileControls(a *engine.Profiles) app.UI {
	s := &v.s.Profiles
	again := func(change func(chosen string)) func(app.Context, string) {
		return func(_ app.Context, chosen string) {
			change(chosen)
			AskProfiles(v.Host, v.s)
		}
	}
	shown, views := ownView, []ui.Option{}
	for _, w := range a.Views {
		views = append(views, ui.Option{Value: w.Key, Label: v.T(i18n.Key("profiles.view." + w.Key))})
	}
	if p := s.view(); p != nil {
		shown = p.Key
	}
	views = append(views, ui.Option{Value: ownView, Label: v.T("profiles.view.own"), Disabled: a.By.By == ""})
	var by []ui.Option
	chosen, across := "", "-1"
	var numbers bool
	for i, o := range a.Offers {
		key := strconv.Itoa(i)
		by = append(by, ui.Option{Value: key, Label: o.Name})
		if o.Same(a.By) {
			chosen, numbers = key, o.Numbers
		}
		if s.Across != nil && o.Same(*s.Across) {
			across = key
		}
	}
	offer := func(key string) *engine.Segmentation {
		if i, err := strconv.Atoi(key); err == nil && i >= 0 {
			return &a.Offers[i].Segmentation
		}
		return nil
	}
	var measures, days []ui.Option
	for _, m := range a.Measures {
		measures = append(measures, ui.Option{Value: string(m), Label: v.measureName(m)})
	}
	for _, d := range []int{90, 180, 365, 730, 1095} {
		days = append(days, ui.Option{Value: strconv.Itoa(d), Label: v.T("profiles.after.days", analysis.Count("days", d))})
	}
	fields := []app.UI{
		&ui.Select{ID: "profiles-view", Label: v.T("profiles.view"), Value: shown, Options: views, OnChange: again(s.setView)},
		&ui.Select{ID: "profiles-by", Label: v.T("profiles.by"), Value: chosen, Options: by, OnChange: again(func(key string) {
			if o := offer(key); o != nil {
				s.take(*o)
			}
		})},
		&ui.Select{ID: "profiles-measure", Label: v.T("profiles.measure"), Value: string(a.Measure), Options: measures,
			OnChange: again(func(m string) { s.Measure = profile.Measure(m) })},
		&ui.Select{ID: "profiles-across", Label: v.T("profiles.across"), Value: across, OnChange: again(func(key string) { s.Across = offer(key) }),
			Options: append([]ui.Option{{Value: "-1", Label: v.T("profiles.across.none")}}, by...)},
		&ui.Select{ID: "profiles-after", Label: v.T("profiles.after.label"), Value: strconv.Itoa(a.After), Options: days,
			OnChange: again(func(d string) { s.After, _ = strconv.Atoi(d) })},
		&ui.Select{ID: "profiles-sort", Label: v.T("profiles.sort"), Value: string(a.Sort), OnChange: again(func(key string) { s.Sort = engine.ProfileSort(key) }),
			Options: []ui.Option{{Value: "size", Label: v.T("profiles.sort.size")}, {Value: "measure", Label: v.T("profiles.sort.measure")}, {Value: "listed", Label: v.T("profiles.sort.listed")}}},
	}
	if numbers {
		fields = append(fields, v.profileCuts(a))
	}
	lead := ""
	if shown != ownView {
		lead = v.T(i18n.Key("profiles.view." + shown + ".lead"))
	}
	return ui.Card(ui.CardProps{ID: "profiles", Title: v.T("profiles.title"), Lead: lead}, ui.Form(fields...), screen.InForce(v.Host, v.Definition))
}

// profileCuts takes bounds for groups of a column of numbers.
func (v view) profileCuts(a *engine.Profiles) app.UI {
	const id = "profiles-cuts"
	var cuts []string
	for _, c := range a.By.Cuts {
		cuts = append(cuts, strconv.FormatFloat(c.Float(), 'f', -1, 64))
	}
	s := &v.s.Profiles
	return &ui.Field{ID: id, Label: v.T("profiles.cuts"), Hint: v.T("profiles.cuts.hint"), Value: s.Text(id, strings.Join(cuts, " ")), Error: s.Fault(v.Lang, id),
		OnChange: func(_ app.Context, typed string) {
			if s.setCuts(id, typed) {
				AskProfiles(v.Host, v.s)
			}
		}}
}

// measureName names one, as a heading.
func (v view) measureName(m profile.Measure) string {
	return v.T(i18n.Key("profiles.measure." + string(m)))
}

// measured writes a value of a measure, with its interval if it has one.
func (v view) measured(m profile.Measure, e profile.Estimate) string {
	switch {
	case math.IsNaN(e.Value):
		return "—"
	case m.Form() == profile.CountForm:
		return v.Lang.Int(int(e.Value))
	case m.Form() == profile.AmountForm:
		return v.CompactMoney(e.Value)
	case m.Form() == profile.NumberForm:
		return v.Lang.Number(e.Value, 1)
	}
	text := v.Lang.Percent(e.Value, 1)
	if !math.IsNaN(e.Low) {
		text += " (" + v.T("profiles.between", analysis.Text("low", v.Lang.Number(100*e.Low, 1)), analysis.Text("high", v.Lang.Number(100*e.High, 1))) + ")"
	}
	return text
}

func (v view) profileTable(a *engine.Profiles) app.UI {
	s, order := &v.s.Profiles, v.s.Profiles.order()
	columns := []ui.Column{{Title: a.ByName(), Width: 150}}
	for _, m := range s.columns() {
		c := ui.Column{Key: string(m), Title: v.measureName(m), Numeric: true, Sortable: true, Width: 165}
		if m == profile.Churn || m == profile.Difference || m == profile.Stay {
			c.Width = 190
		}
		columns = append(columns, c)
	}
	row := v.profileRow
	return ui.Card(ui.CardProps{ID: "profiles-rows", Class: screen.Refreshing(s.Busy), Title: v.T("profiles.table"), Lead: v.T("profiles.table.lead"),
		Foot:  v.T("profiles.table.foot", analysis.Count("few", fewCustomers)),
		Tools: []app.UI{screen.SaveTable(v.Host, engine.ProfilesTable)}},
		&ui.Table{Lang: v.Lang, ID: "profiles-table", Label: v.T("profiles.table"), Columns: columns, Total: len(order) + 1, Busy: s.Busy,
			Sort: string(s.Column), Down: !s.Up,
			OnSort: func(_ app.Context, column string) { s.sortBy(profile.Measure(column)) },
			OnOpen: func(_ app.Context, i int) {
				if i < len(order) {
					v.openRow(order[i])
				}
			},
			Row: func(i int) []app.UI {
				if i >= len(order) {
					return row(v.T("profiles.all"), &a.Result.All)
				}
				return row(a.Names[order[i]], &a.Result.Rows[order[i]])
			}})
}

// profileRow is the row of a group, or of all customers.
func (v view) profileRow(name string, r *profile.Row) []app.UI {
	class := "whole"
	if r.Customers < fewCustomers {
		class = "advice"
	}
	cells := []app.UI{app.Span().Class(class).Text(name)}
	for _, m := range v.s.Profiles.columns() {
		cells = append(cells, app.Text(v.measured(m, r.Of(m))))
	}
	return cells
}

// profileList is the table as a report has it: no more columns than paper is wide.
func (v view) profileList(a *engine.Profiles) ui.PlainTableProps {
	s := &v.s.Profiles
	p := ui.PlainTableProps{Label: v.T("profiles.table"), Columns: []ui.Column{{Title: a.ByName()}}}
	for _, m := range s.columns() {
		p.Columns = append(p.Columns, ui.Column{Title: v.measureName(m), Numeric: true})
	}
	for _, i := range s.order() {
		p.Rows = append(p.Rows, v.profileRow(a.Names[i], &a.Result.Rows[i]))
	}
	p.Rows = append(p.Rows, v.profileRow(v.T("profiles.all"), &a.Result.All))
	return p
}

// crossValues is what a cell says when it is pointed at.
func (v view) crossValues(m profile.Measure, c engine.ProfileCell) []figure.Value {
	return []figure.Value{{Name: v.measureName(m), Text: v.measured(m, c.Estimate)}, {Name: v.T("segments.customers"), Text: v.Lang.Int(c.Customers)}}
}

// fewCustomers is the size below which a group is pale.
const fewCustomers = 30

// openProfile opens the customers behind a mark of a figure, "group:=North".
func (v view) openProfile(mark string) {
	key, _ := strings.CutPrefix(mark, "group:")
	v.openGroups(engine.GroupRef{Segmentation: v.s.Profiles.Answer.By, Key: key})
}

// openRow opens those behind a row; folded groups are not one group.
func (v view) openRow(i int) {
	if a := v.s.Profiles.Answer; a.Result.Rows[i].Folded == 0 {
		v.openGroups(engine.GroupRef{Segmentation: a.By, Key: a.Result.Rows[i].Key})
	}
}

func (v view) openGroups(refs ...engine.GroupRef) {
	if v.OpenGroups != nil {
		v.OpenGroups(refs...)
	}
}

// profileCross is the measure by two divisions at once, where it was asked for.
func (v view) profileCross(a *engine.Profiles) app.UI {
	x := a.Cross
	if x == nil {
		return nil
	}
	full := 0.0
	for _, cells := range x.Cells {
		for _, c := range cells {
			if c.Value > full {
				full = c.Value
			}
		}
	}
	rows := make([]ui.HeatRow, len(x.Cells))
	for i, cells := range x.Cells {
		r := &a.Result.Rows[i]
		rows[i] = ui.HeatRow{Key: strconv.Itoa(i), Head: a.Names[i], Size: v.Lang.Int(r.Customers), Share: r.Share}
		for j, c := range cells {
			cell := ui.HeatCell{}
			if c.Customers > 0 {
				cell = ui.HeatCell{Text: v.measured(a.Measure, profile.Estimate{Value: c.Value, Low: math.NaN()}), Level: ui.HeatLevel(c.Value, full), Faded: c.Customers < fewCustomers,
					Label: a.Names[i] + " × " + x.Columns[j], Values: v.crossValues(a.Measure, c)}
				if r.Folded == 0 && !x.Folded[j] {
					cell.Key = strconv.Itoa(i) + "/" + strconv.Itoa(j)
				}
			}
			rows[i].Cells = append(rows[i].Cells, cell)
		}
	}
	title := v.T("profiles.cross", analysis.Text("measure", v.measureName(a.Measure)))
	return ui.Card(ui.CardProps{ID: "profiles-cross", Class: screen.Refreshing(v.s.Profiles.Busy), Title: title, Lead: v.T("profiles.cross.lead"),
		Foot: v.T("profiles.table.foot", analysis.Count("few", fewCustomers))},
		&ui.HeatTable{Lang: v.Lang, ID: "profiles-heat", Label: title, Corner: a.ByName(), SizeHead: v.T("segments.customers"), Columns: x.Columns, Rows: rows,
			OnCell: func(_ app.Context, key string) { v.openCell(key) }})
}

func (v view) openCell(key string) {
	row, column, _ := strings.Cut(key, "/")
	i, _ := strconv.Atoi(row)
	j, _ := strconv.Atoi(column)
	if a := v.s.Profiles.Answer; i < len(a.Result.Rows) && a.Cross != nil && j < len(a.Cross.Refs) {
		v.openGroups(engine.GroupRef{Segmentation: a.By, Key: a.Result.Rows[i].Key}, engine.GroupRef{Segmentation: a.Cross.By, Key: a.Cross.Refs[j]})
	}
}

func (v view) explainProfiles(a *engine.Profiles) ui.ExplainProps {
	about := []string{v.T("profiles.explain.time"), v.T("profiles.explain.cause")}
	if !a.Result.Overlap {
		about = append(about, v.T("profiles.explain.many", analysis.Count("compared", a.Result.Compared)))
	}
	left := []string{}
	for i, r := range a.Result.Rows {
		if r.Folded > 0 {
			left = append(left, v.T("profiles.explain.folded", analysis.Text("groups", a.Names[i]), analysis.Count("customers", r.Customers)))
		}
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("profiles.explain"), Formula: v.T("profiles.explain.formula"),
		Inputs: []string{v.T("profiles.explain.inputs", analysis.Count("customers", a.Result.All.Customers), analysis.Text("by", a.ByName())),
			v.T("profiles.explain.lost", analysis.Text("loss", v.Loss(v.Definition))), v.T("profiles.explain.stay", analysis.Count("days", a.After)),
			v.T("profiles.explain.value")},
		Exclusions: left, Assumptions: about, Source: v.T("profiles.explain.source")}
}
