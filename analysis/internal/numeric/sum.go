package numeric

import "math"

// A Sum adds numbers of any size and sign and keeps what rounding would lose
// (Neumaier 1974). The zero value is an empty sum.
type Sum struct{ total, lost float64 }

// Add adds v.
func (s *Sum) Add(v float64) {
	t := s.total + v
	if math.Abs(s.total) >= math.Abs(v) {
		s.lost += (s.total - t) + v
	} else {
		s.lost += (v - t) + s.total
	}
	s.total = t
}

// Value returns the sum so far.
func (s *Sum) Value() float64 {
	if math.IsInf(s.total, 0) {
		return s.total
	}
	return s.total + s.lost
}

// Total returns the compensated sum of v.
func Total(v []float64) float64 {
	var s Sum
	for _, x := range v {
		s.Add(x)
	}
	return s.Value()
}
