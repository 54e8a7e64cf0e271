package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The stages of both models are printed in both languages, and the lists saved hold
// whom they count.
func TestSegmentsLife(t *testing.T) {
	shop, dir := sampleFile(t, "shop"), t.TempDir()
	numbers, alerts, stages := filepath.Join(dir, "s.json"), filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv")
	for lang, says := range map[string][2]string{"en": {"Stability", "Repeat"}, "zh": {"稳定期", "复购"}} {
		for i, model := range []string{"relationship", "funnel"} {
			out, errs, code := call(t, "segments", shop, "--lang", lang, "--life", model, "--life-before", "2024-09-30", "--alerts", alerts, "--stages", stages, "--json", numbers)
			if code != 0 || !strings.Contains(out, says[i]) || strings.Contains(out, "«") || strings.Contains(out, "NaN") {
				t.Fatalf("%s %s: exit %d: %s\n%s", lang, model, code, errs, out)
			}
		}
	}
	var all struct {
		Lifecycle struct {
			Customers int
			Before    string
			Stages    []struct{ Stage string }
			Moves     []struct{ To []struct{ K int } }
		}
	}
	body, err := os.ReadFile(numbers)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, &all); err != nil {
		t.Fatal(err)
	}
	l := all.Lifecycle
	if l.Before != "2024-09-30" || len(l.Stages) != 3 || l.Stages[2].Stage != "lapsed" {
		t.Fatalf("%+v", l)
	}
	entered := 0
	for i, m := range l.Moves {
		if i != 2 { // not from lapsed
			entered += m.To[2].K
		}
	}
	for path, want := range map[string]int{alerts: entered, stages: l.Customers} {
		body, err := os.ReadFile(path)
		if got := strings.Count(string(body), "\n") - 1; err != nil || got != want {
			t.Errorf("%s holds %d customers, %v; want %d", filepath.Base(path), got, err, want)
		}
	}
	if _, errs, code := call(t, "segments", shop, "--life-decline", "2"); code == 0 || errs == "" {
		t.Error("a decline from twice as much on was taken")
	}
}
