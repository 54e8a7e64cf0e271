package churn

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// finish takes over the movements and computes all that follows from them.
func (r *Rates) finish(m *mover) {
	r.Periods = m.periods
	for k := range r.Periods {
		p := &r.Periods[k]
		p.rate()
		if m.weighed != nil {
			p.Weighted = weightedChurn(m.weighed[k], m.tiers)
		}
	}
	r.Recent = recent(r.Periods)
	r.Control = newControl(r.Periods)
}

// rate computes the rates of a period. Each is one division of whole numbers, rounded
// once: 1 − x would round twice and show other digits.
func (p *Period) rate() {
	c, v := &p.Customers, &p.Revenue
	p.Churn = shareOf(c.Churned, c.Start)
	p.Weighted = nan
	p.Reactivation = shareOf(c.Reactivated, c.Lapsed)
	p.Monthly = Rescale(p.Churn.Value, float64(p.Length()), MonthDays)
	p.Yearly = Rescale(p.Churn.Value, float64(p.Length()), YearDays)
	p.GRR = ofStart(v.Start-v.lost(), v)
	p.NRR = ofStart(v.Start-v.lost()+v.Expansion, v)
	p.NRRWith = ofStart(v.Start-v.lost()+v.Expansion+v.Reactivation, v)
	p.GrossChurn = ofStart(v.lost(), v)
	p.NetChurn = ofStart(v.lost()-v.Expansion, v)
	p.Quick = quick(c, v)
	p.ARPU = 2 * p.Taken.Float() / some(c.Start+c.End)
	p.ARPAEnd = v.End.Float() / some(c.End)
	p.AOV = p.Taken.Float() / some(p.Orders)
}

// some is a count to divide by: NaN for 0, so that what is of nobody is not available.
func some(n int) float64 {
	if n <= 0 {
		return nan
	}
	return float64(n)
}

// ratio returns k ÷ n, NaN for n = 0.
func ratio(k, n int) float64 { return float64(k) / some(n) }

// ofStart returns a share of the revenue at the start. It is not available where there
// is none, nor where refunds make it negative.
func ofStart(part analysis.Money, v *RevenueFlow) float64 {
	if v.Start <= 0 {
		return nan
	}
	return float64(part) / float64(v.Start)
}

// quick is the quick ratio: +Inf without losses, as it is defined. Of a period without
// a customer at either end there is nothing to say.
func quick(c *CustomerFlow, v *RevenueFlow) float64 {
	switch {
	case c.Start+c.End == 0:
		return nan
	case v.lost() <= 0:
		return math.Inf(1)
	}
	return float64(v.gained()) / float64(v.lost())
}

// Lengths that rates are rescaled to, in days.
const (
	YearDays  = 365.0
	MonthDays = YearDays / 12
)

// Rescale turns the rate of a loss within some days into that within to days, if it
// stayed the same from day to day: 1 − (1−c)^(to/days). days > 0.
func Rescale(rate, days, to float64) float64 {
	switch {
	case !(rate >= 0 && rate <= 1 && days > 0 && to >= 0):
		return nan
	case days == to, rate == 0, rate == 1:
		return rate
	}
	return -numeric.Expm1(to / days * numeric.Log1p(-rate))
}

// recent sums up the last settled periods.
func recent(periods []Period) Recent {
	list := lastSettled(periods)
	out := Recent{Periods: len(list), From: analysis.NoDay, To: analysis.NoDay,
		Mean: meanOf(list, func(p *Period) float64 { return p.Churn.Value }),
		GRR:  meanOf(list, func(p *Period) float64 { return p.GRR }),
		NRR:  meanOf(list, func(p *Period) float64 { return p.NRR })}
	var c CustomerFlow
	var taken analysis.Money
	orders, days, average := 0, 0, 0
	for _, p := range list {
		c.Churned, c.Start = c.Churned+p.Churn.K, c.Start+p.Churn.N
		c.Reactivated, c.Lapsed = c.Reactivated+p.Reactivation.K, c.Lapsed+p.Reactivation.N
		taken, orders, days = taken+p.Taken, orders+p.Orders, days+p.Length()
		average += p.Customers.Start + p.Customers.End
	}
	if len(list) > 0 {
		out.From, out.To = list[0].From, list[len(list)-1].To
	}
	out.Churn, out.Reactivation = shareOf(c.Churned, c.Start), shareOf(c.Reactivated, c.Lapsed)
	out.Length = float64(days) / some(len(list))
	out.Monthly, out.Yearly = Rescale(out.Churn.Value, out.Length, MonthDays), Rescale(out.Churn.Value, out.Length, YearDays)
	out.ARPU, out.AOV = 2*taken.Float()/some(average), taken.Float()/some(orders)
	return out
}

// lastSettled returns the last settled periods, at most RecentPeriods.
func lastSettled(periods []Period) []Period {
	from := len(periods)
	for from > 0 && periods[from-1].Settled && len(periods)-from < RecentPeriods {
		from--
	}
	return periods[from:]
}

// meanOf returns the mean over the periods where the value is available; NaN if it is
// nowhere.
func meanOf(periods []Period, value func(*Period) float64) float64 {
	var sum numeric.Sum
	n := 0
	for i := range periods {
		if v := value(&periods[i]); !math.IsNaN(v) {
			sum.Add(v)
			n++
		}
	}
	return sum.Value() / some(n)
}

// A BucketStep is one period of the leaky bucket: what came in, what went out, and how
// full it is.
type BucketStep struct {
	From, To                  analysis.Day
	Level                     int // customers at the end
	Before                    int // at the start
	New, Reactivated, Churned int
	Passing                   int // through the bucket within the period, in no other count
}

// Bucket returns the leaky bucket, one step a period.
func (r *Rates) Bucket() []BucketStep {
	out := make([]BucketStep, len(r.Periods))
	for i, p := range r.Periods {
		c := p.Customers
		out[i] = BucketStep{p.From, p.To, c.End, c.Start, c.New, c.Reactivated, c.Churned, c.Passing}
	}
	return out
}
