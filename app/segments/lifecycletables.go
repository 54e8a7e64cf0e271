package segments

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// fewMoved is the number of customers in a row below which its shares are faded.
const fewMoved = 30

// lifeMoves shows where the customers of each stage went.
func (v view) lifeMoves(a *engine.Lifecycle) app.UI {
	r := &a.Result
	return ui.Card(ui.CardProps{ID: "life-matrix", Class: screen.Refreshing(v.s.Lifecycle.Busy), Title: v.T("lifecycle.moves"),
		Lead:  v.T("lifecycle.moves.lead", analysis.On("before", r.Before), analysis.On("day", r.Day)),
		Foot:  v.T("lifecycle.moves.foot", analysis.Count("few", fewMoved)),
		Tools: []app.UI{screen.SaveTable(v.Host, engine.StagesTable, v.T("lifecycle.moves"))}}, v.lifeMatrix(r))
}

func (v view) lifeMatrix(r *lifecycle.Result) *ui.HeatTable {
	columns := make([]string, len(r.Stages))
	for j, s := range r.Stages {
		columns[j] = v.stageName(s.Stage)
	}
	largest := 1
	for _, row := range r.Moves {
		largest = max(largest, row.Customers)
	}
	rows := make([]ui.HeatRow, len(r.Moves))
	for i := range r.Moves {
		rows[i] = v.lifeRow(r, i, largest)
	}
	t := &ui.HeatTable{Lang: v.Lang, ID: "life-moves", Label: v.T("lifecycle.moves"), Corner: v.T("lifecycle.from"), SizeHead: v.T("segments.customers"),
		Columns: columns, Rows: rows, Detail: v.lifeMove}
	if v.OpenGroups != nil {
		t.OnCell = v.openMove
	}
	return t
}

