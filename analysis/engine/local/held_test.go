package local

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// TestHeldWhateverItCameIn: a file in an archive, a workbook or a workbook in an archive is
// held so that it is read as before, and its hash is that of the file without the archive
// around it: the same one, whether it lies in one or not.
func TestHeldWhateverItCameIn(t *testing.T) {
	book := workbookOf(t, someSheet)
	for _, c := range []struct {
		file, member string
		body         []byte
		held         string
		hashed       []byte
	}{
		{"orders.csv", "", []byte(someOrders), "orders.csv", []byte(someOrders)},
		{"orders.csv.gz", "orders.csv", gzipOf(someOrders), "orders.csv", []byte(someOrders)},
		{"may.zip", "2024/orders.csv", zipOf(t, "2024/orders.csv", someOrders, "other.csv", "a,b\n1,2\n"), "2024/orders.csv", []byte(someOrders)},
		{"gz.zip", "orders.csv.gz", zipOf(t, "orders.csv.gz", string(gzipOf(someOrders))), "orders.csv", []byte(someOrders)},
		{"orders.xlsx", "Orders", book, "orders.xlsx/Orders", book},
		{"orders.xlsx", "", book, "orders.xlsx/Orders", book},
		{"renamed.bin", "Orders", book, "renamed.bin.xlsx/Orders", book},
		{"sheets.zip", "orders.xlsx/Orders", zipOf(t, "orders.xlsx", string(book), "how.txt", "x"), "orders.xlsx/Orders", book},
		{"really text.xlsx", "", []byte(someOrders), "really text.xlsx.csv", []byte(someOrders)},
		{"project.json", "", []byte(someOrders), "project (2).json", []byte(someOrders)},
	} {
		sources := []ingest.Source{ingest.Bytes(c.file, c.body), nil}
		e := New(func(id uint32) (ingest.Source, error) { return sources[id], nil }, plainWords)
		loadOne(t, e, engine.SourceRef{Member: c.member})
		file, err := e.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Questions: engine.Questions{Segments: &engine.SegmentsRequest{}}}, Compute: true, Data: true})
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		sources[1] = ingest.Bytes(file.Name, file.Bytes)
		list, err := e.Contents(t.Context(), engine.SourceRef{File: 1})
		if err != nil || len(list) < 2 || list[0].Project == nil {
			t.Errorf("%s: contents %+v, %v", c.file, list, err)
			continue
		}
		p := list[0].Project
		sum := sha256.Sum256(c.hashed)
		if got := p.Files[0]; got.Held != c.held || got.SHA256 != hex.EncodeToString(sum[:]) || list[1].Member != c.held {
			t.Errorf("%s: held %q, member %q, want %q; hash %s", c.file, got.Held, list[1].Member, c.held, got.SHA256)
			continue
		}
		loadOne(t, e, engine.SourceRef{File: 1, Member: c.held})
		got, err := e.Receipts(t.Context(), engine.ReceiptsRequest{Questions: p.Questions})
		if err != nil || len(got) != 2 || got[0].Digest != p.Receipts[0].Digest || got[1].Digest != p.Receipts[1].Digest {
			t.Errorf("%s: read again, %+v, want %+v, %v", c.file, got, p.Receipts, err)
		}
	}
}

// loadOne takes a file through preview and load.
func loadOne(t *testing.T, e *Local, ref engine.SourceRef) {
	t.Helper()
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err == nil {
		_, err = e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules})
	}
	if err != nil {
		t.Fatalf("%+v: %v", ref, err)
	}
}
