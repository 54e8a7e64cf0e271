package local_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
)

// subscriptions is a small book: one customer upgrades by a second contract and stays,
// one leaves in February, one is free and none.
const subscriptions = "customer_id,start_date,end_date,mrr\n" +
	"ann,2024-01-01,,100\n" +
	"ann,2024-02-10,,20\n" +
	"bob,2024-01-01,2024-02-15,50\n" +
	"cyd,2024-01-20,,0\n" +
	"dan,2024-03-01,,30\n"

// loadBook loads contracts alone.
func loadBook(t *testing.T, e engine.Engine, text string) engine.Dataset {
	t.Helper()
	ref := engine.SourceRef{Text: []byte(text)}
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref, Kind: ingest.Subscriptions})
	if err != nil {
		t.Fatal(err)
	}
	d, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}}, Rules: p.Rules})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRatesOfContracts(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadBook(t, e, subscriptions)
		for _, basis := range []engine.Basis{"", engine.OnContracts} {
			r, err := e.Rates(t.Context(), engine.RatesRequest{Basis: basis})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Result.Periods) != 2 || !r.Result.Recurring || r.Repeat.Customers != 0 {
				t.Fatalf("%+v", r.Result)
			}
			want := churn.CustomerFlow{Start: 2, New: 1, Churned: 1, End: 2, Expanded: 1}
			if p := r.Result.Periods[1]; p.Customers != want || p.From != analysis.Date(2024, 2, 1) || p.NRR != 120./150 {
				t.Errorf("February: %+v", p)
			}
		}
		_, err := e.Rates(t.Context(), engine.RatesRequest{Basis: engine.OnOrders})
		if kindOf(err) != analysis.NotEnough {
			t.Errorf("orders of a book: %v", err)
		}
	})
}

func TestRatesOfOrders(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		r, err := e.Rates(t.Context(), engine.RatesRequest{Definition: churn.Definition{Window: 90}, Options: churn.RateOptions{Grain: churn.Quarter}})
		if err != nil {
			t.Fatal(err)
		}
		last := r.Result.Periods[len(r.Result.Periods)-1]
		if r.Result.Recurring || r.Result.Trailing != 90 || r.Repeat.Customers != d.Customers || last.To > d.End+1 || last.Churn.N == 0 {
			t.Errorf("%+v, repeat %+v", last, r.Repeat)
		}
		for key, basis := range map[string]engine.Basis{"rates.no-contracts": engine.OnContracts, "rates.bad-basis": "tea leaves"} {
			var said *analysis.Error
			if _, err := e.Rates(t.Context(), engine.RatesRequest{Basis: basis}); !errors.As(err, &said) || said.Message.Key != key {
				t.Errorf("%s: %v", basis, err)
			}
		}
	})
}

// The definition screen and the movements agree on who is lost when the data end.
func TestRatesEndAsTheLedgerDoes(t *testing.T) {
	e := local.New(open, words)
	d := load(t, e, shop)
	def := churn.Definition{Kind: churn.Declined, Window: 60}
	ledger, err1 := e.Definition(t.Context(), engine.DefinitionRequest{Definition: def, From: d.End - 90})
	r, err2 := e.Rates(t.Context(), engine.RatesRequest{Definition: def, Options: churn.RateOptions{Grain: churn.ByDays, Days: 90}})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	entry, p := ledger.Ledger.Entries[0], r.Result.Periods[len(r.Result.Periods)-1]
	if p.To != d.End+1 || p.Churn != entry.Churn || p.Customers.End != entry.Customers-entry.Lost.K || p.Customers.Passing != entry.Passing {
		t.Errorf("movements %+v %+v, ledger %+v", p.Churn, p.Customers, entry)
	}
}

// The table of movements is of the periods that were last asked for, and adds up.
func TestMovementsExport(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadBook(t, e, subscriptions)
		if _, err := e.Rates(t.Context(), engine.RatesRequest{Options: churn.RateOptions{Grain: churn.ByDays, Days: 10}}); err != nil {
			t.Fatal(err)
		}
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.MovementsTable})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Bytes, []byte("\ufeff")))).ReadAll()
		if err != nil || len(rows) != 8 || f.Name != "movements.csv" {
			t.Fatalf("%d rows of %s, %v", len(rows), f.Name, err)
		}
		at := func(row int, name string) (v int) {
			_, err := fmt.Sscan(rows[row][slices.Index(rows[0], name)], &v)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		for i := 1; i < len(rows); i++ {
			if at(i, "customers_start")+at(i, "customers_new")+at(i, "customers_reactivated")-at(i, "customers_churned") != at(i, "customers_end") {
				t.Errorf("row %d does not add up: %v", i, rows[i])
			}
		}
	})
}
