package local_test

import (
	"fmt"
	"slices"
	"testing"

	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// A cell opens exactly the customers whom it counts.
func TestACellOpensItsCustomers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		for _, opt := range []cohort.Options{{}, {Clock: cohort.Rolling, Method: cohort.Bracket}, {Grain: cohort.Quarter, Method: cohort.Unbounded}} {
			a, err := e.Cohorts(t.Context(), engine.CohortsRequest{Options: opt})
			if err != nil {
				t.Fatal(err)
			}
			sum := 0
			for _, c := range a.Result.Cohorts {
				page, err := e.Customers(t.Context(), engine.CustomersRequest{Cohort: engine.CohortCell{Options: opt, Key: c.Key}})
				if err != nil || page.Total != c.Cells[0].Active {
					t.Fatalf("%+v, cohort %s: %d customers, %v; the cell counts %d", opt, c.Key, page.Total, err, c.Cells[0].Active)
				}
				sum += page.Total
			}
			if sum != d.Customers {
				t.Errorf("%+v: the cohorts open %d of %d customers", opt, sum, d.Customers)
			}
			c := a.Result.Cohorts[0]
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Cohort: engine.CohortCell{Options: opt, Key: c.Key, Column: 2}, Limit: 500})
			if err != nil || page.Total != c.Cells[2].Active || len(page.IDs) != page.Total {
				t.Errorf("%+v: %d rows of %d, %v; the cell counts %d", opt, len(page.IDs), page.Total, err, c.Cells[2].Active)
			}
		}
		_, err := e.Customers(t.Context(), engine.CustomersRequest{Cohort: engine.CohortCell{Options: cohort.Options{Grain: "hour"}, Key: "x"}})
		if err == nil {
			t.Error("a cell of a table that does not exist was opened")
		}
	})
}

// The rows of a long table come page by page; averages and figure are of all.
func TestCohortsComePageByPage(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		whole, err1 := e.Cohorts(t.Context(), engine.CohortsRequest{})
		part, err2 := e.Cohorts(t.Context(), engine.CohortsRequest{Offset: 5, Limit: 3})
		beyond, err3 := e.Cohorts(t.Context(), engine.CohortsRequest{Offset: 5000, Limit: 3})
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		if part.Total != len(whole.Result.Cohorts) || part.Offset != 5 || len(part.Result.Cohorts) != 3 || len(beyond.Result.Cohorts) != 0 {
			t.Errorf("%d rows from %d of %d", len(part.Result.Cohorts), part.Offset, part.Total)
		}
		if part.Result.Cohorts[0].Key != whole.Result.Cohorts[5].Key || fmt.Sprint(part.Result.Mean) != fmt.Sprint(whole.Result.Mean) {
			t.Error("a page has other rows or averages than the whole")
		}
		if part.Curve.SVG != whole.Curve.SVG {
			t.Error("the figure is not of all cohorts")
		}
	})
}

// The triangle has the table's shape; its long form has every cell.
func TestTriangle(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		a, err := e.Cohorts(t.Context(), engine.CohortsRequest{Options: cohort.Options{Grain: cohort.Quarter}})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range cohort.Quantities {
			rows := exportTable(t, e, engine.ExportRequest{Table: engine.TriangleTable, Quantity: q})
			want := len(a.Result.Cohorts) + 1
			if q.Averaged() {
				want += 2
			}
			if len(rows) != want || !slices.Equal(rows[0][:4], []string{"cohort", "customers", "0", "1"}) || rows[1][0] != "2023-01-01" {
				t.Errorf("%q: %d rows, want %d; head %v, first %v", q, len(rows), want, rows[0], rows[1])
			}
		}
		cells := 0
		for _, c := range a.Result.Cohorts {
			cells += len(c.Cells)
		}
		rows := exportTable(t, e, engine.ExportRequest{Table: engine.CohortsTable})
		if len(rows) != cells+1 || !slices.Contains(rows[0], "revenue_per_customer_to_date") {
			t.Errorf("%d rows, want one a cell of %d; head %v", len(rows), cells, rows[0])
		}
		if _, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.TriangleTable, Quantity: "mood"}); err == nil {
			t.Error("a quantity that does not exist was exported")
		}
	})
}

// Cohorts by what a list knows: a value that a spreadsheet would run is written as
// text, and whoever has no value is said.
func TestCohortsByAttribute(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := loadFiles(t, e, ingest.Rules{}, ordersFile, membersFile)
		for i, by := range map[int]cohort.By{0: cohort.Attribute, 2: cohort.SignUp} {
			a, err := e.Cohorts(t.Context(), engine.CohortsRequest{Options: cohort.Options{By: by, Column: i}})
			if err != nil {
				t.Fatalf("%s: %v", d.Kept[i].Name, err)
			}
			x := a.Result.Excluded
			if a.Result.Followed != d.Kept[i].Filled || len(x) != 1 || x[0].Customers != d.Customers-d.Kept[i].Filled {
				t.Errorf("%s: %d followed, excluded %+v of %d", d.Kept[i].Name, a.Result.Followed, x, d.Customers)
			}
			rows := exportTable(t, e, engine.ExportRequest{Table: engine.TriangleTable})
			if want := []string{"platinum", "2023-02-01"}[i/2]; rows[1][0] != want {
				t.Errorf("%s: the first cohort is %q, want %q", d.Kept[i].Name, rows[1][0], want)
			}
		}
	})
}
