package clv

import (
	"context"
	"errors"
	"math"

	"churnbench/analysis"
)

// minRepeaters is the fewest repeat buyers that BG/NBD is fitted to: with fewer,
// four parameters would be a story about a handful of people.
const minRepeaters = 10

// minSpenders is the fewest for the three parameters of Gamma-Gamma.
const minSpenders = 10

// An Analysis is a finished run: columns over all customers of the log, and the
// Result that a screen shows. Predictions look ahead from the log's End; they
// are NaN for a customer without a purchase up to then.
type Analysis struct {
	Log      *analysis.Log
	Options  Options
	Alive    []float64 // P(alive), by CustomerID
	Expected []float64 // purchases within the horizon
	Spend    []float64 // expected per purchase, main units
	CLV      []float64 // discounted margin within the horizon, main units

	now, then        *Summary        // at the log's end and at the end of calibration
	buying, pastBuy  *maximum        // the model of purchases on now and then; pastBuy nil if it could not be fitted
	noSpend          *analysis.Error // why there is no spend
	spend, pastSpend *maximum        // Gamma-Gamma; nil if it could not be fitted
	valuation        valuation
	rowOf            []int32 // position in now of each customer, −1 if none
	result           Result
}

// steps is how many steps WithProgress hears of from Analyze: four fits, then the predictions.
const steps = 5

type progressKey struct{}

// WithProgress returns a context with which Analyze, Bakeoff and Bootstrap.Run tell f
// how many of their steps are done: before each step, and at last that all are.
func WithProgress(ctx context.Context, f func(done, of int)) context.Context {
	return context.WithValue(ctx, progressKey{}, f)
}

// tell tells the listener, if there is one, how many steps are done.
func tell(ctx context.Context, done, of int) {
	if f, ok := ctx.Value(progressKey{}).(func(done, of int)); ok {
		f(done, of)
	}
}

// begin opens the step after those done, unless the context was cancelled.
func begin(ctx context.Context, done, of int) error {
	tell(ctx, done, of)
	return stopped(ctx)
}

// stopped returns an error if the context was cancelled.
func stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return analysis.Fail(analysis.Cancelled, "clv.cancelled")
	}
	return nil
}

// Analyze fits both models to the log twice, as Result describes, and predicts.
// The error is an *analysis.Error: BadInput for options outside their range,
// NotEnough where the data cannot carry the model, Cancelled.
func Analyze(ctx context.Context, log *analysis.Log, opt Options) (*Analysis, error) {
	if log.Customers() == 0 || log.First() > log.End {
		return nil, analysis.Fail(analysis.NotEnough, "clv.no-customers")
	}
	opt, err := opt.settle(log)
	if err != nil {
		return nil, err
	}
	a := &Analysis{Log: log, Options: opt}
	a.now, a.then = Summarize(log, log.End), Summarize(log, opt.CalibrationEnd)
	if err := a.fitAll(ctx); err != nil {
		return nil, err
	}
	if err := begin(ctx, steps-1, steps); err != nil {
		return nil, err
	}
	a.predict()
	a.assemble()
	tell(ctx, steps, steps)
	return a, nil
}

// Summary returns what the predictions knew of the customers at the log's end.
func (a *Analysis) Summary() *Summary { return a.now }

// Result returns everything the Value screen shows.
func (a *Analysis) Result() Result { return a.result }

// fitAll fits the models. Only that of purchases on all days is indispensable.
func (a *Analysis) fitAll(ctx context.Context) (err error) {
	if err = begin(ctx, 0, steps); err != nil {
		return err
	}
	family := familyOf(a.Options.Model)
	if a.buying, err = a.now.fitBuying(ctx, family); err != nil {
		return err
	}
	if a.spend, a.noSpend, err = optional(ctx, 1, a.now.fitSpend); err != nil {
		return err
	}
	if a.Options.CalibrationEnd == a.Log.End {
		a.pastBuy, a.pastSpend = a.buying, a.spend
		return nil
	}
	if a.pastBuy, _, err = optional(ctx, 2, func(ctx context.Context) (*maximum, error) { return a.then.fitBuying(ctx, family) }); err != nil {
		return err
	}
	a.pastSpend, _, err = optional(ctx, 3, a.then.fitSpend)
	return err
}

// optional takes a step whose fit may be missing: the data that cannot carry
// it are no failure.
func optional(ctx context.Context, done int, fit func(context.Context) (*maximum, error)) (m *maximum, missing *analysis.Error, err error) {
	if err := begin(ctx, done, steps); err != nil {
		return nil, nil, err
	}
	m, err = fit(ctx)
	missing, err = excuse(err)
	return m, missing, err
}

// excuse tells data that cannot carry a fit, which is a missing one, from a
// failure.
func excuse(err error) (missing *analysis.Error, failed error) {
	if errors.As(err, &missing) && missing.Kind == analysis.NotEnough {
		return missing, nil
	}
	return nil, err
}

