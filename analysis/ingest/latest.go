package ingest

import "churnbench/analysis"

// keptColumns moves the kept columns to their rows' places.
func (g *grouping) keptColumns() (list []analysis.Column) {
	for _, c := range g.kept {
		if c.dropped {
			continue
		}
		kept := analysis.Column{Name: c.name, Role: string(c.role), Kind: c.kind}
		switch c.kind {
		case analysis.NumberColumn:
			kept.Numbers = inTheLog(g, moved(&g.place, &c.numbers, g.rows.n))
		case analysis.DayColumn:
			kept.Days = inTheLog(g, moved(&g.place, &c.days, g.rows.n))
		default:
			kept.Texts = c.sortTexts()
			kept.Codes = inTheLog(g, moved(&g.place, &c.codes, g.rows.n))
		}
		list = append(list, kept)
	}
	return list
}

// sortTexts returns the texts in byte order, so that they do not depend on which
// row came first, and changes the codes accordingly.
func (c *keptColumn) sortTexts() analysis.Dict {
	order := sortedCodes(&c.keys.names)
	texts := permuted(&c.keys.names, order)
	c.keys = nil
	rank := make([]uint32, len(order))
	for i, code := range order {
		rank[code] = uint32(i)
	}
	for _, codes := range c.codes.parts {
		for i, code := range codes {
			if code != analysis.NoCode {
				codes[i] = rank[code]
			}
		}
	}
	return texts
}

// inTheLog closes the gaps of rows that are no orders.
func inTheLog[T any](g *grouping, values []T) []T {
	if g.fate == nil {
		return values
	}
	to := 0
	for i, f := range g.fate {
		if f&notInTheLog == 0 {
			values[to] = values[i]
			to++
		}
	}
	return values[:to]
}

// describesCustomer reports whether a kept column says something about the
// customer, and not only about one order.
func (r Role) describesCustomer() bool {
	switch r {
	case Quantity, Order, OrderStatus, Product, Cost, Margin, Comment:
		return false
	}
	return r.Kept()
}

// attributes returns, for each kept column that describes the customer, the
// latest value of each one that is not missing, and how many customers have had
// more than one.
func attributes(log *analysis.Log) (list []analysis.Column, mixed []int) {
	for i := range log.Kept {
		kept := &log.Kept[i]
		if !Role(kept.Role).describesCustomer() {
			continue
		}
		a := analysis.Column{Name: kept.Name, Role: kept.Role, Kind: kept.Kind, Texts: kept.Texts}
		n := 0
		switch kept.Kind {
		case analysis.NumberColumn:
			a.Numbers, n = latestValues(log, kept.Numbers, analysis.NoNumber)
		case analysis.DayColumn:
			a.Days, n = latestValues(log, kept.Days, analysis.NoDay)
		default:
			a.Codes, n = latestValues(log, kept.Codes, analysis.NoCode)
		}
		list, mixed = append(list, a), append(mixed, n)
	}
	return list, mixed
}

func latestValues[T comparable](log *analysis.Log, values []T, missing T) (list []T, mixed int) {
	list = make([]T, log.Customers())
	at := 0
	for c := range list {
		list[c] = missing
		several := false
		for i := log.Start[c]; i < log.Start[c+1]; i++ {
			for range log.Orders[i] {
				if v := values[at]; v != missing {
					several = several || list[c] != missing && list[c] != v
					list[c] = v
				}
				at++
			}
		}
		mixed += b2i(several)
	}
	return list, mixed
}
