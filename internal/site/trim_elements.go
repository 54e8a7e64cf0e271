package site

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// go-app has a type and an interface for each of HTML's hundred elements, so that
// the compiler knows what an element takes: 7,000 methods, copies of each other but
// for the type they return. Tests and vet, which read the module as it is, have had
// the compiler's answer; the page's copy makes do with one type, and HTMLDiv and the
// others are names for a pointer to it. That is 1.1 MB of the program, 0.13 MB packed.

// oneType is that type: go-app's for elements that it has no type for.
const oneType = "htmlElem"

// oneElement rewrites go-app's html_gen.go.
func oneElement(source []byte) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "html_gen.go", source, 0)
	if err != nil {
		return nil, err
	}
	m := merger{first: map[string]*ast.FuncDecl{}, bodies: map[string]string{}}
	file.Decls = slices.DeleteFunc(file.Decls, m.redundant)
	var b bytes.Buffer
	if err := format.Node(&b, set, file); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// A merger makes the methods of many types those of one.
type merger struct {
	first  map[string]*ast.FuncDecl // by name: the method that stays
	bodies map[string]string        // and what it does
	typed  bool                     // the one type is declared
}

// redundant rewrites a declaration for the one type and reports whether the file
// needs it no more.
func (m *merger) redundant(d ast.Decl) bool {
	switch d := d.(type) {
	case *ast.GenDecl:
		if t, ok := d.Specs[0].(*ast.TypeSpec); ok {
			return m.hasType(t)
		}
	case *ast.FuncDecl:
		if d.Recv != nil {
			return m.hasMethod(d)
		}
		ast.Inspect(d, oneName)
	}
	return false
}

// oneName calls every element type, htmlDiv and so on, htmlElem.
func oneName(n ast.Node) bool {
	if id, ok := n.(*ast.Ident); ok && strings.HasPrefix(id.Name, "html") && id.Name != "htmlElement" {
		id.Name = oneType
	}
	return true
}

// hasType makes interfaces names of the one type, of which one declaration is enough.
func (m *merger) hasType(t *ast.TypeSpec) bool {
	if _, ok := t.Type.(*ast.InterfaceType); ok {
		t.Assign, t.Type = t.Name.End(), ast.NewIdent("*"+oneType)
		return false
	}
	t.Name.Name = oneType
	defer func() { m.typed = true }()
	return m.typed
}

// hasMethod lets the first of a method's copies go before. One that does otherwise,
// as the text of a textarea does, is asked for by its tag.
func (m *merger) hasMethod(d *ast.FuncDecl) bool {
	owner := source(d.Recv.List[0].Type) // *htmlTextarea
	ast.Inspect(d, oneName)
	name, body := d.Name.Name, source(d.Body)
	first, ok := m.first[name]
	switch {
	case !ok:
		m.first[name], m.bodies[name] = d, body
	case body != m.bodies[name]:
		unlike := &ast.IfStmt{Cond: ast.NewIdent(fmt.Sprintf("e.tag == %q", strings.ToLower(owner[len("*html"):]))), Body: d.Body}
		first.Body.List = slices.Insert(first.Body.List, 0, ast.Stmt(unlike))
	}
	return ok
}

// source writes a node as gofmt does.
func source(n ast.Node) string {
	var b strings.Builder
	format.Node(&b, token.NewFileSet(), n)
	return b.String()
}
