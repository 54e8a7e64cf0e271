package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"churnbench/analysis"
	"churnbench/analysis/churn"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

var nextVerb = verb{
	name: "next", args: "FILE…",
	about: "who buys once more after the first purchase, the second, the third",
	run:   runNext,
}

// A nextCall is what the person asked for.
type nextCall struct {
	readCall
	request engine.LadderRequest
	json    string // path; "" for none
}

func runNext(ctx context.Context, args []string, out, errs io.Writer) error {
	fs := flag.NewFlagSet("churn next", flag.ContinueOnError)
	fs.SetOutput(errs)
	c := &nextCall{}
	fs.IntVar(&c.request.Within, "within", 0, "days after a purchase in which the next one is looked for (default: the silence that counts as a loss)")
	declareLoss(fs, &c.request.Definition)
	fs.StringVar(&c.json, "json", "", "file for all numbers, as JSON")
	if err := c.parseRead(fs, args, errs); err != nil {
		return err
	}
	if err := c.run(ctx, out); err != nil {
		return spoken{error: err, lang: c.lang}
	}
	return nil
}

func (c *nextCall) run(ctx context.Context, out io.Writer) error {
	e, done, err := c.open()
	if err != nil {
		return err
	}
	defer done()
	if _, err := c.read(ctx, e, out); err != nil {
		return err
	}
	answer, err := e.Ladder(ctx, c.request)
	if err != nil {
		return err
	}
	printLadder(out, c.lang, &answer.Result)
	if c.json == "" {
		return nil
	}
	body, err := toJSON(answer.Result)
	if err != nil {
		return err
	}
	return os.WriteFile(c.json, body, 0o644)
}

// printLadder prints a line for each rung.
func printLadder(w io.Writer, lang locale.Lang, l *churn.Ladder) {
	fmt.Fprintln(w, i18n.T(lang, "cli.ladder.within", analysis.Count("days", l.Within)))
	var body [][]string
	for i := range l.Rungs {
		r := &l.Rungs[i]
		body = append(body, []string{lang.Int(r.Purchases), lang.Int(r.Reached), lang.Int(r.Again.N), lang.Int(r.Again.K),
			lang.Percent(r.Again.Value, 1), interval(lang, r.Again), lang.Number(r.Wait, 0)})
	}
	printTable(w, heads(lang, "ladder.purchases", "ladder.reached", "ladder.watched", "ladder.again", "ladder.share", "ladder.interval", "ladder.wait"), body)
	if open := l.Rungs[0].Open(); open > 0 {
		fmt.Fprintln(w, i18n.T(lang, "cli.ladder.open", analysis.Count("customers", open)))
	}
}
