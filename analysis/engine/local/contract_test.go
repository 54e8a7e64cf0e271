package local_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/sample"
)

// orders is a file that exercises the ledger: an unreadable date, a missing
// customer, a negative amount and a same-day repeat among good rows.
const orders = "customer,date,amount\n" +
	"ann,2024-01-05,10.50\n" +
	"ann,2024-01-05,4.50\n" +
	"bob,2024-01-09,20\n" +
	"bob,not a date,20\n" +
	",2024-02-01,5\n" +
	"cyd,2024-02-11,-8\n" +
	"cyd,2024-02-12,8\n" +
	"ann,2024-03-01,12\n"

func open(id uint32) (ingest.Source, error) {
	switch id {
	case 1:
		return ingest.Bytes("orders.csv", []byte(orders)), nil
	case 2:
		return ingest.Bytes("members.csv", []byte(members)), nil
	case 3:
		return ingest.Bytes("august.csv", []byte(august)), nil
	}
	return nil, analysis.Fail(analysis.BadInput, "engine.no-file")
}

func words(lang, key string) string { return lang + ":" + key }

// contract runs f against every way of reaching an engine.
func contract(t *testing.T, f func(t *testing.T, e engine.Engine)) {
	t.Run("local", func(t *testing.T) { f(t, local.New(open, words)) })
	t.Run("wire", func(t *testing.T) { f(t, overWire(t, local.New(open, words))) })
}

// overWire serves e at the other end of a pipe.
func overWire(t *testing.T, e engine.Engine) *engine.Client {
	near, far := engine.Pipe()
	served := make(chan error, 1)
	go func() { served <- engine.Serve(context.Background(), far, e) }()
	client := engine.NewClient(near)
	t.Cleanup(func() {
		client.Close()
		select {
		case <-served:
		case <-time.After(10 * time.Second):
			t.Error("Serve goes on after its connection closed")
		}
	})
	return client
}

// load takes a source through preview and load, as a person who accepts all
// proposals does.
func load(t *testing.T, e engine.Engine, ref engine.SourceRef) engine.Dataset {
	t.Helper()
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatalf("Preview: %v", err)
	}
	d, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules})
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return d
}

var shop = engine.SourceRef{Sample: "shop", Lang: "en"}

func kindOf(err error) analysis.Kind {
	var e *analysis.Error
	if !errors.As(err, &e) {
		return 255
	}
	return e.Kind
}

func TestQuestionsBeforeLoadSayNoData(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		ctx := t.Context()
		_, segments := e.Segments(ctx, engine.SegmentsRequest{})
		_, value := e.Value(ctx, engine.ValueRequest{})
		_, bakeoff := e.Bakeoff(ctx, engine.BakeoffRequest{})
		_, bootstrap := e.Bootstrap(ctx, engine.BootstrapRequest{})
		_, task := e.BootstrapTask(ctx, engine.BootstrapRequest{})
		_, covariates := e.Covariates(ctx, engine.CovariatesRequest{})
		_, customer := e.Customer(ctx, engine.CustomerRequest{})
		_, drivers := e.Drivers(ctx, engine.DriversRequest{})
		_, cohorts := e.Cohorts(ctx, engine.CohortsRequest{})
		_, survival := e.Survival(ctx, engine.SurvivalRequest{})
		_, hazards := e.Hazards(ctx, engine.HazardsRequest{})
		_, ladder := e.Ladder(ctx, engine.LadderRequest{})
		_, rates := e.Rates(ctx, engine.RatesRequest{})
		_, life := e.Lifecycle(ctx, engine.LifecycleRequest{})
		_, customers := e.Customers(ctx, engine.CustomersRequest{})
		_, receipts := e.Receipts(ctx, engine.ReceiptsRequest{})
		_, project := e.Project(ctx, engine.ProjectRequest{})
		_, export := e.Export(ctx, engine.ExportRequest{Table: engine.CustomersTable})
		for name, err := range map[string]error{"Segments": segments, "Value": value, "Bakeoff": bakeoff, "Bootstrap": bootstrap, "BootstrapTask": task, "Customer": customer, "Drivers": drivers, "Covariates": covariates,
			"Cohorts": cohorts, "Survival": survival, "Hazards": hazards, "Ladder": ladder, "Rates": rates, "Lifecycle": life, "Customers": customers, "Export": export, "Receipts": receipts, "Project": project} {
			if kindOf(err) != analysis.NoData {
				t.Errorf("%s: %v, want kind NoData", name, err)
			}
		}
	})
}

