package churn

import "churnbench/analysis/survival"

// quantileShares are the shares of gaps whose quantiles a Workbench lists.
var quantileShares = [...]float64{0.5, 0.75, 0.8, 0.9, 0.95}

// quantilesOf reads quantiles with intervals off a curve of gaps.
func quantilesOf(gaps survival.Gaps, curve *survival.Curve) []Quantile {
	list := make([]Quantile, len(quantileShares))
	for i, p := range quantileShares {
		list[i] = Quantile{P: p, Days: curve.Within(p, curve.S), Naive: gaps.Quantile(p),
			Low: curve.Within(p, curve.Low), High: curve.Within(p, curve.High)}
	}
	return list
}

// histogramOf counts gaps on bins whose bounds rise by the cube root of 2, rounded
// to whole days: 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, …
func histogramOf(gaps survival.Gaps) GapHistogram {
	h := GapHistogram{Today: int(gaps.Open[0])}
	bounds := grid(gaps.Span()+1, 3)
	for i, from := range bounds {
		bin := GapBin{From: from, To: gaps.Span() + 1}
		if i+1 < len(bounds) {
			bin.To = bounds[i+1]
		}
		for day := bin.From; day < bin.To; day++ {
			bin.Closed += int(gaps.Closed[day])
			bin.Open += int(gaps.Open[day])
		}
		h.Closed, h.Open = h.Closed+bin.Closed, h.Open+bin.Open
		if bin.From < bin.To {
			h.Bins = append(h.Bins, bin)
		}
	}
	h.Open += h.Today
	return h
}
