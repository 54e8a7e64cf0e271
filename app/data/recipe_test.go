package data

import (
	"testing"
	"time"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
)

func TestTheLoadIsRemembered(t *testing.T) {
	var s State
	it := chosen(&s, 1, "jan.csv", orders())
	s.Assign(it, 2, ingest.Product)
	s.Rule(func(r *ingest.Rules) { r.Refunds, r.Today = ingest.NetRefunds, 9 })
	loaded(&s, 3)
	r := s.Recipe
	if r == nil || !r.Own || r.Name != "jan.csv" {
		t.Fatalf("remembered %+v", r)
	}
	f := r.Recipe.Files[0]
	if len(f.Columns) != 4 || f.Columns[2] != (ingest.RecipeColumn{Name: "note", At: 2, Role: ingest.Product}) {
		t.Errorf("columns %+v", f.Columns)
	}
	if r.Recipe.Rules.Refunds != ingest.NetRefunds || r.Recipe.Rules.Today != 0 {
		t.Errorf("rules %+v", r.Recipe.Rules)
	}
	s.Start()
	chosen(&s, 2, "feb.csv", orders())
	chosen(&s, 3, "people.csv", people())
	if s.Fitting() != 1 {
		t.Errorf("the recipe fits %d of 2 files", s.Fitting())
	}
}

func TestSamplesTeachNothing(t *testing.T) {
	var s State
	it := s.Add(engine.SourceRef{Sample: "shop"}, "Shop", 0)
	told(&s, it, it.Request(), orders())
	loaded(&s, 3)
	if s.Recipe != nil {
		t.Error("files will be read as a sample was")
	}
}

func TestFollow(t *testing.T) {
	var s State
	it := chosen(&s, 1, "jan.csv", orders())
	s.Assign(it, 2, ingest.Product)
	waiting := add(&s, 2, "feb.csv")
	again := s.Follow(&Recipe{Name: "how.json", Recipe: &ingest.Recipe{}})
	if len(again) != 1 || again[0] != it || waiting.Look.Answer != nil {
		t.Errorf("%d files are looked at again", len(again))
	}
	p := orders()
	p.Rules.Refunds, p.Mapping[2] = ingest.SubtractRefunds, ingest.Category
	told(&s, it, it.Request(), p)
	if s.Rules.Refunds != ingest.SubtractRefunds || it.Mapping[2] != ingest.Category {
		t.Error("what the recipe brings is not taken over")
	}
	loaded(&s, 3)
	if again := s.Follow(nil); again != nil || s.Recipe != nil {
		t.Error("letting go of a recipe disturbs the ledger")
	}
}

func TestTimeLeft(t *testing.T) {
	mb := func(n int64) int64 { return n << 20 }
	for _, tt := range []struct {
		done, of int64
		elapsed  time.Duration
		want     time.Duration
		ok       bool
	}{
		{mb(10), 0, time.Minute, 0, false},
		{mb(10), mb(100), time.Second / 2, 0, false},
		{mb(1), mb(100), 5 * time.Second, 0, false},
		{mb(50), mb(100), 4 * time.Second, 4 * time.Second, true},
		{mb(25), mb(100), 4 * time.Second, 10 * time.Second, true},
		{mb(10), mb(100), 10 * time.Second, 90 * time.Second, true},
		{mb(10), mb(100), time.Minute, 9 * time.Minute, true},
		{mb(100), mb(100), time.Minute, 0, false},
		{mb(99), mb(100), 2 * time.Second, time.Second, true},
	} {
		left, ok := timeLeft(engine.Progress{Bytes: tt.done, OfBytes: tt.of}, tt.elapsed)
		if left != tt.want || ok != tt.ok {
			t.Errorf("%d of %d MB after %v: %v %v, want %v", tt.done>>20, tt.of>>20, tt.elapsed, left, ok, tt.want)
		}
	}
}

// TestFitsAsTheEngineSays holds the page's rule to the engine's.
func TestFitsAsTheEngineSays(t *testing.T) {
	var s State
	chosen(&s, 1, "jan.csv", orders())
	loaded(&s, 3)
	r := s.Recipe.Recipe
	renamed := func(names ...string) ingest.Preview {
		p := orders()
		for i, name := range names {
			p.Columns[i].Name = name
		}
		return p
	}
	for _, p := range []ingest.Preview{orders(), people(), renamed("who", "WHEN "), renamed("client"), renamed("who", "day", "x", "sum"), renamed("who", "when", "x", "sum")} {
		_, want := r.Apply(p)
		if got := fits(r, &p); got != want {
			t.Errorf("columns %v fit: %v, the engine says %v", p.Columns, got, want)
		}
	}
}
