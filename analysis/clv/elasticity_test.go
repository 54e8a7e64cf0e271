package clv

import (
	"errors"
	"math"
	"testing"

	"churnbench/analysis"
)

// With everybody lapsing at the same rate μ, a year's retention is e^(−μ·365/7), so that
// 1 % more of it is a smaller μ: the elasticity is how the value changes under that law.
// Months are cut into the same parts by both, so what is left is the middle of a month.
func TestElasticityToRetentionIsOfALapseRate(t *testing.T) {
	const s, mu, year = 1e7, 0.02, 365. / 7
	for _, rate := range []float64{0, 0.1} {
		value := func(mu float64) *Analysis {
			a := mustAnalyze(t, cdnowSample(t), Options{DiscountRate: rate, Horizon: 36, Model: nameParetoNBD})
			alive := a.valuation.alive // of the past, which stays
			a.buying = &maximum{family: ParetoNBDFamily, params: []float64{0.55, 10.6, s, s / mu}}
			sum := a.now.Rows.discountedWithin(a.buying.law(), alive, horizon{36, rate}.weights())
			a.valuation.equity = 0
			for i, row := range a.now.Row {
				a.valuation.equity += sum[row] * a.valuation.spend[i]
			}
			return a
		}
		const step = 1e-4
		at, up, down := value(mu), value(mu-step/year), value(mu+step/year)
		e, err := at.Elasticities(0)
		if err != nil {
			t.Fatal(err)
		}
		slope := func(of func(a *Analysis) float64) float64 { return math.Log(of(up)/of(down)) / (2 * step) }
		const source = "a smaller lapse rate"
		check(t, []row{
			{"existing", e.Existing.Retention, slope(func(a *Analysis) float64 { return a.valuation.equity }), 2e-3, source},
			{"newcomer", e.Newcomer.Retention, slope(func(a *Analysis) float64 { return a.Newcomer().CLV }), 2e-3, source},
		})
	}
}

// Over fifty years at a constant lapse rate and a constant discount the mean time of a
// purchase is 1/(μ+δ), the elasticity of Gupta, Lehmann and Stuart in continuous time.
func TestElasticityOfAPerpetuity(t *testing.T) {
	a := mustAnalyze(t, cdnowSample(t), Options{DiscountRate: 0.12, Horizon: MaxHorizon, Model: nameParetoNBD})
	const perYear = 0.2
	a.buying = &maximum{family: ParetoNBDFamily, params: []float64{0.55, 10.6, 1e7, 1e7 / (perYear * 7 / 365)}}
	e, _ := a.Elasticities(0)
	check(t, []row{{"retention", e.Newcomer.Retention, 1 / (perYear + math.Log(1.12)), 2e-3, "closed form"}})
}

// The other drivers, each moved in the open.
func TestElasticitiesOfCDNOW(t *testing.T) {
	for _, f := range Families() {
		opt := Options{DiscountRate: 0.1, Margin: 0.3, Model: f.Name}
		a := mustAnalyze(t, cdnowSample(t), opt)
		e, err := a.Elasticities(5)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %+v", f.Name, e)
		more := opt
		more.Margin *= 1.01
		b := mustAnalyze(t, cdnowSample(t), more)
		const source = "1 % more"
		worth := 0.0
		for k := 1; k <= 12; k++ {
			worth += math.Pow(1.1, -float64(k)/12) / 12
		}
		all := e.Existing.Value + e.Newcomers*worth*e.Newcomer.Value
		check(t, []row{
			{"equity", e.Existing.Value, a.Result().Equity, 0, "the result"},
			{"newcomer", e.Newcomer.Value, a.Newcomer().CLV - 5, 1e-12, "the newcomer"},
			{"spend, existing", e.Existing.Spend, (b.Result().Equity/a.Result().Equity - 1) / 0.01, 1e-9, source},
			{"spend, newcomer", e.Newcomer.Spend, ((b.Newcomer().CLV-5)/e.Newcomer.Value - 1) / 0.01, 1e-9, source},
			{"cost", e.Newcomer.Acquisition, ((a.Newcomer().CLV-5.05)/e.Newcomer.Value - 1) / 0.01, 1e-9, source},
			{"all", e.All.Value, all, 1e-12, "sum"},
			{"number", e.All.Acquisition, ((all+0.01*e.Newcomers*worth*e.Newcomer.Value)/all - 1) / 0.01, 1e-9, source},
			{"retention, all", e.All.Retention, (e.Existing.Retention*e.Existing.Value +
				e.Newcomer.Retention*e.Newcomers*worth*e.Newcomer.Value) / all, 1e-12, "weighted"},
			// Nobody is won in CDNOW's last year: the log's 545 days have all the customers in the first 84.
			{"existing, acquisition", e.Existing.Acquisition, 0, 0, "spent"},
		})
		if r := e.Existing.Retention; !(r > 0.2 && r < 0.8) {
			t.Errorf("%s: value arrives after %v years of one", f.Name, r)
		}
	}
}

// Newcomers go on at the rate of the last days, of all days where there are fewer.
func TestNewcomersAhead(t *testing.T) {
	spent := analysis.Money(0)
	log := logOfDays(200, 99, func(c int) []analysis.Day {
		first := analysis.Day(c % 100)
		return []analysis.Day{first, min(99, first+analysis.Day(c%7)+1)}
	}, func() analysis.Money { spent += 70_000; return 10_000 + spent%900_000 })
	for _, months := range []int{1, 3, 12} {
		e, err := mustAnalyze(t, log, Options{Horizon: months}).Elasticities(0)
		if err != nil || math.Abs(e.Newcomers/(2*float64(months)*365/12)-1) > 0.02 {
			t.Errorf("%d months: %v newcomers, %v", months, e.Newcomers, err)
		}
		won := e.Newcomers * e.Newcomer.Value // undiscounted
		check(t, []row{{"all", e.All.Value, e.Existing.Value + won, 1e-12, "sum"}, {"share won", e.All.Acquisition, won / e.All.Value, 1e-12, "share"},
			{"retention", e.All.Retention, (e.Existing.Value*e.Existing.Retention + won*e.Newcomer.Retention) / e.All.Value, 1e-12, "weighted"}})
	}
}

func TestElasticitiesRefuse(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	for _, cost := range []float64{-1, math.NaN(), math.Inf(1)} {
		var known *analysis.Error
		if _, err := mustAnalyze(t, log, Options{}).Elasticities(cost); !errors.As(err, &known) || known.Kind != analysis.BadInput {
			t.Errorf("cost %v: %v", cost, err)
		}
	}
	clear(log.Amount)
	e, err := mustAnalyze(t, log, Options{}).Elasticities(0)
	if err != nil || !math.IsNaN(e.Existing.Retention) || !math.IsNaN(e.Newcomer.Value) || !(e.Newcomers > 0) {
		t.Errorf("without spend: %+v, %v", e, err)
	}
	if v := (horizon{1, 0}).arrivals(); math.Abs(v-1) > 1e-15 {
		t.Errorf("arrivals %v", v)
	}
}
