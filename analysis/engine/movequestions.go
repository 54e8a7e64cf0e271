package engine

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
)

// move takes over every question.
func (m *mover) move(q *Questions) {
	m.Questions = *q
	m.moveLosses()
	m.moveLives()
	m.moveGroups()
	m.moveValues()
	if r := own(m, "question.customers", &m.Customers); r != nil {
		m.customers(r)
	}
}

// moveLosses moves the questions of who is lost, and when.
func (m *mover) moveLosses() {
	if r := own(m, "question.definition", &m.Definition); r != nil {
		m.definition(&r.Definition)
		keep(&r.Compare, m.definition)
		m.days(&r.From, &r.Day)
	}
	if r := own(m, "question.rates", &m.Rates); r != nil {
		m.definition(&r.Definition)
		m.cuts(r)
	}
	if r := own(m, "question.ladder", &m.Ladder); r != nil {
		m.definition(&r.Definition)
	}
	if r := own(m, "question.lifecycle", &m.Lifecycle); r != nil {
		m.definition(&r.Definition)
		m.days(&r.Before, &r.Day)
	}
}

// cuts leaves out cuts outside the data; where they leave no period, periods are months.
func (m *mover) cuts(r *RatesRequest) {
	s := m.orders
	if r.Basis == OnContracts || r.Basis == "" { // as the engine chooses
		s = m.contracts
	}
	if !s.known() {
		return
	}
	s.end++ // the day after the data is the end of their last period
	all := r.Options.Cuts
	keep(&r.Options.Cuts, func(d *analysis.Day) bool { return s.has(*d) })
	if len(r.Options.Cuts) < 2 && len(all) > 1 {
		day := all[slices.IndexFunc(all, func(d analysis.Day) bool { return !s.has(d) })]
		m.day(s, &day)
		r.Options.Grain, r.Options.Cuts = churn.Month, nil
	}
}

// moveLives moves the questions of how long customers stay.
func (m *mover) moveLives() {
	if r := own(m, "question.cohorts", &m.Cohorts); r != nil && !m.cohorts(&r.Options) {
		r.Selected = ""
	}
	if r := own(m, "question.survival", &m.Survival); r != nil {
		m.lifetimes(&r.Lifetimes)
		m.grouping(&r.Group, r.Lifetimes.Basis)
	}
	if r := own(m, "question.hazards", &m.Hazards); r != nil {
		m.lifetimes(&r.Lifetimes)
		m.columns(m.lives(r.Lifetimes.Basis), &r.Columns)
		m.grouping(&r.Strata, r.Lifetimes.Basis)
	}
}

func (m *mover) lifetimes(l *Lifetimes) {
	m.definition(&l.Definition)
	m.day(m.contracts, &l.Rule.Since)
}

func (m *mover) grouping(g *Grouping, b Basis) {
	if !m.column(m.lives(b), &g.Column, g.By == ByColumn) {
		*g = Grouping{}
	}
}

// moveGroups moves the questions of how customers divide.
func (m *mover) moveGroups() {
	if r := own(m, "question.segments", &m.Segments); r != nil {
		m.definition(&r.Definition)
	}
	if r := own(m, "question.concentration", &m.Concentration); r != nil {
		m.definition(&r.Definition)
	}
	if r := own(m, "question.keycustomers", &m.KeyCustomers); r != nil {
		keep(&r.Weights, func(w *KeyWeight) bool {
			return m.column(m.kept(), &w.Criterion.Column, w.Criterion.Key == KeyColumn)
		})
	}
	if r := own(m, "question.clusters", &m.Clusters); r != nil {
		m.definition(&r.Definition)
		n := len(r.Columns)
		if m.columns(m.kept(), &r.Columns); len(r.Columns) < n {
			m.ClusterNames = nil // they are others now
		}
	}
	if r := own(m, "question.migration", &m.Migration); r != nil {
		if !m.segmentation(&r.Segmentation) {
			r.By = SegmentRFM
		}
		m.days(&r.From, &r.To)
	}
	if r := own(m, "question.profiles", &m.Profiles); r != nil {
		m.definition(&r.Definition)
		m.segmentation(&r.By)
		if across := own(m, m.about, &r.Across); across != nil && !m.segmentation(across) {
			r.Across = nil
		}
	}
	if r := own(m, "question.portfolio", &m.Portfolio); r != nil {
		m.definition(&r.Definition)
		m.portfolio(&r.Options, true)
		m.segmentation(&r.Groups)
	}
}

// moveValues moves the questions of what customers are worth.
func (m *mover) moveValues() {
	if r := own(m, "question.value", &m.Value); r != nil {
		m.calibration(&r.Options)
	}
	if r := own(m, "question.bakeoff", &m.Bakeoff); r != nil {
		m.calibration(&r.Options)
	}
	if r := own(m, "question.bootstrap", &m.Bootstrap); r != nil {
		m.calibration(&r.Options)
	}
	if r := own(m, "question.drivers", &m.Drivers); r != nil {
		m.calibration(&r.Options)
	}
	if r := own(m, "question.covariates", &m.Covariates); r != nil {
		m.calibration(&r.Options)
		keep(&r.Attributes, func(a *clv.Attribute) bool { return m.column(m.kept(), &a.At, true) })
		if len(r.Attributes) == 0 { // there is no such question
			m.Covariates = nil
		}
	}
}

func (m *mover) calibration(o *clv.Options) { m.day(m.orders, &o.CalibrationEnd) }

// customers moves the table of customers: columns, sort and filters that are not there
// any more are left out.
func (m *mover) customers(r *CustomersRequest) {
	m.definition(&r.Measures.Definition)
	m.calibration(&r.Measures.Values)
	if !m.cohorts(&r.Cohort.Options) {
		r.Cohort = CohortCell{}
	}
	if !m.tableColumn(&r.Sort) {
		r.Sort, r.Down = "", false
	}
	keep(&r.Columns, m.tableColumn)
	keep(&r.Ranges, func(g *Range) bool { return m.tableColumn(&g.Column) })
	keep(&r.Groups, func(g *GroupRef) bool {
		m.day(m.orders, &g.At)
		return m.segmentation(&g.Segmentation)
	})
	if count := own(m, m.about, &r.Count); count != nil && !m.segmentation(count) {
		r.Count = nil
	}
}

// keep makes a list of those elements that can be moved.
func keep[T any](list *[]T, move func(*T) bool) {
	now := slices.Clone(*list)
	n := 0
	for i := range now {
		if move(&now[i]) {
			now[n] = now[i]
			n++
		}
	}
	*list = now[:n]
}

// tableColumn moves a column of the table of customers.
func (m *mover) tableColumn(c *CustomerColumn) bool {
	at := c.Attribute()
	if at < 0 {
		return true
	}
	if !m.column(m.kept(), &at, true) {
		return false
	}
	*c = AttributeColumn(at)
	return true
}
