package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The table is printed in both languages, by whatever it is filtered and sorted.
func TestCustomersPrints(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string]string{"en": "customers found", "zh": "找到"} {
		for _, more := range [][]string{nil, {"--columns", "all"}, {"--in", "segment=champions", "--in", "tier=a"}, {"--where", "spend>=50", "--where", "first<=2024-01-31"},
			{"--sort", "-clv", "--columns", "alive,clv"}, {"--search", "no such customer"}, {"--masked", "--limit", "0", "--where", "days=2"}} {
			out, errs, code := call(t, append([]string{"customers", shop, "--lang", lang}, more...)...)
			if code != 0 || !strings.Contains(out, says) || strings.Contains(out, "«") || strings.Contains(out, "{") || strings.Contains(out, "NaN") {
				t.Fatalf("%s %v: exit %d: %s\n%s", lang, more, code, errs, out)
			}
		}
	}
}

func TestCustomersSaves(t *testing.T) {
	dir := t.TempDir()
	table, rows := filepath.Join(dir, "c.csv"), filepath.Join(dir, "c.json")
	if _, errs, code := call(t, "customers", sampleFile(t, "shop"), "--lang", "en", "--csv", table, "--json", rows,
		"--where", "days>=10", "--sort", "days", "--columns", "days,last,clv", "--limit", "3"); code != 0 {
		t.Fatal(errs)
	}
	body, err := os.ReadFile(rows)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Customers int
		Rows      []struct {
			ID, Last  string
			Days, CLV float64
		}
	}
	if err := json.Unmarshal(body, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 3 || got.Customers < 3 || got.Rows[0].Days < got.Rows[1].Days || got.Rows[2].Days < 10 || got.Rows[0].CLV <= 0 || len(got.Rows[0].Last) != len("2024-01-01") {
		t.Errorf("%+v", got)
	}
	saved, err := os.ReadFile(table)
	if err != nil || strings.Count(string(saved), "\n") != got.Customers+1 || !strings.HasPrefix(string(saved), "\ufeffcustomer,purchase_days,last_purchase,clv\n"+got.Rows[0].ID+",") {
		t.Errorf("%v: %.120q for %d customers", err, saved, got.Customers)
	}
}

func TestCustomersThatCannotBe(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, more := range [][]string{{"--in", "champions"}, {"--in", "segment=nobody"}, {"--in", "spend=4"}, {"--where", "moon>=4"}, {"--where", "spend>4"}, {"--where", "spend>=x"},
		{"--where", "segment>=4"}, {"--sort", "moon"}, {"--columns", "moon"}} {
		if out, errs, code := call(t, append([]string{"customers", shop, "--lang", "en"}, more...)...); code == 0 || errs == "" {
			t.Errorf("%v: exit %d, %s%s", more, code, errs, out)
		}
	}
}
