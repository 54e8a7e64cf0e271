package churn

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Simple formulas of what a customer is worth when every period brings the same margin
// and loses the same share of customers. Real customers differ: the loyal ones stay, so
// retention rises with tenure and these formulas undervalue who has stayed (Fader and
// Hardie 2010, "Customer-base valuation in a contractual setting", Marketing Science
// 29(1)). Package clv has models that know.

// WorthOptions are what a person assumes about money.
type WorthOptions struct {
	Margin   float64 // share of revenue, 0 < Margin ≤ 1
	Discount float64 // rate per year, ≥ 0
	Cost     float64 // of acquiring a customer, in main units, ≥ 0
	Horizon  float64 // months that a customer counts for where nobody leaves, > 0
}

// A Worth is what the simple formulas make of the last periods' rates, in main units.
type Worth struct {
	Options WorthOptions
	Margin  float64 // of a customer and period: ARPU × Options.Margin
	Churn   float64 // of a period
	Length  float64 // of a period, in days

	LTV        float64 // undiscounted
	Now, Later float64 // discounted, the first margin now or after a period

	Payback, WithChurn float64 // in months of 365/12 days; +Inf for never
}

// Worth applies the simple formulas to the last periods. The discount rate of a year is
// converted to one of a period. The error is an *analysis.Error: assumptions out of
// range.
func (r *Recent) Worth(o WorthOptions) (*Worth, error) {
	if !(o.Margin > 0 && o.Margin <= 1 && o.Discount >= 0 && o.Discount <= maxDiscount && o.Cost >= 0 && o.Horizon > 0) || math.IsInf(o.Cost+o.Horizon, 1) {
		return nil, analysis.Fail(analysis.BadInput, "rates.bad-worth", analysis.Percent("margin", o.Margin), analysis.Percent("discount", o.Discount),
			analysis.Number("cost", o.Cost), analysis.Number("horizon", o.Horizon))
	}
	w := &Worth{Options: o, Margin: r.ARPU * o.Margin, Churn: r.Churn.Value, Length: r.Length}
	months := w.Length / MonthDays
	horizon := o.Horizon / months
	discount := numeric.Pow(1+o.Discount, w.Length/YearDays) - 1
	w.LTV = LTV(w.Margin, w.Churn, horizon)
	w.Now, w.Later = DiscountedLTV(w.Margin, w.Churn, discount, horizon, true), DiscountedLTV(w.Margin, w.Churn, discount, horizon, false)
	w.Payback, w.WithChurn = months*Payback(o.Cost, w.Margin), months*PaybackWithChurn(o.Cost, w.Margin, w.Churn)
	return w, nil
}

// maxDiscount bounds a discount rate of a year: above 1,000 % it is a typing error.
const maxDiscount = 10

// LTV is the simple lifetime value, margin ÷ churn: undiscounted, the margin of a
// period (ARPU × margin share) times the expected number of periods. Without churn
// nobody leaves, and the value is that of horizon periods. NaN unless 0 ≤ churn ≤ 1 and
// horizon ≥ 0.
func LTV(margin, churn, horizon float64) float64 {
	switch {
	case !(churn >= 0 && churn <= 1 && horizon >= 0):
		return nan
	case churn == 0:
		return margin * horizon
	}
	return margin / churn
}

// DiscountedLTV is the value of margins m a period under retention r = 1 − churn and
// discount rate d per period: m(1+d)/(1+d−r) with a first margin now, m·r/(1+d−r) with
// the first one after a period, if the customer is still there then. Where nothing is
// discounted and nobody leaves, it is that of horizon periods. NaN unless 0 ≤ churn ≤ 1,
// d ≥ 0 and horizon ≥ 0.
func DiscountedLTV(margin, churn, discount, horizon float64, now bool) float64 {
	if !(churn >= 0 && churn <= 1 && discount >= 0 && horizon >= 0) {
		return nan
	}
	below := discount + churn // 1 + d − r without its rounding
	switch {
	case below == 0:
		return margin * horizon
	case now:
		return margin * (1 + discount) / below
	}
	return margin * (1 - churn) / below
}

// Payback is the number of periods after which a customer has brought back what the
// acquisition cost: CAC ÷ margin. NaN unless cost ≥ 0, +Inf where there is no margin.
func Payback(cost, margin float64) float64 {
	switch {
	case !(cost >= 0) || math.IsNaN(margin):
		return nan
	case cost == 0:
		return 0
	case margin <= 0:
		return math.Inf(1)
	}
	return cost / margin
}

// PaybackWithChurn is the smallest number n of periods t = 0 … n−1 whose margins m·rᵗ
// add up to the cost, with r = 1 − churn: the first margin comes at once. +Inf where all
// margins to come, m ÷ churn, do not reach it. NaN unless cost ≥ 0 and 0 ≤ churn ≤ 1.
func PaybackWithChurn(cost, margin, churn float64) float64 {
	if !(churn >= 0 && churn <= 1) || math.IsNaN(margin) || !(cost >= 0) {
		return nan
	}
	if churn == 0 {
		return math.Ceil(Payback(cost, margin))
	}
	left := 1 - cost*churn/margin // rⁿ may be as small as this: Σ = m(1−rⁿ)/churn ≥ cost
	switch {
	case cost == 0:
		return 0
	case margin <= 0 || churn < 1 && left <= 0 || churn == 1 && left < 0:
		return math.Inf(1)
	case churn == 1:
		return 1
	}
	return firstCovering(cost, margin, churn, math.Floor(numeric.Log(left)/numeric.Log1p(-churn)))
}

// firstCovering corrects a guess at n, which rounding may have moved by one.
func firstCovering(cost, margin, churn, guess float64) float64 {
	for n := max(0, guess-1); n <= guess+2; n++ {
		if -margin*numeric.Expm1(n*numeric.Log1p(-churn))/churn >= cost*(1-1e-12) {
			return n
		}
	}
	return guess + 2
}
