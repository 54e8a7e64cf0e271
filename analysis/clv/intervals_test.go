package clv

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis"
)

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
	b := a.Bootstrap(1)
	boot, delta := b.Intervals(mustRun(t, b, 0, 300)), a.DeltaIntervals()
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
	b := mustAnalyze(t, simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}).Bootstrap(7)
	all := mustRun(t, b, 0, 12)
	shared := append(mustRun(t, b, 7, 12), mustRun(t, b, 0, 7)...)
	if !reflect.DeepEqual(b.Intervals(all), b.Intervals(shared)) {
		t.Error("the intervals depend on who computed what")
	}
	if slices.Equal(all[0].Params, all[1].Params) {
		t.Error("two replicates are the same")
	}
}

// What a warm start finds is the optimum.
func TestReplicatesReachTheOptimum(t *testing.T) {
	b := mustAnalyze(t, simulate(900, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}).Bootstrap(3)
	for k, r := range mustRun(t, b, 0, 5) {
		drawn := b.draw(rand.New(rand.NewPCG(3, uint64(k))))
		m := mustFit(t, b.buying.family.likelihood(b.summary.resampledRows(drawn)))
		for i, p := range m.Params {
			check(t, []row{{p.Name, r.Params[i], p.Value, 1e-7, "all starts"}})
		}
	}
}

func TestBootstrapWithoutSpend(t *testing.T) {
	log := simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	clear(log.Amount)
	b := mustAnalyze(t, log, Options{}).Bootstrap(1)
	i := b.Intervals(mustRun(t, b, 0, 5))
	if len(i.Params) != 4 || i.Spend != nil || !math.IsNaN(i.Equity.Value) || !(i.Params[0].SE > 0) {
		t.Errorf("%+v", i)
	}
}

func TestBootstrapStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := mustAnalyze(t, simulate(600, 400, BGNBD{0.6, 6, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8), Options{}).Bootstrap(1)
	var known *analysis.Error
	if _, err := b.Run(ctx, 0, 5); !errors.As(err, &known) || known.Kind != analysis.Cancelled {
		t.Errorf("err = %v", err)
	}
}

// BenchmarkBootstrapCDNOW is 500 replicates of both models and the equity:
//
//	go test ./analysis/clv -run '^$' -bench BootstrapCDNOW -benchtime 1x
func BenchmarkBootstrapCDNOW(b *testing.B) {
	boot := cdnowAnalysis(b).Bootstrap(1)
	b.ResetTimer()
	for b.Loop() {
		boot.Intervals(mustRun(b, boot, 0, DefaultReplicates))
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
