package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// goApp is the module whose server half the page's program is built without.
const goApp = "github.com/maxence-charriere/go-app/v10"

// The page needs go-app's client; go-app's Handler, in the same package, brings
// net/http with TLS and every cipher: 1.7 MB of the program, 0.44 MB packed.
// Half a package cannot be imported, so the program is built against a copy of
// the module without the files in server and the lines in serverLines.
// Everything else, tests and vet included, uses the module as it is, at the
// version that go.mod pins.
var (
	server      = []string{"http.go", "wasm.go"} // of pkg/app: Handler, and its stand-in for wasm
	serverLines = []string{                      // of pkg/app/resource.go: LocalDir's file server
		"\t\"net/http\"\n",
		"\t\tHandler:   http.FileServer(http.Dir(directory)),\n",
		"\thttp.Handler\n",
	}
)

// trimGoApp writes the copy and a go.mod that puts it in the module's place,
// and returns that go.mod's path for -modfile. Both stay in build/, so that
// the next build finds its packages compiled.
func trimGoApp(ctx context.Context, root string) (string, error) {
	from, err := moduleDir(ctx, root, goApp)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, "build", "trimmed")
	copied := filepath.Join(dir, "go-app")
	if err := copyModule(from, copied); err != nil {
		return "", err
	}
	return replaceGoApp(root, dir, copied)
}

// copyModule copies what the page is built from, less the server.
func copyModule(from, to string) error {
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
	return nil
}

// client returns the client's part of a source file. A server that is not
// where it was is an error: go-app has changed.
func client(name string, source []byte) ([]byte, error) {
	for _, s := range server {
		if name == s {
			return []byte("package app\n"), nil
		}
	}
	if name != "resource.go" {
		return source, nil
	}
	for _, line := range serverLines {
		if !bytes.Contains(source, []byte(line)) {
			return nil, fmt.Errorf("go-app's resource.go no longer has %q: see internal/site/trim.go", line)
		}
		source = bytes.Replace(source, []byte(line), nil, 1)
	}
	return source, nil
}

// replaceGoApp writes go.mod and go.sum into dir.
func replaceGoApp(root, dir, copied string) (string, error) {
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if name == "go.mod" {
			b = fmt.Appendf(b, "\nreplace %s => %q\n", goApp, copied)
		}
		if err := writeIfNew(filepath.Join(dir, name), b); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "go.mod"), nil
}

// moduleDir returns where a module's source is, fetching it if need be.
func moduleDir(ctx context.Context, root, module string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", "mod", "download", "-json", module)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return "", wrap("go mod download "+module, err)
	}
	var found struct{ Dir string }
	return found.Dir, json.Unmarshal(out, &found)
}

// writeIfNew leaves a file alone that has the content already, so that two
// builds at a time do not disturb each other.
func writeIfNew(path string, content []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
