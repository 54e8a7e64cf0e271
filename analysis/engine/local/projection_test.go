package local_test

import (
	"math"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

// TestProjectionOfTheClub compares what is fitted to the sample with what it was
// generated with.
func TestProjectionOfTheClub(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, engine.SourceRef{Sample: "membership", Lang: "en"})
		p, err := e.Projection(t.Context(), engine.ProjectionRequest{Options: clv.ProjectionOptions{Calibration: clv.MaxPeriods}})
		if err != nil {
			t.Fatal(err)
		}
		if p.Basis != engine.OnContracts || p.Result.Options.Period != analysis.Months || p.Survival.SVG == "" || p.Retention.SVG == "" || !(p.Residual > 0) {
			t.Errorf("basis %s, options %+v, residual %v", p.Basis, p.Result.Options, p.Residual)
		}
		bdw := p.Result.Models[1]
		for i, want := range d.Truth[:3] {
			if got := bdw.Fit.Params[i]; !(math.Abs(got.Value-want.Value) <= 4*got.SE) {
				t.Errorf("%s = %v ± %v, truth %v", got.Name, got.Value, got.SE, want.Value)
			}
		}
		if s := bdw.Survival[24]; !(s.Low <= d.Truth[5].Value && d.Truth[5].Value <= s.High) {
			t.Errorf("after 24 months %+v, truth %v", s, d.Truth[5].Value)
		}
	})
}

func TestProjectionNeedsContracts(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		if _, err := e.Projection(t.Context(), engine.ProjectionRequest{}); kindOf(err) != analysis.NoData {
			t.Errorf("without data: %v", err)
		}
		loadFiles(t, e, ingest.Rules{}, ordersFile)
		if _, err := e.Projection(t.Context(), engine.ProjectionRequest{}); kindOf(err) != analysis.NotEnough {
			t.Errorf("of orders: %v", err)
		}
		loadFiles(t, e, ingest.Rules{}, text(t, e, tenures))
		if _, err := e.Projection(t.Context(), engine.ProjectionRequest{}); kindOf(err) != analysis.NotEnough {
			t.Errorf("nobody left in six of nine months: %v", err)
		}
		p, err := e.Projection(t.Context(), engine.ProjectionRequest{Options: clv.ProjectionOptions{Calibration: clv.MaxPeriods}})
		if err != nil || p.Basis != engine.OnTenures || p.Result.Options.Revenue != analysis.MoneyOf(10) {
			t.Errorf("of tenures: %v, %+v", err, p.Result.Options)
		}
	})
}
