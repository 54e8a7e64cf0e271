package local

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/lifecycle"
)

// headlines are the numbers of an answer that somebody compares month by month.
func headlines(answer any) []engine.Headline {
	switch a := answer.(type) {
	case engine.Definition:
		return []engine.Headline{days("headline.window", float64(a.Workbench.Window)), portion("headline.lost-share", a.Ledger.Entries[0].Lost.Value),
			portion("headline.churn", a.Ledger.Entries[0].Churn.Value)}
	case engine.Rates:
		return ofPeriods(&a.Result)
	case engine.Ladder:
		return []engine.Headline{portion("headline.again", a.Result.Rungs[0].Again.Value)}
	case engine.Cohorts:
		return ofCohorts(&a.Result)
	case engine.Survival:
		return []engine.Headline{count("headline.lost", a.Study.Lost), days("headline.median-stay", medianStay(&a))}
	case engine.Hazards:
		return []engine.Headline{portion("headline.concordance", a.Fit.Concordance.C)}
	case engine.Projection:
		return []engine.Headline{portion("headline.constant-retention", a.Result.Constant.Retention), money("headline.residual", a.Residual)}
	}
	return moreHeadlines(answer)
}

// moreHeadlines are those of how customers divide and what they are worth.
func moreHeadlines(answer any) []engine.Headline {
	switch a := answer.(type) {
	case engine.Segments:
		return []engine.Headline{count("headline.lost", a.Result.Loss.Lost), portion("headline.lost-share", a.Result.Loss.Share)}
	case engine.Concentration:
		return []engine.Headline{portion("headline.top", a.Brings), portion("headline.gini", a.Result.Gini), money("headline.exposed", a.Risk.Total)}
	case engine.KeyCustomers:
		return []engine.Headline{count("headline.listed", len(a.Rows)), money("headline.listed-revenue", listedRevenue(a.Rows).Float())}
	case engine.Clusters:
		return []engine.Headline{count("headline.clusters", a.Result.K)}
	case engine.Lifecycle:
		return ofStages(&a)
	case engine.Migration:
		return []engine.Headline{portion("headline.stay", a.Result.Stay.Share), portion("headline.fall", a.Result.Fall.Share), count("headline.at-risk", a.Result.AtRisk.Customers)}
	case engine.Profiles:
		return []engine.Headline{count("headline.groups", len(a.Result.Rows))}
	case engine.Portfolio:
		return ofPortfolio(&a)
	case engine.Value:
		r := &a.Result
		return []engine.Headline{money("headline.equity", r.Equity), money("headline.clv", r.Mean), count("headline.active", r.SumAlive), count("headline.expected", r.Expected)}
	case clv.Intervals:
		return []engine.Headline{money("headline.equity-low", a.Equity.Low), money("headline.equity-high", a.Equity.High)}
	case engine.Covariates:
		return []engine.Headline{money("headline.equity", a.Equity.Value)}
	case engine.Drivers:
		return []engine.Headline{money("headline.newcomer", a.Result.Newcomer.Value)}
	case []engine.CustomersPage:
		return []engine.Headline{count("headline.rows", a[0].Total)}
	}
	return nil
}

// ofPeriods tells of the last whole period and of the recent ones together.
func ofPeriods(r *churn.Rates) []engine.Headline {
	last := churn.Period{Churn: churn.Share{Value: math.NaN()}, NRR: math.NaN()}
	if n := len(r.Periods); n > 0 {
		last = r.Periods[n-1]
	}
	return []engine.Headline{portion("headline.churn-last", last.Churn.Value), count("headline.lost-last", last.Customers.Churned),
		count("headline.new-last", last.Customers.New), portion("headline.churn-recent", r.Recent.Churn.Value), portion("headline.nrr-last", last.NRR)}
}

// ofCohorts tells of the columns of the first and the twelfth period.
func ofCohorts(r *cohort.Result) []engine.Headline {
	at := func(period int) float64 {
		for i, c := range r.Columns {
			if c.From == period && c.To == period+1 {
				return r.Mean[i].Weighted
			}
		}
		return math.NaN()
	}
	return []engine.Headline{portion("headline.retention-1", at(1)), portion("headline.retention-12", at(12)), count("headline.cohorts", len(r.Cohorts))}
}

// medianStay is the median lifetime in days, of all customers; NaN where they were only
// looked at in groups, or half of them have not left.
func medianStay(a *engine.Survival) float64 {
	if a.Lapse.Window > 0 {
		return a.Lapse.Median
	}
	if groups := a.Study.Comparison.Groups; len(groups) == 1 {
		for _, q := range groups[0].Quantiles {
			if q.P == 0.5 {
				return q.Time * (365 / clv.PerYear(a.Study.Comparison.Unit)) // in days
			}
		}
	}
	return math.NaN()
}

func listedRevenue(rows []engine.KeyRow) (sum analysis.Money) {
	for _, r := range rows {
		sum += r.Revenue
	}
	return sum
}

func ofStages(a *engine.Lifecycle) []engine.Headline {
	list := []engine.Headline{count("headline.alerts", a.Entered), money("headline.at-stake", a.AtStake.Float())}
	for _, s := range a.Result.Stages {
		if s.Stage == lifecycle.Lapsed {
			list = append(list, portion("headline.lapsed-share", s.Now.Share))
		}
	}
	return list
}

func ofPortfolio(a *engine.Portfolio) []engine.Headline {
	worth := math.NaN()
	if a.Worth != nil {
		worth = a.Worth.Whole.Total
	}
	return []engine.Headline{money("headline.relationships", worth)}
}

// headlines are those of the data themselves.
func (d *dataset) headlines() []engine.Headline {
	list := []engine.Headline{count("headline.customers", d.about.Customers)}
	if d.log.Customers() > 0 {
		list = append(list, count("headline.orders", d.log.OrderRows()), money("headline.revenue", d.log.Revenue().Float()))
	}
	if d.contracts != nil {
		list = append(list, count("headline.running", d.about.Contracts.Running), money("headline.recurring", d.about.Contracts.Recurring.Float()))
	}
	return list
}

func count[N int | float64](key string, n N) engine.Headline {
	return headline(key, engine.CountUnit, float64(n))
}
func money(key string, v float64) engine.Headline   { return headline(key, engine.MoneyUnit, v) }
func portion(key string, v float64) engine.Headline { return headline(key, engine.ShareUnit, v) }
func days(key string, v float64) engine.Headline    { return headline(key, engine.DaysUnit, v) }

// headline is a number that is known, or NaN: a median that is never reached is not known.
func headline(key string, unit engine.Unit, v float64) engine.Headline {
	if math.IsInf(v, 0) {
		v = math.NaN()
	}
	return engine.Headline{Key: key, Unit: unit, Value: v}
}
