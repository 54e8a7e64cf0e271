package segment

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A WhaleCurve adds up profit from the most profitable customer on: it rises above the
// whole profit and falls back to it as those come who cost more than they bring
// (Kaplan and Narayanan 2001, "Measuring and managing customer profitability").
type WhaleCurve struct {
	Customers int
	Profit    analysis.Money // of all customers

	// Curve[k] is what the best share k/(len−1) of customers earns, ÷ Profit; nil
	// where the whole profit is not above 0.
	Curve []float64

	Peak   float64 // the largest value of the curve at a whole customer, ≥ 1
	PeakAt float64 // the share of customers who earn more than they cost
	Losing int     // customers with a profit below 0
	Lost   analysis.Money
}

// Whale draws the curve of one profit a customer.
func Whale(profit []analysis.Money) WhaleCurve {
	w := WhaleCurve{Customers: len(profit), Peak: math.NaN(), PeakAt: math.NaN()}
	sorted := make([]int64, 2*len(profit))
	for i, p := range profit {
		sorted[i] = -int64(p)
		w.Profit += p
		if p < 0 {
			w.Losing++
			w.Lost += p
		}
	}
	if w.Profit <= 0 {
		return w
	}
	numeric.RadixSort(sorted[:len(profit)], sorted[len(profit):])
	w.Curve = lorenz(sorted[:len(profit)], -w.Profit)
	w.Peak = float64(w.Profit-w.Lost) / float64(w.Profit)
	w.PeakAt = float64(w.earning(sorted[:len(profit)])) / float64(len(profit))
	return w
}

// earning counts the customers with a profit above 0.
func (w *WhaleCurve) earning(sorted []int64) int {
	n := 0
	for n < len(sorted) && sorted[n] < 0 {
		n++
	}
	return n
}
