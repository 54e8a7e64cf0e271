package rfm

import "churnbench/analysis"

// measure fills the columns of recency, frequency and total spend.
func (s *Scores) measure(log *analysis.Log) {
	n := log.Customers()
	s.Recency, s.Frequency, s.Spend = make([]int32, n), make([]uint32, n), make([]analysis.Money, n)
	s.Bought = s.Frequency
	if s.Options.Frequency == Orders {
		s.Bought = make([]uint32, n)
	}
	for c := range n {
		from, to := log.Rows(analysis.CustomerID(c))
		var spend analysis.Money
		for _, amount := range log.Amount[from:to] {
			spend += amount
		}
		s.Recency[c] = int32(log.End - log.Day[to-1])
		s.Frequency[c] = uint32(to - from)
		if s.Options.Frequency == Orders {
			for _, orders := range log.Orders[from:to] {
				s.Bought[c] += orders
			}
		}
		s.Spend[c] = spend
	}
}

// spendMeasure returns what M is cut by.
func (s *Scores) spendMeasure() func(c int) int64 {
	if s.Options.Spend == AverageSpend {
		return func(c int) int64 { return average(int64(s.Spend[c]), int64(s.Bought[c])) }
	}
	return func(c int) int64 { return int64(s.Spend[c]) }
}

// average divides, rounding half away from zero: to a ten-thousandth of the
// currency's unit, so that equal averages are equal numbers and share a score.
func average(total, n int64) int64 {
	if n == 0 {
		return 0
	}
	if total < 0 {
		return -average(-total, n)
	}
	return (total + n/2) / n
}
