package local_test

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
)

// TestEveryDoubtOnce holds that a finding and a warning never say the same.
func TestEveryDoubtOnce(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		v, err := e.Value(t.Context(), engine.ValueRequest{})
		if err != nil {
			t.Fatal(err)
		}
		if len(v.Findings) < 6 {
			t.Errorf("%d findings", len(v.Findings))
		}
		said := map[string]bool{}
		for _, w := range v.Doubts() {
			if said[w.Message.Key] {
				t.Errorf("%s is said twice", w.Message.Key)
			}
			said[w.Message.Key] = true
		}
		failed := slices.ContainsFunc(v.Findings, func(f clv.Finding) bool { return f.Check == clv.CheckOneTimers && !f.Passed })
		if failed && said["clv.one-timers"] && said["clv.doctor.one-timers-alive"] {
			t.Error("one-time buyers are doubted twice")
		}
	})
}

func TestValueHasIntervalsAndANewcomer(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		v, err := e.Value(t.Context(), engine.ValueRequest{Options: clv.Options{Model: "MBG/NBD"}})
		if err != nil {
			t.Fatal(err)
		}
		if i := v.Intervals; i.Bootstrap || len(i.Params) != 4 || len(i.Spend) != 3 || i.Equity.Value != v.Result.Equity ||
			!(i.Equity.Low < i.Equity.Value && i.Equity.Value < i.Equity.High) {
			t.Errorf("intervals %+v, equity %v", i, v.Result.Equity)
		}
		if !(v.Newcomer.Purchases > 0 && v.Newcomer.CLV > 0) || v.Result.Current.Model != "MBG/NBD" {
			t.Errorf("newcomer %+v of %s", v.Newcomer, v.Result.Current.Model)
		}
	})
}

func TestBakeoffJudgesOneTimers(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		b, err := e.Bakeoff(t.Context(), engine.BakeoffRequest{})
		if err != nil {
			t.Fatal(err)
		}
		if b.Result.Recommended != b.Result.Scores[0].Name || len(b.Result.Scores)+len(b.Result.Missing) != len(clv.Families())+2 {
			t.Errorf("recommended %s of %d", b.Result.Recommended, len(b.Result.Scores))
		}
		o := b.OneTimers
		if o.Customers == 0 || math.IsNaN(o.Actual) || len(o.Models) < 3 {
			t.Fatalf("one-timers %+v", o)
		}
		for _, m := range o.Models {
			surely := m.Model == "NBD" || m.Model == "BG/NBD"
			if !(m.Expected > 0) || surely != (m.Alive == 1) || m.Alive > 1 {
				t.Errorf("%s: alive %v, expected %v", m.Model, m.Alive, m.Expected)
			}
		}
	})
}

func TestBootstrapRepeatsItself(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		var steps []int
		ctx := engine.WithProgress(t.Context(), func(p engine.Progress) {
			if p.Stage == "progress.bootstrap" {
				steps = append(steps, p.Step)
			}
		})
		req := engine.BootstrapRequest{Replicates: 25, Seed: 7}
		a, err := e.Bootstrap(ctx, req)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(steps, []int{0, 10, 20, 25}) || !a.Bootstrap || a.Replicates+a.Failed != 25 || !(a.Equity.Low < a.Equity.High) {
			t.Errorf("steps %v, %+v", steps, a)
		}
		again, err := e.Bootstrap(t.Context(), req)
		if err != nil || again.Equity != a.Equity {
			t.Errorf("again %+v, %v; want %+v", again.Equity, err, a.Equity)
		}
		req.Replicates = engine.MaxReplicates + 1
		if _, err := e.Bootstrap(t.Context(), req); kindOf(err) != analysis.BadInput {
			t.Errorf("too many: %v", err)
		}
	})
}

// Engines that never saw the data share a task out, and the digits are those of one.
func TestBootstrapIsSharedOut(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		req := engine.BootstrapRequest{Replicates: 13, Seed: 5, Options: clv.Options{DiscountRate: 0.1}}
		whole, err := e.Bootstrap(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		task, err := e.BootstrapTask(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		for _, parts := range [][]int{{0, 13}, {0, 4, 9, 13}} {
			var all []clv.Replicate
			for i := 1; i < len(parts); i++ {
				other := overWire(t, local.New(open, words))
				some, err := other.Replicates(t.Context(), engine.ReplicatesRequest{Task: task, From: parts[i-1], To: parts[i]})
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, some...)
			}
			if got := clv.PercentileIntervals(&task, all); !reflect.DeepEqual(got, whole) {
				t.Errorf("in parts %v: %+v, want %+v", parts, got, whole)
			}
		}
		for _, wrong := range []engine.ReplicatesRequest{{}, {Task: task, From: -1, To: 3}, {Task: task, From: 3, To: 1}, {Task: task, To: engine.MaxReplicates + 1}} {
			if _, err := e.Replicates(t.Context(), wrong); kindOf(err) != analysis.BadInput {
				t.Errorf("from %d to %d: %v, want kind BadInput", wrong.From, wrong.To, err)
			}
		}
	})
}

func TestBootstrapStops(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		load(t, e, shop)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		ctx = engine.WithProgress(ctx, func(p engine.Progress) {
			if p.Step == 10 {
				cancel()
			}
		})
		if _, err := e.Bootstrap(ctx, engine.BootstrapRequest{Replicates: 50}); kindOf(err) != analysis.Cancelled {
			t.Errorf("%v, want kind Cancelled", err)
		}
	})
}

func TestSelfCheckNeedsNoData(t *testing.T) {
	contract(t, func(t *testing.T, e engine.Engine) {
		before, err := e.SelfCheck(t.Context())
		if err != nil || !before.Passed() || before.CDNOW || len(before.Rows) == 0 {
			t.Fatalf("%d rows, CDNOW %v, %v", len(before.Rows), before.CDNOW, err)
		}
		load(t, e, shop)
		after, err := e.SelfCheck(t.Context())
		if err != nil || len(after.Rows) != len(before.Rows) || after.CDNOW {
			t.Errorf("with another dataset %d rows, CDNOW %v, %v", len(after.Rows), after.CDNOW, err)
		}
		after.Rows[0].Passed = false
		if after.Passed() {
			t.Error("a failed row passes")
		}
	})
}
