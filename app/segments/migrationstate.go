package segments

import (
	"cmp"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

// A MigrationState is what the tab of migration knows and what the person chose.
type MigrationState struct {
	screen.Request[engine.MigrationRequest, engine.Migration]
	Movers screen.Request[engine.MoversRequest, engine.Movers]

	By       engine.SegmentBy // "" for engine.SegmentRFM
	From, To analysis.Day     // 0 for the longest usual span, and the observation end
	Window   int              // days of revenue; 0 for as many as lie between the two
	Fixed    bool             // cut-offs of the first day on both
	Show     MigrationShow
	Sankey   bool

	Picked      bool // Row and Column say whose customers are listed; else those at risk
	Row, Column int  // engine.Any for all
	More        int  // pages of the list beyond the first

	Typed screen.Typed
}

// A MigrationShow is what the cells of the matrix say.
type MigrationShow string

// What they may say.
const (
	ShowShare  MigrationShow = "" // of the row's customers
	ShowCount  MigrationShow = "count"
	ShowBefore MigrationShow = "before" // revenue up to the first day
	ShowAfter  MigrationShow = "after"  // revenue up to the second
)

// Fields of the tab.
const (
	MigrateFrom   = "migrate-from"
	MigrateTo     = "migrate-to"
	MigrateWindow = "migrate-window"
)

// moversPage is how many customers the list shows at first, and more at each press.
const moversPage = 20

// Forget drops what was about another dataset.
func (s *MigrationState) Forget() {
	s.Request.Forget()
	s.Movers.Forget()
	s.From, s.To, s.Window, s.Typed = 0, 0, 0, screen.Typed{}
	s.Unpick()
}

// Unpick goes back to the customers whose revenue is at risk.
func (s *MigrationState) Unpick() { s.Picked, s.Row, s.Column, s.More = false, 0, 0, 0 }

// Pick lists the customers of a cell; engine.Any for all of a row or column.
func (s *MigrationState) Pick(row, column int) {
	s.Picked, s.Row, s.Column, s.More = true, row, column, 0
}

// SetBy takes what divides the customers; a cell of other groups is none of these.
func (s *MigrationState) SetBy(by engine.SegmentBy) {
	s.By = by
	s.Movers.Forget()
	s.Unpick()
}

// Days are those in effect for data of a span.
func (s *MigrationState) Days(first, end analysis.Day) (from, to analysis.Day) {
	to = cmp.Or(s.To, end)
	return cmp.Or(s.From, to-analysis.Day(max(1, engine.MigrationSpan(first, to)))), to
}

// SetSpan compares the observation end with some days before it.
func (s *MigrationState) SetSpan(days int, end analysis.Day) {
	s.From, s.To = end-analysis.Day(days), end
	s.Typed.Accept(MigrateFrom)
	s.Typed.Accept(MigrateTo)
}

// SetDay takes a day as it was typed. It returns false if it is none that can be
// compared: the field then says why.
func (s *MigrationState) SetDay(field, text string, first, end analysis.Day) bool {
	day, err := analysis.ParseDay(text)
	from, to := s.Days(first, end)
	if field == MigrateFrom {
		from = day
	} else {
		to = day
	}
	switch {
	case err != nil:
		s.Typed.Refuse(field, text, analysis.Say("migration.no-day"))
		return false
	case day < first || day > end:
		s.Typed.Refuse(field, text, analysis.Say("migration.beyond", analysis.On("first", first), analysis.On("end", end)))
		return false
	case from >= to:
		s.Typed.Refuse(field, text, analysis.Say("migration.backwards", analysis.On("from", from), analysis.On("to", to)))
		return false
	}
	s.SetSpan(int(to-from), to)
	return true
}

// SetWindow takes the days of revenue as they were typed; nothing stands for as many
// as lie between the two days.
func (s *MigrationState) SetWindow(text string) bool {
	days, err := strconv.Atoi(text)
	if text != "" && (err != nil || days < 1 || days > engine.MaxMigrationWindow) {
		s.Typed.Refuse(MigrateWindow, text, analysis.Say("migration.bad-window.typed", analysis.Count("max", engine.MaxMigrationWindow)))
		return false
	}
	s.Window = days
	s.Typed.Accept(MigrateWindow)
	return true
}

// AskMigration is the request for who went where. Scores and tiers are as the other
// tabs have them.
func (s *State) AskMigration(lost churn.Definition, layout figure.Layout) engine.MigrationRequest {
	m := &s.Migration
	by := engine.Segmentation{By: cmp.Or(m.By, engine.SegmentRFM)}
	switch by.By {
	case engine.SegmentRFM:
		by.Scores = s.Options
	case engine.SegmentTiers:
		by.Tiers = s.Tiers
	case engine.SegmentLifecycle:
		by.Definition, by.Life = lost, s.Lifecycle.Options
	default:
		by.Definition = lost
	}
	return engine.MigrationRequest{Segmentation: by, From: m.From, To: m.To, Window: m.Window, Fixed: m.Fixed && by.By == engine.SegmentRFM, Sankey: m.Sankey, Layout: layout}
}

// AskMovers is the request for the customers of what is picked.
func (s *MigrationState) AskMovers() engine.MoversRequest {
	req := engine.MoversRequest{Migration: s.Question, Row: engine.Any, Column: engine.Any, Limit: moversPage * (1 + s.More)}
	if s.Picked {
		req.Row, req.Column = s.Row, s.Column
	} else {
		req.AtRisk = s.Answer != nil && s.Answer.Result.AtRisk.Customers > 0
	}
	return req
}
