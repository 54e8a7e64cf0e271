package survival

import "churnbench/analysis/internal/numeric"

// exact computes the partial likelihood of truly discrete time (Cox 1972, section 6):
// the chance that of those at risk exactly these d leave, in proportion to the
// product of their e^η. The sum over all sets of d is an elementary symmetric
// polynomial, which grows customer by customer: B(k, n) = B(k, n−1) + r·B(k−1, n−1)
// (Gail, Lubin and Rubinstein 1981, Biometrika 68:703). Its derivatives by β grow
// alike.
type exact struct {
	p int
	b []float64 // B(k), k = 0 … d
	g []float64 // gradients, p each
	h []float64 // second derivatives, lower triangles
}

func newExact(p int) *exact { return &exact{p: p} }

// maxExactTies bounds the events of one time, so that B stays within e^d: risks are
// scaled by d ÷ their sum.
const maxExactTies = 600

// exactWork bounds the steps of the recursion over all times, each of about p²
// multiplications.
const exactWork = 20_000_000

// exactSteps returns how many steps one evaluation takes, and the most events at a
// time.
func (m *coxData) exactSteps() (steps, ties int) {
	ones := make([]float64, len(m.x)/m.p)
	for g := range m.strata {
		m.scan(&m.strata[g], ones, Breslow, func(_ float64, risk, dead *sums) {
			steps += risk.n * dead.n
			ties = max(ties, dead.n)
		})
	}
	return steps, ties
}

// of fills e with what the events of a time add.
func (x *exact) of(e *tied, m *coxData, r []float64, risk, dead *sums) {
	d, tri := dead.n, x.p*(x.p+1)/2
	x.b, x.g, x.h = fresh(x.b, d+1), fresh(x.g, (d+1)*x.p), fresh(x.h, (d+1)*tri)
	x.b[0] = 1
	scale := risk.r / float64(d)
	grown := 0
	for c, n := range risk.cells {
		for range n {
			grown = min(grown+1, d)
			x.grow(m.x[c*x.p:(c+1)*x.p], r[c]/scale, grown)
		}
	}
	top := x.b[d]
	e.logs = numeric.Log(top) + float64(float64(d)*numeric.Log(scale))
	for i := range e.mean {
		e.mean[i] = x.g[d*x.p+i] / top
	}
	k := 0
	for i, a := range e.mean {
		for _, b := range e.mean[:i+1] {
			e.v[k] = x.h[d*tri+k]/top - float64(a*b)
			k++
		}
	}
}

// grow takes one more customer in, for sets of up to most.
func (x *exact) grow(z []float64, r float64, most int) {
	p, tri := x.p, x.p*(x.p+1)/2
	for k := most; k >= 1; k-- {
		b := x.b[k-1]
		before, g := x.g[(k-1)*p:k*p], x.g[k*p:(k+1)*p]
		h, hBefore := x.h[k*tri:(k+1)*tri], x.h[(k-1)*tri:k*tri]
		at := 0
		for i, v := range z {
			for j, u := range z[:i+1] {
				own := float64(v*(float64(u*b)+before[j])) + float64(u*before[i])
				h[at] += float64(r * (own + hBefore[at]))
				at++
			}
			g[i] += float64(r * (float64(v*b) + before[i]))
		}
		x.b[k] += float64(r * b)
	}
}

// fresh returns n zeros, in place if they fit.
func fresh(v []float64, n int) []float64 {
	if cap(v) < n {
		return make([]float64, n)
	}
	v = v[:n]
	clear(v)
	return v
}
