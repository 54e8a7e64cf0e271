package survival

import (
	"math"
	"slices"
	"testing"

	"churnbench/analysis"
)

func TestReadEvents(t *testing.T) {
	for _, c := range []struct {
		texts, lost []string
		want        []uint8
		left        []string
	}{
		{[]string{"Yes", "No", "", "Yes"}, nil, []uint8{1, 0, UnknownEvent, 1}, []string{"Yes"}},
		{[]string{"0", "1"}, nil, []uint8{0, 1}, []string{"1"}},
		{[]string{"在网", "已流失"}, nil, []uint8{0, 1}, []string{"已流失"}},
		{[]string{"active", "active"}, nil, []uint8{0, 0}, nil},
		{[]string{"gold", "silver", "ex"}, []string{"ex"}, []uint8{0, 0, 1}, []string{"ex"}},
		{[]string{"Yes", "No"}, []string{"No"}, []uint8{0, 1}, []string{"No"}},
	} {
		column := textColumn("state", c.texts)
		e, err := ReadEvents(&column, c.lost)
		if err != nil {
			t.Errorf("%v: %v", c.texts, err)
			continue
		}
		if !slices.Equal(e.Event, c.want) || !slices.Equal(e.Left, c.left) {
			t.Errorf("%v: %v, left %v, want %v, %v", c.texts, e.Event, e.Left, c.want, c.left)
		}
	}
	numbers := numberColumn("status", []float64{1, 2, math.NaN(), 2})
	e, err := ReadEvents(&numbers, nil)
	if err != nil || !slices.Equal(e.Event, []uint8{0, 1, UnknownEvent, 1}) || e.Unknown != 1 {
		t.Errorf("%+v, %v", e, err)
	}
	wantSaid(t, e.Warnings, "survival.events-two")
	dates := analysis.Column{Kind: analysis.DayColumn, Days: []analysis.Day{analysis.Date(2024, 3, 1), analysis.NoDay}}
	if e, err := ReadEvents(&dates, nil); err != nil || !slices.Equal(e.Event, []uint8{1, 0}) {
		t.Errorf("%+v, %v", e, err)
	}
	for _, column := range []analysis.Column{textColumn("plan", []string{"a", "b", "c", "d", "e", "f"}), numberColumn("n", []float64{0, 1, 2}), textColumn("x", []string{"yes", "perhaps"})} {
		_, err := ReadEvents(&column, nil)
		wantError(t, err, "survival.events-unclear")
	}
}
