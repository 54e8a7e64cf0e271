package ingest

import "churnbench/analysis"

// tellKind proposes what the rows of a file are, by what its columns are named
// for, and by whether customers come back.
func (p *proposer) tellKind() Kind {
	t := p.topics()
	money := t.has(Amount) || t.has(Quantity) && t.has(Price)
	switch {
	case money && t.has(Date) && (t.has(Order) || t.has(Quantity)):
		return Orders
	case !money && t.speaks() && !(p.onceEach(t) && t.hasOne(SignUp, Manager, Tier) && !t.has(Date)):
		return Surveys
	case t.stayed() && p.onceEach(t):
		return Customers
	case t.contract() && !(money && t.has(Date) && !p.onceEach(t)):
		return Subscriptions
	case !money && t.has(Campaign) && t.has(Customer) && !t.hasOne(SignUp, Manager):
		return Campaigns
	case !(money && p.hasDates()) && p.onceEach(t):
		return Customers
	}
	return Orders
}

// topics gives columns the roles that their names mean most surely, whether or
// not an order has them.
func (p *proposer) topics() topics {
	t := &proposer{rows: p.rows, sketches: p.sketches, senses: p.senses, mapping: make(Mapping, len(p.sketches))}
	t.assignByName(further(Customers), t.furtherWeight(60))
	t.assignByName(core, t.coreWeight)
	return topics(t.mapping)
}

// topics is a mapping that is used only to tell what a file is about.
type topics Mapping

func (t topics) has(r Role) bool { return Mapping(t).Column(r) >= 0 }

func (t topics) hasOne(roles ...Role) bool { return t.count(roles...) > 0 }

func (t topics) count(roles ...Role) (n int) {
	for _, r := range roles {
		n += b2i(t.has(r))
	}
	return n
}

// speaks reports whether customers say something in the file.
func (t topics) speaks() bool {
	return t.hasOne(NPS, CSAT, Survey) || t.has(Comment) && t.has(Date) && !t.contract()
}

// contract reports whether a file tells of contracts: of two of their traits,
// a start and an end among them or what they bring.
func (t topics) contract() bool {
	start := t.hasOne(SignUp, Date)
	return t.has(End) && start || t.has(Recurring) && (start || t.hasOne(Plan, Status, End)) || t.has(Plan) && t.has(Status) && start
}

// stayed reports whether a file tells how long each customer stayed, and not from
// when to when.
func (t topics) stayed() bool {
	return t.has(Tenure) && t.has(Status) && !(t.has(End) && t.hasOne(SignUp, Date))
}

// hasDates reports whether some column holds dates that could be those of
// orders.
func (p *proposer) hasDates() bool {
	for c, s := range p.sketches {
		if s.Type == DateType && !p.senses[c].other() {
			return true
		}
	}
	return false
}

// onceEach reports whether each row has another customer.
func (p *proposer) onceEach(t topics) bool {
	c := Mapping(t).Column(Customer)
	return c >= 0 && p.sketches[c].Filled > 0 && 100*p.sketches[c].Distinct >= 98*p.sketches[c].Filled
}

// assignList gives the roles that only a list of its kind has.
func (p *proposer) assignList() {
	switch p.kind {
	case Subscriptions:
		p.assignByName([]Role{SignUp}, p.as(Date))
		p.assignByName([]Role{Recurring}, p.as(Amount))
		p.assignByName([]Role{Recurring}, p.as(Price))
	case Surveys:
		p.assignItems()
	}
}

// as weighs columns for a role by what their names say about another.
func (p *proposer) as(r Role) func(int, Role) int {
	return func(column int, _ Role) int { return p.coreWeight(column, r) }
}

// assignItems takes columns of small whole numbers for answers on a scale, if
// their names are questions rather than identifiers.
func (p *proposer) assignItems() {
	for c, s := range p.sketches {
		scale := s.Type == NumberType && s.fractional == 0 && s.largest <= 10*analysis.MoneyPerUnit && s.Distinct <= 11
		if scale && s.Name != "" && len(p.senses[c]) == 0 {
			p.give(c, Survey)
		}
	}
	for c, s := range p.sketches { // further answers of a kind that is given already
		if s.Type == NumberType && p.senses[c].weight(NPS)+p.senses[c].weight(CSAT) > 0 {
			p.give(c, Survey)
		}
	}
}
