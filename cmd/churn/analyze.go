package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"

	"churnbench/analysis/churn"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

var analyzeVerb = verb{
	name: "analyze", args: "FILE… --out DIR",
	about: "segments, customer value and retention of order exports",
	run:   runAnalyze,
}

// An analyzeCall is what the person asked for.
type analyzeCall struct {
	readCall
	out        string
	saveRecipe string // path; "" for none
	value      clv.Options
	window     int
}

func runAnalyze(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseAnalyze(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func (c *analyzeCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	return c.analyze(ctx, e, out)
}

func parseAnalyze(args []string, errs io.Writer) (*analyzeCall, error) {
	fs := flag.NewFlagSet("churn analyze", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &analyzeCall{}
	fs.StringVar(&c.out, "out", "churn-out", "directory for figures, tables and summary.json")
	fs.StringVar(&c.saveRecipe, "save-recipe", "", "file for a recipe that reads next month's export in the same way")
	end := declareValue(fs, &c.value)
	fs.IntVar(&c.window, "window", 0, "days of silence that count as lapsed (default: proposed from the data)")
	err := c.parseRead(fs, args, errs)
	c.value.CalibrationEnd = *end
	return c, err
}

// analyze runs the whole main job and writes what came of it.
func (c *analyzeCall) analyze(ctx context.Context, e engine.Engine, out io.Writer) error {
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	s := summary{Reading: read.reading, Dataset: read.dataset}
	if c.saveRecipe != "" {
		if err := saveRecipe(ctx, e, c.saveRecipe); err != nil {
			return err
		}
	}
	figures, err := c.ask(ctx, e, &s)
	if err != nil {
		return err
	}
	printResults(out, c.lang, &s)
	return c.write(ctx, e, &s, figures)
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
	cohorts, err := e.Cohorts(ctx, engine.CohortsRequest{Layout: layout})
	if err = s.note("cohorts", err); err != nil {
		return nil, err
	}
	survival, err := e.Survival(ctx, engine.SurvivalRequest{Lifetimes: engine.Lifetimes{Definition: churn.Definition{Window: c.window}}, Layout: layout})
	if err = s.note("survival", err); err != nil {
		return nil, err
	}
	s.Cohorts, s.Lapse = cohorts.Result, survival.Lapse
	value, err := e.Value(ctx, engine.ValueRequest{Options: c.value, Layout: layout})
	if err = s.note("value", err); err != nil {
		return nil, err
	}
	s.Value, s.Findings = value.Result, value.Findings
	for _, f := range []figure.Figure{segments.Grid, segments.Bars, cohorts.Curve, survival.Curve,
		value.Distribution, value.Tracking, value.Calibration, value.Alive, value.Future, value.Reliability} {
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
	if err := c.saveFigures(figures...); err != nil {
		return err
	}
	tables := []engine.TableName{engine.ExcludedTable, engine.SegmentsTable, engine.CustomersTable,
		engine.CohortsTable, engine.SurvivalTable, engine.CLVTable}
	if slices.ContainsFunc(s.Dataset.Files, func(f engine.FileReport) bool { return f.Match != nil }) {
		tables = append(tables, engine.UnmatchedTable)
	}
	for _, t := range tables {
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
	body, err := toJSON(s)
	if err != nil {
		return err
	}
	return c.save("summary.json", body)
}

// saveFigures writes those that there are.
func (c *analyzeCall) saveFigures(figures ...figure.Figure) error {
	for _, f := range figures {
		if f.SVG == "" {
			continue
		}
		if err := c.save(f.ID+".svg", []byte(figure.Standalone(f))); err != nil {
			return err
		}
	}
	return nil
}

func (c *analyzeCall) save(name string, body []byte) error {
	return os.WriteFile(filepath.Join(c.out, name), body, 0o644)
}
