package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// call runs the program as a person would and returns what it printed.
func call(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, &o, &e)
	return o.String(), e.String(), code
}

// sampleFile writes a sample to disk.
func sampleFile(t *testing.T, name string) string {
	t.Helper()
	out, errs, code := call(t, "sample", name, "--lang", "en")
	if code != 0 {
		t.Fatalf("churn sample: %d, %s", code, errs)
	}
	path := filepath.Join(t.TempDir(), name+".csv")
	if err := os.WriteFile(path, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// numbers are the parts of summary.json that tests look at.
type numbers struct {
	Dataset struct {
		Customers int
		Ledger    struct{ Read, Used int }
	}
	Value struct {
		CalibrationEnd string
		Fit, Spend     struct {
			Params []struct {
				Name  string
				Value float64
			}
			LogLik float64
		}
		Equity float64
	}
	Skipped []struct{ Question string }
}

func readSummary(t *testing.T, dir string) (s numbers) {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(dir, "summary.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(body, &s); err != nil {
		t.Fatalf("summary.json: %v", err)
	}
	return s
}

func TestAnalyzeWritesEverything(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		dir := filepath.Join(t.TempDir(), "out")
		_, errs, code := call(t, "analyze", sampleFile(t, "shop"), "--out", dir, "--lang", lang)
		if code != 0 {
			t.Fatalf("%s: exit %d: %s", lang, code, errs)
		}
		for _, pattern := range []string{"*.svg", "customers.csv", "clv.csv", "segments.csv", "cohorts.csv", "survival.csv", "excluded.csv", "summary.json"} {
			if found, _ := filepath.Glob(filepath.Join(dir, pattern)); len(found) == 0 {
				t.Errorf("%s: no %s", lang, pattern)
			}
		}
		s := readSummary(t, dir)
		if s.Dataset.Customers < 1000 || !(s.Value.Equity > 0) || len(s.Skipped) > 0 {
			t.Errorf("%s: %d customers, equity %v, skipped %v", lang, s.Dataset.Customers, s.Value.Equity, s.Skipped)
		}
	}
}

// TestCDNOW holds the whole way from bytes to printed digits to Fader, Hardie
// and Lee (2005) in exact weeks, and Fader and Hardie's note 025.
func TestCDNOW(t *testing.T) {
	const file = "../../../shared/data/cdnow/CDNOW_sample.txt"
	if _, err := os.Stat(file); err != nil {
		t.Skip("CDNOW data are not here:", err)
	}
	dir := t.TempDir()
	out, errs, code := call(t, "analyze", file, "--out", dir, "--lang", "en", "--calibration-end", "1997-09-30")
	if code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	for _, want := range []string{"6,919", "2,357", "r = 0.2426", "α = 4.4136", "a = 0.7929", "b = 2.4259", "-9582.4292"} {
		if !strings.Contains(out, want) {
			t.Errorf("output lacks %q:\n%s", want, out)
		}
	}
	s := readSummary(t, dir)
	near := func(name string, got, want, tolerance float64) {
		if !(math.Abs(got-want) <= tolerance) {
			t.Errorf("%s = %v, want %v ± %g", name, got, want, tolerance)
		}
	}
	near("log-likelihood", s.Value.Fit.LogLik, -9582.429207, 1e-4)  // own MLE in reference/clv.md; CLVTools -9582.429
	for i, want := range []float64{6.249349, 3.744256, 15.444307} { // CLVTools/BTYD run, exact weeks
		near(s.Value.Spend.Params[i].Name, s.Value.Spend.Params[i].Value, want, 5e-4*want)
	}
}

// TestEveryDoubtIsPrinted holds that the terminal keeps no caveat for
// summary.json alone.
func TestEveryDoubtIsPrinted(t *testing.T) {
	var s summary
	doubts := []analysis.Warning{
		{Message: analysis.Say("rfm.no-spend", analysis.Count("customers", 8))},
		{Message: analysis.Say("cohort.small", analysis.Count("small", 2), analysis.Count("cohorts", 9), analysis.Count("limit", 30))},
		{Message: analysis.Say("survival.thin", analysis.Count("day", 539), analysis.Count("limit", 10))},
		{Message: analysis.Say("clv.one-timers", analysis.Percent("share", 0.5))},
	}
	s.Segments.Warnings, s.Cohorts.Warnings = doubts[:1], doubts[1:2]
	s.Lapse.Warnings, s.Value.Warnings = doubts[2:3], doubts[3:]
	var out bytes.Buffer
	printResults(&out, locale.English, &s)
	for _, d := range doubts {
		if said := i18n.Say(locale.English, d.Message); strings.Contains(said, "«") || !strings.Contains(out.String(), said) {
			t.Errorf("nothing says %q:\n%s", said, out.String())
		}
	}
}

func TestColumnsCanBeOverridden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "two.csv")
	body := "buyer,referrer,date,paid,list\n"
	for i := range 60 {
		body += []string{"a", "b", "c"}[i%3] + "," + []string{"x", "y"}[i%2] + ",2024-0" + string(rune('1'+i%9)) + "-15,10,20\n"
	}
	if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	_, errs, code := call(t, "analyze", path, "--out", dir, "--lang", "en", "--customer", "referrer", "--amount", "5")
	if code != 0 {
		t.Fatal(errs)
	}
	if s := readSummary(t, dir); s.Dataset.Customers != 2 {
		t.Errorf("%d customers, want the 2 referrers", s.Dataset.Customers)
	}
	_, errs, code = call(t, "analyze", path, "--customer", "nobody")
	if code != 1 || !strings.Contains(errs, "buyer") {
		t.Errorf("an unknown column: exit %d, %q; want 1 and the columns there are", code, errs)
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"fly"}, 2, `no verb "fly"`},
		{[]string{"analyze"}, 2, "name a file"},
		{[]string{"analyze", "x.csv", "--calibration-end", "soon"}, 2, "calibration-end"},
		{[]string{"analyze", "no-such-file.csv"}, 1, "no-such-file.csv"},
		{[]string{"sample", "moon"}, 1, "moon"},
		{[]string{"sample"}, 2, "shop"},
		{[]string{"analyze", "--wrong"}, 2, "wrong"},
	} {
		_, errs, code := call(t, c.args...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, %q; want %d and %q", c.args, code, errs, c.code, c.says)
		}
	}
	if out, _, code := call(t, "help"); code != 0 || !strings.Contains(out, "analyze") {
		t.Errorf("help: exit %d, %q", code, out)
	}
}

