package local

import (
	"testing"

	"churnbench/analysis"
)

func TestDoubtEnd(t *testing.T) {
	for _, c := range []struct {
		days []analysis.Day
		want int
	}{
		{nil, 0},
		{[]analysis.Day{100}, 0},
		{[]analysis.Day{100, 100}, 0},
		{[]analysis.Day{100, 465, 300}, 0},
		{[]analysis.Day{900, 100, 400, 900}, 1},
		{[]analysis.Day{100, 400, 800, 1165}, 0},
	} {
		if got := doubtEnd(&analysis.Log{Day: c.days}); len(got) != c.want {
			t.Errorf("%v: %d warnings, want %d", c.days, len(got), c.want)
		}
	}
}
