package main

import (
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/engine"
)

func TestCLVWithCovariates(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string]string{"en": "Likelihood-ratio test", "zh": "似然比检验"} {
		path := filepath.Join(t.TempDir(), "p.json")
		out, errs, code := call(t, "clv", shop, "--lang", lang, "--covariates", "channel", "--json", path)
		if code != 0 || !strings.Contains(out, says) || strings.Contains(out, "«") || strings.Contains(out, "{") {
			t.Fatalf("%s: exit %d: %s\n%s", lang, code, errs, out)
		}
	}
	out, errs, code := call(t, "clv", shop, "--lang", "en", "--covariates", "shoe size")
	if code != 1 || !strings.Contains(errs, "shoe size") || !strings.Contains(errs, "Channel") {
		t.Errorf("exit %d: %s\n%s", code, errs, out)
	}
}

func TestAttributeNamed(t *testing.T) {
	d := &engine.Dataset{Kept: []engine.KeptReport{{Name: "a=b"}, {Name: "Region"}, {Role: "nps"}}}
	for named, want := range map[string]struct {
		at   int
		base string
	}{"region": {1, ""}, "REGION=North": {1, "North"}, "a=b": {0, ""}, "a=b=c": {0, "c"}, "nps": {2, ""}} {
		if a, err := attributeOf(d, named); err != nil || a.At != want.at || a.Base != want.base {
			t.Errorf("%q: %+v, %v; want %+v", named, a, err, want)
		}
	}
	if _, err := attributeOf(d, "age=9"); err == nil {
		t.Error("a column that is not there is found")
	}
}
