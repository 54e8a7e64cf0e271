package segments

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
	"churnbench/app/i18n"
	"churnbench/app/screen"
	"churnbench/app/ui"
)

// AskMigration asks who went where, then for the customers of what is picked.
func AskMigration(h *screen.Host, s *State) {
	screen.Ask(h, &s.Migration.Request, s.AskMigration(h.Definition, h.Layout()), h.Engine.Migration,
		func(engine.Migration) { AskMovers(h, s) })
}

// AskMovers asks for the customers of what is picked.
func AskMovers(h *screen.Host, s *State) {
	screen.Ask(h, &s.Migration.Movers, s.Migration.AskMovers(), h.Engine.Movers, nil)
}

// migration is the tab of who went from which group to which.
func (v view) migration() app.UI {
	s := &v.s.Migration
	again := func() { AskMigration(v.Host, v.s) }
	if s.Answer == nil {
		return ui.Stack(v.migrationControls(), screen.Waiting(v.Host, s.Progress, s.Err, again))
	}
	m := &s.Answer.Result
	return ui.Stack(
		v.migrationControls(),
		screen.Failed(v.Host, s.Err, again),
		ui.Warnings(v.Lang, s.Answer.Warnings),
		v.migrationStats(m),
		v.matrix(m),
		ui.Columns(ui.Stack(v.sankey(), v.movers(m)), ui.Explain(v.explainMigration(m))),
		v.cutoffs(s.Answer),
	)
}

// ask changes what is asked, and asks.
func (v view) migrate(set func()) {
	set()
	AskMigration(v.Host, v.s)
}

// migrationFinding says how many moved, and what is at risk.
func (v view) migrationFinding() string {
	a := v.s.Migration.Answer
	if a == nil || a.Result.Start().Customers == 0 {
		return ""
	}
	m := &a.Result
	args := []screen.Arg{analysis.On("from", m.From), analysis.On("to", m.To), analysis.Count("customers", m.Start().Customers), analysis.Percent("stayed", m.Stay.Share),
		analysis.Percent("up", m.Rise.Share), analysis.Percent("down", m.Fall.Share), analysis.Percent("other", m.Other.Share)}
	first := i18n.Key("migration.finding")
	if m.Ordered {
		first = "migration.finding.ordered"
	}
	risk := ""
	if m.AtRisk.Customers > 0 {
		risk = v.T("migration.finding.risk", analysis.Count("customers", m.AtRisk.Customers), analysis.Count("days", m.Window),
			analysis.Text("before", v.CompactMoney(m.AtRisk.Before.Float())), analysis.Text("after", v.CompactMoney(m.AtRisk.After.Float())))
	}
	return v.Sentences(v.T(first, args...), risk)
}

// migrationControls choose what divides the customers, and the days.
func (v view) migrationControls() app.UI {
	s := &v.s.Migration
	from, to := s.Days(v.Dataset.First, v.Dataset.End)
	var by, spans []ui.Option
	for _, g := range migratable {
		by = append(by, ui.Option{Value: string(g), Label: v.T(i18n.Key("groups.by." + string(g)))})
	}
	for _, days := range engine.MigrationSpans {
		spans = append(spans, ui.Option{Value: strconv.Itoa(days), Label: v.Lang.Int(days), Disabled: v.Dataset.End-analysis.Day(days) < v.Dataset.First})
	}
	span := ""
	if to == v.Dataset.End {
		span = strconv.Itoa(int(to - from))
	}
	window := ""
	if s.Window > 0 {
		window = strconv.Itoa(s.Window)
	}
	return ui.Card(ui.CardProps{}, ui.Form(
		&ui.Select{ID: "migrate-by", Label: v.T("migration.by"), Value: string(cmp.Or(s.By, engine.SegmentRFM)), Options: by,
			OnChange: func(_ app.Context, value string) { v.migrate(func() { s.SetBy(engine.SegmentBy(value)) }) }},
		v.migrationDay(MigrateFrom, "migration.from", from),
		v.migrationDay(MigrateTo, "migration.to", to),
		&ui.Field{ID: MigrateWindow, Kind: ui.NumberField, Label: v.T("migration.window"), Unit: v.T("ui.unit.days"), Min: "1", Max: strconv.Itoa(engine.MaxMigrationWindow), Step: "1",
			Placeholder: strconv.Itoa(int(to - from)), Value: s.Typed.Text(MigrateWindow, window), Error: s.Typed.Fault(v.Lang, MigrateWindow),
			OnChange: func(_ app.Context, text string) {
				if s.SetWindow(text) {
					AskMigration(v.Host, v.s)
				}
			}},
	), v.fixed(), ui.Row(app.Span().Text(v.T("migration.spans")), ui.Segmented(ui.SegmentedProps{ID: "migrate-span", Label: v.T("migration.spans"), Small: true, Value: span, Options: spans,
		OnChange: func(_ app.Context, value string) {
			days, _ := strconv.Atoi(value)
			v.migrate(func() { s.SetSpan(days, v.Dataset.End) })
		}})))
}

