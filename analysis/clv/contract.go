package clv

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A ContractModel is a law of how long a contract lasts, where leaving is seen.
// Time counts renewals: a customer survives period t = 1, 2 … or leaves in it.
type ContractModel interface {
	// Name is the model's usual name, as "sBG".
	Name() string
	// Params returns the parameters in the order of the family's Names.
	Params() []float64
	// Survival returns the share of customers who are still there after t periods.
	Survival(t int) float64
	// Retention returns the share of those there after t−1 periods who stay for
	// period t ≥ 1: it rises with t, as those who leave easily have left.
	Retention(t int) float64
	// DERL returns the discounted expected residual lifetime of a customer who has
	// renewed n−1 ≥ 0 times and is about to be asked again: the periods still to
	// come, the first at full worth, each later one discounted by 1+rate, rate > 0
	// per period. Fader and Hardie (2010), "Customer-base valuation in a contractual
	// setting: the perils of ignoring heterogeneity", Marketing Science 29(1).
	DERL(n int, rate float64) float64
}

// A ContractFamily is a ContractModel whose parameters are still to be found.
type ContractFamily struct {
	Name  string
	Names []string // of the parameters, as in the paper

	law    func(p []float64) ContractModel
	minus  func(t *Tenures) numeric.Objective
	starts [][]float64
}

// The models of contracts.
var (
	SBGFamily = &ContractFamily{Name: "sBG", Names: []string{"α", "β"},
		law: func(p []float64) ContractModel { return SBG{p[0], p[1]} }, minus: sbgMinus,
		starts: [][]float64{{1, 3}, {0.3, 0.5}, {5, 30}}}
	BdWFamily = &ContractFamily{Name: "BdW", Names: []string{"γ", "δ", "c"},
		law: func(p []float64) ContractModel { return BdW{p[0], p[1], p[2]} }, minus: bdwMinus,
		starts: [][]float64{{1, 3, 1}, {0.3, 1, 1.5}, {3, 20, 0.8}, {0.5, 0.5, 1}}}
)

// ContractFamilies returns the models of contracts, the plainest first.
func ContractFamilies() []*ContractFamily { return []*ContractFamily{SBGFamily, BdWFamily} }

// Model returns the family's law with given parameters, all above 0.
func (f *ContractFamily) Model(params ...float64) ContractModel { return f.law(params) }

// Tenures are what is known of contracts, all cohorts together: Lost[k] left in
// period k+1, Kept[k] were still there after k+1 periods when the observation
// ended. Entered[k] of all these came under watch only after k+1 periods (left
// truncation). New have not been there for a whole period yet, and say nothing.
// The lists are of equal lengths. The zero value holds no customers.
type Tenures struct {
	Lost, Kept, Entered []float64
	New                 float64
}

// watched is how many periods' survival k+1 the likelihood holds on balance: those
// who survived, less those of whom it was known beforehand.
func (t *Tenures) watched(k int) float64 { return t.Kept[k] - t.Entered[k] }

// AddCohort adds customers who started together: survivors[0] of them, of whom
// survivors[t] were left after t periods. It must not rise, nor fall below 0.
func (t *Tenures) AddCohort(survivors []float64) error {
	last := len(survivors) - 1
	for k := range last {
		if !(survivors[k+1] >= 0 && survivors[k+1] <= survivors[k]) || math.IsInf(survivors[k], 0) {
			return analysis.Fail(analysis.BadInput, "clv.rising-cohort", analysis.Count("period", k+1),
				analysis.Number("before", survivors[k]), analysis.Number("after", survivors[k+1])).Or("clv.rising-cohort.remedy")
		}
	}
	if last < 1 {
		return nil // nobody was asked to renew yet
	}
	t.grow(last)
	for k := range last {
		t.Lost[k] += survivors[k] - survivors[k+1]
	}
	t.Kept[last-1] += survivors[last]
	return nil
}

func (t *Tenures) grow(periods int) {
	for len(t.Lost) < periods {
		t.Lost, t.Kept, t.Entered = append(t.Lost, 0), append(t.Kept, 0), append(t.Entered, 0)
	}
}

// Customers returns how many customers there are, without the new ones.
func (t *Tenures) Customers() float64 { return numeric.Total(t.Lost) + numeric.Total(t.Kept) }

// A FittedContract is a ContractModel of most likelihood.
type FittedContract struct {
	Fit
	Model      ContractModel
	Covariance numeric.Matrix // of the logarithms of the parameters; NaN where the Hessian gives none
}

// Fit maximises the likelihood. The error is an *analysis.Error: NotEnough where
// fewer periods were seen than there are parameters or nobody left, Cancelled.
func (f *ContractFamily) Fit(ctx context.Context, t *Tenures) (*FittedContract, error) {
	if need := len(f.Names); len(t.Lost) < need || !(numeric.Total(t.Lost) > 0) {
		return nil, analysis.Fail(analysis.NotEnough, "clv.few-periods", analysis.Text("model", f.Name),
			analysis.Count("have", len(t.Lost)), analysis.Count("need", need)).Or("clv.few-periods.remedy")
	}
	l := likelihood{model: f.Name, names: f.Names, n: int(t.Customers()), minus: f.minus(t), starts: f.starts}
	m, err := l.fit(ctx)
	if err != nil {
		return nil, err
	}
	return &FittedContract{m.Fit, f.law(m.params), m.covariance}, nil
}

// expectedResidual adds up the discounted survival from n on, given survival of
// n−1 periods, until nothing comes.
func expectedResidual(m ContractModel, n int, rate float64) float64 {
	discount := 1 / (1 + rate)
	sum, worth := 0.0, 1.0
	for t := n; t < n+maxPeriods; t++ {
		worth = float64(worth * m.Retention(t))
		sum += worth
		if worth = float64(worth * discount); worth <= float64(1e-16*sum)*rate {
			break
		}
	}
	return sum
}

// maxPeriods bounds the sum at a rate close to 0.
const maxPeriods = 1_000_000
