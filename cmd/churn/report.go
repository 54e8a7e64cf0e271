package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app"
	"churnbench/app/i18n"
)

var reportVerb = verb{
	name: "report", args: "PROJECT.churn --data FILE…",
	about: "the report of a saved project as one HTML page",
	run:   runReport,
}

func runReport(ctx context.Context, args []string, out, errs io.Writer) error {
	c, err := parseReport(args, errs)
	if err != nil {
		return err
	}
	if err := c.report(ctx, out); err != nil {
		return spoken{error: err, lang: c.lang}
	}
	return nil
}

// parseReport reads a call. Without --lang the report is in the language of the page that
// saved the project: so are the person's own words in it.
func parseReport(args []string, errs io.Writer) (*reportCall, error) {
	c := &reportCall{}
	fs := flag.NewFlagSet("churn report", flag.ContinueOnError)
	fs.StringVar(&c.out, "out", "report.html", "file to write")
	err := c.parse(fs, args, errs)
	fs.Visit(func(f *flag.Flag) { c.said = c.said || f.Name == "lang" })
	return c, err
}

// A reportCall is what the person asked for; out is the file.
type reportCall struct {
	runCall
	said bool // the language was
}

// report reads the project and its data, and writes what the page would.
func (c *reportCall) report(ctx context.Context, out io.Writer) (err error) {
	if c.project, err = readProject(ctx, c.path); err != nil {
		return err
	}
	printProject(out, c.lang, c.project)
	e, done, err := c.openData(ctx)
	if err != nil {
		return err
	}
	defer done()
	r := rerun{runCall: &c.runCall}
	if err := r.load(ctx, e, out); err != nil {
		return err
	}
	r.printData(out)
	page, err := c.write(ctx, e, &r)
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.out, []byte(page.HTML), 0o644); err != nil {
		return err
	}
	for _, what := range page.Missing {
		fmt.Fprintf(out, "%s: %s\n", i18n.T(c.lang, "cli.report-missing"), what)
	}
	fmt.Fprintln(out, i18n.T(c.lang, "cli.report-written", analysis.Text("file", c.out), analysis.Text("bytes", c.lang.Bytes(int64(len(page.HTML))))))
	return nil
}

// write writes the page. The screens put several questions at once, the engine takes one at
// a time: between them is the same wire as in a browser.
func (c *reportCall) write(ctx context.Context, e engine.Engine, r *rerun) (app.Written, error) {
	here, there := engine.Pipe()
	defer here.Close()
	go engine.Serve(ctx, there, e)
	lang := c.lang
	if !c.said && c.project.Lang != "" {
		lang = locale.Parse(c.project.Lang)
	}
	client := engine.NewClient(here)
	defer client.Close()
	return app.Write(ctx, app.Paper{Engine: client, Dataset: r.read.dataset, Project: c.project, Files: r.files, Lang: lang,
		Version: strings.TrimPrefix(program(), "churn ")})
}
