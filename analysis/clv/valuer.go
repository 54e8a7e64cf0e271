package clv

import (
	"math"
	"slices"

	"churnbench/analysis/internal/numeric"
)

// A valuer computes the equity of the same customers for many parameters. It knows them
// by row: spend is linear in what a customer spent. And it does not predict each age: for
// one x, the purchases of who is alive are a smooth function of the age T, of which
// values at some tens of ages tell all others.
type valuer struct {
	rows    *Rows
	blocks  []block
	spent   []float64 // Σ of the totals of a row's customers
	weights []float64 // of the horizon's months
	margin  float64
	ages    []int32   // distinct, ascending
	rank    []uint32  // of each row's age
	each    [][]int32 // by block: the distinct ages
}

func newValuer(t *BootstrapTask) *valuer {
	v := &valuer{rows: &t.Rows, blocks: blocksOf(&t.Rows), spent: make([]float64, t.Rows.Len()),
		weights: horizon{t.Options.Horizon, t.Options.DiscountRate}.weights(), margin: t.Options.Margin}
	for i, row := range t.Row {
		v.spent[row] += max(t.Total[i].Float(), 0)
	}
	v.ages = distinct(t.Rows.T)
	v.rank = make([]uint32, t.Rows.Len())
	for i, age := range t.Rows.T {
		at, _ := slices.BinarySearch(v.ages, age)
		v.rank[i] = uint32(at)
	}
	for _, k := range v.blocks {
		v.each = append(v.each, distinct(t.Rows.T[k.from:k.to]))
	}
	return v
}

func distinct(values []int32) []int32 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// equity returns Σ CLV; NaN for a law of spend without a mean.
func (v *valuer) equity(m Model, g GammaGamma) float64 {
	if !(g.Q > 1) {
		return math.NaN()
	}
	scale := scaleOf(m)
	logAge := make([]float64, len(v.ages))
	for i, age := range v.ages {
		logAge[i] = numeric.Log(scale + v.rows.Weeks(age))
	}
	bought := make([]float64, len(v.ages)) // by age, of the block at hand
	var sum numeric.Sum
	for b, k := range v.blocks {
		v.purchases(m, scale, k.x, v.each[b], logAge, bought)
		perSpent := float64(g.P*float64(k.x)) + g.Q - 1
		for i := k.from; i < k.to; i++ {
			alive := m.Alive(k.x, v.rows.Weeks(v.rows.TX[i]), v.rows.Weeks(v.rows.T[i]))
			spend := float64(g.P * (float64(v.rows.N[i]*g.Gamma) + v.spent[i]) / perSpent)
			sum.Add(float64(float64(alive*bought[v.rank[i]]) * spend))
		}
	}
	return float64(v.margin * sum.Value())
}

// scaleOf is the time beside which ages count: what a model says of the living depends
// on α+T and β+T.
func scaleOf(m Model) float64 {
	params := m.Params()
	if p, ok := m.(ParetoNBD); ok {
		return min(p.Alpha, p.Beta)
	}
	return params[1]
}

// purchases fills in the discounted purchases of the living of one x, by rank of age.
//
// In u = ln(scale+T) they are analytic but for points at a distance of π from the real
// axis, where scale+T = −t: the coefficients of a Chebyshev series over a stretch of
// 2h fall like ρ^−n, ρ = π/h + √((π/h)²+1). Trefethen (2013), "Approximation theory and
// approximation practice", theorem 8.2.
func (v *valuer) purchases(m Model, scale float64, x int, ages []int32, logAge, bought []float64) {
	living := m.living(x)
	value := func(weeks float64) float64 { return discount(living, weeks, v.weights) }
	from, to := v.rankOf(ages[0]), v.rankOf(ages[len(ages)-1])
	middle, half := float64(0.5*(logAge[from]+logAge[to])), float64(0.5*(logAge[to]-logAge[from]))
	n := termsFor(half)
	if n >= len(ages) {
		for _, age := range ages {
			bought[v.rankOf(age)] = value(v.rows.Weeks(age))
		}
		return
	}
	series := numeric.NewChebyshev(n, func(y float64) float64 {
		return value(max(0, numeric.Exp(middle+float64(half*y))-scale))
	})
	for _, age := range ages {
		at := v.rankOf(age)
		bought[at] = series.At((logAge[at] - middle) / half)
	}
}

func (v *valuer) rankOf(age int32) int {
	at, _ := slices.BinarySearch(v.ages, age)
	return at
}

// termsFor is how many terms err by less than about 1e-10 of the value.
func termsFor(half float64) int {
	if !(half > 0) {
		return 1
	}
	a := math.Pi / half
	return 3 + int(23/numeric.Log(a+math.Sqrt(float64(a*a)+1)))
}
