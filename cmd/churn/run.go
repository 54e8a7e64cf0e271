package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/analysis/project"
	"churnbench/app/i18n"
)

var runVerb = verb{
	name: "run", args: "PROJECT.churn --data FILE…",
	about: "a saved project again, on the same data or on next month's",
	run:   runRun,
}

// A runCall is what the person asked for. Files are the data.
type runCall struct {
	readCall
	path    string // of the project
	out     string // directory; "" to write nothing
	project *engine.Project
}

// errDiffers says that the same data gave another digit; which one has been said.
var errDiffers = errors.New("differs")

func runRun(ctx context.Context, args []string, out, errs io.Writer) error {
	c, err := parseRun(args, errs)
	if err != nil {
		return err
	}
	if err := c.run(ctx, out); err != nil {
		return spoken{error: err, lang: c.lang}
	}
	return nil
}

func parseRun(args []string, errs io.Writer) (*runCall, error) {
	c := &runCall{}
	fs := flag.NewFlagSet("churn run", flag.ContinueOnError)
	fs.StringVar(&c.out, "out", "", "directory for figures, tables, summary.json and the project with what came of it")
	return c, c.parse(fs, args, errs)
}

// parse reads a call about a project: its path, then its data.
func (c *runCall) parse(fs *flag.FlagSet, args []string, errs io.Writer) error {
	fs.SetOutput(errs)
	lang := c.declareRead(fs)
	fs.Func("data", "a file of data; further ones may follow it", func(path string) error { c.add(path); return nil })
	err := eachArg(fs, args, func(arg string) {
		if c.path == "" {
			c.path = arg
		} else {
			c.add(arg)
		}
	})
	if err == nil && c.path == "" {
		fmt.Fprintln(errs, fs.Name()+": name a project")
		err = errUsage
	}
	c.settled()
	c.lang = locale.Parse(*lang)
	return err
}

// run reads the project and its data, puts the questions and compares.
func (c *runCall) run(ctx context.Context, out io.Writer) (err error) {
	if c.project, err = readProject(ctx, c.path); err != nil {
		return err
	}
	printProject(out, c.lang, c.project)
	e, done, err := c.openData(ctx)
	if err != nil {
		return err
	}
	defer done()
	r := rerun{runCall: c}
	if err := r.load(ctx, e, out); err != nil {
		return err
	}
	if r.now, err = e.Receipts(ctx, engine.ReceiptsRequest{Questions: r.questions}); err != nil {
		return err
	}
	same := r.print(out)
	if c.out != "" {
		if err := r.write(ctx, e); err != nil {
			return err
		}
	}
	if !same {
		return errDiffers
	}
	return nil
}

// openData opens the files of the call or, without any, those that the project holds.
func (c *runCall) openData(ctx context.Context) (engine.Engine, func(), error) {
	p := c.project
	switch {
	case p.Sample != "" && len(c.files) == 0:
		return local.New(func(uint32) (ingest.Source, error) { return nil, errors.New("no file") }, i18n.Word), func() {}, nil
	case len(c.files) == 0:
		for _, f := range p.Files {
			if f.Held == "" {
				return nil, nil, unsure{i18n.T(c.lang, "cli.run-data", analysis.Text("file", f.Name)) + "\n       --data " + quoted(f.Name)}
			}
			c.files = append(c.files, &fileCall{path: c.path, member: f.Held})
		}
	}
	e, done, err := c.open()
	if err != nil {
		return nil, nil, err
	}
	return e, done, c.inArchives(ctx, e)
}

// inArchives takes from an archive those files whose names the project knows.
func (c *runCall) inArchives(ctx context.Context, e engine.Engine) error {
	var paths []*fileCall
	for i, f := range c.files {
		members, err := e.Contents(ctx, engine.SourceRef{File: uint32(i + 1)})
		if err != nil {
			return c.about(f, err)
		}
		known := c.knownMembers(members)
		if f.member != "" || len(known) < 2 {
			paths = append(paths, f)
			if f.member == "" && len(known) == 1 {
				f.member = known[0]
			}
			continue
		}
		for _, m := range known {
			part := *f
			part.member = m
			paths = append(paths, &part)
		}
	}
	c.files = paths
	return nil
}

// knownMembers are the members of an archive that are called like a file of the project.
func (c *runCall) knownMembers(members []engine.Member) (paths []string) {
	for _, m := range members {
		for _, f := range c.project.Files {
			if len(members) > 1 && f.Name == m.Name {
				paths = append(paths, m.Member)
			}
		}
	}
	return paths
}

// A rerun is a project on data.
type rerun struct {
	*runCall
	read      loaded
	files     []engine.ProjectFile // of the data as they are now
	questions engine.Questions
	now       []engine.Receipt
	warnings  []analysis.Warning
}

// load reads the data as the project says, and makes its questions those of these data.
func (r *rerun) load(ctx context.Context, e engine.Engine, out io.Writer) (err error) {
	r.replay = r.project.Recipe
	if len(r.runCall.files) == 0 {
		r.read, err = r.sample(ctx, e, out)
	} else {
		r.read, err = r.readCall.read(ctx, e, out)
	}
	if err != nil {
		return err
	}
	r.questions, r.warnings = r.project.On(&r.read.dataset)
	again, err := r.describe(ctx, e, nil, false)
	if err != nil {
		return err
	}
	p, err := project.Read(again.Bytes)
	if err == nil {
		r.files = p.Files
	}
	return err
}

// sample reads the sample that a project is about, in the language that it was read in.
func (r *rerun) sample(ctx context.Context, e engine.Engine, out io.Writer) (loaded, error) {
	ref := engine.SourceRef{Sample: r.project.Sample, Lang: r.project.Lang}
	p, err := e.Preview(ctx, engine.PreviewRequest{Source: ref})
	if err != nil {
		return loaded{}, err
	}
	file := readFile{fileCall: &fileCall{path: r.project.Sample}, source: ref, preview: p, kind: p.Kind, mapping: p.Mapping}
	load := r.loadRequest([]readFile{file})
	d, err := e.Load(ctx, load)
	if err != nil {
		return loaded{}, err
	}
	printDataset(out, r.lang, d)
	return loaded{d, readingOf([]readFile{file}, load)}, nil
}

// describe writes the project as it is now.
func (r *rerun) describe(ctx context.Context, e engine.Engine, receipts []engine.Receipt, data bool) (engine.File, error) {
	p := *r.project
	p.Questions, p.Receipts = r.questions, receipts
	p.Saved, p.Program = time.Now().Format(time.RFC3339), program()
	return e.Project(ctx, engine.ProjectRequest{Project: p, Data: data})
}

// sameData reports whether the project was saved on these very files.
func (r *rerun) sameData() bool {
	if r.project.Sample != "" {
		return len(r.runCall.files) == 0
	}
	for _, f := range r.files {
		if !r.knows(f) {
			return false
		}
	}
	return len(r.files) == len(r.project.Files)
}

// knows reports whether a file is one of the project's.
func (r *rerun) knows(f engine.ProjectFile) bool {
	for _, was := range r.project.Files {
		if was.SHA256 == f.SHA256 {
			return true
		}
	}
	return false
}
