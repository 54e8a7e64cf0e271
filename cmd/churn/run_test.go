package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/project"
	"churnbench/app/i18n"
)

// questions of a project that is quick to run.
func questions() engine.Questions {
	lost := churn.Definition{Window: 100}
	return engine.Questions{Definition: &engine.DefinitionRequest{Definition: lost}, Rates: &engine.RatesRequest{Definition: lost}, Cohorts: &engine.CohortsRequest{},
		Segments: &engine.SegmentsRequest{Definition: lost}, Clusters: &engine.ClustersRequest{}, Value: &engine.ValueRequest{Options: clv.Options{Horizon: 6}},
		Customers: &engine.CustomersRequest{Columns: []engine.CustomerColumn{engine.ColumnID, engine.ColumnCLV}}}
}

// saved loads sources, saves a project about them as the page does and returns its path.
func saved(t *testing.T, q engine.Questions, hold bool, refs []engine.SourceRef, sources ...ingest.Source) string {
	t.Helper()
	e := local.New(func(id uint32) (ingest.Source, error) { return sources[id-1], nil }, i18n.Word)
	load := engine.LoadRequest{}
	for _, ref := range refs {
		p, err := e.Preview(t.Context(), engine.PreviewRequest{Source: ref})
		if err != nil {
			t.Fatal(err)
		}
		load.Files, load.Rules = append(load.Files, engine.FileRequest{Source: ref, Kind: p.Kind, Format: p.Format, Mapping: p.Mapping}), p.Rules
	}
	if _, err := e.Load(t.Context(), load); err != nil {
		t.Fatal(err)
	}
	f, err := e.Project(t.Context(), engine.ProjectRequest{Project: engine.Project{Name: "Spring", Program: "page", Questions: q}, Compute: true, Data: hold})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), f.Name)
	if err := os.WriteFile(path, f.Bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// ofFile saves a project about a file on disk.
func ofFile(t *testing.T, path string, hold bool) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return saved(t, questions(), hold, []engine.SourceRef{{File: 1}}, ingest.Bytes(filepath.Base(path), body))
}

// TestRunAgainGivesTheSameDigits, with the data beside the project or in it, in either
// language.
func TestRunAgainGivesTheSameDigits(t *testing.T) {
	data := sampleFile(t, "shop")
	for _, c := range []struct {
		name string
		args []string
	}{
		{"beside", []string{"run", ofFile(t, data, false), "--data", data}},
		{"behind", []string{"run", "--lang", "zh", ofFile(t, data, false), data}},
		{"held", []string{"run", ofFile(t, data, true)}},
		{"sample", []string{"run", saved(t, questions(), false, []engine.SourceRef{{Sample: "shop", Lang: "zh"}})}},
	} {
		out, errs, code := call(t, c.args...)
		want := len(askedIn(ptr(questions()))) + 1
		if n := strings.Count(out, "same digits") + strings.Count(out, "数字相同"); code != 0 || n != want || strings.Contains(out, "→ ") && c.name == "sample" {
			t.Errorf("%s: exit %d, %d answers of %d with the same digits\n%s%s", c.name, code, n, want, out, errs)
		}
	}
}

func ptr[T any](v T) *T { return &v }

