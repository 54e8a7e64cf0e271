package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/engine"
	"churnbench/analysis/survival"
)

var survivalVerb = verb{
	name: "survival", args: "FILE… [--group COLUMN]",
	about: "how long customers stay, by group, and what goes with leaving",
	run:   runSurvival,
}

// A survivalCall is what the person asked for.
type survivalCall struct {
	readCall
	req   engine.SurvivalRequest
	group string // column, "tier", or "" for none
	cox   string // columns, parted by commas; "" for no regression
	ties  survival.Ties
	json  string // path; "" for none
	out   string // directory; "" for none
}

func runSurvival(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseSurvival(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseSurvival(args []string, errs io.Writer) (*survivalCall, error) {
	fs := flag.NewFlagSet("churn survival", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &survivalCall{}
	l := &c.req.Lifetimes
	choice(fs, "basis", "what the durations are made of (default: what the files hold)", func(b engine.Basis) { l.Basis = b },
		engine.OnOrders, engine.OnContracts, engine.OnTenures)
	fs.IntVar(&l.Definition.Window, "window", 0, "of orders: days of silence that count as lost (default: proposed from the data)")
	fs.IntVar(&l.Rule.Gap, "gap", 0, "of contracts: days that may pass until the next one")
	since := day(fs, "since", "of contracts: first day on which the book knows of everybody who leaves (default: always)")
	fs.StringVar(&c.group, "group", "", "column to compare groups by, or tier")
	choice(fs, "interval", "kind of interval (default log-log)", func(i string) { c.req.Interval = intervals[i] }, "log-log", "log", "plain")
	fs.Float64Var(&c.req.Level, "level", survival.DefaultLevel, "confidence level of the intervals")
	fs.Float64Var(&c.req.Horizon, "tau", 0, "time within which means are taken (default: the longest that all groups can carry)")
	fs.StringVar(&c.cox, "cox", "", "columns for a Cox regression, parted by commas; all for a first choice")
	choice(fs, "ties", "how the regression takes events at the same time (default efron)", func(t string) { c.ties = ties[t] }, "efron", "breslow", "exact")
	fs.StringVar(&c.json, "json", "", "file for every number, as JSON")
	fs.StringVar(&c.out, "out", "", "directory for tables and figures")
	err := c.parseRead(fs, args, errs)
	l.Rule.Since = *since
	return c, err
}

// intervals and ties are the words for them on the command line.
var (
	intervals = map[string]survival.Interval{"log-log": survival.LogLog, "log": survival.Log, "plain": survival.Plain}
	ties      = map[string]survival.Ties{"efron": survival.Efron, "breslow": survival.Breslow, "exact": survival.Exact}
)

func (c *survivalCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	lived, err := c.ask(ctx, e)
	if err != nil {
		return err
	}
	lived.Dataset = read.dataset
	printLived(out, c.lang, lived)
	if err := c.save(ctx, e, lived); err != nil {
		return err
	}
	return c.writeJSON(lived)
}

// A lived is every number that the verb prints, as its JSON holds it. Hazards is nil
// without a regression.
type lived struct {
	Dataset   engine.Dataset
	Lifetimes engine.Lifetimes
	Study     survival.Study
	Lapse     survival.LapseResult
	Warnings  []analysis.Warning
	Hazards   *survival.CoxFit

	survival engine.Survival
	hazards  engine.Hazards
}

// ask puts the questions. Columns are named by the person; the engine is asked for them
// first, as they depend on the basis.
func (c *survivalCall) ask(ctx context.Context, e engine.Engine) (*lived, error) {
	c.req.Layout.Lang = string(c.lang)
	answer, err := e.Survival(ctx, c.req)
	if err != nil {
		return nil, err
	}
	if c.group != "" {
		if c.req.Group, err = grouping(answer.Attributes, c.group); err != nil {
			return nil, err
		}
		if answer, err = e.Survival(ctx, c.req); err != nil {
			return nil, err
		}
	}
	l := &lived{Lifetimes: answer.Lifetimes, Study: answer.Study, Lapse: answer.Lapse, Warnings: answer.Warnings, survival: answer}
	if c.cox == "" {
		return l, nil
	}
	req := engine.HazardsRequest{Lifetimes: c.req.Lifetimes, Ties: c.ties, Level: c.req.Level, Layout: c.req.Layout}
	if req.Columns, err = columnsOf(answer.Attributes, c.cox); err != nil {
		return nil, err
	}
	if l.hazards, err = e.Hazards(ctx, req); err != nil {
		return nil, err
	}
	l.Hazards = &l.hazards.Fit
	return l, nil
}

// grouping finds what to group by.
func grouping(list []engine.Attribute, name string) (engine.Grouping, error) {
	i, err := attributeNamed(list, name)
	if err != nil && strings.EqualFold(name, string(engine.ByTier)) {
		return engine.Grouping{By: engine.ByTier}, nil
	}
	return engine.Grouping{By: engine.ByColumn, Column: i}, err
}

// columnsOf finds columns by a list of names; nil for all of a first choice.
func columnsOf(list []engine.Attribute, names string) (columns []int, err error) {
	if names == "all" {
		return nil, nil
	}
	for name := range strings.SplitSeq(names, ",") {
		i, err := attributeNamed(list, name)
		if err != nil {
			return nil, err
		}
		columns = append(columns, i)
	}
	return columns, nil
}

func attributeNamed(list []engine.Attribute, name string) (int, error) {
	var names []string
	for i, a := range list {
		if strings.EqualFold(strings.TrimSpace(a.Name), strings.TrimSpace(name)) {
			return i, nil
		}
		names = append(names, a.Name)
	}
	return 0, fmt.Errorf("nothing is known of customers by the name of %q; there is %s", name, strings.Join(names, ", "))
}

// save writes tables and figures into the output directory.
func (c *survivalCall) save(ctx context.Context, e engine.Engine, l *lived) error {
	if c.out == "" {
		return nil
	}
	a := &analyzeCall{readCall: c.readCall, out: c.out}
	if err := os.MkdirAll(c.out, 0o755); err != nil {
		return err
	}
	if err := a.saveFigures(l.survival.Curve, l.survival.Causes, l.hazards.Forest); err != nil {
		return err
	}
	tables := []engine.TableName{engine.SurvivalTable, engine.IncidenceTable}
	if l.Hazards != nil {
		tables = append(tables, engine.HazardsTable)
	}
	for _, t := range tables {
		file, err := e.Export(ctx, engine.ExportRequest{Table: t, Lang: string(c.lang)})
		var said *analysis.Error
		switch {
		case errors.As(err, &said) && said.Kind == analysis.NotEnough:
			continue // causes are not told apart
		case err != nil:
			return err
		}
		if err := a.save(file.Name, file.Bytes); err != nil {
			return err
		}
	}
	return nil
}

func (c *survivalCall) writeJSON(l *lived) error {
	if c.json == "" {
		return nil
	}
	body, err := toJSON(l)
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}
