package clv

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A block is the rows of one x, from ≤ i < to.
type block struct {
	x        int
	from, to int
	n        float64 // customers
}

// bgLikelihood evaluates the log-likelihood of BG/NBD, equation 6 of the paper,
//
//	ln L = Σ ln Γ(r+x)/(Γ(r)·α^x) + ln B(a,b+x)/B(a,b) − (r+x) ln(1+T/α) + ln(1+e^d)
//
// where e^d is the odds of having lapsed (no last term for x = 0). Only the last
// two terms need a look at each row; logarithms of 1+t/α come from a table over
// the distinct times, those of gamma and beta functions from one over x. The
// powers of α are shared out so that no term grows as r, α → ∞, where customers do
// not differ: r ln α − r ln(α+T), as in the paper, would lose all its digits there.
//
// MBG/NBD is the same with b+1 in the place of b, a factor b/(a+b) for not having
// lapsed at once, and the last term for x = 0 too.
type bgLikelihood struct {
	rows   *Rows
	atOnce bool // MBG/NBD: a customer may lapse right after the first purchase
	blocks []block
	times  []float64 // distinct times, weeks
	tx, t  []uint32  // rows as indices into times
	// scratch of one evaluation
	logAge, share []float64 // ln(1+time/α), time/(α+time)
}

func newBGLikelihood(rows *Rows) *bgLikelihood {
	l := &bgLikelihood{rows: rows, blocks: blocksOf(rows)}
	index := l.collectTimes()
	l.tx, l.t = make([]uint32, rows.Len()), make([]uint32, rows.Len())
	for i := range rows.X {
		l.tx[i], l.t[i] = index[rows.TX[i]], index[rows.T[i]]
	}
	l.logAge, l.share = make([]float64, len(l.times)), make([]float64, len(l.times))
	return l
}

func blocksOf(rows *Rows) []block {
	var blocks []block
	for i, x := range rows.X {
		if len(blocks) == 0 || blocks[len(blocks)-1].x != int(x) {
			blocks = append(blocks, block{x: int(x), from: i})
		}
		last := &blocks[len(blocks)-1]
		last.to = i + 1
		last.n += rows.N[i]
	}
	return blocks
}

// collectTimes fills times and returns the index of each tick that occurs.
func (l *bgLikelihood) collectTimes() []uint32 {
	longest := int32(0)
	for _, t := range l.rows.T {
		longest = max(longest, t)
	}
	index := make([]uint32, longest+1)
	for i := range l.rows.T {
		index[l.rows.T[i]], index[l.rows.TX[i]] = 1, 1
	}
	for tick, used := range index {
		if used == 1 {
			index[tick] = uint32(len(l.times))
			l.times = append(l.times, l.rows.Weeks(int32(tick)))
		}
	}
	return index
}

// bgMinus and mbgMinus are the likelihoods of BG/NBD and MBG/NBD.
func bgMinus(rows *Rows) numeric.Objective { return newBGLikelihood(rows).evaluate }

func mbgMinus(rows *Rows) numeric.Objective {
	l := newBGLikelihood(rows)
	l.atOnce = true
	return l.evaluate
}

// bgStarts have r/α near the rate, and lapse rare, common, and in between.
func bgStarts(t ratio) [][]float64 {
	rate := t.rate()
	return [][]float64{{0.5, 0.5 / rate, 0.8, 2.5}, {0.2, 0.1 / rate, 0.3, 4}, {2, 3 / rate, 3, 3}, {1, 0.3 / rate, 1, 1}}
}

// bgTerms are the parts of one evaluation that add up over blocks: the value
// and the derivatives by r, α, a and b.
type bgTerms struct {
	value                      float64
	r, alpha, a, b             float64
	rr, ra, rb, rAlpha         float64
	alphaAlpha, alphaA, alphaB float64
	aa, ab, bb                 float64
}

// evaluate is a numeric.Objective over ln r, ln α, ln a, ln b.
func (l *bgLikelihood) evaluate(p *numeric.Point) {
	params := exps(p.Theta)
	m := BGNBD{params[0], params[1], params[2], params[3]}
	b := m.B
	if l.atOnce {
		m.B++
	}
	for i, t := range l.times {
		l.logAge[i], l.share[i] = numeric.Log1p(t/m.Alpha), t/(m.Alpha+t)
	}
	var sum bgTerms
	counts := newCountTerms(m)
	for _, k := range l.blocks {
		counts.advance(k.x)
		counts.addTo(&sum, k.n)
		l.addAge(&sum, m, k)
		past := b + float64(k.x)
		if l.atOnce {
			sum.addStay(m.A, b, k.n)
		} else {
			past--
		}
		if k.x > 0 || l.atOnce {
			l.addLapse(&sum, m, k, past)
		}
	}
	sum.store(p)
	toLogScale(p, params)
}

// addStay adds n times ln b/(a+b), the chance of not lapsing at once.
func (s *bgTerms) addStay(a, b, n float64) {
	both := 1 / (a + b)
	odds := a / b
	s.value -= float64(n * numeric.Log1p(odds))
	s.a -= float64(n * both)
	s.b += float64(n * float64(odds*both))
	s.aa += float64(n * float64(both*both))
	s.ab += float64(n * float64(both*both))
	s.bb -= float64(n * float64(float64(odds*both)*(both+1/b)))
}

