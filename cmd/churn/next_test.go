package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNextPurchase(t *testing.T) {
	shop := sampleFile(t, "shop")
	path := filepath.Join(t.TempDir(), "next.json")
	for lang, want := range map[string]string{"en": "Bought again within 90 days", "zh": "90 天内再次购买的比例"} {
		out, errs, code := call(t, "next", shop, "--lang", lang, "--within", "90", "--json", path)
		if code != 0 || !strings.Contains(out, want) || strings.ContainsAny(out, "«{") {
			t.Fatalf("%s: exit %d: %s\n%s", lang, code, errs, out)
		}
	}
	var l struct {
		Within int
		Rungs  []struct {
			Purchases, Reached int
			Again              struct{ K, N int }
		}
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, &l); err != nil {
		t.Fatal(err)
	}
	if l.Within != 90 || len(l.Rungs) < 3 || l.Rungs[0].Again.N == 0 || l.Rungs[1].Reached < l.Rungs[0].Again.K {
		t.Errorf("%+v", l)
	}
}

func TestNextPurchaseBeyondTheData(t *testing.T) {
	_, errs, code := call(t, "next", sampleFile(t, "shop"), "--lang", "en", "--within", "9000")
	if code != 1 || !strings.Contains(errs, "9,000 days") || !strings.Contains(errs, "Choose fewer days") {
		t.Errorf("exit %d: %s", code, errs)
	}
}
