package local

import (
	"context"

	"churnbench/analysis/engine"
	"churnbench/analysis/profile"
)

// A profileRow is one group of the export; the last one is all customers.
type profileRow struct {
	By             cell    `csv:"by"`
	Group          cell    `csv:"group"`
	Folded         int     `csv:"folded_groups"`
	Customers      int     `csv:"customers"`
	Share          decimal `csv:"share_of_customers"`
	Revenue        decimal `csv:"revenue"`
	Brings         decimal `csv:"share_of_revenue"`
	Days           decimal `csv:"purchase_days_per_customer"`
	OrderValue     decimal `csv:"revenue_per_order"`
	Lost           int     `csv:"lost"`
	Churn          decimal `csv:"share_lost"`
	ChurnLow       decimal `csv:"share_lost_low_95"`
	ChurnHigh      decimal `csv:"share_lost_high_95"`
	Others         decimal `csv:"share_lost_of_others"`
	Difference     decimal `csv:"difference"`
	DifferenceLow  decimal `csv:"difference_low_95"`
	DifferenceHigh decimal `csv:"difference_high_95"`
	Apart          bool    `csv:"apart_after_bonferroni"`
	After          int     `csv:"after_days"`
	Stay           decimal `csv:"share_still_here"`
	StayLow        decimal `csv:"share_still_here_low_95"`
	StayHigh       decimal `csv:"share_still_here_high_95"`
	AtRisk         int     `csv:"still_watched"`
	Spend          decimal `csv:"revenue_per_customer"`
	Value          decimal `csv:"mean_clv"`
	Median         decimal `csv:"median_clv"`
	Profit         decimal `csv:"profit_per_customer"`
}

// profiles writes the comparison that was last asked for; the last row is everybody.
func (l *Local) profiles(_ context.Context, d *dataset, req engine.ExportRequest) ([]byte, error) {
	asked := d.profiledBy
	asked.Layout.Lang, asked.Across = req.Lang, nil
	p, err := l.profile(d, asked)
	if err != nil {
		return nil, err
	}
	by := p.ByName()
	var rows []profileRow
	for i := range p.Result.Rows {
		rows = append(rows, rowOf(&p.Result.Rows[i], by, p.Names[i], p.After))
	}
	return table(append(rows, rowOf(&p.Result.All, by, l.words(req.Lang, "profiles.all"), p.After)))
}

func rowOf(r *profile.Row, by, name string, after int) profileRow {
	of := func(m profile.Measure) decimal { return decimal(r.Of(m).Value) }
	return profileRow{cell(by), cell(name), r.Folded, r.Customers, decimal(r.Share), decimal(r.Revenue.Float()), decimal(r.Brings),
		of(profile.Days), of(profile.OrderValue), r.Lost, decimal(r.Churn.Value), decimal(r.Churn.Low), decimal(r.Churn.High),
		decimal(r.Others), decimal(r.Difference.Value), decimal(r.Difference.Low), decimal(r.Difference.High), r.Apart,
		after, decimal(r.Stay.Value), decimal(r.Stay.Low), decimal(r.Stay.High), r.AtRisk,
		of(profile.Spend), decimal(r.Value), decimal(r.Median), of(profile.Profit)}
}
