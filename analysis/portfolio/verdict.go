package portfolio

import (
	"math"

	"churnbench/analysis"
	"churnbench/analysis/internal/numeric"
)

// A Verdict is what to do about a relationship, by rules of ours.
type Verdict uint8

// The verdicts.
const (
	Unknown   Verdict = iota // what is ahead cannot be said
	Exit                     // what is ahead is below the floor: keeping costs more than it brings
	ShortTerm                // what is ahead earns, but will not bring back what was spent: no further investment
	Grow                     // worth it, and the wallet has room
	Keep                     // worth it
	Verdicts  = 5            // how many there are
)

// String is the verdict's name in keys of the catalogues.
func (v Verdict) String() string {
	return [Verdicts]string{"unknown", "exit", "short", "grow", "keep"}[min(v, Keep)]
}

// Rules turn what is known of a relationship into a Verdict. They are tried in the order
// of the constants: Exit if Ahead < Floor, ShortTerm if Total < 0, Grow if the share of
// wallet is known and below Room, else Keep.
type Rules struct {
	Floor float64 // of what one customer brings ahead, main units
	Room  float64 // share of wallet, 0.5 is half of it
}

// Judge applies the rules. ahead and total are those of one customer, or a group's mean;
// NaN is unknown.
func (r Rules) Judge(ahead, total, share float64) Verdict {
	switch {
	case math.IsNaN(ahead) || math.IsNaN(total):
		return Unknown
	case ahead < r.Floor:
		return Exit
	case total < 0:
		return ShortTerm
	case share < r.Room: // false for NaN
		return Grow
	}
	return Keep
}

// A Forecast says what to expect of customers, one element a customer.
type Forecast struct {
	Margin []float64 // discounted to the last day observed, main units; NaN where unknown
	Active []float64 // the chance that a customer still has to be served, 0 … 1
	Months int       // ahead, at least 1
}

// Ahead returns what the months after the last one observed are worth on its last day:
// the expected margin less serving, which goes on for all months at the chance of today.
// That overstates the cost of those who will leave within them.
func (r *Relationships) Ahead(f Forecast) []float64 {
	worth := powers(numeric.Log1p(r.Rate)/-12, f.Months+1)
	fall := powers(numeric.Log1p(-r.Falls)/12, f.Months)
	months := 0.0
	for j := range f.Months {
		months += float64(worth[j+1] * fall[j])
	}
	list := make([]float64, len(f.Margin))
	aged := r.tables().fall
	for c := range list {
		k := r.begun(analysis.CustomerID(c))
		list[c] = f.Margin[c]
		if s := r.Serving[c].Float(); s != 0 {
			list[c] -= float64(float64(f.Active[c]*s) * float64(months*float64(aged[k-1]*r.step())))
		}
	}
	return list
}

// step is how much serving falls from one month to the next.
func (r *Relationships) step() float64 { return numeric.Exp(numeric.Log1p(-r.Falls) / 12) }

// Totals adds what lies ahead, discounted to each first purchase, to what was so far.
func (r *Relationships) Totals(v *Values, ahead []float64) []float64 {
	perDay := numeric.Log1p(r.Rate) / -365
	list := make([]float64, len(ahead))
	for c := range list {
		age := max(0, r.Log.End-r.first(analysis.CustomerID(c)))
		list[c] = v.Value[c] + float64(ahead[c]*numeric.Exp(float64(float64(age)*perDay)))
	}
	return list
}

// RunRate forecasts without a model: each customer who is not lost goes on earning, every
// month, a twelfth of what a year brought; lost ones bring nothing.
func RunRate(a *Accounts, months int, rate float64) Forecast {
	annuity := float64(MeanWorth(months, rate)*float64(months)) / 12
	f := Forecast{make([]float64, len(a.Revenue)), make([]float64, len(a.Revenue)), months}
	for c := range f.Margin {
		f.Margin[c] = math.NaN()
		switch known := a.Profit != nil && a.Profit[c] != analysis.NoNumber; {
		case a.Lost != nil && a.Lost[c]:
			f.Margin[c] = 0
		case known:
			f.Margin[c], f.Active[c] = float64(a.annual(a.Profit[c])*annuity), 1
		}
	}
	return f
}

// MeanWorth is what an amount counts on the last day observed that comes in equal parts at
// the ends of some months ahead, at a rate of discount a year.
func MeanWorth(months int, rate float64) float64 {
	return numeric.Total(powers(numeric.Log1p(rate)/-12, months+1)[1:]) / float64(months)
}
