package local_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"math"
	"slices"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/segment"
)

// everyone lists all customers in the order of the file, page by page, with every column.
func everyone(t *testing.T, e engine.Engine, d engine.Dataset, req engine.CustomersRequest) (ids []string, columns map[engine.CustomerColumn]engine.ColumnPage) {
	req.Columns = slices.Clone(engine.CustomerColumns)
	for i := range d.Kept {
		req.Columns = append(req.Columns, engine.AttributeColumn(i))
	}
	return pages(t, e, req)
}

// pages lists the customers that a request is about, page by page.
func pages(t *testing.T, e engine.Engine, req engine.CustomersRequest) (ids []string, columns map[engine.CustomerColumn]engine.ColumnPage) {
	t.Helper()
	columns = map[engine.CustomerColumn]engine.ColumnPage{}
	for req.Limit, req.Offset = 500, 0; ; req.Offset += req.Limit {
		page, err := e.Customers(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		if len(page.IDs) == 0 {
			return ids, columns
		}
		ids = append(ids, page.IDs...)
		for i, c := range req.Columns {
			all := columns[c]
			all.Numbers = append(all.Numbers, page.Columns[i].Numbers...)
			all.Texts = append(all.Texts, page.Columns[i].Texts...)
			columns[c] = all
		}
	}
}

// groupOrder is how groups are sorted that have an order of their own.
var groupOrder = map[engine.CustomerColumn]bool{engine.ColumnSegment: true, engine.ColumnState: true, engine.ColumnStage: true, engine.ColumnCluster: true}

// Every column sorts as a comparison of its cells would, in both directions: equal
// customers in the order of the file, the unknown last.
func TestEveryColumnSorts(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{Options: segment.ClusterOptions{K: 3, Seed: 1}}); err != nil {
			t.Fatal(err)
		}
		ids, columns := everyone(t, e, d, engine.CustomersRequest{Fit: true})
		if len(ids) != d.Customers {
			t.Fatalf("%d customers, want %d", len(ids), d.Customers)
		}
		for column, cells := range columns {
			for _, down := range []bool{false, true} {
				got, _ := pages(t, e, engine.CustomersRequest{Sort: column, Down: down, Fit: true})
				if groupOrder[column] {
					if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(ids))) {
						t.Errorf("%s: sorting lost somebody", column)
					}
					continue
				}
				if want := sortedSlowly(ids, cells, down); !slices.Equal(got, want) {
					t.Errorf("%s, down %v: %.60q, want %.60q", column, down, got[:3], want[:3])
				}
			}
		}
	})
}

