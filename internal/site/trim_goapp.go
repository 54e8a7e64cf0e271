package site

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// goApp is the module whose server half the page's program is built without.
const goApp = "github.com/maxence-charriere/go-app/v10"

// The page needs go-app's client; go-app's Handler, in the same package, brings
// net/http with TLS and every cipher: 1.7 MB of the program, 0.44 MB packed. go-app can
// also encipher what it stores, share state among tabs and give each device an identity
// to remember. The page does none of it: with what it imports it is 0.1 MB packed.

// otherFiles of pkg/app are what the copy has in place of go-app's.
var otherFiles = map[string]string{
	"http.go":   "package app\n", // Handler
	"wasm.go":   "package app\n", // and what stands for it in wasm
	"crypto.go": noCipher,
	"state.go":  noState,
}

// A change puts one text in another's place.
type change struct{ from, to string }

// changes of files of pkg/app.
var changes = map[string][]change{
	"context.go": {{"\t\"github.com/google/uuid\"\n", ""}, {"uuid.NewString()", "\"none\""}},
	"resource.go": { // LocalDir's file server
		{"\t\"net/http\"\n", ""},
		{"\t\tHandler:   http.FileServer(http.Dir(directory)),\n", ""},
		{"\thttp.Handler\n", ""},
	},
	"node.go":   {{"case *htmlElem, *htmlElemSelfClosing:", "case *htmlElem:"}}, // see trim_elements.go
	"engine.go": {{"document.(HTML).body()", "document.body()"}, {"child.(HTMLBody); isBody", "child.(HTMLBody); isBody && child.tag == \"body\""}},
}

// standins are small packages in the place of large ones of the standard library, of which
// go-app uses little: regexp with its Unicode tables is 0.1 MB packed, and the page has one
// route for every path; net/url with net/netip is 0.04 MB, and the browser has checked every
// address; JSON is only what errors are written in.
//
//go:embed standin
var standins embed.FS

// replacedImports are the packages that a stand-in replaces, by its name.
var replacedImports = map[string]string{"json": "encoding/json", "regexp": "regexp", "url": "net/url"}

const (
	noCipher = `package app

import "github.com/maxence-charriere/go-app/v10/pkg/errors"

var errNoCipher = errors.New("the page's go-app has no cipher: see internal/site/trim_goapp.go")

func encrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }
func decrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }
`
	noState = `package app

import "time"

const noState = "the page's go-app has no shared state: see internal/site/trim_goapp.go"

type State struct{}

func (s State) ExpiresIn(time.Duration) State { return s }
func (s State) ExpiresAt(time.Time) State     { return s }
func (s State) Persist() State                { return s }
func (s State) PersistWithEncryption() State  { return s }
func (s State) Broadcast() State              { return s }

type Observer struct{}

func (o Observer) While(func() bool) Observer { return o }
func (o Observer) OnChange(func()) Observer   { return o }
func (o Observer) WithBroadcast() Observer    { return o }

type stateManager struct{}

func (*stateManager) Observe(Context, string, any) Observer { panic(noState) }
func (*stateManager) Get(Context, string, any)              { panic(noState) }
func (*stateManager) Set(Context, string, any) State        { panic(noState) }
func (*stateManager) Delete(Context, string)                { panic(noState) }
func (*stateManager) Cleanup()                              {}
func (*stateManager) CleanupExpiredPersistedStates(Context) {}
`
)

// copyGoApp copies what the page is built from.
func copyGoApp(from, to string) error {
	names := []string{"go.mod"}
	for _, pkg := range []string{"pkg/app", "pkg/errors"} {
		matches, err := filepath.Glob(filepath.Join(from, pkg, "*.go"))
		if err != nil {
			return err
		}
		for _, m := range matches {
			if !strings.HasSuffix(m, "_test.go") {
				names = append(names, filepath.Join(pkg, filepath.Base(m)))
			}
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
	return copyStandins(to)
}

func copyStandins(to string) error {
	for name := range replacedImports {
		file := name + "/" + name + ".go"
		source, err := standins.ReadFile("standin/" + file)
		if err != nil {
			return err
		}
		if err := writeIfNew(filepath.Join(to, "pkg", filepath.FromSlash(file)), source); err != nil {
			return err
		}
	}
	return nil
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
	for _, c := range slices.Concat(changes[name], quicker[name]) {
		if !bytes.Contains(source, []byte(c.from)) {
			return nil, fmt.Errorf("go-app's %s no longer has %q: see trim_goapp.go and quick_goapp.go in internal/site", name, c.from)
		}
		source = bytes.Replace(source, []byte(c.from), []byte(c.to), 1)
	}
	for standin, large := range replacedImports {
		source = bytes.Replace(source, fmt.Appendf(nil, "\t%q\n", large), fmt.Appendf(nil, "\t%q\n", goApp+"/pkg/"+standin), 1)
	}
	return source, nil
}
