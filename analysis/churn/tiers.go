package churn

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
)

// A ranking is the customers known on a day, by revenue up to its end.
type ranking struct {
	day     analysis.Day
	order   []analysis.CustomerID // descending revenue; equal ones as in the log
	revenue []analysis.Money      // by customer; 0 of those not yet known
}

// rankOn ranks the customers on a day.
func rankOn(log *analysis.Log, day analysis.Day) *ranking {
	r := &ranking{day: day, revenue: make([]analysis.Money, log.Customers())}
	for c := range r.revenue {
		id := analysis.CustomerID(c)
		from, to := log.Rows(id)
		n := bought(log.Day[from:to], day)
		if n > 0 {
			r.order = append(r.order, id)
		}
		for _, a := range log.Amount[from : from+n] {
			r.revenue[c] += a
		}
	}
	slices.SortStableFunc(r.order, func(a, b analysis.CustomerID) int { return cmp.Compare(r.revenue[b], r.revenue[a]) })
	return r
}

// tiers parts those whom start says to be there into tiers and counts whom of them
// lost says to have left.
func (r *ranking) tiers(tiers []Tier, start, lost []bool) []TierRow {
	var there []analysis.CustomerID
	var total analysis.Money
	for _, c := range r.order {
		if start[c] {
			there, total = append(there, c), total+r.revenue[c]
		}
	}
	rows := make([]TierRow, len(tiers))
	begin, share := 0, 0.0
	for i, tier := range tiers {
		share += tier.Share
		end := min(len(there), int(math.Round(share*float64(len(there)))))
		if i == len(tiers)-1 {
			end = len(there)
		}
		rows[i] = r.row(tier, there[begin:end], lost)
		rows[i].weigh(total, len(there))
		begin = end
	}
	return rows
}

// row counts one tier; its share of revenue is still an amount.
func (r *ranking) row(tier Tier, members []analysis.CustomerID, lost []bool) TierRow {
	var revenue analysis.Money
	left := 0
	for _, c := range members {
		revenue += r.revenue[c]
		if lost[c] {
			left++
		}
	}
	return TierRow{Tier: tier, RevenueShare: float64(revenue), Churn: shareOf(left, len(members))}
}

// weigh turns the tier's revenue into a share and, where no weight is given, into
// one: what a customer of the tier brings, relative to a customer of all n.
func (t *TierRow) weigh(total analysis.Money, n int) {
	t.RevenueShare /= float64(total)
	if total <= 0 {
		t.RevenueShare = math.NaN()
	}
	if t.Tier.Weight == 0 {
		t.Tier.Weight = max(0, t.RevenueShare) / (float64(t.Churn.N) / float64(n))
	}
}

// weighted is the churn rate in which each customer weighs as their tier. NaN where
// nobody weighs anything.
func weighted(rows []TierRow) float64 {
	lost, all := 0.0, 0.0
	for _, t := range rows {
		if t.Churn.N > 0 { // the weight of an empty tier is unknown and does not matter
			lost += float64(t.Tier.Weight * float64(t.Churn.K))
			all += float64(t.Tier.Weight * float64(t.Churn.N))
		}
	}
	return lost / all
}
