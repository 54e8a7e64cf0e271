package ui

import (
	"testing"

	"churnbench/analysis/figure"
)

func TestTurned(t *testing.T) {
	on := &figure.Handle{Min: 1, Max: 365}
	for _, tt := range []struct {
		from float64
		key  string
		want float64
	}{
		{90, "ArrowRight", 91}, {90, "ArrowUp", 91}, {90, "ArrowLeft", 89}, {90, "ArrowDown", 89},
		{90, "PageUp", 99}, {90, "PageDown", 81}, {30, "PageUp", 37},
		{90, "Home", 1}, {90, "End", 365}, {1, "ArrowLeft", 1}, {365, "PageUp", 365},
	} {
		if got, ok := turned(on, tt.from, tt.key); !ok || got != tt.want {
			t.Errorf("%s at %g leads to %g, want %g", tt.key, tt.from, got, tt.want)
		}
	}
	if _, ok := turned(on, 90, "Tab"); ok {
		t.Error("Tab turns the knob")
	}
}

// The screen's own value does not take the knob out of a person's hand.
func TestKnobRests(t *testing.T) {
	var k Knob
	k.Rest(90)
	if k.At != 90 {
		t.Fatalf("stands at %g", k.At)
	}
	if k.move(90, nil) || !k.move(120, nil) {
		t.Error("it moves where it stands, or not where it should")
	}
	k.Rest(60)
	if k.At != 120 {
		t.Error("the screen moved it while it was held")
	}
	k.held = false
	k.Rest(60)
	if k.At != 60 {
		t.Errorf("stands at %g, the screen says 60", k.At)
	}
}
