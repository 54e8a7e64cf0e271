package survival

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// A definition is the Kaplan–Meier estimate straight from its definition, in
// exact fractions: for each time, count who is at risk by looking at everybody.
type definition struct {
	atRisk, events int
	s, variance    *big.Rat // variance is Greenwood's, nil where S is 0
}

func define(time []float64, event []bool, t float64) definition {
	d := definition{s: big.NewRat(1, 1), variance: new(big.Rat)}
	done := map[float64]bool{}
	for i, at := range time {
		if at > t || !event[i] || done[at] {
			continue
		}
		done[at] = true
		n, k := countAt(time, event, at)
		d.s.Mul(d.s, big.NewRat(int64(n-k), int64(n)))
		if n > k && d.variance != nil {
			d.variance.Add(d.variance, big.NewRat(int64(k), int64(n)*int64(n-k)))
		} else {
			d.variance = nil
		}
	}
	d.atRisk, d.events = countAt(time, event, t)
	if d.variance != nil {
		d.variance.Mul(d.variance, new(big.Rat).Mul(d.s, d.s))
	}
	return d
}

// countAt returns how many durations are t or longer, and how many have their
// event at t.
func countAt(time []float64, event []bool, t float64) (risk, events int) {
	for i, at := range time {
		if at >= t {
			risk++
		}
		if at == t && event[i] {
			events++
		}
	}
	return risk, events
}

func (d definition) floats() (s, se float64) {
	s, _ = d.s.Float64()
	if d.variance == nil {
		return s, math.NaN()
	}
	v, _ := d.variance.Float64()
	return s, math.Sqrt(v)
}

// randomDurations draws whole numbers with many ties, or real ones with none.
func randomDurations(rng *rand.Rand, n int, whole bool) (time []float64, event []bool) {
	for range n {
		t := 20 * rng.ExpFloat64()
		if whole {
			t = math.Floor(t)
		}
		time, event = append(time, t), append(event, rng.Float64() < 0.6)
	}
	return time, event
}

func TestKaplanMeierIsItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 60 {
		time, event := randomDurations(rng, 1+rng.IntN(60), round%2 == 0)
		c, err := KaplanMeier(time, event, LogLog, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		for i, at := range c.Time {
			want := define(time, event, at)
			s, se := want.floats()
			if c.AtRisk[i] != want.atRisk || c.Events[i] != want.events {
				t.Fatalf("round %d, t = %v: %d at risk, %d events, want %d, %d", round, at, c.AtRisk[i], c.Events[i], want.atRisk, want.events)
			}
			if math.Abs(c.S[i]-s) > 1e-13 || math.Abs(c.SE[i]-se) > 1e-13 || math.IsNaN(se) != math.IsNaN(c.SE[i]) {
				t.Fatalf("round %d, t = %v: S %v ± %v, want %v ± %v", round, at, c.S[i], c.SE[i], s, se)
			}
			if got := c.At(at); got.S != c.S[i] || got.AtRisk != c.AtRisk[i] {
				t.Fatalf("At(%v) = %+v, want entry %d", at, got, i)
			}
		}
	}
}

// TestIntervals holds, for all kinds: the interval holds S, lies within [0, 1]
// and grows with the level.
func TestIntervals(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	time, event := randomDurations(rng, 80, true)
	for _, interval := range []Interval{LogLog, Log, Plain} {
		narrow, _ := KaplanMeier(time, event, interval, 0.8)
		wide, _ := KaplanMeier(time, event, interval, 0.99)
		for i, s := range wide.S {
			if s == 0 {
				continue
			}
			if !(0 <= wide.Low[i] && wide.Low[i] <= narrow.Low[i] && narrow.Low[i] <= s &&
				s <= narrow.High[i] && narrow.High[i] <= wide.High[i] && wide.High[i] <= 1) {
				t.Errorf("%q at %v: %v ≤ %v ≤ %v ≤ %v ≤ %v does not hold", interval, wide.Time[i],
					wide.Low[i], narrow.Low[i], s, narrow.High[i], wide.High[i])
			}
		}
	}
}

// TestCoverage draws from a known curve: of many 95 % intervals about 95 %
// hold the truth.
func TestCoverage(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	const rounds, n, at = 800, 80, 15.0
	truth := math.Exp(-at / 20)
	held := 0
	for range rounds {
		time, event := make([]float64, n), make([]bool, n)
		for i := range time {
			life, seen := 20*rng.ExpFloat64(), 40*rng.Float64()
			time[i], event[i] = min(life, seen), life <= seen
		}
		c, err := KaplanMeier(time, event, LogLog, 0)
		if err != nil {
			t.Fatal(err)
		}
		if p := c.At(at); p.Low <= truth && truth <= p.High {
			held++
		}
	}
	// ±4 standard errors of a binomial share of 0.95.
	if share := float64(held) / rounds; math.Abs(share-0.95) > 4*math.Sqrt(0.95*0.05/rounds) {
		t.Errorf("95 %% intervals held the truth in %.1f %% of %d rounds", 100*share, rounds)
	}
}

