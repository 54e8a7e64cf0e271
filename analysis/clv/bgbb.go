package clv

import "churnbench/analysis/internal/numeric"

// BGBB is the beta-geometric/beta-Bernoulli model of Fader, Hardie and Shang
// (2010), "Customer-base analysis in a discrete-time noncontractual setting",
// Marketing Science 29(6). It is for buyers who have opportunities to buy, or not:
// a yearly appeal, a monthly market, a season. It assumes:
//
//   - while active, a customer takes each opportunity with a probability p of her
//     own, and these differ as a beta law of Alpha and Beta;
//   - before each opportunity she lapses for good with a probability θ of her own,
//     and these differ as a beta law of Gamma and Delta;
//   - p and θ are independent.
//
// x of n opportunities were taken, the last at opportunity tx (0 for none). Times
// count opportunities; a part of one does not count.
type BGBB struct{ Alpha, Beta, Gamma, Delta float64 }

// Name returns "BG/BB".
func (m BGBB) Name() string { return nameBGBB }

// Params returns α, β, γ, δ.
func (m BGBB) Params() []float64 { return []float64{m.Alpha, m.Beta, m.Gamma, m.Delta} }

// LogLikelihood returns ln of equation 5 of the paper: alive at n, or lapsed
// before one of the opportunities after tx. Its terms are summed in log space.
func (m BGBB) LogLikelihood(x int, tx, n float64) float64 {
	return numeric.LogSumExp(m.paths(x, int(tx), int(n)))
}

// paths returns the log probabilities of the ways to (x, tx, n): alive through
// n, then lapsed right after opportunity tx, tx+1, …, n−1.
func (m BGBB) paths(x, tx, n int) []float64 {
	d := newBGBBTables(m, n)
	out := []float64{d.buys(x, n) + d.stays(n)}
	for i := tx; i < n; i++ {
		out = append(out, d.buys(x, i)+d.lapses(i))
	}
	return out
}

// Alive returns the probability to be active at the next opportunity, n+1:
// equation 11 of the paper.
func (m BGBB) Alive(x int, tx, n float64) float64 {
	paths := m.paths(x, int(tx), int(n))
	next := (m.Delta + float64(int(n))) / (m.Gamma + m.Delta + float64(int(n)))
	return next * numeric.Exp(paths[0]-numeric.LogSumExp(paths))
}

// Expected returns E X(n): equation 8 of the paper.
func (m BGBB) Expected(n float64) float64 { return m.ExpectedGiven(0, 0, 0, n) }

// ExpectedGiven returns the opportunities of the next t that will be taken:
// equation 13 of the paper.
func (m BGBB) ExpectedGiven(x int, tx, n, t float64) float64 { return given(m, x, tx, n, t) }

// PMF returns P(X(t) = n): equation 7 of the paper.
func (m BGBB) PMF(n int, t float64) float64 {
	last := int(t)
	if n > last {
		return 0
	}
	d := newBGBBTables(m, last)
	terms := []float64{logChoose(last, n) + d.buys(n, last) + d.stays(last)}
	for i := n; i < last; i++ {
		terms = append(terms, logChoose(i, n)+d.buys(n, i)+d.lapses(i))
	}
	return numeric.Exp(numeric.LogSumExp(terms))
}

// logChoose returns the logarithm of n over k.
func logChoose(n, k int) float64 {
	return -numeric.LogBeta(float64(n-k)+1, float64(k)+1) - numeric.Log(float64(n)+1)
}

// DERT discounts the next opportunity by e^(−δ), the one after by e^(−2δ): equation
// 14 of the paper, over θ by quadrature.
func (m BGBB) DERT(x int, tx, n, delta float64) float64 { return dert(m, x, tx, n, delta) }

func (m BGBB) living(x int) living { return bgbbLiving{m, float64(x)} }

// bgbbLiving is active at opportunity n+1, with p ~ Beta(α+x, β+n−x) and
// θ ~ Beta(γ, δ+n+1).
type bgbbLiving struct {
	BGBB
	x float64
}

// mean returns the chance to take an opportunity while active.
func (b bgbbLiving) mean(n float64) float64 { return (b.Alpha + b.x) / (b.Alpha + b.Beta + n) }

// purchases adds up E (1−θ)^k, k < t, a sum of positive terms: the paper's closed
// form is 0/0 at γ = 1.
func (b bgbbLiving) purchases(n, t float64) float64 {
	n = float64(int(n))
	sum, stay := 0.0, 1.0
	for k := range int(t) {
		sum += stay
		at := b.Delta + n + 1 + float64(k)
		stay *= at / (b.Gamma + at)
	}
	return b.mean(n) * sum
}

// discounted returns E p · E Σ (1−θ)^k·e^(−δ(k+1)) = E p · E 1/(e^δ − 1 + θ).
func (b bgbbLiving) discounted(n, delta float64) float64 {
	n = float64(int(n))
	d := numeric.Expm1(delta)
	return b.mean(n) * newMeanRule(b.Gamma, b.Delta+n+1).mean(1/d, func(theta float64) float64 { return 1 / (d + theta) })
}

// silence takes none of the next t opportunities: not the first, at which the customer
// is active, and from then on those of one who has stayed so far.
func (b bgbbLiving) silence(n, t float64) float64 {
	n = float64(int(n))
	if int(t) < 1 {
		return 1
	}
	after := BGBB{b.Alpha + b.x, b.Beta + n - b.x, b.Gamma, b.Delta + n + 1}
	return after.silentFrom(int(t))
}

// silentFrom is the chance to take none of t ≥ 1 opportunities of a customer who is
// active at the first: still active at the last, or lapsed after the i-th.
func (m BGBB) silentFrom(t int) float64 {
	d := newBGBBTables(m, t)
	terms := []float64{d.buys(0, t) + d.stays(t-1)}
	for i := 1; i < t; i++ {
		terms = append(terms, d.buys(0, i)+d.lapses(i-1))
	}
	return numeric.Exp(numeric.LogSumExp(terms))
}
