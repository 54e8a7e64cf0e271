package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// These tests read the module's source: what is said anywhere must be in a
// catalogue.

// speakers are functions whose arguments name messages, with the positions of
// those arguments. Methods and functions of one name count alike.
var speakers = map[string][]int{
	"Say":  {0, 1}, // analysis.Say(key, …), i18n.Say(lang, m)
	"Fail": {1},    // analysis.Fail(kind, key, …)
	"Or":   {0},    // err.Or(key, …)
	"Word": {1},    // analysis.Word(name, key)
	"T":    {0, 1}, // i18n.T(lang, key, …), host.T(key, …)
	"say":  {0, 1}, // the short names of T
	"text": {0, 1},
	"Stat": {1}, // screen.Stat(host, key, …)
}

// keyLike is what a key looks like: an area, a dot, words.
var keyLike = regexp.MustCompile(`^[a-z]+(\.[a-z0-9][a-z0-9-]*)+$`)

func TestEveryKeySaidExists(t *testing.T) {
	said := 0
	eachFile(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				for _, key := range keysOf(call) {
					said++
					if !Has(Key(key)) {
						t.Errorf("%s says %q, which no catalogue has", path, key)
					}
				}
			}
			return true
		})
	})
	if said < 50 {
		t.Errorf("found only %d keys in the source: the search has lost its way", said)
	}
}

// keysOf returns the literal keys among a call's arguments.
func keysOf(call *ast.CallExpr) []string {
	var keys []string
	for _, i := range speakers[nameOf(call.Fun)] {
		if i >= len(call.Args) {
			continue
		}
		if key, ok := literal(call.Args[i]); ok && keyLike.MatchString(key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func nameOf(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// Constants and literals of type Key must name messages too.
func TestEveryKeyConstantExists(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			for _, e := range keyValues(n) {
				if key, ok := literal(e); ok && keyLike.MatchString(key) && !Has(Key(key)) {
					t.Errorf("%s names %q, which no catalogue has", path, key)
				}
			}
			return true
		})
	})
}

// keyValues returns what a node declares to be a Key: constants, variables,
// and the elements of []Key and map[…]Key.
func keyValues(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.ValueSpec:
		if n.Type != nil && isKey(n.Type) {
			return n.Values
		}
	case *ast.CompositeLit:
		return elementsOf(n)
	case *ast.CallExpr: // a conversion
		if isKey(n.Fun) {
			return n.Args
		}
	}
	return nil
}

func elementsOf(lit *ast.CompositeLit) []ast.Expr {
	var values []ast.Expr
	switch typ := lit.Type.(type) {
	case *ast.ArrayType:
		if isKey(typ.Elt) {
			values = lit.Elts
		}
	case *ast.MapType:
		if isKey(typ.Value) {
			for _, e := range lit.Elts {
				values = append(values, e.(*ast.KeyValueExpr).Value)
			}
		}
	}
	return values
}

func isKey(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "Key"
	case *ast.SelectorExpr:
		pkg, ok := e.X.(*ast.Ident)
		return ok && pkg.Name == "i18n" && e.Sel.Name == "Key"
	}
	return false
}

// TestEveryCatalogueIsMerged finds the catalogues that areas leaves out.
func TestEveryCatalogueIsMerged(t *testing.T) {
	list, err := os.ReadFile("catalogues.go")
	if err != nil {
		t.Fatal(err)
	}
	eachFile(t, func(path string, file *ast.File) {
		if filepath.Dir(path) != filepath.Join("app", "i18n") {
			return
		}
		for name := range file.Scope.Objects {
			if strings.HasSuffix(name, "Catalogue") && !strings.Contains(string(list), name+",") {
				t.Errorf("%s: %s is not among the areas of catalogues.go", path, name)
			}
		}
	})
}

// eachFile parses the module's Go files, tests left out.
func eachFile(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	root := filepath.Join("..", "..")
	for _, dir := range []string{"analysis", "app", "cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, path)
			visit(rel, file)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The wasm programs are built without what only the command line says.
func TestOnlyTheCommandLineSaysItsMessages(t *testing.T) {
	eachFile(t, func(path string, file *ast.File) {
		if !strings.HasPrefix(path, "app") && !strings.HasPrefix(path, "analysis") || filepath.Dir(path) == filepath.Join("app", "i18n") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if text, ok := literal(e); ok && strings.HasPrefix(text, "cli.") {
					t.Errorf("%s says %q, which the page does not have", path, text)
				}
			}
			return true
		})
	})
}
