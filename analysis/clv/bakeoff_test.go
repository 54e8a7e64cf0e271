package clv

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
)

func mustBake(t testing.TB, log *analysis.Log, opt Options) *BakeoffResult {
	t.Helper()
	b, err := Bakeoff(context.Background(), log, opt)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *BakeoffResult) score(t *testing.T, name string) Score {
	t.Helper()
	i := slices.IndexFunc(b.Scores, func(s Score) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("%s is missing among %d scores", name, len(b.Scores))
	}
	return b.Scores[i]
}

func TestBakeoffOfCDNOW(t *testing.T) {
	b := mustBake(t, cdnowSample(t), Options{CalibrationEnd: cdnowCalibration})
	if len(b.Scores) != 6 || b.Missing != nil || b.Recommended != "Pareto/NBD" || b.Reason.Key != "clv.bakeoff.draw" {
		t.Errorf("%d scores, missing %v, recommends %q: %+v", len(b.Scores), b.Missing, b.Recommended, b.Reason)
	}
	for _, s := range b.Scores {
		h := s.Holdout
		t.Logf("%-24s total %.1f of %.0f, MAE %.4f, RMSE %.4f, bias %.4f, lift %.2f, tracking %.4f, AIC %.1f", s.Name, h.Expected,
			h.Actual, h.MAE, h.RMSE, h.Bias, h.DecileLift, h.TrackingError, s.Fit.AIC)
	}
	const source = "CLVTools and BTYDplus runs, at their own estimates"
	pareto, bg, mbg := b.score(t, "Pareto/NBD").Holdout, b.score(t, "BG/NBD").Holdout, b.score(t, "MBG/NBD").Holdout
	check(t, []row{
		{"actual", pareto.Actual, 1882, 0, "counted"},
		{"Pareto total", pareto.Expected, 1665.68803, 2e-4, source}, {"Pareto MAE", pareto.MAE, .754546889, 1e-4, source},
		{"Pareto RMSE", pareto.RMSE, 1.60284877, 1e-6, source}, {"Pareto bias", pareto.Bias, (1665.68803 - 1882) / 2357, 1e-3, source},
		{"BG total", bg.Expected, 1653.40784, 1e-6, source}, {"BG RMSE", bg.RMSE, 1.60798209, 1e-6, source},
		{"MBG MAE", mbg.MAE, .7647776777, 1e-5, source},
		{"miss", bg.Miss(), 1653.40784/1882 - 1, 1e-4, source},
	})
	nbd := b.score(t, "NBD")
	check(t, []row{{"AIC", nbd.Fit.AIC, 2*9763.657614672617 + 4, 1e-12, "ln L"}})
}

// From the log alone: purchases in the holdout, and what the rules foretell.
func TestRulesOfCDNOW(t *testing.T) {
	log := cdnowSample(t)
	b := mustBake(t, log, Options{CalibrationEnd: cdnowCalibration})
	rate, last := 0.0, 0.0
	for c := range log.Customers() {
		from, to := log.Rows(analysis.CustomerID(c))
		x := 0
		for r := from + 1; r < to && log.Day[r] <= cdnowCalibration; r++ {
			x++
			if log.Day[r] > cdnowCalibration-273 {
				last++
			}
		}
		rate += float64(x) / float64(cdnowCalibration-log.Day[from]) * 273
	}
	check(t, []row{
		{"same rate", b.score(t, ruleSameRate).Holdout.Expected, rate, 1e-12, "the log"},
		{"last period", b.score(t, ruleLastPeriod).Holdout.Expected, last, 1e-12, "the log"},
	})
}

