package portfolio

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
)

// A Bubble is a group of placed customers, or one of them.
type Bubble struct {
	Key       string // of the group, or the customer's identifier
	Customers int
	Revenue   analysis.Money // within the window
	Share     float64        // Σ revenue a year ÷ Σ wallets
	Profit    float64        // a year per customer, main units
	Cell      string         // key of the cell in which they lie
}

// Groups makes a bubble of each group that has placed customers: of says to which of the
// keys a customer belongs, below 0 for none. The largest by revenue is first.
func (m *Matrix) Groups(a *Accounts, p *Placing, of []int32, keys []string) []Bubble {
	list, wallets, profits := make([]Bubble, len(keys)), make([]analysis.Money, len(keys)), make([]analysis.Money, len(keys))
	for c, standing := range p.Of {
		if g := of[c]; standing >= 0 && g >= 0 {
			list[g].Customers++
			list[g].Revenue += a.Revenue[c]
			wallets[g] += a.Wallet[c]
			profits[g] += a.Profit[c]
		}
	}
	for g := range list {
		b := &list[g]
		b.Key = keys[g]
		b.Share, b.Profit = ratio(a.annual(b.Revenue), wallets[g].Float()), ratio(a.annual(profits[g]), float64(b.Customers))
		b.Cell = m.cellAt(b.Share, b.Profit)
	}
	list = slices.DeleteFunc(list, func(b Bubble) bool { return b.Customers == 0 })
	slices.SortStableFunc(list, func(a, b Bubble) int { return cmp.Compare(b.Revenue, a.Revenue) })
	return list
}

// Largest makes bubbles of the customers with the most revenue, at most n of them.
func (m *Matrix) Largest(a *Accounts, p *Placing, n int, id func(c int) string) []Bubble {
	list := Most(a.Revenue, n, func(c int) bool { return p.Of[c] >= 0 })
	bubbles := make([]Bubble, len(list))
	for i, c := range list {
		bubbles[i] = Bubble{id(c), 1, a.Revenue[c], p.Share[c], p.Profit[c], m.Cells[p.Of[c]].Key}
	}
	return bubbles
}

func (m *Matrix) cellAt(share, profit float64) string {
	if math.IsNaN(share) || math.IsNaN(profit) {
		return ""
	}
	return m.Cells[m.Options.Profit.band(profit)*m.Options.Share.Bands+m.Options.Share.band(share)].Key
}

// Most returns who has the largest amounts among those who pass, at most n of them, the
// largest first; equal ones stay in order.
func Most(amounts []analysis.Money, n int, passes func(c int) bool) (list []int) {
	for c, v := range amounts {
		full := len(list) == n
		if n <= 0 || full && v <= amounts[list[n-1]] || !passes(c) {
			continue
		}
		if full {
			list = list[:n-1]
		}
		at, _ := slices.BinarySearchFunc(list, v, func(i int, v analysis.Money) int {
			if amounts[i] >= v {
				return -1
			}
			return 1
		})
		list = slices.Insert(list, at, c)
	}
	return list
}
