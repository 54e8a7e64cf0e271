package docs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"churnbench/internal/site"
)

// names are what documents write in backquotes.
var names = regexp.MustCompile("`([^`\n]+)`")

// outside are flags of other programs that stand by themselves.
var outside = map[string]bool{"--content-type": true, "--content-encoding": true}

// TestNamesInDocuments: every file, test, verb, flag and target that a document names
// exists.
func TestNamesInDocuments(t *testing.T) {
	s := prepare(t)
	help := s.help(t)
	tests := testsOf(t)
	seen := 0
	for _, path := range documents(t) {
		for _, m := range names.FindAllStringSubmatch(withoutBlocks(t, path), -1) {
			seen++
			if fault := s.fault(m[1], help, tests); fault != "" {
				t.Errorf("%s: `%s`: %s", path, m[1], fault)
			}
		}
	}
	if seen < 200 {
		t.Errorf("%d names: the test looks in the wrong place", seen)
	}
}

// withoutBlocks is a document less its fenced text.
func withoutBlocks(t *testing.T, path string) string {
	var b strings.Builder
	inside := false
	for line := range strings.Lines(read(t, path)) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			inside = !inside
			continue
		}
		if !inside {
			b.WriteString(line)
		}
	}
	return b.String()
}

// Shapes of names.
var (
	aTest = regexp.MustCompile(`^Test[A-Z]\w+$`)
	aFile = regexp.MustCompile(`^(analysis|app|bench|cmd|docs|internal|test|web)(/[\w.-]+)+$`)
	aFlag = regexp.MustCompile(`^--[a-z][a-z-]*`)
)

// fault says what is wrong with a name, "" if nothing is.
func (s *shell) fault(name, help string, tests map[string]bool) string {
	words := strings.Fields(name)
	switch {
	case len(words) == 0:
		return ""
	case aTest.MatchString(name) && !tests[name]:
		return "no such test"
	case aFile.MatchString(name):
		if _, err := os.Stat(filepath.Join("..", name)); err != nil {
			return "no such file"
		}
	case words[0] == "make" && len(words) > 1:
		if said, code := s.make(words[1:2]); code != 0 {
			return said
		}
	case words[0] == "churn" && len(words) > 1:
		if !strings.Contains(help, "\n  churn "+words[1]+" ") {
			return "no such verb"
		}
	}
	if words[0] != "churn" && !strings.HasPrefix(words[0], "--") {
		return "" // another program's
	}
	for _, word := range words {
		if flag := aFlag.FindString(word); flag != "" && !outside[flag] && !strings.Contains(help, "\n  "+flag[1:]+"\n") && !strings.Contains(help, "\n  "+flag[1:]+" ") && flag != "--help" {
			return "no verb has the flag " + flag
		}
	}
	return ""
}

// help is what the command line says of itself and of each verb.
func (s *shell) help(t *testing.T) string {
	t.Helper()
	all, _ := s.call("churn help")
	verbs := regexp.MustCompile(`(?m)^  churn ([a-z]+) `).FindAllStringSubmatch(all, -1)
	if len(verbs) < 10 {
		t.Fatalf("%d verbs:\n%s", len(verbs), all)
	}
	for _, v := range verbs {
		said, _ := s.call("churn " + v[1] + " --help")
		all += "\n" + said
	}
	return all
}

// testsOf are the names of all tests of the repository.
func testsOf(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	for _, dir := range []string{"analysis", "app", "cmd", "docs", "internal", "test/browser"} {
		err := filepath.WalkDir(filepath.Join("..", dir), func(path string, d os.DirEntry, err error) error {
			if err == nil && d.IsDir() && d.Name() == "node_modules" {
				return filepath.SkipDir
			}
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			for _, m := range declared.FindAllStringSubmatch(read(t, path), -1) {
				found[m[1]] = true
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range declared.FindAllStringSubmatch(read(t, "../house_test.go"), -1) {
		found[m[1]] = true
	}
	return found
}

// TestLinks: what a document links to in this repository is there, headings too.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, path := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(withoutBlocks(t, path), -1) {
			target, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, "://") {
				continue
			}
			at := path
			if target != "" {
				at = filepath.Join(filepath.Dir(path), target)
			}
			if _, err := os.Stat(at); err != nil {
				t.Errorf("%s: nothing is at %s", path, m[1])
				continue
			}
			if anchor != "" && !strings.Contains(strings.ToLower(strings.ReplaceAll(read(t, at), " ", "-")), "#-"+anchor) {
				t.Errorf("%s: %s has no heading %s", path, at, anchor)
			}
		}
	}
}

// TestHostingSettings: the policy in the settings is the page's own, and nginx takes them
// where it is installed.
func TestHostingSettings(t *testing.T) {
	text := read(t, "hosting.md")
	header := `"` + site.Policy + `; frame-ancestors 'none'"`
	if !strings.Contains(text, header) || !strings.Contains(strings.Join(strings.Fields(text), " "), site.Policy) {
		t.Error("hosting.md quotes another policy than the page's")
	}
	settings := ""
	for _, b := range blocksOf(t, "hosting.md") {
		if b.language == "nginx" {
			settings = strings.Join(b.lines, "\n")
		}
	}
	if settings == "" {
		t.Fatal("no settings for nginx")
	}
	if _, err := exec.LookPath("nginx"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	for _, certificate := range []string{"ssl_certificate ", "ssl_certificate_key "} {
		settings = regexp.MustCompile(`(?m)^\s*`+certificate+`.*$`).ReplaceAllString(settings, "")
	}
	settings = strings.ReplaceAll(settings, "listen 443 ssl", "listen unix:"+dir+"/socket")
	conf := filepath.Join(dir, "nginx.conf")
	body := "pid " + dir + "/pid;\nerror_log " + dir + "/error.log;\nevents {}\nhttp {\naccess_log off;\n" + settings + "\n}\n"
	if err := os.WriteFile(conf, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("nginx", "-t", "-c", conf, "-p", dir).CombinedOutput(); err != nil && !strings.Contains(string(said), "Permission denied") {
		t.Errorf("%v\n%s", err, said)
	}
}
