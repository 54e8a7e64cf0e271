package profile

import (
	"math"

	"churnbench/analysis"
)

// A Measure is one thing to compare groups by.
type Measure string

// The measures.
const (
	Customers  Measure = "customers"
	Share      Measure = "share"       // of all customers
	Revenue    Measure = "revenue"     // of the group's customers, from all they bought
	Brings     Measure = "brings"      // share of all revenue
	Spend      Measure = "spend"       // revenue per customer
	Days       Measure = "days"        // purchase days per customer
	OrderValue Measure = "order-value" // revenue ÷ order rows
	Churn      Measure = "churn"       // share of customers who count as lost
	Difference Measure = "difference"  // of that share from the one of all other customers
	Stay       Measure = "stay"        // Kaplan–Meier share still here after a number of days
	Value      Measure = "value"       // mean of a model's customer lifetime value
	Median     Measure = "median"      // its median
	Profit     Measure = "profit"      // profit per customer
)

// A Form is how a measure's numbers are written.
type Form string

// The forms.
const (
	CountForm  Form = "count"
	ShareForm  Form = "share"
	AmountForm Form = "amount" // main units of the currency
	NumberForm Form = "number" // with decimals
)

// Form returns how the measure's numbers are written.
func (m Measure) Form() Form {
	switch m {
	case Customers:
		return CountForm
	case Days:
		return NumberForm
	case Revenue, Spend, OrderValue, Value, Median, Profit:
		return AmountForm
	}
	return ShareForm
}

// Levelled reports whether the number of all customers is one that groups lie around:
// a rate or a mean, not a total or a part of one.
func (m Measure) Levelled() bool {
	switch m {
	case Customers, Share, Revenue, Brings:
		return false
	}
	return true
}

// Of reads a measure off a row; Low and High are NaN where it has no interval, and all
// are NaN where it is not available.
func (r *Row) Of(m Measure) Estimate {
	switch m {
	case Customers:
		return exact(float64(r.Customers))
	case Share:
		return exact(r.Share)
	case Revenue:
		return exact(r.Revenue.Float())
	case Brings:
		return exact(r.Brings)
	case Spend:
		return exact(r.Revenue.Float() / some(r.Customers))
	case Days:
		return exact(float64(r.Days) / some(r.Customers))
	case OrderValue:
		return exact(r.Revenue.Float() / some(r.Orders))
	case Churn:
		return r.Churn
	case Difference:
		return r.Difference
	case Stay:
		return r.Stay
	case Value:
		return exact(r.Value)
	case Median:
		return exact(r.Median)
	case Profit:
		if r.Profit == analysis.NoNumber {
			return nothing
		}
		return exact(r.Profit.Float() / some(r.Customers))
	}
	return nothing
}

// An Estimate is a number with its 95 % interval.
type Estimate struct{ Value, Low, High float64 }

var nothing = Estimate{math.NaN(), math.NaN(), math.NaN()}

func exact(v float64) Estimate { return Estimate{v, math.NaN(), math.NaN()} }

// some is n as a denominator: NaN for none, so that a rate of nobody is not available.
func some(n int) float64 {
	if n == 0 {
		return math.NaN()
	}
	return float64(n)
}
