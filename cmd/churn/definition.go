package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"strconv"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/figure"
)

var definitionVerb = verb{
	name: "definition", args: "FILE… --compare DEF",
	about: "when a customer counts as lost: windows that the data propose, their errors, a ledger",
	run:   runDefinition,
}

// A definitionCall is what the person asked for.
type definitionCall struct {
	readCall
	first    wording
	compare  []wording
	tiers    []churn.Tier
	followup int
	weights  churn.Weights
	since    *analysis.Day // of the ledger; 0 leaves a side as it is
	on       *analysis.Day
	json     string // path; "" for none
}

func runDefinition(ctx context.Context, args []string, out, errs io.Writer) error {
	call, err := parseDefinition(args, errs)
	if err != nil {
		return err
	}
	if err := call.run(ctx, out); err != nil {
		return spoken{error: err, lang: call.lang}
	}
	return nil
}

func parseDefinition(args []string, errs io.Writer) (*definitionCall, error) {
	fs := flag.NewFlagSet("churn definition", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &definitionCall{}
	fs.IntVar(&c.first.Window, "window", 0, "days of silence that count as lost (default: proposed from the data)")
	fs.Func("define", "what counts as lost: days of silence, as 90; decline, decline:0.5 or decline:0.5:90/180, with :spend to compare amounts; "+
		"ended:COLUMN for a column of dates, ended:COLUMN=VALUE,VALUE for one of states; several parts joined by ' or ' or ' and '; "+
		"or a preset: "+strings.Join(presetKeys(), ", "), func(s string) error {
		window := c.first.Window
		var err error
		if c.first, err = parseWording(s); err == nil && c.first.Window == 0 {
			c.first.Window = window
		}
		return err
	})
	fs.Func("compare", "another definition to hold against the first, written as --define is; may be given several times", func(s string) error {
		w, err := parseWording(s)
		c.compare = append(c.compare, w)
		return err
	})
	fs.Func("tiers", "shares of customers by revenue, the best first, and what each weighs (default: its revenue), as 0.2:3,0.8:1", func(s string) (err error) {
		c.tiers, err = parseTiers(s)
		return err
	})
	fs.IntVar(&c.followup, "followup", 0, "days for which windows tried on a past day are watched (default: a year, at most half the data)")
	fs.Func("weights", "what the errors cost: calling a customer lost who returns, against calling one alive who is gone (default 1:1)", func(s string) (err error) {
		c.weights, err = parseWeights(s)
		return err
	})
	c.since = day(fs, "since", "first day of the ledger's churn rate (default: a year before, at most half the data)")
	c.on = day(fs, "on", "day on which the ledger counts (default: the observation end)")
	fs.StringVar(&c.json, "json", "", "file for all numbers, as JSON")
	return c, c.parseRead(fs, args, errs)
}

// A wording is a definition as a person types it: a column still has its name.
type wording struct {
	churn.Definition
	column string // of an explicit end
}

// parseWording reads a definition.
func parseWording(s string) (w wording, err error) {
	for _, p := range churn.Presets() {
		if p.Key == s && p.Definition.Kind != churn.Explicit {
			return wording{Definition: p.Definition}, nil
		}
	}
	parts, all := strings.Split(s, " or "), false
	if and := strings.Split(s, " and "); len(and) > 1 {
		if len(parts) > 1 {
			return w, errors.New("join parts by ' or ' alone or by ' and ' alone")
		}
		parts, all = and, true
	}
	for _, part := range parts {
		kind, err := w.parsePart(strings.TrimSpace(part))
		if err != nil {
			return w, err
		}
		w.Kind, w.Parts = kind, append(w.Parts, kind)
	}
	if len(w.Parts) == 1 {
		w.Parts = nil
		return w, nil
	}
	w.Kind, w.All = churn.Combined, all
	return w, nil
}

// parsePart reads one part of a definition.
func (w *wording) parsePart(s string) (churn.Kind, error) {
	word, rest, _ := strings.Cut(s, ":")
	switch word {
	case "decline":
		return churn.Declined, w.parseDecline(rest)
	case "ended":
		column, values, stated := strings.Cut(rest, "=")
		if column == "" {
			return "", errors.New("say ended:COLUMN")
		}
		if w.column = column; stated {
			w.Ended.Lost = strings.Split(values, ",")
		}
		return churn.Explicit, nil
	}
	days, err := strconv.Atoi(s)
	if err != nil || days < 1 {
		return "", errors.New("say days of silence, decline, ended:COLUMN or a preset: " + strings.Join(presetKeys(), ", "))
	}
	w.Window = days
	return churn.Silence, nil
}

// parseDecline reads what stands behind "decline:", such as 0.5:90/180:spend.
func (w *wording) parseDecline(s string) error {
	d := &w.Decline
	for _, field := range strings.FieldsFunc(s, func(r rune) bool { return r == ':' }) {
		var err error
		if recent, prior, ok := strings.Cut(field, "/"); ok {
			d.Recent, err = strconv.Atoi(recent)
			if err == nil {
				d.Prior, err = strconv.Atoi(prior)
			}
		} else if field == "spend" {
			d.Spend = true
		} else {
			d.Below, err = strconv.ParseFloat(field, 64)
		}
		if err != nil {
			return errors.New("say a decline as decline:0.5:90/180, with :spend to compare amounts")
		}
	}
	return nil
}

// presetKeys are the presets that need no column.
func presetKeys() (keys []string) {
	for _, p := range churn.Presets() {
		if p.Definition.Kind != churn.Explicit {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

func parseWeights(s string) (w churn.Weights, err error) {
	returned, gone, ok := strings.Cut(s, ":")
	if w.Returned, err = strconv.ParseFloat(returned, 64); err == nil && ok {
		w.Gone, err = strconv.ParseFloat(gone, 64)
	}
	if err != nil || !ok {
		return w, errors.New("say two numbers, as 3:1")
	}
	return w, nil
}

// settle finds the column that a definition names, among those that were kept.
func (c *definitionCall) settle(w wording, d engine.Dataset) (churn.Definition, error) {
	w.Tiers = c.tiers
	if w.column == "" {
		return w.Definition, nil
	}
	var names []string
	for i, k := range d.Kept {
		if strings.EqualFold(k.Name, w.column) {
			w.Ended.Column = i
			return w.Definition, nil
		}
		names = append(names, k.Name)
	}
	return w.Definition, analysis.Fail(analysis.BadInput, "cli.def.no-column", analysis.Text("column", w.column)).
		Or("cli.def.no-column.remedy", analysis.Text("columns", strings.Join(names, ", ")))
}

// request puts the question together, once the columns are known.
func (c *definitionCall) request(d engine.Dataset) (req engine.DefinitionRequest, err error) {
	req = engine.DefinitionRequest{From: *c.since, Day: *c.on, Followup: c.followup, Weights: c.weights,
		Layout: figure.Layout{Lang: string(c.lang)}}
	if req.Definition, err = c.settle(c.first, d); err != nil {
		return req, err
	}
	for _, w := range c.compare {
		other, err := c.settle(w, d)
		if err != nil {
			return req, err
		}
		req.Compare = append(req.Compare, other)
	}
	return req, nil
}

func (c *definitionCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	read, err := c.read(ctx, e, out)
	if err != nil {
		return err
	}
	req, err := c.request(read.dataset)
	if err != nil {
		return err
	}
	answer, err := e.Definition(ctx, req)
	if err != nil {
		return err
	}
	printDefinition(out, c.lang, &read.dataset, &answer)
	if c.json == "" {
		return nil
	}
	body, err := toJSON(definitionFile{read.dataset, answer.Definition, answer.Workbench, answer.Ledger})
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}

// A definitionFile is every number of the answer, as its JSON holds it.
type definitionFile struct {
	Dataset    engine.Dataset
	Definition churn.Definition
	Workbench  churn.Workbench
	Ledger     churn.Ledger
}
