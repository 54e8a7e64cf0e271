package segment

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// What Standing.Group says of customers who are in none of its groups.
const (
	Unknown int32 = -1 // nothing says which group the customer is in
	NotYet  int32 = -2 // her first purchase was later
)

// UnknownKey is the key, in Migration.Groups, of customers whose group is not known.
const UnknownKey = ""

// A Standing says where every customer stood at the end of a day.
type Standing struct {
	Day     analysis.Day
	Group   []int32          // by CustomerID: index into the groups, Unknown or NotYet
	Revenue []analysis.Money // by CustomerID: what she brought in the window that ends with Day
}

// Groups are what customers are divided into.
type Groups struct {
	Keys    []string // in display order, those without customers too
	Ordered bool     // Keys run from the best group to the least
	Apart   []bool   // by group: it has no place in that order; nil for none
	Lapsed  []bool   // by group: its customers count as likely lapsed; nil for none
}

// A Direction says how a customer's group on one day compares with hers on an earlier one.
type Direction uint8

// The directions.
const (
	Stayed  Direction = iota // the same group
	Up                       // a better one
	Down                     // a lesser one
	Changed                  // another one, where groups have no order or one of the two is apart from it
	Came                     // her first purchase was after the first of the days
)

// A Migration counts who went from which group to which between two days. Rows are the
// groups on the first day and, last, those who came after it; columns are the groups on
// the second. Nobody leaves: who has bought once is in some group for good, if only in
// that of the lapsed. So a row adds up to its customers on the first day, and a column
// to those on the second, of whom the last row's came in between.
type Migration struct {
	From, To analysis.Day
	Window   int      // days whose revenue counts, up to and including From, and To
	Groups   []string // keys in display order; UnknownKey last, if anybody's is not known on either day
	Ordered  bool
	Apart    []bool // by group; so is UnknownKey
	Lapsed   []bool // by group

	Cells   []Flow // row by row, (len(Groups)+1) × len(Groups); Share is of the row's customers
	Rows    []Flow // len(Groups)+1; Share is of the customers on the first day, NaN for those who came
	Columns []Flow // len(Groups); Share is of the customers on the second day

	// Of the customers on the first day, of whom Share is.
	Stay, Rise, Fall, Other Flow // by Direction; together they are all of them
	AtRisk                  Flow // moved down, or from another known group into one of the likely lapsed
}

// A Flow is customers who have something in common.
type Flow struct {
	Customers     int
	Before, After analysis.Money // what they brought in the window up to the first and up to the second day
	Share         float64        // of the customers that the Flow is part of, with its Wilson 95 % interval; NaN where there are none
	Low, High     float64
}

// Start is everybody on the first day.
func (m *Migration) Start() (all Flow) {
	for _, row := range m.Rows[:len(m.Groups)] {
		all.join(row)
	}
	return all
}

// End is everybody on the second day.
func (m *Migration) End() (all Flow) {
	for _, column := range m.Columns {
		all.join(column)
	}
	return all
}

// Newcomers is the row of those who came after the first day.
func (m *Migration) Newcomers() int { return len(m.Groups) }

// At returns the customers of a cell.
func (m *Migration) At(row, column int) *Flow { return &m.Cells[row*len(m.Groups)+column] }

// Direction says what a move from row to column is. A lesser group is one further down
// the list of an ordered segmentation.
func (m *Migration) Direction(row, column int) Direction {
	switch {
	case row == m.Newcomers():
		return Came
	case row == column:
		return Stayed
	case !m.Ordered || m.Apart[row] || m.Apart[column]:
		return Changed
	case row > column:
		return Up
	}
	return Down
}

// Risky reports whether a move puts a customer's revenue at risk: down, or from a
// known group into one of the likely lapsed.
func (m *Migration) Risky(row, column int) bool {
	switch m.Direction(row, column) {
	case Down:
		return true
	case Changed:
		return m.Lapsed[column] && !m.Lapsed[row] && m.Groups[row] != UnknownKey
	}
	return false
}

