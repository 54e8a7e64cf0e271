package site

import (
	"archive/zip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A release unpacks to files that agree with their checksums; its program runs; and it
// carries the licences of what it contains.
func TestDist(t *testing.T) {
	s, dir := fake(t, Options{Here: true}), t.TempDir()
	name, err := s.Dist(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	files := unzip(t, name, dir)
	checkSums(t, files, "")
	checkSums(t, files, "site/") // which is hosted without the rest
	about, err := exec.Command(filepath.Join(dir, Program()), "help").CombinedOutput()
	if err != nil || !strings.Contains(string(about), "serve") {
		t.Errorf("the program says %v\n%s", err, about)
	}
}

// checkSums compares the files in a folder of a release with the checksums that stand there.
func checkSums(t *testing.T, files map[string][]byte, folder string) {
	t.Helper()
	listed := map[string]bool{folder + SumsName: true}
	for line := range strings.Lines(string(files[folder+SumsName])) {
		sum, path, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if listed[folder+path] = true; digest(files[folder+path]) != sum {
			t.Errorf("%s is not what its checksum says", folder+path)
		}
	}
	for path := range files {
		if strings.HasPrefix(path, folder) && !listed[path] {
			t.Errorf("%s has no checksum", path)
		}
	}
}

// unzip unpacks an archive into dir and returns its files.
func unzip(t *testing.T, name, dir string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = body
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body, f.Mode()); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestLicences(t *testing.T) {
	s := fake(t, Options{})
	text := string(s.Body(LicencesName))
	for _, want := range []string{"Churnbench\n====", "Go, its runtime", goApp + " v10.1.11", "gonum.org/v1/plot v", "golang.org/x/text v", "Redistribution and use"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", LicencesName, want)
		}
	}
	if strings.Contains(text, "chromedp") {
		t.Error("what only tests need is listed")
	}
	single, err := s.Single()
	if err != nil || !strings.Contains(string(single), "gonum.org/v1/plot v") {
		t.Error("the single file lacks the licences", err)
	}
}
