package clv

import (
	"math"
	"testing"

	"churnbench/analysis"
)

// The card says what the table says, and its intervals are those that drawing the
// parameters from their covariance gives.
func TestOutlookIsTheTablesRow(t *testing.T) {
	log := simulate(3000, 500, BGNBD{0.5, 4, 0.8, 2.4}, GammaGamma{6, 4, 15}, 3)
	for _, model := range []string{nameBGNBD, nameParetoNBD} {
		a := mustAnalyze(t, log, Options{Model: model, DiscountRate: 0.1})
		for c := analysis.CustomerID(0); int(c) < log.Customers(); c += 211 {
			o := a.Outlook(c)
			check(t, []row{
				{"P(alive)", o.Alive, a.Alive[c], 0, "table"}, {"purchases", o.Expected, a.Expected[c], 0, "table"}, {"CLV", o.CLV, a.CLV[c], 0, "table"},
			})
			if !(o.AliveLow <= o.Alive && o.Alive <= o.AliveHigh && o.AliveHigh <= 1) ||
				!(o.ExpectedLow < o.Expected && o.Expected < o.ExpectedHigh) || !(o.CLVLow < o.CLV && o.CLV < o.CLVHigh) {
				t.Errorf("%s, customer %d: %+v", model, c, o)
			}
			// The chance of a purchase is below their expected number, and below P(alive).
			if !(o.Buys > 0 && o.Buys <= o.Expected && o.Buys <= o.Alive) {
				t.Errorf("%s, customer %d: buys %v of %v expected, alive %v", model, c, o.Buys, o.Expected, o.Alive)
			}
			points := a.History(c)
			last := points[len(points)-1]
			check(t, []row{{"low", last.Low, o.AliveLow, 1e-12, "card"}, {"high", last.High, o.AliveHigh, 1e-12, "card"}})
		}
	}
}

// An interval of one customer's expected purchases is as wide as the delta method has
// it with derivatives of twice the order.
func TestOutlookIntervalByCentralDifferences(t *testing.T) {
	a := mustAnalyze(t, simulate(2000, 500, BGNBD{0.5, 4, 0.8, 2.4}, GammaGamma{6, 4, 15}, 3), Options{})
	o := a.Outlook(17)
	expected := func(k int, by float64) float64 {
		p := append([]float64(nil), a.buying.params...)
		p[k] *= math.Exp(by)
		return math.Log(BGNBDFamily.Model(p...).ExpectedGiven(o.X, o.TX, o.T, horizon{months: 12}.weeks()))
	}
	slopes := make([]float64, 4)
	for k := range slopes {
		slopes[k] = (expected(k, 1e-3) - expected(k, -1e-3)) / 2e-3
	}
	se := math.Sqrt(a.buying.covariance.Quadratic(slopes))
	check(t, []row{{"log width", math.Log(o.ExpectedHigh / o.Expected), 1.959964 * se, 1e-4, "central differences"}})
}

func TestOutlookBeforeTheFirstPurchase(t *testing.T) {
	log := simulate(400, 300, BGNBD{0.8, 3, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	a := mustAnalyze(t, log, Options{})
	late := analysis.CustomerID(5)
	a.rowOf[late], a.Alive[late], a.Expected[late], a.CLV[late] = -1, math.NaN(), math.NaN(), math.NaN()
	if o := a.Outlook(late); !math.IsNaN(o.Buys) || !math.IsNaN(o.AliveLow) || !math.IsNaN(o.CLV) {
		t.Errorf("%+v", o)
	}
}
