package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"churnbench/analysis/sample"
)

var sampleVerb = verb{
	name: "sample", args: "NAME",
	about: "write generated data whose truth is known",
	run:   runSample,
}

func runSample(_ context.Context, args []string, out, errs io.Writer) error {
	fs := flag.NewFlagSet("churn sample", flag.ContinueOnError)
	fs.SetOutput(errs)
	lang := fs.String("lang", string(language()), "language of headers and values: en or zh")
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		fmt.Fprintln(errs, "churn sample: name one of", strings.Join(sample.Keys(), ", "))
		return errUsage
	}
	src, truth, err := sample.Open(rest[0], *lang)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, io.NewSectionReader(src, 0, src.Size())); err != nil {
		return err
	}
	for _, t := range truth {
		fmt.Fprintf(errs, "%s = %g\n", t.Key, t.Value)
	}
	return nil
}
