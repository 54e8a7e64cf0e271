package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A tied is what the events of one time add to the partial likelihood, of d events
// among those at risk: its logarithm is Σ η − logs, the score Σ x − mean, the
// information v, all as sums over the d events.
type tied struct {
	logs float64
	mean []float64
	v    []float64 // lower triangle, by rows
	one  []float64
}

func newTied(p int) *tied {
	return &tied{mean: make([]float64, p), v: make([]float64, p*(p+1)/2), one: make([]float64, p)}
}

// of fills the sums. Breslow (1974) takes all events from one risk set; Efron (1977)
// takes the share l/d of those who leave out of it before the l-th event.
func (e *tied) of(risk, dead *sums, ties Ties) {
	e.logs = 0
	clear(e.mean)
	clear(e.v)
	if ties == Breslow {
		e.add(risk, dead, 0, float64(dead.n))
		return
	}
	for l := range dead.n {
		e.add(risk, dead, float64(l)/float64(dead.n), 1)
	}
}

func (e *tied) add(risk, dead *sums, share, times float64) {
	r := risk.r - float64(share*dead.r)
	e.logs += float64(times * numeric.Log(r))
	for i := range e.mean {
		e.one[i] = (risk.rx[i] - float64(share*dead.rx[i])) / r
		e.mean[i] += float64(times * e.one[i])
	}
	k := 0
	for i, a := range e.one {
		for _, b := range e.one[:i+1] {
			e.v[k] += float64(times * ((risk.rxx[k]-float64(share*dead.rxx[k]))/r - float64(a*b)))
			k++
		}
	}
}

// minus is −ln of the partial likelihood with its derivatives: what Newton's method
// brings down.
func (m *coxData) minus(ties Ties) numeric.Objective {
	e, x := newTied(m.p), newExact(m.p)
	return func(pt *numeric.Point) {
		clear(pt.Hessian.A)
		for i := range m.p {
			pt.Gradient[i] = -m.plain[i]
		}
		var value numeric.Sum
		for i, b := range pt.Theta {
			value.Add(-float64(b * m.plain[i]))
		}
		r := m.risks(pt.Theta)
		for g := range m.strata {
			m.scan(&m.strata[g], r, ties, func(_ float64, risk, dead *sums) {
				if ties == Exact {
					x.of(e, m, r, risk, dead)
				} else {
					e.of(risk, dead, ties)
				}
				value.Add(e.logs)
				e.into(pt, 1)
			})
		}
		pt.Value = value.Value()
		if math.IsNaN(pt.Value) {
			pt.Value = math.Inf(1)
		}
		pt.Hessian.Mirror()
	}
}

// into adds mean and information, weighted, to the lower triangle of a point.
func (e *tied) into(pt *numeric.Point, weight float64) {
	k := 0
	for i, a := range e.mean {
		pt.Gradient[i] += float64(weight * a)
		for j := range i + 1 {
			pt.Hessian.A[i*pt.Hessian.N+j] += float64(weight * e.v[k])
			k++
		}
	}
}

// risks returns e^η by cell.
func (m *coxData) risks(beta []float64) []float64 {
	r := m.predictors(beta)
	for c, eta := range r {
		r[c] = numeric.Exp(eta)
	}
	return r
}

// predictors returns η = βᵀx by cell.
func (m *coxData) predictors(beta []float64) []float64 {
	eta := make([]float64, len(m.x)/m.p)
	for c := range eta {
		for j, b := range beta {
			eta[c] += float64(b * m.x[c*m.p+j])
		}
	}
	return eta
}
