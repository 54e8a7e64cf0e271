package churn

// A Measure is a rate of a period, for whoever lists several of them.
type Measure struct {
	Name  string // short and stable, for tables; "rates.measure."+Name is what people call it
	Of    Denominator
	Form  Form
	Value func(*Period) float64
}

// A Form is how a measure is written.
type Form uint8

// The forms.
const (
	ShareForm  Form = iota // 0.25 is 25 %
	TimesForm              // a ratio of two like amounts, possibly +Inf
	AmountForm             // in main units of the currency
)

// Measures are all rates of a period, each with what it is a share of.
var Measures = []Measure{
	{"churn", StartCustomers, ShareForm, func(p *Period) float64 { return p.Churn.Value }},
	{"monthly", StartCustomers, ShareForm, func(p *Period) float64 { return p.Monthly }},
	{"yearly", StartCustomers, ShareForm, func(p *Period) float64 { return p.Yearly }},
	{"weighted", WeighedCustomers, ShareForm, func(p *Period) float64 { return p.Weighted }},
	{"reactivation", LapsedCustomers, ShareForm, func(p *Period) float64 { return p.Reactivation.Value }},
	{"grr", StartRevenue, ShareForm, func(p *Period) float64 { return p.GRR }},
	{"nrr", StartRevenue, ShareForm, func(p *Period) float64 { return p.NRR }},
	{"nrr-with", StartRevenue, ShareForm, func(p *Period) float64 { return p.NRRWith }},
	{"gross-churn", StartRevenue, ShareForm, func(p *Period) float64 { return p.GrossChurn }},
	{"net-churn", StartRevenue, ShareForm, func(p *Period) float64 { return p.NetChurn }},
	{"quick", LostRevenue, TimesForm, func(p *Period) float64 { return p.Quick }},
	{"arpu", AverageCustomers, AmountForm, func(p *Period) float64 { return p.ARPU }},
	{"arpa", EndCustomers, AmountForm, func(p *Period) float64 { return p.ARPAEnd }},
	{"aov", OrderRows, AmountForm, func(p *Period) float64 { return p.AOV }},
}

// Key is the catalogue key of the measure's name.
func (m *Measure) Key() string { return "rates.measure." + m.Name }

// Key is the catalogue key of the denominator's name.
func (d Denominator) Key() string { return "rates.of." + string(d) }

// Key is the catalogue key of the signal's name.
func (s Signal) Key() string { return "rates.signal." + string(s) }
