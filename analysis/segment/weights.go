package segment

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// WeightSpread is the concentration of the random weights around the chosen ones: they are
// drawn from a Dirichlet distribution with parameters WeightSpread·w. A weight of 25 % then
// has a standard deviation of √(.25·.75 ÷ 31) = 7.8 points.
const WeightSpread = 30

// Which draws a rank range runs from and to.
const (
	rankLow  = 0.05
	rankHigh = 0.95
	steady   = 0.9 // of draws
)

// draw ranks the candidates by random weights again and again.
func (out *Ranking) draw(r *ranker, candidates []analysis.CustomerID, seed uint64) {
	if len(r.used) < 2 {
		return
	}
	out.Draws = RankDraws
	rng := rand.New(rand.NewPCG(seed, 0))
	race := newRace(r, candidates, len(out.List))
	for range out.Draws {
		race.run(dirichlet(rng, r))
	}
	for i := range out.List {
		if out.List[i].summarise(race.ranks[i], out.Top); out.List[i].IsSteady() {
			out.Steady++
		}
	}
}

// A race ranks the first few of the candidates by one set of weights after the other.
type race struct {
	dim    int
	parts  []float64 // percentiles of the candidates, row-major
	scores []float64
	bars   []float64 // scores of the first few, ascending
	over   []int     // over[i] is how many candidates score more than just i of the bars
	ranks  [][]int   // of the first few, one a run
}

func newRace(r *ranker, candidates []analysis.CustomerID, first int) *race {
	n := len(candidates)
	q := &race{dim: len(r.used), parts: make([]float64, 0, n*len(r.used)), scores: make([]float64, n),
		bars: make([]float64, first), over: make([]int, first+1), ranks: make([][]int, first)}
	for _, c := range candidates {
		for _, j := range r.used {
			q.parts = append(q.parts, r.by[j].At(int(c)))
		}
	}
	return q
}

// run ranks once. Only the first few need a rank: sorting their scores and finding
// everybody's place between them takes a tenth of sorting all.
func (q *race) run(weights []float64) {
	for i := range q.scores {
		s := 0.0
		for j, p := range q.parts[i*q.dim : (i+1)*q.dim] {
			s += float64(weights[j] * p)
		}
		q.scores[i] = s
	}
	copy(q.bars, q.scores)
	slices.Sort(q.bars)
	clear(q.over)
	for _, s := range q.scores {
		if s > q.bars[0] {
			beaten, _ := slices.BinarySearch(q.bars, s)
			q.over[beaten]++
		}
	}
	for i := len(q.over) - 2; i >= 0; i-- {
		q.over[i] += q.over[i+1]
	}
	for i := range q.ranks {
		at, _ := slices.BinarySearch(q.bars, q.scores[i])
		q.ranks[i] = append(q.ranks[i], q.over[at+1]+1)
	}
}

// IsSteady reports whether a customer is in the best Top in nine draws of ten; false
// without draws.
func (k *KeyCustomer) IsSteady() bool { return k.InTop >= steady }

// summarise sums up the ranks of all draws.
func (k *KeyCustomer) summarise(ranks []int, top int) {
	slices.Sort(ranks)
	k.Low = ranks[int(rankLow*float64(len(ranks)))]
	k.High = ranks[min(len(ranks)-1, int(rankHigh*float64(len(ranks))))]
	k.InTop = float64(sort.SearchInts(ranks, top+1)) / float64(len(ranks))
}

// dirichlet draws weights in use around the chosen ones: independent gamma variables,
// divided by their sum.
func dirichlet(rng *rand.Rand, r *ranker) []float64 {
	weights, sum := make([]float64, len(r.used)), 0.0
	for i, j := range r.used {
		weights[i] = gammaDraw(rng, float64(WeightSpread*r.weights[j]))
		sum += weights[i]
	}
	for i := range weights {
		weights[i] /= sum
	}
	return weights
}

// gammaDraw draws from the gamma distribution with this shape, above 0, and scale 1 (Marsaglia
// and Tsang 2000, "A simple method for generating gamma variables"). Normal variables are
// quantiles of uniform ones and logarithms our own, so that every platform draws the same.
func gammaDraw(rng *rand.Rand, shape float64) float64 {
	if shape < 1 { // their section 6
		return gammaDraw(rng, shape+1) * numeric.Pow(uniform(rng), 1/shape)
	}
	d := shape - 1.0/3
	c := 1 / math.Sqrt(float64(9*d))
	for {
		x := numeric.NormalQuantile(uniform(rng))
		v := 1 + float64(c*x)
		if v <= 0 {
			continue
		}
		v = v * v * v
		if numeric.Log(uniform(rng)) < float64(x*x/2)+d-float64(d*v)+float64(d*numeric.Log(v)) {
			return d * v
		}
	}
}

// uniform draws from (0, 1), both ends out.
func uniform(rng *rand.Rand) float64 { return (float64(rng.Uint64()>>11) + 0.5) / (1 << 53) }
