package site

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// A system is one on which the command line runs.
type system struct {
	name     string // as people call it
	os, arch string // as Go does
}

// systems are those of the release.
var systems = []system{
	{"linux", "linux", "amd64"},
	{"windows", "windows", "amd64"},
	{"macos", "darwin", "arm64"},
}

// here is the system that this runs on.
func here() system {
	for _, s := range systems {
		if s.os == runtime.GOOS && s.arch == runtime.GOARCH {
			return s
		}
	}
	return system{runtime.GOOS, runtime.GOOS, runtime.GOARCH}
}

// Program is the path of the command line for this system in a release.
func Program() string { return here().program() }

// programs is the folder of the release in which they stand.
const programsDir = "programs/"

// program is the name of the command line in the release.
func (s system) program() string {
	name := programsDir + "churn-" + s.name
	if s.os == "windows" {
		name += ".exe"
	}
	return name
}

func isProgram(path string) bool { return strings.HasPrefix(path, programsDir) }

// compileCLI builds the command line for a system; like the wasm programs it depends
// on the sources alone.
func compileCLI(ctx context.Context, root string, s system) ([]byte, error) {
	dir, err := os.MkdirTemp("", "churnbench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "churn")
	return goBuild(ctx, root, out, []string{"GOOS=" + s.os, "GOARCH=" + s.arch, "CGO_ENABLED=0"}, "./cmd/churn")
}
