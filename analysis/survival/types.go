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

// DefaultLevel is the confidence level of intervals unless another is given.
const DefaultLevel = 0.95

// A Curve is a Kaplan–Meier estimate: one entry per distinct time. Between
// entries it is flat, before the first it is 1.
type Curve struct {
	Time      []float64 // ascending
	AtRisk    []int     // just before Time; with Late it may grow
	Events    []int
	Censored  []int
	S, SE     []float64 // just after Time; SE is Greenwood's, of S itself, NaN where S is 0
	Low, High []float64 // 95 % unless the level says otherwise; NaN where S is 0
	Late      []float64 // ages at which customers came under watch, those above 0, ascending; nil if all were from 0
	N         int
	Interval  Interval
	Level     float64
}

// A LapseResult is the retention curve of customers under a silence window.
type LapseResult struct {
	Window                        int    // W, days of silence after which a customer counts as lapsed
	Proposed                      Window // what the data suggest for W
	End                           analysis.Day
	Curve                         Curve   // of days from the first purchase to the moment of lapse
	Customers, Lapsed, Returned   int     // Returned: lapsed ones who bought again later
	Median, MedianLow, MedianHigh float64 // days; +Inf if not reached
	RMST, RMSTSE                  float64 // restricted mean days, up to Horizon, and its standard error
	Horizon                       float64 // the last time at which at least ThinRiskSet customers were at risk
	Span                          int     // days from the first purchase in the log to End
	Warnings                      []analysis.Warning
}

// A Window is a proposal for W from the gaps between purchases.
type Window struct {
	Days         int     // quantile P of the gaps with open gaps censored; 0 if not reached
	Naive        int     // the same quantile of closed gaps only; 0 if there are none
	P            float64 // 0.8
	Closed, Open int     // gaps counted
	Reached      float64 // share of gaps that have closed by the longest gap seen, by the same estimate
}
