package selfcheck

import (
	"testing"

	"churnbench/analysis/clv"
)

var rows = []clv.CheckRow{
	{Source: "A", Model: "BG/NBD", Published: "1.226", Computed: 1.2259103, Digits: 4, Of: 4, Passed: true},
	{Source: "A", Model: "BG/NBD", Published: "1.07869e-07", Computed: 1.0786896e-7, Digits: 6, Of: 6, Passed: true},
	{Source: "A", Model: "sBG", Published: "-33225.6", Computed: -33225.9813, Digits: 5, Of: 6},
	{Source: "A", Model: "BG/NBD", Published: "1", Computed: 1, Digits: 1, Of: 1, Passed: true},
}

func TestTables(t *testing.T) {
	tables := Tables(rows)
	if len(tables) != 3 || len(tables[0].Rows) != 2 || tables[1].Model != "sBG" || len(tables[2].Rows) != 1 {
		t.Errorf("%+v", tables)
	}
	if Tables(nil) != nil {
		t.Error("tables of nothing")
	}
}

func TestCount(t *testing.T) {
	if got := Count(rows); got != (Tally{4, 3, 16, 17}) || got.Well() {
		t.Errorf("%+v", got)
	}
	if !Count(rows[:2]).Well() || Count(nil).Well() {
		t.Error("what passed is not well, or nothing is")
	}
}

func TestComputed(t *testing.T) {
	for i, want := range []string{"1.22591", "1.0786896e-07", "-33225.981", "1"} {
		if got := Computed(rows[i]); got != want {
			t.Errorf("%s for published %s, want %s", got, rows[i].Published, want)
		}
	}
}
