package survival

import (
	"cmp"
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Prediction is the curve that a regression expects of a customer.
type Prediction struct {
	Time         []float64 // ascending, those with events
	Hazard       []float64 // cumulative, just after Time
	S, Low, High []float64
}

// A jump is the baseline hazard at one time, that of a customer whose standardised
// terms are all 0.
type jump struct {
	time  float64
	all   float64   // for those who stay
	dying float64   // for those who leave at that time: on average they were at risk for half of the others'
	vary  float64   // its variance for known β
	mean  []float64 // all · the mean of x at risk, by term
}

// jumps estimates a stratum's baseline, ascending in time. Breslow (1972) divides the
// events by Σ e^η at risk; with Efron's ties those who leave do so one by one. Exact
// takes Breslow's, as R does.
func (c *coxModel) jumps(stratum int) []jump {
	var out []jump
	m := c.data
	m.scan(&m.strata[stratum], m.risks(c.beta), Breslow, func(t float64, risk, dead *sums) {
		j := jump{time: t, mean: make([]float64, m.p)}
		for l := range dead.n {
			share := 0.0
			if c.options.Ties == Efron {
				share = float64(l) / float64(dead.n)
			}
			r := risk.r - float64(share*dead.r)
			j.all += 1 / r
			j.dying += (1 - share) / r
			j.vary += 1 / float64(r*r)
			for i := range j.mean {
				j.mean[i] += (risk.rx[i] - float64(share*dead.rx[i])) / float64(r*r)
			}
		}
		out = append(out, j)
	})
	slices.Reverse(out)
	return out
}

// Typical returns the profile of a customer with the reference of each text and the
// mean of each number.
func (f *CoxFit) Typical() []float64 {
	profile := make([]float64, len(f.Effects))
	for i, e := range f.Effects {
		if e.Term.Level == "" && !e.Term.Missing {
			profile[i] = e.Term.Mean
		}
	}
	return profile
}

// Predict returns the curve of a customer: profile has a number for each of Effects,
// in the units of the file and 1 or 0 for a level. stratum is an index into the
// strata, 0 if there are none. Intervals are log-log; they hold the uncertainty of
// the baseline and of β (Tsiatis 1981). Customers with an infinite effect are beyond
// prediction: the interval then knows only of the others. The error is an
// *analysis.Error.
func (f *CoxFit) Predict(profile []float64, stratum int) (*Prediction, error) {
	c := f.model
	if c == nil || len(profile) != len(f.Effects) || stratum < 0 || stratum >= len(c.data.strata) {
		return nil, analysis.Fail(analysis.BadInput, "survival.bad-profile", analysis.Count("have", len(profile)), analysis.Count("want", len(f.Effects)))
	}
	x := make([]float64, len(profile))
	eta := 0.0
	for j, t := range c.design.Terms {
		x[j] = (profile[j] - t.Mean) / t.Deviation
		eta += float64(c.beta[j] * x[j])
	}
	return c.predict(x, numeric.Exp(eta), c.jumps(stratum), normal(f.Level)), nil
}

func (c *coxModel) predict(x []float64, risk float64, jumps []jump, z float64) *Prediction {
	p := new(Prediction)
	h, vary := 0.0, 0.0
	lever := make([]float64, len(c.finite)) // ∂H/∂β, but for its sign and e^η
	for _, j := range jumps {
		h += j.all
		vary += j.vary
		for k, i := range c.finite {
			lever[k] += j.mean[i] - float64(j.all*x[i])
		}
		s := numeric.Exp(-float64(risk * h))
		se := math.NaN()
		if c.known {
			se = risk * math.Sqrt(vary+c.inverse.Quadratic(lever))
		}
		low, high := bounds(LogLog, s, se, z)
		p.Time, p.Hazard = append(p.Time, j.time), append(p.Hazard, float64(risk*h))
		p.S, p.Low, p.High = append(p.S, s), append(p.Low, low), append(p.High, high)
	}
	return p
}

// At reads the curve at t: 1 before the first event. Beyond the last event it stays
// where it is.
func (p *Prediction) At(t float64) (s, low, high float64) {
	i := upTo(p.Time, t)
	if i == 0 {
		return 1, 1, 1
	}
	return p.S[i-1], p.Low[i-1], p.High[i-1]
}

// Predictors returns ln of each subject's risk relative to a customer with the mean
// of every term; NaN for those who were left out.
func (f *CoxFit) Predictors() []float64 {
	c := f.model
	eta := c.data.predictors(c.beta)
	return c.bySubject(func(r uint32, _ int) float64 { return eta[c.design.cell[r]] })
}

// Residuals returns each subject's martingale residual: 1 for who left, else 0, less
// the events that the regression expected while they were under watch. They add up
// to 0 in each stratum. NaN for those who were left out.
func (f *CoxFit) Residuals() []float64 {
	c := f.model
	risks := c.data.risks(c.beta)
	jumps, sums := make([][]jump, len(c.data.strata)), make([][]float64, len(c.data.strata))
	for g := range jumps {
		jumps[g] = c.jumps(g)
		sums[g] = running(jumps[g])
	}
	s := c.design.subjects
	return c.bySubject(func(r uint32, g int) float64 {
		i := c.design.rows[r]
		left := s.Event[i] != 0
		expected := float64(risks[c.design.cell[r]] * watchedHazard(jumps[g], sums[g], s.entry(int(i)), s.Time[i], left))
		if left {
			return 1 - expected
		}
		return -expected
	})
}

// watchedHazard returns the baseline from entry to t; sums are those of the jumps
// before each, and of all.
func watchedHazard(jumps []jump, sums []float64, entry, t float64, left bool) float64 {
	at := func(v float64) int {
		n, _ := slices.BinarySearchFunc(jumps, v, func(j jump, v float64) int { return cmp.Compare(j.time, v) })
		return n
	}
	from, to := 0, at(t)
	if entry > 0 {
		if from = at(entry); from < len(jumps) && jumps[from].time == entry {
			from++
		}
	}
	h := sums[to] - sums[from]
	switch {
	case to == len(jumps) || jumps[to].time != t:
		return h
	case left:
		return h + jumps[to].dying
	}
	return h + jumps[to].all
}

// running returns the sums of the jumps before each, and of all.
func running(jumps []jump) []float64 {
	sums := make([]float64, len(jumps)+1)
	for i, j := range jumps {
		sums[i+1] = sums[i] + j.all
	}
	return sums
}

func (c *coxModel) bySubject(value func(r uint32, stratum int) float64) []float64 {
	out := slices.Repeat([]float64{math.NaN()}, c.design.subjects.N())
	for g := range c.data.strata {
		for _, r := range c.data.strata[g].order {
			out[c.design.rows[r]] = value(r, g)
		}
	}
	return out
}
