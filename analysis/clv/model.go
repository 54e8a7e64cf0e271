package clv

import (
	"cmp"
	"context"
	"math"

	"churnbench/analysis/internal/numeric"
)

// A Model is a law of repeat purchases with its parameters known: what it says
// of a customer with x repeat purchases, the last at age tx, who is now of the
// given age. Ages are in the model's unit of time, weeks but for BGBB, which
// counts opportunities. All methods are total: for 0 ≤ tx ≤ age, x ≥ 0, t ≥ 0 and
// parameters above 0 they return a number, never NaN.
type Model interface {
	// Name is the model's usual name, as "BG/NBD".
	Name() string
	// Params returns the parameters in the order of the family's Names.
	Params() []float64
	// LogLikelihood returns the log-likelihood of one customer.
	LogLikelihood(x int, tx, age float64) float64
	// Alive returns the probability that the customer will still buy.
	Alive(x int, tx, age float64) float64
	// Expected returns E X(t), the repeat purchases of a new customer within t.
	Expected(t float64) float64
	// ExpectedGiven returns the purchases to expect within the next t.
	ExpectedGiven(x int, tx, age, t float64) float64
	// PMF returns P(X(t) = n) for a new customer.
	PMF(n int, t float64) float64
	// DERT returns the discounted expected residual transactions: all that will
	// still be bought, ever, each discounted by e^(−delta·t) with delta > 0 per unit
	// of time.
	DERT(x int, tx, age, delta float64) float64

	// living returns what holds for customers of x who are alive, whatever their tx.
	living(x int) living
}

// living answers for customers of one x who are known to be alive, at any age.
// In every model here the past matters to them through x and age alone.
type living interface {
	purchases(age, t float64) float64
	discounted(age, delta float64) float64
	silence(age, t float64) float64 // the chance of no purchase within the next t
}

// given and dert join the two halves of a prediction.
func given(m Model, x int, tx, age, t float64) float64 {
	return m.Alive(x, tx, age) * m.living(x).purchases(age, t)
}

func dert(m Model, x int, tx, age, delta float64) float64 {
	return m.Alive(x, tx, age) * m.living(x).discounted(age, delta)
}

// A Family is a model whose parameters are still to be found.
type Family struct {
	Name  string
	Names []string // of the parameters, as in the paper

	law    func(p []float64) Model
	minus  func(rows *Rows) numeric.Objective // −ln L over the logarithms of the parameters
	enough int                                // rows to find the way on, see likelihood.rough; 0 means sampleRows
	starts func(r ratio) [][]float64
}

// The families of non-contractual models, from the plainest on. BGBBFamily is
// for rows that count opportunities, the others for rows in time.
var (
	NBDFamily = &Family{Name: nameNBD, Names: []string{"r", "α"},
		law: func(p []float64) Model { return NBD{p[0], p[1]} }, minus: nbdMinus, starts: nbdStarts}
	BGNBDFamily = &Family{Name: nameBGNBD, Names: []string{"r", "α", "a", "b"},
		law: func(p []float64) Model { return BGNBD{p[0], p[1], p[2], p[3]} }, minus: bgMinus, starts: bgStarts}
	MBGNBDFamily = &Family{Name: nameMBGNBD, Names: []string{"r", "α", "a", "b"},
		law: func(p []float64) Model { return MBGNBD{p[0], p[1], p[2], p[3]} }, minus: mbgMinus, starts: bgStarts}
	ParetoNBDFamily = &Family{Name: nameParetoNBD, Names: []string{"r", "α", "s", "β"},
		law: func(p []float64) Model { return ParetoNBD{p[0], p[1], p[2], p[3]} }, minus: paretoMinus, starts: paretoStarts, enough: 500}
	BGBBFamily = &Family{Name: nameBGBB, Names: []string{"α", "β", "γ", "δ"},
		law: func(p []float64) Model { return BGBB{p[0], p[1], p[2], p[3]} }, minus: bgbbMinus, starts: bgbbStarts}
)

