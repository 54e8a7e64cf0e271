package local

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/rfm"
)

// million loads a million customers with one to three orders each, and a region.
func million(b *testing.B) *Local {
	b.Helper()
	const n = 1_000_000
	var text bytes.Buffer
	text.WriteString("customer,date,amount,region\n")
	seed := uint64(1)
	draw := func(n uint64) uint64 {
		seed = seed*6364136223846793005 + 1442695040888963407
		return seed >> 33 % n
	}
	for c := range n {
		for range 1 + draw(3) {
			fmt.Fprintf(&text, "C%07d,%s,%d.%02d,R%d\n", uint64(c)*7919%n, analysis.Day(19000+draw(730)), 5+draw(400), draw(100), c%40)
		}
	}
	l := New(func(uint32) (ingest.Source, error) { return ingest.Bytes("million.csv", text.Bytes()), nil }, func(_, key string) string { return key })
	ref := engine.SourceRef{File: 1}
	p, err := l.Preview(b.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := l.Load(b.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
		b.Fatal(err)
	}
	return l
}

// BenchmarkCustomers measures the table of a million customers: a page once it is
// sorted, the first sort by a column of each kind, a filter and a search.
func BenchmarkCustomers(b *testing.B) {
	l := million(b)
	columns := []engine.CustomerColumn{engine.ColumnSegment, engine.ColumnLast, engine.ColumnDays, engine.ColumnSpend, engine.ColumnAlive, engine.ColumnCLV}
	ask := func(b *testing.B, q engine.CustomersRequest) {
		q.Columns, q.Limit = columns, 100
		if _, err := l.Customers(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	ask(b, engine.CustomersRequest{Fit: true})
	sorts := []engine.CustomerColumn{engine.ColumnID, engine.ColumnSegment, engine.ColumnLast, engine.ColumnDays, engine.ColumnSpend, engine.ColumnCLV, engine.AttributeColumn(0)}
	for _, by := range sorts {
		b.Run("sort/"+string(by), func(b *testing.B) {
			for b.Loop() {
				l.data.everyone = tableMemo{}
				ask(b, engine.CustomersRequest{Sort: by, Down: true, Fit: true})
			}
		})
	}
	ask(b, engine.CustomersRequest{Sort: engine.ColumnSpend}) // sorted once
	b.Run("page", func(b *testing.B) {
		offset := 0
		for b.Loop() {
			offset = (offset + 12_345) % 999_000
			q := engine.CustomersRequest{Sort: engine.ColumnSpend, Columns: columns, Offset: offset, Limit: 100}
			if _, err := l.Customers(b.Context(), q); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("direction", func(b *testing.B) {
		down := false
		for b.Loop() {
			down = !down
			ask(b, engine.CustomersRequest{Sort: engine.ColumnSpend, Down: down})
		}
	})
	b.Run("range", func(b *testing.B) {
		low := 0.0
		for b.Loop() {
			low++
			ask(b, engine.CustomersRequest{Sort: engine.ColumnSpend, Ranges: []engine.Range{{Column: engine.ColumnSpend, Low: low, High: math.Inf(1)}}})
		}
	})
	b.Run("group", func(b *testing.B) {
		keys := rfm.Segments(rfm.Classic)
		at := 0
		for b.Loop() {
			at++
			ask(b, engine.CustomersRequest{Sort: engine.ColumnSpend, Groups: []engine.GroupRef{{Segmentation: engine.Segmentation{By: engine.SegmentRFM}, Key: keys[at%len(keys)].Key}}})
		}
	})
	b.Run("search", func(b *testing.B) {
		at := 0
		for b.Loop() {
			at++
			ask(b, engine.CustomersRequest{Sort: engine.ColumnSpend, Search: fmt.Sprint(at % 1000)})
		}
	})
}
