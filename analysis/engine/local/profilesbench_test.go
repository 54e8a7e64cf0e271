package local

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
)

// crowd is a dataset of n customers with about five purchases each, a region and the
// product of every order.
func crowd(n int) *dataset {
	rng := rand.New(rand.NewPCG(1, 1))
	log := &analysis.Log{Start: []uint32{0}, End: 729}
	region, product := analysis.Column{Name: "region"}, analysis.Column{Name: "product"}
	for i := range 60 {
		region.Texts.Append([]byte("region " + strconv.Itoa(i)))
		product.Texts.Append([]byte("product " + strconv.Itoa(i)))
	}
	for range n {
		for day := rng.IntN(700); day < 730; day += 1 + rng.IntN(120) {
			log.Day, log.Amount = append(log.Day, analysis.Day(day)), append(log.Amount, analysis.Money(rng.IntN(1_000_000)))
			log.Orders, product.Codes = append(log.Orders, 1), append(product.Codes, uint32(rng.IntN(60)))
			if rng.IntN(8) == 0 {
				break
			}
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
		region.Codes = append(region.Codes, uint32(rng.IntN(60)))
	}
	log.Attributes, log.Kept = []analysis.Column{region}, []analysis.Column{product}
	d := &dataset{log: log}
	d.about.Kept = []engine.KeptReport{{Name: "region", Distinct: 60, Filled: n}}
	d.about.Bases = []engine.Basis{engine.OnOrders}
	return d
}

// BenchmarkProfiles divides anew by each of three, under a definition that is known: what
// a person waits for who looks at one division after the other.
func BenchmarkProfiles(b *testing.B) {
	divisions := []engine.Segmentation{{By: engine.SegmentAttribute}, {By: engine.SegmentOrders}, {By: engine.SegmentTiers}}
	for _, n := range []int{100_000, 1_000_000} {
		d := crowd(n)
		for _, by := range divisions {
			b.Run(string(by.By)+"/"+strconv.Itoa(n), func(b *testing.B) {
				l := &Local{words: func(_, key string) string { return key }, data: d}
				req := engine.ProfilesRequest{By: by, Definition: churn.Definition{Window: 90}}
				for b.Loop() {
					d.divisions, d.bought = nil, nil
					if _, err := l.Profiles(b.Context(), req); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
