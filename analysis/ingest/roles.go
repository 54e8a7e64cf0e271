package ingest

import (
	"cmp"
	"slices"

	"churnbench/analysis"
)

// A proposal is what the columns of a file probably mean.
type proposal struct {
	kind     Kind
	preset   *Preset // nil if the file is of no known program
	mapping  Mapping
	guessed  []Role // those given by what a column holds, not by its name
	warnings []analysis.Warning
}

// A proposer looks at columns. Roles are given out in stages, each to columns
// that are still free, so that a later stage cannot take one from an earlier.
type proposer struct {
	rows     *grid
	sketches []columnSketch
	senses   []sense
	mapping  Mapping
	kind     Kind // of the file; "" while it is not known
}

// propose gives columns roles and the file a kind, unless one is wanted.
func propose(rows *grid, sketches []columnSketch, want Kind) proposal {
	p := &proposer{rows: rows, sketches: sketches, mapping: make(Mapping, len(sketches))}
	for _, s := range sketches {
		p.senses = append(p.senses, senseOf(s.Name))
	}
	preset := recognise(sketches)
	if preset != nil && want != "" && want != preset.Kind {
		preset = nil
	}
	p.kind = want
	switch {
	case preset != nil:
		p.kind = preset.Kind
		p.applyPreset(preset)
	case want == "":
		p.kind = p.tellKind()
	}
	guessed := p.propose(preset)
	return proposal{p.kind, preset, p.mapping, guessed, p.doubts(preset)}
}

// propose gives roles to the columns that a preset leaves free.
func (p *proposer) propose(preset *Preset) (guessed []Role) {
	p.reserve(preset)
	if p.kind == Orders {
		p.assignByName(core, p.coreWeight)
		p.priceAsAmount()
		p.numberOrders()
		guessed = p.guess(Date, Customer, Amount, Quantity)
		p.assignByName(further(Orders), p.furtherWeight(90))
		p.assignOrderStatus()
	} else {
		p.assignByName([]Role{Customer}, p.coreWeight)
		guessed = p.guess(Customer)
		p.assignByName(further(p.kind), p.furtherWeight(50))
		p.assignList()
	}
	p.assignAttributes()
	p.release()
	return guessed
}

// further lists the roles beyond an order's own, in the order in which a file
// of the kind gives them out where names weigh the same.
func further(kind Kind) []Role {
	list := slices.DeleteFunc(slices.Clone(Roles), func(r Role) bool { return isCore(r) || r == Attribute || ofOther(r, kind) })
	if kind == Surveys || kind == Campaigns {
		list = append(list, Date)
	}
	return list
}

// ofOther reports whether a role is of other kinds of files alone.
func ofOther(r Role, kind Kind) bool {
	switch r {
	case OrderStatus:
		return kind != Orders
	case Tenure, Entry:
		return kind != Customers && kind != Subscriptions
	}
	return false
}

// A candidate is a column that may play a role.
type candidate struct {
	column int
	role   Role
	weight int
}

// assignByName gives out roles from the surest match of name and type down.
func (p *proposer) assignByName(roles []Role, weight func(column int, r Role) int) {
	var list []candidate
	for c, s := range p.sketches {
		for _, role := range roles {
			if w := weight(c, role); w > 25 && suits(s, role) {
				list = append(list, candidate{c, role, w})
			}
		}
	}
	p.weighCustomers(list)
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.weight, a.weight) })
	for _, x := range list {
		if x.weight > 0 {
			p.give(x.column, x.role)
		}
	}
}

// give gives a free column a role that is free.
func (p *proposer) give(column int, r Role) {
	if p.mapping[column] == Ignore && (r.Repeats() || p.mapping.Column(r) < 0) {
		p.mapping[column] = r
	}
}

// coreWeight weighs what a name says about an order's own roles. Where the name
// as a whole means another role, its parts say nothing.
func (p *proposer) coreWeight(column int, r Role) int {
	s := p.senses[column]
	for _, m := range s {
		if m.role == r && (m.head || !s.other()) {
			return m.weight
		}
	}
	return 0
}

// furtherWeight weighs what names say about the other roles, from a weight up.
func (p *proposer) furtherWeight(least int) func(int, Role) int {
	return func(column int, r Role) int {
		if w := p.senses[column].weight(r); w >= least {
			return w
		}
		return 0
	}
}

// priceAsAmount: a price and no quantity, so each row sells one piece, or the
// price is its sum.
func (p *proposer) priceAsAmount() {
	m := p.mapping
	if c := m.Column(Price); c >= 0 && m.Column(Amount) < 0 && m.Column(Quantity) < 0 {
		m[c] = Amount
	}
}

// suits reports whether a column's values can play a role.
func suits(s columnSketch, role Role) bool {
	switch role.Holds() {
	case DateType:
		return s.Type == DateType
	case NumberType:
		return s.Type == NumberType && (role != NPS || s.largest <= 10*analysis.MoneyPerUnit && s.fractional == 0)
	}
	return s.Type == TextType || s.Type == NumberType && role != Comment && role != LeaveReason
}

// guess gives roles that an analysis cannot do without to columns that hold
// what they need, and returns them.
func (p *proposer) guess(roles ...Role) (guessed []Role) {
	for _, role := range roles {
		m := p.mapping
		if m.Column(role) >= 0 || role == Amount && m.Column(Quantity) >= 0 && m.Column(Price) >= 0 {
			continue
		}
		best, bestScore := -1, 0.0
		for c := range p.sketches {
			if score := p.contentScore(role, c); m[c] == Ignore && score > bestScore {
				best, bestScore = c, score
			}
		}
		if best >= 0 {
			m[best] = role
			guessed = append(guessed, role)
		}
	}
	return guessed
}

// contentScore says how well a column's values fit a role; 0 rules it out.
// Where columns have names, only dates are told by content alone, and customers
// beside dates and money: a number under a name that we do not know may be
// anything.
func (p *proposer) contentScore(role Role, c int) float64 {
	s := &p.sketches[c]
	rows := float64(p.rows.len())
	switch {
	case rows == 0 || s.Type == EmptyType || p.senses[c].other():
		return 0
	case role == Date:
		return b2f(s.Type == DateType) * float64(s.Filled) / rows * b2f(p.senses[c].weight(Order) == 0 && !isForeignName(s.Name))
	case role == Customer:
		return p.customerScore(c) * b2f(s.Name == "" || p.orderLike())
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

const (
	maxAttributes = 8  // proposed
	maxGroups     = 50 // values of a column that is worth grouping by
)

// assignAttributes proposes text columns of few values for grouping.
func (p *proposer) assignAttributes() {
	given := 0
	for c, s := range p.sketches {
		few := s.Distinct >= 2 && s.Distinct <= maxGroups && 10*s.Distinct < p.rows.len()
		if p.mapping[c] == Ignore && s.Name != "" && s.Type == TextType && few && given < maxAttributes {
			p.mapping[c] = Attribute
			given++
		}
	}
}

// reserved stands for columns that nothing more is to be proposed for.
const reserved Role = "reserved"

// reserve keeps the columns that a preset's program writes of itself and that
// the preset has no use for as they are, until release.
func (p *proposer) reserve(preset *Preset) {
	known := preset.writes()
	for c, s := range p.sketches {
		if p.mapping[c] == Ignore && known[columnKey(s.Name)] {
			p.mapping[c] = reserved
		}
	}
}

func (p *proposer) release() {
	for c := range p.mapping {
		if p.mapping[c] == reserved {
			p.mapping[c] = Ignore
		}
	}
}
