package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// A readCall is what the person asked to be read, and how.
type readCall struct {
	fileList
	rules  rulesCall
	lang   locale.Lang
	recipe string         // path; "" for none
	replay *ingest.Recipe // by which files are read unless recipe names another; nil for none

	fileless *bool // whether the call needs no file; nil for one that always does
}

// A loaded dataset, and how its files were understood.
type loaded struct {
	dataset engine.Dataset
	reading reading
}

// A readFile is a file as it is about to be read.
type readFile struct {
	*fileCall
	source  engine.SourceRef
	preview ingest.Preview
	kind    ingest.Kind
	mapping ingest.Mapping
}

// declareRead declares the flags about reading.
func (c *readCall) declareRead(fs *flag.FlagSet) *string {
	declareFiles(fs, &c.fileList)
	declareRules(fs, &c.rules)
	fs.StringVar(&c.recipe, "recipe", "", "a saved recipe, by which the files are read as they were before")
	return fs.String("lang", string(language()), "language of figures and messages: en or zh")
}

// parseRead reads a call's words: flags, and files between them.
func (c *readCall) parseRead(fs *flag.FlagSet, args []string, errs io.Writer) error {
	lang := c.declareRead(fs)
	fs.Usage = func() {
		fmt.Fprintf(errs, "Usage of %s:\nWhat is not said is detected. Flags about a file stand behind it; before the first file they are about all.\n", fs.Name())
		fs.PrintDefaults()
	}
	if err := eachArg(fs, args, c.add); err != nil {
		return err
	}
	if len(c.files) == 0 && (c.fileless == nil || !*c.fileless) {
		fmt.Fprintln(errs, fs.Name()+": name a file")
		return errUsage
	}
	c.settled()
	c.lang = locale.Parse(*lang)
	return nil
}

// open opens all files and returns an engine that can read them: file i is
// number i+1.
func (c *readCall) open() (e engine.Engine, done func(), err error) {
	var sources []ingest.Source
	var closers []io.Closer
	done = func() {
		for _, f := range closers {
			f.Close()
		}
	}
	for _, f := range c.files {
		src, closer, err := openFile(f.path)
		if err != nil {
			done()
			return nil, nil, err
		}
		sources, closers = append(sources, src), append(closers, closer)
	}
	return local.New(func(id uint32) (ingest.Source, error) { return sources[id-1], nil }, i18n.Word), done, nil
}

// read takes all files from bytes to a dataset and prints what they hold. What they
// leave open is asked before any of them is read.
func (c *readCall) read(ctx context.Context, e engine.Engine, out io.Writer) (loaded, error) {
	files, err := c.look(ctx, e)
	if err != nil {
		return loaded{}, err
	}
	for i := range files {
		printLook(out, c.lang, &files[i])
	}
	if open := c.questions(files); open != "" {
		return loaded{}, unsure{open}
	}
	load := c.loadRequest(files)
	dataset, err := e.Load(ctx, load)
	if err != nil {
		return loaded{}, err
	}
	printDataset(out, c.lang, dataset)
	return loaded{dataset, readingOf(files, load)}, nil
}

// look has every file looked at, and puts the person's columns in.
func (c *readCall) look(ctx context.Context, e engine.Engine) ([]readFile, error) {
	recipe, err := readRecipe(c.recipe)
	if err != nil {
		return nil, err
	}
	recipe = cmp.Or(recipe, c.replay)
	var files []readFile
	found := map[ingest.Role]bool{}
	for i, f := range c.files {
		file, err := c.lookAt(ctx, e, engine.SourceRef{File: uint32(i + 1), Member: f.member}, f, recipe)
		if err == nil {
			file.mapping, err = c.mapping(f, file.preview, found)
		}
		if err != nil {
			return nil, c.about(f, err)
		}
		file.settleFormat()
		files = append(files, file)
	}
	return files, c.missing(found, files[0].preview)
}

// lookAt looks at one file, or asks for the member if it holds several.
func (c *readCall) lookAt(ctx context.Context, e engine.Engine, ref engine.SourceRef, f *fileCall, recipe *ingest.Recipe) (readFile, error) {
	if f.member == "" {
		members, err := e.Contents(ctx, ref)
		if err != nil {
			return readFile{}, err
		}
		switch {
		case members[0].Project != nil:
			return readFile{}, unsure{i18n.T(c.lang, "cli.is-project", analysis.Text("file", f.path)) + "\n       churn run " + quoted(f.path)}
		case len(members) > 1:
			return readFile{}, c.whichMember(f, members)
		case members[0].Recipe != nil:
			return readFile{}, c.isRecipe(f)
		}
		ref.Member = members[0].Member
	}
	p, err := e.Preview(ctx, engine.PreviewRequest{Source: ref, Want: f.want, Kind: f.kind, Recipe: recipe, Today: today()})
	if err != nil {
		return readFile{}, err
	}
	kind := p.Kind
	if f.kind != "" {
		kind = f.kind
	}
	return readFile{fileCall: f, source: ref, preview: p, kind: kind}, nil
}

// settleFormat leaves to the reading what the preview found out by a column
// that the person has given another role since.
func (f *readFile) settleFormat() {
	format := &f.preview.Format
	for i, role := range f.mapping {
		if role == f.preview.Mapping[i] {
			continue
		}
		switch {
		case role.Holds() == ingest.DateType:
			format.Dates = f.want.Dates
		case role != ingest.Ignore && role.Holds() == ingest.NumberType:
			format.Decimal = f.want.Decimal
		}
	}
}

// request is how the file is asked to be read.
func (f *readFile) request() engine.FileRequest {
	return engine.FileRequest{Source: f.source, Kind: f.kind, Format: f.preview.Format, Mapping: f.mapping}
}

// loadRequest asks for all files. Rules are proposed by the first with orders.
func (c *readCall) loadRequest(files []readFile) engine.LoadRequest {
	req := engine.LoadRequest{}
	first := files[0]
	for i := len(files) - 1; i >= 0; i-- {
		if files[i].kind == ingest.Orders {
			first = files[i]
		}
	}
	for _, f := range files {
		req.Files = append(req.Files, f.request())
		req.Doubts = append(req.Doubts, f.preview.Warnings...)
	}
	req.Rules = c.rules.over(first.preview.Rules)
	return req
}

// about names the file that an error is about, where there are several.
func (c *readCall) about(f *fileCall, err error) error {
	if len(c.files) == 1 {
		return err
	}
	return spoken{error: err, lang: c.lang, file: f.path}
}

// readRecipe reads a saved recipe; nil for "".
func readRecipe(path string) (*ingest.Recipe, error) {
	if path == "" {
		return nil, nil
	}
	src, closer, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	text, err := io.ReadAll(io.NewSectionReader(src, 0, min(src.Size(), ingest.MaxRecipe+1)))
	if err != nil {
		return nil, err
	}
	return ingest.ParseRecipe(text)
}

// saveRecipe writes down how the dataset of e was read.
func saveRecipe(ctx context.Context, e engine.Engine, path string) error {
	f, err := e.Export(ctx, engine.ExportRequest{Table: engine.RecipeFile})
	if err != nil {
		return err
	}
	return os.WriteFile(path, f.Bytes, 0o644)
}

func today() analysis.Day {
	y, m, d := time.Now().Date()
	return analysis.Date(y, m, d)
}
