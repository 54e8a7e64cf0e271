package numeric

import (
	"math"
	"testing"
)

// A function that uses every operation of jets, and the same on plain numbers.
func jetExample(p []Jet) Jet {
	sum := JetLogSumExp([]Jet{p[0], p[1].Times(2).Minus(p[2]), p[0].Log().Plus(Constant(0.3))})
	tail := p[0].Times(-1).LogOneMinusExp()
	return sum.Plus(JetLogBeta(p[1], p[2].Add(0.5))).Plus(tail)
}

func plainExample(p []float64) float64 {
	sum := math.Log(math.Exp(p[0]) + math.Exp(2*p[1]-p[2]) + math.Exp(math.Log(p[0])+0.3))
	return sum + LogBeta(p[1], p[2]+0.5) + math.Log(1-math.Exp(-p[0]))
}

// Derivatives by the logarithms of the parameters, against central differences.
func TestJetsDifferentiate(t *testing.T) {
	f := JetObjective(jetExample)
	plain := func(theta []float64) float64 {
		p := make([]float64, len(theta))
		for i := range p {
			p[i] = math.Exp(theta[i])
		}
		return -plainExample(p)
	}
	theta := []float64{0.3, -0.4, 0.9}
	at := NewPoint(theta)
	f(at)
	relative(t, "value", at.Value, plain(theta), 1e-15)
	const step = 1e-5
	for i := range theta {
		up, down := NewPoint(theta), NewPoint(theta)
		up.Theta[i] += step
		down.Theta[i] -= step
		f(up)
		f(down)
		relative(t, "slope", at.Gradient[i], (plain(up.Theta)-plain(down.Theta))/(2*step), 1e-8)
		for j := range theta {
			relative(t, "bend", at.Hessian.At(i, j), (up.Gradient[j]-down.Gradient[j])/(2*step), 1e-8)
		}
	}
}
