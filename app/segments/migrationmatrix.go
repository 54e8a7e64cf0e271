package segments

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// fewMovers is the size of a row below which its shares are faded.
const fewMovers = 30

// matrix shows the groups of the first day as rows, those of the second as columns. A
// row's heading or a cell lists its customers below.
func (v view) matrix(m *segment.Migration) app.UI {
	return ui.Card(ui.CardProps{ID: "matrix", Title: v.T("migration.matrix"), Lead: v.T("migration.lead."+i18n.Key(name(string(v.s.Migration.Show), "share")), v.window(m)...), Foot: v.T("migration.foot"),
		Class: screen.Refreshing(v.s.Migration.Busy), Tools: v.matrixTools()}, v.moves(m))
}

func (v view) moves(m *segment.Migration) *ui.HeatTable {
	s := &v.s.Migration
	t := &ui.HeatTable{Lang: v.Lang, ID: "migration", Label: v.T("migration.matrix"), Corner: v.Lang.Date(m.From) + " → " + v.Lang.Date(m.To), SizeHead: v.T("segments.customers"),
		OnRow: func(_ app.Context, key string) { v.pickCell(key) }, OnCell: func(_ app.Context, key string) { v.pickCell(key) },
		Detail: func(i, j int) (string, []figure.Value) { return v.moveDetail(m, i, j) }}
	for j := range m.Groups {
		t.Columns = append(t.Columns, v.groupAt(1, j))
	}
	largest := 0
	for i := range m.Rows {
		largest = max(largest, m.Rows[i].Customers)
	}
	full := v.fullest(m)
	for i := range m.Rows {
		t.Rows = append(t.Rows, v.matrixRow(m, i, largest, full))
	}
	total := ui.HeatRow{Head: v.T("migration.total"), Size: v.Lang.Int(m.End().Customers)}
	for j := range m.Columns {
		total.Cells = append(total.Cells, ui.HeatCell{Text: v.shown(&m.Columns[j]), Muted: true})
	}
	t.Foot = []ui.HeatRow{total}
	if s.Picked && s.Column == engine.Any {
		t.Selected = strconv.Itoa(s.Row)
	}
	return t
}

// window are the arguments that name days and window.
func (v view) window(m *segment.Migration) []screen.Arg {
	return []screen.Arg{analysis.On("from", m.From), analysis.On("to", m.To), analysis.Count("days", m.Window)}
}

func (v view) matrixTools() []app.UI {
	s := &v.s.Migration
	var shows []ui.Option
	for _, show := range []MigrationShow{ShowShare, ShowCount, ShowBefore, ShowAfter} {
		key := name(string(show), "share")
		shows = append(shows, ui.Option{Value: key, Label: v.T(i18n.Key("migration.show." + key))})
	}
	return []app.UI{
		&ui.Select{ID: "migrate-show", Label: v.T("migration.show"), HideLabel: true, Value: name(string(s.Show), "share"), Options: shows,
			OnChange: func(_ app.Context, value string) {
				if s.Show = MigrationShow(value); value == "share" {
					s.Show = ShowShare
				}
			}},
		ui.Button(ui.ButtonProps{ID: "migrate-sankey", Label: v.T("migration.sankey"), Small: true, Pressed: ui.TriOf(s.Sankey),
			OnClick: func(app.Context) { v.migrate(func() { s.Sankey = !s.Sankey }) }}),
		screen.SaveTable(v.Host, engine.MigrationTable),
	}
}

// groupAt names row or column i.
func (v view) groupAt(day, i int) string {
	ref := v.s.Migration.Answer.Group(day, i)
	if ref.Key == engine.NotYet {
		return v.T("migration.new")
	}
	return screen.GroupName(v.Host, ref.Segmentation, ref.Key)
}

