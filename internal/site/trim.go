package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// Two modules bring much that the programs never use, in packages that cannot
// be imported by half: go-app its server, gonum/plot's fonts ten typefaces.
// Both programs are built against copies of them without it, which a go.mod of
// their own puts in the modules' places. Everything else, tests and vet
// included, uses the modules as they are, at the versions that go.mod pins.

// trim writes the copies and returns the path of that go.mod, for -modfile. All
// of it stays in build/, so that the next build finds its packages compiled.
func trim(ctx context.Context, root string) (string, error) {
	dir := filepath.Join(root, "build", "trimmed")
	copies := map[string]string{}
	for module, copyTo := range map[string]func(from, to string) error{goApp: copyGoApp, fonts: copyFonts} {
		from, err := moduleDir(ctx, root, module)
		if err != nil {
			return "", err
		}
		copies[module] = filepath.Join(dir, filepath.Base(module))
		if err := copyTo(from, copies[module]); err != nil {
			return "", err
		}
	}
	return replaceModules(root, dir, copies)
}

// replaceModules writes go.mod and go.sum into dir.
func replaceModules(root, dir string, copies map[string]string) (string, error) {
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if name == "go.mod" {
			for _, module := range slices.Sorted(maps.Keys(copies)) {
				b = fmt.Appendf(b, "\nreplace %s => %q\n", module, copies[module])
			}
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
