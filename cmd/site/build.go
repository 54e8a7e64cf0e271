package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"churnbench/internal/chrome"
	"churnbench/internal/firefox"
	"churnbench/internal/site"
)

// build writes the static folder.
func build(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	out := flags.String("out", "build/site", "folder to write; it is emptied first")
	fast := flags.Bool("fast", false, "pack less tightly")
	names := flags.Bool("names", false, "keep the names of the page's functions, for a profile in the browser's tools")
	if err := flags.Parse(args); err != nil {
		return err
	}
	began := time.Now()
	s, err := site.Build(ctx, site.Options{Fast: *fast, Names: *names})
	if err != nil {
		return err
	}
	if err := s.Write(*out); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: version %s, %d files, %.1f s\n", *out, s.Version, len(s.Files), time.Since(began).Seconds())
	return nil
}

// single writes the single file.
func single(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	out := flags.String("out", "build/"+site.SingleName, "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, err := site.Build(ctx, site.Options{})
	if err != nil {
		return err
	}
	html, err := s.Single()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(*out), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(*out, html, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: version %s, %.1f MB\n", *out, s.Version, float64(len(html))/1e6)
	return nil
}

// dist writes the release archive.
func dist(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	out := flags.String("out", "dist", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, err := site.Build(ctx, site.Options{})
	if err != nil {
		return err
	}
	name, err := s.Dist(ctx, *out)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, name)
	return nil
}

// size prints sizes and fails when one is over its budget.
func size(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, err := site.Build(ctx, site.Options{})
	if err != nil {
		return err
	}
	return s.PrintSizes(w)
}

// findBrowsers prints which browsers the tests will use. Where one is missing, it
// installs it if it can: once, before tests that run side by side all try. Without
// Firefox its test is skipped.
func findBrowsers(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return err
	}
	path, err := chrome.Find()
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "browser:", path)
	if err := firefox.Install(); err != nil {
		fmt.Fprintln(w, "without Firefox:", err)
		return nil
	}
	path, err = firefox.Find()
	fmt.Fprintln(w, "browser:", path)
	return err
}
