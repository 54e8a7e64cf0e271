package sample

import (
	"bytes"
	"encoding/csv"
	"math"
	"testing"
)

// TestAccountsAreTrue reads the file with a parser of its own and counts what its truth
// says, within four standard errors: who left after which order, and what was earned.
func TestAccountsAreTrue(t *testing.T) {
	records, err := csv.NewReader(bytes.NewReader(open(t, "accounts", "en"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	type company struct {
		wallet, revenue float64
		orders          int
		first, last     string
	}
	all := map[string]*company{}
	profit, revenue := 0.0, 0.0
	for _, r := range records[1:] {
		c := all[r[1]]
		if c == nil {
			c = &company{first: r[2]}
			all[r[1]] = c
		}
		amount := float64(parseCents(t, r[7])) / 100
		c.orders, c.last, c.revenue = c.orders+1, r[2], c.revenue+amount
		if r[5] != "" {
			c.wallet = float64(parseCents(t, r[5])) / 100
		}
		profit, revenue = profit+float64(parseCents(t, r[6]))/100, revenue+amount
	}
	if len(all) != accountCount {
		t.Fatalf("%d companies, want %d", len(all), accountCount)
	}
	// An order of a company is a twelfth of its yearly share of the wallet on average.
	loyal, known, left, chances := 0.0, 0.0, map[bool]float64{}, map[bool]float64{}
	for _, c := range all {
		if c.wallet == 0 {
			continue
		}
		most := c.revenue/float64(c.orders)/(30.5/365)/c.wallet > 0.5
		known++
		if most {
			loyal++
		}
		chances[most] += float64(c.orders)
		if c.last < "2024-11-15" { // whoever is there orders every 41 days at the latest
			left[most]++
		}
	}
	near := func(what string, k, n, p float64) {
		if se := math.Sqrt(p * (1 - p) / n); math.Abs(k/n-p) > 4*se {
			t.Errorf("%s: %.4f of %.0f, the truth is %.4f", what, k/n, n, p)
		}
	}
	near("loyal", loyal, known, loyalAccounts)
	near("loyal ones leaving", left[true], chances[true], leaveLoyal)
	near("others leaving", left[false], chances[false], leaveOther)
	if got := profit / revenue; math.Abs(got-meanMargin) > 0.04 {
		t.Errorf("margin %.3f, the truth is %.3f", got, meanMargin)
	}
}