// Migrate counts who went where between two days. Both standings are of the same
// customers, and of the same groups; a customer of the first is in the second.
func Migrate(groups Groups, window int, before, after Standing) *Migration {
	m := &Migration{From: before.Day, To: after.Day, Window: window, Ordered: groups.Ordered}
	m.lay(groups, before, after)
	for c, to := range after.Group {
		if to != NotYet {
			m.At(m.Row(before.Group[c]), m.Column(to)).add(before.Revenue[c], after.Revenue[c])
		}
	}
	m.total()
	return m
}

// lay takes the groups over, with one more where somebody's is not known.
func (m *Migration) lay(groups Groups, before, after Standing) {
	m.Groups = append(m.Groups, groups.Keys...)
	m.Lapsed, m.Apart = make([]bool, len(groups.Keys)), make([]bool, len(groups.Keys))
	copy(m.Lapsed, groups.Lapsed)
	copy(m.Apart, groups.Apart)
	for c := range after.Group {
		if after.Group[c] == Unknown || before.Group[c] == Unknown {
			m.Groups, m.Lapsed, m.Apart = append(m.Groups, UnknownKey), append(m.Lapsed, false), append(m.Apart, true)
			break
		}
	}
	m.Cells = make([]Flow, (len(m.Groups)+1)*len(m.Groups))
	m.Rows, m.Columns = make([]Flow, len(m.Groups)+1), make([]Flow, len(m.Groups))
}

// Row is the row of those who stood in a group, or nowhere yet, on the first day.
func (m *Migration) Row(group int32) int {
	if group == NotYet {
		return m.Newcomers()
	}
	return m.Column(group)
}

// Column is the column of those who stand in a group on the second day.
func (m *Migration) Column(group int32) int {
	if group == Unknown {
		return len(m.Groups) - 1
	}
	return int(group)
}

// total adds the cells up.
func (m *Migration) total() {
	byDirection := map[Direction]*Flow{Stayed: &m.Stay, Up: &m.Rise, Down: &m.Fall, Changed: &m.Other, Came: {}}
	for row := range m.Rows {
		for column := range m.Columns {
			f := *m.At(row, column)
			m.Rows[row].join(f)
			m.Columns[column].join(f)
			byDirection[m.Direction(row, column)].join(f)
			if m.Risky(row, column) {
				m.AtRisk.join(f)
			}
		}
	}
	m.share()
}

// share sets the counts against what they are part of.
func (m *Migration) share() {
	start, end := m.Start().Customers, m.End().Customers
	for row := range m.Rows {
		for column := range m.Columns {
			m.At(row, column).of(m.Rows[row].Customers)
		}
	}
	for row := range m.Groups {
		m.Rows[row].of(start)
	}
	m.Rows[m.Newcomers()].of(0)
	for column := range m.Columns {
		m.Columns[column].of(end)
	}
	for _, f := range []*Flow{&m.Stay, &m.Rise, &m.Fall, &m.Other, &m.AtRisk} {
		f.of(start)
	}
}

func (f *Flow) add(before, after analysis.Money) {
	f.Customers++
	f.Before += before
	f.After += after
}

func (f *Flow) join(g Flow) {
	f.Customers += g.Customers
	f.Before += g.Before
	f.After += g.After
}

func (f *Flow) of(customers int) {
	f.Share, f.Low, f.High = math.NaN(), math.NaN(), math.NaN()
	if customers > 0 {
		f.Share = float64(f.Customers) / float64(customers)
		f.Low, f.High = numeric.Wilson(f.Customers, customers, numeric.Z95)
	}
}

// RevenueOver returns what each customer of a log brought in the days that end with
// a day.
func RevenueOver(log *analysis.Log, end analysis.Day, days int) []analysis.Money {
	sums := make([]analysis.Money, log.Customers())
	begin := end - analysis.Day(days)
	for c := range sums {
		from, to := log.Rows(analysis.CustomerID(c))
		for i := to - 1; i >= from && log.Day[i] > begin; i-- {
			if log.Day[i] <= end {
				sums[c] += log.Amount[i]
			}
		}
	}
	return sums
}
