package site

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// LicencesName is the file with the licences of all that the programs contain. It
// goes wherever they go, as most of those licences ask.
const LicencesName = "licences.txt"

// licences writes the licence of this project, then those of Go and of every module
// of which the programs contain a package. A module without a licence fails the
// build: it could not be passed on.
func licences(ctx context.Context, root string) ([]byte, error) {
	goroot, err := goEnv(ctx, root, "GOROOT")
	if err != nil {
		return nil, err
	}
	modules, err := contained(ctx, root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := writeLicence(&b, "Churnbench", root); err != nil {
		return nil, err
	}
	if err := writeLicence(&b, "Go, its runtime and standard library", goroot); err != nil {
		return nil, err
	}
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		dir, err := moduleDir(ctx, root, path)
		if err != nil {
			return nil, err
		}
		if err := writeLicence(&b, path+" "+modules[path], dir); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// contained returns the modules of the two wasm programs and the command line, with
// their versions.
func contained(ctx context.Context, root string) (map[string]string, error) {
	modules := map[string]string{}
	for _, set := range []struct {
		env  []string
		args []string
	}{
		{[]string{"GOOS=js", "GOARCH=wasm"}, []string{"-tags", "minimal", "./cmd/workbench", "./cmd/engine"}},
		{nil, []string{"./cmd/churn"}},
	} {
		args := append([]string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}"}, set.args...)
		cmd := exec.CommandContext(ctx, "go", args...)
		cmd.Dir, cmd.Env = root, append(os.Environ(), set.env...)
		list, err := cmd.Output()
		if err != nil {
			return nil, wrap("go list", err)
		}
		for line := range strings.Lines(string(list)) {
			if path, version, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
				modules[path] = version
			}
		}
	}
	return modules, nil
}

// licenceNames are the beginnings of the names of files that a licence asks to pass on.
var licenceNames = []string{"licen", "copying", "notice", "patents"}

// writeLicence writes what a folder says of its licence.
func writeLicence(b *bytes.Buffer, title, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "%s\n%s\n\n", title, strings.Repeat("=", len(title)))
	found := false
	for _, e := range entries {
		if e.IsDir() || !isLicence(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		found = true
		fmt.Fprintf(b, "%s\n\n", bytes.TrimSpace(text))
	}
	if !found {
		return fmt.Errorf("%s has no licence file", title)
	}
	b.WriteByte('\n')
	return nil
}

func isLicence(name string) bool {
	return slices.ContainsFunc(licenceNames, func(start string) bool {
		return strings.HasPrefix(strings.ToLower(name), start)
	})
}
