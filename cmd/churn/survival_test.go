package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// telco returns the file of the telecom sample, or skips the test.
func telco(t *testing.T) string {
	path := filepath.Join("../../../shared/data/telco/Telco-Customer-Churn.csv")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the telco data are not here:", err)
	}
	return path
}

// livedFile is what tests look at in the JSON of lifetimes.
type livedFile struct {
	Study struct {
		Customers, Lost int
		Comparison      struct {
			Groups []struct {
				Name      string
				N, Events int
				Curve     struct{ Time, S, SE, Low, High []float64 }
			}
			Pairs []struct {
				A, B     int
				Test     struct{ Statistic float64 }
				Adjusted float64
			}
		}
	}
	Hazards *struct{ Effects []struct{ Ratio, P float64 } }
}

func readLived(t *testing.T, path string) (l livedFile) {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	body = []byte(strings.ReplaceAll(string(body), "null", "-1"))
	body = []byte(strings.ReplaceAll(string(body), `"Hazards": -1`, `"Hazards": null`))
	if err := json.Unmarshal(body, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

// TestSurvivalTelco holds the digits of R 4.2.2, survival 3.5-3: survfit of all, and
// survdiff of each pair of contracts.
func TestSurvivalTelco(t *testing.T) {
	file, path := telco(t), filepath.Join(t.TempDir(), "l.json")
	out, errs, code := call(t, "survival", file, "--lang", "en", "--json", path)
	if code != 0 || strings.Contains(out, "«") {
		t.Fatalf("exit %d: %s\n%s", code, errs, out)
	}
	all := readLived(t, path).Study
	if all.Customers != 7043 || all.Lost != 1869 {
		t.Errorf("%d customers, %d lost", all.Customers, all.Lost)
	}
	c := all.Comparison.Groups[0].Curve
	for i, at := range c.Time {
		if at == 24 && (relative(c.S[i], 0.788736398371) > 1e-8 || relative(c.Low[i], 0.778312955530) > 1e-8 || relative(c.High[i], 0.798735202136) > 1e-8) {
			t.Errorf("S(24) = %v (%v–%v)", c.S[i], c.Low[i], c.High[i])
		}
	}
	out, errs, code = call(t, "survival", file, "--lang", "zh", "--group", "contract", "--cox", "Contract,Partner", "--json", path)
	if code != 0 || strings.Contains(out, "«") || !strings.Contains(out, "Month-to-month") || !strings.Contains(out, "风险比") {
		t.Fatalf("exit %d: %s\n%s", code, errs, out)
	}
	grouped := readLived(t, path)
	want := map[string]float64{"Month-to-month/One year": 926.064558624, "Month-to-month/Two year": 1550.51030688, "One year/Two year": 256.217766806}
	for _, p := range grouped.Study.Comparison.Pairs {
		a, b := grouped.Study.Comparison.Groups[p.A].Name, grouped.Study.Comparison.Groups[p.B].Name
		chi := want[min(a, b)+"/"+max(a, b)]
		if relative(p.Test.Statistic, chi) > 1e-8 {
			t.Errorf("%s and %s: chi-square %v, want %v", a, b, p.Test.Statistic, chi)
		}
	}
	if len(grouped.Study.Comparison.Pairs) != 3 || grouped.Hazards == nil || len(grouped.Hazards.Effects) != 3 {
		t.Errorf("%d pairs, regression %v", len(grouped.Study.Comparison.Pairs), grouped.Hazards)
	}
}

func relative(got, want float64) float64 { return math.Abs(got-want) / math.Abs(want) }

func TestSurvivalOfOrders(t *testing.T) {
	shop, dir := sampleFile(t, "shop"), t.TempDir()
	out, errs, code := call(t, "survival", shop, "--lang", "en", "--window", "90", "--out", dir, "--group", "tier", "--interval", "plain", "--level", "0.9")
	if code != 0 || strings.Contains(out, "«") || strings.Contains(out, "{") {
		t.Fatalf("exit %d: %s\n%s", code, errs, out)
	}
	for _, want := range []string{"order log", "top tier", "Log-rank", "90"} {
		if !strings.Contains(out, want) {
			t.Errorf("output lacks %q:\n%s", want, out)
		}
	}
	body, err := os.ReadFile(filepath.Join(dir, "survival.csv"))
	if err != nil || !strings.Contains(string(body), "\ntop tier,") {
		t.Errorf("survival.csv: %v, %.80q", err, body)
	}
	if _, err := os.Stat(filepath.Join(dir, "survival.svg")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "incidence.csv")); err == nil {
		t.Error("causes are told apart that the file does not know")
	}
}

func TestSurvivalMisuse(t *testing.T) {
	shop := sampleFile(t, "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"survival"}, 2, "name a file"},
		{[]string{"survival", shop, "--interval", "wide"}, 2, "say one of"},
		{[]string{"survival", shop, "--group", "Shoe size"}, 1, "Shoe size"},
		{[]string{"survival", shop, "--basis", "tenures", "--lang", "en"}, 1, "tenures"},
		{[]string{"survival", shop, "--level", "2", "--lang", "en"}, 1, "confidence level"},
	} {
		if _, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
}
