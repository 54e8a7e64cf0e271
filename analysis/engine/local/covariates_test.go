package local_test

import (
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

func TestCovariatesOfAColumn(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		at := slices.IndexFunc(d.Kept, func(k engine.KeptReport) bool { return len(k.Groups) >= 2 && k.Distinct <= 8 })
		if at < 0 {
			t.Fatalf("no column with a few values among %+v", d.Kept)
		}
		base := d.Kept[at].Groups[1].Value
		one := []clv.Attribute{{At: at, Base: base}}
		for _, model := range []string{"Pareto/NBD", "BG/NBD"} {
			c, err := e.Covariates(t.Context(), engine.CovariatesRequest{Options: clv.Options{Model: model}, Attributes: one})
			if err != nil {
				t.Fatal(err)
			}
			if c.Fit.Model != model || len(c.Effects) != c.Test.DF || len(c.Effects) == 0 || (len(c.Odds) > 0) != (model == "BG/NBD") {
				t.Fatalf("%s with %d effects, %d degrees of freedom, %d odds", c.Fit.Model, len(c.Effects), c.Test.DF, len(c.Odds))
			}
			if gain := 2 * (c.Fit.LogLik - c.Without.LogLik); math.Abs(gain-c.Test.Statistic) > 1e-9 || !(c.Test.P >= 0 && c.Test.P <= 1) {
				t.Errorf("test %+v, gain %v", c.Test, gain)
			}
			if first := c.Effects[0].Term; first.Column != d.Kept[at].Name || first.Reference != base {
				t.Errorf("effects of %q against %q, want %q against %q", first.Column, first.Reference, d.Kept[at].Name, base)
			}
			if !(c.Equity.Low < c.Equity.Value && c.Equity.Value < c.Equity.High) || !(c.EquityBare > 0) {
				t.Errorf("equity %+v, %v without", c.Equity, c.EquityBare)
			}
		}
		for _, wrong := range []engine.CovariatesRequest{{}, {Attributes: []clv.Attribute{{At: len(d.Kept)}}},
			{Options: clv.Options{Model: "ARIMA"}, Attributes: one}, {Attributes: []clv.Attribute{{At: at, Base: "nowhere"}}}} {
			if _, err := e.Covariates(t.Context(), wrong); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v, want kind BadInput", wrong, err)
			}
		}
	})
}
