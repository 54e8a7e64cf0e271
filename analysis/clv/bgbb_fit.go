package clv

import "churnbench/analysis/internal/numeric"

// bgbbTables hold the logarithms of rising factorials, ln z(z+1)…(z+k−1), of which
// all of BG/BB's ratios of beta functions are made: sums of what is positive, so
// that n = 1000 or a parameter of 10⁶ costs no digit.
type bgbbTables struct{ alpha, beta, purchase, gamma, delta, lapse []float64 }

func newBGBBTables(m BGBB, n int) bgbbTables {
	return bgbbTables{
		rising(m.Alpha, n), rising(m.Beta, n), rising(m.Alpha+m.Beta, n),
		rising(m.Gamma, 1), rising(m.Delta, n), rising(m.Gamma+m.Delta, n+1),
	}
}

func rising(z float64, n int) []float64 {
	out := make([]float64, n+1)
	for k := range n {
		out[k+1] = out[k] + numeric.Log(z+float64(k))
	}
	return out
}

// buys returns ln B(α+x, β+n−x)/B(α, β): x of n opportunities taken, in one order.
func (d *bgbbTables) buys(x, n int) float64 { return d.alpha[x] + d.beta[n-x] - d.purchase[n] }

// stays returns ln B(γ, δ+n)/B(γ, δ).
func (d *bgbbTables) stays(n int) float64 { return d.delta[n] - d.lapse[n] }

// lapses returns ln B(γ+1, δ+n)/B(γ, δ): lapsed right after n opportunities.
func (d *bgbbTables) lapses(n int) float64 { return d.gamma[1] + d.delta[n] - d.lapse[n+1] }

// bgbbMinus is the likelihood of BG/BB.
func bgbbMinus(rows *Rows) numeric.Objective {
	return numeric.JetObjective(func(p []numeric.Jet) numeric.Jet {
		longest := 0
		for _, n := range rows.T {
			longest = max(longest, int(n))
		}
		d := newBGBBJets(p, longest)
		sum := numeric.Constant(0)
		for i := range rows.X {
			sum = sum.Plus(d.row(int(rows.X[i]), int(rows.TX[i]), int(rows.T[i])).Times(rows.N[i]))
		}
		return sum
	})
}

// bgbbJets are bgbbTables that know their derivatives.
type bgbbJets struct{ alpha, beta, purchase, gamma, delta, lapse []numeric.Jet }

func newBGBBJets(p []numeric.Jet, n int) bgbbJets {
	return bgbbJets{
		risingJets(p[0], n), risingJets(p[1], n), risingJets(p[0].Plus(p[1]), n),
		risingJets(p[2], 1), risingJets(p[3], n), risingJets(p[2].Plus(p[3]), n+1),
	}
}

func risingJets(z numeric.Jet, n int) []numeric.Jet {
	out := make([]numeric.Jet, n+1)
	for k := range n {
		out[k+1] = out[k].Plus(z.Add(float64(k)).Log())
	}
	return out
}

// row returns the log-likelihood of one customer, see BGBB.paths.
func (d *bgbbJets) row(x, tx, n int) numeric.Jet {
	paths := make([]numeric.Jet, 0, n-tx+1)
	paths = append(paths, d.buys(x, n).Plus(d.delta[n]).Minus(d.lapse[n]))
	for i := tx; i < n; i++ {
		paths = append(paths, d.buys(x, i).Plus(d.gamma[1]).Plus(d.delta[i]).Minus(d.lapse[i+1]))
	}
	return numeric.JetLogSumExp(paths)
}

func (d *bgbbJets) buys(x, n int) numeric.Jet {
	return d.alpha[x].Plus(d.beta[n-x]).Minus(d.purchase[n])
}

// bgbbStarts have the mean of p somewhat above the rate at which all
// opportunities were taken, as many had lapsed.
func bgbbStarts(t ratio) [][]float64 {
	p := min(0.9, 1.5*t.rate())
	return [][]float64{{p, 1 - p, 0.5, 2}, {2 * p, 2 * (1 - p), 1, 5}, {4 * p, 4 * (1 - p), 0.3, 3}, {0.5 * p, 0.5 * (1 - p), 2, 20}}
}
