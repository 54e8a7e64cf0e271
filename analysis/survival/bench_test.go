package survival

import (
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// million draws a million customers in months or in days, in five groups, with a
// number of seven values and a text of three.
func million(b *testing.B, perUnit float64) (*Subjects, *Groups, []analysis.Column) {
	b.Helper()
	const n = 1_000_000
	rng := rand.New(rand.NewPCG(1, 1))
	s := &Subjects{Causes: []string{"price", "service", "moved"}}
	g := &Groups{Names: []string{"a", "b", "c", "d", "e"}}
	number := analysis.Column{Name: "number", Kind: analysis.NumberColumn}
	text := textColumn("text", []string{"x", "y", "z"})
	text.Codes = nil
	for range n {
		s.Time = append(s.Time, float64(int(perUnit*rng.ExpFloat64())))
		s.Event = append(s.Event, uint8(rng.IntN(4)))
		g.Code = append(g.Code, uint32(rng.IntN(5)))
		number.Numbers = append(number.Numbers, analysis.MoneyPerUnit*analysis.Money(rng.IntN(7)))
		text.Codes = append(text.Codes, uint32(rng.IntN(3)))
	}
	return s, g, []analysis.Column{number, text}
}

func BenchmarkCompare(b *testing.B) {
	for name, perUnit := range map[string]float64{"months": 20, "days": 600, "distinct": 1e9} {
		b.Run(name, func(b *testing.B) {
			s, g, _ := million(b, perUnit)
			for b.Loop() {
				if _, err := Compare(s, g, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCumulativeIncidence(b *testing.B) {
	s, g, _ := million(b, 600)
	for b.Loop() {
		if _, err := CumulativeIncidence(s, g, LogLog, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCox(b *testing.B) {
	for name, perUnit := range map[string]float64{"months": 20, "days": 600, "distinct": 1e9} {
		b.Run(name, func(b *testing.B) {
			s, _, attributes := million(b, perUnit)
			for b.Loop() {
				d, err := NewDesign(s, attributes)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := Cox(d, CoxOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFitLaws(b *testing.B) {
	s, _, _ := million(b, 600)
	for i, t := range s.Time {
		s.Time[i] = t + 1
	}
	for b.Loop() {
		if _, err := FitLaws(s); err != nil {
			b.Fatal(err)
		}
	}
}
