package retention

import (
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

func TestReadWindow(t *testing.T) {
	var s SurvivalState
	for _, text := range []string{"", "0", "-7", "731", "1.5", "ninety", "1e2"} {
		if days, ok := s.ReadWindow(text, 730); ok {
			t.Errorf("%q was taken as %d days", text, days)
		}
		if s.Typed.Text(WindowField, "211") != text || s.Typed.Fault(i18n.English, WindowField) == "" {
			t.Errorf("%q: what is wrong is not in sight", text)
		}
	}
	for text, want := range map[string]int{"1": 1, " 90 ": 90, "730": 730} {
		if days, ok := s.ReadWindow(text, 730); !ok || days != want || s.Typed.Fault(i18n.English, WindowField) != "" {
			t.Errorf("%q: window %d, want %d", text, days, want)
		}
	}
}

func TestRenew(t *testing.T) {
	var s SurvivalState
	s.ReadWindow("x", 730)
	s.End(s.Begin(engine.SurvivalRequest{}), engine.Survival{}, nil)
	s.Renew()
	if s.Typed.Fault(i18n.English, WindowField) != "" || s.Asked() {
		t.Error("another dataset starts with what was said of the one before")
	}
}

func TestSurvivalSendsTheDefinition(t *testing.T) {
	var s SurvivalState
	req := s.Ask(churn.Definition{Window: 45}, figure.Layout{Lang: "zh"})
	if req.Lifetimes.Definition.Window != 45 || req.Layout.Lang != "zh" {
		t.Errorf("asks for %+v", req)
	}
}
