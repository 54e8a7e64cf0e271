package portfolio

import (
	"math"
	"math/rand/v2"
	"slices"

	"churnbench/analysis"
)

// An order of a customer under test.
type order struct {
	day    analysis.Day
	margin float64
}

// relationships makes customers of lists of orders in ascending order of days.
func relationships(end analysis.Day, customers ...[]order) *Relationships {
	log := &analysis.Log{Start: []uint32{0}, End: end}
	r := &Relationships{Log: log}
	for _, list := range customers {
		for _, o := range list {
			log.Day, log.Amount, log.Orders = append(log.Day, o.day), append(log.Amount, analysis.MoneyOf(2*o.margin)), append(log.Orders, 1)
			r.Margin = append(r.Margin, analysis.MoneyOf(o.margin))
		}
		log.IDs.Append([]byte("x"))
		log.Start = append(log.Start, uint32(len(log.Day)))
		r.Acquisition, r.Serving, r.Last = append(r.Acquisition, 0), append(r.Serving, 0), append(r.Last, end)
	}
	return r
}

// costs gives every customer the same costs.
func (r *Relationships) costs(acquisition, serving float64) *Relationships {
	for c := range r.Acquisition {
		r.Acquisition[c], r.Serving[c] = analysis.MoneyOf(acquisition), analysis.MoneyOf(serving)
	}
	return r
}

// random makes n customers with costs of their own.
func random(rng *rand.Rand, n int) *Relationships {
	end := analysis.Day(20_000 + rng.IntN(400))
	var customers [][]order
	for range n {
		list := make([]order, 1+rng.IntN(8))
		for i := range list {
			list[i] = order{end - analysis.Day(rng.IntN(900)), float64(rng.IntN(20_000)-4_000) / 100}
		}
		slices.SortFunc(list, func(a, b order) int { return int(a.day - b.day) })
		customers = append(customers, slices.CompactFunc(list, func(a, b order) bool { return a.day == b.day }))
	}
	r := relationships(end, customers...)
	r.Rate, r.Falls = rng.Float64()/2, rng.Float64()/2
	for c := range n {
		r.Acquisition[c], r.Serving[c] = analysis.Money(rng.IntN(1_000_000)), analysis.Money(rng.IntN(100_000))
		first := r.first(analysis.CustomerID(c))
		r.Last[c] = first + analysis.Day(rng.IntN(int(end-first)+1))
	}
	return r
}

func near(a, b, relative float64) bool {
	return a == b || math.Abs(a-b) <= relative*max(1, math.Abs(a), math.Abs(b)) || math.IsNaN(a) && math.IsNaN(b)
}
