package survival

import (
	"cmp"
	"math"
	"slices"
)

// concordance counts pairs within strata. A pair counts if one customer left and the
// other was then under watch and stayed: seen longer, or censored at the same time.
// The standard error is the infinitesimal jackknife's: how much C would change if a
// customer weighed a little more (Therneau's concordance, R).
func (c *coxModel) concordance() Concordance {
	per := make([]pairCount, len(c.design.rows))
	rank, ranks := c.ranks()
	for g := range c.data.strata {
		c.countPairs(&c.data.strata[g], rank, ranks, per)
	}
	var twice pairCount // each pair counts with both of its customers
	for _, p := range per {
		twice.add(p.concordant, p.discordant, p.tied, 1)
	}
	pairs := float64(twice.sum()) / 2
	somers := float64(twice.concordant-twice.discordant) / 2 / pairs
	variance := 0.0
	for _, p := range per {
		change := (float64(p.concordant-p.discordant) - float64(somers*float64(p.sum()))) / pairs
		variance += float64(change * change)
	}
	return Concordance{C: (somers + 1) / 2, SE: math.Sqrt(variance) / 2,
		Concordant: twice.concordant / 2, Discordant: twice.discordant / 2, Tied: twice.tied / 2}
}

// A pairCount is of the pairs of one customer.
type pairCount struct{ concordant, discordant, tied int }

func (p *pairCount) sum() int { return p.concordant + p.discordant + p.tied }

// ranks returns the rank of each cell's prediction, 0 for the lowest risk.
func (c *coxModel) ranks() (rank []int, ranks int) {
	eta := c.data.predictors(c.beta)
	order := every(len(eta))
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(eta[a], eta[b]) })
	rank = make([]int, len(eta))
	for k, cell := range order {
		if k > 0 && eta[cell] > eta[order[k-1]] {
			ranks++
		}
		rank[cell] = ranks
	}
	return rank, ranks + 1
}

// countPairs walks along a stratum twice: from the end, to compare those who leave
// with those who stay, and from the start, to do the same the other way round.
func (c *coxModel) countPairs(st *coxStratum, rank []int, ranks int, per []pairCount) {
	w := pairWalk{c, rank, per, newTallyTree(ranks)}
	late := c.lateRows(st)
	w.backwards(st.order, late)
	w.tree = newTallyTree(ranks)
	w.forwards(st.order, late)
}

// lateRows returns a stratum's rows that came under watch later than from 0 on, by
// entry.
func (c *coxModel) lateRows(st *coxStratum) []uint32 {
	entry := c.design.subjects.Entry
	if entry == nil {
		return nil
	}
	var late []uint32
	for _, r := range st.order {
		if entry[c.design.rows[r]] > 0 {
			late = append(late, r)
		}
	}
	slices.SortStableFunc(late, func(a, b uint32) int {
		return cmp.Compare(entry[c.design.rows[a]], entry[c.design.rows[b]])
	})
	return late
}

type pairWalk struct {
	c    *coxModel
	rank []int // by cell
	per  []pairCount
	tree tallyTree
}

func (w *pairWalk) time(r uint32) float64  { return w.c.design.subjects.Time[w.c.design.rows[r]] }
func (w *pairWalk) entry(r uint32) float64 { return w.c.design.subjects.entry(int(w.c.design.rows[r])) }
func (w *pairWalk) event(r uint32) bool    { return w.c.design.subjects.Event[w.c.design.rows[r]] != 0 }
func (w *pairWalk) at(r uint32) int        { return w.rank[w.c.design.cell[r]] }

// backwards has in the tree those under watch who stay: an event is concordant with
// those of lower risk.
func (w *pairWalk) backwards(order, late []uint32) {
	for to := len(order); to > 0; {
		t := w.time(order[to-1])
		from := to
		for ; from > 0 && w.time(order[from-1]) == t; from-- {
			if r := order[from-1]; !w.event(r) {
				w.tree.add(w.at(r), 1)
			}
		}
		for ; len(late) > 0 && w.entry(late[len(late)-1]) >= t; late = late[:len(late)-1] {
			w.tree.add(w.at(late[len(late)-1]), -1)
		}
		for _, r := range order[from:to] {
			if w.event(r) {
				w.leaves(r)
			}
		}
		for _, r := range order[from:to] {
			if w.event(r) {
				w.tree.add(w.at(r), 1)
			}
		}
		to = from
	}
}

// forwards has in the tree those who left so far: whoever stays is concordant with
// those of higher risk who left while they were under watch.
func (w *pairWalk) forwards(order, late []uint32) {
	for from := 0; from < len(order); {
		t := w.time(order[from])
		to := from
		for ; len(late) > 0 && w.entry(late[0]) < t; late = late[1:] {
			w.stays(late[0], -1)
		}
		for ; to < len(order) && w.time(order[to]) == t; to++ {
			if r := order[to]; w.event(r) {
				w.stays(r, 1)
			}
		}
		for _, r := range order[from:to] {
			if w.event(r) {
				w.tree.add(w.at(r), 1)
			}
		}
		for _, r := range order[from:to] {
			if !w.event(r) {
				w.stays(r, 1)
			}
		}
		from = to
	}
}

// leaves counts an event against those who stay.
func (w *pairWalk) leaves(r uint32) {
	below, same, above := w.tree.around(w.at(r))
	w.per[r].add(below, above, same, 1)
}

// stays counts somebody who stays against those who left, with a sign.
func (w *pairWalk) stays(r uint32, sign int) {
	below, same, above := w.tree.around(w.at(r))
	w.per[r].add(above, below, same, sign)
}

func (p *pairCount) add(concordant, discordant, tied, sign int) {
	p.concordant += sign * concordant
	p.discordant += sign * discordant
	p.tied += sign * tied
}