func TestLedgerBalances(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{File: 1})
		l := d.Ledger
		excluded := 0
		for _, x := range l.Excluded {
			excluded += x.Rows
		}
		if l.Read != 8 || l.Used+excluded != l.Read || excluded != 3 || l.Merged != 1 {
			t.Errorf("ledger = %+v, want 8 read = 5 used (1 merged) + 3 excluded", l)
		}
		if d.Customers != 3 || d.Name != "orders.csv" || l.Revenue != analysis.MoneyOf(55) {
			t.Errorf("dataset = %d customers, %q, revenue %v", d.Customers, d.Name, l.Revenue.Float())
		}
	})
}

func TestFailedLoadKeepsDataset(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{File: 1})
		if _, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: engine.SourceRef{Text: []byte("%PDF-1.7 \x00\x00")}}}}); err == nil {
			t.Fatal("a PDF loaded")
		}
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Limit: 10})
		if err != nil || page.Total != 3 {
			t.Errorf("after a failed load: %d customers, %v; want the 3 of before", page.Total, err)
		}
	})
}

// TestAnswersAgree asks both engines the same and compares every number.
func TestAnswersAgree(t *testing.T) {
	l := local.New(open, words)
	w := overWire(t, local.New(open, words))
	load(t, l, shop)
	load(t, w, shop)
	ask := func(e engine.Engine) string {
		ctx := t.Context()
		layout := figure.Layout{Lang: "zh"}
		segments, err1 := e.Segments(ctx, engine.SegmentsRequest{Layout: layout})
		value, err2 := e.Value(ctx, engine.ValueRequest{Layout: layout})
		cohorts, err3 := e.Cohorts(ctx, engine.CohortsRequest{Layout: layout})
		survival, err8 := e.Survival(ctx, engine.SurvivalRequest{Layout: layout})
		rates, err9 := e.Rates(ctx, engine.RatesRequest{Layout: layout})
		page, err4 := e.Customers(ctx, engine.CustomersRequest{Sort: engine.ColumnCLV, Down: true, Limit: 50, Columns: engine.CustomerColumns})
		bakeoff, err5 := e.Bakeoff(ctx, engine.BakeoffRequest{})
		intervals, err6 := e.Bootstrap(ctx, engine.BootstrapRequest{Replicates: 12, Seed: 3})
		checks, err7 := e.SelfCheck(ctx)
		if err := errors.Join(err1, err2, err3, err4, err5, err6, err7, err8, err9); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%v\n%v\n%v\n%v\n%v\n%v\n%v\n%v\n%v", segments, value, cohorts, survival, rates, page, bakeoff, intervals, checks)
	}
	a, b := ask(l), ask(w)
	if a != b {
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		t.Errorf("answers differ from byte %d:\nlocal …%.80s\nwire  …%.80s", i, a[max(0, i-20):], b[max(0, i-20):])
	}
}

