// Command wasmtest runs a test program that was compiled for js/wasm in a
// browser, so that nothing but Go and a browser is needed:
//
//	GOOS=js GOARCH=wasm go test -exec wasmtest ./analysis/...
//
// The go command starts it with the program and its arguments, in the package's
// folder. It serves the program on loopback to a headless browser, where
// harness.js runs it in a worker; files.go lends that worker the files of this
// machine, as node does for Go's own js/wasm tests.
package main

import (
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp"

	"churnbench/internal/chrome"
)

//go:embed harness.js
var harness []byte

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: go test -exec wasmtest …")
		os.Exit(2)
	}
	code, err := run(context.Background(), os.Args[1], os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "wasmtest:", err)
		os.Exit(2)
	}
	os.Exit(code)
}

// run runs the program to its end and returns its exit code.
func run(ctx context.Context, program string, args []string) (int, error) {
	exited := make(chan int, 1)
	handler, err := newHandler(program, args, exited)
	if err != nil {
		return 0, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	// Other programs of this machine do not know the path below which it serves.
	secret := "/" + rand.Text() + "/"
	go http.Serve(l, http.StripPrefix(strings.TrimSuffix(secret, "/"), handler))

	profile, err := os.MkdirTemp("", "wasmtest")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(profile)
	tab, stop, err := chrome.Start(ctx, profile)
	if err != nil {
		return 0, err
	}
	defer stop()
	if err := chromedp.Do(tab, chromedp.Navigate("http://"+l.Addr().String()+secret)); err != nil {
		return 0, err
	}
	select {
	case code := <-exited:
		return code, nil
	case <-tab.Done():
		return 0, fmt.Errorf("the browser ended: %w", context.Cause(tab))
	}
}

// newHandler serves the harness, the program and this machine's files.
func newHandler(program string, args []string, exited chan<- int) (http.Handler, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	start, err := json.Marshal(newStart(args))
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	serve := func(path, kind string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write(body)
		})
	}
	serve("/{$}", "text/html", []byte(`<!doctype html><link rel="icon" href="data:,"><script src="harness.js"></script>`))
	serve("/harness.js", "text/javascript", harness)
	serve("/start", "application/json", start)
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	})
	mux.HandleFunc("/program.wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, program)
	})
	mux.Handle("/files", newFiles())
	mux.HandleFunc("/exit", func(w http.ResponseWriter, r *http.Request) {
		code, err := strconv.Atoi(r.URL.Query().Get("code"))
		if err != nil {
			code = 2
		}
		exited <- code
	})
	return mux, nil
}

// A start is what the program is started with. Its environment is kept small:
// wasm_exec.js has room for 8 KB of it.
type start struct {
	Args []string          `json:"args"`
	Env  map[string]string `json:"env"`
	Dir  string            `json:"dir"`
}

func newStart(args []string) start {
	s := start{Args: args, Env: map[string]string{}}
	s.Dir, _ = os.Getwd() // go test sets it
	for _, name := range []string{"TMPDIR", "TZ", "CI"} {
		if v := os.Getenv(name); v != "" {
			s.Env[name] = v
		}
	}
	return s
}
