package survival

import (
	"math"

	"churnbench/analysis"
)

// An Incidence is the Aalen–Johansen estimate (1978) of who leaves by which cause:
// one entry per distinct time at which anybody left or was last seen. Share[k][i],
// of cause k+1, is the share of customers who have left by that cause up to and
// including Time[i]; with S[i], those who stay, the shares add up to 1. One minus
// the Kaplan–Meier curve of one cause alone would be too high: it takes those who
// left by another cause for customers who might still leave by this one.
type Incidence struct {
	Group  string // "" for all subjects as one group
	Causes []string
	N      int
	Time   []float64
	AtRisk []int
	Events [][]int // by cause
	S      []float64
	Share  [][]float64 // by cause
	SE     [][]float64
	Low    [][]float64 // NaN where the share is 1
	High   [][]float64
}

// CumulativeIncidence estimates one Incidence a group. Events of several causes at
// one time all count against the risk set just before it, so that their order in
// the file does not matter. The error is an *analysis.Error.
//
// Standard errors follow the covariance of (S, share) from step to step, as Andersen,
// Borgan, Gill and Keiding (1993), section IV.4.1, do for the matrix of all states;
// for a single cause it is Greenwood's formula. Intervals are those of a Curve, of
// 1 − share.
func CumulativeIncidence(s *Subjects, by *Groups, interval Interval, level float64) ([]Incidence, error) {
	if err := s.ready(by, interval, &level); err != nil {
		return nil, err
	}
	causes, k := s.Causes, s.causes()
	if len(causes) == 0 {
		causes = []string{""}
	}
	groups := make([]incidence, by.count())
	for g := range groups {
		groups[g] = newIncidence(by.name(g), causes, interval, normal(level))
	}
	s.sequence().walk(by, func(st *step) {
		for g := range groups {
			if st.events[g]+st.censored[g] > 0 {
				groups[g].add(st.time, st.risk[g], st.events[g], st.causes[g*k:(g+1)*k])
				groups[g].N += st.events[g] + st.censored[g]
			}
		}
	})
	out := make([]Incidence, len(groups))
	for g := range groups {
		out[g] = groups[g].Incidence
	}
	return out, nil
}

// incidence is an Incidence in the making.
type incidence struct {
	Incidence
	interval Interval
	z        float64
	s        float64
	varS     float64
	shares   []shareOf // by cause
}

// shareOf is the share lost to a cause so far, its variance, and its covariance
// with S.
type shareOf struct{ value, variance, withS float64 }

func newIncidence(group string, causes []string, interval Interval, z float64) incidence {
	k := len(causes)
	return incidence{
		Incidence: Incidence{Group: group, Causes: causes, Events: make([][]int, k), Share: make([][]float64, k),
			SE: make([][]float64, k), Low: make([][]float64, k), High: make([][]float64, k)},
		interval: interval, z: z, s: 1, shares: make([]shareOf, k),
	}
}

// add moves on by a step: events of n at risk, by cause. Given n they are
// multinomial.
func (in *incidence) add(t float64, n, events int, byCause []int) {
	h := float64(events) / float64(n)
	spread := float64(in.s*in.s) / float64(n)
	for c, d := range byCause {
		in.shares[c].step(in.s, in.varS, h, float64(d)/float64(n), spread)
	}
	in.varS = float64(in.varS*float64((1-h)*(1-h))) + float64(spread*h*(1-h))
	in.s *= float64(n-events) / float64(n)
	in.Time, in.AtRisk, in.S = append(in.Time, t), append(in.AtRisk, n), append(in.S, in.s)
	for c, d := range byCause {
		in.Events[c] = append(in.Events[c], d)
		in.record(c)
	}
}

// step moves on by a hazard h of any cause and own of this one; spread is S²/n.
func (f *shareOf) step(s, varS, h, own, spread float64) {
	f.variance += float64(2*own*f.withS) + float64(own*own*varS) + float64(spread*own*(1-own))
	f.withS = float64((1-h)*(f.withS+float64(own*varS))) - float64(spread*own*(1-h))
	f.value += float64(s * own)
}

func (in *incidence) record(c int) {
	f := &in.shares[c]
	se := math.Sqrt(max(0, f.variance))
	low, high := bounds(in.interval, max(0, 1-f.value), se/(1-f.value), in.z)
	in.Share[c] = append(in.Share[c], f.value)
	in.SE[c] = append(in.SE[c], se)
	in.Low[c] = append(in.Low[c], 1-high)
	in.High[c] = append(in.High[c], 1-low)
}

// At reads the incidence of cause k+1 at t; NaN beyond the last time, unless
// everybody has left.
func (in *Incidence) At(k int, t float64) (share, se, low, high float64) {
	i := upTo(in.Time, t)
	switch {
	case i == 0:
		return 0, 0, 0, 0
	case i == len(in.Time) && t > in.Time[i-1] && in.S[i-1] > 0:
		return math.NaN(), math.NaN(), math.NaN(), math.NaN()
	}
	return in.Share[k][i-1], in.SE[k][i-1], in.Low[k][i-1], in.High[k][i-1]
}

// Doubts says which groups are too small to be read.
func (in *Incidence) Doubts() []analysis.Warning {
	if in.N >= ThinRiskSet {
		return nil
	}
	return []analysis.Warning{{Severity: analysis.Caution, Message: analysis.Say("survival.group-few",
		groupName(in.Group), analysis.Count("customers", in.N), analysis.Count("limit", ThinRiskSet))}}
}
