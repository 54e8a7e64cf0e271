// Package site builds what a host serves and what a person can carry: the
// static folder, the single file and the release archive.
//
// The way of a build, in the order of the files:
//
//	compile.go   two wasm programs, the page's and the engine's
//	trim.go      the copies of modules that they are built against
//	messages.go  what they say, packed
//	segments.go  their data, in few pieces
//	assets.go    scripts, styles and icons from web/, and Go's wasm_exec.js
//	pack.go      gzip (package deflate) and hashes; the version is a hash of everything
//	policy.go    what the browser is told to refuse
//	page.go      index.html and its configuration, for site and single file
//	offline.go   service worker and manifest
//	single.go    everything in one .html
//	licences.go  what may be passed on, and how
//	systems.go   the command line for three systems
//	dist.go      the release archive with checksums
//	size.go      sizes against their budgets
//
// All addresses are relative and all routes are hashes, so that one build works
// at any path of any host. go-app's own Handler is not used: it writes absolute
// addresses into the page, puts a content policy behind the scripts it should
// govern, drops the promise of go.run (and with it every crash), and cannot
// make a page that starts from a file. What go-app's Go code expects of its
// page, a dozen globals, web/boot.js provides.
package site

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Names of the files of a site that others refer to.
const (
	PageProgram   = "workbench.wasm.gz"
	EngineProgram = "engine.wasm.gz"
	SingleName    = "churnbench.html"
	SumsName      = "SHA256SUMS"
)

// A File is one file of a site.
type File struct {
	Path string // relative to the site's root, with slashes
	Body []byte
	Raw  []byte // what Body unpacks to, for the programs; else nil
}

// A Site is a complete build in memory.
type Site struct {
	Version string // hash of all files
	Files   []File // sorted by path, then the checksums of them all
	parts   parts
	options Options
}

// Options say how to build.
type Options struct {
	Root string // the repository; "" searches upwards from the working directory
	Dev  bool   // no service worker, reload on change, lines in stack traces
	Fast bool   // pack less tightly

	Names bool // the page's program tells the names of its functions, for profiles

	Gallery bool // with the page that shows every piece in every state; Dev has it too

	// Here leaves the other systems' command lines out of the release, for tests: each takes a
	// minute to compile.
	Here bool

	// Stamp makes another version of the same sources, for tests of updates.
	Stamp string
}

// Build compiles both programs and assembles the site.
func Build(ctx context.Context, o Options) (*Site, error) {
	root, err := findRoot(o.Root)
	if err != nil {
		return nil, err
	}
	programs, err := compile(ctx, root, o)
	if err != nil {
		return nil, err
	}
	assets, err := readAssets(ctx, root)
	if err != nil {
		return nil, err
	}
	if o.Stamp != "" {
		assets.css = append(assets.css, "/* "+o.Stamp+" */\n"...)
	}
	return assemble(parts{programs, assets}, o)
}

// parts are what a site is assembled from.
type parts struct {
	programs programs
	assets   assets
}

// assemble packs the parts and writes the files that depend on all others.
func assemble(p parts, o Options) (*Site, error) {
	s := &Site{parts: p, options: o}
	if err := s.addParts(); err != nil {
		return nil, err
	}
	s.Version = s.hash()
	if err := s.addPage(); err != nil {
		return nil, err
	}
	if err := s.addServiceWorker(); err != nil {
		return nil, err
	}
	s.sort()
	s.Files = append(s.Files, File{Path: SumsName, Body: checksums(s.Files)})
	return s, nil
}

// Write puts the site into a folder, which it empties first.
func (s *Site) Write(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for _, f := range s.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Body returns a file's content, nil if the site has no such file.
func (s *Site) Body(path string) []byte {
	for _, f := range s.Files {
		if f.Path == path {
			return f.Body
		}
	}
	return nil
}

// findRoot returns the repository's folder: where go.mod and web/ are.
func findRoot(from string) (string, error) {
	dir, err := filepath.Abs(from)
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		if exists(filepath.Join(dir, "go.mod")) && exists(filepath.Join(dir, "web")) {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("run this in the Churnbench repository: no go.mod and web/ found from here upwards")
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func wrap(what string, err error) error { return fmt.Errorf("%s: %w", what, err) }
