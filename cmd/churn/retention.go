package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/cohort"
	"churnbench/analysis/engine"
)

var retentionVerb = verb{
	name: "retention", args: "FILE…",
	about: "cohorts: who is still buying k periods later, and what they bring",
	run:   runRetention,
}

// A retentionCall is what the person asked for.
type retentionCall struct {
	readCall
	options cohort.Options
	by      string // "first", or a column of the customers by name or role
	show    cohort.Quantity
	json    string // path; "" for none
	csv     string // likewise, for the triangle
}

func runRetention(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseRetention(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseRetention(args []string, errs io.Writer) (*retentionCall, error) {
	fs := flag.NewFlagSet("churn retention", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &retentionCall{}
	o := &c.options
	fs.StringVar(&c.by, "by", "first", "what the customers of a cohort have in common: first (purchase), or a column of dates or texts known of customers, by its name or role")
	word(fs, "grain", "length of a period (default month)", &o.Grain, "month", cohort.Day, cohort.Week, cohort.Quarter, cohort.Year)
	word(fs, "clock", "whether periods are the calendar's or windows since each customer's first day", &o.Clock, "calendar", cohort.Rolling)
	word(fs, "method", "when a customer counts as retained: in the period, in it or later, or at any time in a bracket", &o.Method, "classic", cohort.Unbounded, cohort.Bracket)
	fs.Func("brackets", `bounds of the brackets of --method bracket, such as "1 4 7 13" (default 1 2 4 7 13)`, func(text string) error {
		bounds, ok := cohort.ParseBounds(text)
		if !ok {
			return errors.New("say two or more whole numbers that ascend")
		}
		o.Bounds = bounds
		return nil
	})
	fs.IntVar(&o.Periods, "periods", 0, "columns after period 0 (default: as many as the data have, at most 60)")
	fs.IntVar(&o.Values, "values", 0, "values of a column of texts that get a cohort of their own, the largest (default 12)")
	word(fs, "show", "what cells say: rate, customers, revenue, orders, or revenue per customer to date", &c.show, "rate", cohort.Count, cohort.Revenue, cohort.Orders, cohort.Worth)
	fs.StringVar(&c.json, "json", "", "file for the whole table with intervals, as JSON")
	fs.StringVar(&c.csv, "csv", "", "file for the triangle of what --show says, as CSV")
	return c, c.parseRead(fs, args, errs)
}

// word declares a flag that takes one of a few words, of which one, the zero value,
// is the default.
func word[T ~string](fs *flag.FlagSet, name, about string, to *T, zero string, others ...T) {
	choice(fs, name, about, func(w T) {
		*to = w
		if string(w) == zero {
			*to = ""
		}
	}, append([]T{T(zero)}, others...)...)
}

func (c *retentionCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	if err := c.group(read.dataset); err != nil {
		return err
	}
	answer, err := e.Cohorts(ctx, engine.CohortsRequest{Options: c.options})
	if err != nil {
		return err
	}
	printCohorts(out, c.lang, &answer.Result, c.show, read.dataset.Currency)
	return c.save(ctx, e, &answer.Result)
}

// group finds the column that cohorts are by.
func (c *retentionCall) group(d engine.Dataset) error {
	if strings.EqualFold(c.by, "first") {
		return nil
	}
	for i, k := range d.Kept {
		if !strings.EqualFold(k.Name, c.by) && !strings.EqualFold(string(k.Role), c.by) {
			continue
		}
		c.options.By, c.options.Column = cohort.Attribute, i
		if k.Dates() {
			c.options.By = cohort.SignUp
		}
		return nil
	}
	return analysis.Fail(analysis.BadInput, "cohort.no-column").Or("cohort.no-column.remedy")
}

// save writes the files that were asked for.
func (c *retentionCall) save(ctx context.Context, e engine.Engine, r *cohort.Result) error {
	if c.csv != "" {
		f, err := e.Export(ctx, engine.ExportRequest{Table: engine.TriangleTable, Quantity: c.show, Lang: string(c.lang)})
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.csv, f.Bytes, 0o644); err != nil {
			return err
		}
	}
	if c.json == "" {
		return nil
	}
	body, err := toJSON(r)
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}
