package ingest

import (
	"time"

	"churnbench/analysis"
)

// A Book is what the rows of a list are to an analysis that rests on the list
// itself, beside orders or without them.
type Book string

// The books that a list may keep.
const (
	NoBook       Book = ""          // nothing but what it says of customers with orders
	ContractBook Book = "contracts" // each row a contract with its start and end
	TenureBook   Book = "tenures"   // each row a customer with a tenure, who has left or not
)

// Book returns what a list of the kind with the mapping keeps. Its rows are then
// judged as contracts or tenures, and those that are none are left out.
func (m Mapping) Book(kind Kind) Book {
	has := func(r Role) bool { return m.Column(r) >= 0 }
	switch {
	case kind != Subscriptions && kind != Customers || !has(Customer):
		return NoBook
	case m.startColumn() >= 0 && has(End):
		return ContractBook
	case has(Tenure) && has(Status):
		return TenureBook
	}
	return NoBook
}

// Lacks returns the roles that a list of a kind needs, besides its customer, to
// keep a book: those of the book that it is nearer to. It is empty for a list
// that keeps one, and for kinds that never do.
func (m Mapping) Lacks(kind Kind) (roles []Role) {
	need := []Role{SignUp, End}
	switch {
	case kind != Subscriptions && kind != Customers || m.Book(kind) != NoBook:
		return nil
	case m.Column(Tenure) >= 0, kind == Customers && m.startColumn() < 0 && m.Column(End) < 0:
		need = []Role{Tenure, Status}
	}
	for _, r := range need {
		if m.Column(r) < 0 && (r != SignUp || m.startColumn() < 0) {
			roles = append(roles, r)
		}
	}
	return roles
}

// startColumn is the column with the start of a contract, or -1.
func (m Mapping) startColumn() int {
	if c := m.Column(SignUp); c >= 0 {
		return c
	}
	return m.Column(Date)
}

// Contracts may be old: some of a bank's or insurer's began long before those
// orders that anybody exports.
var (
	firstStart = analysis.Date(1900, time.January, 1)
	lastStart  = analysis.Date(2100, time.January, 1)
)

// terms judge the rows of a list that keeps a book. The columns are -1 where the
// list has none.
type terms struct {
	book Book
	Format
	rules     Rules
	latest    analysis.Day // on which a contract may start
	start     int
	end       int
	recurring int
	tenure    int
	entry     int
	status    int
	says      statusReader
}

func newTerms(kind Kind, f Format, m Mapping, rules Rules) terms {
	t := terms{
		book: m.Book(kind), Format: f, rules: rules, latest: lastStart,
		start: m.startColumn(), end: m.Column(End), recurring: m.Column(Recurring),
		tenure: m.Column(Tenure), entry: m.Column(Entry), status: m.Column(Status), says: newStatusReader("", rules),
	}
	if rules.Today > 0 {
		t.latest = rules.Today + 1 // tomorrow is today east of here
	}
	if rules.To.Valid() && rules.To != 0 {
		t.latest = min(t.latest, rules.To)
	}
	return t
}

// name takes the name of the column of statuses from the header.
func (t *terms) name(text []byte, fields []span) {
	if t.status >= 0 && t.status < len(fields) {
		t.says = newStatusReader(cut(clean(fields[t.status].value(text)), maxCell), t.rules)
	}
}

// keep adds what a used row says of a tenure.
func (t *terms) keep(rows *listRows, text []byte, fields []span) {
	if t.book != TenureBook {
		return
	}
	number := func(column int) float64 {
		v, ok := parseExact(clean(fields[column].value(text)), t.Decimal)
		if !ok {
			return 0 // an entry that is missing
		}
		return v
	}
	rows.tenure = append(rows.tenure, number(t.tenure))
	if t.entry >= 0 {
		rows.entry = append(rows.entry, number(t.entry))
	}
	rows.left = append(rows.left, t.says.standing(clean(fields[t.status].value(text))) == HasLeft)
}

// judge returns why a row is no contract or tenure and the column at fault, from
// 1; "" if it is one.
func (t *terms) judge(text []byte, fields []span) (Reason, int) {
	at := func(column int) []byte {
		if column < 0 {
			return nil
		}
		return clean(fields[column].value(text))
	}
	switch t.book {
	case ContractBook:
		if reason, column := t.judgeDates(at(t.start), at(t.end), at(t.status)); reason != "" {
			return reason, column + 1
		}
	case TenureBook:
		if reason, column := t.judgeTenure(at(t.tenure), at(t.entry), at(t.status)); reason != "" {
			return reason, column + 1
		}
	default:
		return "", 0
	}
	return t.judgeRecurring(at(t.recurring))
}

func (t *terms) judgeDates(start, end, status []byte) (Reason, int) {
	from, ok := parseDate(start, t.Dates)
	switch {
	case !ok:
		return BadDate, t.start
	case from < firstStart || from > t.latest:
		return OutsideWindow, t.start
	case noDate(end):
		if t.says.standing(status) == HasLeft {
			return NoEnd, t.end
		}
		return "", 0
	}
	to, ok := parseDate(end, t.Dates)
	switch {
	case !ok:
		return BadDate, t.end
	case to < from || to == from && !t.rules.LastDay:
		return EndBeforeStart, t.end
	}
	return "", 0
}

// noDate reports whether a value stands for no date: nothing at all, or the zero
// that some databases write.
func noDate(b []byte) bool {
	if isNever(b) {
		return true
	}
	for _, c := range b {
		if c != '0' && c != '-' && c != '/' && c != ':' && c != ' ' && c != '.' {
			return isMissing(b)
		}
	}
	return true
}

func (t *terms) judgeTenure(tenure, entry, status []byte) (Reason, int) {
	long, ok := parseExact(tenure, t.Decimal)
	if !ok || long < 0 {
		return BadTenure, t.tenure
	}
	if since, ok := parseExact(entry, t.Decimal); !isMissing(entry) && (!ok || since < 0 || since > long) {
		return BadTenure, t.entry
	}
	if t.says.standing(status) == Unclear {
		return UnknownStatus, t.status
	}
	return "", 0
}

func (t *terms) judgeRecurring(v []byte) (Reason, int) {
	if isMissing(v) {
		return "", 0
	}
	amount, ok := parseMoney(v, t.Decimal)
	switch {
	case !ok:
		return BadAmount, t.recurring + 1
	case amount < 0:
		return NegativeAmount, t.recurring + 1
	}
	return "", 0
}

// why says what is wrong with a row that judge has left out.
func (t *terms) why(reason Reason, text string) analysis.Message {
	value := analysis.Text("value", cut([]byte(text), 40))
	switch reason {
	case BadDate:
		return analysis.Say("ingest.list-why-date", value)
	case OutsideWindow:
		return analysis.Say("ingest.list-why-outside", value)
	case EndBeforeStart:
		return analysis.Say("ingest.why-end-before-start", value)
	case NoEnd:
		return analysis.Say("ingest.why-no-end")
	case BadTenure:
		return analysis.Say("ingest.why-tenure", value)
	case UnknownStatus:
		return analysis.Say("ingest.why-status", value)
	case NegativeAmount:
		return analysis.Say("ingest.list-why-negative", value)
	}
	return analysis.Say("ingest.list-why-amount", value)
}
