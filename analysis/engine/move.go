package engine

import (
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/cohort"
)

// On returns the questions of a project as they are put to another dataset, usually next
// month's: columns as For has them, and days that a person fixed where they lie within
// the data. A day outside is chosen anew, with a warning; one that was left open (0) is
// open still, so that it moves with the data.
func (p *Project) On(d *Dataset) (Questions, []analysis.Warning) {
	m := mover{from: p.Columns, to: d.Columns, orders: span{d.First, d.End}}
	if m.contracts = m.orders; d.Contracts != nil {
		m.contracts = span{d.Contracts.First, d.Contracts.End}
	}
	m.move(&p.Questions)
	return m.Questions, m.warnings
}

// For returns the questions by the positions that their columns have in another dataset,
// where they are found by name. A question about a column that is not there becomes what
// it would be without it, or nil where nothing would be left of it, and a warning names
// the column. q is left as it is.
func (q Questions) For(from, to Columns) (Questions, []analysis.Warning) {
	m := mover{from: from, to: to}
	m.move(&q)
	return m.Questions, m.warnings
}

// A mover carries Questions over. Every field that holds the position of a column, or a
// day, is visited by one of its methods; a test finds those that are not.
type mover struct {
	Questions
	from, to          Columns
	orders, contracts span   // zero if days are left as they are
	about             string // key of the question being moved
	warnings          []analysis.Warning
}

// A span is the days of a dataset, both inclusive.
type span struct{ first, end analysis.Day }

func (s span) has(d analysis.Day) bool {
	return !s.known() || d == 0 || !d.Valid() || d >= s.first && d <= s.end
}

func (s span) known() bool { return s.end != 0 && s.end.Valid() }

// own gives the mover a copy of a question, so that the one it came from stays, and says
// what is moved next.
func own[T any](m *mover, about string, question **T) *T {
	if *question != nil {
		c := **question
		*question = &c
		m.about = about
	}
	return *question
}

// warn says something once.
func (m *mover) warn(said, remedy analysis.Message) {
	for _, w := range m.warnings {
		if w.Message.Key == said.Key && slices.Equal(w.Message.Args, said.Args) {
			return
		}
	}
	m.warnings = append(m.warnings, analysis.Warning{Severity: analysis.Caution, Message: said, Remedy: remedy})
}

// A listing is the columns that some positions count, before and now.
type listing struct{ from, to []string }

func (m *mover) kept() listing      { return listing{m.from.Kept, m.to.Kept} }
func (m *mover) orderRows() listing { return listing{m.from.Orders, m.to.Orders} }

// lives lists the attributes of the customers of a basis.
func (m *mover) lives(b Basis) listing {
	return listing{m.from.Attributes[m.from.basis(b)], m.to.Attributes[m.to.basis(b)]}
}

// basis is b or, if that is left open, the first that there is.
func (c *Columns) basis(b Basis) Basis {
	for _, first := range []Basis{OnOrders, OnContracts, OnTenures} {
		if _, ok := c.Attributes[first]; ok && b == "" {
			b = first
		}
	}
	return b
}

// find returns where a column is now, −1 if it is gone. Of several of one name the first
// is the first, the second the second.
func (l listing) find(i int) int {
	if i < 0 || i >= len(l.from) {
		return -1
	}
	before := 0
	for _, name := range l.from[:i] {
		if sameName(name, l.from[i]) {
			before++
		}
	}
	for at, name := range l.to {
		if sameName(name, l.from[i]) {
			if before == 0 {
				return at
			}
			before--
		}
	}
	return -1
}

// sameName compares as people do: case and blanks around do not count.
func sameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// column moves a position that is used, or only left over from another choice; it reports
// whether the question can be asked.
func (m *mover) column(l listing, at *int, used bool) bool {
	i := *at
	now := l.find(i)
	*at = max(0, now)
	if now >= 0 || !used {
		return true
	}
	name := analysis.Count("column", i+1)
	if i >= 0 && i < len(l.from) && l.from[i] != "" {
		name = analysis.Text("column", l.from[i])
	}
	m.warn(analysis.Say("project.column-gone", name, analysis.Word("question", m.about)), analysis.Say("project.column-gone.remedy"))
	return false
}

// columns moves those that are still there. None left of several is the default, nil.
func (m *mover) columns(l listing, list *[]int) {
	was := len(*list)
	keep(list, func(at *int) bool { return m.column(l, at, true) })
	if was > 0 && len(*list) == 0 {
		*list = nil
	}
}

// day moves a date that a person may have fixed.
func (m *mover) day(s span, d *analysis.Day) {
	if s.has(*d) {
		return
	}
	m.warn(analysis.Say("project.day-gone", analysis.On("day", *d), analysis.Word("question", m.about), analysis.On("first", s.first), analysis.On("end", s.end)),
		analysis.Say("project.day-gone.remedy"))
	*d = 0
}

// days moves two dates of which the first must be before the second.
func (m *mover) days(from, to *analysis.Day) {
	m.day(m.orders, from)
	m.day(m.orders, to)
	if s := m.orders; s.known() && *from != 0 && (*to != 0 && *from >= *to || *from == s.end) {
		*from = 0
	}
}

// definition moves a definition of loss. Without its column it is what its other parts
// are, in the end silence.
func (m *mover) definition(d *churn.Definition) bool {
	about := m.about
	m.about = "question.definition"
	used := d.Kind == churn.Explicit || d.Kind == churn.Combined && slices.Contains(d.Parts, churn.Explicit)
	ok := m.column(m.kept(), &d.Ended.Column, used)
	m.about = about
	if ok {
		return true
	}
	d.Ended = churn.Ended{}
	d.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(k churn.Kind) bool { return k == churn.Explicit })
	if d.Kind == churn.Explicit || len(d.Parts) < 2 {
		d.Kind, d.Parts = append(d.Parts, churn.Silence)[0], nil
	}
	return false
}

// cohorts moves what cohorts are by; without its column they are by first purchase.
func (m *mover) cohorts(o *cohort.Options) bool {
	ok := m.column(m.kept(), &o.Column, o.By != cohort.FirstPurchase)
	if !ok {
		o.By = cohort.FirstPurchase
	}
	return ok
}

// segmentation moves what divides customers. It is zero if that is not there.
func (m *mover) segmentation(g *Segmentation) (ok bool) {
	m.definition(&g.Definition)
	m.portfolio(&g.Portfolio, g.By == SegmentPortfolio || g.By == SegmentVerdict)
	switch g.By {
	case SegmentOrders:
		ok = m.column(m.orderRows(), &g.Column, true)
	case SegmentMovement, SegmentEntered:
		since := g.Since
		m.day(m.orders, &g.Since)
		ok = since == g.Since && m.column(m.kept(), &g.Column, false)
	default:
		ok = m.column(m.kept(), &g.Column, g.By == SegmentAttribute)
	}
	if !ok {
		*g = Segmentation{}
	}
	return ok
}

// portfolio moves the columns of costs; without one the typed cost stands in.
func (m *mover) portfolio(o *PortfolioOptions, used bool) {
	for _, c := range []*CostFrom{&o.Acquisition, &o.Serving} {
		gone := m.kept().find(c.Column) < 0
		m.column(m.kept(), &c.Column, used && c.FromColumn)
		c.FromColumn = c.FromColumn && !gone
	}
}
