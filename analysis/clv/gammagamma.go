package clv

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// GammaGamma is the model of spend per purchase of Fader and Hardie (2013),
// "The gamma-gamma model of monetary value", note 025. It assumes:
//
//   - a customer's purchases vary at random around a mean of her own, as a gamma
//     law of shape P and rate ν;
//   - ν differs between customers as a gamma law of shape Q and rate Gamma;
//   - the mean spend has nothing to do with how often she buys.
//
// Gamma is in main units of the currency.
type GammaGamma struct{ P, Q, Gamma float64 }

// Mean returns the expected spend per purchase of a customer not yet seen,
// pγ/(q−1); NaN for q ≤ 1, where the law has no mean.
func (m GammaGamma) Mean() float64 { return m.Expected(0, 0) }

// Expected returns the expected spend per purchase of a customer whose x repeat
// purchases brought total: the weighted mean of her own average and everybody's,
// equation 5 of the note. Totals below 0 count as 0. NaN for q ≤ 1.
func (m GammaGamma) Expected(x int, total float64) float64 {
	if !(m.Q > 1) {
		return math.NaN()
	}
	return m.P * (m.Gamma + max(total, 0)) / (float64(m.P*float64(x)) + m.Q - 1)
}

// logSlopes returns the derivatives of ln Expected by ln p, ln q and ln γ.
func (m GammaGamma) logSlopes(x int, total float64) [3]float64 {
	own := float64(m.P * float64(x))
	below := own + m.Q - 1
	return [3]float64{1 - own/below, -m.Q / below, m.Gamma / (m.Gamma + max(total, 0))}
}

// A spendBlock is the repeat buyers of one x.
type spendBlock struct {
	x      int
	totals []float64 // spend of all repeat purchases, ascending, main units
	logs   []float64 // of totals
	times  []float64 // how many customers each total stands for
	n      float64   // customers
	means  float64   // Σ ln(total/x)
}

// spendBlocks collects who bought again for more than nothing, and counts them.
func (s *Summary) spendBlocks() (blocks []spendBlock, n int) {
	var x int32
	var totals []analysis.Money
	flush := func() {
		if len(totals) > 0 {
			blocks = append(blocks, newSpendBlock(int(x), totals))
			n += len(totals)
			totals = totals[:0]
		}
	}
	for _, i := range order(s.X) {
		if s.X[i] != x {
			flush()
			x = s.X[i]
		}
		if x > 0 && s.Total[i] > 0 {
			totals = append(totals, s.Total[i])
		}
	}
	flush()
	return blocks, n
}

// newSpendBlock sorts the totals, so that sums do not depend on the order of
// customers.
func newSpendBlock(x int, totals []analysis.Money) spendBlock {
	slices.Sort(totals)
	b := spendBlock{x: x}
	for _, t := range totals {
		b.add(t.Float(), numeric.Log(t.Float()), 1)
	}
	b.settle()
	return b
}

// add appends a total that some customers have.
func (b *spendBlock) add(total, log, times float64) {
	b.totals, b.logs, b.times = append(b.totals, total), append(b.logs, log), append(b.times, times)
}

// settle sums what does not depend on the parameters.
func (b *spendBlock) settle() {
	b.n = numeric.Total(b.times)
	var logs numeric.Sum
	for i, log := range b.logs {
		logs.Add(float64(b.times[i] * log))
	}
	b.means = logs.Value() - float64(b.n*numeric.Log(float64(b.x)))
}

// roughSpend returns the likelihood of every k-th customer of each block.
func roughSpend(blocks []spendBlock, n int) numeric.Objective {
	every := n / sampleRows
	if every < 2 {
		return nil
	}
	var sample []spendBlock
	for _, b := range blocks {
		thin := spendBlock{x: b.x}
		for i := every / 2; i < len(b.totals); i += every {
			thin.add(b.totals[i], b.logs[i], b.times[i])
		}
		if thin.n = numeric.Total(thin.times); thin.n > 0 {
			sample = append(sample, thin) // without means, a constant
		}
	}
	return func(p *numeric.Point) { evaluateSpend(sample, p) }
}

