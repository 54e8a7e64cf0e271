package local

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/chart"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// migrated is the migration last asked for, so that its customers can be listed and
// exported without dividing them again.
type migrated struct {
	by            engine.MigrationRequest // dates and window filled in; neither Sankey nor Layout
	divided       engine.Segmentation     // what divides the customers; not by's if that is Fixed
	groups        [2]*groups              // on the first and on the second day
	before, after segment.Standing
	result        *segment.Migration

	of     engine.MoversRequest // Offset and Limit zero
	movers []analysis.CustomerID
}

// Migration implements engine.Engine.
func (l *Local) Migration(_ context.Context, req engine.MigrationRequest) (engine.Migration, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Migration{}, err
	}
	m, err := d.migrate(req)
	if err != nil {
		return engine.Migration{}, err
	}
	out := engine.Migration{Result: *m.result, By: [2]engine.Segmentation{m.divided, m.divided}, Warnings: d.migrationWarnings(m.result)}
	for i, g := range m.groups {
		out.Tiers[i] = g.tiers
		if g.scores != nil {
			out.Cuts[i] = g.scores.Cuts[:]
		}
	}
	if !req.Sankey {
		return out, nil
	}
	names := func(key string) string { return l.groupName(req.Layout.Lang, m.divided, key) }
	return out, draw(into(&out.Sankey, func() (figure.Figure, error) { return chart.Sankey(m.result, names, d.styled(req.Layout.InColumn())) }))
}

// migrate returns the migration that is asked for, from memory if it was made before.
func (d *dataset) migrate(req engine.MigrationRequest) (*migrated, error) {
	req, err := d.migrationDays(req)
	if err != nil {
		return nil, err
	}
	if d.migrated != nil && reflect.DeepEqual(d.migrated.by, req) {
		return d.migrated, nil
	}
	m := &migrated{by: req, divided: req.Segmentation}
	if req.Fixed && req.By == engine.SegmentRFM {
		if m.divided.Scores, err = d.fixed(req.Scores, req.From); err != nil {
			return nil, err
		}
	}
	for i, day := range []analysis.Day{req.From, req.To} {
		if m.groups[i], err = d.divide(m.divided, day); err != nil {
			return nil, err
		}
	}
	m.before = segment.Standing{Day: req.From, Group: m.groups[0].of, Revenue: segment.RevenueOver(d.log, req.From, req.Window)}
	m.after = segment.Standing{Day: req.To, Group: m.groups[1].of, Revenue: segment.RevenueOver(d.log, req.To, req.Window)}
	m.result = segment.Migrate(segment.Groups{Keys: m.groups[0].keys, Ordered: ordered[req.By], Apart: m.groups[0].apart, Lapsed: m.groups[0].lapsed}, req.Window, m.before, m.after)
	d.migrated = m
	return m, nil
}

// fixed returns options by whose cut-offs, near the quantiles of a day, customers can be
// scored on other days; what a person typed stays.
func (d *dataset) fixed(opt rfm.Options, at analysis.Day) (rfm.Options, error) {
	scores, _, err := d.scoresAt(opt, at)
	if err != nil {
		return opt, err
	}
	for measure := range opt.Typed {
		if opt.Typed[measure].N == 0 {
			opt.Typed[measure] = scores.Cuts[measure].Suggest(measure)
		}
	}
	return opt, nil
}

// ordered are the segmentations whose groups run from the best to the least.
var ordered = map[engine.SegmentBy]bool{engine.SegmentRFM: true, engine.SegmentTiers: true, engine.SegmentState: true}

// migrationDays fills in days and window, or says what is wrong with them. What does
// not bear on the numbers is left out.
func (d *dataset) migrationDays(req engine.MigrationRequest) (engine.MigrationRequest, error) {
	first, end := d.log.First(), d.log.End
	if req.To == 0 {
		req.To = end
	}
	if req.From == 0 {
		req.From = req.To - analysis.Day(max(1, engine.MigrationSpan(first, req.To)))
	}
	if req.Window == 0 {
		req.Window = max(1, min(engine.MaxMigrationWindow, int(req.To-req.From)))
	}
	req.Sankey, req.Layout = false, figure.Layout{}
	switch {
	case req.By == engine.SegmentAttribute:
		return req, analysis.Fail(analysis.BadInput, "migration.constant")
	case end <= first:
		return req, analysis.Fail(analysis.NotEnough, "migration.one-day").Or("migration.one-day.remedy")
	case req.From < first || req.To > end:
		return req, analysis.Fail(analysis.BadInput, "migration.beyond", analysis.On("first", first), analysis.On("end", end))
	case req.From >= req.To:
		return req, analysis.Fail(analysis.BadInput, "migration.backwards", analysis.On("from", req.From), analysis.On("to", req.To))
	case req.Window < 1 || req.Window > engine.MaxMigrationWindow:
		return req, analysis.Fail(analysis.BadInput, "migration.bad-window", analysis.Count("days", req.Window), analysis.Count("max", engine.MaxMigrationWindow))
	}
	return req, nil
}

// migrationWarnings says what a reader should know: a window that reaches back beyond
// the data, and groups that are scored anew each time.
func (d *dataset) migrationWarnings(m *segment.Migration) (list []analysis.Warning) {
	first := d.log.First()
	if seen := int(m.From-first) + 1; seen < m.Window {
		list = append(list, analysis.Warning{Severity: analysis.Caution,
			Message: analysis.Say("migration.window-cut", analysis.Count("days", m.Window), analysis.On("from", m.From), analysis.On("first", first), analysis.Count("seen", seen)),
			Remedy:  analysis.Say("migration.window-cut.remedy")})
	}
	if n := m.Start().Customers; n < rfm.Few {
		list = append(list, analysis.Warning{Severity: analysis.Caution, Message: analysis.Say("migration.few", analysis.Count("customers", n), analysis.On("from", m.From))})
	}
	return list
}