// lifeRow is one row of the matrix. Who stayed is outlined; the row of newcomers has no
// such cell, and its cells open nothing, for nobody is in a group before she comes.
func (v view) lifeRow(r *lifecycle.Result, i, largest int) ui.HeatRow {
	from := r.Moves[i]
	row := ui.HeatRow{Head: v.stageName(from.Stage), Size: v.Lang.Int(from.Customers), Share: float64(from.Customers) / float64(largest)}
	for j, to := range from.To {
		cell := ui.HeatCell{Text: v.known0(to.Value), Faded: to.N < fewMoved, Framed: r.Stages[j].Stage == from.Stage}
		if to.K > 0 {
			cell.Level = ui.HeatLevel(to.Value, 1)
		}
		if to.K > 0 && from.Stage != lifecycle.NotYet {
			cell.Key = strconv.Itoa(i) + ":" + strconv.Itoa(j)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// known0 writes a share in whole per cent without the sign, "" for none.
func (v view) known0(share float64) string {
	if text := v.number(100*share, 0); text != "" {
		return text
	}
	return "—"
}

// lifeMove is what is known of a cell.
func (v view) lifeMove(i, j int) (label string, values []figure.Value) {
	r := &v.s.Lifecycle.Answer.Result
	if i >= len(r.Moves) || j >= len(r.Stages) || r.Moves[i].Customers == 0 {
		return "", nil
	}
	to := r.Moves[i].To[j]
	return v.T("lifecycle.move", analysis.Text("from", v.stageName(r.Moves[i].Stage)), analysis.Text("to", v.stageName(r.Stages[j].Stage))), []figure.Value{
		{Name: v.T("segments.customers"), Text: v.T("lifecycle.of", analysis.Count("k", to.K), analysis.Count("n", to.N))},
		{Name: v.T("lifecycle.share"), Text: v.Lang.Percent(to.Value, 1) + " (" + v.Range(to.Low, to.High, 1) + ")"},
	}
}

// openMove opens the customers of a cell: those of one stage then and of another now.
func (v view) openMove(_ app.Context, key string) {
	from, to, _ := strings.Cut(key, ":")
	i, _ := strconv.Atoi(from)
	j, _ := strconv.Atoi(to)
	s, r := &v.s.Lifecycle, &v.s.Lifecycle.Answer.Result
	v.OpenGroups(s.ref(r.Moves[i].Stage, r.Before, v.Definition), s.ref(r.Stages[j].Stage, r.Day, v.Definition))
}

// lifeAlerts lists who has just entered the alarm stage.
func (v view) lifeAlerts(a *engine.Lifecycle) app.UI {
	r := &a.Result
	stage := analysis.Text("stage", v.stageName(a.Alarm))
	window := analysis.Count("days", r.Options.Recent)
	rows := make([][]app.UI, len(a.Alerts))
	for i := range a.Alerts {
		rows[i] = v.lifeAlert(&a.Alerts[i])
	}
	foot := ""
	if a.Entered > 0 {
		foot = v.T("lifecycle.alerts.foot", analysis.Count("first", a.Offset+1), analysis.Count("last", a.Offset+len(a.Alerts)), analysis.Count("entered", a.Entered),
			analysis.Text("stake", v.Money(a.AtStake.Float())))
	}
	return ui.Card(ui.CardProps{ID: "life-alerts", Class: screen.Refreshing(v.s.Lifecycle.Busy), Title: v.T("lifecycle.alerts", stage),
		Lead: v.T("lifecycle.alerts.lead", stage, window, analysis.On("before", r.Before)), Foot: foot,
		Tools: append(v.lifePages(a), screen.SaveTable(v.Host, engine.AlertsTable, v.T("lifecycle.alerts", stage)))},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("lifecycle.alerts", stage), Rows: rows, Empty: v.T("lifecycle.alerts.none", analysis.On("before", r.Before)), Columns: []ui.Column{
			{Title: v.T("customers.id")},
			{Title: v.T("lifecycle.was")},
			{Title: v.T("lifecycle.entered"), Numeric: true},
			{Title: v.T("lifecycle.stake"), Hint: v.T("lifecycle.stake.hint", window), Numeric: true},
			{Title: v.T("lifecycle.spend"), Hint: v.T("lifecycle.recent.in", window), Numeric: true},
			{Title: v.T("lifecycle.days"), Hint: v.T("lifecycle.days.hint", window), Numeric: true},
		}}))
}

func (v view) lifeAlert(a *engine.LifecycleAlert) []app.UI {
	name := app.UI(app.Text(v.Customer(a.ID)))
	if v.OpenCustomer != nil {
		name = link("alert-"+a.ID, v.Customer(a.ID), func() { v.OpenCustomer(a.ID) })
	}
	return append([]app.UI{name}, ui.Cells(v.stageName(a.Was), v.Lang.Date(a.Since), v.Money(a.Prior.Spend.Float()), v.Money(a.Recent.Spend.Float()),
		v.Lang.Int(a.Prior.Days)+" → "+v.Lang.Int(a.Recent.Days))...)
}

// lifePages turn the pages of the alerts, and open all customers of the stage.
func (v view) lifePages(a *engine.Lifecycle) []app.UI {
	s := &v.s.Lifecycle
	turn := func(id string, label i18n.Key, icon ui.Icon, by int) app.UI {
		to := a.Offset + by
		return ui.IconButton(ui.ButtonProps{ID: id, Label: v.T(label), Icon: icon, Disabled: to < 0 || to >= a.Entered, OnClick: func(app.Context) {
			s.Offset = to
			AskLifecycle(v.Host, v.s)
		}})
	}
	var tools []app.UI
	if a.Entered > 0 && v.OpenGroups != nil {
		tools = append(tools, link("alerts-open", v.T("lifecycle.alerts.open"), func() { v.OpenGroups(s.entered(&a.Result, v.Definition)) }))
	}
	if a.Entered > engine.AlertRows {
		tools = append(tools, turn("alerts-back", "lifecycle.alerts.back", ui.IconLeft, -engine.AlertRows), turn("alerts-next", "lifecycle.alerts.next", ui.IconRight, engine.AlertRows))
	}
	return tools
}

func (v view) explainLife(a *engine.Lifecycle) ui.ExplainProps {
	r := &a.Result
	key := "relationship"
	if r.Options.Model == lifecycle.Funnel {
		key = "funnel"
	}
	assumptions := []string{v.T("lifecycle.explain.day"), v.T("lifecycle.explain.begin", analysis.On("first", r.First)), v.T("lifecycle.explain.stake")}
	if said := v.byChance(r); said != "" {
		assumptions = append(assumptions, v.Sentences(said, v.T("lifecycle.explain.chance")))
	}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T(i18n.Key("lifecycle.explain." + key)), Formula: v.T(i18n.Key("lifecycle.explain." + key + ".formula")),
		Inputs: []string{v.T("lifecycle.explain.inputs", analysis.Count("customers", r.Customers), analysis.On("day", r.Day), analysis.Count("earlier", r.Earlier), analysis.On("before", r.Before)),
			v.T("lifecycle.explain.recent", analysis.Count("days", r.Options.Recent)), v.T("loss.in-force", analysis.Text("by", v.Loss(a.InForce)))},
		Exclusions:  []string{v.T("lifecycle.explain.excluded")},
		Assumptions: assumptions,
		Source:      v.T(i18n.Key("lifecycle.explain." + key + ".source")),
	}
}
