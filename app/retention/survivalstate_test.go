package retention

import (
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

func TestSetWindow(t *testing.T) {
	var s SurvivalState
	for _, text := range []string{"", "0", "-7", "731", "1.5", "ninety", "1e2"} {
		if s.SetWindow(text, 730) || s.Window != 0 {
			t.Errorf("%q was taken as %d days", text, s.Window)
		}
		if s.Typed.Text(WindowField, "211") != text || s.Typed.Fault(i18n.English, WindowField) == "" {
			t.Errorf("%q: what is wrong is not in sight", text)
		}
	}
	for text, want := range map[string]int{"1": 1, " 90 ": 90, "730": 730} {
		if !s.SetWindow(text, 730) || s.Window != want || s.Typed.Fault(i18n.English, WindowField) != "" {
			t.Errorf("%q: window %d, want %d", text, s.Window, want)
		}
	}
}

func TestProposeAndRenew(t *testing.T) {
	var s SurvivalState
	s.SetWindow("90", 730)
	s.SetWindow("x", 730)
	s.Propose()
	if s.Window != 0 || s.Typed.Fault(i18n.English, WindowField) != "" {
		t.Error("the proposal is not taken")
	}
	s.SetWindow("90", 730)
	s.End(s.Begin(engine.SurvivalRequest{}), engine.Survival{}, nil)
	s.Renew()
	if s.Window != 0 || s.Asked() {
		t.Error("another dataset starts with the window of the one before")
	}
}

func TestSurvivalSendsWhatIsChosen(t *testing.T) {
	var s SurvivalState
	s.SetWindow("45", 730)
	req := s.Ask(figure.Layout{Lang: "zh"})
	if req.Window != 45 || req.Layout.Lang != "zh" {
		t.Errorf("asks for %+v", req)
	}
}
