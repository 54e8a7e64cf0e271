package numeric

// JetSize is the most parameters a Jet can follow.
const JetSize = 4

// A Jet is a number that depends on up to four parameters, with its first and
// second derivatives by them: arithmetic on jets is exact differentiation (forward
// mode), so that a likelihood written once brings its gradient and Hessian. It
// costs some twenty times the plain number; hot loops write derivatives out.
// Griewank and Walther (2008), "Evaluating derivatives", chapter 13.
type Jet struct {
	V float64
	G [JetSize]float64
	H [JetSize * (JetSize + 1) / 2]float64 // lower triangle by rows
}

// Constant returns v, which depends on nothing.
func Constant(v float64) Jet { return Jet{V: v} }

// Variable returns parameter i of value v.
func Variable(i int, v float64) Jet {
	j := Jet{V: v}
	j.G[i] = 1
	return j
}

// Plus returns a + b.
func (a Jet) Plus(b Jet) Jet {
	a.V += b.V
	for i := range a.G {
		a.G[i] += b.G[i]
	}
	for i := range a.H {
		a.H[i] += b.H[i]
	}
	return a
}

// Times returns c·a for a constant c.
func (a Jet) Times(c float64) Jet {
	a.V *= c
	for i := range a.G {
		a.G[i] *= c
	}
	for i := range a.H {
		a.H[i] *= c
	}
	return a
}

// Minus returns a − b.
func (a Jet) Minus(b Jet) Jet { return a.Plus(b.Times(-1)) }

// Add returns a + c for a constant c.
func (a Jet) Add(c float64) Jet {
	a.V += c
	return a
}

// Of returns f(a), given f and its first two derivatives at a.V.
func (a Jet) Of(f, slope, bend float64) Jet {
	out := Jet{V: f}
	k := 0
	for i, gi := range a.G {
		out.G[i] = float64(slope * gi)
		for _, gj := range a.G[:i+1] {
			out.H[k] = float64(slope*a.H[k]) + float64(bend*float64(gi*gj))
			k++
		}
	}
	return out
}

// Exp returns e^a.
func (a Jet) Exp() Jet {
	v := Exp(a.V)
	return a.Of(v, v, v)
}

// Log returns ln a.
func (a Jet) Log() Jet {
	inverse := 1 / a.V
	return a.Of(Log(a.V), inverse, -float64(inverse*inverse))
}

// LogOneMinusExp returns ln(1 − e^a) for a < 0.
func (a Jet) LogOneMinusExp() Jet {
	rest := -Expm1(a.V) // 1 − e^a
	odds := Exp(a.V) / rest
	return a.Of(Log(rest), -odds, -float64(odds*(1+odds)))
}

// JetLogBeta returns ln B(a, b).
func JetLogBeta(a, b Jet) Jet {
	both := a.V + b.V
	psi, psi1 := Digamma(both), Trigamma(both)
	out := a.Of(0, Digamma(a.V), Trigamma(a.V)).Plus(b.Of(0, Digamma(b.V), Trigamma(b.V)))
	out = out.Minus(a.Plus(b).Of(0, psi, psi1))
	out.V = LogBeta(a.V, b.V)
	return out
}

// JetLogSumExp returns ln Σ e^a[i] of at least one jet.
func JetLogSumExp(a []Jet) Jet {
	values := make([]float64, len(a))
	for i := range a {
		values[i] = a[i].V
	}
	out := Jet{V: LogSumExp(values)}
	for i := range a {
		w := Exp(a[i].V - out.V)
		k := 0
		for p, gp := range a[i].G {
			out.G[p] += float64(w * gp)
			for _, gq := range a[i].G[:p+1] {
				out.H[k] += float64(w * (a[i].H[k] + float64(gp*gq)))
				k++
			}
		}
	}
	k := 0
	for p, gp := range out.G {
		for _, gq := range out.G[:p+1] {
			out.H[k] -= float64(gp * gq)
			k++
		}
	}
	return out
}

// JetObjective turns −f, written in jets of e^θ, into an Objective over θ.
func JetObjective(f func(params []Jet) Jet) Objective {
	return func(p *Point) {
		params := make([]Jet, len(p.Theta))
		for i, v := range p.Theta {
			params[i] = Variable(i, v).Exp()
		}
		f(params).Times(-1).store(p)
	}
}

func (a Jet) store(p *Point) {
	p.Value = a.V
	k := 0
	for i := range a.G {
		for j := range i + 1 {
			if i < len(p.Theta) {
				p.Hessian.Set(i, j, a.H[k])
			}
			k++
		}
	}
	copy(p.Gradient, a.G[:])
	p.Hessian.Mirror()
}
