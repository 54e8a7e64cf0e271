package retention

import (
	"testing"

	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
	"churnbench/app/i18n"
)

func TestSetBounds(t *testing.T) {
	var s CohortState
	if s.Bounds() != "1 2 4 7 13" {
		t.Errorf("the default reads %q", s.Bounds())
	}
	for _, text := range []string{"", "4", "4 4", "7 1", "1 2.5", "-1 3", "1 500", "a b", "1 2 3 4 5 6 7 8 9 10 11 12 13 14", "99999999999999999999 3", "3 0 5"} {
		if s.SetBounds(text) || s.Options.Bounds != (cohort.Bounds{}) {
			t.Errorf("%q was taken as %v", text, s.Options.Bounds)
		}
		if s.Typed.Text(BoundsField, "") != text || s.Typed.Fault(i18n.Chinese, BoundsField) == "" {
			t.Errorf("%q: what is wrong is not in sight", text)
		}
	}
	for text, want := range map[string]cohort.Bounds{"1 4": {1, 4}, " 0, 3,6 ": {0, 3, 6}, "1、4、7": {1, 4, 7}} {
		if !s.SetBounds(text) || s.Options.Bounds != want || s.Typed.Fault(i18n.English, BoundsField) != "" {
			t.Errorf("%q: %v, want %v", text, s.Options.Bounds, want)
		}
	}
	if s.SetBounds("2 3"); s.Bounds() != "2 3" {
		t.Errorf("the field shows %q", s.Bounds())
	}
}

func TestSetByReadsWhatByWrites(t *testing.T) {
	for _, o := range []cohort.Options{{}, {By: cohort.SignUp, Column: 4}, {By: cohort.Attribute}} {
		s := CohortState{Options: o}
		value := s.By()
		s.SetBy("first")
		if s.SetBy(value); s.Options != o {
			t.Errorf("%q is read as %+v, want %+v", value, s.Options, o)
		}
	}
}

// Other cohorts have other rows: none is selected, and the first are in sight.
func TestRegroupStartsOver(t *testing.T) {
	s := CohortState{Selected: "2024-01-01", Offset: 120}
	s.SetBy("attribute:2")
	if s.Selected != "" || s.Offset != 0 {
		t.Errorf("%q is selected at row %d", s.Selected, s.Offset)
	}
	s.Pick("=north")
	s.Turn(2)
	s.Turn(-1)
	if s.Selected != "=north" || s.Offset != PageCohorts {
		t.Errorf("%q at %d", s.Selected, s.Offset)
	}
	s.Pick("=north")
	s.Turn(-5)
	if s.Selected != "" || s.Offset != 0 {
		t.Errorf("%q at %d, want none at the start", s.Selected, s.Offset)
	}
	s.Renew()
	if s.Options.By != cohort.FirstPurchase {
		t.Error("a column of the dataset before is asked for")
	}
}

func TestCellKeys(t *testing.T) {
	s := CohortState{}
	opt := cohort.Options{By: cohort.Attribute, Grain: cohort.Week}
	s.End(s.Begin(engine.CohortsRequest{}), engine.Cohorts{Result: cohort.Result{Options: opt}}, nil)
	for _, key := range []string{"2024-01-01", "=a value, with 3 words", cohort.FoldedKey, "="} {
		if got := s.Cell(cellKey(key, 12)); got != (engine.CohortCell{Options: opt, Key: key, Column: 12}) {
			t.Errorf("%q: %+v", key, got)
		}
	}
}