// fixed offers the same cut-offs on both days, where groups are by scores.
func (v view) fixed() app.UI {
	s := &v.s.Migration
	if cmp.Or(s.By, engine.SegmentRFM) != engine.SegmentRFM {
		return nil
	}
	return &ui.Checkbox{ID: "migrate-fixed", Label: v.T("migration.fixed"), Checked: s.Fixed,
		OnChange: func(_ app.Context, on bool) { v.migrate(func() { s.Fixed = on }) }}
}

// migratable are the segmentations that know a past.
var migratable = []engine.SegmentBy{engine.SegmentRFM, engine.SegmentTiers, engine.SegmentState, engine.SegmentLifecycle}

func (v view) migrationDay(field string, label i18n.Key, day analysis.Day) app.UI {
	s := &v.s.Migration
	return &ui.Field{ID: field, Kind: ui.DateField, Label: v.T(label), Min: v.Dataset.First.String(), Max: v.Dataset.End.String(),
		Value: s.Typed.Text(field, day.String()), Error: s.Typed.Fault(v.Lang, field),
		OnChange: func(_ app.Context, text string) {
			if s.SetDay(field, text, v.Dataset.First, v.Dataset.End) {
				AskMigration(v.Host, v.s)
			}
		}}
}

func (v view) migrationStats(m *segment.Migration) app.UI {
	stat := func(label i18n.Key, f *segment.Flow, note string) app.UI {
		return screen.Stat(v.Host, "number."+label, ui.StatProps{Label: v.T(label), Value: v.known100(f.Share), Unit: "%", Interval: v.flowInterval(f), Note: note})
	}
	of := func(f *segment.Flow) string {
		return v.T("migration.of", analysis.Count("customers", f.Customers), analysis.Count("all", m.Start().Customers))
	}
	stats := []app.UI{stat("migration.stayed", &m.Stay, of(&m.Stay))}
	if m.Ordered {
		stats = append(stats, stat("migration.up", &m.Rise, of(&m.Rise)), stat("migration.down", &m.Fall, of(&m.Fall)))
	} else {
		stats = append(stats, stat("migration.changed", &m.Other, of(&m.Other)))
	}
	return ui.Stats(append(stats, screen.Stat(v.Host, "number.migration.risk", ui.StatProps{Label: v.T("migration.risk"), Value: v.CompactMoney(m.AtRisk.Before.Float()),
		Note: v.T("migration.risk.note", analysis.Count("customers", m.AtRisk.Customers), analysis.Text("after", v.CompactMoney(m.AtRisk.After.Float())))}))...)
}

func (v view) flowInterval(f *segment.Flow) string {
	if math.IsNaN(f.Low) {
		return ""
	}
	return v.Range(f.Low, f.High, 1)
}

// sankey is the figure, if it was asked for.
func (v view) sankey() app.UI {
	s := &v.s.Migration
	if !s.Sankey {
		return nil
	}
	return screen.Figure(v.Host, &s.Answer.Sankey, s.Busy, v.pickCell)
}

// pickCell lists the customers of a mark or cell, "cell:2,3".
func (v view) pickCell(key string) {
	row, column, ok := strings.Cut(strings.TrimPrefix(key, "cell:"), ",")
	if !ok {
		column = strconv.Itoa(engine.Any)
	}
	i, errRow := strconv.Atoi(row)
	j, errColumn := strconv.Atoi(column)
	if errRow == nil && errColumn == nil {
		v.s.Migration.Pick(i, j)
		AskMovers(v.Host, v.s)
	}
}
