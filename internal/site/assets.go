package site

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
)

// assets are the sources that need no compiler.
type assets struct {
	wasmExec []byte // Go's wasm_exec.js
	boot     []byte // web/boot.js
	selfTest []byte // web/selftest.js
	worker   []byte // web/engine-worker.js
	service  []byte // web/service-worker.js, a template
	page     []byte // web/index.html, a template
	css      []byte // all of web/css, in the order of their names
	icons    []File // web/icons
	licences []byte // of all that the programs contain
	start    []byte // web/START.txt, for those who unpack a release
}

func readAssets(ctx context.Context, root string) (assets, error) {
	web := filepath.Join(root, "web")
	var a assets
	var err error
	if a.wasmExec, err = wasmExec(ctx, root); err != nil {
		return a, err
	}
	for name, into := range map[string]*[]byte{
		"boot.js":           &a.boot,
		"selftest.js":       &a.selfTest,
		"engine-worker.js":  &a.worker,
		"service-worker.js": &a.service,
		"index.html":        &a.page,
		"START.txt":         &a.start,
	} {
		if *into, err = os.ReadFile(filepath.Join(web, filepath.FromSlash(name))); err != nil {
			return a, err
		}
	}
	if a.css, err = concatenate(filepath.Join(web, "css", "*.css")); err != nil {
		return a, err
	}
	if a.licences, err = licences(ctx, root); err != nil {
		return a, err
	}
	a.icons, err = readIcons(filepath.Join(web, "icons"))
	return a, err
}

// icon returns an icon by its path, nil if there is no such icon.
func (a assets) icon(path string) []byte {
	for _, f := range a.icons {
		if f.Path == path {
			return f.Body
		}
	}
	return nil
}

// concatenate joins files in the order of their names.
func concatenate(pattern string) ([]byte, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var all bytes.Buffer
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all.Write(b)
	}
	return all.Bytes(), nil
}

func readIcons(dir string) ([]File, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil {
		return nil, err
	}
	var icons []File
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		icons = append(icons, File{Path: "icons/" + filepath.Base(name), Body: b})
	}
	return icons, nil
}
