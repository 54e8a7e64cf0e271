package segment

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"churnbench/analysis"
)

// Three groups, a better one first, and one customer of every kind.
func TestMigrate(t *testing.T) {
	before := Standing{Day: 100, Group: []int32{0, 0, 1, 2, Unknown, NotYet, NotYet}, Revenue: []analysis.Money{10, 20, 30, 40, 50, 0, 0}}
	after := Standing{Day: 130, Group: []int32{0, 2, 0, 2, 1, 1, NotYet}, Revenue: []analysis.Money{11, 2, 33, 4, 55, 66, 0}}
	m := Migrate(Groups{Keys: []string{"good", "fair", "gone"}, Ordered: true, Lapsed: []bool{false, false, true}}, 30, before, after)
	if want := []string{"good", "fair", "gone", UnknownKey}; !reflect.DeepEqual(m.Groups, want) {
		t.Fatalf("groups %q, want %q", m.Groups, want)
	}
	for _, c := range []struct {
		name          string
		flow          Flow
		customers     int
		before, after analysis.Money
	}{
		{"good to good", *m.At(0, 0), 1, 10, 11},
		{"good to gone", *m.At(0, 2), 1, 20, 2},
		{"good", m.Rows[0], 2, 30, 13},
		{"not known before", m.Rows[3], 1, 50, 55},
		{"newcomers", m.Rows[4], 1, 0, 66},
		{"fair now", m.Columns[1], 2, 50, 121},
		{"all before", m.Start(), 5, 150, 105},
		{"all after", m.End(), 6, 150, 171},
		{"stayed", m.Stay, 2, 50, 15},
		{"up", m.Rise, 1, 30, 33},
		{"down", m.Fall, 1, 20, 2},
		{"otherwise", m.Other, 1, 50, 55},
		{"at risk", m.AtRisk, 1, 20, 2},
	} {
		if c.flow.Customers != c.customers || c.flow.Before != c.before || c.flow.After != c.after {
			t.Errorf("%s: %d customers with %d and %d, want %d with %d and %d", c.name, c.flow.Customers, c.flow.Before, c.flow.After, c.customers, c.before, c.after)
		}
	}
	if f := m.At(0, 2); f.Share != 0.5 || !(f.Low > 0 && f.Low < 0.5 && f.High > 0.5 && f.High < 1) {
		t.Errorf("half of two: %v (%v to %v)", f.Share, f.Low, f.High)
	}
	if f := m.Rows[m.Newcomers()]; !math.IsNaN(f.Share) {
		t.Errorf("newcomers are %v of nobody", f.Share)
	}
	if f := m.Stay; f.Share != 0.4 {
		t.Errorf("%v stayed, want 0.4", f.Share)
	}
}

// Where groups have no order, only moves into those of the likely lapsed put revenue
// at risk, and only from where a customer is known to have been.
func TestRiskWithoutOrder(t *testing.T) {
	before := Standing{Group: []int32{0, 1, 1, Unknown, NotYet}, Revenue: []analysis.Money{1, 2, 4, 8, 16}}
	after := Standing{Group: []int32{1, 0, 1, 1, 1}, Revenue: make([]analysis.Money, 5)}
	m := Migrate(Groups{Keys: []string{"here", "gone"}, Lapsed: []bool{false, true}}, 1, before, after)
	if m.AtRisk.Customers != 1 || m.AtRisk.Before != 1 || m.Rise.Customers+m.Fall.Customers != 0 || m.Other.Customers != 3 {
		t.Errorf("at risk %+v; up %d, down %d, otherwise %d", m.AtRisk, m.Rise.Customers, m.Fall.Customers, m.Other.Customers)
	}
}

// A group apart from the order is neither above nor below another.
func TestApart(t *testing.T) {
	m := Migrate(Groups{Keys: []string{"good", "fair", "other"}, Ordered: true, Apart: []bool{false, false, true}}, 1, Standing{}, Standing{})
	for _, c := range []struct {
		row, column int
		want        Direction
	}{{0, 0, Stayed}, {0, 1, Down}, {1, 0, Up}, {0, 2, Changed}, {2, 1, Changed}, {2, 2, Stayed}, {3, 2, Came}} {
		if got := m.Direction(c.row, c.column); got != c.want {
			t.Errorf("%d → %d: %v, want %v", c.row, c.column, got, c.want)
		}
	}
}

func TestNobodyMigrates(t *testing.T) {
	m := Migrate(Groups{Keys: []string{"a", "b"}, Ordered: true}, 1, Standing{}, Standing{})
	if m.Start().Customers != 0 || !math.IsNaN(m.Stay.Share) || len(m.Cells) != 6 {
		t.Errorf("%+v", m)
	}
}

