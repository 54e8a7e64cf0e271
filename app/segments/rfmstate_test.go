package segments

import (
	"testing"

	"churnbench/analysis/rfm"
	"churnbench/app/i18n"
)

// resultOf is a result with bins that one could start typing from.
func resultOf(bins int) *rfm.Result {
	r := &rfm.Result{Options: rfm.Options{Bins: bins}}
	for m := range r.Cuts {
		for k := range bins {
			v := float64(k + 1)
			if m == 0 {
				v = float64(10 * (bins - k))
			}
			r.Cuts[m].Lower, r.Cuts[m].Upper = append(r.Cuts[m].Lower, v), append(r.Cuts[m].Upper, v)
			r.Cuts[m].Size = append(r.Cuts[m].Size, 1)
		}
	}
	return r
}

// Typed cut-offs begin near the quantiles, and come back after quantiles and after
// another number of bins.
func TestTypedCutsAreRemembered(t *testing.T) {
	s := &Rules{}
	s.SetFixed(true, resultOf(5))
	if got := s.Options.Typed[0].String(); got != "10 20 30 40" {
		t.Errorf("R starts from %q", got)
	}
	if got := s.Options.Typed[1].String(); got != "1 2 3 4" {
		t.Errorf("F starts from %q", got)
	}
	if !s.SetCuts(0, "30，60 90;180") {
		t.Fatal(s.Typed.Fault(i18n.English, CutsField(0)))
	}
	want := s.Options.Typed
	s.SetFixed(false, resultOf(5))
	if s.Options.Typed != ([3]rfm.Bounds{}) {
		t.Error("quantiles still have cut-offs")
	}
	s.SetFixed(true, resultOf(5))
	if s.Options.Typed != want {
		t.Errorf("after quantiles they are %v, want %v", s.Options.Typed, want)
	}
	s.SetBins(3)
	if s.Options.Typed != ([3]rfm.Bounds{}) {
		t.Error("cut-offs of five scores are taken for three")
	}
	s.SetBins(5)
	if s.Options.Typed != want {
		t.Errorf("after three scores they are %v, want %v", s.Options.Typed, want)
	}
}

// What cannot be taken stays in sight, says why, and changes nothing.
func TestBadCutsAreRefused(t *testing.T) {
	s := &Rules{}
	s.SetFixed(true, resultOf(5))
	before := s.Options
	for _, text := range []string{"1 2 3", "1 2 2 4", "4 3 2 1", "1 2 x 4", "1 2 3.5 4", "-1 2 3 4", "NaN 1 2 3", "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 1e30"} {
		if s.SetCuts(1, text) || s.Options != before {
			t.Errorf("%q was taken as %v", text, s.Options.Typed[1])
		}
		for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
			if s.Typed.Text(CutsField(1), "") != text || s.Typed.Fault(lang, CutsField(1)) == "" {
				t.Errorf("%q: nothing is said in %s", text, lang)
			}
		}
	}
	if !s.SetCuts(1, "") || s.Options.Typed[1].N != 0 || s.Typed.Fault(i18n.English, CutsField(1)) != "" {
		t.Error("an empty field is not quantiles")
	}
}

func keysOf(s *Rules) (keys string) {
	for _, o := range s.Options.Own.Segments() {
		keys += o.Key + " "
	}
	return keys
}

// A shipped set becomes the person's own by the first change, and comes back by
// choosing it; so do the person's.
func TestSegmentsAreEdited(t *testing.T) {
	s := &Rules{Options: rfm.Options{RuleSet: rfm.Compact}}
	s.Rename(0, "VIP", "Core customers")
	if s.RuleSet() != OwnRules || s.Options.NameOf("core") != "VIP" {
		t.Fatalf("%q has %+v", s.RuleSet(), s.Options.Own)
	}
	if s.Rename(0, "Core customers", "Core customers"); s.Options.NameOf("core") != "" {
		t.Error("our name is kept as the person's")
	}
	if !s.SetRange(0, 0, "3-") || s.Options.Own.List[0].Rule.RMin != 3 {
		t.Errorf("core is %v", s.Options.Own.List[0].Rule)
	}
	if s.SetRange(0, 0, "6") || s.SetRange(0, 0, "4-2") || s.SetRange(0, 0, "much") || s.Ranges.Fault(i18n.English, RangeField(0, 0)) == "" {
		t.Error("a range that is none was taken")
	}
	s.Move(0, 1)
	s.Move(0, -1) // nowhere
	s.Remove(5)
	s.Add("Big")
	if got := keysOf(s); got != "growing core newcomers cooling win-back own-1 " {
		t.Errorf("the segments are %q", got)
	}
	if s.Rename(5, "", ""); s.Options.NameOf("own-1") != "Big" {
		t.Error("a segment without another name lost it")
	}
	if s.Ranges.Fault(i18n.English, RangeField(0, 0)) != "" {
		t.Error("what was wrong with one segment is said of another")
	}
	mine := s.Options.Own
	s.Choose(rfm.Classic)
	if s.RuleSet() != rfm.Classic || s.Options.Own.N != 0 {
		t.Error("the shipped set does not come back")
	}
	s.Choose(OwnRules)
	if s.Options.Own != mine {
		t.Error("the person's segments do not come back")
	}
	for range 9 {
		s.Remove(0)
	}
	if s.Options.Own.N != 1 {
		t.Errorf("%d segments are left", s.Options.Own.N)
	}
}

// The words of the tie rules stand in their order.
func TestTieWords(t *testing.T) {
	for i, ties := range rfm.TieRules {
		if got := rfm.Ties(zero(tieWords[i], "low")); got != ties {
			t.Errorf("rule %d is called %q", i, got)
		}
	}
	if len(tieWords) != len(rfm.TieRules) {
		t.Error("a tie rule has no name")
	}
}
