package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/app/i18n"
)

// definitionNumbers are the parts of the JSON that tests look at.
type definitionNumbers struct {
	Definition struct{ Window int }
	Workbench  struct {
		Window    int
		Quantiles []struct {
			P                      float64
			Days, Low, High, Naive int
		}
		Trial struct{ Followup, Best int }
	}
	Ledger struct {
		From, Day string
		Entries   []struct {
			Lost     struct{ K, N int }
			Weighted float64
		}
		Steps []struct {
			Before, After int
			Lines         []struct{ Change int }
		}
	}
}

func TestDefinitionPrintsAndSaves(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string][]string{
		"en": {"Closed gaps only", "Called lost, but returned", "silent for 90 days or purchases of 60 days", "Lost by A", "but not for 365"},
		"zh": {"仅计已结束的间隔", "判为流失，但回来了", "沉默 90 天 或", "按 A 流失", "但未满 365 天"},
	} {
		path := filepath.Join(t.TempDir(), "d.json")
		_, errs, code := call(t, "definition", shop, "--lang", lang, "--json", path, "--window", "90", "--compare", "year",
			"--compare", "90 or decline:0.5:60/120:purchases", "--tiers", "0.2:3,0.8:1")
		if code != 2 || !strings.Contains(errs, "decline:0.5:90/180") {
			t.Fatalf("%s: exit %d: %s", lang, code, errs)
		}
		out, errs, code := call(t, "definition", shop, "--lang", lang, "--json", path, "--window", "90", "--compare", "year",
			"--compare", "90 or decline:0.5:60/120", "--tiers", "0.2:3,0.8:1", "--on", "2024-06-30", "--since", "2023-12-31")
		if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") {
			t.Fatalf("%s: exit %d: %s\n%s", lang, code, errs, out)
		}
		for _, want := range says {
			if !strings.Contains(out, want) {
				t.Errorf("%s: output lacks %q:\n%s", lang, want, out)
			}
		}
		checkDefinition(t, path)
	}
}

func checkDefinition(t *testing.T, path string) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var n definitionNumbers
	if err := json.Unmarshal(body, &n); err != nil {
		t.Fatal(err)
	}
	if n.Definition.Window != 90 || n.Workbench.Window != 90 || len(n.Workbench.Quantiles) != 5 || !(n.Workbench.Trial.Best > 0) {
		t.Errorf("workbench %+v", n.Workbench)
	}
	l := n.Ledger
	if l.From != "2023-12-31" || l.Day != "2024-06-30" || len(l.Entries) != 3 || len(l.Steps) != 2 {
		t.Fatalf("ledger %+v", l)
	}
	for i, s := range l.Steps {
		sum := s.Before
		for _, line := range s.Lines {
			sum += line.Change
		}
		if sum != s.After || s.After != l.Entries[i+1].Lost.K || s.Before == s.After {
			t.Errorf("step %d: %+v", i, s)
		}
	}
}

func TestWordingsOfDefinitions(t *testing.T) {
	for _, c := range []struct {
		words  string
		want   churn.Definition
		column string
	}{
		{"45", churn.Definition{Window: 45}, ""},
		{"ecommerce", churn.Definition{Window: 90}, ""},
		{"decline", churn.Definition{Kind: churn.Declined}, ""},
		{"decline:0.3:30/90:spend", churn.Definition{Kind: churn.Declined, Decline: churn.Decline{Recent: 30, Prior: 90, Below: 0.3, Spend: true}}, ""},
		{"ended:contract end", churn.Definition{Kind: churn.Explicit}, "contract end"},
		{"45 and ended:state=gone,moved", churn.Definition{Kind: churn.Combined, Window: 45, All: true,
			Parts: []churn.Kind{churn.Silence, churn.Explicit}, Ended: churn.Ended{Lost: []string{"gone", "moved"}}}, "state"},
	} {
		w, err := parseWording(c.words)
		if err != nil || w.column != c.column || !sameDefinition(w.Definition, c.want) {
			t.Errorf("%s: %+v, %v", c.words, w, err)
		}
	}
	for _, wrong := range []string{"", "0", "-5", "soon", "decline:half", "decline:0.5:90/", "ended:", "90 and decline or ended:x", "telecom"} {
		if w, err := parseWording(wrong); err == nil {
			t.Errorf("%q is read as %+v", wrong, w)
		}
	}
}

func sameDefinition(a, b churn.Definition) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// Every preset and every kind of loss has words in both languages.
func TestPresetsHaveWords(t *testing.T) {
	for _, p := range churn.Presets() {
		for _, key := range []i18n.Key{i18n.Key("churn.preset." + p.Key + ".name"), i18n.Key("churn.preset." + p.Key + ".why")} {
			if !i18n.Has(key) {
				t.Errorf("no catalogue has %s", key)
			}
		}
	}
}

func TestDefinitionMisuse(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"definition"}, 2, "name a file"},
		{[]string{"definition", shop, "--compare", "soon"}, 2, "say days of silence"},
		{[]string{"definition", shop, "--weights", "3"}, 2, "two numbers"},
		{[]string{"definition", shop, "--window", "99999", "--lang", "en"}, 1, "cannot be seen"},
		{[]string{"definition", shop, "--define", "ended:nowhere", "--lang", "en"}, 1, "Kept columns are"},
		{[]string{"definition", shop, "--followup", "-1", "--lang", "en"}, 1, "at least 1 day"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}

// TestDefinitionOfCDNOW holds the printed numbers to those of analysis/churn, which
// another program recomputed.
func TestDefinitionOfCDNOW(t *testing.T) {
	const file = "../../../shared/data/cdnow/CDNOW_master.txt"
	if _, err := os.Stat(file); err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	out, errs, code := call(t, "definition", file, "--lang", "en", "--compare", "90")
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	for _, want := range []string{"91 … 96", "24.7", "124 *"} {
		if !strings.Contains(out, want) {
			t.Errorf("output lacks %q:\n%s", want, out)
		}
	}
}
