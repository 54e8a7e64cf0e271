package clv

import "churnbench/analysis/internal/numeric"

// paretoMinus is the likelihood of Pareto/NBD, with derivatives under the integral
// over the time of lapse: the same nodes serve them all.
func paretoMinus(rows *Rows) numeric.Objective {
	l := paretoLikelihood{rows, blocksOf(rows)}
	return l.evaluate
}

type paretoLikelihood struct {
	rows   *Rows
	blocks []block
}

// The derivatives are by r, α, s, β in this order; second ones are the lower
// triangle by rows.
const (
	dR = iota
	dAlpha
	dS
	dBeta
)

// paretoTerms are the value and its derivatives.
type paretoTerms struct {
	value float64
	g     [4]float64
	h     [10]float64
}

// evaluate is a numeric.Objective over ln r, ln α, ln s, ln β.
func (l paretoLikelihood) evaluate(p *numeric.Point) {
	params := exps(p.Theta)
	m := ParetoNBD{params[0], params[1], params[2], params[3]}
	var sum paretoTerms
	var counts nbdTerms
	for _, k := range l.blocks {
		counts.add(l.rows, NBD{m.R, m.Alpha}, k)
		l.addLifetime(&sum, m, k)
		for i := k.from; i < k.to; i++ {
			tx, age := l.rows.Weeks(l.rows.TX[i]), l.rows.Weeks(l.rows.T[i])
			if age > tx {
				gap := newLapse(m, m.R+float64(k.x), tx, age)
				sum.addLapse(&gap, age, l.rows.N[i])
			}
		}
	}
	sum.addCounts(&counts)
	p.Value = sum.value
	copy(p.Gradient, sum.g[:])
	at := 0
	for i := range sum.g {
		for j := range i + 1 {
			p.Hessian.Set(i, j, sum.h[at])
			at++
		}
	}
	toLogScale(p, params)
}

// addCounts adds the part that r and α have in common with NBD.
func (s *paretoTerms) addCounts(t *nbdTerms) {
	s.value += t.value
	s.g[dR] += t.r
	s.g[dAlpha] += t.alpha
	s.h[0] += t.rr
	s.h[1] += t.rAlpha
	s.h[2] += t.alphaAlpha
}

// addLifetime adds −s ln(1+T/β) over a block.
func (l paretoLikelihood) addLifetime(s *paretoTerms, m ParetoNBD, k block) {
	var logs, shares, squares float64
	for i := k.from; i < k.to; {
		age, n := l.rows.T[i], 0.0
		for ; i < k.to && l.rows.T[i] == age; i++ {
			n += l.rows.N[i]
		}
		weeks := l.rows.Weeks(age)
		share := weeks / (m.Beta + weeks)
		logs += float64(n * numeric.Log1p(weeks/m.Beta))
		shares += float64(n * share)
		squares += float64(n * float64(share*(2-share)))
	}
	s.value -= float64(m.S * logs)
	s.g[dS] -= logs
	s.g[dBeta] += float64(m.S*shares) / m.Beta
	s.h[8] += shares / m.Beta
	s.h[9] -= float64(m.S*squares) / float64(m.Beta*m.Beta)
}

// moments are sums over the nodes of a lapse: of the weight w, and of w times
// A = ln (α+T)/(α+u), B = ln (β+T)/(β+u), a and b, and their products, where
// a = 1/(α+T) − 1/(α+u) = ∂A/∂α and b likewise.
type moments struct {
	w, A, B, a, b                          float64
	AA, AB, Aa, Ab, BB, Ba, Bb, aa, ab, bb float64
}

// addLapse adds n·ln(1+e^d). With f the integrand, W = e^d/(1+e^d) and E the mean
// over f/∫f, its derivatives are
//
//	g = W·E[∂ ln f], h = W·E[∂² ln f + ∂ ln f·∂ ln fᵀ] − g·gᵀ
//
// with ∂ ln f = (A, (r+x)·a, 1/s + B, s·b + b − 1/(β+T)).
func (s *paretoTerms) addLapse(k *lapse, age, n float64) {
	ageA, ageB := 1/(k.Alpha+age), 1/(k.Beta+age)
	var t moments
	for i, w := range k.rule.W {
		node := k.at(k.rule.X[i])
		t.add(float64(w*node.weight), &node, ageA, ageB)
	}
	d := k.top + numeric.Log(t.w)
	s.value += float64(n * softplus(d))
	if odds := logistic(d); odds > 0 {
		t.scale(1 / t.w)
		s.addMoments(k, &t, odds, n, ageA, ageB)
	}
}

func (t *moments) add(w float64, node *lapseNode, ageA, ageB float64) {
	a, b := ageA-node.inverseA, ageB-node.inverseB
	wA, wB, wa, wb := float64(w*node.a), float64(w*node.b), float64(w*a), float64(w*b)
	t.w += w
	t.A += wA
	t.B += wB
	t.a += wa
	t.b += wb
	t.AA += float64(wA * node.a)
	t.AB += float64(wA * node.b)
	t.Aa += float64(wA * a)
	t.Ab += float64(wA * b)
	t.BB += float64(wB * node.b)
	t.Ba += float64(wB * a)
	t.Bb += float64(wB * b)
	t.aa += float64(wa * a)
	t.ab += float64(wa * b)
	t.bb += float64(wb * b)
}

// scale multiplies all means.
func (t *moments) scale(c float64) {
	for _, v := range []*float64{&t.A, &t.B, &t.a, &t.b, &t.AA, &t.AB, &t.Aa, &t.Ab, &t.BB, &t.Ba, &t.Bb, &t.aa, &t.ab, &t.bb} {
		*v *= c
	}
}

// addMoments adds the derivatives of n·ln(1+e^d) from the means of a lapse.
func (s *paretoTerms) addMoments(k *lapse, t *moments, odds, n, ageA, ageB float64) {
	x, s1, is := k.events, k.S+1, 1/k.S
	g := [4]float64{t.A, float64(x * t.a), is + t.B, float64(s1*t.b) - ageB}
	sb := float64(s1*t.b) - ageB
	h := [10]float64{
		t.AA,
		float64(x*t.Aa) + t.a, float64(float64(x*x)*t.aa) + float64(x*(t.aa-float64(2*ageA*t.a))),
		float64(is*t.A) + t.AB, float64(x * (float64(is*t.a) + t.Ba)), float64(2*is*t.B) + t.BB,
		float64(s1*t.Ab) - float64(ageB*t.A), float64(x * (float64(s1*t.ab) - float64(ageB*t.a))),
		float64(is*sb) + float64(s1*t.Bb) - float64(ageB*t.B) + t.b,
		float64(s1*(k.S+2)*t.bb) - float64(4*s1*ageB*t.b) + float64(2*ageB*ageB),
	}
	at := 0
	for i, gi := range g {
		s.g[i] += float64(n * float64(odds*gi))
		for _, gj := range g[:i+1] {
			s.h[at] += float64(n * float64(odds*(h[at]-float64(odds*float64(gi*gj)))))
			at++
		}
	}
}

// paretoStarts lapse fast, slowly and in between. While they live, customers
// buy faster than the rate over their whole ages.
func paretoStarts(t ratio) [][]float64 {
	rate, age := t.rate(), t.meanAge()
	return [][]float64{
		{0.6, 0.4 / rate, 0.6, 0.5 * age}, {1.5, 0.8 / rate, 1.5, age}, {0.3, 0.2 / rate, 0.3, 0.2 * age}, {2, 2 / rate, 0.5, 3 * age},
	}
}
