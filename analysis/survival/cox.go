package survival

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// CoxOptions say how a regression is fitted. The zero value works.
type CoxOptions struct {
	Ties   Ties
	Level  float64 // of all intervals; 0 means DefaultLevel
	Strata *Groups // each with a baseline of its own; nil for one
}

// A CoxFit is a proportional-hazards regression (Cox 1972): the hazard of a customer
// with attributes x is h₀(t)·e^(βᵀx), so that e^β, the hazard ratio, multiplies the
// risk to leave at every age alike. That is an assumption: see Proportional. Ratios
// are associated with attributes; without a control group they are no effects.
type CoxFit struct {
	Ties      Ties
	Level     float64
	Unit      analysis.Unit
	N, Events int // of the customers who could be used
	Missing   int // customers left out for a missing value

	Effects []Effect
	Left    []LeftOut // terms that could not be estimated, and why

	Null, LogLik     float64    // ln of the partial likelihood, at β = 0 and at its maximum
	LRT, Wald, Score GlobalTest // of β = 0
	AIC              float64
	Concordance      Concordance
	Proportional     []HazardTest // of proportional hazards, by column; nil if it could not be tested
	ProportionalAll  HazardTest   // of all together
	Iterations       int
	Converged        bool
	Warnings         []analysis.Warning

	model *coxModel // what Predict, Predictors and Residuals need; it does not travel over a wire
}

// A Term is one number of each customer that a hazard depends on.
type Term struct {
	Column          string  // the attribute's name, as the file has it
	Level           string  // of a text: 1 for who has it, else 0; "" for a number or a date
	Reference       string  // the level that Level is compared to, the most frequent
	Missing         bool    // of a text: 1 for customers without a value
	Mean, Deviation float64 // over the customers used
	Customers       int     // who have the level; for a number, all
	Events          int     // how many of these left
}

// An Effect is the coefficient β of a Term, per unit of it (a date counts years).
type Effect struct {
	Term                  Term
	Coefficient, SE, Z, P float64 // P two-sided, Wald's
	Ratio, Low, High      float64 // hazard ratio e^β and its interval
	Infinite              bool    // the likelihood grows without end: β is ±Inf, Ratio 0 or +Inf, the rest NaN
}

// A LeftOut is a term that adds nothing that could be estimated.
type LeftOut struct {
	Term     Term
	Constant bool // it is the same for all; else other terms say together what it says
}

// A GlobalTest is of all coefficients at once.
type GlobalTest struct {
	Statistic float64 // chi-square
	DF        int
	P         float64
}

// A HazardTest asks whether the effect of a column changes with the customer's age.
type HazardTest struct {
	Column    string
	Statistic float64 // chi-square
	DF        int
	P         float64
}

// A Concordance is the share of pairs of customers, of whom it is known who left
// first, that the regression orders rightly; ties count half. 0.5 is chance.
type Concordance struct {
	C, SE                        float64 // C is NaN where no pair could be ordered
	Concordant, Discordant, Tied int     // pairs; Tied have the same prediction
}

// Cox fits a regression on the terms of a design by Newton's method with step
// halving, from β = 0. The error is an *analysis.Error: NotEnough where nobody left or
// no term varies, BadInput for unknown options, or for Exact with more ties than can
// be enumerated. A likelihood that grows without end is no error: see Effect.Infinite.
func Cox(d *Design, o CoxOptions) (*CoxFit, error) {
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	if err := o.check(d); err != nil {
		return nil, err
	}
	m := newCoxData(d, o.Strata)
	if err := m.check(o.Ties); err != nil {
		return nil, err
	}
	zero := make([]float64, m.p)
	minus := m.minus(o.Ties)
	null := numeric.NewPoint(zero)
	minus(null)
	best := numeric.Newton{}.Minimize(minus, zero)
	f := &CoxFit{Ties: o.Ties, Level: o.Level, Unit: d.subjects.Unit, Events: m.events, Missing: d.Missing, Left: d.Left,
		Null: -null.Value, LogLik: -best.Value, Iterations: best.Iterations, Converged: best.Converged}
	f.model = newCoxModel(d, m, o, &best.Point)
	f.N = f.model.customers()
	f.effects()
	f.tests(null)
	f.Concordance = f.model.concordance()
	f.testHazards()
	f.warn()
	return f, nil
}

func (o *CoxOptions) check(d *Design) error {
	switch o.Ties {
	case Efron, Breslow, Exact:
	default:
		return analysis.Fail(analysis.BadInput, "survival.bad-ties", analysis.Text("ties", string(o.Ties)))
	}
	if len(d.Terms) == 0 {
		return analysis.Fail(analysis.NotEnough, "survival.no-terms").Or("survival.no-attributes.remedy")
	}
	if err := checkInterval(LogLog, o.Level); err != nil {
		return err
	}
	return o.Strata.check(d.subjects.N())
}

