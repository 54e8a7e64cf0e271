package sample

import (
	"context"
	"math"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
)

// TestShopIsEstimated: the fits that the Value screen shows, with half of the
// data and with all of it, lie within four standard errors of the truth.
func TestShopIsEstimated(t *testing.T) {
	list, _ := rows(t, "shop", "en")
	log := logOf(list)
	for _, end := range []analysis.Day{0, shopEnd} {
		a, err := clv.Analyze(context.Background(), log, clv.Options{CalibrationEnd: end})
		if err != nil {
			t.Fatal(err)
		}
		r := a.Result()
		estimates := append(r.Fit.Params, r.Spend.Params...)
		if len(estimates) != len(shop.truth) {
			t.Fatalf("%d estimates for %d truths", len(estimates), len(shop.truth))
		}
		for i, e := range estimates {
			truth := shop.truth[i]
			t.Logf("to %v: %s = %.3f ± %.3f, truth %.3f", r.CalibrationEnd, e.Name, e.Value, e.SE, truth.Value)
			if !(math.Abs(e.Value-truth.Value) <= 4*e.SE) {
				t.Errorf("%s is %v standard errors from the truth", truth.Key, (e.Value-truth.Value)/e.SE)
			}
		}
	}
}
