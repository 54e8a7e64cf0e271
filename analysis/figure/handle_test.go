package figure

import "testing"

// Where a value lies and which value lies there are each other's inverse, on
// both kinds of axis.
func TestHandle(t *testing.T) {
	for _, h := range []Handle{
		{Min: 1, Max: 540, From: 1, To: 540, Left: 40, Right: 700, Log: true},
		{Min: 1, Max: 540, From: 0, To: 545, Left: 40, Right: 700},
	} {
		last := h.Left - 1
		for v := h.Min; v <= h.Max; v++ {
			x := h.At(v)
			if x < last || x < h.Left || x > h.Right {
				t.Fatalf("log %v: %g lies at %g, behind %g", h.Log, v, x, last)
			}
			if got := h.ValueAt(x); got != v {
				t.Fatalf("log %v: at %g lies %g, want %g", h.Log, x, got, v)
			}
			last = x
		}
		if h.ValueAt(-1e6) != h.Min || h.ValueAt(1e6) != h.Max || h.Clamp(7.6) != 8 {
			t.Errorf("log %v: values leave the range", h.Log)
		}
	}
	empty := Handle{Min: 1, Max: 1, From: 1, To: 1, Left: 10, Right: 10, Log: true}
	if empty.At(1) != 10 || empty.ValueAt(10) != 1 {
		t.Error("an axis without length moves its only value")
	}
}
