package clv

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// benchLog is 100,000 customers over two years with CDNOW's habits.
func benchLog() *analysis.Log {
	return simulate(100_000, 730, BGNBD{0.25, 4.5, 0.8, 2.4}, GammaGamma{6, 4, 15}, 1)
}

// BenchmarkFitBGNBD fits from four starts to 100,000 customers.
func BenchmarkFitBGNBD(b *testing.B) {
	s := Summarize(benchLog(), 730)
	b.ResetTimer()
	for b.Loop() {
		mustFit(b, BGNBDFamily.likelihood(&s.Rows))
	}
	b.ReportMetric(float64(s.Rows.Len()), "rows")
}

// BenchmarkEvaluateBGNBD is one ln L with gradient and Hessian.
func BenchmarkEvaluateBGNBD(b *testing.B) {
	s := Summarize(benchLog(), 730)
	l := BGNBDFamily.likelihood(&s.Rows)
	p := numeric.NewPoint(logs(l.starts[0]))
	b.ResetTimer()
	for b.Loop() {
		l.minus(p)
	}
}

func BenchmarkFitGammaGamma(b *testing.B) {
	s := Summarize(benchLog(), 730)
	blocks, n := s.spendBlocks()
	b.ResetTimer()
	for b.Loop() {
		mustFit(b, gammaGamma(blocks, n))
	}
}

func BenchmarkSummarize(b *testing.B) {
	log := benchLog()
	b.ResetTimer()
	for b.Loop() {
		Summarize(log, 730)
	}
}

// BenchmarkForecast predicts every row, discounting twelve months.
func BenchmarkForecast(b *testing.B) {
	s := Summarize(benchLog(), 730)
	m := BGNBD{0.25, 4.5, 0.8, 2.4}
	b.ResetTimer()
	for b.Loop() {
		s.Rows.forecast(m, horizon{12, 0.1})
	}
}

// BenchmarkAnalyze is all that the Value screen asks for.
func BenchmarkAnalyze(b *testing.B) {
	log := benchLog()
	b.ResetTimer()
	for b.Loop() {
		if _, err := Analyze(context.Background(), log, Options{DiscountRate: 0.1}); err != nil {
			b.Fatal(err)
		}
	}
}

// faithfulLog is customers whose purchases fall anywhere in the days: nobody
// lapses, and the optimum lies at a → 0, b → ∞.
func faithfulLog(customers int, end analysis.Day) *analysis.Log {
	random := rand.New(rand.NewPCG(14, 14))
	return logOfDays(customers, end, func(int) []analysis.Day {
		days := make([]analysis.Day, 1+int(random.ExpFloat64()*6))
		for i := range days {
			days[i] = analysis.Day(random.IntN(int(end)))
		}
		slices.Sort(days)
		return slices.Compact(days)
	}, func() analysis.Money { return analysis.Money(50_000 + random.IntN(900_000)) })
}

// BenchmarkAnalyzeBoundary is the same where the search has to go to the end of
// the world.
func BenchmarkAnalyzeBoundary(b *testing.B) {
	log := faithfulLog(100_000, 1000)
	b.ResetTimer()
	for b.Loop() {
		if _, err := Analyze(context.Background(), log, Options{DiscountRate: 0.1}); err != nil {
			b.Fatal(err)
		}
	}
}
