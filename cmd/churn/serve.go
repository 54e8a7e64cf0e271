package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"churnbench/internal/static"
)

var serveVerb = verb{
	name: "serve", args: "[DIR]",
	about: "serve a built site on this machine",
	run:   runServe,
}

func runServe(ctx context.Context, args []string, out, errs io.Writer) error {
	fs := flag.NewFlagSet("churn serve", flag.ContinueOnError)
	fs.SetOutput(errs)
	port := fs.Int("port", 8080, "port on 127.0.0.1; a free one is taken if it is in use")
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	dir, err := siteDir(rest)
	if err != nil {
		return err
	}
	l, err := static.Listen(*port)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Churnbench is at %s (Ctrl-C stops it)\n", static.URL(l, "/"))
	return static.Serve(ctx, l, static.Handler(os.DirFS(dir), "/"))
}

// siteDir is the folder that was named, or the site that was built here, or the one
// of the release that the program stands in.
func siteDir(named []string) (string, error) {
	if len(named) > 0 {
		_, err := os.Stat(named[0])
		return named[0], err
	}
	places := []string{"build/site", "site"}
	if self, err := os.Executable(); err == nil {
		places = append(places, filepath.Join(filepath.Dir(self), "..", "site"), filepath.Join(filepath.Dir(self), "site"))
	}
	for _, dir := range places {
		if _, err := os.Stat(filepath.Join(dir, "index.html")); err == nil {
			return dir, nil
		}
	}
	return "", fmt.Errorf("no site in %s: name its folder; `make site` builds one", strings.Join(places, ", "))
}
