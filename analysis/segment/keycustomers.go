package segment

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
)

// A RankOptions says how key customers are ranked.
type RankOptions struct {
	Top  int    // how many are listed, 1 to MaxTop; 0 means DefaultTop
	Seed uint64 // of the random weights: the same one gives the same ranges
}

// Limits and default of RankOptions.Top.
const (
	DefaultTop = 20
	MaxTop     = 200
)

// RankDraws is how many times customers are ranked by random weights.
const RankDraws = 500

// candidates is among how many customers that happens: those who come next by the chosen
// weights, ten for each one listed.
const (
	fewestCandidates = 1_000
	candidatesEach   = 10
)

// A Ranking lists the customers who matter most by several criteria, and how much that
// hangs on the weights.
//
// A customer's score is Σ w(j)·p(j), where p(j) is her mid-rank percentile by criterion j
// (see Percentiles) and the weights w add up to 1. It lies between 0 and 1, and the mean
// over all is ½. Customers with an unknown value in any criterion of weight are not ranked.
type Ranking struct {
	Top        int
	Ranked     int // customers with every value
	Unknown    int // the others
	List       []KeyCustomer
	Candidates int // among whom random weights ranked
	Draws      int // how often; 0 with one criterion only
	Steady     int // of List, those in the best Top in nine draws of ten

	// Stay[j] counts those of List who are in the best Top without criterion j too, among all
	// customers; −1 where j has no weight or is the only one.
	Stay []int
}

// A KeyCustomer is one of a Ranking. Her Rank is 1 + how many score more: equals share it.
type KeyCustomer struct {
	Customer  analysis.CustomerID
	Rank      int
	Score     float64
	Parts     []float64 // percentile by each criterion, 0 to 1; NaN for those without weight
	Low, High int       // from 5 to 95 % of draws her rank lies between these
	InTop     float64   // share of draws in which she is in the best Top; NaN without draws
	Needs     []int     // criteria without which she would not be in the best Top
}

// Rank ranks customers by their percentiles and a weight a criterion, at least 0 and
// not all 0.
func Rank(by []Percentiles, weights []float64, opt RankOptions) (*Ranking, error) {
	opt.Top = cmp.Or(opt.Top, DefaultTop)
	r, err := newRanker(by, weights, opt)
	if err != nil {
		return nil, err
	}
	out := &Ranking{Top: opt.Top, Ranked: r.ranked, Unknown: r.customers() - r.ranked}
	best := r.best(max(fewestCandidates, candidatesEach*opt.Top))
	out.Candidates = len(best)
	out.List = r.list(best, opt.Top)
	out.draw(r, best, opt.Seed)
	out.leaveOut(r)
	return out, nil
}

// A ranker has what scores are made of.
type ranker struct {
	by      []Percentiles
	weights []float64 // adding up to 1
	used    []int     // criteria of weight
	scores  []float64 // of every customer, −∞ for those not ranked
	ranked  int
}

func newRanker(by []Percentiles, weights []float64, opt RankOptions) (*ranker, error) {
	r := &ranker{by: by, weights: slices.Clone(weights)}
	total := 0.0
	for j, w := range weights {
		if !(w >= 0) || math.IsInf(w, 0) {
			return nil, analysis.Fail(analysis.BadInput, "keycustomers.bad-weight", analysis.Number("weight", w))
		}
		if total += w; w > 0 {
			r.used = append(r.used, j)
		}
	}
	switch {
	case len(by) == 0 || len(by) != len(weights) || total == 0:
		return nil, analysis.Fail(analysis.BadInput, "keycustomers.no-weight").Or("keycustomers.no-weight.remedy")
	case opt.Top < 1 || opt.Top > MaxTop:
		return nil, analysis.Fail(analysis.BadInput, "keycustomers.bad-top", analysis.Count("top", opt.Top), analysis.Count("max", MaxTop))
	}
	for j := range r.weights {
		r.weights[j] /= total
	}
	r.score()
	if r.ranked == 0 {
		return nil, analysis.Fail(analysis.NotEnough, "keycustomers.nobody").Or("keycustomers.nobody.remedy")
	}
	return r, nil
}

func (r *ranker) customers() int { return r.by[0].Len() }

// score fills scores.
func (r *ranker) score() {
	r.scores = make([]float64, r.customers())
	r.add(r.scores, r.weights)
	for _, s := range r.scores {
		if !math.IsInf(s, -1) {
			r.ranked++
		}
	}
}

// add adds up weighted percentiles; whoever lacks one in use gets −∞.
func (r *ranker) add(scores, weights []float64) {
	for _, j := range r.used {
		w, p := weights[j], &r.by[j]
		for c := range scores {
			if p.known(c) {
				scores[c] += float64(w * p.At(c))
			} else {
				scores[c] = math.Inf(-1)
			}
		}
	}
}

// best returns the n customers who score most, the best first, equals in the order of
// the file.
func (r *ranker) best(n int) []analysis.CustomerID {
	n = min(n, r.ranked)
	bar := nth(r.scores, n)
	var list []analysis.CustomerID
	for c, s := range r.scores {
		if s >= bar {
			list = append(list, analysis.CustomerID(c))
		}
	}
	slices.SortStableFunc(list, func(a, b analysis.CustomerID) int { return cmp.Compare(r.scores[b], r.scores[a]) })
	return list[:n]
}

// nth returns the n-th largest of scores, 1 ≤ n ≤ len.
func nth(scores []float64, n int) float64 { return selectAt(slices.Clone(scores), len(scores)-n) }

func (r *ranker) list(best []analysis.CustomerID, top int) []KeyCustomer {
	list := make([]KeyCustomer, min(top, len(best)))
	for i := range list {
		c := best[i]
		k := KeyCustomer{Customer: c, Rank: i + 1, Score: r.scores[c], InTop: math.NaN(), Parts: make([]float64, len(r.by))}
		if i > 0 && k.Score == list[i-1].Score {
			k.Rank = list[i-1].Rank
		}
		k.Low, k.High = k.Rank, k.Rank
		for j := range k.Parts {
			k.Parts[j] = math.NaN()
			if r.weights[j] > 0 {
				k.Parts[j] = r.by[j].At(int(c))
			}
		}
		list[i] = k
	}
	return list
}

// leaveOut ranks all customers without each criterion in turn.
func (out *Ranking) leaveOut(r *ranker) {
	out.Stay = make([]int, len(r.by))
	for j := range out.Stay {
		out.Stay[j] = -1
	}
	if len(r.used) < 2 {
		return
	}
	for _, j := range r.used {
		without := slices.Clone(r.weights)
		without[j] = 0
		scores := make([]float64, len(r.scores))
		r.add(scores, without)
		bar := nth(scores, min(out.Top, r.ranked))
		out.Stay[j] = 0
		for i := range out.List {
			k := &out.List[i]
			if scores[k.Customer] >= bar {
				out.Stay[j]++
			} else {
				k.Needs = append(k.Needs, j)
			}
		}
	}
}
