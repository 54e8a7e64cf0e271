package overview

import (
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/app/i18n"
)

var first, end = analysis.Date(2023, 1, 3), analysis.Date(2024, 12, 31)

func TestAskSendsWhatIsChosen(t *testing.T) {
	s := State{Basis: engine.OnContracts}
	s.SetGrain(churn.Quarter, first, end)
	q := s.Ask(churn.Definition{Window: 90}, figure.Layout{Lang: "zh"})
	if q.Basis != engine.OnContracts || q.Options.Grain != churn.Quarter || q.Definition.Window != 90 || q.Layout.Lang != "zh" {
		t.Errorf("asks for %+v", q)
	}
}

func TestPeriods(t *testing.T) {
	var s State
	s.SetGrain(churn.ByDays, first, end)
	if s.Options.Days != defaultDays {
		t.Errorf("periods of %d days", s.Options.Days)
	}
	for _, text := range []string{"", "0", "-1", "729", "ten"} {
		if s.SetDays(text, 728) || s.Typed.Fault(i18n.English, DaysField) == "" {
			t.Errorf("%q was taken", text)
		}
	}
	if !s.SetDays(" 28 ", 728) || s.Options.Days != 28 {
		t.Error("28 days were refused")
	}
	s.SetGrain(churn.ByCuts, first, end)
	if !s.SetCut(1, "2024-06-30") || s.Options.Cuts[1] != analysis.Date(2024, 7, 1) {
		t.Errorf("the last day is the cut itself: %v", s.Options.Cuts)
	}
	if !s.SetCut(0, "2024-06-30") || s.Options.Cuts[0] != analysis.Date(2024, 6, 30) {
		t.Error("a period of one day was refused")
	}
	for _, text := range []string{"2024-07-01", "soon", ""} {
		if s.SetCut(0, text) || s.Typed.Fault(i18n.English, FromField) == "" {
			t.Errorf("%q was taken as the first day", text)
		}
	}
}

func TestRenewKeepsTheGrain(t *testing.T) {
	s := State{Basis: engine.OnOrders}
	s.SetGrain(churn.Quarter, first, end)
	s.Renew()
	if s.Options.Grain != churn.Quarter || s.Basis != "" {
		t.Errorf("after another dataset: %+v", s)
	}
	s.SetGrain(churn.ByCuts, first, end)
	s.Renew()
	if s.Options.Grain != churn.Month || s.Options.Cuts != nil {
		t.Error("dates of the dataset before are kept")
	}
}

func TestStale(t *testing.T) {
	var s State
	if s.Stale(churn.Definition{Window: 9}) {
		t.Error("what was never asked is stale")
	}
	s.Begin(s.Ask(churn.Definition{Window: 90}, figure.Layout{}))
	if s.Stale(churn.Definition{Window: 90}) || !s.Stale(churn.Definition{Window: 91}) {
		t.Error("the definition of the answer is not compared")
	}
}
