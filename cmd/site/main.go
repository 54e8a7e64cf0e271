// Command site builds and serves Churnbench.
//
//	site build  [-out build/site]            the static folder
//	site single [-out build/churnbench.html] everything in one page
//	site serve  [-dir build/site]            serves the folder on this machine
//	site dev                                 rebuilds and reloads on change
//	site dist   [-out dist]                  the release archive with checksums
//	site size                                sizes against their budgets
//	site browsers                            finds the tests' browsers, or installs them
//	site screenshots [-out docs/screenshots] the pictures of the documents
//	site measure                             what a person waits for, in a browser
//	site profile                             what the page's thread does meanwhile
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

// A verb is one thing to do, with flags of its own.
type verb func(ctx context.Context, w io.Writer, flags *flag.FlagSet, args []string) error

var verbs = map[string]verb{
	"build":  build,
	"single": single,
	"serve":  serve,
	"dev":    dev,
	"dist":   dist,
	"size":   size,

	"browsers":    findBrowsers,
	"screenshots": screenshots,
	"measure":     measure,
	"profile":     profile,
}

func run(ctx context.Context, w io.Writer, args []string) error {
	if len(args) == 0 || verbs[args[0]] == nil {
		return fmt.Errorf("say one of build, single, serve, dev, dist, size, browsers, screenshots, measure, profile")
	}
	return verbs[args[0]](ctx, w, flag.NewFlagSet(args[0], flag.ContinueOnError), args[1:])
}
