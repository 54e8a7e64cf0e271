package local_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
)

// members is a list beside orders: one customer written in another case, one
// without orders, one twice, one formula, a row without a customer.
const members = "id,tier,points,joined\n" +
	"ann,gold,10,2023-01-05\n" +
	"BOB,silver,20,2023-05-01\n" +
	"zoe,gold,30,2023-06-01\n" +
	"=cmd,gold,1,2023-06-01\n" +
	",none,1,2023-06-01\n" +
	"ann,platinum,12.5,2023-02-05\n"

// august are further orders, written in another way.
const august = "Datum;Kunde;Betrag\n05.08.2024;ann;1.000,50\n31.08.2024;dan;7,25\n31.08.2024;;7,25\n"

var (
	plain       = ingest.Format{Encoding: ingest.UTF8, Delimiter: ',', Quoting: ingest.Doubled, Skip: ingest.NoSkip, Header: ingest.HeaderYes, Decimal: '.', Dates: ingest.DateYMD}
	ordersFile  = engine.FileRequest{Source: engine.SourceRef{File: 1}, Format: plain, Mapping: ingest.Mapping{ingest.Customer, ingest.Date, ingest.Amount}}
	membersFile = engine.FileRequest{Source: engine.SourceRef{File: 2}, Kind: ingest.Customers, Format: plain,
		Mapping: ingest.Mapping{ingest.Customer, ingest.Tier, ingest.Wallet, ingest.SignUp}}
	augustFile = engine.FileRequest{Source: engine.SourceRef{File: 3}, Kind: ingest.Orders,
		Format:  ingest.Format{Encoding: ingest.UTF8, Delimiter: ';', Quoting: ingest.Doubled, Skip: ingest.NoSkip, Header: ingest.HeaderYes, Decimal: ',', Dates: ingest.DateDMY},
		Mapping: ingest.Mapping{ingest.Date, ingest.Customer, ingest.Amount}}
)

func loadFiles(t *testing.T, e engine.Engine, rules ingest.Rules, files ...engine.FileRequest) engine.Dataset {
	t.Helper()
	d, err := e.Load(t.Context(), engine.LoadRequest{Files: files, Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func exportTable(t *testing.T, e engine.Engine, req engine.ExportRequest) [][]string {
	t.Helper()
	f, err := e.Export(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Bytes, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func TestListsAreJoined(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, ordersFile, membersFile)
		if len(d.Files) != 2 || d.Files[0].Match != nil || d.Files[1].Kind != ingest.Customers || d.Ledger.Read != 8 {
			t.Fatalf("files %+v", d.Files)
		}
		want := engine.Match{Listed: 4, Matched: 1, Buyers: 3, Repeated: 1, Unmatched: []string{"BOB", "zoe", "=cmd"}, WithCase: 1}
		if got := *d.Files[1].Match; !reflect.DeepEqual(got, want) {
			t.Errorf("match %+v, want %+v", got, want)
		}
		if l := d.Files[1].Ledger; l.Read != 6 || l.Used != 5 || len(l.Excluded) != 1 || l.Excluded[0].First[0].File != 1 {
			t.Errorf("ledger of the list %+v", l)
		}
		if i := slices.IndexFunc(d.Warnings, func(w analysis.Warning) bool { return w.Message.Key == "join.low" }); i < 0 || d.Warnings[i].Remedy.Key != "join.use-case" {
			t.Errorf("warnings %v", d.Warnings)
		}
		if d = loadFiles(t, e, ingest.Rules{IDs: ingest.IDRules{Case: true}}, ordersFile, membersFile); d.Files[1].Match.Matched != 2 {
			t.Errorf("without case %+v", d.Files[1].Match)
		}
	})
}

func TestKeptColumnsAreDescribed(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{IDs: ingest.IDRules{Case: true}}, ordersFile, membersFile)
		if len(d.Kept) != 3 {
			t.Fatalf("kept %+v", d.Kept)
		}
		want := engine.KeptReport{Name: "tier", Role: ingest.Tier, File: 1, Filled: 2, Distinct: 2, Groups: []engine.Group{
			{Value: "platinum", Customers: 1, Orders: 3, Revenue: analysis.MoneyOf(27)},
			{Value: "silver", Customers: 1, Orders: 1, Revenue: analysis.MoneyOf(20)},
		}}
		if !reflect.DeepEqual(d.Kept[0], want) {
			t.Errorf("tier %+v, want %+v", d.Kept[0], want)
		}
		if k := d.Kept[1]; k.Low != 12.5 || k.High != 20 || k.Median != 16.25 || k.Distinct != 2 || k.Filled != 2 {
			t.Errorf("points %+v", k)
		}
		if k := d.Kept[2]; k.First != analysis.Date(2023, 2, 5) || k.Last != analysis.Date(2023, 5, 1) || k.Filled != 2 {
			t.Errorf("joined %+v", k)
		}
	})
}

