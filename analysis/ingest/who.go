package ingest

import (
	"slices"
	"strings"
	"unicode"

	"churnbench/analysis"
)

// Who the customer is, is told by names and by how values repeat: customers
// come back on other days, order numbers do not.

const (
	judgeable = 20 // rows below which repetition tells nothing
	idWeight  = 90 // names of this weight and above are identifiers
	anyWeight = 40 // names up to this weight mean any identifier: "id"
)

// weighCustomers corrects the weights of columns that are named like a customer
// by what they hold.
func (p *proposer) weighCustomers(list []candidate) {
	var best *candidate
	for i := range list {
		x := &list[i]
		if x.role != Customer {
			continue
		}
		switch {
		case p.unlikely(x):
			x.weight = 0
		case p.kind == Customers && columnKey(p.sketches[x.column].Name) == "id":
			x.weight = idWeight // the list's own number, which orders refer to
		}
		if best == nil || x.weight > best.weight {
			best = x
		}
	}
	if best == nil {
		return
	}
	for i := range list {
		if x := &list[i]; x.role == Customer && x.weight > 0 && p.isEmail(x.column) && p.emailBeats(best, x) {
			x.weight = best.weight + 1
		}
	}
}

// unlikely reports whether a column named like a customer cannot be one: it
// has one value only, counts the lines of an order, or is a mere "id" of which
// each row has another.
func (p *proposer) unlikely(x *candidate) bool {
	s := &p.sketches[x.column]
	if s.Filled < judgeable {
		return false
	}
	return s.Distinct <= 1 || p.countsLines(x.column) || x.weight <= anyWeight && p.everyRowOther(s)
}

func (p *proposer) everyRowOther(s *columnSketch) bool {
	return p.orderLike() && 100*s.Distinct >= 98*s.Filled
}

// numberOrders takes a mere "id" of which each row has another for the number
// of the order, where no column is named for it.
func (p *proposer) numberOrders() {
	for c := range p.sketches {
		if w := p.coreWeight(c, Customer); w > 25 && w <= anyWeight && p.everyRowOther(&p.sketches[c]) && columnKey(p.sketches[c].Name) == "id" {
			p.give(c, Order)
		}
	}
}

// orderLike reports whether the file has dates and money. In a list of
// customers every row has another, as it should be.
func (p *proposer) orderLike() bool {
	date, money := false, false
	for c, s := range p.sketches {
		date = date || s.Type == DateType && p.coreWeight(c, Date) > 25
		money = money || s.Type == NumberType && max(p.coreWeight(c, Amount), p.coreWeight(c, Price)) > 25
	}
	return date && money
}

// countsLines reports whether a column counts 1, 2, 3 within each order and
// begins again with the next. Orders differ in length; values that come round
// always at the same distance are something else.
func (p *proposer) countsLines(column int) bool {
	s := &p.sketches[column]
	if s.Type != NumberType || s.fractional > 0 || s.Distinct > maxGroups {
		return false
	}
	lengths := map[analysis.Money]bool{}
	fitting, before := 0, analysis.Money(0)
	rows := min(p.rows.len(), typeRows)
	for i := range rows {
		v, _ := parseMoney(p.rows.cell(i, column), '.')
		v /= analysis.MoneyPerUnit
		fitting += b2i(v == before+1 || v == 1)
		if v == 1 && i > 0 {
			lengths[before] = true
		}
		before = v
	}
	return len(lengths) > 1 && 20*fitting >= 19*rows
}

// emailBeats reports whether an address identifies customers better than the
// best column: that one holds names, or is mostly empty, as it is for guests.
func (p *proposer) emailBeats(best, email *candidate) bool {
	b, e := &p.sketches[best.column], &p.sketches[email.column]
	if best.column == email.column {
		return false
	}
	if best.weight >= idWeight && !p.holdsNames(best.column) {
		return 2*b.Filled < e.Filled
	}
	return 2*e.Filled >= b.Filled
}

// isEmail reports whether all samples of a column are addresses.
func (p *proposer) isEmail(column int) bool {
	list := p.sketches[column].Samples
	return len(list) > 0 && !slices.ContainsFunc(list, func(v string) bool { return !strings.Contains(v, "@") })
}

// holdsNames reports whether samples are words without digits: names of people
// and companies, which several may share.
func (p *proposer) holdsNames(column int) bool {
	named := 0
	list := p.sketches[column].Samples
	for _, v := range list {
		words := strings.ContainsFunc(v, func(r rune) bool { return r == ' ' || unicode.Is(unicode.Han, r) })
		named += b2i(words && !strings.ContainsFunc(v, unicode.IsDigit))
	}
	return len(list) > 0 && 2*named > len(list)
}

// customerScore favours the column with most distinct values among those whose
// values come back on other dates. An order number comes back too, once a line
// item, but on one date only.
func (p *proposer) customerScore(c int) float64 {
	s := &p.sketches[c]
	rows := float64(p.rows.len())
	distinct := float64(s.Distinct)
	if s.Type == DateType || s.fractional > 0 || distinct < 2 || float64(s.Filled) < 0.5*rows || distinct > 0.98*float64(s.Filled) {
		return 0
	}
	if s.Name != "" && isForeignName(s.Name) || p.countsLines(c) {
		return 0
	}
	score := distinct / rows
	if date := p.mapping.Column(Date); date >= 0 && returning(s.codes, p.sketches[date].codes) < 0.1 {
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

// doubts says what about the columns a person should look at before confirming.
func (p *proposer) doubts(preset *Preset) (list []analysis.Warning) {
	warn := func(severity analysis.Severity, message, remedy analysis.Message) {
		list = append(list, analysis.Warning{Severity: severity, Message: message, Remedy: remedy})
	}
	if c := p.mapping.Column(Customer); p.once(c) {
		warn(analysis.Caution, analysis.Say("ingest.customer-once", analysis.Count("column", c+1), analysis.Count("rows", p.sketches[c].Filled)),
			analysis.Say("ingest.customer-once-remedy"))
	}
	if p.totalsRepeat() {
		warn(analysis.Caution, analysis.Say("ingest.total-repeated", analysis.Count("column", p.mapping.Column(Amount)+1)), analysis.Say("ingest.total-repeated-remedy"))
	}
	if preset != nil && preset.Note.Key != "" {
		warn(analysis.Note, preset.Note, analysis.Message{})
	}
	return list
}

// once reports whether no customer of an order log comes back.
func (p *proposer) once(customer int) bool {
	if p.kind != Orders || customer < 0 || p.mapping.Column(Date) < 0 {
		return false
	}
	s := &p.sketches[customer]
	return s.Filled >= judgeable && s.Distinct == s.Filled
}

// totalsRepeat reports whether all rows of an order carry the same amount,
// other than those of other orders: it may be the order's total, written again
// on each line.
func (p *proposer) totalsRepeat() bool {
	order, amount := p.mapping.Column(Order), p.mapping.Column(Amount)
	if p.kind != Orders || order < 0 || amount < 0 {
		return false
	}
	o, a := &p.sketches[order], &p.sketches[amount]
	return o.Filled-o.Distinct >= judgeable && 3*a.Distinct >= o.Distinct && repeated(o.codes, a.codes) > 0.9
}
