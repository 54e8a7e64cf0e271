package survival

import (
	"math"
	"testing"
)

// TestSelfCheck: what is computed rounds to what was printed.
func TestSelfCheck(t *testing.T) {
	rows, err := SelfCheck()
	if err != nil || len(rows) < 14 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows {
		want := number(t, r.Printed)
		if math.Abs(r.Computed/want-1) > 5e-4 || r.Printed != "16.35" && math.Abs(r.Computed/want-1) > 2e-7 {
			t.Errorf("%s %s: %v, printed %s", r.Method, r.Quantity, r.Computed, r.Printed)
		}
	}
}
