package chart

import (
	"math"

	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
)

// A stretch is what a time axis shows: all of it, or the part that the style asks for.
type stretch struct {
	from, to float64 // values at the ends
	lo, hi   float64 // those of the whole
	said     string  // which part it is; "" for the whole
}

// part reports whether something is out of sight.
func (v stretch) part() bool { return v.said != "" }

// holds reports whether a value is in sight.
func (v stretch) holds(x float64) bool { return v.from <= x && x <= v.to }

// inSight chooses what of an axis from lo to hi is drawn: all, or what the style asks
// for, out to whole units, and at least so many of them. name says a value, that of the
// far end with end.
func (s *sheet) inSight(lo, hi, least float64, name func(v float64, end bool) string) stretch {
	v := stretch{from: lo, to: hi, lo: lo, hi: hi}
	if s.zoom.Whole() || !(hi-lo > least) {
		return v
	}
	const near = 1e-6
	v.from = min(hi-least, max(lo, math.Floor(s.zoom.From+near)))
	v.to = max(lo+least, min(hi, math.Ceil(s.zoom.To-near)))
	if short := least - (v.to - v.from); short > 0 {
		v.from = max(lo, v.from-math.Ceil(short/2))
		v.to = v.from + least
	}
	if v.from > lo || v.to < hi {
		v.said = s.words.Common.InSight.with("from", name(v.from, false), "to", name(v.to, true), "first", name(lo, false), "last", name(hi, true))
	}
	return v
}

// fewestUnits is the length of an axis from which it is worth looking closer.
const fewestUnits = 4

// span lets people look at a part of a panel's horizontal axis, which shows v.
func (s *sheet) span(on panel, v stretch) {
	if v.hi-v.lo < fewestUnits {
		return
	}
	left, right := on.at(on.plot.X.Min, 0), on.at(on.plot.X.Max, 0)
	s.fig.Span = figure.Span{
		Left: round2(float64(left.X)), Right: round2(float64(right.X)),
		Top: round2(s.canvas.height - float64(on.data.Max.Y)), Bottom: round2(s.canvas.height - float64(on.data.Min.Y)),
		Zoom: figure.Zoom{From: v.from, To: v.to}, InSight: v.said,
	}
}

// periodsInSight cuts rates down to the periods to draw. worth says whether a cut leaves
// anything to be seen; if it does not, all are drawn.
func (s *sheet) periodsInSight(r *churn.Rates, worth func(*churn.Rates) bool) (*churn.Rates, stretch) {
	n := float64(len(r.Periods))
	name := func(v float64, end bool) string {
		if end {
			v--
		}
		return s.periodName(r, &r.Periods[int(v)])
	}
	v := s.inSight(0, n, 2, name)
	cut := *r
	cut.Periods = r.Periods[int(v.from):int(v.to)]
	cut.Control.Points = nil
	for _, p := range r.Control.Points {
		if p.Period -= int(v.from); p.Period >= 0 && p.Period < len(cut.Periods) {
			cut.Control.Points = append(cut.Control.Points, p)
		}
	}
	if v.part() && !worth(&cut) {
		return r, stretch{from: 0, to: n, lo: 0, hi: n}
	}
	return &cut, v
}
