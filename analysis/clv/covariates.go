package clv

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// Covariates that do not change with time, after Fader and Hardie (2007), "Incorporating
// time-invariant covariates into the Pareto/NBD and BG/NBD models", note 019. What is
// known of a customer, z, multiplies her rates by e^(γᵀz):
//
//   - the rate of purchases λ, so that α becomes α·e^(−γᵀz), in all models;
//   - the rate of lapse μ of Pareto/NBD, so that β becomes β·e^(−γᵀz);
//   - of BG/NBD and MBG/NBD both parameters of the chance p to lapse, a·e^(γᵀz) and
//     b·e^(γᵀz), with coefficients of their own. CLVTools holds the two equal, which
//     leaves the mean a/(a+b) as it is for every customer and moves the spread alone.
//
// The other parameters are everybody's. With all γ = 0 it is the model without.

// A Target is what an effect acts on.
type Target string

// The targets.
const (
	OnPurchases Target = "purchases" // the rate of purchases: above 0 buys more often
	OnLapse     Target = "lapse"     // the rate of lapse: above 0 leaves sooner
	OnA         Target = "a"         // a of the chance to lapse: above 0 leaves sooner
	OnB         Target = "b"         // b of the chance to lapse: above 0 stays longer
	OnOdds      Target = "odds"      // the odds a/b to lapse after a purchase, from both: above 0 leaves sooner
)

// A link says which parameter a target moves, and which way.
type link struct {
	target Target
	param  int
	sign   float64
}

// links returns the targets of a family, nil for one that takes no covariates.
func (f *Family) links() []link {
	purchases := link{OnPurchases, 1, -1}
	switch f {
	case NBDFamily:
		return []link{purchases}
	case ParetoNBDFamily:
		return []link{purchases, {OnLapse, 3, -1}}
	case BGNBDFamily, MBGNBDFamily:
		return []link{purchases, {OnA, 2, 1}, {OnB, 3, 1}}
	}
	return nil
}

// An Effect is a coefficient γ.
type Effect struct {
	Term                       Term
	On                         Target
	Coefficient, SE, Low, High float64 // γ with its 95 % interval
	Ratio                      float64 // e^γ: by what the rate, or a or b, is multiplied
	P                          float64 // of γ = 0, Wald's test, two-sided
}

// A RatioTest is the likelihood-ratio test of a model against one it contains. Wilks's
// χ² holds where neither has a parameter at its boundary: see their Verdicts.
type RatioTest struct {
	Statistic float64 // 2·(ln L with − ln L without), at least 0
	DF        int
	P         float64 // the chance of as much or more if no covariate mattered
}

// A CovariateFit is a model with covariates, fitted, beside the one without.
type CovariateFit struct {
	Fit     Fit // its Params are those of a customer whose z are all 0; LogLik, AIC and BIC count the effects too
	Without Fit
	Effects []Effect // by target, each in the order of the design's terms
	Odds    []Effect // of models of a and b: what both do to the odds a/b of lapsing after a purchase, by term; else nil
	Test    RatioTest

	family     *Family
	design     *Design
	groups     []covariateGroup
	groupOf    []uint32  // by customer of the design's Summary
	theta      []float64 // logarithms of the parameters, then γ
	covariance numeric.Matrix
}

// FitCovariates maximises the likelihood of the design's customers. The error is an
// *analysis.Error: BadInput for a model that takes no covariates, NotEnough with fewer
// than ten repeat buyers an effect or where there is no optimum, Cancelled.
func (f *Family) FitCovariates(ctx context.Context, d *Design) (*CovariateFit, error) {
	links := f.links()
	if links == nil {
		return nil, analysis.Fail(analysis.BadInput, "clv.cov.family", analysis.Text("model", f.Name))
	}
	if have, need := d.summary.Repeaters(), perEffect*len(links)*len(d.Terms); have < need {
		return nil, analysis.Fail(analysis.NotEnough, "clv.cov.few", analysis.Count("have", have), analysis.Count("need", need),
			analysis.Count("effects", len(links)*len(d.Terms))).Or("clv.cov.few.remedy")
	}
	without, err := f.Fit(ctx, &d.summary.Rows)
	if err != nil {
		return nil, err
	}
	groups := d.groups(f, 1)
	m, err := d.likelihood(f, groups, without).fit(ctx)
	if err != nil {
		return nil, err
	}
	return newCovariateFit(f, d, groups, m, without), nil
}

