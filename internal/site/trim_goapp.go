package site

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// goApp is the module whose server half the page's program is built without.
const goApp = "github.com/maxence-charriere/go-app/v10"

// The page needs go-app's client; go-app's Handler, in the same package, brings
// net/http with TLS and every cipher: 1.7 MB of the program, 0.44 MB packed.

// files of pkg/app that the copy has otherwise.
var otherFiles = map[string]string{
	"http.go":   "package app\n", // Handler
	"wasm.go":   "package app\n", // and its stand-in for wasm
	"crypto.go": noCipher,
}

// A change puts one text in another's place.
type change struct{ from, to string }

// changes of files of pkg/app.
var changes = map[string][]change{
	"context.go": {{uuidImport, ""}, {newID, noID}},
	"state.go":   {{uuidImport, ""}, {newID, noID}},
	"route.go":   {{regexpImport, "\t\"" + goApp + "/pkg/regexp\"\n"}},
	"resource.go": { // LocalDir's file server
		{"\t\"net/http\"\n", ""},
		{"\t\tHandler:   http.FileServer(http.Dir(directory)),\n", ""},
		{"\thttp.Handler\n", ""},
	},
	"node.go":   {{"case *htmlElem, *htmlElemSelfClosing:", "case *htmlElem:"}}, // see trim_elements.go
	"engine.go": {{"document.(HTML).body()", "document.body()"}, {"child.(HTMLBody); isBody", "child.(HTMLBody); isBody && child.tag == \"body\""}},
}

// go-app can encipher what it stores, shares state among tabs, sends notifications and gives each
// device an identity to remember. The page does none of it: ciphers, random numbers, UUIDs
// and JSON with what they import are 0.1 MB packed.
const (
	noCipher = `package app

import "github.com/maxence-charriere/go-app/v10/pkg/errors"

var errNoCipher = errors.New("the page's go-app has no cipher: see internal/site/trim_goapp.go")

func encrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }
func decrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }
`
	uuidImport = "\t\"github.com/google/uuid\"\n" // of pkg/app/context.go and state.go
	newID      = "uuid.NewString()"
	noID       = "\"none\""

	jsonImport = "\t\"encoding/json\"\n" // of many
	noJSON     = `// Package json writes values for people to read, and reads nothing.
package json

import (
	"errors"
	"fmt"
)

var errNoJSON = errors.New("the page's go-app reads no JSON: see internal/site/trim_goapp.go")

// RawMessage is a value that was not read.
type RawMessage []byte

// Marshal writes v as fmt does.
func Marshal(v any) ([]byte, error) { return fmt.Append(nil, v), nil }

// MarshalIndent writes v as fmt does.
func MarshalIndent(v any, _, _ string) ([]byte, error) { return Marshal(v) }

// Unmarshal fails.
func Unmarshal([]byte, any) error { return errNoJSON }
`
)

// The page has one route for every path. Of all it imports only go-app's
// router needs package regexp, which with its Unicode tables is 0.1 MB packed:
// the copy gets a package that knows this one pattern.
const (
	regexpImport = "\t\"regexp\"\n" // of pkg/app/route.go
	anyPath      = `// Package regexp matches the pattern ".*" and knows no other.
package regexp

// A Regexp matches any text.
type Regexp struct{}

// MustCompile panics unless the pattern is ".*".
func MustCompile(pattern string) *Regexp {
	if pattern != ".*" {
		panic("the page's go-app knows the route .* only: see internal/site/trim_goapp.go")
	}
	return &Regexp{}
}

// MatchString reports true.
func (*Regexp) MatchString(string) bool { return true }
`
)

// copyGoApp copies what the page is built from, less the server.
func copyGoApp(from, to string) error {
	names := []string{"go.mod"}
	for _, pkg := range []string{"pkg/app", "pkg/errors"} {
		matches, err := filepath.Glob(filepath.Join(from, pkg, "*.go"))
		if err != nil {
			return err
		}
		for _, m := range matches {
			if strings.HasSuffix(m, "_test.go") {
				continue
			}
			names = append(names, filepath.Join(pkg, filepath.Base(m)))
		}
	}
	for _, name := range names {
		source, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		if source, err = client(filepath.Base(name), source); err != nil {
			return err
		}
		if err := writeIfNew(filepath.Join(to, name), source); err != nil {
			return err
		}
	}
	if err := writeIfNew(filepath.Join(to, "pkg", "json", "json.go"), []byte(noJSON)); err != nil {
		return err
	}
	return writeIfNew(filepath.Join(to, "pkg", "regexp", "regexp.go"), []byte(anyPath))
}

// client returns the client's part of a source file. A text that is not where it
// was is an error: go-app has changed.
func client(name string, source []byte) ([]byte, error) {
	if other, ok := otherFiles[name]; ok {
		return []byte(other), nil
	}
	if name == "html_gen.go" {
		return oneElement(source)
	}
	for _, c := range changes[name] {
		if !bytes.Contains(source, []byte(c.from)) {
			return nil, fmt.Errorf("go-app's %s no longer has %q: see internal/site/trim_goapp.go", name, c.from)
		}
		source = bytes.Replace(source, []byte(c.from), []byte(c.to), 1)
	}
	return bytes.Replace(source, []byte(jsonImport), []byte("\t\""+goApp+"/pkg/json\"\n"), 1), nil
}
