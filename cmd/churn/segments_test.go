package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Segments, tiers and clusters are printed in both languages, however customers are cut.
func TestSegmentsPrint(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string][]string{
		"en": {"Champions", "R 5 · F 4–5", "By rank, NTILE", "Gini", "Group A"},
		"zh": {"冠军客户", "R 5 · F 4–5", "按名次（NTILE）", "A 层", "A 类"},
	} {
		for _, more := range [][]string{nil, {"--ties", "ntile", "--nested", "--clusters", "4"}, {"--frequency", "orders", "--spend", "average", "--by", "deciles"},
			{"--r-cuts", "30 60 90 180", "--m-cuts", "50,100,200,500.5", "--window", "90"}} {
			out, errs, code := call(t, append([]string{"segments", shop, "--lang", lang}, more...)...)
			if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") || strings.Contains(out, "NaN") {
				t.Fatalf("%s %v: exit %d: %s\n%s", lang, more, code, errs, out)
			}
			for _, want := range says {
				if !strings.Contains(out, want) && !(more != nil && strings.HasPrefix(want, "A 层")) {
					t.Errorf("%s %v: output lacks %q:\n%s", lang, more, want, out)
				}
			}
		}
	}
}

// A person's own segments are tried in their order; the rest is told.
func TestSegmentsOfOnesOwn(t *testing.T) {
	dir := t.TempDir()
	numbers, list := filepath.Join(dir, "s.json"), filepath.Join(dir, "s.csv")
	_, errs, code := call(t, "segments", sampleFile(t, "shop"), "--lang", "en", "--bins", "4", "--segment", "VIP: R3-4 F3-", "--segment", "Big spenders: M4",
		"--json", numbers, "--csv", list)
	if code != 0 {
		t.Fatal(errs)
	}
	body, err := os.ReadFile(numbers)
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Dataset  struct{ Customers int }
		Segments struct {
			Segments []struct {
				Key, Name string
				Customers int
			}
			Coverage struct{ Open int }
		}
		Clusters struct{ Groups []struct{ Customers int } }
	}
	if err := json.Unmarshal(body, &all); err != nil {
		t.Fatal(err)
	}
	s := all.Segments.Segments
	if len(s) != 3 || s[0].Name != "VIP" || s[1].Name != "Big spenders" || s[2].Key != "other" {
		t.Fatalf("the segments are %+v", s)
	}
	if s[0].Customers+s[1].Customers+s[2].Customers != all.Dataset.Customers || all.Segments.Coverage.Open != 64-16-12 {
		t.Errorf("%d customers in %+v, open %d", all.Dataset.Customers, s, all.Segments.Coverage.Open)
	}
	if text, err := os.ReadFile(list); err != nil || !strings.Contains(string(text), "own-1,VIP,R 3–4 · F 3–4,") {
		t.Errorf("the table of segments: %v, %.200q", err, text)
	}
}

func TestSegmentsMisuse(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"segments"}, 2, "name a file"},
		{[]string{"segments", shop, "--bins", "11"}, 2, "from 2 to 10"},
		{[]string{"segments", shop, "--ties", "coin"}, 2, "say one of"},
		{[]string{"segments", shop, "--lang", "en", "--r-cuts", "30 60"}, 2, "need 4 cut-offs, not 2"},
		{[]string{"segments", shop, "--lang", "en", "--f-cuts", "1 2 2 3"}, 2, "ascend"},
		{[]string{"segments", shop, "--segment", "R4-5"}, 2, "NAME:"},
		{[]string{"segments", shop, "--segment", "VIP: R4-9"}, 2, "no range"},
		{[]string{"segments", shop, "--segment", "VIP: X4"}, 2, "no range"},
		{[]string{"segments", shop, "--lang", "en", "--clusters", "99"}, 1, "99 clusters"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}