func (v view) matrixRow(m *segment.Migration, i, largest int, full float64) ui.HeatRow {
	n := m.Rows[i].Customers
	row := ui.HeatRow{Key: strconv.Itoa(i), Head: v.groupAt(0, i), Size: v.Lang.Int(n), Share: float64(n) / float64(max(1, largest))}
	for j := range m.Columns {
		f := m.At(i, j)
		c := ui.HeatCell{Framed: i == j}
		if f.Customers > 0 {
			c = ui.HeatCell{Text: v.shown(f), Level: ui.HeatLevel(v.quantity(f), full), Faded: n < fewMovers, Framed: i == j, Key: strconv.Itoa(i) + "," + strconv.Itoa(j)}
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// quantity is what a cell is coloured by.
func (v view) quantity(f *segment.Flow) float64 {
	switch v.s.Migration.Show {
	case ShowCount:
		return float64(f.Customers)
	case ShowBefore:
		return f.Before.Float()
	case ShowAfter:
		return f.After.Float()
	}
	return f.Share
}

// fullest is where the scale ends: at the largest cell of the table.
func (v view) fullest(m *segment.Migration) (full float64) {
	for i := range m.Cells {
		if x := v.quantity(&m.Cells[i]); x > full {
			full = x
		}
	}
	return full
}

// shown writes what is chosen, as short as a cell is.
func (v view) shown(f *segment.Flow) string {
	x := v.quantity(f)
	switch v.s.Migration.Show {
	case ShowCount:
		return v.Lang.Int(f.Customers)
	case ShowShare:
		if math.IsNaN(x) {
			return ""
		}
		return v.Lang.Number(100*x, 0)
	}
	return v.Lang.Compact(x)
}

// moveDetail says all that is known of a cell, or of a column in the row of totals.
func (v view) moveDetail(m *segment.Migration, i, j int) (string, []figure.Value) {
	if i >= len(m.Rows) {
		return v.T("migration.now", analysis.Text("group", v.groupAt(1, j))), v.flowValues(m, &m.Columns[j], m.End().Customers)
	}
	values := v.flowValues(m, m.At(i, j), m.Rows[i].Customers)
	move := i18n.Key([...]string{"stayed", "up", "down", "changed", "came"}[m.Direction(i, j)])
	return v.moveName(i, j), append(values, figure.Value{Name: v.T("migration.move"), Text: v.T("migration." + move)})
}

// moveName names a cell: "Champions → Loyal"; a whole row by its group alone.
func (v view) moveName(i, j int) string {
	if j == engine.Any {
		return v.groupAt(0, i)
	}
	return v.groupAt(0, i) + " → " + v.groupAt(1, j)
}

func (v view) flowValues(m *segment.Migration, f *segment.Flow, of int) []figure.Value {
	share := "—"
	if !math.IsNaN(f.Share) {
		share = v.Lang.Percent(f.Share, 1) + " (" + v.flowInterval(f) + ")"
	}
	return []figure.Value{
		{Name: v.T("segments.customers"), Text: v.T("migration.of", analysis.Count("customers", f.Customers), analysis.Count("all", of))},
		{Name: v.T("migration.share"), Text: share},
		{Name: v.T("migration.show.before"), Text: v.Money(f.Before.Float())},
		{Name: v.T("migration.show.after"), Text: v.Money(f.After.Float())},
	}
}

// movers lists the customers of what is picked.
func (v view) movers(m *segment.Migration) app.UI {
	s := &v.s.Migration
	list := s.Movers.Answer
	if list == nil {
		return screen.Failed(v.Host, s.Movers.Err, func() { AskMovers(v.Host, v.s) })
	}
	var rows [][]app.UI
	for _, r := range list.Rows {
		rows = append(rows, ui.Cells(v.Customer(r.ID), v.groupAt(0, r.Row), v.groupAt(1, r.Column), v.Money(r.Before.Float()), v.Money(r.After.Float())))
	}
	args := append(v.window(m), analysis.Count("customers", list.Total), analysis.Text("before", v.Money(list.Before.Float())), analysis.Text("after", v.Money(list.After.Float())))
	return ui.Card(ui.CardProps{ID: "movers", Title: v.moversTitle(), Lead: v.T("migration.movers.lead", args...), Class: screen.Refreshing(s.Movers.Busy), Tools: v.moversTools(), Foot: v.T("migration.movers.foot")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("migration.movers"), Rows: rows, Compact: true, Empty: v.T("migration.movers.none"), Columns: []ui.Column{
			{Title: v.T("migration.customer")}, {Title: v.Lang.Date(m.From)}, {Title: v.Lang.Date(m.To)},
			{Title: v.T("migration.show.before"), Numeric: true}, {Title: v.T("migration.show.after"), Numeric: true}}}),
		app.If(list.Total > len(list.Rows) && len(list.Rows) < 500, func() app.UI {
			return ui.Button(ui.ButtonProps{ID: "movers-more", Label: v.T("migration.movers.more"), Small: true, OnClick: func(app.Context) {
				s.More++
				AskMovers(v.Host, v.s)
			}})
		}))
}

func (v view) moversTitle() string {
	s := &v.s.Migration
	switch q := s.Movers.Question; {
	case q.AtRisk:
		return v.T("migration.movers.risk")
	case q.Row == engine.Any:
		return v.T("migration.movers")
	default:
		return v.T("migration.movers.of", analysis.Text("move", v.moveName(q.Row, q.Column)))
	}
}

// moversTools lead to the table of customers, and back to those at risk.
func (v view) moversTools() (tools []app.UI) {
	s := &v.s.Migration
	if !s.Picked {
		return nil
	}
	tools = append(tools, ui.Button(ui.ButtonProps{ID: "movers-risk", Label: v.T("migration.movers.back"), Small: true, Kind: ui.Quiet, OnClick: func(app.Context) {
		s.Unpick()
		AskMovers(v.Host, v.s)
		v.Focus("migration")
	}}))
	if v.OpenGroups != nil {
		tools = append(tools, ui.Button(ui.ButtonProps{ID: "movers-open", Label: v.T("migration.movers.open"), Icon: ui.IconPeople, Small: true,
			OnClick: func(app.Context) { v.OpenGroups(v.pickedGroups()...) }}))
	}
	return tools
}

// pickedGroups are the groups whose common customers are listed.
func (v view) pickedGroups() []engine.GroupRef {
	s := &v.s.Migration
	refs := []engine.GroupRef{s.Answer.Group(0, s.Row)}
	if s.Column != engine.Any {
		refs = append(refs, s.Answer.Group(1, s.Column))
	}
	return refs
}

// cutoffs sets the bounds of the groups on both days beside each other: scores and
// tiers are relative to the customers of their day.
func (v view) cutoffs(a *engine.Migration) app.UI {
	columns, rows := []ui.Column{}, [][]app.UI{}
	days := []string{v.Lang.Date(a.Result.From), v.Lang.Date(a.Result.To)}
	switch {
	case a.Cuts[0] != nil:
		columns = append(columns, ui.Column{Title: v.T("segments.score")})
		for i, key := range []i18n.Key{"segments.cuts.field.r", "segments.cuts.field.f", "segments.cuts.field.m"} {
			for _, day := range days {
				columns = append(columns, ui.Column{Title: "RFM"[i:i+1] + " · " + day, Hint: v.T(key), Numeric: true})
			}
		}
		for bin := range a.Cuts[0][0].Upper {
			row := []string{strconv.Itoa(bin + 1)}
			for measure := range a.Cuts[0] {
				row = append(row, v.cut(measure, a.Cuts[0][measure].Upper[bin]), v.cut(measure, a.Cuts[1][measure].Upper[bin]))
			}
			rows = append(rows, ui.Cells(row...))
		}
	case a.Tiers[0] != nil:
		columns = append(columns, ui.Column{Title: v.T("spread.tier")})
		for _, day := range days {
			columns = append(columns, ui.Column{Title: v.T("spread.from") + " · " + day, Numeric: true})
		}
		for k, t := range a.Tiers[0] {
			rows = append(rows, ui.Cells(v.tierName(t), v.Money(t.Low.Float()), v.Money(a.Tiers[1][k].Low.Float())))
		}
	default:
		return nil
	}
	return ui.Card(ui.CardProps{ID: "cutoffs", Title: v.T("migration.cuts"), Lead: v.T("migration.cuts.lead")},
		ui.PlainTable(ui.PlainTableProps{Label: v.T("migration.cuts"), Columns: columns, Rows: rows, Compact: true}))
}

func (v view) explainMigration(m *segment.Migration) ui.ExplainProps {
	order := i18n.Key("migration.explain.unordered")
	if m.Ordered {
		order = "migration.explain.order"
	}
	relative := "migration.explain.relative." + i18n.Key(v.s.Migration.Answer.By[0].By)
	if v.s.Migration.Question.Fixed {
		relative = "migration.explain.fixed"
	}
	assumptions := []string{v.T(order), v.T(relative), v.T("migration.explain.few")}
	return ui.ExplainProps{Lang: v.Lang, Text: v.T("migration.explain"), Formula: v.T("migration.explain.formula", v.window(m)...),
		Inputs: []string{v.T("migration.explain.inputs", append(v.window(m), analysis.Count("start", m.Start().Customers), analysis.Count("end", m.End().Customers), analysis.Count("came", m.Rows[m.Newcomers()].Customers))...),
			v.T("migration.explain.revenue", append(v.window(m), analysis.Text("before", v.Money(m.Start().Before.Float())), analysis.Text("after", v.Money(m.End().After.Float())))...)},
		Exclusions:  []string{v.T("migration.explain.excluded")},
		Assumptions: assumptions,
		Source:      v.T("migration.explain.source"),
	}
}
