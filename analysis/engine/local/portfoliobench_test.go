package local

import (
	"fmt"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/portfolio"
)

// BenchmarkPortfolio asks anew with another cut-off, and with another cost, from the request
// to both figures.
func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		log := manyCustomers(n)
		wallets := analysis.Column{Name: "wallet", Role: string(ingest.Wallet), Kind: analysis.NumberColumn, Numbers: make([]analysis.Money, n)}
		for c := range wallets.Numbers {
			wallets.Numbers[c] = analysis.MoneyOf(float64(50 + c%997))
		}
		log.Attributes = []analysis.Column{wallets}
		l := New(nil, func(_, key string) string { return key })
		l.data = &dataset{log: log}
		req := engine.PortfolioRequest{Definition: churn.Definition{Window: 120}, Layout: figure.Layout{Lang: "en", Column: 560, Half: 430},
			Options: engine.PortfolioOptions{Margin: 0.3, Rate: 0.1, Acquisition: engine.CostFrom{Typed: 20}, Serving: engine.CostFrom{Typed: 1}}}
		if _, err := l.Portfolio(b.Context(), req); err != nil { // fits the model of purchases
			b.Fatal(err)
		}
		ask := func(b *testing.B, change func(i int)) {
			for i := 0; b.Loop(); i++ {
				change(i)
				if _, err := l.Portfolio(b.Context(), req); err != nil {
					b.Fatal(err)
				}
			}
		}
		b.Run(fmt.Sprintf("cut-off/%d", n), func(b *testing.B) {
			ask(b, func(i int) { req.Options.Matrix.Share = portfolio.Axis{Cuts: []float64{0.3 + float64(i%20)/100}} })
		})
		b.Run(fmt.Sprintf("cost/%d", n), func(b *testing.B) {
			ask(b, func(i int) { req.Options.Serving.Typed = float64(1 + i%9) })
		})
	}
}
