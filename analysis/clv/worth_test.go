package clv

import (
	"context"
	"errors"
	"math"
	"testing"

	"churnbench/analysis"
)

// Every model values the same customers; each one's value is its own numbers.
func TestValueUnderEachModel(t *testing.T) {
	log := cdnowSample(t)
	for _, f := range Families() {
		a := mustAnalyze(t, log, Options{CalibrationEnd: cdnowCalibration, DiscountRate: 0.1, Model: f.Name})
		r := a.Result()
		if r.Current.Model != f.Name || r.Fit.Model != f.Name || !(r.EquityLow < r.Equity && r.Equity < r.EquityHigh) {
			t.Errorf("%s: %s, equity %v from %v to %v", f.Name, r.Current.Model, r.Equity, r.EquityLow, r.EquityHigh)
		}
		t.Logf("%s: equity %.0f, %.0f to %.0f", f.Name, r.Equity, r.EquityLow, r.EquityHigh)
		m, p := f.Model(a.buying.params...), a.Prediction(0)
		before, sum := 0.0, 0.0
		for k := 1; k <= 12; k++ {
			now := m.ExpectedGiven(p.X, p.TX, p.T, float64(k)*365/12/7)
			sum += (now - before) * math.Pow(1.1, -float64(k)/12)
			before = now
		}
		check(t, []row{{f.Name + " CLV", p.CLV, sum * p.Spend, 1e-11, "month by month"},
			{f.Name + " purchases", p.Expected, before, 1e-12, "the model"}})
	}
	_, err := Analyze(context.Background(), log, Options{Model: "tea leaves"})
	var known *analysis.Error
	if !errors.As(err, &known) || known.Kind != analysis.BadInput {
		t.Errorf("err = %v", err)
	}
}

// A newcomer's purchases month by month, at the mean spend.
func TestNewcomer(t *testing.T) {
	for _, f := range Families() {
		a := mustAnalyze(t, cdnowSample(t), Options{DiscountRate: 0.1, Margin: 0.3, Model: f.Name})
		m, before, sum := f.Model(a.buying.params...), 0.0, 0.0
		for k := 1; k <= 12; k++ {
			now := m.Expected(float64(k) * 365 / 12 / 7)
			sum += (now - before) * math.Pow(1.1, -float64(k)/12)
			before = now
		}
		n := a.Newcomer()
		check(t, []row{{"purchases", n.Purchases, before, 1e-13, "the model"}, {"spend", n.Spend, a.Result().MeanSpend, 0, "the model"},
			{"CLV", n.CLV, 0.3 * sum * n.Spend, 1e-12, "month by month"}})
	}
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	clear(log.Amount)
	if n := mustAnalyze(t, log, Options{}).Newcomer(); !math.IsNaN(n.Spend) || !math.IsNaN(n.CLV) || !(n.Purchases > 0) {
		t.Errorf("without spend: %+v", n)
	}
}
