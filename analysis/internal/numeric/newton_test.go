package numeric

import (
	"math"
	"testing"
)

func TestInverse(t *testing.T) {
	m := NewMatrix(3)
	copy(m.A, []float64{4, 1, 0.5, 1, 3, -1, 0.5, -1, 2})
	inverse, ok := m.Inverse()
	if !ok {
		t.Fatal("a positive definite matrix has an inverse")
	}
	for i := range 3 {
		for j := range 3 {
			sum, want := 0.0, 0.0
			for k := range 3 {
				sum += m.At(i, k) * inverse.At(k, j)
			}
			if i == j {
				want = 1
			}
			if math.Abs(sum-want) > 1e-15 {
				t.Errorf("M·M⁻¹ at %d, %d = %v", i, j, sum)
			}
		}
	}
	m.Set(2, 2, -2)
	if _, ok := m.Inverse(); ok {
		t.Error("an indefinite matrix was inverted")
	}
}

// rosenbrock's valley, with its minimum at (1, 1); its Hessian is indefinite
// on the way from the usual start.
func rosenbrock(p *Point) {
	x, y := p.Theta[0], p.Theta[1]
	p.Value = (1-x)*(1-x) + 100*(y-x*x)*(y-x*x)
	p.Gradient[0] = -2*(1-x) - 400*x*(y-x*x)
	p.Gradient[1] = 200 * (y - x*x)
	copy(p.Hessian.A, []float64{2 - 400*(y-3*x*x), -400 * x, -400 * x, 200})
}

func TestMinimize(t *testing.T) {
	for _, start := range [][]float64{{-1.2, 1}, {0, 3}, {-3, -4}} {
		o := Newton{}.Minimize(rosenbrock, start)
		if !o.Converged || math.Abs(o.Theta[0]-1) > 1e-9 || math.Abs(o.Theta[1]-1) > 1e-9 {
			t.Errorf("from %v: converged %v at %v after %d iterations", start, o.Converged, o.Theta, o.Iterations)
		}
	}
}

func TestMinimizeStopsAtTheBound(t *testing.T) {
	falling := func(p *Point) { // lower and lower towards +∞
		p.Value = Exp(-p.Theta[0])
		p.Gradient[0] = -p.Value
		p.Hessian.Set(0, 0, p.Value)
	}
	o := Newton{Bound: 3}.Minimize(falling, []float64{0})
	if !o.AtBound[0] || o.Theta[0] != 3 {
		t.Errorf("ended at %v, at bound: %v", o.Theta[0], o.AtBound)
	}
}

// A valley without a floor beside a wall a billion times as steep: the Hessian
// is singular along x = y, and only y − x → −∞ wins anything.
func TestMinimizeRunsAlongAValley(t *testing.T) {
	valley := func(p *Point) {
		x, y, z := p.Theta[0], p.Theta[1], p.Theta[2]
		e := 1e-3 * Exp(y-x)
		p.Value = e + 0.5e6*z*z
		copy(p.Gradient, []float64{-e, e, 1e6 * z})
		copy(p.Hessian.A, []float64{e, -e, 0, -e, e, 0, 0, 0, 1e6})
	}
	o := Newton{Bound: 16}.Minimize(valley, []float64{0, 0, 1})
	if !o.Converged || o.Iterations > 40 || !(o.Value < 1e-9) {
		t.Errorf("converged %v, value %v at %v after %d iterations", o.Converged, o.Value, o.Theta, o.Iterations)
	}
}

// A parameter a hair inside its bound, pushed out, must not hold back another
// one that is tied to it.
func TestMinimizeMovesAlongTheBound(t *testing.T) {
	slope := func(p *Point) {
		x, y := p.Theta[0], p.Theta[1]
		d := x - 0.5*y - 1
		p.Value = Exp(-x) + 50*d*d
		copy(p.Gradient, []float64{-Exp(-x) + 100*d, -50 * d})
		copy(p.Hessian.A, []float64{Exp(-x) + 100, -50, -50, 25})
	}
	for _, start := range [][]float64{{3 - 1e-9, 0}, {3 - 1e-9, -3}, {3, 3}, {-3, 3}} {
		o := Newton{Bound: 3}.Minimize(slope, start)
		if !o.Converged || math.Abs(o.Theta[0]-2.5) > 1e-2 || !o.AtBound[1] {
			t.Errorf("from %v: converged %v at %v, at bound %v", start, o.Converged, o.Theta, o.AtBound)
		}
	}
}
