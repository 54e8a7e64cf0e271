package i18n

import (
	"go/ast"
	"path/filepath"
	"strings"
	"testing"
)

// A number is explained whole, what it is and how it is computed; and nothing is said of a
// number that nobody shows.
func TestNumbersAreExplained(t *testing.T) {
	shown := literals(t)
	for key := range numbersCatalogue {
		stem := string(key)
		for _, part := range []string{".formula", ".except", ".assumes", ".source"} {
			stem = strings.TrimSuffix(stem, part)
		}
		if !Has(Key(stem)) || !Has(Key(stem+".formula")) {
			t.Errorf("%s is not explained whole", stem)
		}
		label := strings.TrimPrefix(stem, "number.") // screens that make one of the other
		if !shown[stem] && !shown[label] && !shown[strings.Replace(label, "data.", "data.stat.", 1)] {
			t.Errorf("nobody shows %s", stem)
		}
	}
}

// literals are all strings in the module's source, catalogues left out.
func literals(t *testing.T) map[string]bool {
	all := map[string]bool{}
	eachFile(t, func(path string, file *ast.File) {
		if filepath.Dir(path) == filepath.Join("app", "i18n") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if text, ok := literal(e); ok {
					all[text] = true
				}
			}
			return true
		})
	})
	return all
}
