package main

import (
	"context"
	"flag"
	"fmt"
	"io"
)

var lookVerb = verb{
	name: "look", args: "FILE…",
	about: "how files are written and what their columns are taken for",
	run:   runLook,
}

// runLook prints what a file is taken for, and what must be said before it can
// be read.
func runLook(ctx context.Context, args []string, out, errs io.Writer) error {
	fs := flag.NewFlagSet("churn look", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &readCall{}
	if err := c.parseRead(fs, args, errs); err != nil {
		return err
	}
	if err := c.lookOnly(ctx, out); err != nil {
		return spoken{error: err, lang: c.lang}
	}
	return nil
}

func (c *readCall) lookOnly(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	files, err := c.look(ctx, e)
	if err != nil {
		return err
	}
	for i := range files {
		printLook(out, c.lang, &files[i])
		printWarnings(out, c.lang, files[i].preview.Warnings)
	}
	if open := c.questions(files); open != "" {
		fmt.Fprintln(out, open)
	}
	return nil
}
