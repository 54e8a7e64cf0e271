package clv

import (
	"context"
	"testing"
)

func TestSelfCheck(t *testing.T) {
	rows, err := SelfCheck(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 80 {
		t.Errorf("%d rows only", len(rows))
	}
	allPassed(t, rows)
}

func TestSelfCheckOfCDNOW(t *testing.T) {
	log := cdnowSample(t)
	rows, err := SelfCheckCDNOW(context.Background(), log)
	if err != nil || len(rows) < 20 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	allPassed(t, rows)
	log.End--
	if rows, err := SelfCheckCDNOW(context.Background(), log); rows != nil || err != nil {
		t.Errorf("another log: %d rows, %v", len(rows), err)
	}
}

func allPassed(t *testing.T, rows []CheckRow) {
	t.Helper()
	for _, r := range rows {
		if !r.Passed || r.Digits != r.Of || r.Source == "" || r.Model == "" {
			t.Errorf("%s, %s: %s published %s, computed %v: %d of %d digits", r.Source, r.Model, r.Quantity, r.Published, r.Computed, r.Digits, r.Of)
		}
	}
}

func TestConfirmedDigits(t *testing.T) {
	for _, c := range []struct {
		published  string
		computed   float64
		digits, of int
	}{
		{"1.226", 1.2259104, 4, 4}, {"1.226", 1.2266, 3, 4}, {"1.226", 1.3, 1, 4}, {"1.226", 9, 0, 4},
		{".0078", 0.00779, 2, 2}, {".750", .7497169, 3, 3}, {"17.00", 16.9999, 4, 4}, {"-33225.6", -33225.581, 6, 6},
		{"1.07869e-07", 1.07868964e-07, 6, 6}, {"12884", 12884.4, 5, 5}, {"1.0", -1, 0, 2},
	} {
		if digits, of := confirmed(c.published, c.computed); digits != c.digits || of != c.of {
			t.Errorf("%s and %v: %d of %d, want %d of %d", c.published, c.computed, digits, of, c.digits, c.of)
		}
	}
}
