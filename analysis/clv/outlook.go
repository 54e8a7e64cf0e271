package clv

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// An Outlook is what an Analysis expects of one customer, with what not knowing the
// parameters adds: 95 % intervals by the delta method, NaN where a model gives no
// standard errors. They are of the expectation; what a single customer does by chance
// varies far more.
type Outlook struct {
	Prediction
	AliveLow, AliveHigh       float64
	ExpectedLow, ExpectedHigh float64
	CLVLow, CLVHigh           float64
	Buys                      float64 // the chance of a purchase within the horizon
}

// Outlook predicts one customer. Without a purchase up to the log's End there is
// nothing to predict from: all numbers are NaN.
func (a *Analysis) Outlook(c analysis.CustomerID) Outlook {
	nan := math.NaN()
	o := Outlook{Prediction: a.Prediction(c), AliveLow: nan, AliveHigh: nan,
		ExpectedLow: nan, ExpectedHigh: nan, CLVLow: nan, CLVHigh: nan, Buys: nan}
	if a.rowOf[c] < 0 {
		return o
	}
	h := horizon{a.Options.Horizon, a.Options.DiscountRate}
	m := a.buying.law()
	o.Buys = o.Alive * (1 - m.living(o.X).silence(o.T, h.weeks()))
	if a.buying.spread() {
		a.outlookIntervals(&o, m, h)
	}
	return o
}

// outlookIntervals takes the gradient of each number by forward differences. That of
// the spend is known and adds to CLV alone, as the models share no parameter.
func (a *Analysis) outlookIntervals(o *Outlook, m Model, h horizon) {
	now := a.purchasesOf(o, m, h)
	var slopes [3][]float64
	for k := range a.buying.params {
		moved := a.purchasesOf(o, a.buying.nudged(k), h)
		slopes[0] = append(slopes[0], (logOdds(moved.alive)-logOdds(now.alive))/nudge)
		slopes[1] = append(slopes[1], numeric.Log(moved.expected/now.expected)/nudge)
		slopes[2] = append(slopes[2], numeric.Log(moved.discounted/now.discounted)/nudge)
	}
	variance := func(i int) float64 { return a.buying.covariance.Quadratic(slopes[i]) }
	o.AliveLow, o.AliveHigh = oddsInterval(o.Alive, math.Sqrt(variance(0)))
	o.ExpectedLow, o.ExpectedHigh = factorInterval(o.Expected, math.Sqrt(variance(1)))
	if !math.IsNaN(o.CLV) && a.spend != nil && a.spend.spread() {
		own := a.spend.gammaGamma().logSlopes(o.X, a.now.Total[a.rowOf[o.Customer]].Float())
		o.CLVLow, o.CLVHigh = factorInterval(o.CLV, math.Sqrt(variance(2)+a.spend.covariance.Quadratic(own[:])))
	}
}

// One customer's forecast.
type purchases struct{ alive, expected, discounted float64 }

func (a *Analysis) purchasesOf(o *Outlook, m Model, h horizon) purchases {
	alive, living := m.Alive(o.X, o.TX, o.T), m.living(o.X)
	return purchases{alive, alive * living.purchases(o.T, h.weeks()), alive * discount(living, o.T, h.weights())}
}

// factorInterval returns the 95 % interval of a value above 0 whose logarithm has this
// standard error.
func factorInterval(v, se float64) (low, high float64) {
	factor := numeric.Exp(float64(numeric.Z95 * se))
	return v / factor, v * factor
}
