package local_test

import (
	"math"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

func TestDrivers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		o := clv.Options{Horizon: 12, DiscountRate: 0.1}
		d, err := e.Drivers(t.Context(), engine.DriversRequest{Options: o, Cost: 5, Layout: figure.Layout{Lang: "en"}})
		if err != nil {
			t.Fatal(err)
		}
		v, err := e.Value(t.Context(), engine.ValueRequest{Options: o})
		if err != nil {
			t.Fatal(err)
		}
		r := d.Result
		if r.Existing.Value != v.Result.Equity || math.Abs(r.Existing.Spend-1) > 1e-12 || math.Abs(r.Newcomer.Value-(v.Newcomer.CLV-5)) > 1e-9 {
			t.Errorf("%+v, equity %v, newcomer %v", r, v.Result.Equity, v.Newcomer.CLV)
		}
		if !strings.Contains(d.Figure.SVG, "<svg") || len(d.Figure.Table.Rows) != 3 {
			t.Errorf("figure with %d rows", len(d.Figure.Table.Rows))
		}
		if _, err := e.Drivers(t.Context(), engine.DriversRequest{Cost: -1}); kindOf(err) != analysis.BadInput {
			t.Errorf("a cost of -1: %v", err)
		}
	})
}