func TestBadFilesAreExplained(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"empty.csv":  "",
		"report.csv": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x00",
		"single.csv": "name\nann\nbob\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
		_, errs, code := call(t, "analyze", path, "--out", filepath.Join(dir, "out"))
		if code != 1 || strings.Contains(errs, "«") || strings.TrimSpace(errs) == "churn:" {
			t.Errorf("%s: exit %d, %q; want 1 and a sentence", name, code, errs)
		}
	}
}

func TestCancelled(t *testing.T) {
	path := sampleFile(t, "shop")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"analyze", path, "--out", t.TempDir()}, &out, &errs); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
}

func TestWrongWordsAreRefused(t *testing.T) {
	path := sampleFile(t, "shop")
	for _, args := range [][]string{{"--encoding", "foo"}, {"--delimiter", "||"}, {"--dates", "when"}, {"--refunds", "foo"}, {"--to", "soon"}} {
		if _, errs, code := call(t, append([]string{"analyze", path}, args...)...); code != 2 || errs == "" {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
	if _, errs, code := call(t, "analyze", t.TempDir(), "--lang", "zh"); code != 1 || !strings.Contains(errs, "文件夹") {
		t.Errorf("a folder: exit %d, %q", code, errs)
	}
}

func TestObservationEnd(t *testing.T) {
	dir := t.TempDir()
	out, errs, code := call(t, "analyze", sampleFile(t, "shop"), "--out", dir, "--lang", "en", "--to", "2024-06-30")
	if code != 0 || !strings.Contains(strings.ReplaceAll(out, "\u00a0", " "), "30 Jun 2024") {
		t.Errorf("exit %d, %s\n%s", code, errs, out)
	}
}

func TestUndecidedDatesAreAsked(t *testing.T) {
	path := written(t, "days.csv", "customer,date,amount\n"+strings.Repeat("A,03/04/2024,1\nB,03/05/2024,2\nC,03/06/2024,3\n", 20))
	_, errs, code := call(t, "analyze", path, "--out", t.TempDir(), "--lang", "en")
	want := "churn: Nothing in days.csv tells which number of 03/04/2024 is the day, the month or the year. Say it:\n" +
		"       --dates mdy  → 4 Mar 2024\n" +
		"       --dates dmy  → 3 Apr 2024\n"
	if code != 2 || plainBlanks(errs) != want {
		t.Errorf("exit %d\n%s\nwant 2 and\n%s", code, errs, want)
	}
	out, errs, code := call(t, "analyze", path, "--out", t.TempDir(), "--lang", "en", "--dates", "dmy")
	if code != 0 || errs != "" || !strings.Contains(plainBlanks(out), "3 Apr 2024 – 3 Jun 2024") {
		t.Errorf("an order that was given: exit %d\n%s%s", code, out, errs)
	}
}