// Rolling origins share no day and cover the holdout; the first one knows what the
// main trial knew.
func TestRollingOrigins(t *testing.T) {
	b := mustBake(t, cdnowSample(t), Options{CalibrationEnd: cdnowCalibration})
	for _, s := range b.Scores {
		if len(s.Rolling) != origins {
			t.Fatalf("%s: %d origins", s.Name, len(s.Rolling))
		}
		from, actual := cdnowCalibration, 0.0
		for _, a := range s.Rolling {
			if a.From != from {
				t.Errorf("%s: from %v, want %v", s.Name, a.From, from)
			}
			from = a.To
			actual += a.Actual
		}
		if from != cdnowEnd || actual != 1882 {
			t.Errorf("%s: ends %v with %v purchases", s.Name, from, actual)
		}
	}
}

// A fit before a later origin, from where the one before ended, is the fit from
// all starts.
func TestRefitReachesTheOptimum(t *testing.T) {
	log := cdnowSample(t)
	before, after := Summarize(log, cdnowCalibration), Summarize(log, cdnowCalibration+91)
	for _, f := range Families() {
		again, err := fitModel(t, f, &before.Rows).Refit(context.Background(), &after.Rows)
		if err != nil {
			t.Fatal(err)
		}
		check(t, []row{{f.Name + " ln L", again.LogLik, fitModel(t, f, &after.Rows).LogLik, 1e-12, "all starts"}})
	}
}

// Who foresees everything has no error and the highest lift there is.
func TestAccuracyOfAPerfectForecast(t *testing.T) {
	trial := newTrial(cdnowSample(t), cdnowCalibration, cdnowEnd)
	forecast := make([]float64, len(trial.actual))
	for i, n := range trial.actual {
		forecast[i] = float64(n)
	}
	a := trial.judgeRule(forecast)
	sorted := slices.Clone(trial.actual)
	slices.Sort(sorted)
	top := 0.7 * float64(sorted[len(sorted)-236]) // 235.7 customers are a tenth
	for _, n := range sorted[len(sorted)-235:] {
		top += float64(n)
	}
	if a.MAE != 0 || a.RMSE != 0 || a.Bias != 0 || math.Abs(a.DecileLift-top/188.2) > 1e-12 || a.TrackingError > 0.05 {
		t.Errorf("%+v, lift %v", a, top/188.2)
	}
	clear(forecast)
	if a := trial.judgeRule(forecast); math.Abs(a.DecileLift-1) > 1e-12 || a.Miss() != -1 {
		t.Errorf("nobody is told apart: %+v", a)
	}
}

// Buyers like clockwork are foreseen best by repeating what they did.
func TestARuleCanWin(t *testing.T) {
	log := logOfDays(400, 700, func(c int) []analysis.Day {
		var days []analysis.Day
		for d := c % 50; d <= 700; d += 7 + c%40 {
			days = append(days, analysis.Day(d))
		}
		return days
	}, func() analysis.Money { return 10_000 })
	b := mustBake(t, log, Options{})
	if !b.Scores[0].Naive || b.Reason.Key != "clv.bakeoff.rule" {
		t.Errorf("recommends %q: %+v", b.Recommended, b.Reason)
	}
}

func TestBakeoffRefuses(t *testing.T) {
	log := simulate(300, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 7)
	once := simulate(300, 400, BGNBD{0.6, 6000, 0.8, 2.4}, GammaGamma{5, 4, 20}, 7)
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		ctx  context.Context
		log  *analysis.Log
		opt  Options
		kind analysis.Kind
	}{
		{context.Background(), &analysis.Log{}, Options{}, analysis.NotEnough},
		{context.Background(), log, Options{CalibrationEnd: 400}, analysis.NotEnough},
		{context.Background(), log, Options{CalibrationEnd: 500}, analysis.BadInput},
		{context.Background(), once, Options{}, analysis.NotEnough},
		{cancelled, log, Options{}, analysis.Cancelled},
	} {
		_, err := Bakeoff(c.ctx, c.log, c.opt)
		var known *analysis.Error
		if !errors.As(err, &known) || known.Kind != c.kind {
			t.Errorf("%+v: %v", c.opt, err)
		}
	}
}
