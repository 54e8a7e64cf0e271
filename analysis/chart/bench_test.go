package chart

import (
	"testing"

	"churnbench/analysis/figure"
)

func BenchmarkFigures(b *testing.B) {
	for _, d := range drawings() {
		b.Run(d.name, func(b *testing.B) {
			for b.Loop() {
				fig, err := d.make(figure.Style{Lang: "zh", Width: 720})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(fig.SVG)), "svg-bytes")
			}
		})
	}
}

func BenchmarkHistogram(b *testing.B) {
	values := clvValues()
	for b.Loop() {
		NewHistogram(values)
	}
}
