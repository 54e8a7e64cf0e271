package local

import (
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/profile"
)

// A bought remembers the last division by the values of orders.
type bought struct {
	column int
	*profile.Division
}

// boughtBy divides the customers by the values of their order rows: each is in the
// group of every value that she has an order of, and counts there once.
func (d *dataset) boughtBy(column int) (*profile.Division, error) {
	if d.bought != nil && d.bought.column == column {
		return d.bought.Division, nil
	}
	if column < 0 || column >= len(d.log.Kept) || d.log.Kept[column].Kind != analysis.TextColumn {
		return nil, analysis.Fail(analysis.BadInput, "groups.bad-column", analysis.Count("column", column))
	}
	values := &d.log.Kept[column]
	keys := textsOf(&values.Texts)
	for i := range keys {
		keys[i] = "=" + keys[i]
	}
	of, start := distinctByCustomer(d.log, values.Codes, len(keys))
	d.bought = &bought{column, profile.Several(keys, of, start)}
	return d.bought.Division, nil
}

// distinctByCustomer lists the different values of each customer's order rows: those of
// c are of[start[c]:start[c+1]], in the order in which they first came.
func distinctByCustomer(log *analysis.Log, codes []uint32, texts int) (of, start []uint32) {
	start = make([]uint32, 1, log.Customers()+1)
	lastOf := make([]uint32, texts) // the customer who last had each value, counted from 1
	row := 0
	for c := range uint32(log.Customers()) {
		for i := log.Start[c]; i < log.Start[c+1]; i++ {
			for _, code := range codes[row : row+int(log.Orders[i])] {
				if code != analysis.NoCode && lastOf[code] != c+1 {
					lastOf[code] = c + 1
					of = append(of, code)
				}
			}
			row += int(log.Orders[i])
		}
		start = append(start, uint32(len(of)))
	}
	return of, start
}

// withOrders returns a filter that passes the customers who have an order of a value;
// of engine.NoGroup those who have no order with any.
func (d *dataset) withOrders(ref engine.GroupRef) (func(analysis.CustomerID) bool, error) {
	if ref.At != 0 && ref.At != d.log.End {
		return nil, analysis.Fail(analysis.BadInput, "groups.orders-past")
	}
	division, err := d.boughtBy(ref.Column)
	if err != nil {
		return nil, err
	}
	want := slices.Index(division.Keys, ref.Key)
	if want < 0 && ref.Key != engine.NoGroup {
		return nil, analysis.Fail(analysis.BadInput, "groups.no-group", analysis.Text("group", ref.Key))
	}
	return func(c analysis.CustomerID) bool {
		return want >= 0 && slices.Contains(division.Of(int(c)), uint32(want))
	}, nil
}
