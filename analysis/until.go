package analysis

// Until returns the log as it stood at the end of a day: purchases of later days
// and customers who came later are not in it. Its customer i is customer of[i] of l,
// in the same order. It has neither IDs nor Kept nor Attributes, which know no
// history.
func (l *Log) Until(end Day) (past *Log, of []CustomerID) {
	past = &Log{Start: []uint32{0}, End: end, Currency: l.Currency}
	for c := range CustomerID(l.Customers()) {
		from, to := l.Rows(c)
		for to > from && l.Day[to-1] > end {
			to--
		}
		if to == from {
			continue
		}
		past.Day = append(past.Day, l.Day[from:to]...)
		past.Amount = append(past.Amount, l.Amount[from:to]...)
		past.Orders = append(past.Orders, l.Orders[from:to]...)
		past.Start = append(past.Start, uint32(len(past.Day)))
		of = append(of, c)
	}
	return past, of
}
