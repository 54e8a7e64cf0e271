package definition

import (
	"math"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

func TestFieldsRefuse(t *testing.T) {
	var s State
	for _, text := range []string{"", "0", "-7", "731", "1.5", "ninety"} {
		if days, ok := s.Whole(WindowField, text, 730); ok {
			t.Errorf("%q was taken as %d days", text, days)
		}
		if s.Typed.Text(WindowField, "211") != text || s.Typed.Fault(i18n.English, WindowField) == "" {
			t.Errorf("%q: what is wrong is not in sight", text)
		}
	}
	if days, ok := s.Whole(WindowField, " 90 ", 730); !ok || days != 90 || s.Typed.Fault(i18n.English, WindowField) != "" {
		t.Error("90 days were refused")
	}
	for text, want := range map[string]float64{"50": .5, " 12.5 % ": .125} {
		if share, ok := s.Part(BelowField, text, 0); !ok || share != want {
			t.Errorf("%q was read as %g", text, share)
		}
	}
	for _, text := range []string{"", "0", "100", "half"} {
		if _, ok := s.Part(BelowField, text, 0); ok {
			t.Errorf("%q was taken as a share", text)
		}
	}
	for text, want := range map[string]float64{"": 0, "2": 2, "0.5": .5} {
		if w, ok := s.Weight("w", text); !ok || w != want {
			t.Errorf("%q was read as the weight %g", text, w)
		}
	}
	for _, text := range []string{"0", "-1", "x", "1e9"} {
		if _, ok := s.Weight("w", text); ok {
			t.Errorf("%q was taken as a weight", text)
		}
	}
}

// The ledger starts with what the data are long enough for, holds nothing twice, and
// no more than the engine takes.
func TestCompare(t *testing.T) {
	var s State
	if s.Renew(400); len(s.Compared) != 1 || s.Compared[0].Window != 90 {
		t.Errorf("400 days of data are compared by %+v", s.Compared)
	}
	if s.Renew(730); len(s.Compared) != 2 {
		t.Errorf("two years of data are compared by %+v", s.Compared)
	}
	if s.Compare(churn.Definition{Window: 90}) {
		t.Error("a definition stands in the ledger twice")
	}
	for w := 1; len(s.Compared) < engine.MaxCompared; w++ {
		if !s.Compare(churn.Definition{Window: w}) {
			t.Fatal("a definition was refused while there is room")
		}
	}
	if s.Compare(churn.Definition{Window: 77}) {
		t.Error("the ledger overflows")
	}
	before := s.Compared
	s.Drop(0)
	if len(s.Compared) != engine.MaxCompared-1 || same(s.Compared[0], before[0]) || len(before) != engine.MaxCompared {
		t.Error("dropping one changed what was asked before, or did not drop it")
	}
	q := s.Ask(churn.Definition{Window: 60}, figure.Layout{Lang: "zh"})
	if q.Definition.Window != 60 || len(q.Compare) != len(s.Compared) || q.Layout.Lang != "zh" {
		t.Errorf("asks for %+v", q)
	}
}

func TestMissing(t *testing.T) {
	kept := []engine.KeptReport{{Name: "n", Low: 1}, {Name: "state", Groups: []engine.Group{{Value: "gone"}}}, {Name: "end", First: 19000, Last: 19500}}
	ended := func(column int, lost ...string) churn.Definition {
		return churn.Definition{Kind: churn.Explicit, Ended: churn.Ended{Column: column, Lost: lost}}
	}
	for _, tt := range []struct {
		by   churn.Definition
		want bool
	}{
		{churn.Definition{}, false},
		{churn.Definition{Kind: churn.Declined}, false},
		{ended(-1), true}, {ended(7), true}, {ended(0), true},
		{ended(1), true}, {ended(1, "gone"), false}, {ended(2), false},
		{churn.Definition{Kind: churn.Combined, Parts: []churn.Kind{churn.Silence}}, true},
		{churn.Definition{Kind: churn.Combined, Parts: []churn.Kind{churn.Silence, churn.Declined}}, false},
		{churn.Definition{Kind: churn.Combined, Parts: []churn.Kind{churn.Silence, churn.Explicit}, Ended: churn.Ended{Column: 1}}, true},
	} {
		if got := missing(tt.by, kept); got != tt.want {
			t.Errorf("%+v lacks something: %v, want %v", tt.by, got, tt.want)
		}
	}
}

// While the knob is turned, the page reads from the answer it has what the W in hand
// would do.
func TestRead(t *testing.T) {
	calls := func(k int) churn.Calls {
		return churn.Calls{Returned: churn.Share{K: k, N: 100, Value: float64(k) / 100}}
	}
	w := &churn.Workbench{
		Trial: churn.Trial{Points: []churn.TrialPoint{{Window: 30, Calls: calls(40)}, {Window: 60, Calls: calls(20)}, {Window: 120, Calls: calls(10)}}},
		Returns: []churn.Returns{
			{Within: 90, Points: []churn.ReturnPoint{{Silent: 10, Chance: .8}, {Silent: 100, Chance: .3}}},
			{Within: 365, Points: []churn.ReturnPoint{{Silent: 10, Chance: .9}, {Silent: 100, Chance: math.NaN()}}},
		},
	}
	for _, tt := range []struct {
		at             float64
		tried, within  int
		chance, wrongs float64
	}{{1, 30, 365, .9, 40}, {50, 60, 365, .9, 20}, {80, 60, 90, .3, 20}, {500, 120, 90, .3, 10}} {
		r := Read(w, tt.at)
		if r.Tried != tt.tried || r.Within != tt.within || r.Chance != tt.chance || float64(r.Calls.Returned.K) != tt.wrongs {
			t.Errorf("at %g: %+v", tt.at, r)
		}
	}
	if r := Read(&churn.Workbench{}, 90); r.Tried != 0 || !math.IsNaN(r.Chance) {
		t.Errorf("nothing is read as %+v", r)
	}
}
