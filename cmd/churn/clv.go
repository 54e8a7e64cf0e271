package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
)

var clvVerb = verb{
	name: "clv", args: "FILE… | --verify [FILE]",
	about: "customer lifetime value: intervals, bake-off of models, fit doctor",
	run:   runCLV,
}

// A clvCall is what the person asked for.
type clvCall struct {
	readCall
	value     clv.Options
	json      string // path; "" for none
	bootstrap int    // replicates; 0 for the delta method alone
	seed      uint64
	cost      float64  // of winning one customer
	columns   []string // covariates, each a column's name, perhaps "=base"
	verify    bool
}

func runCLV(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseCLV(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseCLV(args []string, errs io.Writer) (*clvCall, error) {
	fs := flag.NewFlagSet("churn clv", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &clvCall{}
	end := declareValue(fs, &c.value)
	fs.StringVar(&c.json, "json", "", "file for parameters, intervals and the bake-off, as JSON")
	fs.IntVar(&c.bootstrap, "bootstrap", 0, "customers are drawn anew so many times for intervals (default: none, the delta method)")
	fs.Uint64Var(&c.seed, "seed", 1, "of the bootstrap: the same one gives the same digits")
	fs.BoolVar(&c.verify, "verify", false, "recompute published tables instead, with those of CDNOW if FILE is its sample")
	fs.Float64Var(&c.cost, "cac", 0, "what acquiring a customer costs, for what moves the value (default: nothing)")
	fs.Func("covariates", "columns that may matter to the model, with a comma between: region,channel=web compares with web", func(list string) error {
		c.columns = strings.Split(list, ",")
		return nil
	})
	c.fileless = &c.verify
	err := c.parseRead(fs, args, errs)
	c.value.CalibrationEnd = *end
	return c, err
}

// declareValue declares the flags about customer lifetime value.
func declareValue(fs *flag.FlagSet, o *clv.Options) (calibrationEnd *analysis.Day) {
	var models []string
	for _, f := range clv.Families() {
		models = append(models, f.Name)
	}
	choice(fs, "model", "model of purchases (default BG/NBD)", func(name string) { o.Model = name }, models...)
	fs.IntVar(&o.Horizon, "horizon", 12, "months ahead for customer lifetime value")
	fs.Float64Var(&o.DiscountRate, "discount", 0.10, "discount rate per year")
	fs.Float64Var(&o.Margin, "margin", 1, "margin as a share of revenue")
	return day(fs, "calibration-end", "last day of the calibration window (default: half of the observation)")
}

func (c *clvCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	var read loaded
	if len(c.files) > 0 {
		if read, err = c.read(ctx, e, out); err != nil {
			return err
		}
	}
	if c.verify {
		return c.check(ctx, e, out)
	}
	worth, err := c.ask(ctx, e)
	if err != nil {
		return err
	}
	worth.Dataset = read.dataset
	if len(c.columns) > 0 {
		if worth.Covariates, err = c.regress(ctx, e, &read.dataset); err != nil {
			return err
		}
	}
	printWorth(out, c.lang, worth)
	if c.json == "" {
		return nil
	}
	body, err := toJSON(worth)
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}

// A worth is every number that the verb prints, as its JSON holds it. Bakeoff and
// Bootstrap are nil where there is none; NoBakeoff then says why.
type worth struct {
	Dataset   engine.Dataset
	Value     clv.Result
	Findings  []clv.Finding
	Newcomer  clv.Newcomer
	Delta     clv.Intervals
	Bootstrap *clv.Intervals
	Bakeoff   *engine.Bakeoff
	NoBakeoff *analysis.Error

	Elasticities clv.Elasticities
	Covariates   *engine.Covariates // nil unless asked for
}

// ask puts the questions. A bake-off that the data cannot carry is no failure.
func (c *clvCall) ask(ctx context.Context, e engine.Engine) (*worth, error) {
	value, err := e.Value(ctx, engine.ValueRequest{Options: c.value})
	if err != nil {
		return nil, err
	}
	w := &worth{Value: value.Result, Findings: value.Findings, Newcomer: value.Newcomer, Delta: value.Intervals}
	drivers, err := e.Drivers(ctx, engine.DriversRequest{Options: c.value, Cost: c.cost})
	if err != nil {
		return nil, err
	}
	w.Elasticities = drivers.Result
	if c.bootstrap != 0 {
		drawn, err := e.Bootstrap(ctx, engine.BootstrapRequest{Options: c.value, Replicates: c.bootstrap, Seed: c.seed})
		if err != nil {
			return nil, err
		}
		w.Bootstrap = &drawn
	}
	bakeoff, err := e.Bakeoff(ctx, engine.BakeoffRequest{Options: c.value})
	switch {
	case err == nil:
		w.Bakeoff = &bakeoff
	case errors.As(err, &w.NoBakeoff) && w.NoBakeoff.Kind == analysis.NotEnough:
	default:
		return nil, err
	}
	return w, nil
}

// intervals are the bootstrap's where there are any.
func (w *worth) intervals() *clv.Intervals {
	if w.Bootstrap != nil {
		return w.Bootstrap
	}
	return &w.Delta
}
