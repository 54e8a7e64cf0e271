package ui

import (
	"testing"

	"churnbench/analysis/figure"
)

// Two lines of three points, and a bar.
var someMarks = []figure.Mark{
	{X: 10, Y: 50}, {X: 20, Y: 52}, {X: 30, Y: 54},
	{X: 10, Y: 20, Series: 1}, {X: 20, Y: 22, Series: 1}, {X: 30, Y: 24, Series: 1},
	{X: 100, Y: 60, W: 40, H: 80, Series: 2},
}

func TestNearest(t *testing.T) {
	all := marks{list: someMarks}
	for _, tt := range []struct {
		x, y, reach float64
		want        int
	}{
		{11, 49, 10, 0},
		{21, 30, 30, 4},
		{60, 20, 10, -1},  // too far from everything
		{118, 98, 1, 6},   // in the bar's corner, far from its centre
		{10, 35.1, 40, 0}, // just nearer to the lower line
	} {
		if got := all.nearest(tt.x, tt.y, tt.reach); got != tt.want {
			t.Errorf("nearest(%g, %g) = %d, want %d", tt.x, tt.y, got, tt.want)
		}
	}
	hidden := marks{list: someMarks, hidden: map[int]bool{0: true}}
	if got := hidden.nearest(10, 40, 100); got != 3 {
		t.Errorf("with the first line hidden the nearest is %d, want 3", got)
	}
}

func TestNext(t *testing.T) {
	all := marks{list: someMarks}
	hidden := marks{list: someMarks, hidden: map[int]bool{1: true}}
	for _, tt := range []struct {
		m    marks
		from int
		key  string
		want int
	}{
		{all, -1, "ArrowRight", 0},
		{all, -1, "ArrowLeft", 6},
		{all, -1, "ArrowUp", 0},
		{all, 6, "ArrowRight", 6}, // the end is the end
		{all, 0, "ArrowLeft", 0},
		{all, 1, "ArrowUp", 4}, // the same month on the other line
		{all, 4, "ArrowDown", 1},
		{all, 4, "ArrowUp", 3}, // a little higher, aside
		{all, 3, "ArrowUp", 3}, // nothing above
		{all, 3, "Home", 0},
		{all, 3, "End", 6},
		{hidden, 2, "ArrowRight", 6},
		{hidden, 6, "ArrowLeft", 2},
	} {
		if got, ok := tt.m.next(tt.from, tt.key); !ok || got != tt.want {
			t.Errorf("%s from %d goes to %d, want %d", tt.key, tt.from, got, tt.want)
		}
	}
	if _, ok := all.next(0, "a"); ok {
		t.Error("a letter walks the marks")
	}
	if got, _ := (marks{}).next(-1, "ArrowRight"); got != -1 {
		t.Errorf("a figure without marks shows mark %d", got)
	}
}
