package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"churnbench/internal/static"
)

// serve serves a built folder and prints its address.
func serve(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error {
	dir := flags.String("dir", "build/site", "folder to serve")
	port := flags.Int("port", 8080, "port on 127.0.0.1; a free one is taken if it is in use")
	prefix := flags.String("path", "/", "path to serve it at")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if _, err := os.Stat(*dir); err != nil {
		return fmt.Errorf("%w; `make site` builds it", err)
	}
	at := "/" + strings.Trim(*prefix, "/") + "/"
	if at == "//" {
		at = "/"
	}
	l, err := static.Listen(*port)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Churnbench is at %s (Ctrl-C stops it)\n", static.URL(l, at))
	return static.Serve(ctx, l, static.Handler(os.DirFS(*dir), at))
}
