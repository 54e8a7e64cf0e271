package lifecycle

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
)

// crowd draws n customers over two years, about eight purchases each.
func crowd(n int) *analysis.Log {
	rng := rand.New(rand.NewPCG(1, 1))
	log := &analysis.Log{End: 729, Start: []uint32{0}}
	for range n {
		pace, last := 5+90*rng.Float64(), analysis.Day(-1)
		for at := 729 * rng.Float64(); at < 730; at += pace * rng.ExpFloat64() {
			if day := analysis.Day(at); day > last {
				last = day
				log.Day, log.Amount, log.Orders = append(log.Day, day), append(log.Amount, analysis.Money(rng.IntN(1_000_000))), append(log.Orders, 1)
			}
			if rng.Float64() < 0.08 {
				break
			}
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
	}
	return log
}

// BenchmarkAnotherRatio is what the engine computes when a person changes a number in
// the rules: counts, moves, alerts and the course over two years of months.
func BenchmarkAnotherRatio(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			log := crowd(n)
			spells := spellsOf(b, log, churn.Definition{Window: 90})
			b.ReportMetric(float64(len(log.Day)), "purchases")
			i := 0
			for b.Loop() {
				i++
				l, err := New(log, spells, Options{Decline: 0.3 + float64(i%50)/100})
				if err != nil {
					b.Fatal(err)
				}
				l.Between(638, 729, spells)
				l.Course(729)
			}
		})
	}
}

func BenchmarkAt(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			log := crowd(n)
			l := lifeOf(b, log, churn.Definition{Window: 90}, Options{})
			for b.Loop() {
				l.At(600)
			}
		})
	}
}
