package survival

import (
	"math"

	"churnbench/analysis/internal/numeric"
)

// A LawName names a distribution of lifetimes.
type LawName string

// The laws.
const (
	Exponential LawName = "exponential"
	Weibull     LawName = "weibull"
	LogNormal   LawName = "lognormal"
	LogLogistic LawName = "loglogistic"
)

// LawNames are all laws, the simplest first.
var LawNames = []LawName{Exponential, Weibull, LogNormal, LogLogistic}

// A Law is a distribution of lifetimes T fitted by maximum likelihood: ln T = Mu +
// Sigma·ε, with ε of the law of the smallest extreme value (Exponential, where Sigma
// is 1, and Weibull), the normal (LogNormal) or the logistic one (LogLogistic). R's
// survreg has the same parameters. It says how long customers stay beyond the data,
// if the law holds there, which the data cannot tell.
type Law struct {
	Name        LawName
	Mu, Sigma   float64
	MuSE        float64
	LogSigmaSE  float64 // of ln Sigma; 0 for Exponential
	Covariance  float64 // of Mu and ln Sigma
	LogLik, AIC float64
	Converged   bool

	Scale, Shape float64 // of Weibull and Exponential: S(t) = exp(−(t/Scale)^Shape); NaN for others
}

// Quantile returns the time by which the share p (0 < p < 1) has left, with its
// interval at a level (0 for DefaultLevel) by the delta method on the scale of ln T.
func (l *Law) Quantile(p, level float64) Quantile {
	if level == 0 {
		level = DefaultLevel
	}
	e := l.Name.noise().quantile(p)
	at := l.Mu + float64(l.Sigma*e)
	by := float64(l.Sigma * e) // ∂ln T/∂ln Sigma
	variance := float64(l.MuSE*l.MuSE) + float64(float64(by*by)*float64(l.LogSigmaSE*l.LogSigmaSE)) + float64(2*by*l.Covariance)
	w := float64(normal(level) * math.Sqrt(max(0, variance)))
	return Quantile{p, numeric.Exp(at), numeric.Exp(at - w), numeric.Exp(at + w)}
}

// Survival returns the share who stay longer than t, with its interval at a level (0
// for DefaultLevel) by the delta method on the scale of ε.
func (l *Law) Survival(t, level float64) (s, low, high float64) {
	if level == 0 {
		level = DefaultLevel
	}
	if !(t > 0) {
		return 1, 1, 1
	}
	u := (numeric.Log(t) - l.Mu) / l.Sigma
	variance := float64(l.MuSE*l.MuSE)/float64(l.Sigma*l.Sigma) + float64(float64(u*u)*float64(l.LogSigmaSE*l.LogSigmaSE)) +
		float64(2*u*l.Covariance)/l.Sigma
	w := float64(normal(level) * math.Sqrt(max(0, variance)))
	stay := l.Name.noise().logTail
	share := func(u float64) float64 {
		v, _, _ := stay(u)
		return numeric.Exp(v)
	}
	return share(u), share(u + w), share(u - w)
}

// Hazard returns the rate at which those still here at t > 0 leave, per unit of time.
func (l *Law) Hazard(t float64) float64 {
	u := (numeric.Log(t) - l.Mu) / l.Sigma
	noise := l.Name.noise()
	density, _, _ := noise.logDensity(u)
	tail, _, _ := noise.logTail(u)
	return numeric.Exp(density-tail) / float64(l.Sigma*t)
}

// A noise is the law of ε: the logarithms of its density and of its upper tail, each
// with two derivatives, and its quantiles.
type noise struct {
	logDensity, logTail func(u float64) (v, d1, d2 float64)
	quantile            func(p float64) float64
}

func (n LawName) noise() noise {
	switch n {
	case LogNormal:
		return normalNoise
	case LogLogistic:
		return logisticNoise
	}
	return extremeNoise
}

const halfLogTwoPi = 0.91893853320467274178

var extremeNoise = noise{
	logDensity: func(u float64) (v, d1, d2 float64) {
		e := numeric.Exp(u)
		return u - e, 1 - e, -e
	},
	logTail: func(u float64) (v, d1, d2 float64) {
		e := numeric.Exp(u)
		return -e, -e, -e
	},
	quantile: func(p float64) float64 { return numeric.Log(-numeric.Log1p(-p)) },
}

var logisticNoise = noise{
	logDensity: func(u float64) (v, d1, d2 float64) {
		p := 1 / (1 + numeric.Exp(-u))
		return u - float64(2*numeric.LogAddExp(0, u)), 1 - 2*p, -float64(2 * p * (1 - p))
	},
	logTail: func(u float64) (v, d1, d2 float64) {
		p := 1 / (1 + numeric.Exp(-u))
		return -numeric.LogAddExp(0, u), -p, -float64(p * (1 - p))
	},
	quantile: func(p float64) float64 { return numeric.Log(p / (1 - p)) },
}

var normalNoise = noise{
	logDensity: func(u float64) (v, d1, d2 float64) { return -float64(u*u/2) - halfLogTwoPi, -u, -1 },
	logTail: func(u float64) (v, d1, d2 float64) {
		h := numeric.NormalHazard(u)
		return numeric.NormalLogTail(u), -h, -float64(h * (h - u))
	},
	quantile: numeric.NormalQuantile,
}