// likelihood is over the logarithms of the parameters and γ. The search knows parameters
// above 0 only: γ is the logarithm of the ratio e^γ. It starts at the summit without
// covariates and, for a second opinion, at two starts of the family.
func (d *Design) likelihood(f *Family, groups []covariateGroup, without *Fitted) likelihood {
	l := likelihood{family: f, model: f.Name, names: append([]string(nil), f.Names...), n: without.N}
	l.minus = covariateMinus(f, groups)
	if every := len(d.summary.X) / (2 * sampleRows); every > 1 {
		l.rough = covariateMinus(f, d.groups(f, every))
	}
	l.starts = append([][]float64{without.Model.Params()}, f.starts(d.summary.Rows.ratio())[:2]...)
	for _, k := range f.links() {
		for _, t := range d.Terms {
			l.names = append(l.names, "γ "+string(k.target)+" "+t.name())
			for i := range l.starts {
				l.starts[i] = append(l.starts[i], 1)
			}
		}
	}
	return l
}

func (t Term) name() string {
	if t.Level == "" {
		return t.Column
	}
	return t.Column + " = " + t.Level
}

func newCovariateFit(f *Family, d *Design, groups []covariateGroup, m maximum, without *Fitted) *CovariateFit {
	base := len(f.Names)
	c := &CovariateFit{Fit: m.Fit, Without: without.Fit, family: f, design: d, groups: groups, theta: logs(m.params), covariance: m.covariance}
	c.Fit.Params = m.Params[:base:base]
	c.groupOf = make([]uint32, len(d.summary.X))
	for g := range groups {
		for _, i := range groups[g].members {
			c.groupOf[i] = uint32(g)
		}
	}
	at := base
	for _, k := range f.links() {
		for _, t := range d.Terms {
			c.Effects = append(c.Effects, newEffect(t, k.target, c.theta[at], math.Sqrt(m.covariance.At(at, at))))
			at++
		}
	}
	c.Odds = c.odds()
	gain := max(0, 2*(m.LogLik-without.LogLik))
	c.Test = RatioTest{gain, len(c.Effects), numeric.ChiSquareTail(gain, len(c.Effects))}
	return c
}

// odds joins the effects on a and b: of the odds a/b the logarithm changes by
// γa − γb, whose variance is that of both less twice their covariance.
func (c *CovariateFit) odds() (out []Effect) {
	if c.family != BGNBDFamily && c.family != MBGNBDFamily {
		return nil
	}
	terms, v := len(c.design.Terms), c.covariance
	for k, t := range c.design.Terms {
		a := len(c.family.Names) + terms + k
		b := a + terms
		variance := v.At(a, a) + v.At(b, b) - 2*v.At(a, b)
		out = append(out, newEffect(t, OnOdds, c.theta[a]-c.theta[b], math.Sqrt(variance)))
	}
	return out
}

func newEffect(t Term, on Target, gamma, se float64) Effect {
	half := float64(numeric.Z95 * se)
	z := gamma / se
	return Effect{t, on, gamma, se, gamma - half, gamma + half, numeric.Exp(gamma), numeric.ChiSquareTail(float64(z*z), 1)}
}

// Model returns the law of customer i of the design's Summary.
func (c *CovariateFit) Model(i int) Model {
	return c.law(c.theta, c.groups[c.groupOf[i]].z)
}

func (c *CovariateFit) law(theta, z []float64) Model {
	own := make([]float64, len(c.family.Names))
	shift(own, theta, z, c.family.links())
	return c.family.law(exps(own))
}

// Predict returns P(alive) and the purchases to expect within so many weeks, for each
// customer of the design's Summary.
func (c *CovariateFit) Predict(weeks float64) (alive, expected []float64) {
	n := len(c.design.summary.X)
	alive, expected = make([]float64, n), make([]float64, n)
	for _, g := range c.groups {
		m := c.law(c.theta, g.z)
		a, e := g.rows.alive(m), g.rows.expectedWithin(m, weeks)
		for k, i := range g.members {
			alive[i], expected[i] = a[g.row[k]], e[g.row[k]]
		}
	}
	return alive, expected
}
