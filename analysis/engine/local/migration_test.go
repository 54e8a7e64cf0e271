package local_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/rfm"
	"churnbench/analysis/segment"
)

// migrations are the ways of dividing customers that know a past.
var migrations = map[string]engine.Segmentation{
	"segments": {By: engine.SegmentRFM},
	"tiers":    {By: engine.SegmentTiers},
	"tenths":   {By: engine.SegmentTiers, Tiers: segment.Deciles},
	"state":    {By: engine.SegmentState, Definition: churn.Definition{Window: 90}},
	"stages":   {By: engine.SegmentLifecycle, Definition: churn.Definition{Window: 90}},
}

// Every cell of the matrix holds the customers whom the table of customers finds in
// both of its groups, and the list of movers has as many.
func TestMigrationIsTheTableOfCustomers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		for name, by := range migrations {
			m, err := e.Migration(t.Context(), engine.MigrationRequest{Segmentation: by})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			r := &m.Result
			for row := range r.Rows {
				for column := range r.Columns {
					page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{m.Group(0, row), m.Group(1, column)}})
					if err != nil || page.Total != r.At(row, column).Customers {
						t.Errorf("%s %d → %d: %d customers in the table, %d in the matrix, %v", name, row, column, page.Total, r.At(row, column).Customers, err)
					}
				}
			}
			movers, err := e.Movers(t.Context(), engine.MoversRequest{Migration: engine.MigrationRequest{Segmentation: by}, Row: engine.Any, Column: engine.Any, AtRisk: true, Limit: 3})
			if err != nil || movers.Total != r.AtRisk.Customers || movers.Before != r.AtRisk.Before || movers.After != r.AtRisk.After {
				t.Errorf("%s: %+v at risk in the list, %+v in the matrix, %v", name, movers, r.AtRisk, err)
			}
		}
	})
}

// The pages of a list follow each other, by falling stake, and each of its customers is
// in the cell that was asked for.
func TestMoversByStake(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		ask := engine.MigrationRequest{Segmentation: migrations["state"]}
		m, err := e.Migration(t.Context(), ask)
		if err != nil {
			t.Fatal(err)
		}
		last, seen, sum := analysis.Money(1<<62), 0, analysis.Money(0)
		for {
			page, err := e.Movers(t.Context(), engine.MoversRequest{Migration: ask, Row: 0, Column: engine.Any, Offset: seen, Limit: 400})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range page.Rows {
				if stake := max(r.Before, r.After); stake > last || r.Row != 0 {
					t.Fatalf("%+v follows a stake of %d", r, last)
				} else {
					last = stake
				}
				sum += r.Before
			}
			if seen += len(page.Rows); len(page.Rows) == 0 {
				break
			}
		}
		if f := m.Result.Rows[0]; seen != f.Customers || sum != f.Before {
			t.Errorf("%d customers with %d, want %d with %d", seen, sum, f.Customers, f.Before)
		}
	})
}

// The revenue of the two windows is that of the log's days.
func TestMigrationRevenue(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		span := engine.MigrationSpan(d.First, d.End)
		whole, err := e.Migration(t.Context(), engine.MigrationRequest{Segmentation: migrations["tiers"], Window: 3650})
		if err != nil {
			t.Fatal(err)
		}
		if got := whole.Result.End().After; got != d.Ledger.Revenue {
			t.Errorf("over all days customers brought %v, want %v", got.Float(), d.Ledger.Revenue.Float())
		}
		halves, err := e.Migration(t.Context(), engine.MigrationRequest{Segmentation: migrations["tiers"], From: d.End - analysis.Day(span), Window: span})
		if err != nil {
			t.Fatal(err)
		}
		if halves.Result.To != d.End || halves.Result.Window != span || len(halves.Warnings) > 0 {
			t.Errorf("%+v, warnings %v", halves.Result.To, halves.Warnings)
		}
		if old := whole.Result.Start().Before + halves.Result.End().After; old != d.Ledger.Revenue {
			t.Errorf("before and after the first day customers brought %v, want %v", old.Float(), d.Ledger.Revenue.Float())
		}
		if len(whole.Warnings) == 0 {
			t.Error("a window beyond the data passes without a warning")
		}
	})
}

