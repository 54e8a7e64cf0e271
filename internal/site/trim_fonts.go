package site

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fonts is the module of gonum/plot's embedded typefaces.
const fonts = "codeberg.org/go-fonts/liberation"

// faces are the packages of the two typefaces that figures measure text with;
// analysis/chart's theme.go names them. The ten others would be 4 MB of the
// engine, 1.9 MB packed. gonum/plot parses them all when it starts, so each of
// them becomes another name for the regular one.
var faces = []string{"liberationsansregular", "liberationsansbold"}

// copyFonts copies the faces and puts stubs in the place of the others.
func copyFonts(from, to string) error {
	packages, err := filepath.Glob(filepath.Join(from, "liberation*", "data.go"))
	if err != nil {
		return err
	}
	if len(packages) <= len(faces) {
		return fmt.Errorf("%s is not laid out as it was: see internal/site/trim_fonts.go", fonts)
	}
	if err := copyFile(from, to, "go.mod"); err != nil {
		return err
	}
	for _, p := range packages {
		if err := copyFace(from, to, filepath.Base(filepath.Dir(p))); err != nil {
			return err
		}
	}
	return nil
}

// copyFace copies one package, or stubs it.
func copyFace(from, to, name string) error {
	if !slices.Contains(faces, name) {
		stub := fmt.Sprintf("package %s\n\nimport %q\n\nvar TTF = %s.TTF\n", name, fonts+"/"+faces[0], faces[0])
		return writeIfNew(filepath.Join(to, name, "data.go"), []byte(stub))
	}
	files, err := os.ReadDir(filepath.Join(from, name))
	if err != nil {
		return err
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		if err := copyFile(from, to, filepath.Join(name, f.Name())); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to, name string) error {
	b, err := os.ReadFile(filepath.Join(from, name))
	if err != nil {
		return err
	}
	return writeIfNew(filepath.Join(to, name), b)
}
