package numeric

import "math"

// A Point is a function's value and derivatives at Theta.
type Point struct {
	Theta    []float64
	Value    float64
	Gradient []float64
	Hessian  Matrix // symmetric
}

// NewPoint returns a Point at theta that an Objective can fill.
func NewPoint(theta []float64) *Point {
	n := len(theta)
	return &Point{append([]float64(nil), theta...), 0, make([]float64, n), NewMatrix(n)}
}

// An Objective fills the Value, Gradient and Hessian of a point from its Theta.
type Objective func(*Point)

// Newton says how Minimize searches. The zero value works.
type Newton struct {
	Bound         float64 // |θ| stays within it; 0 means no bound
	MaxIterations int     // 0 means 100
}

// An Optimum is where Minimize ended.
type Optimum struct {
	Point
	From       []float64 // the start
	Converged  bool      // another step would change Value by less than 1e-10
	AtBound    []bool
	Iterations int
}

// decrementGoal: half the squared Newton decrement is what a further step
// would win. Below this goal one last full step, quadratically convergent,
// leaves rounding errors only.
const decrementGoal = 1e-10

// maxStep limits a step in each θ. Models use log parameters: a factor e² each.
const maxStep = 2

// Minimize finds a local minimum from start by Newton's method, damped where the
// Hessian is not positive definite and by halving a step that does not win
// enough (Armijo). Nocedal and Wright (2006), algorithms 3.2 and 3.3. A step that
// would leave the bounds is bent along them, as in Bertsekas (1982), "Projected
// Newton methods for optimization problems with simple constraints".
func (n Newton) Minimize(f Objective, start []float64) Optimum {
	at, next := NewPoint(start), NewPoint(start)
	f(at)
	out := Optimum{From: start, AtBound: make([]bool, len(start))}
	for limit := n.iterations(); out.Iterations < limit && !math.IsNaN(at.Value); out.Iterations++ {
		step, decrement := n.step(at)
		last := decrement < 2*decrementGoal
		if !n.search(f, at, next, step, last) {
			out.Converged = last
			break
		}
		at, next = next, at
		if last {
			out.Converged = true
			break
		}
	}
	n.hold(at, at.Gradient, out.AtBound)
	out.Point = *at
	return out
}

func (n Newton) iterations() int {
	if n.MaxIterations > 0 {
		return n.MaxIterations
	}
	return 100
}

// atBound is how near to a bound a parameter counts as being on it. Were it 0,
// one that stands a hair inside would stop every step of the others short.
const atBound = 1e-3

// hold marks the parameters that stand at a bound and that a move against
// slope would push out; it reports whether there are new ones.
func (n Newton) hold(p *Point, slope []float64, held []bool) (more bool) {
	for i, v := range p.Theta {
		out := n.Bound > 0 && (v >= n.Bound-atBound && slope[i] < 0 || v <= atBound-n.Bound && slope[i] > 0)
		if out && !held[i] {
			held[i], more = true, true
		}
	}
	return more
}

// step returns Newton's step over the parameters that are free to move.
// decrement is −g·step, what it would win twice over.
func (n Newton) step(p *Point) (step []float64, decrement float64) {
	held := make([]bool, len(p.Theta))
	n.hold(p, p.Gradient, held)
	for {
		step, decrement = newtonStep(p, held)
		against := make([]float64, len(step))
		for i, s := range step {
			against[i] = -s
		}
		if !n.hold(p, against, held) {
			return step, decrement
		}
	}
}

// newtonStep solves (H + λD)·step = −g, without the fixed parameters, with the
// first λ of 0, small, larger … that makes the matrix positive definite. D holds
// each parameter's own scale (Marquardt 1963): a scale for all would let the
// steepest one forbid long steps along a nearly flat valley, and a search that
// follows it to a bound would crawl.
func newtonStep(p *Point, fixed []bool) (step []float64, decrement float64) {
	h, g := p.Hessian.Clone(), make([]float64, len(p.Gradient))
	scale := make([]float64, len(g))
	for i := range g {
		if fixed[i] {
			for j := range g {
				h.Set(i, j, 0)
				h.Set(j, i, 0)
			}
			h.Set(i, i, 1)
			continue
		}
		g[i] = -p.Gradient[i]
		scale[i] = max(math.Abs(h.At(i, i)), math.Abs(g[i])) + 1e-12
	}
	l, ok := h.Cholesky()
	for damping, added := 1e-6, 0.0; !ok && damping < 1e18; damping *= 8 {
		for i := range g {
			h.Set(i, i, h.At(i, i)+float64((damping-added)*scale[i]))
		}
		added = damping
		l, ok = h.Cholesky()
	}
	if !ok {
		return g, 0
	}
	step = l.SolveCholesky(g)
	for i := range step {
		decrement += float64(g[i] * step[i])
	}
	return step, decrement
}

// search sets next to the first point along step that wins enough. The last
// step only has to win nothing worse than rounding errors. A shorter step that
// promises less than those is not tried.
func (n Newton) search(f Objective, at, next *Point, step []float64, last bool) bool {
	longest := 0.0
	for _, s := range step {
		longest = max(longest, math.Abs(s))
	}
	t := min(1, maxStep/max(longest, 1e-300))
	slack := float64(1e-13 * math.Abs(at.Value))
	for range 40 {
		promise := 0.0 // of the gradient
		for i, s := range step {
			next.Theta[i] = n.clip(at.Theta[i] + float64(t*s))
			promise -= float64(at.Gradient[i] * (next.Theta[i] - at.Theta[i]))
		}
		f(next)
		if next.Value <= at.Value-float64(1e-4*max(promise, 0))+slack {
			return true
		}
		if last || math.Abs(promise) < slack {
			return false
		}
		t /= 2
	}
	return false
}

func (n Newton) clip(v float64) float64 {
	if n.Bound > 0 {
		return max(-n.Bound, min(n.Bound, v))
	}
	return v
}