// Movers implements engine.Engine.
func (l *Local) Movers(_ context.Context, req engine.MoversRequest) (engine.Movers, error) {
	d, err := l.ordered()
	if err != nil {
		return engine.Movers{}, err
	}
	m, err := d.migrate(req.Migration)
	if err != nil {
		return engine.Movers{}, err
	}
	list := m.list(req)
	from := min(max(req.Offset, 0), len(list))
	out := engine.Movers{Total: len(list), Offset: from}
	for _, c := range list {
		out.Before += m.before.Revenue[c]
		out.After += m.after.Revenue[c]
	}
	to := min(from+min(max(req.Limit, 0), MaxPage), len(list))
	for _, c := range m.best(list, to)[from:to] {
		out.Rows = append(out.Rows, d.mover(m, c))
	}
	return out, nil
}

// cell is where a customer stands in the matrix; ok is false before her first purchase.
func (m *migrated) cell(c analysis.CustomerID) (row, column int, ok bool) {
	if m.after.Group[c] == notYet {
		return 0, 0, false
	}
	return m.result.Row(m.before.Group[c]), m.result.Column(m.after.Group[c]), true
}

// list returns who is asked for, in the order of the log.
func (m *migrated) list(req engine.MoversRequest) []analysis.CustomerID {
	req.Migration, req.Offset, req.Limit = engine.MigrationRequest{}, 0, 0
	if m.movers != nil && reflect.DeepEqual(m.of, req) {
		return m.movers
	}
	list := []analysis.CustomerID{}
	for c := range analysis.CustomerID(len(m.after.Group)) {
		row, column, ok := m.cell(c)
		if ok && (req.Row == engine.Any || req.Row == row) && (req.Column == engine.Any || req.Column == column) &&
			(!req.AtRisk || m.result.Risky(row, column)) {
			list = append(list, c)
		}
	}
	m.of, m.movers = req, list
	return list
}

// stake is the revenue that a customer's move is about.
func (m *migrated) stake(c analysis.CustomerID) analysis.Money {
	return max(m.before.Revenue[c], m.after.Revenue[c])
}

// fewBest is how many customers are found faster one by one than by sorting all.
const fewBest = 1000

// best returns at least the first n of a list by falling stake, equal ones in the order
// of the list.
func (m *migrated) best(list []analysis.CustomerID, n int) []analysis.CustomerID {
	if n > fewBest {
		sorted := slices.Clone(list)
		slices.SortStableFunc(sorted, func(a, b analysis.CustomerID) int { return cmp.Compare(m.stake(b), m.stake(a)) })
		return sorted
	}
	best := make([]analysis.CustomerID, 0, n+1)
	for _, c := range list {
		if len(best) == n && (n == 0 || m.stake(c) <= m.stake(best[n-1])) {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, m.stake(c), func(o analysis.CustomerID, stake analysis.Money) int {
			if m.stake(o) >= stake {
				return -1
			}
			return 1
		})
		best = slices.Insert(best, at, c)[:min(n, len(best)+1)]
	}
	return best
}

func (d *dataset) mover(m *migrated, c analysis.CustomerID) engine.Mover {
	row, column, _ := m.cell(c)
	return engine.Mover{ID: d.log.IDs.At(int(c)), Row: row, Column: column, Before: m.before.Revenue[c], After: m.after.Revenue[c]}
}

type moverRow struct {
	Customer cell    `csv:"customer"`
	From     cell    `csv:"from"` // empty for who came later; "?" where the group is not known
	FromName cell    `csv:"from_name"`
	To       cell    `csv:"to"`
	ToName   cell    `csv:"to_name"`
	Move     string  `csv:"move"`
	AtRisk   int     `csv:"at_risk"`
	Before   decimal `csv:"revenue_before"`
	After    decimal `csv:"revenue_after"`
}

// moveNames are how the export writes directions.
var moveNames = [...]string{segment.Stayed: "stayed", segment.Up: "up", segment.Down: "down", segment.Changed: "changed", segment.Came: "new"}

// migration lists the customers of the second day as the screen last divided them.
func (l *Local) migration(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	by := engine.MigrationRequest{Segmentation: engine.Segmentation{By: engine.SegmentRFM, Scores: d.scoredBy}}
	if d.migrated != nil {
		by = d.migrated.by
	}
	m, err := d.migrate(by)
	if err != nil {
		return nil, err
	}
	names := l.groupNames(req.Lang, m.divided, m.result.Groups)
	all := m.list(engine.MoversRequest{Row: engine.Any, Column: engine.Any})
	list := m.best(all, len(all))
	rows := make([]moverRow, len(list))
	for i, c := range list {
		row, column, _ := m.cell(c)
		r := &rows[i]
		*r = moverRow{Customer: cell(d.log.IDs.At(int(c))), To: groupCode(m.result, column), ToName: cell(names[column]), Move: moveNames[m.result.Direction(row, column)],
			Before: decimal(m.before.Revenue[c].Float()), After: decimal(m.after.Revenue[c].Float())}
		if row < len(names) {
			r.From, r.FromName = groupCode(m.result, row), cell(names[row])
		}
		if m.result.Risky(row, column) {
			r.AtRisk = 1
		}
	}
	return table(rows)
}

// groupCode is a group's key in an export.
func groupCode(m *segment.Migration, i int) cell {
	if m.Groups[i] == segment.UnknownKey {
		return "?"
	}
	return cell(m.Groups[i])
}
