package rfm

// Ties say how customers with equal values are scored when scores are quantiles.
// They differ only in where the n customers, sorted from the worst, are parted;
// customers with equal values stand in the order of the log (analysis.CustomerID).
type Ties string

// The tie rules. "Less" is the number of customers strictly worse, "upTo" the
// number not better, rank the place in the order, from 0.
const (
	// ShareLow scores 1 + ⌊bins·less/n⌋: score s says that at least (s−1)/bins of
	// the customers are strictly worse. SQL's PERCENT_RANK counts like this.
	ShareLow Ties = ""
	// ShareHigh scores ⌈bins·upTo/n⌉: equal customers get the best score that any
	// of them would get alone. SQL's CUME_DIST.
	ShareHigh Ties = "high"
	// Quantiles puts a value above cut-off k if it exceeds the linearly
	// interpolated quantile k/bins (type 7 of Hyndman and Fan 1996), as pandas'
	// qcut and PERCENTILE.INC do; empty bins keep their number.
	Quantiles Ties = "quantile"
	// ByRank scores 1 + ⌊bins·rank/n⌋: bins are even, and equal customers are
	// parted by the order of the log alone.
	ByRank Ties = "rank"
	// NTile makes bins whose sizes differ by at most one, the larger ones first, by
	// the same order: SQL's NTILE.
	NTile Ties = "ntile"
)

// TieRules lists all tie rules, the default first.
var TieRules = []Ties{ShareLow, ShareHigh, Quantiles, ByRank, NTile}

// Shares reports whether customers with equal values always share a score.
func (t Ties) Shares() bool { return t != ByRank && t != NTile }

// A partition shares out customers in the order of their values, the worst
// first: those at places p[k] ≤ i < p[k+1] score k+1. It holds bins+1 places.
type partition []int

// part cuts sorted values into bins.
func (t Ties) part(sorted []int64, bins int) partition {
	n := len(sorted)
	p := make(partition, bins+1)
	p[bins] = n
	for k := 1; k < bins && n > 0; k++ {
		p[k] = t.start(sorted, k, bins)
	}
	return p
}

// start returns where score k+1 begins, 1 ≤ k < bins.
func (t Ties) start(sorted []int64, k, bins int) int {
	n := len(sorted)
	switch t {
	case ByRank:
		return boundary(k, bins, n)
	case NTile:
		return k*(n/bins) + min(k, n%bins)
	case ShareHigh:
		return countBelow(sorted, sorted[k*n/bins])
	case Quantiles:
		// The quantile lies at place k(n−1)/bins. It is the value there or, between two
		// places, below the higher one: either way what exceeds it begins behind the
		// equals of the lower one.
		return countUpTo(sorted, sorted[k*(n-1)/bins])
	}
	return countUpTo(sorted, sorted[boundary(k, bins, n)-1])
}

// boundary returns ⌈k·n/bins⌉, the place at which score k+1 would begin without
// ties.
func boundary(k, bins, n int) int { return (k*n + bins - 1) / bins }

// moved counts the customers whom two partitions of the same values score
// differently. Ties stand in the same order in both, so places are customers.
func (p partition) moved(q partition) int {
	stay := 0
	for k := range len(p) - 1 {
		stay += max(0, min(p[k+1], q[k+1])-max(p[k], q[k]))
	}
	return p[len(p)-1] - stay
}

// splits reports whether equal values lie on both sides of place i.
func splits(sorted []int64, i int) bool {
	return i > 0 && i < len(sorted) && sorted[i-1] == sorted[i]
}

// split counts the customers whose equals are parted.
func (p partition) split(sorted []int64) (n int) {
	done := 0
	for _, i := range p[1 : len(p)-1] {
		if i >= done && splits(sorted, i) {
			done = countUpTo(sorted, sorted[i])
			n += done - countBelow(sorted, sorted[i])
		}
	}
	return n
}

// countUpTo returns how many of the sorted values are at most v.
func countUpTo(sorted []int64, v int64) int {
	low, high := 0, len(sorted)
	for low < high {
		if mid := int(uint(low+high) >> 1); sorted[mid] <= v {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// countBelow returns how many of the sorted values are less than v.
func countBelow(sorted []int64, v int64) int { return countUpTo(sorted, v-1) }
