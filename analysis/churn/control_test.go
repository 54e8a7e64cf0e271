package churn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// periodsOf makes periods of which only churn is known.
func periodsOf(customers, churned []int) []Period {
	periods := make([]Period, len(churned))
	for i, k := range churned {
		n := customers[min(i, len(customers)-1)]
		periods[i] = Period{Settled: true, Churn: shareOf(k, n)}
	}
	return periods
}

// rounded rounds to so many decimals, as tables are printed.
func rounded(v float64, decimals int) float64 {
	scale := math.Pow(10, float64(decimals))
	return math.Round(v*scale) / scale
}

// beyondLimits returns the points outside the limits, numbered from 1.
func beyondLimits(c Control) (out []int) {
	for i, p := range c.Points {
		if slices.Contains(p.Signals, BeyondLimits) {
			out = append(out, i+1)
		}
	}
	return out
}

// TestControlOfOneSize: thirty samples of fifty cans of orange juice, of which some
// leak. Montgomery, "Introduction to Statistical Quality Control", 6th edition, example
// 7.1: p̄ = 0.2313, limits 0.0524 and 0.4102, samples 15 and 23 beyond.
func TestControlOfOneSize(t *testing.T) {
	c := newControl(periodsOf([]int{50}, []int{12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6}))
	p := c.Points[0]
	if rounded(c.Centre, 4) != 0.2313 || rounded(p.Low, 4) != 0.0524 || rounded(p.High, 4) != 0.4102 {
		t.Errorf("centre %v, limits %v to %v", c.Centre, p.Low, p.High)
	}
	if got := beyondLimits(c); !slices.Equal(got, []int{15, 23}) {
		t.Errorf("beyond the limits: %v, want 15 and 23", got)
	}
}

// TestControlOfSizes: twenty-five samples of purchase orders, of 80 to 120. The same,
// section 7.2.2: p̄ = 0.096 (234 of 2,450); of sample 11, 20 of 110, the limits are 0.012
// (from the rounded centre; 0.011 without) and 0.180, and it is the only one beyond them.
func TestControlOfSizes(t *testing.T) {
	c := newControl(periodsOf(
		[]int{100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90, 90},
		[]int{12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9}))
	p := c.Points[10]
	if rounded(c.Centre, 3) != 0.096 || rounded(p.Low, 3) != 0.011 || rounded(p.High, 3) != 0.180 {
		t.Errorf("centre %v, limits %v to %v", c.Centre, p.Low, p.High)
	}
	if got := beyondLimits(c); !slices.Equal(got, []int{11}) {
		t.Errorf("beyond the limits: %v, want 11", got)
	}
}

// Points in units of standard errors show where each rule begins and ends. With half of
// n = 10,000 lost, a standard error is 0.005, 50 customers.
func TestControlSignals(t *testing.T) {
	for name, c := range map[string]struct {
		z    []float64 // mirrored behind, so that the centre stays at a half
		at   int
		want []Signal
	}{
		"on the limit is within":    {[]float64{3, 0, 0}, 0, nil},
		"beyond it":                 {[]float64{3.02, 0, 0}, 0, []Signal{BeyondLimits}},
		"two of three":              {[]float64{2.2, 0, 2.2}, 2, []Signal{TwoOfThree}},
		"two in a row":              {[]float64{0, 2.2, 2.2}, 2, []Signal{TwoOfThree}},
		"too far apart":             {[]float64{2.2, 0, 0, 2.2}, 3, nil},
		"on either side":            {[]float64{2.2, -2.2}, 1, nil},
		"the third is not beyond":   {[]float64{2.2, 2.2, 0.2}, 2, nil},
		"seven on one side":         {[]float64{.2, .2, .2, .2, .2, .2, .2}, 6, nil},
		"eight on one side":         {[]float64{.2, .2, .2, .2, .2, .2, .2, .2}, 7, []Signal{RunOfEight}},
		"the ninth":                 {[]float64{.2, .2, .2, .2, .2, .2, .2, .2, .2}, 8, []Signal{RunOfEight}},
		"broken by the centre line": {[]float64{.2, .2, .2, .2, 0, .2, .2, .2, .2}, 8, nil},
		"eight below":               {[]float64{-.2, -.2, -.2, -.2, -.2, -.2, -.2, -.2}, 7, []Signal{RunOfEight}},
	} {
		var churned []int
		for _, z := range c.z {
			churned = append(churned, 5000+int(math.Round(50*z)))
		}
		for _, z := range c.z {
			churned = append(churned, 5000-int(math.Round(50*z)))
		}
		chart := newControl(periodsOf([]int{10_000}, churned))
		if chart.Centre != 0.5 {
			t.Fatalf("%s: centre %v", name, chart.Centre)
		}
		if got := chart.Points[c.at].Signals; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Periods that are not settled, or begin with nobody, have no point; a constant rate of
// 0 has limits without width and no signal.
func TestControlOfLittle(t *testing.T) {
	periods := periodsOf([]int{10, 0, 10, 10}, []int{0, 0, 0, 0})
	periods[2].Settled = false
	c := newControl(periods)
	if len(c.Points) != 2 || c.Points[1].Period != 3 || c.Centre != 0 {
		t.Fatalf("%+v", c)
	}
	if p := c.Points[0]; p.Low != 0 || p.High != 0 || !math.IsNaN(p.Z) || len(p.Signals) != 0 || !math.IsNaN(c.Dispersion) {
		t.Errorf("%+v, dispersion %v", p, c.Dispersion)
	}
	if empty := newControl(nil); !math.IsNaN(empty.Centre) || !math.IsNaN(empty.Dispersion) {
		t.Errorf("%+v", empty)
	}
}

// Customers who leave independently of one another give a dispersion of about 1, and
// about one false alarm in 370 points; a rate that itself varies gives more.
func TestDispersion(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 9))
	draw := func(spread float64) Control {
		var churned []int
		for range 400 {
			p, k := 0.05+spread*(2*rng.Float64()-1), 0
			for range 2000 {
				if rng.Float64() < p {
					k++
				}
			}
			churned = append(churned, k)
		}
		return newControl(periodsOf([]int{2000}, churned))
	}
	if c := draw(0); math.Abs(c.Dispersion-1) > 0.12 || len(beyondLimits(c)) > 6 {
		t.Errorf("by chance: dispersion %v, %d beyond", c.Dispersion, len(beyondLimits(c)))
	}
	if c := draw(0.03); c.Dispersion < 2 || len(beyondLimits(c)) < 40 {
		t.Errorf("a varying rate: dispersion %v, %d beyond", c.Dispersion, len(beyondLimits(c)))
	}
}
