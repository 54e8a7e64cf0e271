package ingest

import (
	"math"
	"slices"

	"churnbench/analysis"
)

// reasonCount is len(Reasons), which a test holds it to.
const reasonCount = 16

// maxFirst is how many rows of each reason a Ledger shows.
const maxFirst = 20

// rejects count the excluded rows of a file, by index into Reasons. Of the rows
// themselves only the first are kept; the others are read again when somebody
// asks, so that a file that is wrong from top to bottom costs no memory.
type rejects struct {
	all    int
	rows   [reasonCount]int
	amount [reasonCount]analysis.Money // of the rows whose amount could be read
	first  [reasonCount][]Rejected
}

func (r *rejects) add(v verdict) {
	i := reasonIndex(v.reason)
	r.all++
	r.rows[i]++
	if v.hasMoney {
		r.amount[i] = saturated(r.amount[i], v.amount)
	}
}

// saturated adds amounts, staying at the end of Money's range rather than
// going beyond: rows may be excluded for amounts that are no amounts.
func saturated(a, b analysis.Money) analysis.Money {
	switch sum := a + b; {
	case a > 0 && b > 0 && sum < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && sum >= 0:
		return math.MinInt64 + 1
	default:
		return sum
	}
}

// count returns the number of rows excluded for a reason.
func (r *rejects) count(reason Reason) int { return r.rows[reasonIndex(reason)] }

// exclusions lists the reasons that occur.
func (r *rejects) exclusions() (list []Exclusion) {
	for i, reason := range Reasons {
		if r.rows[i] > 0 {
			list = append(list, Exclusion{Reason: reason, Rows: r.rows[i], Amount: r.amount[i], First: r.first[i]})
		}
	}
	return list
}

func reasonIndex(reason Reason) uint8 { return uint8(slices.Index(Reasons, reason)) }

// clip32 narrows a count to a column's width.
func clip32(n int) uint32 { return uint32(min(n, math.MaxUint32)) }
