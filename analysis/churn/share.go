package churn

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// shareOf returns k of n.
func shareOf(k, n int) Share {
	s := Share{K: k, N: n, Value: math.NaN()}
	if n > 0 {
		s.Value = float64(k) / float64(n)
	}
	s.Low, s.High = numeric.Wilson(k, n, numeric.Z95)
	return s
}
