package churn

import (
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// hundredThousand draws customers over two years, about eight purchases each.
func hundredThousand() *analysis.Log {
	rng := rand.New(rand.NewPCG(1, 1))
	lists := make([][]purchase, 100_000)
	for i := range lists {
		pace := 5 + 90*rng.Float64()
		for at := 729 * rng.Float64(); at < 730; at += pace * rng.ExpFloat64() {
			if day := analysis.Day(at); len(lists[i]) == 0 || lists[i][len(lists[i])-1].day < day {
				lists[i] = append(lists[i], purchase{day, analysis.Money(rng.IntN(1_000_000))})
			}
			if rng.Float64() < 0.08 {
				break
			}
		}
	}
	return logOf(729, lists...)
}

// BenchmarkAnotherWindow is what the engine does when a person drags W: the workbench
// and a ledger of three definitions, of which one is new.
func BenchmarkAnotherWindow(b *testing.B) {
	log := hundredThousand()
	s, err := NewStudy(log)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(log.Day)), "purchases")
	w := 30
	for b.Loop() {
		w = 30 + (w+1)%200
		d := Definition{Window: w}
		if _, err := s.Workbench(d, Options{}); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Ledger(LedgerRequest{Definitions: []Definition{d, {Window: 365}, {Kind: Declined, Window: 90}}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSpells(b *testing.B) {
	log := hundredThousand()
	for name, d := range map[string]Definition{"silence": {Window: 60}, "decline": {Kind: Declined, Window: 60},
		"combined": {Kind: Combined, Window: 60, Parts: []Kind{Silence, Declined}}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := d.Spells(log); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