func TestQuantileConventions(t *testing.T) {
	all := func(n int) []bool {
		e := make([]bool, n)
		for i := range e {
			e[i] = true
		}
		return e
	}
	inf := math.Inf(1)
	for _, c := range []struct {
		time  []float64
		event []bool
		p     float64
		want  float64
	}{
		{[]float64{1, 2, 3}, all(3), 0.5, 2},
		{[]float64{1, 2, 3, 4}, all(4), 0.5, 2.5}, // flat at 1/2: the middle, as for a plain median
		{[]float64{1, 2, 3, 10}, all(4), 0.75, 6.5},
		{[]float64{1, 2, 3, 4}, []bool{true, true, false, false}, 0.5, 2}, // flat to the end
		{[]float64{1, 2, 3, 4}, []bool{true, false, false, false}, 0.5, inf},
		{[]float64{0, 0, 5}, all(3), 0.5, 0},
	} {
		curve, err := KaplanMeier(c.time, c.event, LogLog, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, _ := curve.Quantile(c.p); got != c.want {
			t.Errorf("quantile %v of %v %v = %v, want %v", c.p, c.time, c.event, got, c.want)
		}
	}
}

// TestRMSTIsTheArea compares with a sum over a fine grid, and the mean of
// uncensored durations with their mean.
func TestRMSTIsTheArea(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	time, event := randomDurations(rng, 50, false)
	c, _ := KaplanMeier(time, event, LogLog, 0)
	const tau, steps = 18.5, 200_000
	area := 0.0
	for i := range steps {
		area += c.At((float64(i)+0.5)*tau/steps).S * tau / steps
	}
	if got, _ := c.RMST(tau); math.Abs(got-area) > 1e-3 {
		t.Errorf("RMST(%v) = %v, the area is %v", tau, got, area)
	}
	sum := 0.0
	for i, v := range time {
		event[i] = true
		sum += v
	}
	c, _ = KaplanMeier(time, event, LogLog, 0)
	if got, _ := c.RMST(1e6); math.Abs(got-sum/50) > 1e-9 {
		t.Errorf("without censoring RMST = %v, the mean is %v", got, sum/50)
	}
}

// TestBeyondTheData: where a curve is not known it says so.
func TestBeyondTheData(t *testing.T) {
	c, _ := KaplanMeier([]float64{2, 4}, []bool{true, false}, LogLog, 0)
	if p := c.At(4.5); !math.IsNaN(p.S) || p.AtRisk != 0 {
		t.Errorf("At(4.5) = %+v, want NaN", p)
	}
	if p := c.At(1); p.S != 1 || p.AtRisk != 2 || p.Low != 1 {
		t.Errorf("At(1) = %+v, want 1", p)
	}
	for _, tau := range []float64{-1, 4.5, math.NaN()} {
		if m, _ := c.RMST(tau); !math.IsNaN(m) {
			t.Errorf("RMST(%v) = %v, want NaN", tau, m)
		}
	}
	if m, _ := c.RMST(0); m != 0 {
		t.Errorf("RMST(0) = %v", m)
	}
}

func TestKaplanMeierRefuses(t *testing.T) {
	one, yes := []float64{1}, []bool{true}
	for key, fit := range map[string]func() (*Curve, error){
		"survival.empty":        func() (*Curve, error) { return KaplanMeier(nil, nil, LogLog, 0) },
		"survival.unequal":      func() (*Curve, error) { return KaplanMeier(one, nil, LogLog, 0) },
		"survival.bad-time":     func() (*Curve, error) { return KaplanMeier([]float64{math.NaN()}, yes, LogLog, 0) },
		"survival.bad-level":    func() (*Curve, error) { return KaplanMeier(one, yes, LogLog, 1) },
		"survival.bad-interval": func() (*Curve, error) { return KaplanMeier(one, yes, "wide", 0) },
	} {
		_, err := fit()
		wantError(t, err, key)
	}
	for _, v := range []float64{-1, math.Inf(1)} {
		_, err := KaplanMeier([]float64{v}, yes, LogLog, 0)
		wantError(t, err, "survival.bad-time")
	}
}

func wantError(t *testing.T, err error, key string) {
	t.Helper()
	var failure *analysis.Error
	if !errors.As(err, &failure) || failure.Message.Key != key {
		t.Errorf("error %v, want %s", err, key)
	}
}

func BenchmarkKaplanMeier(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		time, event := randomDurations(rand.New(rand.NewPCG(1, 1)), n, true)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := KaplanMeier(time, event, LogLog, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
