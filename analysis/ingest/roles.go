package ingest

import (
	"cmp"
	"slices"
)

// A candidate is a column that may play a role.
type candidate struct {
	column int
	role   Role
	weight int
}

// proposeMapping gives columns roles: by name as far as names tell, then by
// content what an analysis cannot do without. Guessed lists the roles found by
// content.
func proposeMapping(g *grid, sketches []columnSketch) (m Mapping, guessed []Role) {
	m = make(Mapping, len(sketches))
	assignByName(m, sketches)
	for _, role := range []Role{Date, Customer, Amount, Quantity} {
		if m.Column(role) >= 0 || role == Amount && m.Column(Quantity) >= 0 && m.Column(Price) >= 0 {
			continue
		}
		if c := guess(role, g, m, sketches); c >= 0 {
			m[c] = role
			guessed = append(guessed, role)
		}
	}
	return m, guessed
}

// assignByName gives out roles from the surest match of name and type down.
func assignByName(m Mapping, sketches []columnSketch) {
	var list []candidate
	for c, s := range sketches {
		for _, role := range []Role{Customer, Date, Amount, Quantity, Price, Order} {
			if w := roleWeight(s.Name, role); w > 25 && suits(s, role) {
				list = append(list, candidate{c, role, w})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.weight, a.weight) })
	for _, x := range list {
		if m[x.column] == Ignore && m.Column(x.role) < 0 {
			m[x.column] = x.role
		}
	}
	// A price and no quantity: each row sells one piece, or the price is its sum.
	if p := m.Column(Price); p >= 0 && m.Column(Amount) < 0 && m.Column(Quantity) < 0 {
		m[p] = Amount
	}
}

// suits reports whether a column's values can play a role.
func suits(s columnSketch, role Role) bool {
	switch role {
	case Date:
		return s.Type == DateType
	case Amount, Quantity, Price:
		return s.Type == NumberType
	}
	return s.Type == TextType || s.Type == NumberType
}

// guess finds a column for a role by what it holds, or returns -1.
func guess(role Role, g *grid, m Mapping, sketches []columnSketch) int {
	best, bestScore := -1, 0.0
	for c := range sketches {
		if m[c] != Ignore {
			continue
		}
		if score := contentScore(role, g, m, sketches, c); score > bestScore {
			best, bestScore = c, score
		}
	}
	return best
}

// contentScore says how well a column's values fit a role; 0 rules it out.
// Where columns have names, only dates are told by content alone: a number
// under a name that we do not know may be anything.
func contentScore(role Role, g *grid, m Mapping, sketches []columnSketch, c int) float64 {
	s := &sketches[c]
	rows := float64(g.len())
	switch {
	case rows == 0 || s.Type == EmptyType:
		return 0
	case role == Date:
		return float64(b2i(s.Type == DateType)) * float64(s.Filled) / rows * b2f(roleWeight(s.Name, Order) == 0 && !isForeignName(s.Name))
	case role == Customer:
		return customerScore(g, sketches, m.Column(Date), c)
	case s.Name != "" || s.Type != NumberType:
		return 0
	case role == Amount:
		return s.fractional + 0.5*float64(s.Distinct)/rows
	case role == Quantity:
		return b2f(s.fractional == 0 && s.largest.Float() < 1000) * (1 - float64(s.Distinct)/rows)
	}
	return 0
}

func b2f(b bool) float64 { return float64(b2i(b)) }

// customerScore favours the column with most distinct values among those whose
// values come back on other dates. An order number comes back too, once a line
// item, but on one date only.
func customerScore(g *grid, sketches []columnSketch, date, c int) float64 {
	s := &sketches[c]
	rows := float64(g.len())
	distinct := float64(s.Distinct)
	if s.Type == DateType || s.fractional > 0 || distinct < 2 || float64(s.Filled) < 0.5*rows || distinct > 0.98*float64(s.Filled) {
		return 0
	}
	if s.Name != "" && isForeignName(s.Name) {
		return 0
	}
	score := distinct / rows
	if date >= 0 && returning(s.codes, sketches[date].codes) < 0.1 {
		score *= 0.1
	}
	return score
}

// returning is the share of repeated values that stand beside a different date
// than before.
func returning(codes, dates []uint32) float64 {
	last := map[uint32]uint32{}
	repeats, other := 0, 0
	for i, code := range codes {
		if code == noCustomer {
			continue
		}
		if before, ok := last[code]; ok {
			repeats++
			other += b2i(before != dates[i])
		}
		last[code] = dates[i]
	}
	if repeats == 0 {
		return 0
	}
	return float64(other) / float64(repeats)
}
