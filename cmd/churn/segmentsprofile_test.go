package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Groups are printed by a column, by what its orders say, by what was worked out, and as a
// view, and saved.
func TestSegmentsProfile(t *testing.T) {
	shop, file := sampleFile(t, "shop"), filepath.Join(t.TempDir(), "p.csv")
	for lang, by := range map[string]map[string]string{
		"en": {"channel": "Website", "Channel, by orders": "Website", "tiers": "Tier A", "lifecycle": "Stability", "persistency": "Still here", "prospecting": "Mean lifetime value"},
		"zh": {"Channel": "Website", "Channel（按订单）": "Website", "state": "可能已流失", "persistency": "仍在的占比"},
	} {
		for name, want := range by {
			out, errs, code := call(t, "segments", shop, "--lang", lang, "--profile", name, "--after", "180", "--profile-csv", file)
			if code != 0 || !strings.Contains(out, want) || strings.Contains(out, "«") || strings.Contains(out, "{") || strings.Contains(out, "NaN") {
				t.Fatalf("%s %q: exit %d: %s\n%s", lang, name, code, errs, out)
			}
		}
	}
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(body), "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 4 || rows[len(rows)-1][3] != "5000" {
		t.Errorf("%v, %v", rows, err)
	}
	if out, errs, code := call(t, "segments", shop, "--lang", "en", "--profile", "moon"); code == 0 || !strings.Contains(errs, "persistency") {
		t.Errorf("an unknown name: exit %d, %s%s", code, out, errs)
	}
}