const (
	nameNBD       = "NBD"
	nameBGNBD     = "BG/NBD"
	nameMBGNBD    = "MBG/NBD"
	nameParetoNBD = "Pareto/NBD"
	nameBGBB      = "BG/BB"
)

// Families returns the models of purchases in time.
func Families() []*Family {
	return []*Family{NBDFamily, BGNBDFamily, MBGNBDFamily, ParetoNBDFamily}
}

// familyOf returns the model of purchases in time of that name, nil if there is none.
func familyOf(name string) *Family {
	for _, f := range Families() {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// Model returns the family's law with given parameters, all above 0.
func (f *Family) Model(params ...float64) Model { return f.law(params) }

// A Fitted is a Model whose parameters are those of most likelihood.
type Fitted struct {
	Fit
	Model      Model
	Covariance numeric.Matrix // of the logarithms of the parameters; NaN where the Hessian gives none

	family *Family
}

// Fit maximises the likelihood of the rows from several starts. The error is an
// *analysis.Error: NotEnough where there is no optimum, Cancelled.
func (f *Family) Fit(ctx context.Context, rows *Rows) (*Fitted, error) {
	return f.fitted(f.likelihood(rows).fit(ctx))
}

// Refit maximises the likelihood of other rows, much like those of f, from where f
// ended.
func (m *Fitted) Refit(ctx context.Context, rows *Rows) (*Fitted, error) {
	l := m.family.likelihood(rows)
	l.rough, l.starts = nil, [][]float64{m.Model.Params()}
	return m.family.fitted(l.fit(ctx))
}

func (f *Family) fitted(m maximum, err error) (*Fitted, error) {
	if err != nil {
		return nil, err
	}
	return &Fitted{m.Fit, f.law(m.params), m.covariance, f}, nil
}

// likelihood returns the likelihood of the rows, ready to fit.
func (f *Family) likelihood(rows *Rows) likelihood {
	l := likelihood{family: f, model: f.Name, names: f.Names, minus: f.minus(rows)}
	if sample := rows.sample(cmp.Or(f.enough, sampleRows)); sample != nil {
		l.rough = f.minus(sample)
	}
	r := rows.ratio()
	l.n, l.starts = int(r.customers), f.starts(r)
	return l
}

// A ratio is the totals that starting points are chosen by.
type ratio struct{ customers, repeats, age float64 }

// rate returns the repeat purchases per unit of time, more than 0.
func (r ratio) rate() float64 { return max(r.repeats, 1) / max(r.age, 1e-3) }

// meanAge returns the customers' mean age, more than 0.
func (r ratio) meanAge() float64 { return max(r.age, 1e-3) / max(r.customers, 1) }

func (rows *Rows) ratio() (r ratio) {
	for i, n := range rows.N {
		r.customers += n
		r.repeats += float64(n * float64(rows.X[i]))
		r.age += float64(n * rows.Weeks(rows.T[i]))
	}
	return r
}

// sample returns the rows of every k-th customer, so that about enough rows are
// left; nil where there are not many more. Customers are in order of x, and each x
// keeps its share, however many customers its rows hold.
func (rows *Rows) sample(enough int) *Rows {
	if rows.Len() < 2*enough {
		return nil
	}
	every := max(1, numeric.Total(rows.N)/float64(2*enough))
	sample := &Rows{PerWeek: rows.PerWeek}
	before, all := 0.0, 0.0
	for i, n := range rows.N {
		all += n
		picked := math.Floor(all/every + 0.5)
		if picked > before {
			sample.X, sample.TX = append(sample.X, rows.X[i]), append(sample.TX, rows.TX[i])
			sample.T, sample.N = append(sample.T, rows.T[i]), append(sample.N, picked-before)
		}
		before = picked
	}
	return sample
}