// gammaGamma returns the likelihood of blocks, equation 1a of the note.
func gammaGamma(blocks []spendBlock, n int) likelihood {
	purchases, spent := 0., 0.
	for _, b := range blocks {
		purchases += float64(float64(b.x) * b.n)
		var total numeric.Sum
		for i, t := range b.totals {
			total.Add(float64(b.times[i] * t))
		}
		spent += total.Value()
	}
	mean := spent / max(purchases, 1)
	return likelihood{
		model: "Gamma-Gamma",
		names: []string{"p", "q", "γ"},
		n:     n,
		minus: func(p *numeric.Point) { evaluateSpend(blocks, p) },
		rough: roughSpend(blocks, n),
		starts: [][]float64{ // pγ/(q−1) is the mean; purchases alike, mixed, all different
			{6, 4, 3 * mean / 6}, {2, 3, mean}, {20, 8, 7 * mean / 20}, {1, 1.5, mean / 2},
		},
	}
}

// evaluateSpend is a numeric.Objective over ln p, ln q, ln γ: with S a customer's
// total,
//
//	ln L = Σ −ln B(px, q) + q ln γ/(γ+S) + px ln S/(γ+S) − ln(S/x)
//
// As in the note, the density is that of the mean S/x.
func evaluateSpend(blocks []spendBlock, point *numeric.Point) {
	params := exps(point.Theta)
	m := GammaGamma{params[0], params[1], params[2]}
	var t spendTerms
	for _, b := range blocks {
		t.add(m, point.Theta[2], &b)
	}
	point.Value = t.value
	copy(point.Gradient, []float64{t.p, t.q, t.g})
	copy(point.Hessian.A, []float64{t.pp, 0, 0, t.pq, t.qq, 0, t.pg, t.qg, t.gg})
	toLogScale(point, params)
}

// spendTerms are the value and the derivatives by p, q and γ.
type spendTerms struct{ value, p, q, g, pp, pq, qq, pg, qg, gg float64 }

// add adds a block. Each customer costs one logarithm; gamma functions depend
// on x only.
func (t *spendTerms) add(m GammaGamma, logGamma float64, b *spendBlock) {
	n, x := b.n, float64(b.x)
	var low, high, inverses, squares float64 // Σ ln γ/(γ+S), Σ ln S/(γ+S), Σ 1/(γ+S), Σ of its square
	for i, total := range b.totals {
		log, inverse, times := numeric.Log(m.Gamma+total), 1/(m.Gamma+total), b.times[i]
		low += float64(times * (logGamma - log))
		high += float64(times * (b.logs[i] - log))
		inverses += float64(times * inverse)
		squares += float64(times * float64(inverse*inverse))
	}
	px := float64(m.P * x)
	all := px + m.Q
	psi, psi1 := numeric.Digamma(all), numeric.Trigamma(all)
	t.value += float64(m.Q*low) + float64(px*high) - float64(n*numeric.LogBeta(px, m.Q)) - b.means
	t.p += float64(x * (float64(n*(psi-numeric.Digamma(px))) + high))
	t.q += float64(n*(psi-numeric.Digamma(m.Q))) + low
	t.g += n*m.Q/m.Gamma - float64(all*inverses)
	t.pp += float64(float64(n*float64(x*x)) * (psi1 - numeric.Trigamma(px)))
	t.pq += float64(float64(n*x) * psi1)
	t.qq += float64(n * (psi1 - numeric.Trigamma(m.Q)))
	t.pg -= float64(x * inverses)
	t.qg += n/m.Gamma - inverses
	t.gg += float64(all*squares) - n*m.Q/float64(m.Gamma*m.Gamma)
}
