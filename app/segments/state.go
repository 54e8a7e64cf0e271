// Package segments shows customers by recency, frequency and spend.
package segments

import (
	"cmp"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
	"churnbench/app/screen"
)

// A State is what the screen knows and what the person chose.
type State struct {
	screen.Request[engine.SegmentsRequest, engine.Segments]

	Options rfm.Options
}

// Ask is the request for what is chosen.
func (s *State) Ask(layout figure.Layout) engine.SegmentsRequest {
	return engine.SegmentsRequest{Options: s.Options, Layout: layout}
}

// Lead is the segment with the most revenue, the first thing to know; nil if
// there are no customers.
func Lead(r *rfm.Result) *rfm.Segment {
	if r.Customers == 0 || len(r.Segments) == 0 {
		return nil
	}
	top := slices.MaxFunc(r.Segments, func(a, b rfm.Segment) int { return cmp.Compare(a.Revenue, b.Revenue) })
	return &top
}

// Lapsing sums the segments of customers who bought often or much and have
// been silent for long: those that a win-back is about.
func Lapsing(r *rfm.Result) (customers int, revenue analysis.Money) {
	for _, s := range r.Segments {
		if lapsing(s.Rule) {
			customers += s.Customers
			revenue += s.Revenue
		}
	}
	return customers, revenue
}

// lapsing reports whether a rule asks for low recency and for high frequency
// or spend.
func lapsing(r rfm.Rule) bool {
	return r.RMin == 0 && r.RMax > 0 && (r.FMin > 0 || r.MMin > 0)
}
