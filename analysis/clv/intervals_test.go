package clv

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis"
)

// mustBootstrap prepares the replicates of an analysis.
func mustBootstrap(t testing.TB, a *Analysis, seed uint64) *Bootstrap {
	t.Helper()
	b, err := NewBootstrap(a.BootstrapTask(seed))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustRun(t testing.TB, b *Bootstrap, from, to int) []Replicate {
	t.Helper()
	r, err := b.Run(context.Background(), from, to)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// On 2,357 customers both methods must nearly agree.
func TestBootstrapAgreesWithDelta(t *testing.T) {
	a := cdnowAnalysis(t)
	b := mustBootstrap(t, a, 1)
	boot, delta := PercentileIntervals(b.task, mustRun(t, b, 0, 300)), a.DeltaIntervals()
	if boot.Failed > 0 || boot.Replicates != 300 || !boot.Bootstrap || delta.Bootstrap {
		t.Errorf("%d replicates, %d failed", boot.Replicates, boot.Failed)
	}
	pairs := [][2]Interval{{boot.Equity, delta.Equity}}
	for i := range boot.Params {
		pairs = append(pairs, [2]Interval{boot.Params[i], delta.Params[i]})
	}
	for i := range boot.Spend {
		pairs = append(pairs, [2]Interval{boot.Spend[i], delta.Spend[i]})
	}
	for _, p := range pairs {
		t.Logf("%-3s %.4f: bootstrap %.4f to %.4f (± %.4f), delta %.4f to %.4f (± %.4f)", p[0].Name, p[0].Value, p[0].Low, p[0].High,
			p[0].SE, p[1].Low, p[1].High, p[1].SE)
		if p[0].Value != p[1].Value || !(p[0].Low < p[0].Value && p[0].Value < p[0].High) {
			t.Errorf("%s: %+v", p[0].Name, p)
		}
		// Spend is heavier tailed than the model: the bootstrap's intervals are wider there.
		if ratio := p[0].SE / p[1].SE; !(ratio > 0.7 && ratio < 2.5) {
			t.Errorf("%s: standard errors %v and %v", p[0].Name, p[0].SE, p[1].SE)
		}
	}
	if len(pairs) != 8 {
		t.Errorf("%d intervals", len(pairs))
	}
}

// Workers that share the replicates out get the digits of one that does all.
func TestBootstrapCanBeShared(t *testing.T) {
	b := mustBootstrap(t, mustAnalyze(t, simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}), 7)
	all := mustRun(t, b, 0, 12)
	shared := append(mustRun(t, b, 7, 12), mustRun(t, b, 0, 7)...)
	if !reflect.DeepEqual(PercentileIntervals(b.task, all), PercentileIntervals(b.task, shared)) {
		t.Error("the intervals depend on who computed what")
	}
	if slices.Equal(all[0].Params, all[1].Params) {
		t.Error("two replicates are the same")
	}
}

// What a warm start finds is the optimum.
func TestReplicatesReachTheOptimum(t *testing.T) {
	b := mustBootstrap(t, mustAnalyze(t, simulate(900, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}), 3)
	for k, r := range mustRun(t, b, 0, 5) {
		m := mustFit(t, b.family.likelihood(b.rows(b.draw(k))))
		for i, p := range m.Params {
			check(t, []row{{p.Name, r.Params[i], p.Value, 1e-7, "all starts"}})
		}
	}
}

func TestBootstrapWithoutSpend(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	clear(log.Amount)
	b := mustBootstrap(t, mustAnalyze(t, log, Options{}), 1)
	i := PercentileIntervals(b.task, mustRun(t, b, 0, 5))
	if len(i.Params) != 4 || i.Spend != nil || !math.IsNaN(i.Equity.Value) || !(i.Params[0].SE > 0) {
		t.Errorf("%+v", i)
	}
}

func TestBootstrapStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := mustBootstrap(t, mustAnalyze(t, simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}), 1)
	var known *analysis.Error
	if _, err := b.Run(ctx, 0, 5); !errors.As(err, &known) || known.Kind != analysis.Cancelled {
		t.Errorf("err = %v", err)
	}
}

// BenchmarkBootstrapCDNOW is 500 replicates of both models and the equity:
//
//	go test ./analysis/clv -run '^$' -bench BootstrapCDNOW -benchtime 1x
func BenchmarkBootstrapCDNOW(b *testing.B) {
	boot := mustBootstrap(b, cdnowAnalysis(b), 1)
	b.ResetTimer()
	for b.Loop() {
		PercentileIntervals(boot.task, mustRun(b, boot, 0, DefaultReplicates))
	}
}

// BenchmarkBakeoffCDNOW is four models and two rules, from four origins.
func BenchmarkBakeoffCDNOW(b *testing.B) {
	log := cdnowSample(b)
	b.ResetTimer()
	for b.Loop() {
		mustBake(b, log, Options{CalibrationEnd: cdnowCalibration})
	}
}

// The shortcuts of a valuer give the equity of the analysis, for every model, with and
// without ages that can be told from others.
func TestValuerAgreesWithTheForecast(t *testing.T) {
	for _, days := range []int{60, 700} {
		log := simulate(1500, days, BGNBD{0.9, 3, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
		for _, f := range Families() {
			for _, rate := range []float64{0, 0.15} {
				a := mustAnalyze(t, log, Options{Model: f.Name, DiscountRate: rate, Margin: 0.4, Horizon: 9})
				v := newValuer(a.BootstrapTask(1))
				check(t, []row{{f.Name, v.equity(a.buying.law(), a.spend.gammaGamma()), a.valuation.equity, 1e-9, "each age by itself"}})
			}
		}
	}
	// Early ages are far from the others where α is small.
	log := simulate(3000, 700, BGNBD{0.9, 3, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	a := mustAnalyze(t, log, Options{})
	v := newValuer(a.BootstrapTask(1))
	for _, m := range []Model{BGNBD{0.05, 0.01, 0.3, 2}, BGNBD{3, 40, 1, 7}, BGNBD{1, 5, 1e-4, 30}, ParetoNBD{0.3, 0.02, 0.4, 200}, ParetoNBD{2, 90, 1, 0.5}} {
		s := a.now
		law := GammaGamma{6, 4, 15}
		var want float64
		f := s.Rows.forecast(m, horizon{12, 0})
		for i := range s.X {
			want += f.discounted[s.Row[i]] * law.Expected(int(s.X[i]), s.Total[i].Float())
		}
		check(t, []row{{m.Name(), v.equity(m, law), want, 1e-8, "each age by itself"}})
	}
}

func TestBootstrapRefusesTasksOfNothing(t *testing.T) {
	var known *analysis.Error
	for _, task := range []*BootstrapTask{{}, {Buying: Summit{Model: "BG/NBD", Params: make([]float64, 4)}}} {
		if _, err := NewBootstrap(task); !errors.As(err, &known) || known.Kind != analysis.BadInput {
			t.Errorf("err = %v", err)
		}
	}
}
