package site

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// The catalogues of app/i18n are written to be read: each message with both
// languages side by side. As Go compiles them, every message costs three string
// headers and its texts lie scattered among all other strings. The programs are
// built with other files in the catalogues' places, which hold all keys, all English
// and all Chinese texts in a string each: a third less, packed.

// A message is a key with its texts.
type message struct{ key, english, chinese string }

// packMessages writes those files into dir and returns the file that tells the
// compiler of them, for -overlay.
func packMessages(root, dir string) (string, error) {
	sources, err := filepath.Glob(filepath.Join(root, "app", "i18n", "*.go"))
	if err != nil {
		return "", err
	}
	empty := filepath.Join(dir, "none.go")
	places := map[string]string{}
	var all []message
	for _, source := range sources {
		messages, err := readCatalogues(source)
		if err != nil {
			return "", err
		}
		if len(messages) > 0 {
			places[source] = empty
		}
		all = append(all, messages...)
	}
	packed := filepath.Join(dir, "messages.go")
	places[filepath.Join(root, "app", "i18n", "catalogues.go")] = packed
	overlay, err := json.MarshalIndent(map[string]any{"Replace": places}, "", "\t")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	for path, content := range map[string][]byte{empty: []byte("package i18n\n"), packed: packedSource(all), name: overlay} {
		if err := writeIfNew(path, content); err != nil {
			return "", err
		}
	}
	return name, nil
}

// readCatalogues returns the messages of a file that declares catalogues and
// nothing else; of another file, none.
func readCatalogues(path string) ([]message, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var all []message
	for _, d := range file.Decls {
		catalogue, ok := catalogueOf(d)
		if !ok {
			return nil, nil
		}
		for _, entry := range catalogue.Elts {
			m, err := messageOf(entry)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", set.Position(entry.Pos()), err)
			}
			all = append(all, m)
		}
	}
	return all, nil
}

// catalogueOf returns the value of var … = Catalogue{…}.
func catalogueOf(d ast.Decl) (*ast.CompositeLit, bool) {
	v, ok := d.(*ast.GenDecl)
	if !ok || v.Tok != token.VAR || len(v.Specs) != 1 {
		return nil, false
	}
	values := v.Specs[0].(*ast.ValueSpec).Values
	if len(values) != 1 {
		return nil, false
	}
	lit, ok := values[0].(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	name, ok := lit.Type.(*ast.Ident)
	return lit, ok && name.Name == "Catalogue"
}

// messageOf reads "key": {"English", "Chinese"}.
func messageOf(e ast.Expr) (message, error) {
	pair, ok := e.(*ast.KeyValueExpr)
	if !ok {
		return message{}, errNoMessage
	}
	texts, ok := pair.Value.(*ast.CompositeLit)
	if !ok || len(texts.Elts) != 2 {
		return message{}, errNoMessage
	}
	var m message
	for i, into := range []*string{&m.key, &m.english, &m.chinese} {
		lit, ok := []ast.Expr{pair.Key, texts.Elts[0], texts.Elts[1]}[i].(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return message{}, errNoMessage
		}
		text, err := strconv.Unquote(lit.Value)
		if err != nil || strings.Contains(text, "\x00") {
			return message{}, errNoMessage
		}
		*into = text
	}
	return m, nil
}

var errNoMessage = errors.New("not a message with two texts written out")

// packedSource is the source of messages in the order of their keys, less what
// only the command line says.
func packedSource(all []message) []byte {
	slices.SortFunc(all, func(a, b message) int { return cmp.Compare(a.key, b.key) })
	var keys, english, chinese []string
	for _, m := range all {
		if !strings.HasPrefix(m.key, "cli.") {
			keys, english, chinese = append(keys, m.key), append(english, m.english), append(chinese, m.chinese)
		}
	}
	b := []byte("package i18n\n\nvar messages = unpack(\n")
	for _, texts := range [][]string{keys, english, chinese} {
		b = fmt.Appendf(b, "\t%q,\n", strings.Join(texts, "\x00"))
	}
	return append(b, ")\n"...)
}