func (s *bgTerms) store(p *numeric.Point) {
	p.Value = s.value
	copy(p.Gradient, []float64{s.r, s.alpha, s.a, s.b})
	copy(p.Hessian.A, []float64{ // lower triangle
		s.rr, 0, 0, 0,
		s.rAlpha, s.alphaAlpha, 0, 0,
		s.ra, s.alphaA, s.aa, 0,
		s.rb, s.alphaB, s.ab, s.bb,
	})
}

// addAge adds −(r+x) ln(1+T/α) over a block, and what x ln 1/α adds to the
// derivatives by α.
func (l *bgLikelihood) addAge(s *bgTerms, m BGNBD, k block) {
	var logs, shares, squares float64
	for i := k.from; i < k.to; i++ {
		n, share := l.rows.N[i], l.share[l.t[i]]
		logs += float64(n * l.logAge[l.t[i]])
		shares += float64(n * share)
		squares += float64(n * float64(share*(2-share)))
	}
	events, bought := m.R+float64(k.x), float64(k.n*float64(k.x))
	s.value -= float64(events * logs)
	s.r -= logs
	s.alpha += (float64(events*shares) - bought) / m.Alpha
	s.rAlpha += shares / m.Alpha
	s.alphaAlpha += (bought - float64(events*squares)) / float64(m.Alpha*m.Alpha)
}

// addLapse adds ln(1+e^d) over a block, where
// d = (r+x)·[ln(1+T/α) − ln(1+t_x/α)] + ln a − ln past and past is b+x−1 (BG) or b+x, w = e^d/(1+e^d) is the
// probability of having lapsed and v = w(1−w) its derivative. Sums of w and v
// times the derivatives of d by r (far) and by α (near, but for the factor (r+x)/α)
// are all that the second derivatives need.
func (l *bgLikelihood) addLapse(s *bgTerms, m BGNBD, k block, past float64) {
	events := m.R + float64(k.x)
	odds := numeric.Log(m.A / past)
	var value, w1, wFar, wNear, wSquare, v1, vFar, vNear, vFarFar, vFarNear, vNearNear float64
	for i := k.from; i < k.to; i++ {
		t, tx, n := l.t[i], l.tx[i], l.rows.N[i]
		far := l.logAge[t] - l.logAge[tx]
		near := l.share[tx] - l.share[t]
		d := float64(events*far) + odds
		e := numeric.Exp(-math.Abs(d))
		share := 1 / (1 + e)
		w, v := float64(n*share), float64(n*float64(float64(e*share)*share))
		if d < 0 {
			w = float64(w * e)
		}
		value += float64(n * (max(d, 0) + numeric.Log(1+e)))
		w1 += w
		wFar += float64(w * far)
		wNear += float64(w * near)
		wSquare += float64(w * float64(near*(2-l.share[t]-l.share[tx])))
		v1 += v
		vFar += float64(v * far)
		vNear += float64(v * near)
		vFarFar += float64(v * float64(far*far))
		vFarNear += float64(v * float64(far*near))
		vNearNear += float64(v * float64(near*near))
	}
	byAlpha, byA, byB := events/m.Alpha, 1/m.A, -1/past // derivatives of d, the first but for near
	s.value += value
	s.r += wFar
	s.alpha += float64(byAlpha * wNear)
	s.a += float64(w1 * byA)
	s.b += float64(w1 * byB)
	s.rr += vFarFar
	s.rAlpha += float64(byAlpha*vFarNear) + wNear/m.Alpha
	s.alphaAlpha += float64(float64(byAlpha*byAlpha)*vNearNear) - float64(byAlpha/m.Alpha*wSquare)
	s.ra += float64(vFar * byA)
	s.rb += float64(vFar * byB)
	s.alphaA += float64(float64(byAlpha*vNear) * byA)
	s.alphaB += float64(float64(byAlpha*vNear) * byB)
	s.aa += float64(float64(byA*byA) * (v1 - w1))
	s.ab += float64(float64(byA*byB) * v1)
	s.bb += float64(float64(byB*byB) * (v1 + w1))
}

// countTerms holds what depends on x alone, ln Γ(r+x)/(Γ(r)·α^x) + ln B(a,b+x)/B(a,b),
// as the running sum Σ ln (r+i)/α − ln(1 + a/(b+i)), i < x: as stable for large
// parameters as for small ones. addAge has the derivatives by α.
type countTerms struct {
	m     BGNBD
	x     int
	terms bgTerms // of one customer
}

func newCountTerms(m BGNBD) *countTerms { return &countTerms{m: m} }

// advance moves on to x; x never falls.
func (c *countTerms) advance(x int) {
	for ; c.x < x; c.x++ {
		i := float64(c.x)
		gamma, beta, both := 1/(c.m.R+i), 1/(c.m.B+i), 1/(c.m.A+c.m.B+i)
		t := &c.terms
		t.value += numeric.Log((c.m.R+i)/c.m.Alpha) - numeric.Log1p(float64(c.m.A*beta))
		t.r += gamma
		t.rr -= float64(gamma * gamma)
		t.a -= both
		t.b += float64(c.m.A * float64(beta*both))
		t.aa += float64(both * both)
		t.bb -= float64(float64(c.m.A*float64(beta*both)) * (beta + both))
	}
}

// addTo adds the terms of n customers.
func (c *countTerms) addTo(s *bgTerms, n float64) {
	t := &c.terms
	s.value += float64(n * t.value)
	s.r += float64(n * t.r)
	s.rr += float64(n * t.rr)
	s.a += float64(n * t.a)
	s.b += float64(n * t.b)
	s.aa += float64(n * t.aa)
	s.ab += float64(n * t.aa)
	s.bb += float64(n * t.bb)
}
