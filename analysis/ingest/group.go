package ingest

import "churnbench/analysis"

// newLog groups rows by customer, customers in byte order of their
// identifiers and each one's days in ascending order, and merges the orders of
// one customer on one day. The result depends on the set of rows and not on
// their order: a shuffled file gives the same Log, and thus the same digits
// everywhere behind it.
func newLog(r *rows, names *analysis.Dict, currency string) *analysis.Log {
	order := sortedCodes(names)
	log := &analysis.Log{
		IDs:      permuted(names, order),
		Day:      make([]analysis.Day, r.n),
		Amount:   make([]analysis.Money, r.n),
		Orders:   make([]uint32, r.n),
		End:      analysis.NoDay,
		Currency: currency,
	}
	log.Start = scatter(r, order, log.Day, log.Amount)
	mergeDays(log)
	for _, d := range log.Day {
		log.End = max(log.End, d)
	}
	return log
}

// scatter moves every row to its customer's place, in file order, and returns
// where each customer starts.
func scatter(r *rows, order []uint32, day []analysis.Day, amount []analysis.Money) []uint32 {
	start := make([]uint32, len(order)+1)
	next := make([]uint32, len(order)) // by code: how many rows, then where the next one goes
	r.each(func(b *rowBlock, n int) {
		for _, code := range b.code[:n] {
			next[code]++
		}
	})
	sum := uint32(0)
	for i, code := range order {
		start[i] = sum
		sum, next[code] = sum+next[code], sum
	}
	start[len(order)] = sum
	r.each(func(b *rowBlock, n int) {
		for i, code := range b.code[:n] {
			at := next[code]
			next[code]++
			day[at], amount[at] = b.day[i], b.amount[i]
		}
	})
	return start
}

// mergeDays sorts each customer's rows by day, adds up those of one day, and
// closes the gaps that this leaves.
func mergeDays(log *analysis.Log) {
	to := uint32(0)
	var s daySorter
	for c := range log.Customers() {
		from, end := log.Start[c], log.Start[c+1]
		log.Start[c] = to
		s.sort(log.Day[from:end], log.Amount[from:end])
		for i := from; i < end; i++ {
			if i > from && log.Day[i] == log.Day[to-1] {
				log.Amount[to-1] += log.Amount[i]
				log.Orders[to-1]++
				continue
			}
			log.Day[to], log.Amount[to], log.Orders[to] = log.Day[i], log.Amount[i], 1
			to++
		}
	}
	log.Start[log.Customers()] = to
	log.Day, log.Amount, log.Orders = log.Day[:to], log.Amount[:to], log.Orders[:to]
}

// A daySorter sorts one customer's rows by day. Its room is reused.
type daySorter struct {
	day    []analysis.Day
	amount []analysis.Money
}

// sort is an insertion sort for the few rows of an ordinary customer, which
// mostly stand in order already, and a radix sort for many.
func (s *daySorter) sort(day []analysis.Day, amount []analysis.Money) {
	if len(day) > 48 {
		s.radix(day, amount)
		return
	}
	for i := 1; i < len(day); i++ {
		d, a := day[i], amount[i]
		j := i
		for ; j > 0 && day[j-1] > d; j-- {
			day[j], amount[j] = day[j-1], amount[j-1]
		}
		day[j], amount[j] = d, a
	}
}

// radix sorts by the two bytes that days between 1990 and 2100 differ in.
func (s *daySorter) radix(day []analysis.Day, amount []analysis.Money) {
	if ascending(day) {
		return
	}
	n := len(day)
	if cap(s.day) < n {
		s.day, s.amount = make([]analysis.Day, n), make([]analysis.Money, n)
	}
	radixPass(s.day[:n], s.amount[:n], day, amount, 0)
	radixPass(day, amount, s.day[:n], s.amount[:n], 8)
}

func radixPass(toDay []analysis.Day, toAmount []analysis.Money, day []analysis.Day, amount []analysis.Money, shift uint) {
	var next [256]int
	for _, d := range day {
		next[uint8((d-earliest)>>shift)]++
	}
	sum := 0
	for i, n := range next {
		next[i], sum = sum, sum+n
	}
	for i, d := range day {
		at := &next[uint8((d-earliest)>>shift)]
		toDay[*at], toAmount[*at] = d, amount[i]
		*at++
	}
}

func ascending(day []analysis.Day) bool {
	for i := 1; i < len(day); i++ {
		if day[i] < day[i-1] {
			return false
		}
	}
	return true
}
