package survival

import (
	"math"
	"testing"

	"churnbench/analysis/internal/numeric"
)

// TestGiven checks conditional survival by hand: 10 durations, of which 4 end by day
// 3, one is cut off on day 4, and 2 of the 5 left end on day 6.
func TestGiven(t *testing.T) {
	time := []float64{1, 2, 3, 3, 4, 6, 6, 9, 9, 9}
	event := []bool{true, true, true, true, false, true, true, false, false, false}
	c, err := KaplanMeier(time, event, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Given(3, 6); p.S != 3.0/5 || p.AtRisk != 6 || math.Abs(p.SE-0.6*math.Sqrt(2.0/15)) > 1e-15 {
		t.Errorf("S(6|3) = %+v, want 3/5 of 6", p)
	}
	for until := range 10 { // given that nothing had happened yet, it is the curve itself
		a, b := c.Given(0, float64(until)), c.At(float64(until))
		if a.S != b.S || b.S < 1 && (a.Low != b.Low || a.High != b.High) {
			t.Errorf("S(%d|0) = %+v, S(%d) = %+v", until, a, until, b)
		}
	}
	// No event from 6 to 9, where 3 were watched to the end: Wilson's bound of 3 of 3,
	// not certainty.
	low, _ := numeric.Wilson(3, 3, numeric.NormalQuantile(0.975))
	if p := c.Given(6, 9); p.S != 1 || p.Low != low || p.High != 1 {
		t.Errorf("S(9|6) = %+v, want 1 from %v on", p, low)
	}
	if p := c.Given(3, 5); p.S != 1 || p.AtRisk != 6 { // 6 at risk, but 5 watched to day 5
		t.Errorf("S(5|3) = %+v", p)
	} else if low, _ := numeric.Wilson(5, 5, numeric.NormalQuantile(0.975)); p.Low != low {
		t.Errorf("S(5|3) from %v, want %v", p.Low, low)
	}
	for _, beyond := range [][2]float64{{3, 10}, {9, 9}, {9, 12}, {6, 3}} {
		if p := c.Given(beyond[0], beyond[1]); !math.IsNaN(p.S) || !math.IsNaN(p.Low) {
			t.Errorf("S(%v|%v) = %+v, want nothing", beyond[1], beyond[0], p)
		}
	}
	all, err := KaplanMeier([]float64{1, 2, 2}, []bool{true, true, true}, LogLog, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, high := numeric.Wilson(0, 2, numeric.NormalQuantile(0.975))
	if p := all.Given(1, 2); p.S != 0 || p.Low != 0 || p.High != high {
		t.Errorf("all have the event: %+v, want 0 to %v", p, high)
	}
}

func TestGapsOfNothing(t *testing.T) {
	_, err := GapsOf(nil)
	wantError(t, err, "survival.empty")
	if w := (Gaps{}).Propose(0.5); w != (Window{P: 0.5}) {
		t.Errorf("the window of no gaps is %+v", w)
	}
}
