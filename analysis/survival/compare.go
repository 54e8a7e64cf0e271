package survival

import (
	"math"

	"churnbench/analysis"
)

// Options say how groups are compared. The zero value works.
type Options struct {
	Interval Interval
	Level    float64   // of all intervals; 0 means DefaultLevel
	Horizon  float64   // tau of the restricted means; 0 takes the longest time to which all groups are well observed
	Times    []float64 // at which the table under the figure counts
	Quantile []float64 // shares lost, whose times are asked for; nil means quartiles
	Ties     Ties      // of the cumulative hazard: Efron or Breslow
}

// A Comparison is how long the customers of each group stay, and whether the groups
// differ.
type Comparison struct {
	Unit        analysis.Unit
	Level       float64
	Groups      []GroupResult // in the order of Groups.Names
	LogRank     *Test         // nil for one group
	Peto        *Test
	Pairs       []PairTest // log-rank; nil for fewer than three groups
	Horizon     float64
	Differences []Difference // of restricted means, each pair of groups
	Warnings    []analysis.Warning
}

// A GroupResult is what is said of one group.
type GroupResult struct {
	Name      string // "" for all subjects as one group
	N, Events int
	Curve     Curve
	Hazard    Hazard
	Quantiles []Quantile
	RMST      RMST
	Standings []Standing
}

// A Quantile is the time by which a share P has left: +Inf where a curve never
// comes down that far.
type Quantile struct {
	P, Time, Low, High float64
}

// Compare estimates and tests everything that the groups of a figure are shown
// with, walking along the subjects once. by is nil for one group of all. The error
// is an *analysis.Error.
func Compare(s *Subjects, by *Groups, o Options) (*Comparison, error) {
	if err := s.ready(by, o.Interval, &o.Level); err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	c := &Comparison{Unit: s.Unit, Level: o.Level}
	q := s.sequence()
	curves := q.curves(by, o.Interval, o.Level)
	c.Horizon = o.Horizon
	if c.Horizon == 0 {
		c.Horizon = horizon(curves)
	}
	for g := range curves {
		c.Groups = append(c.Groups, o.group(by.name(g), curves[g], c.Horizon))
	}
	c.test(q, by)
	c.differ()
	c.warn(s, by)
	return c, nil
}

func (o *Options) check() error {
	if len(o.Quantile) == 0 {
		o.Quantile = []float64{0.25, 0.5, 0.75}
	}
	for _, p := range o.Quantile {
		if !(p > 0 && p < 1) {
			return analysis.Fail(analysis.BadInput, "survival.bad-quantile", analysis.Number("p", p))
		}
	}
	if !(o.Horizon >= 0) || math.IsInf(o.Horizon, 1) {
		return analysis.Fail(analysis.BadInput, "survival.bad-horizon", analysis.Number("horizon", o.Horizon))
	}
	if o.Ties != Efron && o.Ties != Breslow {
		return analysis.Fail(analysis.BadInput, "survival.bad-ties", analysis.Text("ties", string(o.Ties)))
	}
	return nil
}

func (o *Options) group(name string, c Curve, tau float64) GroupResult {
	r := GroupResult{Name: name, N: c.N, Events: sum(c.Events), Curve: c, RMST: c.Restricted(tau), Standings: c.Standings(o.Times)}
	r.Hazard = r.Curve.Hazard(o.Ties)
	for _, p := range o.Quantile {
		t, low, high := c.Quantile(p)
		r.Quantiles = append(r.Quantiles, Quantile{p, t, low, high})
	}
	return r
}

// horizon returns the longest time up to which every group that ever had
// ThinRiskSet at risk still has, or, if none had, to which all curves are known.
func horizon(curves []Curve) float64 {
	solid, known := math.Inf(1), math.Inf(1)
	for i := range curves {
		c := &curves[i]
		if c.N == 0 {
			continue
		}
		known = min(known, c.Time[len(c.Time)-1])
		if c.N >= ThinRiskSet {
			solid = min(solid, c.solidUntil(ThinRiskSet))
		}
	}
	if solid < math.Inf(1) {
		return solid
	}
	return known
}

// test compares the groups in one walk.
func (c *Comparison) test(q *sequence, by *Groups) {
	k := len(c.Groups)
	if k < 2 {
		return
	}
	logRank, peto := newRanking(LogRank, every(k)...), newRanking(Peto, every(k)...)
	var two pairs
	if k > 2 {
		two = newPairs(LogRank, k)
	}
	q.walk(by, func(st *step) {
		logRank.add(st)
		peto.add(st)
		two.add(st)
	})
	first, second := logRank.finish(), peto.finish()
	c.LogRank, c.Peto = &first, &second
	if k > 2 {
		c.Pairs = two.finish()
	}
}

func (c *Comparison) differ() {
	of := make([]RMST, len(c.Groups))
	for g := range of {
		of[g] = c.Groups[g].RMST
	}
	for a := range of {
		for b := a + 1; b < len(of); b++ {
			c.Differences = append(c.Differences, difference(a, b, of, c.Level))
		}
	}
}
