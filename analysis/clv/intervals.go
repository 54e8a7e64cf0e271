package clv

import (
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// An Interval is an estimate with the 95 % interval of not knowing the
// parameters; ends that cannot be told are NaN.
type Interval struct {
	Name             string // a parameter's name; "" for the equity
	Value, Low, High float64
	SE               float64 // standard error, of the bootstrap: the replicates' standard deviation
}

// Intervals are those of one Analysis, by one method.
type Intervals struct {
	Bootstrap  bool // else the delta method
	Replicates int  // that ended in an optimum; 0 for the delta method
	Failed     int  // replicates that did not, and are left out
	Params     []Interval
	Spend      []Interval // parameters of the model of spend; nil without one
	Equity     Interval   // Value NaN without a model of spend
}

// DeltaIntervals are symmetric on the log scale, from the Hessians alone: no more
// work than the fit, and right where many customers were observed.
func (a *Analysis) DeltaIntervals() Intervals {
	out := Intervals{Params: a.buying.deltaIntervals(), Equity: Interval{Value: a.valuation.equity, SE: a.valuation.se}}
	out.Equity.Low, out.Equity.High = a.valuation.interval()
	if a.spend != nil {
		out.Spend = a.spend.deltaIntervals()
	}
	return out
}

func (m *maximum) deltaIntervals() []Interval {
	out := make([]Interval, len(m.Params))
	for i, p := range m.Params {
		factor := numeric.Exp(numeric.Z95 * p.SE / p.Value)
		out[i] = Interval{p.Name, p.Value, p.Value / factor, p.Value * factor, p.SE}
	}
	return out
}

// DefaultReplicates is enough for the ends of a 95 % interval.
const DefaultReplicates = 500

// PercentileIntervals are the percentiles of a task's replicates, in whatever order they
// came.
func PercentileIntervals(t *BootstrapTask, replicates []Replicate) Intervals {
	ended := slices.DeleteFunc(slices.Clone(replicates), func(r Replicate) bool { return r.Params == nil })
	out := Intervals{Bootstrap: true, Replicates: len(ended), Failed: len(replicates) - len(ended)}
	for i, name := range t.Buying.Names {
		out.Params = append(out.Params, percentiles(name, t.Buying.Params[i], ended, func(r Replicate) float64 { return r.Params[i] }))
	}
	out.Equity = Interval{Value: math.NaN(), Low: math.NaN(), High: math.NaN(), SE: math.NaN()}
	if t.Spend == nil {
		return out
	}
	for i, name := range t.Spend.Names {
		out.Spend = append(out.Spend, percentiles(name, t.Spend.Params[i], ended, func(r Replicate) float64 { return r.Spend[i] }))
	}
	out.Equity = percentiles("", t.Equity, ended, func(r Replicate) float64 { return r.Equity })
	return out
}

// percentiles leave out replicates without the value: a q ≤ 1 has no equity.
func percentiles(name string, value float64, replicates []Replicate, of func(Replicate) float64) Interval {
	var sorted []float64
	for _, r := range replicates {
		if v := of(r); !math.IsNaN(v) {
			sorted = append(sorted, v)
		}
	}
	if len(sorted) < 2 {
		return Interval{name, value, math.NaN(), math.NaN(), math.NaN()}
	}
	slices.Sort(sorted)
	return Interval{name, value, quantile(sorted, 0.025), quantile(sorted, 0.975), deviation(sorted)}
}

// deviation returns the standard deviation of at least two values.
func deviation(v []float64) float64 {
	n := float64(len(v))
	mean := numeric.Total(v) / n
	var square numeric.Sum
	for _, x := range v {
		square.Add(float64((x - mean) * (x - mean)))
	}
	return math.Sqrt(square.Value() / (n - 1))
}
