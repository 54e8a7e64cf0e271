package site

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"churnbench/app/i18n"
)

// TestPackedMessages compares what the programs carry with the catalogues: a
// message without arguments is said as it stands.
func TestPackedMessages(t *testing.T) {
	root, err := findRoot("")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := packMessages(root, dir); err != nil {
		t.Fatal(err)
	}
	lists := stringLists(t, filepath.Join(dir, "messages.go"))
	if len(lists) != 3 || len(lists[0]) < 1000 || len(lists[1]) != len(lists[0]) || len(lists[2]) != len(lists[0]) {
		t.Fatalf("%d lists, %d keys", len(lists), len(lists[0]))
	}
	for i, key := range lists[0] {
		en, zh := i18n.T(i18n.English, i18n.Key(key)), i18n.T(i18n.Chinese, i18n.Key(key))
		if lists[1][i] != en || lists[2][i] != zh || strings.HasPrefix(key, "cli.") {
			t.Errorf("%s: packed %q and %q, want %q and %q", key, lists[1][i], lists[2][i], en, zh)
		}
	}
}

// stringLists returns the string literals of a file, each split at zero bytes.
func stringLists(t *testing.T, path string) (lists [][]string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			lists = append(lists, strings.Split(text, "\x00"))
		}
		return true
	})
	return lists
}

// A catalogue that is more than literals is refused with its place.
func TestMessagesAreWrittenOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.go")
	const source = "package i18n\n\nvar aCatalogue = Catalogue{\n\t\"a.b\": {\"one\" + \"two\", \"\"},\n}\n"
	if err := os.WriteFile(path, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	if m, err := readCatalogues(path); err == nil || !strings.Contains(err.Error(), "a.go:4:") {
		t.Errorf("%v, %v", m, err)
	}
}
