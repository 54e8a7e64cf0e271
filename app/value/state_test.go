package value

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
)

var first, end = analysis.Date(2023, 1, 1), analysis.Date(2024, 12, 31)

func TestBounds(t *testing.T) {
	calibrate := func(s *State, text string) bool { return s.SetCalibrationEnd(text, first, end) }
	for _, tt := range []struct {
		field     string
		set       func(*State, string) bool
		get       func(*State) float64
		good, bad []string
		want      []float64 // of good
	}{
		{HorizonField, (*State).SetHorizon, func(s *State) float64 { return float64(s.Options.Horizon) },
			[]string{"1", " 24 ", strconv.Itoa(clv.MaxHorizon)}, []string{"", "0", "-1", "1.5", "601", "x", "1e3"}, []float64{1, 24, clv.MaxHorizon}},
		{DiscountField, (*State).SetDiscount, func(s *State) float64 { return s.Options.DiscountRate },
			[]string{"0", "7.5", "100"}, []string{"", "-0.1", "100.1", "NaN", "Inf", "10%"}, []float64{0, 0.075, 1}},
		{MarginField, (*State).SetMargin, func(s *State) float64 { return s.Options.Margin },
			[]string{"0.5", "100"}, []string{"", "0", "-5", "101", "NaN"}, []float64{0.005, 1}},
		{CalibrationField, calibrate, func(s *State) float64 { return float64(s.Options.CalibrationEnd) },
			[]string{"2023-01-01", "2024-12-31", ""}, []string{"2022-12-31", "2025-01-01", "2024-02-30", "soon"}, []float64{float64(first), float64(end), 0}},
	} {
		s := State{Options: Defaults()}
		for i, text := range tt.good {
			if !tt.set(&s, text) || math.Abs(tt.get(&s)-tt.want[i]) > 1e-12 {
				t.Errorf("%s %q: got %v, want %v", tt.field, text, tt.get(&s), tt.want[i])
			}
		}
		kept := tt.get(&s)
		for _, text := range tt.bad {
			if tt.set(&s, text) || tt.get(&s) != kept {
				t.Errorf("%s takes %q as %v", tt.field, text, tt.get(&s))
			}
			if s.Typed.Text(tt.field, "good") != text || s.Typed.Fault(i18n.Chinese, tt.field) == "" {
				t.Errorf("%s %q: what is wrong is not in sight", tt.field, text)
			}
		}
		if !tt.set(&s, tt.good[0]) || s.Typed.Fault(i18n.English, tt.field) != "" {
			t.Errorf("%s: a good value leaves the error of the bad one", tt.field)
		}
	}
}

func TestRenewKeepsAssumptionsButNotDates(t *testing.T) {
	s := State{Options: Defaults()}
	s.SetMargin("40")
	s.SetCalibrationEnd("2023-06-01", first, end)
	s.SetCalibrationEnd("1999-01-01", first, end)
	s.Renew()
	if s.Options.Margin != 0.4 || s.Options.CalibrationEnd != 0 || s.Typed.Fault(i18n.English, CalibrationField) != "" {
		t.Errorf("another dataset starts with %+v", s.Options)
	}
}

// The page names the models itself; it must know all of them, and the usual one.
func TestKindsAreTheFamilies(t *testing.T) {
	names := map[string]bool{}
	for _, k := range kinds {
		names[string(k.name)] = true
	}
	for _, f := range clv.Families() {
		if !names[f.Name] {
			t.Errorf("%s cannot be chosen", f.Name)
		}
		delete(names, f.Name)
	}
	if len(names) > 0 || wordOf("") != "bgnbd" || modelOr("") != "BG/NBD" {
		t.Errorf("models that nobody can fit: %v", names)
	}
}

func TestChosenModel(t *testing.T) {
	s := State{Options: Defaults()}
	if s.SetModel("BG/NBD") || !s.SetModel("Pareto/NBD") || s.SetModel("Pareto/NBD") || s.Options.Model != "Pareto/NBD" {
		t.Errorf("options %+v", s.Options)
	}
	if s.Renew(); s.Options.Model != "" {
		t.Error("a model chosen for one dataset is taken for another")
	}
}

func TestOutdate(t *testing.T) {
	s := State{Options: Defaults()}
	s.Trials.End(s.Trials.Begin(engine.BakeoffRequest{Options: s.Options}), engine.Bakeoff{}, nil)
	s.Sure.Begin(engine.BootstrapRequest{Options: s.Options})
	if s.outdate(); !s.Trials.Asked() || !s.Sure.Busy {
		t.Error("nothing has changed")
	}
	s.SetModel("NBD")
	if s.outdate(); !s.Trials.Asked() || s.Sure.Asked() {
		t.Error("another model makes the bootstrap pointless, not the trials")
	}
	s.SetCalibrationEnd("2023-06-01", first, end)
	if s.outdate(); s.Trials.Asked() {
		t.Error("another window needs other trials")
	}
}

func TestChosenAttributes(t *testing.T) {
	s := State{Options: Defaults()}
	s.Toggle(4)
	s.Toggle(1)
	before := s.Chosen
	s.SetBase(4, "web")
	s.SetBase(9, "nowhere")
	if want := []clv.Attribute{{At: 1}, {At: 4, Base: "web"}}; !slices.Equal(s.Chosen, want) || before[1].Base != "" {
		t.Errorf("chosen %+v, before %+v; want %+v", s.Chosen, before, want)
	}
	if s.Toggle(1); len(s.Chosen) != 1 || s.Chosen[0].At != 4 {
		t.Errorf("chosen %+v after taking one back", s.Chosen)
	}
	if s.Renew(); s.Chosen != nil {
		t.Error("attributes of one dataset are taken for those of another")
	}
}

func TestUsableAttributes(t *testing.T) {
	groups := make([]engine.Group, 2)
	for _, tt := range []struct {
		k    engine.KeptReport
		want bool
	}{
		{engine.KeptReport{Filled: 9, Distinct: 2, Groups: groups}, true}, {engine.KeptReport{Filled: 9, Distinct: 1, Groups: groups[:1]}, false},
		{engine.KeptReport{Filled: 9, Distinct: 21, Groups: groups}, false}, {engine.KeptReport{Filled: 9, Low: 1, High: 2}, true},
		{engine.KeptReport{Filled: 9, Low: 2, High: 2}, false}, {engine.KeptReport{Filled: 9, First: first, Last: end}, true}, {engine.KeptReport{Groups: groups, Distinct: 2}, false},
	} {
		if got := usable(&tt.k); got != tt.want {
			t.Errorf("%+v: %v", tt.k, got)
		}
	}
}

func TestCost(t *testing.T) {
	var s State
	for _, text := range []string{"12.5", "0", ""} {
		if !s.SetCost(text) {
			t.Errorf("%q is refused", text)
		}
	}
	s.SetCost("7")
	for _, text := range []string{"-1", "x", "NaN", "Inf", "1e10"} {
		if s.SetCost(text) || s.Cost != 7 || s.Typed.Fault(i18n.English, CostField) == "" {
			t.Errorf("%q is taken as %v", text, s.Cost)
		}
	}
}

func TestLeastOf(t *testing.T) {
	values := []float64{math.NaN(), 3, -1, 2, math.NaN()}
	if got := leastOf(len(values), func(i int) float64 { return values[i] }); got != -1 {
		t.Errorf("least %v", got)
	}
	if got := leastOf(1, func(int) float64 { return math.NaN() }); !math.IsNaN(got) {
		t.Errorf("least of nothing %v", got)
	}
}
