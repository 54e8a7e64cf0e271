package numeric

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// On arm64 the compiler may fuse x*y + z. The packages that promise the same
// bits everywhere must not let it: each product that meets a sum is written
// float64(x*y).
func TestNothingIsFused(t *testing.T) {
	if runtime.GOOS == "js" || testing.Short() {
		t.Skip("needs the go command, and compiles for arm64")
	}
	build := exec.Command("go", "build", "-gcflags=-S", "churnbench/analysis/internal/numeric", "churnbench/analysis/clv", "churnbench/analysis/survival", "churnbench/analysis/segment")
	build.Env = append(build.Environ(), "GOOS=linux", "GOARCH=arm64")
	assembly, err := build.CombinedOutput()
	if err != nil {
		t.Skipf("cannot compile for arm64: %v", err)
	}
	multiplies := 0
	for line := range strings.Lines(string(assembly)) {
		if strings.Contains(line, "FMULD") {
			multiplies++
		}
		for _, fused := range []string{"FMADD", "FMSUB", "FNMADD", "FNMSUB"} {
			if strings.Contains(line, "\t"+fused) {
				t.Errorf("fused: %s", strings.TrimSpace(line))
			}
		}
	}
	if multiplies == 0 {
		t.Error("there is not one multiplication in the assembly: it was not read right")
	}
}

// exact are the functions and constants of package math that are the same on
// every machine.
var exact = map[string]bool{
	"Abs": true, "Sqrt": true, "Floor": true, "Ceil": true, "Trunc": true, "Round": true, "Copysign": true,
	"NaN": true, "Inf": true, "IsNaN": true, "IsInf": true, "Float64bits": true, "Float64frombits": true,
	"MaxFloat64": true, "MaxUint8": true, "MaxInt32": true, "MinInt32": true, "MaxInt64": true, "MinInt64": true, "Pi": true, "Ln2": true, "Sqrt2": true,
}

func TestOnlyExactMath(t *testing.T) {
	for _, folder := range []string{".", filepath.Join("..", "..", "clv"), filepath.Join("..", "..", "survival"), filepath.Join("..", "..", "segment")} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", folder, err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				onlyExactMath(t, name)
			}
		}
	}
}

func onlyExactMath(t *testing.T, name string) {
	positions := token.NewFileSet()
	file, err := parser.ParseFile(positions, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if use, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := use.X.(*ast.Ident); ok && pkg.Name == "math" && !exact[use.Sel.Name] {
				t.Errorf("%s: math.%s differs between machines", positions.Position(use.Pos()), use.Sel.Name)
			}
		}
		return true
	})
}
