package ui

import (
	"maps"
	"testing"
)

func TestIsolated(t *testing.T) {
	for _, tt := range []struct {
		name      string
		set, want map[int]bool
	}{
		{"all in sight", nil, map[int]bool{0: true, 2: true}},
		{"it is hidden itself", map[int]bool{1: true}, map[int]bool{0: true, 2: true}},
		{"another is hidden", map[int]bool{0: true}, map[int]bool{0: true, 2: true}},
		{"alone already", map[int]bool{0: true, 1: false, 2: true}, nil},
	} {
		if got := isolated(tt.set, 1, 3); !maps.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestBackInto(t *testing.T) {
	for _, tt := range []struct{ lo, hi, size, want float64 }{
		{100, 200, 400, 0}, {-20, 80, 400, 26}, {350, 450, 400, -56}, {-10, 900, 400, 16}, {390, 800, 400, -384},
	} {
		if got := backInto(tt.lo, tt.hi, tt.size); got != tt.want {
			t.Errorf("%v to %v in %v moves by %v, want %v", tt.lo, tt.hi, tt.size, got, tt.want)
		}
	}
}
