package local_test

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/segment"
)

func TestConcentration(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "shop"})
		got, err := e.Concentration(t.Context(), engine.ConcentrationRequest{Top: 0.3, Definition: churn.Definition{Window: 60}})
		if err != nil {
			t.Fatal(err)
		}
		if got.Top != 0.3 || !(got.Brings > 0.3 && got.Brings < 1) || !(got.Result.Gini > 0 && got.Result.Gini < 1) || got.Lorenz.SVG == "" {
			t.Errorf("top %v brings %v, Gini %v", got.Top, got.Brings, got.Result.Gini)
		}
		customers := 0
		for _, tier := range got.Tiers {
			customers += tier.Customers
		}
		if len(got.Tiers) != 3 || customers != got.Result.Customers || got.Tiers[0].Lost == 0 {
			t.Errorf("tiers %+v", got.Tiers)
		}
		file, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.TiersTable})
		if err != nil || strings.Count(string(file.Bytes), "\n") != 4 {
			t.Errorf("export %q, %v", file.Bytes, err)
		}
		if _, err := e.Concentration(t.Context(), engine.ConcentrationRequest{Top: 2}); err == nil {
			t.Error("the best 200 % of customers are marked")
		}
	})
}

func TestClusters(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{Sample: "shop"})
		if _, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.ClustersTable}); err == nil {
			t.Error("clusters are exported that nobody asked for")
		}
		got, err := e.Clusters(t.Context(), engine.ClustersRequest{Options: segment.ClusterOptions{K: 4, Seed: 1}})
		if err != nil {
			t.Fatal(err)
		}
		customers, crossed := 0, 0
		for k, g := range got.Groups {
			customers += g.Customers
			for _, n := range got.Cross[k] {
				crossed += n
			}
		}
		if len(got.Groups) != 4 || customers != d.Customers || crossed != d.Customers || got.Result.Of != nil || got.Scan.SVG == "" {
			t.Errorf("%d groups of %d customers, %d in the cross table", len(got.Groups), customers, crossed)
		}
		file, err := e.Export(t.Context(), engine.ExportRequest{Table: engine.ClustersTable, Names: []string{"", "=regulars"}})
		if text := string(file.Bytes); err == nil && (strings.Count(text, ",B,'=regulars\n") != got.Groups[1].Customers || !strings.Contains(text, ",A,\n")) {
			t.Errorf("the export names clusters %.200q", text)
		}
		if err != nil || strings.Count(string(file.Bytes), "\n") != d.Customers+1 {
			t.Errorf("the export has %d lines, %v", strings.Count(string(file.Bytes), "\n"), err)
		}
		if _, err := e.Clusters(t.Context(), engine.ClustersRequest{Columns: []int{99}}); err == nil {
			t.Error("customers are compared by a column that is not there")
		}
	})
}

// Revenue at risk by tier adds up to the whole, never exceeds what a customer would bring, and
// without lost customers more is at risk.
func TestRevenueAtRisk(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, engine.SourceRef{Sample: "shop"})
		ask := func(by segment.Cutting, window int) engine.Risk {
			got, err := e.Concentration(t.Context(), engine.ConcentrationRequest{Tiers: by, Definition: churn.Definition{Window: window}})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Risk.Tiers) != len(got.Tiers) {
				t.Fatalf("%d tiers, %d at risk", len(got.Tiers), len(got.Risk.Tiers))
			}
			sum := 0.0
			for _, v := range got.Risk.Tiers {
				sum += v
			}
			if math.Abs(sum-got.Risk.Total) > 1e-6*sum || !(sum > 0) || got.Risk.Model == "" || got.Risk.Months != 12 || got.Risk.Days != 0 {
				t.Errorf("%+v", got.Risk)
			}
			return got.Risk
		}
		short, long := ask(segment.ABC, 30), ask(segment.Deciles, 300)
		if !(short.Total < long.Total) {
			t.Errorf("with a window of 30 days %v is at risk, with 300 %v", short.Total, long.Total)
		}
	})
}
