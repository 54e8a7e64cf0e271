package local

import (
	"churnbench/analysis"
	"churnbench/analysis/engine"
)

// columns names every column that a question can be about.
func (d *dataset) columns() engine.Columns {
	c := engine.Columns{Orders: d.about.OrderColumns}
	for _, k := range d.about.Kept {
		c.Kept = append(c.Kept, k.Name)
	}
	c.Attributes = map[engine.Basis][]string{}
	for _, b := range d.about.Bases {
		c.Attributes[b] = namesOf(d.lifeColumns(b))
	}
	return c
}

// lifeColumns are the columns of engine.Survival.Attributes on a basis.
func (d *dataset) lifeColumns(b engine.Basis) []analysis.Column {
	switch b {
	case engine.OnContracts:
		return withAmount(d.contracts.Attributes, engine.RecurringColumn, firstAmounts(d.contracts))
	case engine.OnTenures:
		return withAmount(d.tenures.Attributes, engine.RecurringColumn, d.tenures.Recurring)
	}
	return d.log.Attributes
}

// firstAmounts is what each customer of a book paid at first.
func firstAmounts(book *analysis.Contracts) []analysis.Money {
	first := make([]analysis.Money, book.Customers())
	for c := range first {
		from, _ := book.Rows(analysis.CustomerID(c))
		first[c] = book.Recurring[from]
	}
	return first
}

func namesOf(columns []analysis.Column) []string {
	names := []string{}
	for i := range columns {
		names = append(names, columns[i].Name)
	}
	return names
}
