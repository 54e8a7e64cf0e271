package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"churnbench/analysis/ingest"
	"churnbench/bench/browser/result"
)

// TestTruth holds the counting of the engine's contestant to that of the
// generator: two ways that share nothing but the digest.
func TestTruth(t *testing.T) {
	orders := generate(20_000)
	path := filepath.Join(t.TempDir(), "orders.csv")
	if err := write(path, orders); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	mapping := ingest.Mapping{ingest.Order, ingest.Customer, ingest.Date, ingest.Amount, ingest.Channel, ingest.Region}
	table, err := ingest.Read(context.Background(), ingest.Bytes("orders.csv", data), ingest.Format{}, mapping, ingest.Rules{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := result.Of(table.Log()).Digest(), truth(orders).Digest(); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
	orders[0].cents++
	if truth(orders).Digest() == result.Of(table.Log()).Digest() {
		t.Error("the digest does not see a cent")
	}
}

// TestGenerate holds the file to what docs/performance.md says of it.
func TestGenerate(t *testing.T) {
	const n = 200_000
	orders := generate(n)
	if !slices.Equal(orders, generate(n)) {
		t.Error("two files differ")
	}
	per := map[int32]int{}
	for _, o := range orders {
		per[o.customer]++
	}
	counts := make([]int, 0, len(per))
	for _, k := range per {
		counts = append(counts, k)
	}
	slices.Sort(counts)
	if median := counts[len(counts)/2]; median != 3 {
		t.Errorf("median %d orders, want 3", median)
	}
	if mean := float64(n) / float64(len(per)); mean < 7.8 || mean > 8.6 {
		t.Errorf("mean %.2f orders, want about 8.2", mean)
	}
	path := filepath.Join(t.TempDir(), "orders.csv")
	if err := write(path, orders); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(path)
	if perRow := float64(len(data)) / n; perRow < 43 || perRow > 46 || bytes.Count(data, []byte("\n")) != n+1 {
		t.Errorf("%.1f bytes a row in %d lines", perRow, bytes.Count(data, []byte("\n")))
	}
	t.Logf("%d customers", len(per))
}