func (m *coxData) check(ties Ties) error {
	if m.events == 0 {
		return analysis.Fail(analysis.NotEnough, "survival.cox-no-events")
	}
	if ties != Exact {
		return nil
	}
	if steps, most := m.exactSteps(); steps > exactWork/(m.p*m.p) || most > maxExactTies {
		return analysis.Fail(analysis.BadInput, "survival.exact-large", analysis.Count("ties", most)).Or("survival.exact-large.remedy")
	}
	return nil
}

// A coxModel is what a fit keeps to predict and to test with. All numbers are of
// standardised terms.
type coxModel struct {
	design   *Design
	data     *coxData
	options  CoxOptions
	beta     []float64
	infinite []bool
	finite   []int          // terms that are not infinite
	inverse  numeric.Matrix // covariance of the finite ones
	known    bool           // whether there is one
	hessian  numeric.Matrix
}

func newCoxModel(d *Design, m *coxData, o CoxOptions, at *numeric.Point) *coxModel {
	c := &coxModel{design: d, data: m, options: o, beta: at.Theta, hessian: at.Hessian}
	c.infinite = m.diverging(at)
	for j, out := range c.infinite {
		if !out {
			c.finite = append(c.finite, j)
		}
	}
	c.inverse, c.known = pick(at.Hessian, c.finite).Inverse()
	return c
}

func (c *coxModel) customers() int {
	n := 0
	for g := range c.data.strata {
		n += len(c.data.strata[g].order)
	}
	return n
}

// pick returns the rows and columns of a symmetric matrix.
func pick(m numeric.Matrix, at []int) numeric.Matrix {
	out := numeric.NewMatrix(len(at))
	for i, a := range at {
		for j, b := range at {
			out.Set(i, j, m.At(a, b))
		}
	}
	return out
}

// stillMoving is by how much the next step would move ln of some customer's risk
// where the likelihood has a maximum to settle on: far less than this. Where it grows
// without end each step adds about 1, however little it wins.
const stillMoving = 0.1

// diverging marks the terms that the next step would still move although the search
// has ended: their likelihood is monotone, as when nobody with a level left (Heinze
// and Schemper 2001, Biometrics 57:114). They may diverge together.
func (m *coxData) diverging(at *numeric.Point) []bool {
	out, h := make([]bool, m.p), at.Hessian.Clone()
	for i := range m.p { // a flat direction may have lost its last digit
		h.Set(i, i, h.At(i, i)+float64(1e-13*float64(m.events)))
	}
	l, ok := h.Cholesky()
	if !ok {
		return out
	}
	for j, v := range l.SolveCholesky(at.Gradient) {
		out[j] = math.Abs(v)*m.spread(j) > stillMoving
	}
	return out
}

// spread returns the range of a term over cells.
func (m *coxData) spread(j int) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for k := j; k < len(m.x); k += m.p {
		low, high = min(low, m.x[k]), max(high, m.x[k])
	}
	return high - low
}

// effects brings the coefficients back to the units of the file.
func (f *CoxFit) effects() {
	c := f.model
	place := 0
	for j, t := range c.design.Terms {
		e := Effect{Term: t, Infinite: c.infinite[j]}
		if e.Infinite {
			e.diverge(c.beta[j])
		} else {
			se := math.NaN()
			if c.known {
				se = math.Sqrt(c.inverse.At(place, place)) / t.Deviation
			}
			e.estimate(c.beta[j]/t.Deviation, se, normal(f.Level))
			place++
		}
		f.Effects = append(f.Effects, e)
	}
}

func (e *Effect) estimate(beta, se, z float64) {
	e.Coefficient, e.SE, e.Z = beta, se, beta/se
	e.P = twoSided(e.Z)
	e.Ratio, e.Low, e.High = numeric.Exp(beta), numeric.Exp(beta-float64(z*se)), numeric.Exp(beta+float64(z*se))
}

func (e *Effect) diverge(towards float64) {
	nan := math.NaN()
	e.Coefficient = math.Inf(1)
	if towards < 0 {
		e.Coefficient = math.Inf(-1)
	}
	e.Ratio = numeric.Exp(e.Coefficient)
	e.SE, e.Z, e.P, e.Low, e.High = nan, nan, nan, nan, nan
}

// tests fills those of all coefficients at once. Wald's is of the finite ones.
func (f *CoxFit) tests(null *numeric.Point) {
	c := f.model
	f.LRT = globalTest(max(0, 2*(f.LogLik-f.Null)), c.data.p)
	f.AIC = 2*float64(c.data.p) - 2*f.LogLik
	score, wald := math.NaN(), 0.0
	if l, ok := null.Hessian.Cholesky(); ok {
		score = 0
		for j, v := range l.SolveCholesky(null.Gradient) {
			score += float64(v * null.Gradient[j])
		}
	}
	f.Score = globalTest(score, c.data.p)
	for _, i := range c.finite {
		for _, j := range c.finite {
			wald += float64(float64(c.beta[i]*c.hessian.At(i, j)) * c.beta[j])
		}
	}
	f.Wald = globalTest(wald, len(c.finite))
}

func globalTest(statistic float64, df int) GlobalTest {
	if df == 0 {
		statistic = math.NaN()
	}
	return GlobalTest{statistic, df, numeric.ChiSquareTail(statistic, df)}
}
