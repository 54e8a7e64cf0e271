package segment

import (
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// Percentiles say for each customer what share of customers one criterion puts behind her:
// (customers with less + ½ · customers with as much, herself among them) ÷ customers with
// a known value. These mid-rank percentiles lie between 0 and 1 and their mean is ½
// however many customers are equal.
type Percentiles struct {
	Known int      // customers with a value
	twice []uint32 // 2·less + equal, or 0 where unknown: at least 1 elsewhere
}

// PercentilesOf ranks values, NaN where unknown. down puts small values first.
func PercentilesOf(values []float64, down bool) Percentiles {
	sorted := make([]int64, 0, 2*len(values))
	for _, v := range values {
		if !math.IsNaN(v) {
			sorted = append(sorted, ordered(v))
		}
	}
	p := Percentiles{Known: len(sorted), twice: make([]uint32, len(values))}
	numeric.RadixSort(sorted, sorted[len(sorted):2*len(sorted)])
	for c, v := range values {
		if math.IsNaN(v) {
			continue
		}
		less, _ := slices.BinarySearch(sorted, ordered(v))
		upTo, _ := slices.BinarySearch(sorted, ordered(v)+1)
		if p.twice[c] = uint32(less + upTo); down {
			p.twice[c] = uint32(2*p.Known - less - upTo)
		}
	}
	return p
}

// ordered returns an integer that compares as the number does; ±0 are one.
func ordered(v float64) int64 {
	if v == 0 {
		v = 0
	}
	b := int64(math.Float64bits(v))
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

// Len returns the number of customers.
func (p *Percentiles) Len() int { return len(p.twice) }

// At returns the percentile of customer c; NaN if her value is unknown.
func (p *Percentiles) At(c int) float64 {
	if !p.known(c) {
		return math.NaN()
	}
	return float64(p.twice[c]) / float64(2*p.Known)
}

func (p *Percentiles) known(c int) bool { return p.twice[c] > 0 }