// slowly counts a migration customer by customer and cell by cell, from a list of
// everybody's moves.
func slowly(groups Groups, before, after Standing) (cells map[[2]string]Flow) {
	key := func(g int32) string {
		switch g {
		case Unknown:
			return "unknown"
		case NotYet:
			return "not yet"
		}
		return groups.Keys[g]
	}
	cells = map[[2]string]Flow{}
	for c := range before.Group {
		if after.Group[c] == NotYet {
			continue
		}
		at := [2]string{key(before.Group[c]), key(after.Group[c])}
		f := cells[at]
		f.Customers, f.Before, f.After = f.Customers+1, f.Before+before.Revenue[c], f.After+after.Revenue[c]
		cells[at] = f
	}
	return cells
}

// On random standings the matrix is that of the slow way, rows add up to the first
// day, columns to the second, and every customer of the first day has one direction.
func TestMigrationAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 5))
	for range 300 {
		groups := Groups{Ordered: rng.IntN(2) == 0}
		for k := range 1 + rng.IntN(6) {
			groups.Keys = append(groups.Keys, string(rune('a'+k)))
			groups.Lapsed = append(groups.Lapsed, rng.IntN(3) == 0)
		}
		n := rng.IntN(40)
		before, after := randomStanding(rng, n, len(groups.Keys), nil), Standing{}
		after = randomStanding(rng, n, len(groups.Keys), before.Group)
		m := Migrate(groups, 30, before, after)
		want := slowly(groups, before, after)
		for row := range m.Rows {
			for column := range m.Columns {
				from := "not yet"
				if row < m.Newcomers() {
					from = m.Groups[row]
				}
				at := [2]string{from, m.Groups[column]}
				for i := range at {
					if at[i] == UnknownKey {
						at[i] = "unknown"
					}
				}
				got := *m.At(row, column)
				got.Share, got.Low, got.High = 0, 0, 0
				if got != want[at] {
					t.Fatalf("%v: %+v, slowly %+v", at, got, want[at])
				}
				delete(want, at)
			}
		}
		if len(want) > 0 {
			t.Fatalf("cells are missing: %v", want)
		}
		checkSums(t, m, before, after)
	}
}

func randomStanding(rng *rand.Rand, n, groups int, earlier []int32) Standing {
	s := Standing{Group: make([]int32, n), Revenue: make([]analysis.Money, n)}
	for c := range s.Group {
		s.Group[c] = int32(rng.IntN(groups+2)) - 2
		if earlier != nil && earlier[c] != NotYet && s.Group[c] == NotYet {
			s.Group[c] = Unknown // whoever has come stays
		}
		if s.Group[c] != NotYet {
			s.Revenue[c] = analysis.Money(rng.IntN(1000) - 100)
		}
	}
	return s
}

func checkSums(t *testing.T, m *Migration, before, after Standing) {
	t.Helper()
	count := func(s Standing) (n int, sum analysis.Money) {
		for c, g := range s.Group {
			if g != NotYet {
				n, sum = n+1, sum+s.Revenue[c]
			}
		}
		return n, sum
	}
	n0, sum0 := count(before)
	n1, sum1 := count(after)
	if start := m.Start(); start.Customers != n0 || start.Before != sum0 {
		t.Fatalf("rows hold %d with %d, want %d with %d", start.Customers, start.Before, n0, sum0)
	}
	came := m.Rows[m.Newcomers()]
	if end := m.End(); end.Customers != n1 || end.After != sum1 || end.Customers-came.Customers != n0 {
		t.Fatalf("columns hold %d with %d, %d of them new; want %d with %d", end.Customers, end.After, came.Customers, n1, sum1)
	}
	if n := m.Stay.Customers + m.Rise.Customers + m.Fall.Customers + m.Other.Customers; n != n0 {
		t.Fatalf("%d customers have a direction, want %d", n, n0)
	}
}

func TestRevenueOver(t *testing.T) {
	log := &analysis.Log{Start: []uint32{0, 4, 5}, Day: []analysis.Day{1, 10, 11, 20, 12}, Amount: []analysis.Money{1, 2, 4, 8, 16}}
	for _, c := range []struct {
		end  analysis.Day
		days int
		want []analysis.Money
	}{
		{20, 10, []analysis.Money{12, 16}}, // days 11 … 20
		{19, 9, []analysis.Money{4, 16}},
		{11, 2, []analysis.Money{6, 0}},
		{0, 5, []analysis.Money{0, 0}},
		{20, 100, []analysis.Money{15, 16}},
	} {
		if got := RevenueOver(log, c.end, c.days); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%d days to %d: %v, want %v", c.days, c.end, got, c.want)
		}
	}
}
