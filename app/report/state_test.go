package report

import (
	"slices"
	"testing"

	"churnbench/analysis/report"
	"churnbench/app/screen"
)

func contents(s *State) (list []string) {
	for _, b := range s.Report.Blocks {
		list = append(list, b.Exhibit+b.Text)
	}
	return list
}

func exhibit(id string) report.Block { return report.Block{Kind: report.Exhibit, Exhibit: id} }

func TestAddMoveRemove(t *testing.T) {
	var s State
	for _, id := range []string{"a", "b", "c"} {
		s.Open = 0
		if s.Add(exhibit(id)) == 0 {
			t.Errorf("%s was not added", id)
		}
	}
	if s.Add(exhibit("b")) != 0 || len(s.Report.Blocks) != 3 {
		t.Error("an exhibit is there twice")
	}
	before := s.Report.Blocks
	s.Open = 1
	if n := s.Add(report.Block{Kind: report.Note, Text: "n"}); n != 2 || s.Open != 2 {
		t.Errorf("what is added goes behind the block in hand: %d, open %d", n, s.Open)
	}
	if got := contents(&s); !slices.Equal(got, []string{"a", "n", "b", "c"}) {
		t.Fatalf("contents are %v", got)
	}
	if s.Move(1, -1) || s.Move(4, 1) || s.Move(9, -1) || !s.Move(2, 1) || s.Open != 3 || !s.Move(2, 1) || s.Open != 2 {
		t.Errorf("after moving: %v, open %d", contents(&s), s.Open)
	}
	s.Remove(1)
	if got := contents(&s); !slices.Equal(got, []string{"n", "b", "c"}) || s.Open != 1 {
		t.Errorf("after removing: %v, open %d", got, s.Open)
	}
	s.Drop("c")
	s.Drop("gone")
	s.Remove(0)
	s.Remove(7)
	if got := contents(&s); !slices.Equal(got, []string{"n", "b"}) || s.Has("c") || !s.Has("b") {
		t.Errorf("after dropping: %v", got)
	}
	if before[0].Exhibit != "a" || len(before) != 3 {
		t.Error("a report that was kept elsewhere has changed with this one")
	}
}

func TestChangeAndEdit(t *testing.T) {
	var s State
	s.Add(report.Block{Kind: report.Heading})
	kept := s.Report.Blocks
	s.Change(1, func(b *report.Block) { b.Text = "Findings" })
	s.Change(2, func(b *report.Block) { t.Error("there is no second block") })
	if s.Report.Blocks[0].Text != "Findings" || kept[0].Text != "" {
		t.Error("a change is missing, or reaches what was kept")
	}
	if s.Edit(1); s.Open != 0 {
		t.Error("what was open stays open")
	}
	s.Remove(1)
	if s.Report.Blocks != nil {
		t.Error("an emptied report is another one than that at first")
	}
}

func TestSearch(t *testing.T) {
	x := screen.Exhibit{Area: "Retention · Cohorts", Title: "Cohort table"}
	for typed, want := range map[string]bool{"": true, "cohort": true, "TABLE retention": true, "table rfm": false} {
		if matches(&x, typed) != want {
			t.Errorf("%q finds it: %v", typed, !want)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"Churn 2024": "Churn 2024.html", " ": "report.html", "a/b: <c> $(d)`e`": "a-b- -c- -(d)-e-.html", "流失报告": "流失报告.html", "..": "report.html",
	} {
		if got := FileName(title, "report"); got != want {
			t.Errorf("%q is saved as %q, want %q", title, got, want)
		}
	}
}
