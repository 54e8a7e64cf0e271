package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Screens and pieces are Go values all through; what is JavaScript's has one
// door, package browser, and one more inside the pieces, ui's dom.go. Tests of
// views run without a browser only as long as that holds.
func TestJavaScriptStaysBehindItsDoors(t *testing.T) {
	allowed := func(path string) bool {
		return filepath.Dir(path) == "browser" || path == filepath.Join("ui", "dom.go")
	}
	// of package app, and methods of any value
	functions := map[string]bool{"Value": true, "Window": true, "FuncOf": true, "ValueOf": true, "Null": true, "Undefined": true, "CopyBytesToGo": true, "CopyBytesToJS": true}
	methods := map[string]bool{"JSValue": true, "JSSrc": true}
	seen := 0
	eachSource(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, _ := sel.X.(*ast.Ident)
			if !methods[sel.Sel.Name] && !(pkg != nil && pkg.Name == "app" && functions[sel.Sel.Name]) {
				return true
			}
			seen++
			if !allowed(path) {
				t.Errorf("app/%s uses %s: JavaScript values belong to app/browser, or to dom.go in app/ui", path, sel.Sel.Name)
			}
			return true
		})
	})
	if seen == 0 {
		t.Error("nothing uses a JavaScript value: the test looks in the wrong place")
	}
}

// eachSource parses the Go files below this folder, tests left out.
func eachSource(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			visit(path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
