package local

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/rfm"
)

// Segments, cells and all customers agree on who counts as lost, and a definition that
// the data are too short for leaves it unknown rather than failing.
func TestSegmentsTellLosses(t *testing.T) {
	l := loadedShop(t)
	s, err := l.Segments(t.Context(), engine.SegmentsRequest{Definition: churn.Definition{Window: 120}, Show: rfm.LossShare, Layout: figure.Layout{Lang: "en", Column: 560, Half: 430}})
	if err != nil {
		t.Fatal(err)
	}
	want, err := l.data.lost(churn.Definition{Window: 120})
	if err != nil {
		t.Fatal(err)
	}
	all, segments, cells := 0, 0, 0
	for _, lost := range want {
		if lost {
			all++
		}
	}
	for _, x := range s.Result.Segments {
		segments += x.Loss.Lost
	}
	for _, x := range s.Result.Grid {
		cells += x.Loss.Lost
	}
	if r := s.Result.Loss; r.Lost != all || segments != all || cells != all || !(r.Low < r.Share && r.Share < r.High) {
		t.Errorf("%d lost, but %+v, %d in segments, %d in cells", all, r, segments, cells)
	}
	for _, f := range []figure.Figure{s.Grid, s.Tree, s.Bars} {
		if f.SVG == "" || len(f.Marks) == 0 {
			t.Errorf("%q is empty", f.Title)
		}
	}
}

// The marks of the figures open the customers that they count.
func TestMarksOpenWhomTheyCount(t *testing.T) {
	l := loadedShop(t)
	opt := rfm.Options{Bins: 4, Ties: rfm.ByRank, Nested: true, Own: rfm.OwnOf(rfm.Options{Bins: 4})}
	opt.Own.List[0].Name, opt.Own.List[1].Rule = "VIP", rfm.Rule{RMin: 4}
	s, err := l.Segments(t.Context(), engine.SegmentsRequest{Options: opt})
	if err != nil {
		t.Fatal(err)
	}
	count := func(by engine.SegmentBy, key string) int {
		t.Helper()
		page, err := l.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{{Segmentation: engine.Segmentation{By: by, Scores: opt}, Key: key}}, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		return page.Total
	}
	for _, x := range s.Result.Segments {
		if got := count(engine.SegmentRFM, x.Key); got != x.Customers {
			t.Errorf("%s opens %d customers, holds %d", x.Key, got, x.Customers)
		}
	}
	for _, x := range s.Result.Grid {
		if got := count(engine.SegmentScores, x.Key()); got != x.Customers {
			t.Errorf("%s opens %d customers, holds %d", x.Key(), got, x.Customers)
		}
	}
	if !slices.ContainsFunc(s.Tree.Marks, func(m figure.Mark) bool { return m.Label == "VIP" }) {
		t.Error("the tiles do not have the person's names")
	}
}

// A change of cut-off, from the request to its figures.
func BenchmarkChangeOfCutOff(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		l := New(nil, func(_, key string) string { return key })
		l.data = &dataset{log: manyCustomers(n)}
		req := engine.SegmentsRequest{Definition: churn.Definition{Window: 120}, Layout: figure.Layout{Lang: "en", Column: 560, Half: 430}}
		req.Options.Typed[0].N = 4
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				req.Options.Typed[0].At = [9]float64{30, 90, 180 + float64(i%50), 365}
				if _, err := l.Segments(b.Context(), req); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// manyCustomers buy on a few days of two years each.
func manyCustomers(n int) *analysis.Log {
	rng := rand.New(rand.NewPCG(1, 1))
	log := &analysis.Log{End: 730, Start: []uint32{0}}
	for c := range n {
		day := analysis.Day(rng.IntN(600))
		for range 1 + int(math.Floor(rng.ExpFloat64()*3)) {
			if day > log.End {
				break
			}
			log.Day, log.Orders = append(log.Day, day), append(log.Orders, 1)
			log.Amount = append(log.Amount, analysis.MoneyOf(math.Round(500*rng.ExpFloat64())/10))
			day += 1 + analysis.Day(rng.IntN(120))
		}
		log.Start = append(log.Start, uint32(len(log.Day)))
		log.IDs.Append(fmt.Append(nil, "c", c))
	}
	return log
}
