package clv

import (
	"context"
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
		mustFit(b, s.Rows.bgnbd())
	}
	b.ReportMetric(float64(s.Rows.Len()), "rows")
}

// BenchmarkEvaluateBGNBD is one ln L with gradient and Hessian.
func BenchmarkEvaluateBGNBD(b *testing.B) {
	s := Summarize(benchLog(), 730)
	l := s.Rows.bgnbd()
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
		m.forecast(&s.Rows, horizon{12, 0.1})
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
