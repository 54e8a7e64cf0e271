package clv

import (
	"context"
	"strings"
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
//
// In a worker of a browser, with the bake-off and the bootstrap,
// it is make bench-fit.
func BenchmarkFit(b *testing.B) {
	benchFits(b, func(f *Family, rows *Rows) error {
		_, err := f.Fit(context.Background(), rows)
		return err
	})
}

// BenchmarkOneStart is one search, from the first start, on all rows: what others call a
// fit. Grouping the customers is in BenchmarkGroup.
func BenchmarkOneStart(b *testing.B) {
	benchFits(b, func(f *Family, rows *Rows) error {
		l := f.likelihood(rows)
		l.rough, l.starts = nil, l.starts[:1]
		_, err := l.fit(context.Background())
		return err
	})
}

// BenchmarkGroup brings a million customers into rows.
func BenchmarkGroup(b *testing.B) {
	_, s := benchSummary()
	b.ResetTimer()
	for b.Loop() {
		group(s.X, s.TX, s.T, daysPerWeek)
	}
}

func benchFits(b *testing.B, fit func(f *Family, rows *Rows) error) {
	sizes := map[string]func() *Summary{
		"CDNOW": func() *Summary { return Summarize(cdnowSample(b), cdnowCalibration) },
		"100k":  func() *Summary { s, _ := benchSummary(); return s },
		"1M":    func() *Summary { _, s := benchSummary(); return s },
	}
	for _, size := range []string{"CDNOW", "100k", "1M"} {
		for _, f := range Families() {
			b.Run(strings.ReplaceAll(f.Name, "/", "-")+" "+size, func(b *testing.B) {
				rows := &sizes[size]().Rows
				b.ResetTimer()
				for b.Loop() {
					if err := fit(f, rows); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(rows.Len()), "rows")
			})
		}
	}
}
