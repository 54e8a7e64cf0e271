package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
)

// worthFile is what tests look at in the JSON of parameters.
type worthFile struct {
	Value struct {
		Options struct{ Model string }
		Equity  float64
		Current struct {
			Params []struct {
				Name      string
				Value, SE float64
			}
		}
	}
	Delta, Bootstrap *struct {
		Bootstrap  bool
		Replicates int
		Equity     struct{ Value, Low, High float64 }
	}
	Bakeoff *struct {
		Result struct {
			Recommended string
			Scores      []struct{ Name string }
		}
	}
	Findings []struct{ Check string }
}

func readWorth(t *testing.T, path string) (w worthFile) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestCLVPrintsAndSaves(t *testing.T) {
	shop := sampleFile(t, "shop")
	for lang, says := range map[string][]string{
		"en": {"Customer equity", "Yearly retention", "Bake-off", "Everybody repeats the last period", "MBG/NBD", "Gamma-Gamma", "BG/NBD foresaw the holdout best"},
		"zh": {"客户权益", "年留存率", "模型对比", "每位客户重复上一期的购买", "MBG/NBD", "Gamma-Gamma", "BG/NBD 对检验期的预测最准"},
	} {
		path := filepath.Join(t.TempDir(), "p.json")
		out, errs, code := call(t, "clv", shop, "--lang", lang, "--json", path, "--model", "mbg/nbd", "--bootstrap", "20", "--seed", "4")
		if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") {
			t.Fatalf("%s: exit %d: %s\n%s", lang, code, errs, out)
		}
		for _, want := range says {
			if !strings.Contains(out, want) {
				t.Errorf("%s: output lacks %q:\n%s", lang, want, out)
			}
		}
		w := readWorth(t, path)
		if w.Value.Options.Model != "MBG/NBD" || len(w.Value.Current.Params) != 4 || !(w.Value.Current.Params[0].SE > 0) {
			t.Errorf("%s: model %+v", lang, w.Value)
		}
		if b := w.Bootstrap; b == nil || !b.Bootstrap || b.Replicates != 20 || b.Equity.Value != w.Value.Equity || !(b.Equity.Low < b.Equity.High) {
			t.Errorf("%s: bootstrap %+v", lang, b)
		}
		if w.Delta.Bootstrap || len(w.Findings) < 6 || w.Bakeoff == nil || w.Bakeoff.Result.Recommended != w.Bakeoff.Result.Scores[0].Name {
			t.Errorf("%s: delta %+v, findings %v, bake-off %v", lang, w.Delta, w.Findings, w.Bakeoff)
		}
	}
}

// A bake-off that has no days to try models on leaves its reason; the rest goes on.
func TestCLVWithoutHoldout(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.json")
	out, errs, code := call(t, "clv", sampleFile(t, "shop"), "--lang", "en", "--calibration-end", "2024-12-31", "--json", path)
	if w := readWorth(t, path); code != 0 || w.Bakeoff != nil || !(w.Value.Equity > 0) || !strings.Contains(out, "delta method") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
}

func TestCLVMisuse(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"clv"}, 2, "name a file"},
		{[]string{"clv", shop, "--model", "ARIMA"}, 2, "say one of"},
		{[]string{"clv", shop, "--bootstrap", "1", "--lang", "en"}, 1, "2 to 10,000"},
		{[]string{"clv", shop, "--margin", "3", "--lang", "en"}, 1, "300"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}

func TestVerifyNeedsNoFile(t *testing.T) {
	for lang, says := range map[string]string{"en": "published numbers are confirmed", "zh": "全部逐位一致"} {
		out, errs, code := call(t, "clv", "--verify", "--lang", lang)
		if code != 0 || !strings.Contains(out, says) || !strings.Contains(out, "CLVTools") || strings.Contains(out, "CDNOW") {
			t.Errorf("%s: exit %d, %s\n%s", lang, code, errs, out)
		}
	}
	out, errs, code := call(t, "clv", "--verify", sampleFile(t, "shop"), "--lang", "en")
	if code != 0 || !strings.Contains(out, "not the CDNOW sample") {
		t.Errorf("another file: exit %d, %s\n%s", code, errs, out)
	}
}

func TestVerifyOfCDNOW(t *testing.T) {
	const file = "../../../shared/data/cdnow/CDNOW_sample.txt"
	if _, err := os.Stat(file); err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	out, errs, code := call(t, "clv", "--verify", file, "--lang", "en")
	if code != 0 || !strings.Contains(out, "10.578") || !strings.Contains(out, "1653.41") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
}

// One number that is not confirmed fails the whole call.
func TestVerifyFails(t *testing.T) {
	c := clvCall{readCall: readCall{lang: locale.English}}
	good := clv.CheckRow{Source: "s", Model: "m", Quantity: "q", Published: "1.5", Computed: 1.5, Digits: 2, Of: 2, Passed: true}
	bad := good
	bad.Computed, bad.Digits, bad.Passed = 1.7, 1, false
	var out, errs bytes.Buffer
	err := c.report(engine.SelfCheck{Rows: []clv.CheckRow{good, bad}}, &out)
	var said *analysis.Error
	if !errors.As(err, &said) || exitCode(err, &errs) != 1 || !strings.Contains(out.String(), "! q") {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := c.report(engine.SelfCheck{Rows: []clv.CheckRow{good}}, &out); err != nil {
		t.Error(err)
	}
}
