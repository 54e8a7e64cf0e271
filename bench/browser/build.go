package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// here is this command's folder.
func here(ctx context.Context) (string, error) {
	dir, err := output(exec.CommandContext(ctx, "go", "list", "-f", "{{.Dir}}", "churnbench/bench/browser"))
	return string(bytes.TrimSpace(dir)), err
}

// peers has npm bring the packages that the lock file pins, and returns their
// folder.
func peers(ctx context.Context, dir string) (string, error) {
	cmd := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
	cmd.Dir = dir
	_, err := output(cmd)
	return filepath.Join(dir, "node_modules"), err
}

// program compiles the engine's contestant as the product compiles its own, and
// returns it with the script that runs it.
func program(ctx context.Context, tmp string) (wasm, script []byte, err error) {
	out := filepath.Join(tmp, "engine.wasm")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", out, "churnbench/bench/browser/engine")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if _, err = output(cmd); err != nil {
		return nil, nil, err
	}
	if wasm, err = os.ReadFile(out); err != nil {
		return nil, nil, err
	}
	goroot, err := output(exec.CommandContext(ctx, "go", "env", "GOROOT"))
	if err != nil {
		return nil, nil, err
	}
	script, err = os.ReadFile(filepath.Join(string(bytes.TrimSpace(goroot)), "lib", "wasm", "wasm_exec.js"))
	return wasm, script, err
}

// output runs a command; what it complained of is part of the error.
func output(cmd *exec.Cmd) ([]byte, error) {
	var report bytes.Buffer
	cmd.Stderr = &report
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%v: %w\n%s", cmd.Args, err, report.Bytes())
	}
	return out, nil
}
