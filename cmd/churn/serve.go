package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

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
	dir := "build/site"
	if len(rest) > 0 {
		dir = rest[0]
	}
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("%w; `make site` builds the site", err)
	}
	l, err := static.Listen(*port)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Churnbench is at %s (Ctrl-C stops it)\n", static.URL(l, "/"))
	return static.Serve(ctx, l, static.Handler(os.DirFS(dir), "/"))
}
