package clv

import (
	"context"
	"math"
	"math/rand/v2"
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

// A Bootstrap draws as many customers as there are, with replacement, fits both
// models to them, and values the customers that there are with what came out:
// Efron (1979), "Bootstrap methods: another look at the jackknife". It assumes
// nothing about the likelihood's shape. Each replicate has random numbers of its own,
// so that workers may share them out and the digits stay the same.
type Bootstrap struct {
	summary       *Summary
	options       Options
	buying, spend *maximum
	seed          uint64
}

// Bootstrap prepares replicates of the fits to all days.
func (a *Analysis) Bootstrap(seed uint64) *Bootstrap {
	return &Bootstrap{a.now, a.Options, a.buying, a.spend, seed}
}

// A Replicate is what one drawing of customers gave. Params is nil where no
// optimum was found, Spend where there is no model of spend.
type Replicate struct {
	Params, Spend []float64
	Equity        float64
}

// Run computes the replicates from ≤ k < to, each a step that WithProgress hears of.
// The error is Cancelled.
func (b *Bootstrap) Run(ctx context.Context, from, to int) ([]Replicate, error) {
	out := make([]Replicate, 0, to-from)
	for k := from; k < to; k++ {
		if err := begin(ctx, k-from, to-from); err != nil {
			return nil, err
		}
		r, err := b.replicate(ctx, k)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	tell(ctx, to-from, to-from)
	return out, nil
}

// replicate fits one drawing. Both searches start where the fits to all customers
// ended, which is near: a handful of steps.
func (b *Bootstrap) replicate(ctx context.Context, k int) (Replicate, error) {
	drawn := b.draw(rand.New(rand.NewPCG(b.seed, uint64(k))))
	buying, err := b.refit(ctx, b.buying.family.likelihood(b.summary.resampledRows(drawn)), b.buying)
	if err != nil || buying == nil {
		return Replicate{}, err
	}
	r := Replicate{Params: buying.params, Equity: math.NaN()}
	if b.spend == nil {
		return r, nil
	}
	blocks, n := b.summary.resampledSpend(drawn)
	if n < minSpenders || sameSpend(blocks) {
		return Replicate{}, nil
	}
	spend, err := b.refit(ctx, gammaGamma(blocks, n), b.spend)
	if err != nil || spend == nil {
		return Replicate{}, err
	}
	r.Spend = spend.params
	r.Equity = b.summary.valueWithoutInterval(buying, spend, b.options).equity
	return r, nil
}

// refit returns nil where the search fails.
func (b *Bootstrap) refit(ctx context.Context, l likelihood, from *maximum) (*maximum, error) {
	l.rough, l.starts = nil, [][]float64{from.params}
	m, err := l.fit(ctx)
	if missing, failed := excuse(err); failed != nil || missing != nil {
		return nil, failed
	}
	if !m.Verdict.Converged && from.Verdict.Converged {
		return nil, nil
	}
	return &m, nil
}

// draw returns how many times each customer was drawn.
func (b *Bootstrap) draw(random *rand.Rand) []int32 {
	n := len(b.summary.X)
	times := make([]int32, n)
	for range n {
		times[random.IntN(n)]++
	}
	return times
}

// resampledRows are the summary's rows with as many customers as were drawn.
func (s *Summary) resampledRows(times []int32) *Rows {
	n := make([]float64, s.Rows.Len())
	for i, k := range times {
		n[s.Row[i]] += float64(k)
	}
	out := &Rows{PerWeek: s.Rows.PerWeek}
	for i, k := range n {
		if k > 0 {
			out.X, out.TX = append(out.X, s.Rows.X[i]), append(out.TX, s.Rows.TX[i])
			out.T, out.N = append(out.T, s.Rows.T[i]), append(out.N, k)
		}
	}
	return out
}

// resampledSpend are the repeat buyers among those drawn.
func (s *Summary) resampledSpend(times []int32) ([]spendBlock, int) {
	var drawn Summary
	for i, k := range times {
		for range k {
			drawn.X, drawn.Total = append(drawn.X, s.X[i]), append(drawn.Total, s.Total[i])
		}
	}
	return drawn.spendBlocks()
}

// Intervals are the percentiles of the replicates, in whatever order they came.
func (b *Bootstrap) Intervals(replicates []Replicate) Intervals {
	ended := slices.DeleteFunc(slices.Clone(replicates), func(r Replicate) bool { return r.Params == nil })
	out := Intervals{Bootstrap: true, Replicates: len(ended), Failed: len(replicates) - len(ended)}
	for i, p := range b.buying.Params {
		out.Params = append(out.Params, percentiles(p.Name, p.Value, ended, func(r Replicate) float64 { return r.Params[i] }))
	}
	out.Equity = Interval{Value: math.NaN(), Low: math.NaN(), High: math.NaN(), SE: math.NaN()}
	if b.spend == nil {
		return out
	}
	for i, p := range b.spend.Params {
		out.Spend = append(out.Spend, percentiles(p.Name, p.Value, ended, func(r Replicate) float64 { return r.Spend[i] }))
	}
	equity := b.summary.valueWithoutInterval(b.buying, b.spend, b.options).equity
	out.Equity = percentiles("", equity, ended, func(r Replicate) float64 { return r.Equity })
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
