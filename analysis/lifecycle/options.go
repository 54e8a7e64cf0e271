package lifecycle

import (
	"cmp"

	"churnbench/analysis"
)

// A Model names a way of dividing a customer's life.
type Model string

// The models.
const (
	Relationship Model = "" // exploration, growth, stability, decline, lapsed
	Funnel       Model = "funnel"
)

// A Trend says what is compared between the two windows.
type Trend string

// The trends.
const (
	ByPurchases Trend = "" // purchase days
	BySpend     Trend = "spend"
)

// Options are the numbers in the rules of the stages; the zero value takes every
// default. All but Model, Silence and Recent matter to the relationship only.
type Options struct {
	Model Model

	// Silence is the days without a purchase after which a customer has lapsed; 0
	// leaves it to the definition of loss in force.
	Silence int

	// Recent is the days of the recent window (t−Recent, t] and of the one before it,
	// ≥ 1. 0 takes the window of the definition of loss, so that whoever has not lapsed
	// by silence has bought in the recent one; of short data, half the span.
	Recent int

	// Exploring is the purchase days that end exploration, ≥ 1; 0 takes
	// DefaultExploring.
	Exploring int

	// Tenure is the days since the first purchase, that day included, from which a
	// trend is read, ≥ 1; before it the relationship is still being formed. 0 takes
	// 2·Recent: only then do both windows lie behind the first purchase.
	Tenure int

	Trend   Trend
	Growth  float64 // recent ÷ prior window from which it is growth, ≥ 1; 0 takes DefaultGrowth
	Decline float64 // the same below which it is decline, 0 < Decline ≤ 1; 0 takes DefaultDecline
}

// Defaults. Three purchases are the first that can show a rhythm: two gaps. The ratios
// are half as much again and half as much, the latter as in churn.DefaultBelow.
const (
	DefaultExploring = 3
	DefaultGrowth    = 1.5
	DefaultDecline   = 0.5
)

// MaxRatio bounds Options.Growth.
const MaxRatio = 100

// settle fills in what is left open and checks the rest. window is that of the
// definition of loss in days, span the days from the first purchase to the last day
// of the data.
func (o Options) settle(window, span int) (Options, error) {
	o.Recent = cmp.Or(o.Recent, max(1, min(window, (span+1)/2)))
	o.Exploring = cmp.Or(o.Exploring, DefaultExploring)
	o.Growth = cmp.Or(o.Growth, DefaultGrowth)
	o.Decline = cmp.Or(o.Decline, DefaultDecline)
	if o.Recent < 1 || o.Recent > max(1, span) {
		return o, analysis.Fail(analysis.BadInput, "lifecycle.bad-recent", analysis.Count("days", o.Recent), analysis.Count("span", span))
	}
	o.Tenure = cmp.Or(o.Tenure, 2*o.Recent)
	return o, o.check()
}

func (o Options) check() error {
	switch {
	case o.Model != Relationship && o.Model != Funnel:
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-model", analysis.Text("model", string(o.Model)))
	case o.Trend != ByPurchases && o.Trend != BySpend:
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-trend", analysis.Text("trend", string(o.Trend)))
	case o.Exploring < 1:
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-exploring", analysis.Count("purchases", o.Exploring))
	case o.Tenure < 1 || o.Tenure > maxTenure:
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-tenure", analysis.Count("days", o.Tenure))
	case !(o.Growth >= 1 && o.Growth <= MaxRatio):
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-growth", analysis.Number("ratio", o.Growth))
	case !(o.Decline > 0 && o.Decline <= 1):
		return analysis.Fail(analysis.BadInput, "lifecycle.bad-decline", analysis.Number("ratio", o.Decline))
	}
	return nil
}

// maxTenure keeps days far from overflow: a thousand years.
const maxTenure = 365_000
