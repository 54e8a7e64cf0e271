package local_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

const contracts = "customer_id,start_date,end_date,mrr,plan,cancel_reason\n" +
	"ann,2024-01-01,2024-03-01,12,basic,price\n" +
	"ann,2024-03-05,,24,premium,\n" +
	"bob,2024-02-01,,20,basic,\n" +
	"cyd,2024-02-01,2024-01-01,20,basic,\n" +
	"dan,2023-11-01,2024-02-01,,basic,moved\n"

const tenures = "member,tenure_months,churned,monthly fee,region\nann,4,no,10,north\nbob,9,yes,12,south\nzoe,2,no,,north\neve,x,no,5,south\n"

// text is a request for a text, understood as it is proposed.
func text(t *testing.T, e engine.Engine, s string) engine.FileRequest {
	t.Helper()
	ref := engine.SourceRef{Text: []byte(s)}
	p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
	if err != nil {
		t.Fatal(err)
	}
	return engine.FileRequest{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}
}

func TestContractsAlone(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, text(t, e, contracts))
		if fmt.Sprint(d.Bases) != "[contracts]" || d.Customers != 3 || d.Tenures != nil {
			t.Fatalf("%+v", d)
		}
		want := engine.ContractsReport{Customers: 3, Contracts: 4, Running: 2, Ended: 2, First: analysis.Date(2023, 11, 1), Last: analysis.Date(2024, 3, 5),
			End: analysis.Date(2024, 3, 5), Recurring: analysis.MoneyOf(44), Priced: 3, Reasons: 2}
		if *d.Contracts != want {
			t.Errorf("%+v, want %+v", *d.Contracts, want)
		}
		if l := d.Ledger; l.Read != 5 || l.Used != 4 || l.Excluded[0].Reason != ingest.EndBeforeStart || d.Files[0].Book != ingest.ContractBook || d.Files[0].Match != nil {
			t.Errorf("ledger %+v, file %+v", l, d.Files[0])
		}
		if len(d.Kept) != 1 || d.Kept[0].Role != ingest.Plan || d.Kept[0].Groups[0].Value != "premium" || d.Kept[0].Groups[0].Revenue != analysis.MoneyOf(24) {
			t.Errorf("kept %+v", d.Kept)
		}
		rows := exportTable(t, e, engine.ExportRequest{Table: engine.ExcludedTable})
		if len(rows) != 2 || strings.Join(rows[1], " ") != "5 3 end-before-start 2024-01-01" {
			t.Errorf("excluded %v", rows)
		}
		recipe, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.RecipeFile})
		if err != nil {
			t.Fatal(err)
		}
		if r, err := ingest.ParseRecipe(recipe.Bytes); err != nil || r.Files[0].Kind != ingest.Subscriptions {
			t.Errorf("%v, %+v", err, r)
		}
	})
}

func TestTenuresAlone(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, text(t, e, tenures))
		want := engine.TenuresReport{Customers: 3, Left: 1, Unit: analysis.Months, Median: 4, Longest: 9, Recurring: analysis.MoneyOf(10), Priced: 2}
		if fmt.Sprint(d.Bases) != "[tenures]" || *d.Tenures != want || d.First.Valid() || d.End.Valid() {
			t.Errorf("%+v, want %+v of %+v", *d.Tenures, want, d)
		}
		if d.Ledger.Read != 4 || d.Ledger.Used != 3 {
			t.Errorf("ledger %+v", d.Ledger)
		}
	})
}

// TestOrdersAreAskedFor holds that a question about orders that there are none
// of is answered in words, and nothing breaks.
func TestOrdersAreAskedFor(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		for _, file := range []string{contracts, tenures} {
			loadFiles(t, e, ingest.Rules{}, text(t, e, file))
			ctx := t.Context()
			_, segments := e.Segments(ctx, engine.SegmentsRequest{})
			_, value := e.Value(ctx, engine.ValueRequest{})
			_, bakeoff := e.Bakeoff(ctx, engine.BakeoffRequest{})
			_, bootstrap := e.Bootstrap(ctx, engine.BootstrapRequest{})
			_, covariates := e.Covariates(ctx, engine.CovariatesRequest{})
			_, cohorts := e.Cohorts(ctx, engine.CohortsRequest{})
			_, customers := e.Customers(ctx, engine.CustomersRequest{})
			errs := map[string]error{"Segments": segments, "Value": value, "Bakeoff": bakeoff, "Bootstrap": bootstrap, "Covariates": covariates,
				"Cohorts": cohorts, "Customers": customers}
			for _, table := range []engine.TableName{engine.CustomersTable, engine.SegmentsTable, engine.CLVTable} {
				_, errs[string(table)] = e.Export(ctx, engine.ExportRequest{Table: table})
			}
			for name, err := range errs {
				var said *analysis.Error
				if !errors.As(err, &said) || said.Kind != analysis.NotEnough || said.Message.Key != "engine.needs-orders" || said.Remedy.Key == "" {
					t.Errorf("%s: %v, want a word that orders are needed", name, err)
				}
			}
			if c, err := e.SelfCheck(ctx); err != nil || c.CDNOW {
				t.Errorf("SelfCheck: %v, CDNOW %v", err, c.CDNOW)
			}
		}
	})
}

// TestBooksBesideOrders holds that a list that keeps a book is joined to the
// orders as well.
func TestBooksBesideOrders(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, text(t, e, contracts), ordersFile, text(t, e, tenures))
		if fmt.Sprint(d.Bases) != "[orders contracts tenures]" || d.Contracts.Contracts != 4 || d.Tenures.Customers != 3 || d.Ledger.Read != 8 {
			t.Errorf("%+v", d)
		}
		if m := d.Files[0].Match; m == nil || m.Listed != 3 || m.Matched != 2 {
			t.Errorf("match %+v", m)
		}
		if _, err := e.Segments(t.Context(), engine.SegmentsRequest{}); err != nil {
			t.Error(err)
		}
	})
}

// TestListsBesideBooks holds that what another list says of the book's customers
// can be grouped by, and that its match is told.
func TestListsBesideBooks(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, text(t, e, contracts), membersFile)
		if m := d.Files[1].Match; m == nil || m.Matched == 0 {
			t.Fatalf("match %+v", m)
		}
		var names []string
		for _, k := range d.Kept {
			names = append(names, fmt.Sprint(k.Name, " ", k.File))
		}
		if got := strings.Join(names, ", "); got != "plan 0, tier 1, points 1, joined 1" {
			t.Errorf("kept %s", got)
		}
		if rows := exportTable(t, e, engine.ExportRequest{Table: engine.UnmatchedTable}); len(rows) != 1+d.Files[1].Match.Listed-d.Files[1].Match.Matched {
			t.Errorf("unmatched %v", rows)
		}
	})
}

func TestTelcoAndTheFixture(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		for _, c := range []struct {
			path, bases string
			customers   int
		}{{"telco/Telco-Customer-Churn.csv", "[tenures]", 7043}, {"fixtures/subscriptions.csv", "[contracts]", 11}} {
			b, err := os.ReadFile("../../../../shared/data/" + c.path)
			if err != nil {
				t.Skip("the shared data are not here: ", c.path)
			}
			d := loadFiles(t, e, ingest.Rules{}, text(t, e, string(b)))
			if fmt.Sprint(d.Bases) != c.bases || d.Customers != c.customers || d.Ledger.Read != d.Ledger.Used {
				t.Errorf("%s: %v, %d customers, %+v", c.path, d.Bases, d.Customers, d.Ledger)
			}
		}
	})
}
