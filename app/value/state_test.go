package value

import (
	"math"
	"strconv"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
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