func TestExportsAreTables(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		for table, rows := range map[engine.TableName]int{
			engine.CustomersTable: d.Customers, engine.CLVTable: d.Customers, engine.ExcludedTable: d.Ledger.Read - d.Ledger.Used,
			engine.SegmentsTable: -1, engine.ProfilesTable: -1, engine.CohortsTable: -1, engine.SurvivalTable: -1,
		} {
			f, err := e.Export(t.Context(), engine.ExportRequest{Table: table, Lang: "zh"})
			if err != nil {
				t.Errorf("%s: %v", table, err)
				continue
			}
			body, ok := bytes.CutPrefix(f.Bytes, []byte("\ufeff"))
			records, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
			if !ok || err != nil || len(records) < 2 || rows >= 0 && len(records) != rows+1 {
				t.Errorf("%s: %d records, byte-order mark %v, %v; want %d", table, len(records), ok, err, rows+1)
			}
		}
	})
}

func TestProgressArrivesInOrder(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: shop})
		if err != nil {
			t.Fatal(err)
		}
		var seen []engine.Progress
		ctx := engine.WithProgress(t.Context(), func(p engine.Progress) { seen = append(seen, p) })
		if _, err := e.Load(ctx, engine.LoadRequest{Files: []engine.FileRequest{{Source: shop, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules}); err != nil {
			t.Fatal(err)
		}
		if len(seen) == 0 {
			t.Fatal("no progress was reported")
		}
		last := seen[len(seen)-1]
		if last.Bytes != last.OfBytes || last.Rows == 0 {
			t.Errorf("last progress %+v, want all bytes and some rows", last)
		}
		for i := 1; i < len(seen); i++ {
			if seen[i].Bytes < seen[i-1].Bytes {
				t.Errorf("progress fell from %d to %d bytes", seen[i-1].Bytes, seen[i].Bytes)
			}
		}
	})
}

func TestSamplesKnowTheirTruth(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		for _, key := range sample.Keys() {
			for _, lang := range []string{"en", "zh"} {
				d := load(t, e, engine.SourceRef{Sample: key, Lang: lang})
				if len(d.Truth) == 0 || d.Customers == 0 {
					t.Errorf("%s in %s: %d customers, truth %v", key, lang, d.Customers, d.Truth)
				}
			}
		}
	})
}

func TestWarmLeavesNoData(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		if err := e.Warm(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := e.Customers(t.Context(), engine.CustomersRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("after Warm: %v, want kind NoData", err)
		}
	})
}

// faulty is an engine whose Value panics.
type faulty struct{ engine.Engine }

func (faulty) Value(context.Context, engine.ValueRequest) (engine.Value, error) {
	panic("out of luck")
}

func TestPanicFailsOneCallOnly(t *testing.T) {
	e := overWire(t, faulty{local.New(open, words)})
	_, err := e.Value(t.Context(), engine.ValueRequest{})
	if kindOf(err) != analysis.Internal || !strings.Contains(err.Error(), "out of luck") {
		t.Errorf("Value: %v, want an internal error with the panic's words", err)
	}
	if d := load(t, e, engine.SourceRef{File: 1}); d.Customers != 3 {
		t.Errorf("after the panic: %d customers", d.Customers)
	}
}

func TestErrorsCrossWhole(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		_, err := e.Export(t.Context(), engine.ExportRequest{Table: "nonsense"})
		if kindOf(err) == 255 {
			t.Fatalf("error %T, want *analysis.Error", err)
		}
		load(t, e, engine.SourceRef{File: 1})
		_, err = e.Export(t.Context(), engine.ExportRequest{Table: "nonsense"})
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != "engine.no-table" || said.Message.Args[0].Text != "nonsense" {
			t.Errorf("error %#v, want key and argument", err)
		}
	})
}

func TestGivenUpCallDoesNotBlock(t *testing.T) {
	near, far := engine.Pipe() // nobody serves far
	defer far.Close()
	client := engine.NewClient(near)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := client.Customers(ctx, engine.CustomersRequest{})
	if kindOf(err) != analysis.Cancelled {
		t.Errorf("%v, want kind Cancelled", err)
	}
	client.Close()
	if _, err := client.Customers(t.Context(), engine.CustomersRequest{}); kindOf(err) != analysis.Unavailable {
		t.Errorf("after Close: %v, want kind Unavailable", err)
	}
}
