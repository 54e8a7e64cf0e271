package chart

import (
	"math"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/figure"
	"churnbench/analysis/survival"
)

// churnDrawings are the figures of the Definition and Overview screens.
func churnDrawings() []drawing {
	bench, rates := workbenchFixture(), ratesFixture(24)
	early := ratesFixture(3)
	return []drawing{
		{"gaps", func(st figure.Style) (figure.Figure, error) { return Gaps(bench, st) }},
		{"returns", func(st figure.Style) (figure.Figure, error) { return Returns(bench, st) }},
		{"errors", func(st figure.Style) (figure.Figure, error) { return WindowErrors(bench, st) }},
		{"movements", func(st figure.Style) (figure.Figure, error) { return Movements(rates, st) }},
		{"movements-few", func(st figure.Style) (figure.Figure, error) { return Movements(early, st) }},
		{"revenue-movements", func(st figure.Style) (figure.Figure, error) { return RevenueMovements(rates, st) }},
		{"control", func(st figure.Style) (figure.Figure, error) { return ControlChart(rates, st) }},
		{"ladder", func(st figure.Style) (figure.Figure, error) { return Ladder(ladderFixture(), st) }},
		{"bucket", func(st figure.Style) (figure.Figure, error) { return Bucket(rates, st) }},
	}
}

// ladderFixture is a shop whose second purchase is the hurdle; few get to the top.
func ladderFixture() *churn.Ladder {
	l := &churn.Ladder{Within: 131, Hurdle: 2}
	reached := 23_570
	for k := 1; k <= churn.MostRungs; k++ {
		watched := reached * 9 / 10
		again := int(float64(watched) * (0.86 - 0.46/float64(k)))
		if k == churn.MostRungs {
			watched, again = 17, 12
		}
		l.Rungs = append(l.Rungs, churn.Rung{Purchases: k, Reached: reached, Again: share(again, watched), Wait: 52.5 - 2*float64(k)})
		reached = again
	}
	return l
}

func share(k, n int) churn.Share {
	lo, hi := wilson(k, n)
	return churn.Share{K: k, N: n, Value: float64(k) / float64(n), Low: lo, High: hi}
}

// workbenchFixture is a shop whose customers buy every six weeks or so and of whom
// half bought once only.
func workbenchFixture() *churn.Workbench {
	w := &churn.Workbench{Window: 131, Proposed: survival.Window{Days: 131, P: 0.8, Naive: 70, Closed: 44_000, Open: 23_570}, Reach: 480, Span: 545,
		Quantiles: []churn.Quantile{{P: .5, Days: 46, Low: 45, High: 47, Naive: 31}, {P: .8, Days: 131, Low: 128, High: 135, Naive: 70}, {P: .9, Days: 298, Low: 280, High: 322, Naive: 118}}}
	for from := 1; from < 545; {
		to := max(from+1, int(float64(from)*1.28))
		mid := math.Log(float64(from+to) / 2)
		closed := int(5200 * math.Exp(-math.Pow(mid-math.Log(38), 2)/1.1))
		open := int(900 * math.Exp(-math.Pow(mid-math.Log(430), 2)/0.8))
		w.Gaps.Bins = append(w.Gaps.Bins, churn.GapBin{From: from, To: to, Closed: closed, Open: open})
		w.Gaps.Closed += closed
		w.Gaps.Open += open
		from = to
	}
	w.Gaps.Today = 37
	for _, within := range []int{90, 365, 0} {
		r := churn.Returns{Within: within}
		for d := 0; d <= 480; d += 4 {
			chance := math.Exp(-float64(d)/110) * (0.55 + 0.35*math.Min(1, float64(within)/365))
			if within == 0 {
				chance = 0.95 * math.Exp(-float64(d)/120) * (1 - float64(d)/700)
			}
			if within > 0 && d+within > 480 {
				chance = math.NaN()
			}
			r.Points = append(r.Points, churn.ReturnPoint{Silent: d, AtRisk: 60_000 - 120*d, Chance: chance, Low: chance * .96, High: chance*.96 + .04})
		}
		w.Returns = append(w.Returns, r)
	}
	w.Verdict = churn.Verdict{Silent: 131, Within: 90, Chance: .167, Low: .158, High: .177, Finality: churn.MostlyFinal}
	w.Trial = churn.Trial{Day: analysis.Date(1997, 12, 31), Followup: 181, Customers: 20_000, Gone: 13_000, Best: 90}
	for d := 10; d <= 360; d += 10 {
		lost := int(20_000 * math.Exp(-float64(d)/400))
		returned, gone := share(int(float64(lost)*(.08+.5*math.Exp(-float64(d)/60))), lost), share(int(float64(20_000-lost)*(.15+.4*float64(d)/360)), 20_000-lost)
		w.Trial.Points = append(w.Trial.Points, churn.TrialPoint{Window: d,
			Calls: churn.Calls{Returned: returned, Gone: gone, Cost: float64(returned.K+gone.K) / 20_000}})
	}
	return w
}

