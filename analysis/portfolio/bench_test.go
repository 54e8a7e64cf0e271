package portfolio

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
)

// book makes n customers of three purchases on average within three years.
func book(n int) (*Relationships, *Accounts) {
	rng := rand.New(rand.NewPCG(1, 1))
	log := &analysis.Log{Start: make([]uint32, 1, n+1), End: 1095}
	r, a := &Relationships{Log: log, Rate: 0.1, Falls: 0.1}, &Accounts{Days: 365}
	var days []analysis.Day
	for range n {
		days = days[:0]
		for range 1 + rng.IntN(5) {
			days = append(days, analysis.Day(rng.IntN(1096)))
		}
		slices.Sort(days)
		var revenue analysis.Money
		for _, d := range days {
			amount := analysis.Money(10_000 * (1 + rng.IntN(200)))
			log.Day, log.Amount, log.Orders, r.Margin = append(log.Day, d), append(log.Amount, amount), append(log.Orders, 1), append(r.Margin, amount/3)
			if d > 730 {
				revenue += amount
			}
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
		r.Acquisition, r.Serving, r.Last = append(r.Acquisition, 200_000), append(r.Serving, 5_000), append(r.Last, log.End)
		a.Revenue, a.Profit = append(a.Revenue, revenue), append(a.Profit, revenue/3)
		a.Wallet, a.Lost, a.Young = append(a.Wallet, analysis.Money(10_000*(100+rng.IntN(900)))), append(a.Lost, revenue == 0), append(a.Young, days[0] > 730)
	}
	return r, a
}

func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		r, a := book(n)
		b.Run(fmt.Sprintf("arrange/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := Arrange(a, MatrixOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("values/%d", n), func(b *testing.B) {
			for b.Loop() {
				r.Values()
			}
		})
		b.Run(fmt.Sprintf("curves/%d", n), func(b *testing.B) {
			for b.Loop() {
				r.Curves(nil, 1)
			}
		})
	}
}
