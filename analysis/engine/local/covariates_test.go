package local_test

import (
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/engine"
)

func TestCovariatesOfAColumn(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		d := load(t, e, shop)
		at := slices.IndexFunc(d.Kept, func(k engine.KeptReport) bool { return len(k.Groups) >= 2 && k.Distinct <= 8 })
		if at < 0 {
			t.Fatalf("no column with a few values among %+v", d.Kept)
		}
		c, err := e.Covariates(t.Context(), engine.CovariatesRequest{Model: "Pareto/NBD", Attributes: []int{at}})
		if err != nil {
			t.Fatal(err)
		}
		if c.Fit.Model != "Pareto/NBD" || len(c.Effects) != c.Test.DF || len(c.Effects)%2 != 0 || len(c.Effects) == 0 {
			t.Fatalf("%s with %d effects, %d degrees of freedom", c.Fit.Model, len(c.Effects), c.Test.DF)
		}
		if gain := 2 * (c.Fit.LogLik - c.Without.LogLik); math.Abs(gain-c.Test.Statistic) > 1e-9 || !(c.Test.P >= 0 && c.Test.P <= 1) {
			t.Errorf("test %+v, gain %v", c.Test, gain)
		}
		if c.Effects[0].Term.Column != d.Kept[at].Name {
			t.Errorf("effects of %q, want %q", c.Effects[0].Term.Column, d.Kept[at].Name)
		}
		for _, wrong := range []engine.CovariatesRequest{{}, {Attributes: []int{len(d.Kept)}}, {Model: "ARIMA", Attributes: []int{at}}} {
			if _, err := e.Covariates(t.Context(), wrong); kindOf(err) != analysis.BadInput {
				t.Errorf("%+v: %v, want kind BadInput", wrong, err)
			}
		}
	})
}
