package local_test

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
)

func weight(key engine.CriterionKey, w float64) engine.KeyWeight {
	return engine.KeyWeight{Criterion: engine.Criterion{Key: key}, Weight: w}
}

func TestKeyCustomers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{Sample: "shop"})
		got, err := e.KeyCustomers(t.Context(), engine.KeyCustomersRequest{Options: segment.RankOptions{Top: 12, Seed: 1}})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Rows) != 12 || got.Ranges.SVG == "" || got.Ranking.Ranked+got.Ranking.Unknown != d.Customers {
			t.Errorf("%d rows of %+v", len(got.Rows), got.Ranking)
		}
		total := 0.0
		for j, c := range got.Criteria {
			total += c.Weight
			if used := c.Weight > 0; used != (c.Known > 0) || used == math.IsNaN(got.Rows[0].Values[j]) || used == math.IsNaN(got.Ranking.List[0].Parts[j]) {
				t.Errorf("%+v, the first has %v", c, got.Rows[0].Values[j])
			}
		}
		if math.Abs(total-1) > 1e-12 {
			t.Errorf("the weights add up to %v", total)
		}
		file, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.KeyTable, Lang: "en"})
		if err != nil || strings.Count(string(file.Bytes), "\n") != 13 || !strings.Contains(string(file.Bytes), got.Rows[0].ID) {
			t.Errorf("export %q, %v", file.Bytes, err)
		}
	})
}

// By revenue alone the key customers are those at the top of the table of customers.
func TestKeyCustomersByRevenue(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "shop"})
		got, err := e.KeyCustomers(t.Context(), engine.KeyCustomersRequest{Weights: []engine.KeyWeight{weight(engine.KeyRevenue, 7), weight(engine.KeyAlive, 0)}})
		if err != nil {
			t.Fatal(err)
		}
		page, err := e.Customers(t.Context(), engine.CustomersRequest{Sort: engine.ColumnSpend, Down: true, Limit: segment.DefaultTop,
			Columns: []engine.CustomerColumn{engine.ColumnSpend, engine.ColumnSegment}})
		if err != nil {
			t.Fatal(err)
		}
		for i, id := range page.IDs {
			if got.Rows[i].ID != id || got.Rows[i].Revenue.Float() != page.Columns[0].Numbers[i] || got.Rows[i].Segment != page.Columns[1].Texts[i] {
				t.Errorf("%d. is %+v, by revenue %s", i+1, got.Rows[i], id)
			}
		}
		if got.Ranking.Draws != 0 || got.Ranges.SVG != "" {
			t.Error("one criterion has rank ranges")
		}
	})
}

func TestKeyCustomersBadInput(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "shop"})
		for name, weights := range map[string][]engine.KeyWeight{
			"none above 0":   {weight(engine.KeyRevenue, 0)},
			"below 0":        {weight(engine.KeyRevenue, 2), weight(engine.KeyDays, -1)},
			"not offered":    {weight("charm", 1)},
			"no such column": {{Criterion: engine.Criterion{Key: engine.KeyColumn, Column: 99}, Weight: 1}},
		} {
			if _, err := e.KeyCustomers(t.Context(), engine.KeyCustomersRequest{Weights: weights}); err == nil {
				t.Errorf("%s: no error", name)
			}
		}
	})
}
