package local

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
)

// soldUntil adds a customer's purchases of days in (after, until]; n is how many days.
func soldUntil(log *analysis.Log, c int, after, until analysis.Day) (n int, sum analysis.Money) {
	for i := log.Start[c]; i < log.Start[c+1]; i++ {
		if log.Day[i] > after && log.Day[i] <= until {
			n, sum = n+1, sum+log.Amount[i]
		}
	}
	return n, sum
}

// slowTenth is a customer's tenth by revenue on a day, as segment.Tiers defines it:
// counted one by one; −1 before her first purchase.
func slowTenth(log *analysis.Log, c int, day analysis.Day) int {
	n, own := soldUntil(log, c, -1, day)
	if n == 0 {
		return -1
	}
	here, better := 0, 0
	for o := range log.Customers() {
		if n, sum := soldUntil(log, o, -1, day); n > 0 {
			here++
			if sum > own {
				better++
			}
		}
	}
	return better * 10 / here
}

// On random logs the matrix by tenths of revenue is that of counting everybody against
// everybody, customers and revenue alike.
func TestMigrationSlowly(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	for range 12 {
		log := manyCustomers(40 + rng.IntN(40))
		l := New(nil, func(_, key string) string { return key })
		l.data = &dataset{log: log}
		first := log.First()
		from := first + analysis.Day(rng.IntN(int(log.End-first)))
		to := from + 1 + analysis.Day(rng.IntN(int(log.End-from)))
		req := engine.MigrationRequest{Segmentation: engine.Segmentation{By: engine.SegmentTiers, Tiers: segment.Deciles}, From: from, To: to, Window: 1 + rng.IntN(300)}
		got, err := l.Migration(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		want := make([]segment.Flow, len(got.Result.Cells))
		for c := range log.Customers() {
			row, column := slowTenth(log, c, from), slowTenth(log, c, to)
			if column < 0 {
				continue
			}
			if row < 0 {
				row = got.Result.Newcomers()
			}
			_, before := soldUntil(log, c, from-analysis.Day(req.Window), from)
			_, after := soldUntil(log, c, to-analysis.Day(req.Window), to)
			f := &want[row*len(got.Result.Groups)+column]
			f.Customers, f.Before, f.After = f.Customers+1, f.Before+before, f.After+after
		}
		for i, f := range got.Result.Cells {
			if f.Share, f.Low, f.High = 0, 0, 0; f != want[i] {
				t.Errorf("from %d to %d, cell %d: %+v, counted one by one %+v", from, to, i, f, want[i])
			}
		}
	}
}

// Few or many, the best are those of sorting all.
func TestBestByStake(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 2))
	m := &migrated{}
	var list []analysis.CustomerID
	for c := range analysis.CustomerID(3000) {
		m.before.Revenue = append(m.before.Revenue, analysis.Money(rng.IntN(200)-20))
		m.after.Revenue = append(m.after.Revenue, analysis.Money(rng.IntN(200)-20))
		if rng.IntN(2) == 0 {
			list = append(list, c)
		}
	}
	sorted := m.best(list, fewBest+1)
	if len(sorted) != len(list) || !slices.IsSortedFunc(sorted, func(a, b analysis.CustomerID) int {
		return cmp.Or(cmp.Compare(m.stake(b), m.stake(a)), cmp.Compare(a, b))
	}) {
		t.Fatal("not by falling stake, or not stable")
	}
	for _, n := range []int{0, 1, 7, 500, fewBest} {
		if got := m.best(list, n); !slices.Equal(got[:n], sorted[:n]) {
			t.Errorf("the first %d are not those of the sorted list", n)
		}
	}
	if got := m.best(list[:3], 20); len(got) != 3 {
		t.Errorf("of three customers %d are listed", len(got))
	}
}

// Another pair of days, from the request to the answer.
func BenchmarkMigration(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		l := New(nil, func(_, key string) string { return key })
		l.data = &dataset{log: manyCustomers(n)}
		for _, by := range []engine.Segmentation{{By: engine.SegmentRFM}, {By: engine.SegmentTiers}, {By: engine.SegmentState, Definition: churn.Definition{Window: 120}}} {
			b.Run(fmt.Sprint(by.By, "/", n), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					if _, err := l.Migration(b.Context(), engine.MigrationRequest{Segmentation: by, From: analysis.Day(300 + i%50)}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// The customers of another cell of the same matrix.
func BenchmarkMovers(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		l := New(nil, func(_, key string) string { return key })
		l.data = &dataset{log: manyCustomers(n)}
		ask := engine.MigrationRequest{Segmentation: engine.Segmentation{By: engine.SegmentTiers}}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := l.Movers(b.Context(), engine.MoversRequest{Migration: ask, Row: i % 3, Column: engine.Any, Limit: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
