package churn

import (
	"churnbench/analysis"
	"churnbench/analysis/survival"
)

// RepeatDays are the days within which a second purchase is looked for.
var RepeatDays = []int{90, 180, 365}

// Repeat is how many customers buy a second time. Purchases are purchase days: orders
// of one customer on one day are one purchase, so a second order on the day of the
// first is no repeat.
type Repeat struct {
	Customers int     // with a first purchase
	Again     int     // of them with a second, however late
	Ratio     float64 // Again ÷ Customers; NaN without customers
	Within    []RepeatRate
}

// A RepeatRate is the chance of a second purchase within some days of the first.
type RepeatRate struct {
	Days int

	// Value is 1 − S(Days), S by Kaplan and Meier of the days between the first
	// purchase and the second, where a customer who has not come back is censored at
	// the observation end; the interval is log-log, 95 %. NaN where nobody was seen for
	// so long.
	Value, Low, High float64

	// Raw is the plain ratio beside it: customers with a second purchase within Days ÷
	// all customers, too low by those who have not had so many days yet.
	Raw    float64
	Count  int // bought again within Days
	AtRisk int // had not bought again and were still in view on that day
}

// Repeats returns the repeat rates of a log, within RepeatDays. The error is an
// *analysis.Error: an empty log.
func Repeats(log *analysis.Log) (*Repeat, error) {
	if log == nil || log.Customers() == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "rates.empty")
	}
	waits, came := secondPurchases(log)
	curve, err := survival.KaplanMeier(waits, came, survival.LogLog, survival.DefaultLevel)
	if err != nil {
		return nil, err
	}
	r := &Repeat{Customers: len(waits)}
	for _, c := range came {
		if c {
			r.Again++
		}
	}
	r.Ratio = ratio(r.Again, r.Customers)
	for _, days := range RepeatDays {
		r.Within = append(r.Within, repeatWithin(curve, days))
	}
	return r, nil
}

// secondPurchases returns each customer's days from the first purchase to the second
// or, if there is none, to the observation end.
func secondPurchases(log *analysis.Log) (waits []float64, came []bool) {
	waits, came = make([]float64, log.Customers()), make([]bool, log.Customers())
	for c := range waits {
		from, to := log.Rows(analysis.CustomerID(c))
		until := log.End
		if came[c] = to-from > 1; came[c] {
			until = log.Day[from+1]
		}
		waits[c] = float64(until - log.Day[from])
	}
	return waits, came
}

// repeatWithin reads the curve at a number of days.
func repeatWithin(c *survival.Curve, days int) RepeatRate {
	r := RepeatRate{Days: days, Value: nan, Low: nan, High: nan, AtRisk: c.N}
	i := 0
	for ; i < len(c.Time) && c.Time[i] <= float64(days); i++ {
		r.Count += c.Events[i]
		r.AtRisk -= c.Events[i] + c.Censored[i]
	}
	r.Raw = ratio(r.Count, c.N)
	switch {
	case i == len(c.Time) && c.Time[i-1] < float64(days) && c.S[i-1] > 0: // nobody was seen for so long
	case i == 0:
		r.Value, r.Low, r.High = 0, 0, 0
	default:
		r.Value, r.Low, r.High = 1-c.S[i-1], 1-c.High[i-1], 1-c.Low[i-1]
	}
	return r
}
