package churn

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"churnbench/analysis"
)

// TestLadderByHand: within 30 days. The second purchase of the first customer comes on
// the last day that counts, that of the second a day too late; the fourth customer's
// purchases are too young to be watched, though another followed.
func TestLadderByHand(t *testing.T) {
	end := analysis.Date(2024, 12, 31)
	l, err := NewLadder(purchases(end,
		[]analysis.Day{end - 100, end - 70, end - 50},
		[]analysis.Day{end - 100, end - 69},
		[]analysis.Day{end - 30},
		[]analysis.Day{end - 29, end - 20}), 30)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		reached, watched, again, open int
		wait                          float64
	}{{4, 3, 1, 1, 30}, {3, 2, 1, 1, 20}, {1, 1, 0, 0, math.NaN()}} {
		r := &l.Rungs[i]
		if r.Purchases != i+1 || r.Reached != want.reached || r.Again.N != want.watched || r.Again.K != want.again || r.Open() != want.open || !same(r.Wait, want.wait) {
			t.Errorf("after %d: %+v, want %+v", i+1, *r, want)
		}
	}
	if len(l.Rungs) != 3 || l.Hurdle != 0 {
		t.Errorf("%d rungs, hurdle %d: of so few nothing is clear", len(l.Rungs), l.Hurdle)
	}
}

// Of 100 one in five comes back; of those, all but two of twenty once more.
func TestLadderFindsTheHurdle(t *testing.T) {
	end := analysis.Date(2024, 12, 31)
	var customers [][]analysis.Day
	for c := range 200 {
		days := []analysis.Day{end - 300}
		if c < 40 {
			days = append(days, end-280)
		}
		if c < 36 {
			days = append(days, end-260)
		}
		customers = append(customers, days)
	}
	l, err := NewLadder(purchases(end, customers...), 90)
	if err != nil || l.Hurdle != 2 || l.Rungs[0].Again.Value != .2 || l.Rungs[1].Again.Value != .9 {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestLadderSaysWhatCannotBe(t *testing.T) {
	end := analysis.Date(2024, 12, 31)
	log := purchases(end, []analysis.Day{end - 20, end - 10})
	for name, c := range map[string]struct {
		log    *analysis.Log
		within int
		kind   analysis.Kind
	}{
		"nobody": {&analysis.Log{}, 30, analysis.NotEnough}, "no log": {nil, 30, analysis.NotEnough},
		"no days": {log, 0, analysis.BadInput}, "less than none": {log, -5, analysis.BadInput},
		"beyond the data": {log, 21, analysis.NotEnough},
	} {
		var said *analysis.Error
		if _, err := NewLadder(c.log, c.within); !errors.As(err, &said) || said.Kind != c.kind {
			t.Errorf("%s: %v, want kind %v", name, err, c.kind)
		}
	}
	if l, err := NewLadder(log, 20); err != nil || len(l.Rungs) != 1 {
		t.Errorf("on the last day of it: %+v, %v", l, err)
	}
}

// TestLadderCountedAgain asks each customer by each rung, and holds what must be true of
// any log.
func TestLadderCountedAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 2))
	for range 300 {
		log := randomRatesLog(rng)
		within := 1 + rng.IntN(90)
		l, err := NewLadder(log, within)
		if err != nil {
			continue // too young a log for so many days
		}
		for i, r := range l.Rungs {
			watched, again := 0, 0
			for c := range log.Customers() {
				from, to := log.Rows(analysis.CustomerID(c))
				days := log.Day[from:to]
				if len(days) <= i || days[i]+analysis.Day(within) > log.End {
					continue
				}
				watched++
				if len(days) > i+1 && days[i+1] <= days[i]+analysis.Day(within) {
					again++
				}
			}
			if r.Again.N != watched || r.Again.K != again || r.Open() < 0 || i > 0 && r.Reached > l.Rungs[i-1].Reached {
				t.Fatalf("after %d purchases: %+v, counted again %d of %d", r.Purchases, r, again, watched)
			}
			if !(0 <= r.Again.Low && r.Again.Low <= r.Again.Value && r.Again.Value <= r.Again.High && r.Again.High <= 1) {
				t.Fatalf("interval %+v", r.Again)
			}
			if again > 0 && !(r.Wait >= 1 && r.Wait <= float64(within)) {
				t.Fatalf("median wait %v within %d days", r.Wait, within)
			}
		}
	}
}