// With the cut-offs of the first day on both, whoever bought in between is not worse off
// for it: frequency and spend only grow, so that only recency can make a customer fall.
func TestMigrationByFixedCuts(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		ask := engine.MigrationRequest{Segmentation: migrations["segments"], Fixed: true}
		fixed, err := e.Migration(t.Context(), ask)
		if err != nil {
			t.Fatal(err)
		}
		if by := fixed.By[0].Scores; by != fixed.By[1].Scores || by.Typed[0].N != 4 || by.Typed[1].N != 4 || by.Typed[2].N != 4 {
			t.Fatalf("divided by %v and %v", by.Typed, fixed.By[1].Scores.Typed)
		}
		for row := range fixed.Result.Rows {
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{fixed.Group(0, row), fixed.Group(1, 0)}, Limit: 1})
			if err != nil || page.Total != fixed.Result.At(row, 0).Customers {
				t.Errorf("%d → 0: %d customers in the table, %d in the matrix, %v", row, page.Total, fixed.Result.At(row, 0).Customers, err)
			}
		}
		recent := engine.Range{Column: engine.ColumnLast, Low: float64(d.End) - fixed.By[0].Scores.Typed[0].At[0], High: math.Inf(1)}
		for column := range fixed.Result.Columns {
			page, err := e.Customers(t.Context(), engine.CustomersRequest{Groups: []engine.GroupRef{fixed.Group(0, 0), fixed.Group(1, column)}, Ranges: []engine.Range{recent}})
			if err != nil || (page.Total > 0) != (column == 0) {
				t.Errorf("%d champions who have just bought are now in group %d, %v", page.Total, column, err)
			}
		}
	})
}

func TestMigrationExport(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		m, err := e.Migration(t.Context(), engine.MigrationRequest{Segmentation: migrations["tenths"]})
		if err != nil {
			t.Fatal(err)
		}
		f, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.MigrationTable, Lang: "zh"})
		if err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Bytes, []byte("\ufeff")))).ReadAll()
		if err != nil || len(records) != m.Result.End().Customers+1 {
			t.Fatalf("%d records, %v; want %d", len(records), err, m.Result.End().Customers+1)
		}
		column := map[string]int{}
		for i, name := range records[0] {
			column[name] = i
		}
		down, before := 0, 0.0
		for _, r := range records[1:] {
			if r[column["move"]] == "down" {
				v, err := strconv.ParseFloat(r[column["revenue_before"]], 64)
				if err != nil || r[column["at_risk"]] != "1" {
					t.Fatalf("%v: %v", r, err)
				}
				down, before = down+1, before+v
			}
			if (r[column["move"]] == "new") != (r[column["from"]] == "") {
				t.Fatalf("%v", r)
			}
		}
		if down != m.Result.Fall.Customers || analysis.MoneyOf(before) != m.Result.Fall.Before {
			t.Errorf("%d moved down with %v, want %d with %v", down, before, m.Result.Fall.Customers, m.Result.Fall.Before.Float())
		}
	})
}

func TestMigrationRefuses(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		if _, err := e.Migration(t.Context(), engine.MigrationRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("without data: %v", err)
		}
		if _, err := e.Movers(t.Context(), engine.MoversRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("without data: %v", err)
		}
		d := load(t, e, shop)
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{Options: segment.ClusterOptions{K: 2, Seed: 1}}); err != nil {
			t.Fatal(err)
		}
		for name, req := range map[string]engine.MigrationRequest{
			"before the data": {Segmentation: migrations["tiers"], From: d.First - 1},
			"after the data":  {Segmentation: migrations["tiers"], To: d.End + 1},
			"backwards":       {Segmentation: migrations["tiers"], From: d.End, To: d.End},
			"a minus window":  {Segmentation: migrations["tiers"], Window: -1},
			"an endless one":  {Segmentation: migrations["tiers"], Window: 1 << 30},
			"clusters":        {Segmentation: engine.Segmentation{By: engine.SegmentClusters}},
			"an attribute":    {Segmentation: engine.Segmentation{By: engine.SegmentAttribute}},
			"nothing that is": {Segmentation: engine.Segmentation{By: "nonsense"}},
			"other tiers":     {Segmentation: engine.Segmentation{By: engine.SegmentRFM, Scores: rfm.Options{Bins: 99}}},
			"the far future":  {Segmentation: migrations["tiers"], To: 1 << 30},
			"the far past":    {Segmentation: migrations["tiers"], From: analysis.NoDay},
		} {
			if _, err := e.Migration(t.Context(), req); kindOf(err) != analysis.BadInput {
				t.Errorf("%s: %v, want kind BadInput", name, err)
			}
		}
		load(t, e, engine.SourceRef{Text: []byte("customer,date,amount\nann,2024-01-05,10\nbob,2024-01-05,20\n")})
		if _, err := e.Migration(t.Context(), engine.MigrationRequest{Segmentation: migrations["tiers"]}); kindOf(err) != analysis.NotEnough {
			t.Errorf("one day: %v, want kind NotEnough", err)
		}
	})
}

func TestMigrationSpan(t *testing.T) {
	for _, c := range []struct {
		days, want int
	}{{1, 0}, {2, 1}, {90, 45}, {179, 89}, {180, 90}, {359, 90}, {360, 180}, {729, 180}, {730, 365}, {3000, 365}} {
		if got := engine.MigrationSpan(100, 100+analysis.Day(c.days)-1); got != c.want {
			t.Errorf("%d days of data: %d, want %d", c.days, got, c.want)
		}
	}
}