// ratesFixture is some months of a growing shop that loses many in one of them.
func ratesFixture(months int) *churn.Rates {
	rng := random(6)
	r := &churn.Rates{Customers: 9_400, Trailing: 131, Begin: analysis.Date(2023, 1, 3), End: analysis.Date(2023, time.Month(months+1), 0)}
	start, revenue := 0, analysis.Money(0)
	churned, customers := 0, 0
	for i := range months {
		p := churn.Period{From: analysis.Date(2023, time.Month(i+1), 1), To: analysis.Date(2023, time.Month(i+2), 1), Settled: i >= 5 || months < 5}
		if months < 5 {
			p.Settled = i > 0
		}
		f := &p.Customers
		f.Start, f.New, f.Reactivated = start, 150+rng.IntN(120), rng.IntN(40)*min(i, 1)
		if p.Settled {
			f.Churned = int(float64(start) * (.04 + .03*rng.Float64()))
		}
		if i == 17 {
			f.Churned *= 3
		}
		f.End = start + f.New + f.Reactivated - f.Churned
		f.Passing = rng.IntN(9)
		v := &p.Revenue
		v.Start, v.New, v.Reactivation = revenue, analysis.MoneyOf(41.5*float64(f.New)), analysis.MoneyOf(38.2*float64(f.Reactivated))
		v.Expansion, v.Contraction, v.Churn = analysis.MoneyOf(6*float64(start)), analysis.MoneyOf(4.5*float64(start)), analysis.MoneyOf(36*float64(f.Churned))
		v.End = v.Start + v.New + v.Reactivation + v.Expansion - v.Contraction - v.Churn
		p.Churn = churn.Share{K: f.Churned, N: start, Value: math.NaN(), Low: math.NaN(), High: math.NaN()}
		if start > 0 {
			p.Churn.Low, p.Churn.High = wilson(f.Churned, start)
			p.Churn.Value = float64(f.Churned) / float64(start)
		}
		if p.Settled {
			churned, customers = churned+f.Churned, customers+start
		}
		start, revenue = f.End, v.End
		r.Periods = append(r.Periods, p)
	}
	r.Control = controlFixture(r, float64(churned)/float64(customers))
	return r
}

func controlFixture(r *churn.Rates, centre float64) churn.Control {
	c := churn.Control{Centre: centre, Dispersion: 2.3}
	for i := range r.Periods {
		p := &r.Periods[i]
		if !p.Settled {
			continue
		}
		se := math.Sqrt(centre * (1 - centre) / float64(p.Churn.N))
		point := churn.ControlPoint{Period: i, Churned: p.Churn.K, Customers: p.Churn.N, Value: p.Churn.Value,
			Low: max(0, centre-3*se), High: centre + 3*se, Z: (p.Churn.Value - centre) / se}
		if math.Abs(point.Z) > 3 {
			point.Signals = []churn.Signal{churn.BeyondLimits}
		}
		c.Points = append(c.Points, point)
	}
	return c
}
