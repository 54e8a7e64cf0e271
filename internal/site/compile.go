package site

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// programs are the two compiled programs.
type programs struct {
	page, engine []byte
}

// compile builds both wasm programs. For who develops or profiles, stack traces say file and line.
func compile(ctx context.Context, root string, o Options) (programs, error) {
	dir, err := os.MkdirTemp("", "churnbench")
	if err != nil {
		return programs{}, err
	}
	defer os.RemoveAll(dir)
	var p programs
	mod, err := trim(ctx, root)
	if err != nil {
		return p, err
	}
	overlay, err := packMessages(root, filepath.Join(root, "build", "trimmed", "i18n"))
	if err != nil {
		return p, err
	}
	// The page waits for people, not for the processor: without inlined functions it
	// is a tenth smaller.
	if p.page, err = compileProgram(ctx, root, dir, o.Dev || o.Names, "./cmd/workbench", "-modfile", mod, "-overlay", overlay, "-gcflags", "all=-l", "-ldflags", linkFlags(o.Names), "-tags", pageTags(o.Dev || o.Gallery)); err != nil {
		return p, err
	}
	// Tag minimal leaves out formats of gonum/plot that nobody here writes.
	p.engine, err = compileProgram(ctx, root, dir, o.Dev, "./cmd/engine", "-modfile", mod, "-overlay", overlay, "-tags", "minimal")
	return p, err
}

// pageTags are the build tags of the page: the gallery is the page of all pieces.
func pageTags(gallery bool) string {
	if gallery {
		return "gallery"
	}
	return ""
}

// linkFlags leave out what only debuggers read, the names of functions unless a profile is
// to tell them.
func linkFlags(names bool) string {
	if names {
		return "-w"
	}
	return "-s -w"
}

// compileProgram builds one program and returns its bytes, which depend on the
// sources alone: not on the folder, the time or the state of git.
func compileProgram(ctx context.Context, root, dir string, lines bool, pkg string, flags ...string) ([]byte, error) {
	out := filepath.Join(dir, filepath.Base(pkg)+".wasm")
	program, err := goBuild(ctx, root, out, []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, append(flags, pkg)...)
	if err != nil {
		return nil, err
	}
	return repack(program, lines)
}

// goBuild builds a program into out and returns its bytes.
func goBuild(ctx context.Context, root, out string, env []string, args ...string) ([]byte, error) {
	args = append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags", linkFlags(false), "-o", out}, args...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	if report, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("compiling %s: %w\n%s", args[len(args)-1], err, report)
	}
	return os.ReadFile(out)
}

// wasmExec reads the script that runs Go programs, of the Go version that
// compiles them.
func wasmExec(ctx context.Context, root string) ([]byte, error) {
	goroot, err := goEnv(ctx, root, "GOROOT")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
}

// goEnv asks the go command for one of its settings.
func goEnv(ctx context.Context, root, name string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", "env", name)
	cmd.Dir = root
	value, err := cmd.Output()
	if err != nil {
		return "", wrap("go env "+name, err)
	}
	return string(bytes.TrimSpace(value)), nil
}
