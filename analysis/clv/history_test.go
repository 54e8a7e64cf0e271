package clv

import (
	"math"
	"testing"

	"churnbench/analysis"
)

// Each point is the model's word on the log cut off at that day.
func TestHistoryKnowsNoFuture(t *testing.T) {
	log := simulate(60, 300, BGNBD{0.6, 3, 0.8, 2.4}, GammaGamma{5, 4, 20}, 8)
	for _, f := range Families() {
		m := f.plausible()
		for c := range analysis.CustomerID(log.Customers()) {
			points := History(m, log, c)
			from, to := log.Rows(c)
			if len(points) != int(log.End-log.Day[from])+1 {
				t.Fatalf("%d days", len(points))
			}
			for i := 0; i < len(points); i += 13 {
				p := points[i]
				s := Summarize(log, p.Day)
				for k, who := range s.Customer {
					if who == c {
						check(t, []row{{f.Name, p.Alive, m.Alive(int(s.X[k]), s.Rows.Weeks(s.TX[k]), s.Rows.Weeks(s.T[k])), 0, "the log up to then"}})
					}
				}
			}
			bought := 0
			for _, p := range points {
				if p.Bought {
					bought++
				}
			}
			if bought != to-from {
				t.Errorf("%d purchases of %d", bought, to-from)
			}
		}
	}
}

// Silence lowers P(alive), a purchase raises it above where silence had brought it.
func TestHistoryFallsAndJumps(t *testing.T) {
	log := buildLog([]sale{{"a", 0, 10}, {"a", 30, 10}, {"a", 33, 10}, {"a", 150, 10}, {"late", 500, 10}}, 400)
	for _, f := range []*Family{MBGNBDFamily, ParetoNBDFamily} {
		points := History(f.plausible(), log, 0)
		for i := 1; i < len(points); i++ {
			before, now := points[i-1].Alive, points[i].Alive
			if now > before != points[i].Bought {
				t.Errorf("%s, day %d: %v after %v", f.Name, i, now, before)
			}
		}
		if last := points[len(points)-1].Alive; !(last < points[149].Alive && last > 0) || points[0].Day != 0 || math.IsNaN(last) {
			t.Errorf("%s: ends at %v", f.Name, last)
		}
		if History(f.plausible(), log, 1) != nil {
			t.Error("a history before the first purchase")
		}
	}
}

// The customer card ends where the table stands.
func TestHistoryEndsToday(t *testing.T) {
	a := cdnowAnalysis(t)
	for c := analysis.CustomerID(0); c < 200; c += 7 {
		points := a.History(c)
		check(t, []row{{"P(alive)", points[len(points)-1].Alive, a.Alive[c], 0, "the table"}})
	}
}
