package churn

import (
	"math"
	"slices"
)

// Control is a p-chart of the churn rate: whether its ups and downs are more than
// chance makes of one constant rate. Its points are the settled periods that begin
// with customers.
//
// The centre line is p̄ = Σ churned ÷ Σ customers at the start; the limits of a period
// with n customers are p̄ ± 3·√(p̄(1−p̄)/n), cut to [0, 1]: they vary with n.
// Montgomery, "Introduction to Statistical Quality Control", section 7.2 ("The control
// chart for fraction nonconforming"), variable-width limits.
//
// It assumes that customers leave independently of one another. Where a whole group
// leaves together, or the rate drifts, counts vary more than that: see Dispersion.
type Control struct {
	Centre float64 // p̄; NaN without points
	Points []ControlPoint

	// Dispersion is how many times as much the rate varies from period to period as
	// customers who leave independently would make it: the mean |z(i) − z(i−1)| ÷ 1.128,
	// 1 by chance alone. Laney (2002), "Improved control charts for attributes", Quality
	// Engineering 14(4). NaN with fewer than two points or no variance.
	Dispersion float64
}

// A ControlPoint is one period of a Control.
type ControlPoint struct {
	Period    int // index into Rates.Periods
	Churned   int
	Customers int // at the start
	Value     float64
	Low, High float64 // control limits
	Z         float64 // (Value − p̄) in standard errors; NaN where there is no variance
	Signals   []Signal
}

// A Signal names a rule by which a point is unlike chance.
type Signal string

// The signals, few of the Western Electric rules (Western Electric, "Statistical
// Quality Control Handbook", 1956): each further rule brings false alarms of its own.
const (
	BeyondLimits Signal = "beyond" // outside the limits
	TwoOfThree   Signal = "two"    // the second of three points in a row beyond 2 standard errors on one side
	RunOfEight   Signal = "run"    // the eighth point or more in a row on one side of the centre line
)

// What a control chart needs before it can say something.
const (
	EnoughPoints = 20 // Montgomery: 20 to 25 for trial limits
	FewPoints    = 8  // below this no run can show, and the centre line is mostly noise
)

// sigmas is how far the limits are from the centre line, warning how far a point
// must be for TwoOfThree, in standard errors.
const (
	sigmas  = 3
	warning = 2
	run     = 8

	slack = 1e-9 // a point on a line is not beyond it, whatever rounding says
)

// newControl makes the chart of the periods that can tell something of churn.
func newControl(periods []Period) Control {
	c := Control{}
	churned, customers := 0, 0
	for i, p := range periods {
		if !p.Settled || p.Churn.N == 0 {
			continue
		}
		churned, customers = churned+p.Churn.K, customers+p.Churn.N
		c.Points = append(c.Points, ControlPoint{Period: i, Churned: p.Churn.K, Customers: p.Churn.N, Value: p.Churn.Value})
	}
	c.Centre = ratio(churned, customers)
	for i := range c.Points {
		c.Points[i].limit(c.Centre)
	}
	for i := range c.Points {
		c.Points[i].Signals = c.signals(i)
	}
	c.Dispersion = c.dispersion()
	return c
}

func (p *ControlPoint) limit(centre float64) {
	se := math.Sqrt(float64(centre*(1-centre)) / float64(p.Customers))
	p.Low, p.High = max(0, centre-float64(sigmas*se)), min(1, centre+float64(sigmas*se))
	p.Z = math.NaN()
	if se > 0 {
		p.Z = (p.Value - centre) / se
	}
}

// signals returns the rules that point i breaks.
func (c *Control) signals(i int) []Signal {
	var out []Signal
	if z := c.Points[i].Z; math.Abs(z) > sigmas+slack {
		out = append(out, BeyondLimits)
	}
	for _, side := range []float64{1, -1} {
		if c.beyondWarning(i, side) && c.near(i, side) >= 2 {
			out = append(out, TwoOfThree)
		}
		if c.runs(i, side) >= run {
			out = append(out, RunOfEight)
		}
	}
	return out
}

func (c *Control) beyondWarning(i int, side float64) bool { return side*c.Points[i].Z > warning+slack }

// near counts the points beyond the warning line among i and the two before it.
func (c *Control) near(i int, side float64) (n int) {
	for j := max(0, i-2); j <= i; j++ {
		if c.beyondWarning(j, side) {
			n++
		}
	}
	return n
}

// runs is how many points up to i lie on one side in a row.
func (c *Control) runs(i int, side float64) (n int) {
	for ; i >= 0 && side*c.Points[i].Z > slack; i-- {
		n++
	}
	return n
}

// movingRange is the expected |difference| of two standard normal draws, 2/√π, as
// control charts round it (d₂ for n = 2).
const movingRange = 1.128

func (c *Control) dispersion() float64 {
	sum, n := 0.0, 0
	for i := 1; i < len(c.Points); i++ {
		sum += math.Abs(c.Points[i].Z - c.Points[i-1].Z)
		n++
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n) / movingRange
}

// Signalling returns the points that break a rule.
func (c *Control) Signalling() []ControlPoint {
	return slices.DeleteFunc(slices.Clone(c.Points), func(p ControlPoint) bool { return len(p.Signals) == 0 })
}
