package survival

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
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
	if level == 0 {
		level = DefaultLevel
	}
	if err := check(time, event, interval, level); err != nil {
		return nil, err
	}
	c := &Curve{Interval: interval, Level: level}
	c.count(time, event)
	c.estimate()
	return c, nil
}

func check(time []float64, event []bool, interval Interval, level float64) error {
	switch {
	case len(time) == 0:
		return analysis.Fail(analysis.NotEnough, "survival.empty")
	case len(time) != len(event):
		return analysis.Fail(analysis.BadInput, "survival.unequal", analysis.Count("times", len(time)), analysis.Count("events", len(event)))
	}
	for i, t := range time {
		if !(t >= 0) || math.IsInf(t, 1) {
			return analysis.Fail(analysis.BadInput, "survival.bad-time", analysis.Count("row", i+1), analysis.Number("value", t))
		}
	}
	return checkInterval(interval, level)
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

// count fills Time, Events and Censored from durations in any order.
func (c *Curve) count(time []float64, event []bool) {
	order := make([]int, len(time))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case time[a] < time[b]:
			return -1
		case time[a] > time[b]:
			return 1
		}
		return a - b
	})
	for _, i := range order {
		if k := len(c.Time); k == 0 || c.Time[k-1] != time[i] {
			c.add(time[i], 0, 0)
		}
		if last := len(c.Time) - 1; event[i] {
			c.Events[last]++
		} else {
			c.Censored[last]++
		}
	}
}

// add appends a distinct time.
func (c *Curve) add(t float64, events, censored int) {
	c.Time = append(c.Time, t)
	c.Events = append(c.Events, events)
	c.Censored = append(c.Censored, censored)
}

// estimate fills everything that follows from Time, Events and Censored. The
// variance is Greenwood's (1926): S²·Σ d/(n(n−d)), each term the events d among
// n at risk.
func (c *Curve) estimate() {
	k := len(c.Time)
	c.AtRisk = make([]int, k)
	columns := make([]float64, 4*k)
	c.S, c.SE, c.Low, c.High = columns[:k:k], columns[k:2*k:2*k], columns[2*k:3*k:3*k], columns[3*k:]
	c.N = 0
	for i := range c.Time {
		c.N += c.Events[i] + c.Censored[i]
	}
	z := numeric.NormalQuantile((1 + c.Level) / 2)
	n, s, greenwood := c.N, 1.0, 0.0
	for i, d := range c.Events {
		c.AtRisk[i] = n
		s *= float64(n-d) / float64(n)
		greenwood += hazardVariance(d, n)
		c.S[i], c.SE[i] = s, s*math.Sqrt(greenwood)
		c.Low[i], c.High[i] = bounds(c.Interval, s, math.Sqrt(greenwood), z)
		n -= d + c.Censored[i]
	}
}

// hazardVariance is one term of Greenwood's sum: +Inf when all at risk have
// the event, which makes the standard error of S = 0 NaN, as in R.
func hazardVariance(d, n int) float64 {
	return float64(d) / (float64(n) * float64(n-d))
}