func sortedSlowly(ids []string, cells engine.ColumnPage, down bool) []string {
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	sign := 1
	if down {
		sign = -1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if cells.Texts != nil {
			x, y := cells.Texts[a], cells.Texts[b]
			return cmp.Or(cmp.Compare(one(x == ""), one(y == "")), sign*cmp.Compare(x, y))
		}
		x, y := cells.Numbers[a], cells.Numbers[b]
		if math.IsNaN(x) || math.IsNaN(y) {
			return cmp.Compare(one(math.IsNaN(x)), one(math.IsNaN(y)))
		}
		return sign * cmp.Compare(x, y)
	})
	out := make([]string, len(ids))
	for i, at := range order {
		out[i] = ids[at]
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Filters hold together: each narrows to exactly those whose cells say so.
func TestFiltersAddUp(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		measures := engine.Measures{Definition: churn.Definition{Window: 90}}
		ids, columns := everyone(t, e, d, engine.CustomersRequest{Measures: measures, Fit: true})
		lost := engine.GroupRef{Key: engine.StateLost}
		lost.Segmentation, _ = measures.Divides(engine.ColumnState)
		req := engine.CustomersRequest{Measures: measures, Fit: true, Search: "3",
			Groups: []engine.GroupRef{lost},
			Ranges: []engine.Range{{Column: engine.ColumnSpend, Low: 50, High: math.Inf(1)}, {Column: engine.ColumnAlive, Low: math.Inf(-1), High: 0.9}}}
		got, _ := pages(t, e, req)
		var want []string
		for i, id := range ids {
			if strings.Contains(id, "3") && columns[engine.ColumnState].Texts[i] == engine.StateLost &&
				columns[engine.ColumnSpend].Numbers[i] >= 50 && columns[engine.ColumnAlive].Numbers[i] <= 0.9 {
				want = append(want, id)
			}
		}
		if !slices.Equal(got, want) || len(want) == 0 || len(want) == len(ids) {
			t.Errorf("%d customers pass, want %d of %d", len(got), len(want), len(ids))
		}

		by, _ := measures.Divides(engine.ColumnSegment)
		req.Count, req.Limit = &by, 0
		page, err := e.Customers(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		counted := map[string]int{}
		for i, id := range ids {
			if slices.Contains(want, id) {
				counted[columns[engine.ColumnSegment].Texts[i]]++
			}
		}
		for _, g := range page.Counts {
			if counted[g.Key] != g.Customers {
				t.Errorf("%d customers in %q, want %d", g.Customers, g.Key, counted[g.Key])
			}
			delete(counted, g.Key)
		}
		if page.Total != len(want) || len(counted) > 0 {
			t.Errorf("%d customers in all, not counted: %v", page.Total, counted)
		}
	})
}

// Rows do not wait for a model: without Fit they come at once and say that there is
// more to know.
func TestRowsDoNotWaitForAModel(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		req := engine.CustomersRequest{Columns: []engine.CustomerColumn{engine.ColumnSpend, engine.ColumnCLV}, Limit: 3}
		page, err := e.Customers(t.Context(), req)
		if err != nil || !page.Unfitted || !math.IsNaN(page.Columns[1].Numbers[0]) || math.IsNaN(page.Columns[0].Numbers[0]) {
			t.Errorf("before the fit: %+v, %v", page, err)
		}
		req.Fit = true
		fitted, err := e.Customers(t.Context(), req)
		if err != nil || fitted.Unfitted || fitted.NoValues != nil || math.IsNaN(fitted.Columns[1].Numbers[0]) {
			t.Errorf("fitted: %+v, %v", fitted, err)
		}
		req.Fit = false
		if page, err = e.Customers(t.Context(), req); err != nil || page.Unfitted || page.Columns[1].Numbers[0] != fitted.Columns[1].Numbers[0] {
			t.Errorf("after the fit: %+v, %v", page, err)
		}
		other := req
		other.Measures.Values.Horizon = 7
		if page, err = e.Customers(t.Context(), other); err != nil || !page.Unfitted {
			t.Errorf("by other options: %+v, %v", page, err)
		}
	})
}

// Where the data carry no model, rows come and the page says why.
func TestTableWithoutAModel(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{File: 1})
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Columns: engine.CustomerColumns, Sort: engine.ColumnCLV, Limit: 9})
		if err != nil || len(page.IDs) != 3 || page.Unfitted || page.NoValues == nil || page.NoValues.Kind != analysis.NotEnough {
			t.Errorf("%+v, %v", page, err)
		}
	})
}

func TestTablesThatCannotBe(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		for name, req := range map[string]engine.CustomersRequest{
			"column":    {Columns: []engine.CustomerColumn{"moon"}, Limit: 1},
			"sort":      {Sort: "moon"},
			"range":     {Ranges: []engine.Range{{Column: engine.ColumnSegment}}},
			"attribute": {Columns: []engine.CustomerColumn{engine.AttributeColumn(99)}, Limit: 1},
			"count":     {Count: &engine.Segmentation{By: "moon"}},
		} {
			if _, err := e.Customers(t.Context(), req); kindOf(err) != analysis.BadInput {
				t.Errorf("%s: %v", name, err)
			}
		}
		beyond, err := e.Customers(t.Context(), engine.CustomersRequest{Offset: 1 << 30, Limit: 5})
		if err != nil || len(beyond.IDs) != 0 || beyond.Total == 0 {
			t.Errorf("a page beyond the end has %d rows, %v", len(beyond.IDs), err)
		}
	})
}

