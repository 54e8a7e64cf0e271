package ingest

import "churnbench/analysis"

// A plan is what Read was asked to do, in the form the loops need.
type plan struct {
	Format
	columns    int // fields that a row must have
	customer   int // columns by role; -1 where there is none
	date       int
	amount     int // or, where it is -1:
	quantity   int
	price      int
	order      int
	orderState int
	roles      Mapping
	refunds    RefundRule
	from, to   analysis.Day // window, closed on both sides
	heading    heading      // the header, once it was read
	future     analysis.Day // the first day that has not come yet; the last day that can be, where today is unknown
	tests      testPatterns
	noSales    stateSet
	known      *keyTable // which identifiers have been tested already; may be nil
}

func newPlan(f Format, m Mapping, r Rules) (*plan, error) {
	if err := checkMapping(m); err != nil {
		return nil, err
	}
	p := &plan{
		Format: f, columns: len(m), roles: m, refunds: r.Refunds,
		customer: m.Column(Customer), date: m.Column(Date),
		amount: m.Column(Amount), quantity: m.Column(Quantity), price: m.Column(Price),
		order: m.Column(Order), orderState: m.Column(OrderStatus),
		from: earliest, to: latest, future: latest + 1, tests: newTestPatterns(r.Test), noSales: newStateSet(r.NoSale),
	}
	if p.refunds == "" {
		p.refunds = DefaultRefunds
	}
	if r.From.Valid() {
		p.from = max(p.from, r.From)
	}
	if r.To.Valid() && r.To != 0 {
		p.to = min(p.to, r.To)
	}
	if r.Today.Valid() && r.Today != 0 {
		p.future = r.Today + 2 // tomorrow is today east of here
		p.to = min(p.to, p.future-1)
	}
	return p, nil
}

// checkMapping says what a mapping lacks, or which role it gives twice.
func checkMapping(m Mapping) error {
	for i, role := range m {
		if !role.Repeats() && m.Column(role) < i {
			return analysis.Fail(analysis.BadInput, "ingest.role-twice", roleWord(role)).Or("ingest.role-twice-remedy")
		}
	}
	for _, role := range []Role{Customer, Date} {
		if m.Column(role) < 0 {
			return analysis.Fail(analysis.BadInput, "ingest.role-missing", roleWord(role)).Or("ingest.role-missing-remedy", roleWord(role))
		}
	}
	if m.Column(Amount) < 0 && (m.Column(Quantity) < 0 || m.Column(Price) < 0) {
		return analysis.Fail(analysis.BadInput, "ingest.role-missing", roleWord(Amount)).Or("ingest.amount-missing-remedy")
	}
	return nil
}

// A verdict is what one row came to: an order, or the reason why it is none.
type verdict struct {
	reason   Reason // "" for an order
	column   int    // 1-based column at fault, 0 for the row as a whole
	customer []byte
	day      analysis.Day
	amount   analysis.Money
	hasMoney bool // amount could be read, whatever the reason
}

// judge tests one row in the order of the Reasons, as far as the row alone can
// tell. It is the reference: the
// kernels accept only rows that judge would accept, with the same values. What
// says that nothing was sold, see unsoldBy, may stand in a row before.
func (p *plan) judge(text []byte, fields []span, unsoldBy int) (v verdict) {
	if !p.fits(text, fields) {
		v.reason = Malformed
		if isTotals(fields[0].value(text)) {
			v.reason = TotalsLine
		}
		return v
	}
	v.customer = clean(fields[p.customer].value(text))
	var dated bool
	v.day, dated = parseDate(fields[p.date].value(text), p.Dates)
	amountColumn := 0
	v.amount, amountColumn = p.money(text, fields)
	v.hasMoney = amountColumn < 0
	switch {
	case !dated && p.heading.repeats(text, fields):
		v.reason = Malformed
	case !dated && (isTotals(v.customer) || isTotals(fields[0].value(text))):
		v.reason = TotalsLine
	case isMissing(v.customer):
		v.reason, v.column = MissingCustomer, p.customer+1
	case p.isTest(v.customer):
		v.reason, v.column = TestCustomer, p.customer+1
	case unsoldBy > 0:
		v.reason, v.column = NoSale, unsoldBy
	case !dated:
		v.reason, v.column = BadDate, p.date+1
	case v.day < p.from || v.day > p.to:
		v.reason, v.column = OutsideWindow, p.date+1
	case !v.hasMoney:
		v.reason, v.column = BadAmount, amountColumn+1
	case v.amount == 0 && p.refunds == ExcludeRefunds:
		v.reason, v.column = ZeroAmount, p.moneyColumn()+1
	case v.amount < p.refunds.least():
		v.reason, v.column = NegativeAmount, p.moneyColumn()+1
	}
	return v
}

// isTest reports whether a cleaned identifier is that of a test customer.
func (p *plan) isTest(id []byte) bool {
	if len(p.tests.list) == 0 {
		return false
	}
	if p.known != nil && p.known.slots != nil {
		if code, ok := p.known.find(id); ok {
			return code >= firstTest
		}
	}
	return p.tests.match(id)
}

// fits reports whether a row has as many fields as it must. One more is
// tolerated if it is empty: many programs end every line with a delimiter.
func (p *plan) fits(text []byte, fields []span) bool {
	n := len(fields)
	return n == p.columns || n == p.columns+1 && len(clean(text[fields[n-1].from:fields[n-1].to])) == 0
}

// money reads a row's amount. The column is that at fault, or -1.
func (p *plan) money(text []byte, fields []span) (m analysis.Money, column int) {
	if p.amount >= 0 {
		m, ok := parseMoney(fields[p.amount].value(text), p.Decimal)
		return m, faulty(ok, p.amount)
	}
	q, ok := parseMoney(fields[p.quantity].value(text), p.Decimal)
	if !ok {
		return 0, p.quantity
	}
	price, ok := parseMoney(fields[p.price].value(text), p.Decimal)
	if !ok {
		return 0, p.price
	}
	m, ok = product(q, price)
	return m, faulty(ok, p.price)
}

func faulty(ok bool, column int) int {
	if ok {
		return -1
	}
	return column
}

// moneyColumn is the column of money: the one to point at for an amount that a
// rule leaves out, and the one that carries a currency.
func (p *plan) moneyColumn() int {
	if p.amount >= 0 {
		return p.amount
	}
	return p.price
}

// isBlank reports whether no field of a row holds anything.
func isBlank(text []byte, fields []span) bool {
	for _, f := range fields {
		if len(clean(text[f.from:f.to])) > 0 {
			return false
		}
	}
	return true
}
