package survival

import (
	"math"
	"slices"
)

// A Point is a curve read at one time.
type Point struct {
	AtRisk    int // seen for at least that long and without an event before
	S, SE     float64
	Low, High float64
}

// At reads the curve at t, after the events of t itself. Beyond the last
// observation the curve is unknown, and NaN, unless it has come down to 0.
func (c *Curve) At(t float64) Point {
	i := c.upTo(t)
	switch {
	case i == 0:
		return Point{AtRisk: c.riskAt(t), S: 1, Low: 1, High: 1}
	case i == len(c.Time) && t > c.Time[i-1] && c.S[i-1] > 0:
		nan := math.NaN()
		return Point{S: nan, SE: nan, Low: nan, High: nan}
	}
	return Point{AtRisk: c.riskAt(t), S: c.S[i-1], SE: c.SE[i-1], Low: c.Low[i-1], High: c.High[i-1]}
}

// upTo returns how many entries have Time ≤ t.
func (c *Curve) upTo(t float64) int { return upTo(c.Time, t) }

// upTo returns how many of ascending values are t or less.
func upTo(values []float64, t float64) int {
	low, high := 0, len(values)
	for low < high {
		if mid := (low + high) / 2; values[mid] <= t {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// riskAt returns how many were under watch just before t, without an event so far.
func (c *Curve) riskAt(t float64) int {
	i := c.upTo(t)
	if i > 0 && c.Time[i-1] == t {
		i--
	}
	if i == len(c.Time) {
		return 0
	}
	return c.AtRisk[i] - (c.entered(c.Time[i]) - c.entered(t))
}

// entered returns how many came under watch later than from 0 on, but before t.
func (c *Curve) entered(t float64) int {
	n, _ := slices.BinarySearch(c.Late, t)
	return n
}

// Median returns the time by which half have had the event, with its
// interval; +Inf where a curve never comes down that far.
func (c *Curve) Median() (t, low, high float64) { return c.Quantile(0.5) }

// Quantile returns the time by which the share p (0 < p < 1) has had the
// event: where S first falls below 1−p or, where S runs flat at 1−p, the middle
// of that stretch (R's convention, which agrees with the median of uncensored
// data). The interval is where the curve's bounds cross 1−p (Brookmeyer and
// Crowley 1982). Each is +Inf if its curve does not come down that far.
func (c *Curve) Quantile(p float64) (t, low, high float64) {
	return c.crossing(c.S, 1-p), c.crossing(c.Low, 1-p), c.crossing(c.High, 1-p)
}

// flat is how close to 1−p a product of fractions counts as equal to it.
const flat = 1e-9

func (c *Curve) crossing(s []float64, level float64) float64 {
	for i, v := range s {
		if v < level-flat {
			return c.Time[i]
		}
		if v <= level+flat {
			return c.middle(s, i)
		}
	}
	return math.Inf(1)
}

// middle returns the middle of the flat stretch that begins at entry i, its
// start if the curve ends on it.
func (c *Curve) middle(s []float64, i int) float64 {
	for j := i + 1; j < len(s); j++ {
		if !(s[j] >= s[i]-flat) {
			return (c.Time[i] + c.Time[j]) / 2
		}
	}
	return c.Time[i]
}

// RMST returns the restricted mean survival time: the mean time without event
// within the first tau, which is the area under the curve up to tau, and its
// standard error (Klein and Moeschberger 2003, eq. 4.5.2):
//
//	Var = Σ A(t)²·d/(n(n−d)) over events at t ≤ tau, A(t) = ∫ S from t to tau.
//
// Both are NaN for a negative tau and where the curve is not known up to tau.
func (c *Curve) RMST(tau float64) (mean, se float64) {
	end := c.upTo(tau)
	if !(tau >= 0) || end == len(c.Time) && end > 0 && tau > c.Time[end-1] && c.S[end-1] > 0 {
		return math.NaN(), math.NaN()
	}
	area, variance, until := 0.0, 0.0, tau
	for i := end - 1; i >= 0; i-- {
		area += float64(c.S[i] * (until - c.Time[i]))
		if c.S[i] > 0 { // behind it the area is 0, whatever the variance
			variance += float64(area * area * hazardVariance(c.Events[i], c.AtRisk[i]))
		}
		until = c.Time[i]
	}
	return area + until, math.Sqrt(variance)
}