// A search takes letters as they are, large or small, of any script.
func TestSearchFolds(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		text := "customer,date,amount\nÉmile-7,2024-01-01,5\nanna,2024-01-02,5\n王小明,2024-01-03,5\nBob,2024-01-03,5\n"
		f := ordersFile
		f.Source = engine.SourceRef{Text: []byte(text)}
		loadFiles(t, e, ingest.Rules{}, f)
		for search, want := range map[string]int{"éMILE": 1, "ANN": 1, "小明": 1, "b": 1, "O": 1, "7": 1, "": 4, "nobody": 0, "anna2": 0} {
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Search: search})
			if err != nil || page.Total != want {
				t.Errorf("%q finds %d, want %d, %v", search, page.Total, want, err)
			}
		}
	})
}

// The export holds the customers and columns in sight, and no identifier once masked.
func TestExportOfTheFilteredList(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		req := engine.CustomersRequest{Sort: engine.ColumnSpend, Down: true, Ranges: []engine.Range{{Column: engine.ColumnDays, Low: 3, High: 5}},
			Columns: []engine.CustomerColumn{engine.ColumnID, engine.ColumnDays, engine.ColumnCLV, engine.ColumnLast, engine.ColumnSegment}}
		ids, columns := everyone(t, e, d, req)
		for _, masked := range []bool{false, true} {
			f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.CustomersTable, Customers: &req, Masked: masked, Lang: "en"})
			if err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Bytes, []byte("\ufeff")))).ReadAll()
			if err != nil || len(rows) != len(ids)+1 {
				t.Fatalf("%d rows, want %d, %v", len(rows), len(ids)+1, err)
			}
			want, header, name := ids[0], "customer,purchase_days,clv,last_purchase,segment,segment_name", "customers.csv"
			if masked {
				want, header, name = engine.MaskID(want), strings.Replace(header, "customer", "customer_masked", 1), "customers-masked.csv"
			}
			if rows[1][0] != want || strings.Join(rows[0], ",") != header || f.Name != name {
				t.Errorf("masked %v: %q in %s begins with %q, want %q", masked, rows[0], f.Name, rows[1], want)
			}
			if last := analysis.Day(columns[engine.ColumnLast].Numbers[0]).String(); rows[1][3] != last || rows[1][2] == "" || rows[1][5] != "en:segment."+rows[1][4] {
				t.Errorf("first row %q, last purchase %s", rows[1], last)
			}
		}
	})
}

// A card's past stands on what was known then, and ends with what the table says.
func TestCardsPast(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		m := engine.Measures{Definition: churn.Definition{Window: 90}}
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Sort: engine.ColumnFirst, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		card, err := e.Customer(t.Context(), engine.CustomerRequest{ID: page.IDs[0], Measures: m, Past: true})
		if err != nil {
			t.Fatal(err)
		}
		last := card.Past[len(card.Past)-1]
		if len(card.Past) < 2 || last.Day != d.End || last.Segment != card.Row.Segment || last.State != card.Row.State || last.Stage != card.Row.Stage {
			t.Errorf("%+v, want it to end with %+v", card.Past, card.Row)
		}
		for i, p := range card.Past {
			ref := engine.GroupRef{Key: p.Segment, At: p.Day}
			ref.Segmentation, _ = m.Divides(engine.ColumnSegment)
			found, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{ref}, Search: card.Row.ID})
			if err != nil || found.Total == 0 || i > 0 && p.Day <= card.Past[i-1].Day {
				t.Errorf("%+v: found %d times, %v", p, found.Total, err)
			}
		}
	})
}
