package survival

import (
	"math"
	"slices"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Laws are the laws of LawNames fitted to the same subjects.
type Laws struct {
	Laws     []Law
	Best     int // of Laws: the lowest AIC; −1 if none converged
	Warnings []analysis.Warning
}

// FitLaws fits all laws. Events of any cause count; left truncation is taken into the
// likelihood. The error is an *analysis.Error: NotEnough where fewer than two
// customers left, or all of them at the same age, BadInput where somebody left at age
// 0, which has no logarithm.
func FitLaws(s *Subjects) (*Laws, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	ages := newLogAges(s.sequence())
	if err := ages.check(); err != nil {
		return nil, err
	}
	out := &Laws{Best: -1, Warnings: s.Doubts()}
	for _, name := range LawNames {
		out.Laws = append(out.Laws, ages.fit(name))
	}
	out.choose()
	return out, nil
}

// choose finds the best law, and says when another is as good.
func (l *Laws) choose() {
	for i := range l.Laws {
		if l.Laws[i].Converged && (l.Best < 0 || l.Laws[i].AIC < l.Laws[l.Best].AIC) {
			l.Best = i
		}
	}
	for i := range l.Laws {
		switch {
		case !l.Laws[i].Converged:
			l.Warnings = append(l.Warnings, analysis.Warning{Severity: analysis.Caution,
				Message: analysis.Say("survival.law-unsettled", analysis.Word("law", l.Laws[i].Name.key()))})
		case l.Best >= 0 && i != l.Best && l.Laws[i].AIC-l.Laws[l.Best].AIC < closeAIC:
			l.Warnings = append(l.Warnings, analysis.Warning{Severity: analysis.Note,
				Message: analysis.Say("survival.law-close", analysis.Word("law", l.Laws[i].Name.key()), analysis.Word("best", l.Laws[l.Best].Name.key()))})
		}
	}
}

// closeAIC is the difference below which two laws fit about equally well (Burnham
// and Anderson 2002, section 2.6).
const closeAIC = 2

// key is the catalogue's name of a law.
func (n LawName) key() string {
	switch n {
	case Exponential:
		return "survival.law.exponential"
	case Weibull:
		return "survival.law.weibull"
	case LogNormal:
		return "survival.law.lognormal"
	}
	return "survival.law.loglogistic"
}

// logAges are what the likelihood sees: distinct ages, how many left and how many were
// seen for the last time at each, and how many came under watch. Ages are divided by
// unit, the mean time per event, so that Mu is near 0.
type logAges struct {
	unit            float64
	log             []float64 // ln(age/unit) > −∞
	events          []float64
	censored        []float64
	logEntry        []float64
	entered         []float64
	left            int     // events
	atZero          int     // events at age 0
	sumLog          float64 // Σ ln(age/unit) over events
	exposed, single float64 // time under watch; the age of all events, NaN if there are several
}

func newLogAges(q *sequence) *logAges {
	a := new(logAges)
	var ages, entries []float64
	q.walk(nil, func(st *step) {
		d, w := st.events[0], st.censored[0]
		a.exposed += float64(st.time * float64(d+w))
		a.left += d
		if st.time == 0 { // whoever was censored at 0 says nothing
			a.atZero += d
			return
		}
		if d > 0 {
			a.single = st.time
			if a.left > d {
				a.single = math.NaN()
			}
		}
		ages, a.events, a.censored = append(ages, st.time), append(a.events, float64(d)), append(a.censored, float64(w))
	})
	for _, i := range q.byEntry {
		t := q.s.Entry[i]
		a.exposed -= t
		if k := len(entries); k == 0 || entries[k-1] != t {
			entries, a.entered = append(entries, t), append(a.entered, 0)
		}
		a.entered[len(entries)-1]++
	}
	a.unit = a.exposed / float64(max(1, a.left))
	a.log, a.logEntry = a.logs(ages), a.logs(entries)
	for i, d := range a.events {
		a.sumLog += float64(d * a.log[i])
	}
	return a
}

func (a *logAges) logs(ages []float64) []float64 {
	out := make([]float64, len(ages))
	for i, t := range ages {
		out[i] = numeric.Log(t / a.unit)
	}
	return out
}

func (a *logAges) check() error {
	switch {
	case a.atZero > 0:
		return analysis.Fail(analysis.BadInput, "survival.law-zero", analysis.Count("events", a.atZero)).Or("survival.law-zero.remedy")
	case a.left < 2 || !math.IsNaN(a.single):
		return analysis.Fail(analysis.NotEnough, "survival.law-few", analysis.Count("events", a.left))
	}
	return nil
}

func (a *logAges) fit(name LawName) Law {
	if name == Exponential {
		return a.exponential()
	}
	at := numeric.Newton{Bound: lawBound}.Minimize(a.minus(name.noise()), []float64{0, 0})
	l := Law{Name: name, Mu: at.Theta[0] + numeric.Log(a.unit), Sigma: numeric.Exp(at.Theta[1]), Scale: math.NaN(), Shape: math.NaN()}
	l.finish(-at.Value-float64(float64(a.left)*numeric.Log(a.unit)), 2)
	covariance, ok := at.Hessian.Inverse()
	l.Converged = at.Converged && ok && !slices.Contains(at.AtBound, true)
	if !ok {
		l.MuSE, l.LogSigmaSE, l.Covariance = math.NaN(), math.NaN(), math.NaN()
		return l
	}
	l.MuSE, l.LogSigmaSE, l.Covariance = math.Sqrt(covariance.At(0, 0)), math.Sqrt(covariance.At(1, 1)), covariance.At(0, 1)
	return l
}

// lawBound keeps Mu, less the logarithm of the unit, and ln Sigma in a range that no
// lifetimes leave.
const lawBound = 30

func (l *Law) finish(logLik float64, params int) {
	l.LogLik, l.AIC = logLik, float64(2*params)-2*logLik
	if l.Name == Exponential || l.Name == Weibull {
		l.Scale, l.Shape = numeric.Exp(l.Mu), 1/l.Sigma
	}
}

// exponential has its maximum where the rate is events per time under watch.
func (a *logAges) exponential() Law {
	d := float64(a.left)
	l := Law{Name: Exponential, Mu: numeric.Log(a.unit), Sigma: 1, MuSE: 1 / math.Sqrt(d), Converged: true}
	l.finish(-d-float64(d*l.Mu), 1)
	return l
}

// minus is −ln of the likelihood of ages in units, less the constant of the unit:
// density ÷ (Sigma·age) for who left, the tail for who was censored, each over the
// tail at the entry.
func (a *logAges) minus(n noise) numeric.Objective {
	return func(pt *numeric.Point) {
		sum := lawSum{mu: pt.Theta[0], sigma: numeric.Exp(pt.Theta[1])}
		for i, t := range a.log {
			if a.events[i] > 0 {
				sum.add(a.events[i], t, n.logDensity)
			}
			if a.censored[i] > 0 {
				sum.add(a.censored[i], t, n.logTail)
			}
		}
		for i, t := range a.logEntry {
			sum.add(-a.entered[i], t, n.logTail)
		}
		d := float64(a.left)
		pt.Value = -(sum.v.Value() - float64(d*pt.Theta[1]) - a.sumLog)
		pt.Gradient[0], pt.Gradient[1] = -sum.g[0], d-sum.g[1]
		pt.Hessian.A[0], pt.Hessian.A[3] = -sum.h[0], -sum.h[2]
		pt.Hessian.A[1], pt.Hessian.A[2] = -sum.h[1], -sum.h[1]
		if math.IsNaN(pt.Value) {
			pt.Value = math.Inf(1)
		}
	}
}

// lawSum adds a function of u = (ln t − μ)/σ with its derivatives by μ and ln σ.
type lawSum struct {
	mu, sigma float64
	v         numeric.Sum
	g         [2]float64
	h         [3]float64
}

func (s *lawSum) add(times, logT float64, f func(u float64) (v, d1, d2 float64)) {
	u := (logT - s.mu) / s.sigma
	v, d1, d2 := f(u)
	s.v.Add(float64(times * v))
	s.g[0] -= float64(times * d1 / s.sigma)
	s.g[1] -= float64(times * u * d1)
	s.h[0] += float64(times * d2 / float64(s.sigma*s.sigma))
	s.h[1] += float64(times * (float64(u*d2) + d1) / s.sigma)
	s.h[2] += float64(times * u * (float64(u*d2) + d1))
}
