package rfm

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// The measures in the order of Cuts and Options.Typed.
const (
	recencyAt = iota
	frequencyAt
	spendAt
)

// A cutting is one measure of all customers being scored.
type cutting struct {
	measure int
	opt     *Options
	values  []int64             // of each customer, higher being better
	show    func(int64) float64 // what Cuts show of a value

	scores []uint8
	cuts   Cuts
	within []Cuts    // of each crowd
	ties   []TieCuts // Size and Moved of this measure
	room   []int64   // scratch, 2·len(values)
}

// A crowd is customers who are compared with each other: all, or those who share
// the scores that the measure is nested in. They are in the order of the log.
type crowd []uint32

// crowds parts the customers by a number that each has, 0 ≤ of[c] < n.
func crowds(of []uint16, n int) []crowd {
	from := make([]int, n+1)
	for _, i := range of {
		from[i+1]++
	}
	for i := range n {
		from[i+1] += from[i]
	}
	all, list := make([]uint32, len(of)), make([]crowd, n)
	for i := range list {
		list[i] = all[from[i]:from[i]:from[i+1]]
	}
	for c, i := range of {
		list[i] = append(list[i], uint32(c))
	}
	return list
}

// cutWithin scores the customers of each crowd among themselves.
func (m *cutting) cutWithin(list []crowd) {
	bins := m.opt.Bins
	m.scores, m.cuts = make([]uint8, len(m.values)), emptyCuts(bins)
	for _, ties := range TieRules {
		t := TieCuts{Ties: ties}
		t.Size[m.measure] = make([]int, bins)
		m.ties = append(m.ties, t)
	}
	for _, who := range list {
		sorted := m.sorted(who)
		p := m.part(sorted, m.opt.Ties)
		m.assign(who, sorted, p)
		cuts := m.describe(sorted, p)
		m.within = append(m.within, cuts)
		m.cuts.add(cuts)
		for i := range m.ties {
			m.try(&m.ties[i], sorted, p)
		}
	}
}

// sorted returns the values of a crowd, the worst first, in scratch.
func (m *cutting) sorted(who crowd) []int64 {
	out := m.room[:len(who)]
	for i, c := range who {
		out[i] = m.values[c]
	}
	numeric.RadixSort(out, m.room[len(m.values):][:len(who)])
	return out
}

// part cuts by what the person typed, else by quantiles.
func (m *cutting) part(sorted []int64, ties Ties) partition {
	if typed := m.opt.Typed[m.measure]; typed.N > 0 {
		return typed.part(sorted, m.measure)
	}
	return ties.part(sorted, m.opt.Bins)
}

// try adds up what a tie rule would do to a crowd that p parts.
func (m *cutting) try(t *TieCuts, sorted []int64, p partition) {
	q := m.part(sorted, t.Ties)
	for k := range m.opt.Bins {
		t.Size[m.measure][k] += q[k+1] - q[k]
	}
	t.Moved[m.measure] += q.moved(p)
}

// assign gives the customers of a crowd their scores. Of equals that a tie rule
// parts, those who come first in the log get the lower score. A dozen comparisons
// in a row beat a binary search that mispredicts half its branches.
func (m *cutting) assign(who crowd, sorted []int64, p partition) {
	top := len(p) - 2
	var best, first, met [MaxBins]int64 // of the bin below each place: its best value, where that begins, how many had it
	for k := range top {
		best[k], first[k] = math.MinInt64, -1
		if i := p[k+1]; i > 0 {
			best[k] = sorted[i-1]
			if splits(sorted, i) {
				first[k] = int64(countBelow(sorted, best[k]))
			}
		}
	}
	for _, c := range who {
		v, k := m.values[c], 0
		for k < top && v > best[k] {
			k++
		}
		if k < top && first[k] >= 0 && v == best[k] {
			rank := int(first[k] + met[k])
			met[k]++
			for k < top && p[k+1] <= rank {
				k++
			}
		}
		m.scores[c] = uint8(k + 1)
	}
}

// describe tells the bins of a crowd.
func (m *cutting) describe(sorted []int64, p partition) Cuts {
	c := emptyCuts(len(p) - 1)
	for k := range c.Size {
		from, to := p[k], p[k+1]
		c.Size[k] = to - from
		if from < to {
			a, b := m.show(sorted[from]), m.show(sorted[to-1])
			c.Lower[k], c.Upper[k] = min(a, b), max(a, b)
		}
	}
	c.Moved = p.moved(m.part(sorted, ByRank))
	c.Split = p.split(sorted)
	return c
}

func emptyCuts(bins int) Cuts {
	c := Cuts{Lower: make([]float64, bins), Upper: make([]float64, bins), Size: make([]int, bins)}
	for k := range bins {
		c.Lower[k], c.Upper[k] = math.NaN(), math.NaN()
	}
	return c
}

// add takes in the bins of another crowd.
func (c *Cuts) add(o Cuts) {
	for k, size := range o.Size {
		if size == 0 {
			continue
		}
		if c.Size[k] == 0 {
			c.Lower[k], c.Upper[k] = o.Lower[k], o.Upper[k]
		}
		c.Lower[k], c.Upper[k] = min(c.Lower[k], o.Lower[k]), max(c.Upper[k], o.Upper[k])
		c.Size[k] += size
	}
	c.Moved += o.Moved
	c.Split += o.Split
}
