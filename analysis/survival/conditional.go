package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// Given returns the curve at until among those who were still without event after
// the time from ≤ until: S(until)/S(from), the product of the steps in between, with
// the interval that those steps alone give (Greenwood's sum from there on). AtRisk is
// the number who were seen for longer than from.
//
// Where a stretch has no event, or all have it, Kaplan–Meier knows no variance; the
// bound is then Wilson's for none, or all, of those who were watched to its end. The
// numbers are NaN beyond the last time and where nobody is at risk.
func (c *Curve) Given(from, until float64) Point {
	nan := math.NaN()
	start, stop := c.upTo(from), c.upTo(until)
	p := Point{S: nan, SE: nan, Low: nan, High: nan}
	if start == len(c.Time) || until > c.Time[len(c.Time)-1] || until < from {
		return p
	}
	p.AtRisk = c.AtRisk[start]
	s, greenwood := 1.0, 0.0
	for i := start; i < stop; i++ {
		s *= float64(c.AtRisk[i]-c.Events[i]) / float64(c.AtRisk[i])
		greenwood += hazardVariance(c.Events[i], c.AtRisk[i])
	}
	z := numeric.NormalQuantile((1 + c.Level) / 2)
	p.S, p.SE = s, s*math.Sqrt(greenwood)
	p.Low, p.High = bounds(c.Interval, s, math.Sqrt(greenwood), z)
	switch {
	case s == 1:
		n := c.riskAt(until)
		p.Low, _ = numeric.Wilson(n, n, z)
	case s == 0:
		_, p.High = numeric.Wilson(0, c.AtRisk[stop-1], z)
		p.Low = 0
	}
	return p
}

// SolidUntil returns the last time at which at least n are at risk, or the last time
// of all if they never were n; NaN for an empty curve.
func (c *Curve) SolidUntil(n int) float64 { return c.solidUntil(n) }
