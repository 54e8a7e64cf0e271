package segments

import (
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
	"churnbench/analysis/lifecycle"
)

// What is typed into the rules is taken, refused or goes back to the default; what is
// refused changes nothing.
func TestLifeFields(t *testing.T) {
	field := map[string]*lifeField{}
	for i := range lifeFields {
		field[lifeFields[i].id] = &lifeFields[i]
	}
	s := Lifecycle{Offset: 20}
	for _, c := range []struct {
		id, text string
		ok       bool
		want     lifecycle.Options
	}{
		{"recent", "60", true, lifecycle.Options{Recent: 60}},
		{"recent", "60.5", false, lifecycle.Options{Recent: 60}},
		{"recent", "701", false, lifecycle.Options{Recent: 60}},
		{"recent", "many", false, lifecycle.Options{Recent: 60}},
		{"recent", "0", false, lifecycle.Options{Recent: 60}},
		{"decline", " 40 % ", true, lifecycle.Options{Recent: 60, Decline: 0.4}},
		{"decline", "140", false, lifecycle.Options{Recent: 60, Decline: 0.4}},
		{"growth", "125.5", true, lifecycle.Options{Recent: 60, Decline: 0.4, Growth: 1.255}},
		{"exploring", "2", true, lifecycle.Options{Recent: 60, Decline: 0.4, Growth: 1.255, Exploring: 2}},
		{"recent", "", true, lifecycle.Options{Decline: 0.4, Growth: 1.255, Exploring: 2}},
	} {
		if ok := s.set(field[c.id], c.text, 700); ok != c.ok || s.Options != c.want {
			t.Errorf("%s = %q: %t, %+v; want %t, %+v", c.id, c.text, ok, s.Options, c.ok, c.want)
		}
		if refused := s.Fault("en", c.id) != ""; refused == c.ok {
			t.Errorf("%s = %q: refused %t", c.id, c.text, refused)
		}
	}
	if s.Offset != 0 {
		t.Error("other alerts are not read from the first")
	}
	if got := field["growth"].text(&s.Options); got != "125.5" {
		t.Errorf("growth reads %q", got)
	}
	if got := field["recent"].text(&s.Options); got != "" {
		t.Errorf("a number left open reads %q", got)
	}
}

func TestLifeDaysAndRequest(t *testing.T) {
	s := Lifecycle{Options: lifecycle.Options{Model: lifecycle.Funnel}}
	if s.setDay(lifeBefore, "2024-02-30", 0, 99_999) || s.setDay(lifeBefore, "2024-02-01", 0, 10) {
		t.Error("a day that is none, or out of range, was taken")
	}
	day := analysis.Date(2024, 2, 1)
	if !s.setDay(lifeBefore, "2024-02-01", 0, day) || s.Fault("en", lifeBefore) != "" {
		t.Error("a good day was refused")
	}
	lost, layout := churn.Definition{Window: 90}, figure.Layout{Lang: "zh"}
	req := s.ask(lost, layout)
	if req.Options != s.Options || req.Before != day || req.Day != 0 || req.Definition.Window != 90 || req.Layout != layout {
		t.Errorf("asked for %+v", req)
	}
	s.Begin(req)
	if ref := s.ref(lifecycle.Repeat, day, lost); ref.Key != "repeat" || ref.At != day || ref.By != engine.SegmentLifecycle || ref.Life != s.Options || ref.Definition.Window != 90 {
		t.Errorf("%+v", ref)
	}
	s.renew()
	if s.Asked() || s.Before != 0 || s.Options != (lifecycle.Options{Model: lifecycle.Funnel}) {
		t.Errorf("renewed to %+v", s)
	}
}
