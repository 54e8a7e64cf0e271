package segment

import (
	"math"
	"strconv"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Cutting is a way of sharing customers out into tiers.
type Cutting string

// The cuttings.
const (
	ABC     Cutting = ""        // A brings the first 80 % of the total, B the next 15 %, C the rest
	Deciles Cutting = "deciles" // tenths of the customers
)

// abcBounds are the shares of the total at which B and C begin (Dickie 1951,
// "ABC inventory analysis shoots for dollars, not pennies", with today's usual
// bounds).
var abcBounds = []float64{0.80, 0.95}

// A Tier is customers who bring about as much.
type Tier struct {
	Key       string // "a", "b", "c" or "1" … "10", the best first
	Customers int
	Amount    analysis.Money
	Share     float64        // of customers
	Brings    float64        // share of the total; NaN where that is not above 0
	Low, High analysis.Money // smallest and largest amount; 0 without customers

	Lost      int     // customers who count as lost
	LostShare float64 // Lost ÷ Customers with its Wilson 95 % interval; NaN without customers
	LostLow   float64
	LostHigh  float64
	Gone      analysis.Money // what the lost ones had brought
}

// Tiers shares customers out and returns the tier of each, an index into the list.
// lost says who counts as lost; nil leaves that out.
//
// Equal amounts share the better tier: in deciles, tier k holds those of whom the
// share strictly better is at least (k−1)/10 and less than k/10; in ABC, the share of
// the total that strictly better ones bring decides, so that whoever crosses a
// bound is above it. Tiers are therefore uneven where many customers are alike.
func Tiers(amounts []analysis.Money, by Cutting, lost []bool) (of []uint8, list []Tier) {
	list = emptyTiers(by)
	cuts := cutsFor(amounts, by)
	of = make([]uint8, len(amounts))
	for c, a := range amounts {
		k := 0
		for k < len(cuts) && int64(a) < cuts[k] {
			k++
		}
		of[c] = uint8(k)
		list[k].add(a, lost != nil && lost[c])
	}
	total := analysis.Money(0)
	for _, t := range list {
		total += t.Amount
	}
	for k := range list {
		list[k].finish(len(amounts), total, lost != nil)
	}
	return of, list
}

func emptyTiers(by Cutting) []Tier {
	if by == Deciles {
		list := make([]Tier, 10)
		for k := range list {
			list[k].Key = strconv.Itoa(k + 1)
		}
		return list
	}
	return []Tier{{Key: "a"}, {Key: "b"}, {Key: "c"}}
}

// cutsFor returns the smallest amount of each tier but the last, the best tier
// first.
func cutsFor(amounts []analysis.Money, by Cutting) []int64 {
	sorted := make([]int64, 2*len(amounts))
	total := int64(0)
	for i, a := range amounts {
		sorted[i] = -int64(a) // the best first
		total += max(0, int64(a))
	}
	n := len(amounts)
	numeric.RadixSort(sorted[:n], sorted[n:])
	if by == Deciles {
		return decileCuts(sorted[:n])
	}
	return abcCuts(sorted[:n], total)
}

func decileCuts(sorted []int64) []int64 {
	cuts, n := make([]int64, 9), len(sorted)
	for k := range cuts {
		cuts[k] = math.MinInt64
		if n > 0 {
			cuts[k] = -sorted[(n*(k+1)+9)/10-1]
		}
	}
	return cuts
}

func abcCuts(sorted []int64, total int64) []int64 {
	cuts := make([]int64, len(abcBounds))
	before, k := int64(0), 0
	for i, x := range sorted {
		for k < len(cuts) && float64(before) >= abcBounds[k]*float64(total) && (i == 0 || x != sorted[i-1]) {
			cuts[k] = -x + 1
			k++
		}
		before += max(0, -x)
	}
	for ; k < len(cuts); k++ {
		cuts[k] = math.MinInt64
	}
	return cuts
}

func (t *Tier) add(a analysis.Money, lost bool) {
	if t.Customers == 0 || a < t.Low {
		t.Low = a
	}
	if t.Customers == 0 || a > t.High {
		t.High = a
	}
	t.Customers++
	t.Amount += a
	if lost {
		t.Lost++
		t.Gone += a
	}
}

func (t *Tier) finish(customers int, total analysis.Money, lost bool) {
	t.Share = float64(t.Customers) / float64(customers)
	t.Brings, t.LostShare, t.LostLow, t.LostHigh = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	if total > 0 {
		t.Brings = float64(t.Amount) / float64(total)
	}
	if lost && t.Customers > 0 {
		t.LostShare = float64(t.Lost) / float64(t.Customers)
		t.LostLow, t.LostHigh = numeric.Wilson(t.Lost, t.Customers, numeric.Z95)
	}
}
