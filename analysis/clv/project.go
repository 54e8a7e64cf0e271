package clv

import (
	"context"
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// ProjectionOptions choose how the survival of contracts is projected.
type ProjectionOptions struct {
	Period      analysis.Unit  // of renewals; "" means months
	Calibration int            // periods that the models know; 0 proposes two thirds of those seen, more than those seen means all
	Horizon     int            // periods projected, at most MaxPeriods; 0 means twice those seen
	Discount    float64        // per year, 0.10 is 10 %; 0 means 10 %
	Margin      float64        // share of revenue; 0 means 1
	Revenue     analysis.Money // of a customer and month; 0 leaves residual values out
}

// MaxPeriods bounds a horizon.
const MaxPeriods = 600

// DefaultDiscount is what a Discount of 0 means.
const DefaultDiscount = 0.10

// A Projection is how long contracts last, seen and projected. Period t ≥ 1 is that
// of the t-th renewal.
type Projection struct {
	Options   ProjectionOptions // with every proposal filled in
	Customers float64           // in the likelihood
	New       float64           // too young to have been asked once
	Lost      float64
	Seen      []Observed // period t at index t−1
	Models    []ProjectedModel
	Constant  ConstantRate
	Ages      []AgeValue // what a customer is still worth by age, by the best model
	Best      int        // index into Models: the lowest BIC
	Warnings  []analysis.Warning
}

// Observed is one period as it was seen.
type Observed struct {
	AtRisk, Lost                float64
	Survival                    float64 // Kaplan–Meier
	Retention                   float64 // 1 − Lost÷AtRisk; NaN if nobody was at risk
	RetentionLow, RetentionHigh float64 // 95 %, Wilson
	InHoldout                   bool
}

// A ProjectedModel is one law, fitted to the periods up to Calibration.
type ProjectedModel struct {
	Fit       Fit
	Survival  []Band    // after t periods at index t, from 0 on
	Retention []float64 // of period t at index t−1
	Error     float64   // mean absolute difference of survival in the holdout; NaN without one
	Lifetime  float64   // expected periods that a new customer pays for; +Inf where the mean does not exist
}

// A Band is a projected share with its 95 % interval by the delta method over the
// logarithms of the parameters, on the scale ln(−ln S); NaN where there is none.
type Band struct{ S, Low, High float64 }

// ConstantRate is the projection that takes one retention rate for all ages: the
// geometric law, fitted to the same periods.
type ConstantRate struct {
	Retention float64
	Error     float64 // as ProjectedModel.Error
	Lifetime  float64 // 1 ÷ (1 − Retention); +Inf if nobody left
	DERL      float64 // of a customer about to be asked again, whatever the age
}

// Survival returns Retention^t.
func (c ConstantRate) Survival(t int) float64 { return numeric.Pow(c.Retention, float64(t)) }

// AgeValue is what is still to come of customers of one age, about to be asked
// again.
type AgeValue struct {
	Age       int     // periods survived
	Customers float64 // still there at that age when observation ended
	Retention float64 // of the next period
	DERL      float64 // discounted expected residual lifetime, in periods
	Residual  float64 // residual value of one, main units; NaN without revenue
}

// Project fits sBG and BdW to lives and projects them. Errors are those of
// ContractFamily.Fit, and BadInput for options out of range.
func Project(ctx context.Context, t *Tenures, opt ProjectionOptions) (*Projection, error) {
	opt, err := opt.settled(t)
	if err != nil {
		return nil, err
	}
	p := &Projection{Options: opt, Customers: t.Customers(), New: t.New, Lost: numeric.Total(t.Lost), Seen: observed(t, opt.Calibration)}
	known := t.Until(opt.Calibration)
	if p.Lost > 0 && !(numeric.Total(known.Lost) > 0) {
		return nil, analysis.Fail(analysis.NotEnough, "projection.nobody-left", analysis.Count("calibration", opt.Calibration)).Or("projection.nobody-left.remedy")
	}
	var laws []ContractModel
	for i, f := range ContractFamilies() {
		fit, err := f.Fit(ctx, known)
		if err != nil {
			if i == 0 {
				return nil, err
			}
			p.Warnings = append(p.Warnings, unfitted(err))
			continue
		}
		p.Models, laws = append(p.Models, p.project(f, fit)), append(laws, fit.Model)
		if fit.BIC < p.Models[p.Best].Fit.BIC {
			p.Best = len(p.Models) - 1
		}
	}
	p.Constant = p.constant(known)
	p.Ages = p.ages(t, laws[p.Best])
	p.Warnings = append(p.Warnings, p.doubts()...)
	return p, nil
}

// settled fills in proposals and refuses what is out of range.
func (o ProjectionOptions) settled(t *Tenures) (ProjectionOptions, error) {
	seen := len(t.Lost)
	if o.Period == "" {
		o.Period = analysis.Months
	}
	if o.Calibration == 0 {
		o.Calibration = max(min(seen, 3), seen*2/3)
	}
	o.Calibration = min(o.Calibration, seen)
	if o.Horizon == 0 {
		o.Horizon = min(2*seen, MaxPeriods)
	}
	if o.Discount == 0 {
		o.Discount = DefaultDiscount
	}
	if o.Margin == 0 {
		o.Margin = 1
	}
	switch {
	case o.Calibration < 0, o.Horizon < 0, o.Horizon > MaxPeriods, !(o.Discount > 0), !(o.Discount <= 10), !(o.Margin > 0), !(o.Margin <= 1), o.Revenue < 0:
		return o, analysis.Fail(analysis.BadInput, "projection.bad-options").Or("projection.bad-options.remedy", analysis.Count("max", MaxPeriods))
	}
	return o, nil
}

// observed is the Kaplan–Meier estimate by period.
func observed(t *Tenures, calibration int) []Observed {
	out := make([]Observed, len(t.Lost))
	survival := 1.0
	for k, risk := range t.AtRisk() {
		o := Observed{AtRisk: risk, Lost: t.Lost[k], Retention: math.NaN(), RetentionLow: math.NaN(), RetentionHigh: math.NaN(), InHoldout: k >= calibration}
		if risk > 0 {
			o.Retention = 1 - t.Lost[k]/risk
			o.RetentionLow, o.RetentionHigh = numeric.Wilson(int(risk-t.Lost[k]), int(risk), numeric.NormalQuantile(0.975))
			survival *= o.Retention
		} else {
			survival = math.NaN()
		}
		o.Survival = survival
		out[k] = o
	}
	return out
}

// project draws one fitted law out.
func (p *Projection) project(f *ContractFamily, fit *FittedContract) ProjectedModel {
	m := ProjectedModel{Fit: fit.Fit, Survival: make([]Band, p.Options.Horizon+1), Retention: make([]float64, p.Options.Horizon)}
	for t := range m.Survival {
		m.Survival[t] = f.band(fit, t)
		if t > 0 {
			m.Retention[t-1] = fit.Model.Retention(t)
		}
	}
	m.Error = p.miss(fit.Model.Survival)
	m.Lifetime = lifetime(fit.Model)
	return m
}

// band is the survival after t periods with its interval. The derivatives of
// ln(−ln S) in the logarithms of the parameters are central differences, whose
// error is far below that of the interval.
func (f *ContractFamily) band(fit *FittedContract, t int) Band {
	b := Band{S: fit.Model.Survival(t), Low: math.NaN(), High: math.NaN()}
	if t == 0 {
		return Band{1, 1, 1}
	}
	params := fit.Model.Params()
	slope := make([]float64, len(params))
	for i := range params {
		up, down := f.moved(params, i, delta).Survival(t), f.moved(params, i, -delta).Survival(t)
		slope[i] = (logMinusLog(up) - logMinusLog(down)) / (2 * delta)
	}
	variance := 0.0
	for i := range slope {
		for j := range slope {
			variance += float64(float64(slope[i]*slope[j]) * fit.Covariance.At(i, j))
		}
	}
	if !(variance >= 0) || math.IsInf(variance, 0) {
		return b
	}
	half := float64(numeric.NormalQuantile(0.975) * math.Sqrt(variance))
	at := logMinusLog(b.S)
	b.Low, b.High = numeric.Exp(-numeric.Exp(at+half)), numeric.Exp(-numeric.Exp(at-half))
	return b
}

// delta is the step of the differences.
const delta = 1e-4

func logMinusLog(s float64) float64 { return numeric.Log(-numeric.Log(s)) }

func (f *ContractFamily) moved(params []float64, i int, by float64) ContractModel {
	p := append([]float64(nil), params...)
	p[i] *= numeric.Exp(by)
	return f.law(p)
}

// miss is the mean absolute difference between a law and what was seen in the
// holdout.
func (p *Projection) miss(law func(int) float64) float64 {
	sum, n := 0.0, 0
	for k, o := range p.Seen {
		if o.InHoldout && !math.IsNaN(o.Survival) {
			sum += math.Abs(law(k+1) - o.Survival)
			n++
		}
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n)
}

// lifetime is the expected number of periods that a new customer is there for,
// Σ S(t) from t = 0. sBG has the mean of 1/θ, which exists for α > 1 only. BdW is
// summed up; its tail falls as t^(−cγ).
func lifetime(m ContractModel) float64 {
	tail := 0.0
	switch law := m.(type) {
	case SBG:
		if law.Alpha <= 1 {
			return math.Inf(1)
		}
		return (law.Alpha + law.Beta - 1) / (law.Alpha - 1)
	case BdW:
		tail = law.C * law.Gamma
	}
	if tail <= 1 {
		return math.Inf(1)
	}
	sum, s := 0.0, 1.0
	for t := 0; t < summed; t++ {
		if s = m.Survival(t); s < 1e-15 {
			return sum
		}
		sum += s
	}
	return sum + float64(s*summed)/(tail-1)
}

// summed is after how many periods a sum is left to its tail.
const summed = 20_000

// constant fits the geometric law: of all who were asked, what share stayed.
func (p *Projection) constant(known *Tenures) ConstantRate {
	asked := numeric.Total(known.AtRisk())
	c := ConstantRate{Retention: 1 - numeric.Total(known.Lost)/asked}
	c.Error = p.miss(c.Survival)
	c.Lifetime = 1 / (1 - c.Retention)
	d := p.rate()
	c.DERL = c.Retention * (1 + d) / (1 + d - c.Retention)
	return c
}

// rate is the discount of one period.
func (p *Projection) rate() float64 {
	return numeric.Expm1(numeric.Log1p(p.Options.Discount) / PerYear(p.Options.Period))
}

// ages values customers by how long they have stayed.
func (p *Projection) ages(t *Tenures, law ContractModel) []AgeValue {
	worth := math.NaN()
	if p.Options.Revenue > 0 {
		worth = p.Options.Revenue.Float() * p.Options.Margin * 12 / PerYear(p.Options.Period)
	}
	d := p.rate()
	out := make([]AgeValue, len(t.Kept)+1)
	for age := range out {
		a := AgeValue{Age: age, Customers: t.New, Retention: law.Retention(age + 1), DERL: law.DERL(age+1, d)}
		if age > 0 {
			a.Customers = t.Kept[age-1]
		}
		a.Residual = worth * a.DERL
		out[age] = a
	}
	return out
}

// Residual sums up the residual value of all customers still there; NaN without
// revenue.
func (p *Projection) Residual() float64 {
	sum := 0.0
	for _, a := range p.Ages {
		if a.Customers > 0 {
			sum += float64(a.Customers * a.Residual)
		}
	}
	return sum
}

// unfitted says that a law is left out, and why.
func unfitted(err error) analysis.Warning {
	w := analysis.Warning{Severity: analysis.Note, Message: analysis.Say("projection.unfitted")}
	if e, ok := err.(*analysis.Error); ok {
		w.Message, w.Remedy = e.Message, e.Remedy
	}
	return w
}

// doubts are reasons to read the projection with care.
func (p *Projection) doubts() (list []analysis.Warning) {
	for _, m := range p.Models {
		if !m.Fit.Verdict.Converged || len(m.Fit.Verdict.Boundary) > 0 {
			list = append(list, analysis.Warning{Severity: analysis.Caution, Message: analysis.Say("projection.not-converged", analysis.Text("model", m.Fit.Model)),
				Remedy: analysis.Say("projection.not-converged.remedy")})
		}
	}
	if p.Options.Horizon > 2*len(p.Seen) {
		list = append(list, analysis.Warning{Severity: analysis.Caution, Message: analysis.Say("projection.far", analysis.Count("horizon", p.Options.Horizon),
			analysis.Count("seen", len(p.Seen))), Remedy: analysis.Say("projection.far.remedy")})
	}
	return list
}