func TestTablesOfSeveralFiles(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadFiles(t, e, ingest.Rules{}, ordersFile, membersFile)
		want := [][]string{{"customer", "file"}, {"BOB", "members.csv"}, {"zoe", "members.csv"}, {"'=cmd", "members.csv"}}
		for file := range 2 {
			if got := exportTable(t, e, engine.ExportRequest{Table: engine.UnmatchedTable, File: file}); !reflect.DeepEqual(got, want) {
				t.Errorf("unmatched of file %d: %q", file, got)
			}
		}
		customers := exportTable(t, e, engine.ExportRequest{Table: engine.CustomersTable, Lang: "en"})
		if got := customers[0][10:]; !slices.Equal(got, []string{"tier", "points", "joined"}) {
			t.Errorf("header %q", customers[0])
		}
		if ann := customers[1]; ann[0] != "ann" || !slices.Equal(ann[10:], []string{"platinum", "12.5", "2023-02-05"}) {
			t.Errorf("ann %q", ann)
		}
		if bob := customers[2]; bob[0] != "bob" || !slices.Equal(bob[10:], []string{"", "", ""}) {
			t.Errorf("bob %q", bob)
		}
		got := exportTable(t, e, engine.ExportRequest{Table: engine.ExcludedTable, Reason: ingest.MissingCustomer})
		want = [][]string{{"file", "line", "column", "reason", "text"}, {"orders.csv", "6", "1", "missing-customer", ""}, {"members.csv", "6", "1", "missing-customer", ""}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("excluded %q, want %q", got, want)
		}
	})
}

func TestUnmatchedNeedsALists(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadFiles(t, e, ingest.Rules{}, ordersFile)
		if _, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.UnmatchedTable}); kindOf(err) != analysis.BadInput {
			t.Errorf("%v, want BadInput", err)
		}
	})
}

func TestListsAlone(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		_, err := e.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{membersFile}})
		var said *analysis.Error
		if !errors.As(err, &said) || said.Message.Key != "engine.no-orders" || said.Remedy.Key == "" {
			t.Errorf("%v", err)
		}
	})
}

func TestProgressOverAllFiles(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		var seen []engine.Progress
		ctx := engine.WithProgress(t.Context(), func(p engine.Progress) { seen = append(seen, p) })
		if _, err := e.Load(ctx, engine.LoadRequest{Files: []engine.FileRequest{membersFile, ordersFile}}); err != nil {
			t.Fatal(err)
		}
		for i, p := range seen {
			if p.OfBytes != int64(len(orders)+len(members)) || i > 0 && (p.Bytes < seen[i-1].Bytes || p.Rows < seen[i-1].Rows) {
				t.Errorf("progress %+v", seen)
			}
		}
		if last := seen[len(seen)-1]; last.Bytes != last.OfBytes || last.Rows != 14 {
			t.Errorf("last %+v", last)
		}
	})
}

// TestRecipeRoundTrip saves how two files were read and has one of them
// previewed by it.
func TestRecipeRoundTrip(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		loadFiles(t, e, ingest.Rules{Refunds: ingest.ExcludeRefunds, IDs: ingest.IDRules{Case: true}}, ordersFile, membersFile)
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.RecipeFile})
		if err != nil || f.Name != "recipe.json" || f.MIME != "application/json" {
			t.Fatalf("%v, %+v", err, f)
		}
		again, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.RecipeFile})
		if err != nil || !bytes.Equal(again.Bytes, f.Bytes) {
			t.Errorf("a second time %v:\n%s", err, again.Bytes)
		}
		r, err := ingest.ParseRecipe(f.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(r.Files[1].Columns); got != "[{id 0 customer} {tier 1 tier} {points 2 wallet} {joined 3 sign-up}]" || r.Files[1].Kind != ingest.Customers {
			t.Errorf("columns %s, %+v", got, r.Files[1])
		}
		next := strings.Replace(members, "id,tier,points,joined", "id,grade,points,JOINED", 1)
		today := analysis.Date(2024, 5, 1)
		p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: engine.SourceRef{Text: []byte(next)}, Recipe: r, Today: today})
		if err != nil || p.Kind != ingest.Customers || p.Mapping[2] != ingest.Wallet || p.Mapping[3] != ingest.SignUp {
			t.Errorf("%v, kind %q, mapping %v", err, p.Kind, p.Mapping)
		}
		if p.Rules.Refunds != ingest.ExcludeRefunds || p.Rules.Today != today {
			t.Errorf("rules %+v", p.Rules)
		}
	})
}

// TestRecipeDecidesWhatIsOpen holds that a question which the file leaves open
// is answered by the recipe, and the request's own words go before it.
func TestRecipeDecidesWhatIsOpen(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		text := "customer,date,amount\n" + strings.Repeat("A,03/04/2024,1\nB,05/06/2024,2\n", 5)
		req := engine.PreviewRequest{Source: engine.SourceRef{Text: []byte(text)}}
		p, err := e.Preview(t.Context(), req)
		if err != nil || len(p.Undecided) != 1 {
			t.Fatalf("%v, undecided %v", err, p.Undecided)
		}
		f := p.Format
		f.Dates = ingest.DateDMY
		req.Recipe = &ingest.Recipe{Files: []ingest.RecipeFile{ingest.RecipeOf(p, ingest.Orders, f, ordersFile.Mapping)}}
		if p, err = e.Preview(t.Context(), req); err != nil || len(p.Undecided) != 0 || p.Format.Dates != ingest.DateDMY {
			t.Errorf("%v, undecided %v, %+v", err, p.Undecided, p.Format)
		}
		req.Want.Dates = ingest.DateMDY
		if p, err = e.Preview(t.Context(), req); err != nil || p.Format.Dates != ingest.DateMDY {
			t.Errorf("%v, %+v", err, p.Format)
		}
	})
}

