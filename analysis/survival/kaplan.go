package survival

import (
	"math"
	"slices"

	"churnbench/analysis"
)

// KaplanMeier estimates S(t) = P(duration > t) by the product-limit estimator
// (Kaplan and Meier 1958). time holds durations, 0 or more, in any unit;
// event[i] says that duration i ended with the event, false that the data ended
// first. level is the confidence level of the intervals, 0 for DefaultLevel.
//
// It assumes that customers who are censored at t would have fared like those
// who stayed in view. The error is a *analysis.Error: empty or unequal slices, a
// duration that is negative or no number, a level outside (0, 1), an unknown
// interval.
func KaplanMeier(time []float64, event []bool, interval Interval, level float64) (*Curve, error) {
	s := Subjects{Time: time, Event: make([]uint8, len(event))}
	for i, e := range event {
		if e {
			s.Event[i] = 1
		}
	}
	curves, err := Curves(&s, nil, interval, level)
	if err != nil {
		return nil, err
	}
	return &curves[0], nil
}

func checkInterval(interval Interval, level float64) error {
	if !(level > 0 && level < 1) {
		return analysis.Fail(analysis.BadInput, "survival.bad-level", analysis.Number("level", level))
	}
	if !slices.Contains([]Interval{LogLog, Log, Plain}, interval) {
		return analysis.Fail(analysis.BadInput, "survival.bad-interval", analysis.Text("interval", string(interval)))
	}
	return nil
}

// add appends a distinct time.
func (c *Curve) add(t float64, events, censored int) {
	c.Time = append(c.Time, t)
	c.Events = append(c.Events, events)
	c.Censored = append(c.Censored, censored)
}

// everybody fills AtRisk where all were watched from the start.
func (c *Curve) everybody() {
	n := sum(c.Events) + sum(c.Censored)
	c.AtRisk = make([]int, len(c.Time))
	for i := range c.Time {
		c.AtRisk[i] = n
		n -= c.Events[i] + c.Censored[i]
	}
}

// estimate fills everything that follows from Time, AtRisk, Events and Censored.
// The variance is Greenwood's (1926): S²·Σ d/(n(n−d)), each term the events d among
// n at risk.
func (c *Curve) estimate() {
	k := len(c.Time)
	columns := make([]float64, 4*k)
	c.S, c.SE, c.Low, c.High = columns[:k:k], columns[k:2*k:2*k], columns[2*k:3*k:3*k], columns[3*k:]
	c.N = sum(c.Events) + sum(c.Censored)
	z, s, greenwood := normal(c.Level), 1.0, 0.0
	for i, d := range c.Events {
		n := c.AtRisk[i]
		s *= float64(n-d) / float64(n)
		greenwood += hazardVariance(d, n)
		c.S[i], c.SE[i] = s, s*math.Sqrt(greenwood)
		c.Low[i], c.High[i] = bounds(c.Interval, s, math.Sqrt(greenwood), z)
	}
}

// hazardVariance is one term of Greenwood's sum: +Inf when all at risk have
// the event, which makes the standard error of S = 0 NaN, as in R.
func hazardVariance(d, n int) float64 {
	return float64(d) / (float64(n) * float64(n-d))
}
