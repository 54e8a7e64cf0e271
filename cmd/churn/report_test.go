package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	doc "churnbench/analysis/report"
)

// withReport saves a project about a file with blocks of a report.
func withReport(t *testing.T, data, lang string, r doc.Report) string {
	t.Helper()
	path := ofFile(t, data, false)
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := project.Read(body)
	if err != nil {
		t.Fatal(err)
	}
	p.Report, p.Lang = r, lang
	if err := os.WriteFile(path, project.Write(p), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func reportOf(t *testing.T, args ...string) (page, out string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.html")
	out, errs, code := call(t, append([]string{"report", "--out", path}, args...)...)
	if code != 0 {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body), out
}

// A saved report is written with its own blocks, in the language of who saved it or in the
// one that is asked for, by the project's definition of loss.
func TestReport(t *testing.T) {
	data := sampleFile(t, "shop")
	path := withReport(t, data, "zh", doc.Report{Title: "春季", Client: "Acme <b>", Blocks: []doc.Block{
		{Kind: doc.Heading, Text: "我们的结论"}, {Kind: doc.Exhibit, Exhibit: "retention-curve", Caption: "看这里"},
		{Kind: doc.Exhibit, Exhibit: "survival"}, {Kind: doc.Exhibit, Exhibit: "no-such-exhibit"}}})
	page, out := reportOf(t, path, "--data", data)
	for _, want := range []string{`<html lang="zh-CN">`, "我们的结论", "Acme &lt;b&gt;", "看这里", "100天", "SHA-256", "<svg"} {
		if !strings.Contains(strings.ReplaceAll(page, " ", ""), strings.ReplaceAll(want, " ", "")) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, `class="r-drawing"`); n != 2 {
		t.Errorf("%d figures", n)
	}
	if strings.Contains(page, `class="r-busy"`) || strings.Contains(page, `class="r-earlier"`) || !strings.Contains(out, "out.html") {
		t.Error("the page was written before it was done")
	}
	if english, _ := reportOf(t, path, data, "--lang", "en"); !strings.Contains(english, `<html lang="en">`) || !strings.Contains(english, "我们的结论") || !strings.Contains(english, "Retention curve") {
		t.Error("another language is not that of the page's own words alone")
	}
	if again, _ := reportOf(t, path, "--data", data); again != page {
		t.Error("the same call writes another page")
	}
}

// A project without a report has the standard one; a sample needs no data.
func TestStandardReport(t *testing.T) {
	path := saved(t, questions(), false, []engine.SourceRef{{Sample: "shop", Lang: "en"}})
	page, out := reportOf(t, path, "--lang", "en")
	if n := strings.Count(page, `class="r-drawing"`); n < 8 || !strings.Contains(page, "Main findings") || strings.Contains(out, "Not in the report") {
		t.Errorf("%d figures\n%s", n, out)
	}
}

// TestReportSaysWhatIsMissing as churn run does.
func TestReportSaysWhatIsMissing(t *testing.T) {
	data := sampleFile(t, "shop")
	path := ofFile(t, data, false)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"report", path, "--lang", "en"}, 2, "--data shop.csv"},
		{[]string{"report"}, 2, "churn report: name a project"},
		{[]string{"report", written(t, "x.csv", "a,b\n1,2\n"), "--lang", "en"}, 1, "no project"},
		{[]string{"report", path, "--data", data, "--out", filepath.Join(t.TempDir(), "no", "such", "folder.html")}, 1, "no such file"},
	} {
		if out, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, want %d\n%s%s", c.args[:1], code, c.code, out, errs)
		}
	}
	small := written(t, "small.csv", "customer,date,amount\na,2024-01-01,5\nb,2024-02-01,6\na,2024-03-01,7\n")
	body, err := os.ReadFile(small)
	if err != nil {
		t.Fatal(err)
	}
	few := saved(t, engine.Questions{}, false, []engine.SourceRef{{File: 1}}, ingest.Bytes("small.csv", body))
	if _, out := reportOf(t, few, "--data", small, "--lang", "en"); !strings.Contains(out, "Not in the report: ") {
		t.Errorf("nobody hears what three orders cannot show\n%s", out)
	}
}
