package clv

import (
	"context"
	"fmt"
	"sync"
	"testing"
)

// benchSummary simulates customers with CDNOW's habits over two years, once.
var benchSummary = sync.OnceValues(func() (*Summary, *Summary) {
	draw := func(n int) *Summary {
		return Summarize(simulate(n, 730, BGNBD{0.25, 4.5, 0.8, 2.4}, GammaGamma{6, 4, 15}, 1), 730)
	}
	return draw(100_000), draw(1_000_000)
})

// BenchmarkFit fits the models from all starts, with standard errors, to CDNOW and to
// simulated customers:
//
//	go test ./analysis/clv -run '^$' -bench 'Fit/' -benchtime 1x
func BenchmarkFit(b *testing.B) {
	sizes := map[string]func() *Summary{
		"CDNOW": func() *Summary { return Summarize(cdnowSample(b), cdnowCalibration) },
		"100k":  func() *Summary { s, _ := benchSummary(); return s },
		"1M":    func() *Summary { _, s := benchSummary(); return s },
	}
	for _, size := range []string{"CDNOW", "100k", "1M"} {
		for _, f := range Families() {
			b.Run(fmt.Sprint(f.Name, " ", size), func(b *testing.B) {
				rows := &sizes[size]().Rows
				b.ResetTimer()
				for b.Loop() {
					if _, err := f.Fit(context.Background(), rows); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(rows.Len()), "rows")
			})
		}
	}
}