// enoughRepeaters returns an error where a model of purchases would be a story
// about a handful of people.
func (s *Summary) enoughRepeaters() error {
	if n := s.Repeaters(); n < minRepeaters {
		return analysis.Fail(analysis.NotEnough, "clv.not-enough",
			analysis.Count("have", n), analysis.Count("need", minRepeaters), analysis.Count("customers", len(s.X))).
			Or("clv.not-enough.remedy")
	}
	return nil
}

// fitBuying fits a model of purchases.
func (s *Summary) fitBuying(ctx context.Context, f *Family) (*maximum, error) {
	if err := s.enoughRepeaters(); err != nil {
		return nil, err
	}
	m, err := f.likelihood(&s.Rows).fit(ctx)
	if err != nil {
		return nil, err
	}
	return &m, nil
}

// fitSpend fits Gamma-Gamma.
func (s *Summary) fitSpend(ctx context.Context) (*maximum, error) {
	blocks, n := s.spendBlocks()
	if n < minSpenders {
		return nil, analysis.Fail(analysis.NotEnough, "clv.few-spenders",
			analysis.Count("have", n), analysis.Count("need", minSpenders)).Or("clv.no-spend.remedy")
	}
	if sameSpend(blocks) {
		return nil, analysis.Fail(analysis.NotEnough, "clv.same-spend").Or("clv.no-spend.remedy")
	}
	m, err := gammaGamma(blocks, n).fit(ctx)
	if err != nil {
		return nil, err
	}
	return &m, nil
}

// predict fills the columns.
func (a *Analysis) predict() {
	s := a.now
	a.valuation = s.value(a.buying, a.spend, a.Options)
	v, n := &a.valuation, a.Log.Customers()
	a.Alive = byCustomer(s.Customer, n, func(i int) float64 { return v.alive[s.Row[i]] })
	a.Expected = byCustomer(s.Customer, n, func(i int) float64 { return v.expected[s.Row[i]] })
	a.Spend = byCustomer(s.Customer, n, func(i int) float64 { return v.spend[i] })
	a.CLV = byCustomer(s.Customer, n, func(i int) float64 { return v.value[i] })
	a.rowOf = make([]int32, n)
	for c := range a.rowOf {
		a.rowOf[c] = -1
	}
	for i, c := range s.Customer {
		a.rowOf[c] = int32(i)
	}
}

// Prediction returns one customer's row. A customer without a purchase up to
// the log's end has NaN throughout.
func (a *Analysis) Prediction(c analysis.CustomerID) Prediction {
	p := Prediction{
		Customer: c, ID: a.Log.IDs.At(int(c)), TX: math.NaN(), T: math.NaN(),
		Alive: a.Alive[c], Expected: a.Expected[c], Spend: a.Spend[c], CLV: a.CLV[c],
	}
	if i := a.rowOf[c]; i >= 0 {
		p.X = int(a.now.X[i])
		p.TX, p.T = a.now.Rows.Weeks(a.now.TX[i]), a.now.Rows.Weeks(a.now.T[i])
	}
	return p
}

// assemble writes the Result.
func (a *Analysis) assemble() {
	r := &a.result
	*r = Result{
		Options: a.Options, Unit: "week",
		Begin: a.now.Begin, End: a.Log.End, CalibrationEnd: a.Options.CalibrationEnd,
		Customers: len(a.then.X), Repeaters: a.then.Repeaters(),
		CurrentCustomers: len(a.now.X), CurrentRepeaters: a.now.Repeaters(),
		Fit: fitOf(a.pastBuy), Spend: fitOf(a.pastSpend),
		Current: fitOf(a.buying), CurrentSpend: fitOf(a.spend),
		SpendFrequencyCorrelation: a.now.spendFrequencyCorrelation(),
		MeanSpend:                 math.NaN(),
	}
	if a.spend != nil {
		r.MeanSpend = a.spend.gammaGamma().Mean()
	}
	a.describeValue(r)
	if a.pastBuy != nil {
		a.validate(r)
	}
	r.Heat = a.now.heat(a.buying.law(), horizon{months: a.Options.Horizon})
	r.Warnings = a.warnings()
}

// fitOf returns an optional fit; a missing one has N 0.
func fitOf(m *maximum) Fit {
	if m == nil {
		return Fit{}
	}
	return m.Fit
}

// validate judges the calibration fit.
func (a *Analysis) validate(r *Result) {
	m := a.pastBuy.law()
	actual := a.then.purchasesAfter(a.Log, a.Log.End)
	r.Holdout = a.then.holdout(m, a.Log, actual)
	r.Tracking = a.then.tracking(m, a.Log)
	r.Calibration = a.then.byFrequency(m, actual, r.Holdout.Weeks)
	r.Reliability = a.then.reliability(m, actual, r.Holdout.Weeks)
}
