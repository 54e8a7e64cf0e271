package browser

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"churnbench/internal/chrome"
	"churnbench/internal/site"
)

// built is the site that every test opens; next is a newer version of it.
var built, next *site.Site

func TestMain(m *testing.M) {
	if os.Getenv(unpackedRelease) != "" { // there is a release, and no network
		os.Exit(m.Run())
	}
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func build() (err error) {
	if _, err := chrome.Find(); err != nil {
		return err
	}
	ctx := context.Background()
	if built, err = site.Build(ctx, site.Options{Fast: true, Here: true}); err != nil {
		return err
	}
	next, err = site.Build(ctx, site.Options{Fast: true, Stamp: "next", Gallery: true})
	return err
}

// filesOf returns a site's files, to be served or changed.
func filesOf(s *site.Site) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range s.Files {
		files[f.Path] = &fstest.MapFile{Data: f.Body}
	}
	return files
}

// without returns files less one.
func without(files fstest.MapFS, path string) fs.FS {
	fewer := fstest.MapFS{}
	for name, f := range files {
		if name != path {
			fewer[name] = f
		}
	}
	return fewer
}

// singleFile writes the single file and returns its file:// address.
func singleFile(t *testing.T) string { return single(t, built) }

// single does so of one of the two sites.
func single(t *testing.T, s *site.Site) string {
	t.Helper()
	html, err := s.Single()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), site.SingleName)
	if err := os.WriteFile(path, html, 0o644); err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(path)
}
