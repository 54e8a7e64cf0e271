package presenter

import (
	"context"
	"slices"
	"testing"

	"churnbench/analysis/figure"
	"churnbench/app/screen"
)

func exhibit(id, route string, ready, busy bool) screen.Exhibit {
	x := screen.Exhibit{ID: id, Route: route, Busy: busy}
	if ready {
		x.Figure = &figure.Figure{ID: id, SVG: "<svg/>"}
	}
	return x
}

func TestOrder(t *testing.T) {
	all := []screen.Exhibit{
		exhibit("a", "overview", true, false), exhibit("b", "overview", false, true), exhibit("c", "overview", false, false),
		exhibit("d", "retention", true, false), exhibit("e", "retention", false, true), exhibit("f", "value", true, true),
	}
	for _, tt := range []struct {
		route        string
		report, want []string
	}{
		{"overview", nil, []string{"a", "b", "d", "f"}},
		{"retention", nil, []string{"d", "e", "a", "f"}},
		{"help", nil, []string{"a", "d", "f"}},
		{"retention", []string{"f", "c", "gone", "a"}, []string{"f", "a"}},
		{"retention", []string{"c"}, []string{"d", "e", "a", "f"}},
	} {
		if got := Order(all, tt.route, tt.report); !slices.Equal(got, tt.want) {
			t.Errorf("from %s, report %v: %v, want %v", tt.route, tt.report, got, tt.want)
		}
	}
}

func TestKeysWalkAndStopAtTheEnds(t *testing.T) {
	var s State
	s.Start(&screen.Host{}, []string{"a", "b", "c"}, "b")
	for _, tt := range []struct {
		key   string
		moved bool
		id    string
	}{
		{"PageDown", true, "c"}, {"ArrowRight", false, "c"}, {"Home", true, "a"}, {"PageUp", false, "a"}, {" ", true, "b"},
		{"Shift+ ", true, "a"}, {"End", true, "c"}, {"x", false, "c"}, {"ArrowLeft", true, "b"},
	} {
		if moved := s.Go(tt.key); moved != tt.moved || s.ID() != tt.id {
			t.Errorf("%q: moved %v to %s, want %v to %s", tt.key, moved, s.ID(), tt.moved, tt.id)
		}
	}
}

// An audience does not read identifiers, unless the person shows them on purpose; the
// work goes on as it was.
func TestIdentifiersAreMasked(t *testing.T) {
	for _, before := range []bool{false, true} {
		h := &screen.Host{Masked: before}
		var s State
		s.Start(h, []string{"a"}, "")
		if !h.Masked {
			t.Error("an audience reads identifiers")
		}
		if s.End(h); h.Masked != before || s.On {
			t.Errorf("afterwards identifiers are masked: %v, were before: %v", h.Masked, before)
		}
	}
	h := &screen.Host{}
	var s State
	if s.Start(h, nil, "a"); s.On || h.Masked || s.ID() != "" {
		t.Error("nothing is presented")
	}
	s.End(h)
}

func TestHeadline(t *testing.T) {
	a := exhibit("a", "overview", true, false)
	a.Finding, a.Title = "All is well.", "Bucket"
	b := a
	b.Figure = &figure.Figure{Description: "It costs 1.2 M. Then more."}
	c := b
	c.Figure = &figure.Figure{Description: "留存率下降到 2.5%。随后持平。"}
	table := screen.Exhibit{Title: "Periods", Finding: a.Finding}
	for _, tt := range []struct {
		x, before *screen.Exhibit
		want      string
	}{
		{nil, &a, ""}, {&a, nil, "All is well."}, {&b, &a, "It costs 1.2 M."}, {&c, &a, "留存率下降到 2.5%。"}, {&table, &a, "Periods"}, {&screen.Exhibit{Title: "T"}, &a, "T"},
	} {
		if got := Headline(tt.x, tt.before); got != tt.want {
			t.Errorf("headline %q, want %q", got, tt.want)
		}
	}
}

// A tall figure is asked for once more, narrower, and shown if it has become lower.
func TestTallFiguresAreDrawnForTheStage(t *testing.T) {
	redraws := make(chan func())
	h := &screen.Host{Redraw: func(f func()) { redraws <- f }}
	var s State
	s.Start(h, []string{"a"}, "")
	asked := 0
	x := exhibit("a", "segments", true, false)
	x.Figure.Width, x.Figure.Height = 700, 440
	x.Draw = func(_ context.Context, l figure.Layout) ([]*figure.Figure, error) {
		asked++
		return []*figure.Figure{{ID: "b", SVG: "<svg/>", Height: 1}, {ID: "a", SVG: "<svg/>", Width: l.Column, Height: l.Most}}, nil
	}
	s.Enlarge(h, &x)
	if s.Shown(x.Figure) != x.Figure {
		t.Error("something else is shown before it is there")
	}
	(<-redraws)()
	if f := s.Shown(x.Figure); f.ID != "a" || f.Height > tall || f.Width < 2*f.Height {
		t.Errorf("shown is %s of %g × %g", f.ID, f.Width, f.Height)
	}
	s.Enlarge(h, &x)
	low := exhibit("c", "segments", true, false)
	low.Figure.Height, low.Draw = tall, x.Draw
	s.Enlarge(h, &low)
	s.Enlarge(h, nil)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}
