package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

var projectVerb = verb{
	name: "project", args: "PROJECT.churn",
	about: "what a saved project holds",
	run:   runProject,
}

func runProject(ctx context.Context, args []string, out, errs io.Writer) error {
	fs := flag.NewFlagSet("churn project", flag.ContinueOnError)
	fs.SetOutput(errs)
	lang := fs.String("lang", string(language()), "language of messages: en or zh")
	paths, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(paths) != 1 {
		fmt.Fprintln(errs, "churn project: name one project")
		return errUsage
	}
	said := locale.Parse(*lang)
	p, err := readProject(ctx, paths[0])
	if err != nil {
		return spoken{error: err, lang: said}
	}
	printProject(out, said, p)
	printAsked(out, said, p)
	return nil
}

// readProject reads a project, with or without data held in it.
func readProject(ctx context.Context, path string) (*engine.Project, error) {
	src, closer, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	e := local.New(func(uint32) (ingest.Source, error) { return src, nil }, i18n.Word)
	members, err := e.Contents(ctx, engine.SourceRef{File: 1})
	var said *analysis.Error
	if err != nil && !errors.As(err, &said) {
		return nil, err
	}
	if err != nil {
		return nil, said
	}
	if p := members[0].Project; p != nil {
		return p, nil
	}
	return nil, analysis.Fail(analysis.BadInput, "project.foreign").Or("project.remedy")
}

// printProject says what a project is about.
func printProject(w io.Writer, lang locale.Lang, p *engine.Project) {
	row := rows(w, lang)
	known := func(key i18n.Key, value string) {
		if value != "" {
			row(key, value)
		}
	}
	known("cli.project", p.Name)
	known("cli.project-saved", p.Saved)
	known("cli.project-program", p.Program)
	if p.Sample != "" {
		row("cli.project-sample", i18n.T(lang, i18n.Key("sample."+p.Sample+".name")))
	}
	if p.First.Valid() && p.End > p.First {
		row("cli.period", lang.Date(p.First)+" – "+lang.Date(p.End))
	}
	for _, f := range p.Files {
		held := ""
		if f.Held != "" {
			held = " · " + i18n.T(lang, "cli.project-held")
		}
		row("cli.file", fmt.Sprintf("%s · %s%s", f.Name, lang.Bytes(f.Size), held))
		known("cli.project-hash", f.SHA256)
	}
	if n := len(p.Report.Blocks); n > 0 {
		row("cli.project-report", i18n.T(lang, "cli.project-blocks", analysis.Count("blocks", n)))
	}
	known("cli.project-notes", p.Notes)
	row("", "")
}

// printAsked lists the questions, with what came of them when the project was saved.
func printAsked(w io.Writer, lang locale.Lang, p *engine.Project) {
	for _, r := range receiptsOf(p) {
		fmt.Fprintln(w, questionName(lang, r.Question))
		printHeadlines(w, lang, "", r, engine.Receipt{})
	}
}

// receiptsOf are those of a project or, of one without, an empty one for each question.
func receiptsOf(p *engine.Project) []engine.Receipt {
	if len(p.Receipts) > 0 {
		return p.Receipts
	}
	var list []engine.Receipt
	for _, name := range askedIn(&p.Questions) {
		list = append(list, engine.Receipt{Question: name})
	}
	return list
}
