package cohort

import "churnbench/analysis"

// Members lists the customers whom a cell counts as active: those of the cohort
// with this Key who were retained in a column of the table that Make makes by the
// same options, ascending. An unknown key and a column beyond the table have none.
func Members(log *analysis.Log, opt Options, key string, column int) ([]analysis.CustomerID, error) {
	p, err := newPlan(log, opt)
	if err != nil {
		return nil, err
	}
	var list []analysis.CustomerID
	if column < 0 || column >= len(p.list) {
		return nil, nil
	}
	cohort := p.named(key)
	for c, of := range p.of {
		if of == cohort && of != nobody && p.active(log, c, p.list[column]) {
			list = append(list, analysis.CustomerID(c))
		}
	}
	return list, nil
}

func (p *plan) named(key string) uint32 {
	for i := range p.cohorts {
		if p.cohorts[i].Key == key {
			return uint32(i)
		}
	}
	return nobody
}

// active reports whether a customer counts in a column and was retained there.
func (p *plan) active(log *analysis.Log, c int, col Column) bool {
	clock := p.clock.of(p.day(log, c))
	if p.opt.By == Attribute && clock.over() < col.To {
		return false
	}
	from, to := log.Rows(analysis.CustomerID(c))
	for _, d := range log.Day[from:to] {
		if d < clock.first {
			continue
		}
		k := clock.period(d)
		if k >= col.From && (k < col.To || p.opt.Method == Unbounded) {
			return true
		}
	}
	return false
}
