package churn

import (
	"math"

	"churnbench/analysis"
)

// A weighed customer was one at the start of a period.
type weighed struct {
	value analysis.Money // by which customers are ranked into tiers
	lost  bool           // by the end of the period
}

// weigh notes the customer under way, where there are tiers.
func (m *mover) weigh(known analysis.Day, value func(k int) analysis.Money) {
	if len(m.tiers) == 0 {
		return
	}
	for k := m.from(known); k < len(m.periods); k++ {
		if m.cuts[k] >= known && m.states[k].active {
			m.weighed[k] = append(m.weighed[k], weighed{value(k), !m.states[k+1].active})
		}
	}
}

// weightedChurn is the churn rate in which each customer weighs as their tier, tiers
// as ranking.tiers makes them: by value, equal ones as in the log.
func weightedChurn(list []weighed, tiers []Tier) float64 {
	cuts := tierCuts(list, tiers)
	rows := make([]TierRow, len(tiers))
	values := make([]analysis.Money, len(tiers))
	var total analysis.Money
	for _, c := range list {
		t := 0
		for t < len(cuts) && !cuts[t].takes(c.value) {
			t++
		}
		rows[t].Churn.N++
		if c.lost {
			rows[t].Churn.K++
		}
		values[t], total = values[t]+c.value, total+c.value
	}
	for t := range rows {
		rows[t].Tier, rows[t].RevenueShare = tiers[t], float64(values[t])
		rows[t].weigh(total, len(list))
	}
	return weighted(rows)
}

// A tierCut ends a tier: it and those before take all above Value, and so many equal
// to it.
type tierCut struct {
	value analysis.Money
	equal int // how many more customers of value it takes
}

// takes reports whether the next customer, of some value, is above the cut.
func (c *tierCut) takes(value analysis.Money) bool {
	switch {
	case value != c.value:
		return value > c.value
	case c.equal == 0:
		return false
	}
	c.equal--
	return true
}

// tierCuts returns where each tier but the last ends.
func tierCuts(list []weighed, tiers []Tier) []tierCut {
	values := make([]analysis.Money, len(list))
	for i, c := range list {
		values[i] = c.value
	}
	cuts := make([]tierCut, max(0, len(tiers)-1))
	share := 0.0
	for t := range cuts {
		share += tiers[t].Share
		end := min(len(values), int(math.Round(share*float64(len(values)))))
		cuts[t] = cutAfter(values, end)
		for _, before := range cuts[:t] {
			if before.value == cuts[t].value {
				cuts[t].equal -= before.equal
			}
		}
	}
	return cuts
}

// cutAfter returns the cut behind the largest end of values, which it reorders.
func cutAfter(values []analysis.Money, end int) tierCut {
	if end == 0 {
		return tierCut{value: math.MaxInt64}
	}
	c := tierCut{value: largest(values, end), equal: end}
	for _, v := range values {
		if v > c.value {
			c.equal--
		}
	}
	return c
}

// largest returns the kth largest of values, 1 ≤ k ≤ len(values), by selection in
// linear time on average: Hoare (1961), "Algorithm 65: find".
func largest(values []analysis.Money, k int) analysis.Money {
	low, high := 0, len(values)-1
	for low < high {
		pivot := values[(low+high)/2]
		i, j := low, high
		for i <= j {
			for values[i] > pivot {
				i++
			}
			for values[j] < pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case k-1 <= j:
			high = j
		case k-1 >= i:
			low = i
		default:
			return pivot
		}
	}
	return values[k-1]
}
