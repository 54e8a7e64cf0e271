package survival

// A LawName names a distribution of lifetimes.
type LawName string

// The laws.
const (
	Exponential LawName = "exponential"
	Weibull     LawName = "weibull"
	LogNormal   LawName = "lognormal"
	LogLogistic LawName = "loglogistic"
)

// A Law is a distribution of lifetimes fitted by maximum likelihood: ln T = Mu +
// Sigma·ε, with ε of the smallest extreme value law (Exponential, where Sigma is 1,
// and Weibull), the normal (LogNormal) or the logistic one (LogLogistic). R's
// survreg has the same parameters.
type Law struct {
	Name         LawName
	Mu, Sigma    float64
	MuSE         float64
	LogSigmaSE   float64 // NaN for Exponential
	Covariance   float64 // of Mu and ln Sigma
	LogLik, AIC  float64
	Best         bool // lowest AIC of the laws fitted together
	Median       float64
	MedianLow    float64
	MedianHigh   float64
	Scale, Shape float64 // of Weibull: S(t) = exp(−(t/Scale)^Shape); NaN for others
	Converged    bool
}
