package clv

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A likelihood is a model together with its data, ready to be maximised over
// the logarithms of its parameters.
type likelihood struct {
	family *Family // nil for the model of spend
	model  string
	names  []string
	n      int               // customers
	minus  numeric.Objective // −ln L with derivatives in the log parameters
	rough  numeric.Objective // the same on a sample of the rows; nil where there are few
	starts [][]float64       // parameters, not their logarithms
}

// A maximum is a Fit and what predictions need of it.
type maximum struct {
	Fit
	family     *Family // nil for the model of spend
	params     []float64
	covariance numeric.Matrix // of the log parameters; NaN where the Hessian gives none
}

// The search stays within e^±logBound. A parameter beyond e^±logFar of its start,
// or known only within a factor e^±looseSE (even if all others were known, where
// there are no standard errors), counts as having run away.
const (
	logBound = 16
	logFar   = 9
	looseSE  = 3
)

// sampleRows is how many rows are enough to find the way; the summit is then
// measured on all.
const sampleRows = 4096

// fit climbs from every start and keeps the best.
func (l likelihood) fit(ctx context.Context) (maximum, error) {
	climbs := make([]climb, len(l.starts))
	best := 0
	for i := range l.starts {
		if err := stopped(ctx); err != nil {
			return maximum{}, err
		}
		climbs[i] = l.climb(logs(l.starts[i]), climbs[:i])
		if climbs[i].end.Value < climbs[best].end.Value || math.IsNaN(climbs[best].end.Value) {
			best = i
		}
	}
	if top := climbs[best].end.Value; math.IsNaN(top) || math.IsInf(top, 0) {
		return maximum{}, analysis.Fail(analysis.NotEnough, "clv.no-optimum", analysis.Text("model", l.model)).
			Or("clv.not-converged.remedy")
	}
	return l.report(climbs, best), nil
}

// A climb is the search from one start.
type climb struct {
	way float64 // the height, as −ln L, reached on the sample; NaN without one
	end numeric.Optimum
}

// climb searches on the sample first, and then, unless an earlier climb has
// ended as high there, on all rows. As high is the same place, or another one
// of a flat valley that no data can tell from it.
func (l likelihood) climb(start []float64, earlier []climb) climb {
	search := numeric.Newton{Bound: logBound}
	if l.rough == nil {
		return climb{math.NaN(), search.Minimize(l.minus, start)}
	}
	way := search.Minimize(l.rough, start)
	for _, e := range earlier {
		if way.Converged && sameHeight(way.Value, e.way) {
			return climb{way.Value, e.end}
		}
	}
	return climb{way.Value, search.Minimize(l.minus, way.Theta)}
}

// sameHeight compares log-likelihoods within what their digits can tell.
func sameHeight(a, b float64) bool {
	return math.Abs(a-b) <= 1e-6+float64(1e-10*math.Abs(b))
}

// report turns the best end of the search into a Fit.
func (l likelihood) report(climbs []climb, best int) maximum {
	top := climbs[best].end
	k, n := float64(len(l.names)), float64(l.n)
	m := maximum{family: l.family, params: exps(top.Theta)}
	m.Fit = Fit{Model: l.model, LogLik: -top.Value, N: l.n}
	m.AIC = 2*k + 2*top.Value
	m.BIC = float64(k*numeric.Log(n)) + 2*top.Value
	inverse, positive := freeInverse(top)
	m.covariance = inverse
	for i, name := range l.names {
		spread := math.Sqrt(inverse.At(i, i))
		m.Params = append(m.Params, Estimate{name, m.params[i], m.params[i] * spread})
		far := math.Abs(top.Theta[i]-numeric.Log(l.starts[best][i])) > logFar
		if top.AtBound[i] || far || spread > looseSE || top.Hessian.At(i, i) < 1./(looseSE*looseSE) {
			m.Verdict.Boundary = append(m.Verdict.Boundary, name)
		}
	}
	m.Verdict.Converged = top.Converged && positive
	m.Verdict.Starts = len(climbs)
	m.Verdict.StartsAgree = agreeing(climbs, top.Value)
	m.Verdict.Gradient = largestGradient(top)
	return m
}

// freeInverse inverts the Hessian over the parameters that are not at a bound;
// the others get NaN.
func freeInverse(top numeric.Optimum) (numeric.Matrix, bool) {
	h := top.Hessian.Clone()
	for i, fixed := range top.AtBound {
		for j := range h.N {
			if fixed {
				h.Set(i, j, 0)
				h.Set(j, i, 0)
				h.Set(i, i, 1)
			}
		}
	}
	inverse, ok := h.Inverse()
	for i := range h.N {
		for j := range h.N {
			if !ok || top.AtBound[i] || top.AtBound[j] {
				inverse.Set(i, j, math.NaN())
			}
		}
	}
	return inverse, ok
}

// agreeing counts the climbs that ended as high as the best one.
func agreeing(climbs []climb, best float64) int {
	n := 0
	for _, c := range climbs {
		if sameHeight(c.end.Value, best) {
			n++
		}
	}
	return n
}

func largestGradient(top numeric.Optimum) float64 {
	largest := 0.0
	for i, g := range top.Gradient {
		if !top.AtBound[i] {
			largest = max(largest, math.Abs(g))
		}
	}
	return largest
}

// toLogScale turns derivatives by the parameters into derivatives by their
// logarithms, and ln L into −ln L. Only the lower triangle of the Hessian is read.
func toLogScale(p *numeric.Point, params []float64) {
	p.Value = -p.Value
	for i, v := range params {
		p.Gradient[i] *= -v
		for j := range i + 1 {
			p.Hessian.Set(i, j, -float64(v*params[j])*p.Hessian.At(i, j))
		}
		p.Hessian.Set(i, i, p.Hessian.At(i, i)+p.Gradient[i])
	}
	p.Hessian.Mirror()
}

func logs(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = numeric.Log(v[i])
	}
	return out
}

func exps(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = numeric.Exp(v[i])
	}
	return out
}