// TestOrdersOfSeveralFiles reads two files that are written in different ways,
// with a list between them: one log, and every row told with its file.
func TestOrdersOfSeveralFiles(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{IDs: ingest.IDRules{Case: true}}, ordersFile, membersFile, augustFile)
		if d.Customers != 4 || d.Ledger.Read != 11 || d.Ledger.Used != 7 || d.Ledger.Revenue != analysis.MoneyOf(55+1007.75) {
			t.Errorf("%d customers, ledger %+v", d.Customers, d.Ledger)
		}
		for i, want := range []int{8, 6, 3} {
			if l := d.Files[i].Ledger; l.Read != want {
				t.Errorf("file %d: %d read, want %d", i, l.Read, want)
			}
		}
		for _, x := range d.Ledger.Excluded {
			if x.Reason == ingest.MissingCustomer && (len(x.First) != 2 || x.First[0].File != 0 || x.First[1].File != 2) {
				t.Errorf("rows without a customer %+v", x)
			}
		}
		if x := d.Files[2].Ledger.Excluded; len(x) != 1 || x[0].First[0].File != 2 {
			t.Errorf("left out of the third file %+v", x)
		}
		got := exportTable(t, e, engine.ExportRequest{Table: engine.ExcludedTable, Reason: ingest.MissingCustomer})
		want := [][]string{{"orders.csv", "6"}, {"august.csv", "4"}, {"members.csv", "6"}}
		for i, row := range got[1:] {
			if !slices.Equal(row[:2], want[i]) {
				t.Errorf("row %d of those left out: %q, want %q", i, row, want[i])
			}
		}
		if d.Size != int64(len(orders)+len(members)+len(august)) {
			t.Errorf("size %d", d.Size)
		}
	})
}

// TestIDsAreMergedAcrossFiles holds that the rules bind all files at once.
func TestIDsAreMergedAcrossFiles(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		text := func(s string) engine.FileRequest {
			f := ordersFile
			f.Source = engine.SourceRef{Text: []byte("customer,date,amount\n" + s)}
			return f
		}
		a, b := text("007,2024-01-01,1\nAnn,2024-01-01,2\n"), text("7,2024-01-02,3\nＡＮＮ,2024-01-03,4\n")
		if d := loadFiles(t, e, ingest.Rules{}, a, b); d.Customers != 4 || d.MergedIDs != 0 {
			t.Errorf("without rules %d customers, %d merged", d.Customers, d.MergedIDs)
		}
		d := loadFiles(t, e, ingest.Rules{IDs: ingest.IDRules{Case: true, Zeros: true, Width: true}}, a, b)
		if d.Customers != 2 || d.MergedIDs != 2 {
			t.Errorf("with rules %d customers, %d merged", d.Customers, d.MergedIDs)
		}
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Limit: 9})
		if err != nil || page.IDs[0] != "007" || page.IDs[1] != "Ann" {
			t.Errorf("%v, %+v", err, page.IDs)
		}
	})
}

// TestKeptColumnsOfOrders holds that what order rows say of customers is told,
// with how many changed over time.
func TestKeptColumnsOfOrders(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		text := "customer,date,amount,tier\nA,2024-01-01,5,gold\nA,2024-02-01,5,silver\nB,2024-01-01,1,gold\nC,2024-01-01,1,\n"
		f := ordersFile
		f.Source, f.Mapping = engine.SourceRef{Text: []byte(text)}, append(slices.Clone(f.Mapping), ingest.Tier)
		d := loadFiles(t, e, ingest.Rules{}, f)
		want := []engine.KeptReport{{Name: "tier", Role: ingest.Tier, Filled: 2, Distinct: 2, Mixed: 1, Groups: []engine.Group{
			{Value: "silver", Customers: 1, Orders: 2, Revenue: analysis.MoneyOf(10)},
			{Value: "gold", Customers: 1, Orders: 1, Revenue: analysis.MoneyOf(1)},
		}}}
		if !reflect.DeepEqual(d.Kept, want) {
			t.Errorf("kept %+v, want %+v", d.Kept, want)
		}
	})
}

func TestMemoryIsBounded(t *testing.T) {
	l := local.New(open, words)
	l.Memory = 1 << 10
	p, err := l.Preview(t.Context(), engine.PreviewRequest{Source: shop})
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Load(t.Context(), engine.LoadRequest{Files: []engine.FileRequest{{Source: shop, Format: p.Format, Mapping: p.Mapping}}})
	if kindOf(err) != analysis.TooLarge {
		t.Errorf("%v, want kind TooLarge", err)
	}
}