// TestRunFindsAnotherDigit where the data are the same.
func TestRunFindsAnotherDigit(t *testing.T) {
	data := sampleFile(t, "shop")
	path := ofFile(t, data, false)
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := project.Read(body)
	if err != nil {
		t.Fatal(err)
	}
	p.Receipts[2].Digest = strings.Repeat("0", 64)
	if err := os.WriteFile(path, project.Write(p), 0o644); err != nil {
		t.Fatal(err)
	}
	out, _, code := call(t, "run", path, "--data", data, "--lang", "en")
	if code != 3 || strings.Count(out, "differs, although") != 1 || !strings.Contains(out, "page") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

// TestRunOnNextMonth compares the numbers and writes everything.
func TestRunOnNextMonth(t *testing.T) {
	data := sampleFile(t, "shop")
	path := ofFile(t, data, false)
	body, err := os.ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(body), "\n")
	next := written(t, "next.csv", strings.Join(lines[:len(lines)*3/4], ""))
	dir := filepath.Join(t.TempDir(), "out")
	out, errs, code := call(t, "run", path, "--data", next, "--out", dir, "--lang", "en")
	if code != 0 || !strings.Contains(out, "another file") || !strings.Contains(out, " → ") || !strings.Contains(out, "other numbers on other data") {
		t.Fatalf("exit %d\n%s%s", code, out, errs)
	}
	for _, name := range []string{"*.svg", "segments.csv", "clusters.csv", "clv.csv", "cohorts.csv", "movements.csv", "customers.csv", "excluded.csv", "summary.json", "Spring.churn"} {
		if found, _ := filepath.Glob(filepath.Join(dir, name)); len(found) == 0 {
			t.Errorf("no %s was written", name)
		}
	}
	var s struct {
		Same      bool
		Then, Now []struct{ Question, Digest string }
	}
	text, err := os.ReadFile(filepath.Join(dir, "summary.json"))
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err != nil || s.Same || len(s.Then) != len(s.Now) || s.Then[0].Digest == s.Now[0].Digest {
		t.Errorf("summary %+v, %v", s, err)
	}
	if out, errs, code := call(t, "run", filepath.Join(dir, "Spring.churn"), "--data", next, "--lang", "en"); code != 0 || strings.Contains(out, "→") || !strings.Contains(out, "same digits") {
		t.Errorf("what was written does not run again: exit %d\n%s%s", code, out, errs)
	}
}

// TestRunSaysWhatIsMissing.
func TestRunSaysWhatIsMissing(t *testing.T) {
	path := ofFile(t, sampleFile(t, "shop"), false)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"run", path, "--lang", "en"}, 2, "--data shop.csv"},
		{[]string{"run"}, 2, "name a project"},
		{[]string{"run", written(t, "x.churn", `{"churnbench":"project","version":9}`), "--lang", "en"}, 1, "A newer program"},
		{[]string{"run", written(t, "x.csv", "a,b\n1,2\n"), "--lang", "en"}, 1, "no project"},
		{[]string{"project"}, 2, "name one project"},
		{[]string{"look", path, "--lang", "en"}, 2, "churn run "},
		{[]string{"segments", ofFile(t, sampleFile(t, "shop"), true), "--lang", "en"}, 2, "churn run "},
		{[]string{"project", written(t, "y.churn", `{"churnbench":"project","version":1,"name":`), "--lang", "en"}, 1, "ends in the middle"},
	} {
		if out, errs, code := call(t, c.args...); code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("churn %v: exit %d, want %d\n%s%s", c.args[:1], code, c.code, out, errs)
		}
	}
}

// TestColumnsThatAreGoneAreNamed.
func TestColumnsThatAreGoneAreNamed(t *testing.T) {
	full := written(t, "full.csv", "customer,date,amount,region\na,2024-01-01,5,north\nb,2024-02-01,6,south\na,2024-03-01,7,north\n")
	bare := written(t, "bare.csv", "customer,date,amount\na,2024-01-01,5\nb,2024-02-01,6\na,2024-03-01,7\nc,2024-04-01,7\n")
	body, err := os.ReadFile(full)
	if err != nil {
		t.Fatal(err)
	}
	q := engine.Questions{Profiles: &engine.ProfilesRequest{By: engine.Segmentation{By: engine.SegmentAttribute}}}
	path := saved(t, q, false, []engine.SourceRef{{File: 1}}, ingest.Bytes("full.csv", body))
	out, errs, code := call(t, "run", path, "--data", bare, "--lang", "en")
	if code != 0 || !strings.Contains(out, "“region”") {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
}

func TestProjectSaysWhatItHolds(t *testing.T) {
	path := ofFile(t, sampleFile(t, "shop"), true)
	for lang, want := range map[string]string{"en": "held in the project", "zh": "已包含在项目中"} {
		out, errs, code := call(t, "project", path, "--lang", lang)
		if code != 0 || !strings.Contains(out, want) || !strings.Contains(out, "Spring") || strings.Contains(out, "«") || !strings.Contains(out, "SHA-256") {
			t.Errorf("exit %d\n%s%s", code, out, errs)
		}
	}
}
