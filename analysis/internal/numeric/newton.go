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
// enough (Armijo). Nocedal and Wright (2006), algorithms 3.2 and 3.3.
func (n Newton) Minimize(f Objective, start []float64) Optimum {
	at, next := NewPoint(start), NewPoint(start)
	f(at)
	out := Optimum{From: start, AtBound: make([]bool, len(start))}
	for limit := n.iterations(); out.Iterations < limit && !math.IsNaN(at.Value); out.Iterations++ {
		n.markBounds(at, out.AtBound)
		step, decrement := newtonStep(at, out.AtBound)
		last := decrement < 2*decrementGoal
		if !n.search(f, at, next, step, decrement, last) {
			out.Converged = last
			break
		}
		at, next = next, at
		if last {
			out.Converged = true
			break
		}
	}
	n.markBounds(at, out.AtBound)
	out.Point = *at
	return out
}

func (n Newton) iterations() int {
	if n.MaxIterations > 0 {
		return n.MaxIterations
	}
	return 100
}

// markBounds finds the parameters that stand at a bound and are pushed out.
func (n Newton) markBounds(p *Point, at []bool) {
	for i, v := range p.Theta {
		at[i] = n.Bound > 0 && (v >= n.Bound && p.Gradient[i] < 0 || v <= -n.Bound && p.Gradient[i] > 0)
	}
}

// newtonStep solves (H + λI)·step = −g over the free parameters with the first
// λ of 0, small, larger … that makes the matrix positive definite. decrement is
// −g·step, what the step would win twice over.
func newtonStep(p *Point, fixed []bool) (step []float64, decrement float64) {
	h, g := p.Hessian.Clone(), make([]float64, len(p.Gradient))
	largest := 0.0
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
		largest = max(largest, math.Abs(h.At(i, i)))
	}
	l, ok := h.Cholesky()
	for damping, added := float64(1e-6*largest)+1e-12, 0.0; !ok && damping < math.MaxFloat64/8; damping *= 8 {
		for i := range g {
			h.Set(i, i, h.At(i, i)+damping-added)
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
// step only has to win nothing worse than rounding errors.
func (n Newton) search(f Objective, at, next *Point, step []float64, decrement float64, last bool) bool {
	longest := 0.0
	for _, s := range step {
		longest = max(longest, math.Abs(s))
	}
	t := min(1, maxStep/max(longest, 1e-300))
	slack := float64(1e-13 * math.Abs(at.Value))
	for range 40 {
		for i, s := range step {
			next.Theta[i] = n.clip(at.Theta[i] + float64(t*s))
		}
		f(next)
		if next.Value <= at.Value-float64(1e-4*t*decrement)+slack {
			return true
		}
		if last {
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
