// Package docs_test holds the documentation to its word: every command in it is run, every
// output quoted is compared, every flag, verb and target that it names exists.
//
// A block of ```sh is run line by line, in the order of the document, in one folder with
// fixtures (see prepare). A comment before a block says otherwise:
//
//	<!-- not run: why -->        the block cannot be run here
//	<!-- printed by: command --> a block without a language is what that command prints
package docs_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// documents are what is held to its word, relative to this folder.
func documents(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob("*.md")
	if err != nil || len(list) < 5 {
		t.Fatalf("%d documents, %v", len(list), err)
	}
	return append(list, "../README.md", "../CONTRIBUTING.md")
}

// A block is fenced text of a document.
type block struct {
	language string
	line     int // of its first line in the document
	lines    []string
	why      string // it is not run, "" if it is
	command  string // that prints it, "" if it is no output
}

var (
	notRun    = regexp.MustCompile(`^<!-- not run: (.+) -->$`)
	printedBy = regexp.MustCompile(`^<!-- printed by: (.+) -->$`)
)

// blocksOf takes a document apart. Marks hold for the next block, and nothing but empty
// lines may lie between.
func blocksOf(t *testing.T, path string) (list []block) {
	t.Helper()
	var open *block
	why, command := "", ""
	for i, line := range strings.Split(read(t, path), "\n") {
		language, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case fence && open == nil:
			open = &block{language: language, line: i + 2, why: why, command: command}
			why, command = "", ""
		case fence:
			list, open = append(list, *open), nil
		case open != nil:
			open.lines = append(open.lines, line)
		case notRun.MatchString(line):
			why = notRun.FindStringSubmatch(line)[1]
		case printedBy.MatchString(line):
			command = printedBy.FindStringSubmatch(line)[1]
		case strings.TrimSpace(line) != "" && why+command != "":
			t.Errorf("%s:%d: a mark stands before no block", path, i+1)
			why, command = "", ""
		}
	}
	if open != nil {
		t.Errorf("%s:%d: the block does not end", path, open.line)
	}
	return list
}

// TestCommands runs the documents.
func TestCommands(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command of the documents")
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip(err)
	}
	s := prepare(t)
	ran, compared, skipped := 0, 0, 0
	for _, path := range documents(t) {
		s.fixtures(t)
		for _, b := range blocksOf(t, path) {
			switch {
			case b.why != "":
				skipped++
			case b.command != "":
				compared++
				s.compare(t, path, b)
			case b.language == "sh":
				ran += s.run(t, path, b)
			}
		}
	}
	if t.Logf("%d commands run, %d outputs compared, %d blocks left out", ran, compared, skipped); ran < 20 || compared < 2 {
		t.Error("fewer than the documents have: the test looks in the wrong place")
	}
	if skipped > 6 {
		t.Errorf("%d blocks are not run: say it in a few, or make them run", skipped)
	}
}

// run runs the lines of a block and returns how many.
func (s *shell) run(t *testing.T, path string, b block) (n int) {
	t.Helper()
	for i, line := range b.lines {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		n++
		if said, code := s.call(line); code != 0 {
			t.Errorf("%s:%d: %s\nends with %d:\n%s", path, b.line+i, line, code, said)
		}
	}
	return n
}

// compare holds that a command prints what a block quotes. A line … in it stands for any
// number of lines.
func (s *shell) compare(t *testing.T, path string, b block) {
	t.Helper()
	said, _ := s.call(b.command)
	var want strings.Builder
	want.WriteString(`^(?:.*\n)*?`)
	for _, line := range b.lines {
		if strings.TrimSpace(line) == "…" {
			want.WriteString(`(?:.*\n)*?`)
			continue
		}
		want.WriteString(regexp.QuoteMeta(strings.TrimRight(line, " ")) + `[ ]*\n`)
	}
	if !regexp.MustCompile(want.String()).MatchString(strings.ReplaceAll(said, "\u00a0", " ") + "\n") {
		t.Errorf("%s:%d: %s prints something else:\n%s", path, b.line, b.command, said)
	}
}

// A shell runs commands in a folder of its own.
type shell struct {
	dir, bin string
	targets  map[string]bool // of the Makefile
}

// prepare builds the command line once.
func prepare(t *testing.T) *shell {
	t.Helper()
	s := &shell{dir: t.TempDir(), bin: t.TempDir(), targets: targets(t)}
	build := exec.Command("go", "build", "-o", filepath.Join(s.bin, "churn"), "churnbench/cmd/churn")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return s
}

// call runs one line. Of make and of what builds, only that it could be run is held: they
// take minutes, and the other tests run them.
func (s *shell) call(line string) (said string, code int) {
	line = strings.ReplaceAll(line, "go run ./cmd/churn", "churn")
	if words := strings.Fields(line); words[0] == "make" {
		return s.make(words[1:])
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "sh", "-c", line)
	c.Dir = s.dir
	c.Env = append(os.Environ(), "PATH="+s.bin+string(os.PathListSeparator)+os.Getenv("PATH"), "LC_ALL=en_US.UTF-8")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); err != nil && c.ProcessState == nil {
		return err.Error(), -1
	}
	return out.String(), c.ProcessState.ExitCode()
}

// make holds that the targets exist.
func (s *shell) make(words []string) (said string, code int) {
	for _, word := range words {
		if word[0] == '#' {
			break
		}
		if !strings.Contains(word, "=") && !s.targets[word] {
			return "the Makefile has no target " + word, 2
		}
	}
	return "", 0
}

// targets are those of the Makefile.
func targets(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^([a-z-]+):(?:[^=]|$)`).FindAllStringSubmatch(read(t, "../Makefile"), -1) {
		found[m[1]] = true
	}
	return found
}

func read(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
