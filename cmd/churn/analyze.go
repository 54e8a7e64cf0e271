package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/engine/local"
	"churnbench/analysis/figure"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

var analyzeVerb = verb{
	name: "analyze", args: "FILE --out DIR",
	about: "segments, customer value and retention of an order export",
	run:   runAnalyze,
}

// An analyzeCall is what the person asked for.
type analyzeCall struct {
	file, out string
	lang      locale.Lang
	want      ingest.Format
	columns   map[ingest.Role]*string // by name or number; "" as detected
	refunds   ingest.RefundRule       // "" as proposed
	from, to  analysis.Day            // 0 leaves a side open
	value     clv.Options
	window    int
}

func runAnalyze(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseAnalyze(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{err, call.lang}
	}
	return nil
}

func (c *analyzeCall) run(ctx context.Context, out io.Writer) error {
	src, file, err := openFile(c.file)
	if err != nil {
		return err
	}
	defer file.Close()
	e := local.New(func(uint32) (ingest.Source, error) { return src, nil }, i18n.Word)
	return c.analyze(ctx, e, out)
}

func parseAnalyze(args []string, errs io.Writer) (*analyzeCall, error) {
	fs := flag.NewFlagSet("churn analyze", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &analyzeCall{columns: map[ingest.Role]*string{}}
	fs.StringVar(&c.out, "out", "churn-out", "directory for figures, tables and summary.json")
	lang := fs.String("lang", string(language()), "language of figures and messages: en or zh")
	for _, role := range []ingest.Role{ingest.Customer, ingest.Date, ingest.Amount, ingest.Quantity, ingest.Price} {
		c.columns[role] = fs.String(string(role), "", "column of the "+string(role)+", by name or by number from 1 (default: detected)")
	}
	format := declareFormat(fs)
	refunds := choice(fs, "refunds", "amounts of zero or less", string(ingest.ExcludeRefunds), string(ingest.KeepZero), string(ingest.KeepRefunds))
	from := day(fs, "from", "first day that counts")
	to := day(fs, "to", "last day that counts, where the observation ends")
	end := day(fs, "calibration-end", "last day of the calibration window (default: half of the observation)")
	fs.IntVar(&c.value.Horizon, "horizon", 12, "months ahead for customer lifetime value")
	fs.Float64Var(&c.value.DiscountRate, "discount", 0.10, "discount rate per year")
	fs.Float64Var(&c.value.Margin, "margin", 1, "margin as a share of revenue")
	fs.IntVar(&c.window, "window", 0, "days of silence that count as lapsed (default: proposed from the data)")
	rest, err := parse(fs, args)
	if err != nil {
		return nil, err
	}
	if len(rest) != 1 {
		fmt.Fprintln(errs, "churn analyze: name one file")
		return nil, errUsage
	}
	c.file, c.lang, c.want, c.refunds = rest[0], locale.Parse(*lang), format.format(), ingest.RefundRule(*refunds)
	c.from, c.to, c.value.CalibrationEnd = *from, *to, *end
	return c, nil
}

// analyze runs the whole main job and writes what came of it.
func (c *analyzeCall) analyze(ctx context.Context, e engine.Engine, out io.Writer) error {
	preview, err := e.Preview(ctx, engine.PreviewRequest{Want: c.want})
	if err != nil {
		return err
	}
	load, err := c.loadRequest(preview)
	if err != nil {
		return err
	}
	printReading(out, c.lang, preview, load)
	s := summary{Reading: reading{load.Files[0].Format, load.Files[0].Mapping, load.Rules}}
	if s.Dataset, err = e.Load(ctx, load); err != nil {
		return err
	}
	printDataset(out, c.lang, s.Dataset)
	figures, err := c.ask(ctx, e, &s)
	if err != nil {
		return err
	}
	printResults(out, c.lang, &s)
	return c.write(ctx, e, &s, figures)
}

// loadRequest puts the person's columns into the proposed mapping.
func (c *analyzeCall) loadRequest(p ingest.Preview) (engine.LoadRequest, error) {
	mapping := append(ingest.Mapping(nil), p.Mapping...)
	for role, name := range c.columns {
		if *name == "" {
			continue
		}
		i, err := findColumn(p.Columns, *name)
		if err != nil {
			return engine.LoadRequest{}, err
		}
		for j, r := range mapping {
			if r == role {
				mapping[j] = ingest.Ignore
			}
		}
		mapping[i] = role
	}
	rules := p.Rules
	if c.refunds != "" {
		rules.Refunds = c.refunds
	}
	if c.from != 0 {
		rules.From = c.from
	}
	if c.to != 0 {
		rules.To = c.to
	}
	return engine.LoadRequest{Files: []engine.FileRequest{{Format: p.Format, Mapping: mapping}}, Rules: rules, Doubts: p.Warnings}, nil
}

func findColumn(columns []ingest.Column, name string) (int, error) {
	names := make([]string, len(columns))
	for i, c := range columns {
		if strings.EqualFold(strings.TrimSpace(c.Name), strings.TrimSpace(name)) {
			return i, nil
		}
		names[i] = c.Name
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(columns) {
		return n - 1, nil
	}
	return 0, fmt.Errorf("no column %q; the file has %s", name, strings.Join(names, ", "))
}

// ask puts every question to the engine. A question that the data cannot
// answer leaves a reason in the summary and the others go on.
func (c *analyzeCall) ask(ctx context.Context, e engine.Engine, s *summary) ([]figure.Figure, error) {
	layout := figure.Layout{Lang: string(c.lang)}
	var figures []figure.Figure
	segments, err := e.Segments(ctx, engine.SegmentsRequest{Layout: layout})
	if err = s.note("segments", err); err != nil {
		return nil, err
	}
	s.Segments = segments.Result
	retention, err := e.Retention(ctx, engine.RetentionRequest{Window: c.window, Layout: layout})
	if err = s.note("retention", err); err != nil {
		return nil, err
	}
	s.Cohorts, s.Lapse = retention.Cohorts, retention.Lapse
	value, err := e.Value(ctx, engine.ValueRequest{Options: c.value, Layout: layout})
	if err = s.note("value", err); err != nil {
		return nil, err
	}
	s.Value = value.Result
	for _, f := range []figure.Figure{segments.Grid, segments.Bars, retention.Curve, retention.Survival,
		value.Distribution, value.Tracking, value.Calibration, value.Alive} {
		if f.SVG != "" {
			figures = append(figures, f)
		}
	}
	return figures, nil
}

// write puts figures, tables and the summary into the output directory.
func (c *analyzeCall) write(ctx context.Context, e engine.Engine, s *summary, figures []figure.Figure) error {
	if err := os.MkdirAll(c.out, 0o755); err != nil {
		return err
	}
	for _, f := range figures {
		if err := c.save(f.ID+".svg", []byte(figure.Standalone(f))); err != nil {
			return err
		}
	}
	for _, t := range []engine.TableName{engine.ExcludedTable, engine.SegmentsTable, engine.CustomersTable,
		engine.CohortsTable, engine.SurvivalTable, engine.CLVTable} {
		file, err := e.Export(ctx, engine.ExportRequest{Table: t, Lang: string(c.lang)})
		if err = s.note(string(t), err); err != nil {
			return err
		}
		if file.Name == "" {
			continue
		}
		if err := c.save(file.Name, file.Bytes); err != nil {
			return err
		}
	}
	body, err := s.json()
	if err != nil {
		return err
	}
	return c.save("summary.json", body)
}

func (c *analyzeCall) save(name string, body []byte) error {
	return os.WriteFile(filepath.Join(c.out, name), body, 0o644)
}

// openFile opens a file that can be read in any order. Pipes and devices cannot,
// and opening some of them would wait for ever.
func openFile(path string) (ingest.Source, io.Closer, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, err
	case info.IsDir():
		return nil, nil, analysis.Fail(analysis.BadInput, "cli.folder", analysis.Text("path", path)).Or("cli.folder.remedy")
	case !info.Mode().IsRegular():
		return nil, nil, analysis.Fail(analysis.BadInput, "cli.no-file", analysis.Text("path", path)).Or("cli.no-file.remedy")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return ingest.NewSource(filepath.Base(path), f, info.Size()), f, nil
}
