package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/cohort"
)

// The table is printed in both languages, in each shape that can be asked for.
func TestRetentionPrints(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string][]string{
		"en": {"Weighted mean", "2023-01-01", "Customers"},
		"zh": {"加权平均", "2023-01-01", "客户数"},
	} {
		for _, more := range [][]string{nil, {"--grain", "quarter", "--method", "unbounded"}, {"--clock", "rolling", "--method", "bracket", "--brackets", "1 4 7"},
			{"--show", "worth", "--grain", "year"}, {"--show", "orders"}, {"--show", "revenue"}, {"--show", "count", "--periods", "3"}} {
			out, errs, code := call(t, append([]string{"retention", shop, "--lang", lang}, more...)...)
			if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") || strings.Contains(out, "NaN") {
				t.Fatalf("%s %v: exit %d: %s\n%s", lang, more, code, errs, out)
			}
			for _, want := range says {
				averaged := more == nil || more[1] == "worth" || more[0] != "--show"
				if (want != says[0] || averaged) && !strings.Contains(out, want) {
					t.Errorf("%s %v: output lacks %q:\n%s", lang, more, want, out)
				}
			}
		}
	}
}

func TestRetentionSaves(t *testing.T) {
	dir := t.TempDir()
	table, triangle := filepath.Join(dir, "r.json"), filepath.Join(dir, "r.csv")
	if _, errs, code := call(t, "retention", sampleFile(t, "shop"), "--lang", "en", "--json", table, "--csv", triangle, "--grain", "quarter"); code != 0 {
		t.Fatal(errs)
	}
	body, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Options   struct{ Grain cohort.Grain }
		Customers int
		Cohorts   []struct {
			Start string
			Size  int
			Cells []struct{ Active int }
		}
	}
	if err := json.Unmarshal(body, &r); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, c := range r.Cohorts {
		sum += c.Size
	}
	if r.Options.Grain != cohort.Quarter || sum != r.Customers || r.Cohorts[0].Start != "2023-01-01" || len(r.Cohorts[0].Cells) != 8 {
		t.Errorf("%d customers in cohorts of %d: %+v", sum, r.Customers, r.Cohorts)
	}
	if text, err := os.ReadFile(triangle); err != nil || !strings.HasPrefix(string(text), "\ufeffcohort,customers,0,1,") || !strings.Contains(string(text), "weighted_mean") {
		t.Errorf("the triangle: %v, %.60q", err, text)
	}
}

// Cohorts by a column of a list: a date is a sign-up, a text an attribute.
func TestRetentionByColumn(t *testing.T) {
	dir := t.TempDir()
	orders, list := filepath.Join(dir, "orders.csv"), filepath.Join(dir, "customers.csv")
	write(t, orders, "customer,date,amount\nann,2024-01-05,10\nann,2024-02-07,12\nbob,2024-01-09,20\ncyd,2024-03-31,5\n")
	write(t, list, "customer,tier,joined\nann,gold,2023-12-01\nbob,silver,2024-01-02\n")
	for by, want := range map[string]string{"tier": "gold", "joined": "2023-12-01", "sign-up": "2024-01-01"} {
		out, errs, code := call(t, "retention", orders, list, "--kind", "customers", "--tier", "tier", "--sign-up", "joined", "--by", by, "--lang", "en")
		if code != 0 || !strings.Contains(out, want) || !strings.Contains(out, "No value in the column: 1 customer") {
			t.Errorf("--by %s: exit %d, %s\n%s", by, code, errs, out)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRetentionMisuse(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"retention"}, 2, "name a file"},
		{[]string{"retention", shop, "--grain", "hour"}, 2, "say one of"},
		{[]string{"retention", shop, "--brackets", "4 2"}, 2, "ascend"},
		{[]string{"retention", shop, "--by", "mood", "--lang", "en"}, 1, "no such column"},
		{[]string{"retention", shop, "--values", "900", "--lang", "en"}, 1, "900"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}
