package survival

import "churnbench/analysis"

// An Interval is a way of making a confidence interval for S(t).
type Interval string

// The intervals.
const (
	LogLog Interval = ""
	Log    Interval = "log"
	Plain  Interval = "plain"
)

// A Curve is a Kaplan–Meier estimate: one entry per distinct time.
type Curve struct {
	Time      []float64 // ascending
	AtRisk    []int     // just before Time
	Events    []int
	Censored  []int
	S, SE     []float64 // Greenwood
	Low, High []float64 // 95 % unless the level says otherwise
	N         int
}

// A LapseResult is the retention curve of customers under a silence window.
type LapseResult struct {
	Window                        int    // W, days of silence after which a customer counts as lapsed
	Proposed                      Window // what the data suggest for W
	End                           analysis.Day
	Curve                         Curve   // of days from the first purchase to the moment of lapse
	Customers, Lapsed, Returned   int     // Returned: lapsed ones who bought again later
	Median, MedianLow, MedianHigh float64 // days; +Inf if not reached
	RMST                          float64 // restricted mean days, up to Horizon
	Horizon                       float64
	Warnings                      []analysis.Warning
}

// A Window is a proposal for W from the gaps between purchases.
type Window struct {
	Days         int     // quantile P of the gaps with open gaps censored; 0 if not reached
	Naive        int     // the same quantile of closed gaps only
	P            float64 // 0.8
	Closed, Open int     // gaps counted
}
