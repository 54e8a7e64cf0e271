package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// regress fits the model with the columns that the person named.
func (c *clvCall) regress(ctx context.Context, e engine.Engine, d *engine.Dataset) (*engine.Covariates, error) {
	req := engine.CovariatesRequest{Options: c.value}
	for _, named := range c.columns {
		a, err := attributeOf(d, strings.TrimSpace(named))
		if err != nil {
			return nil, err
		}
		req.Attributes = append(req.Attributes, a)
	}
	out, err := e.Covariates(ctx, req)
	return &out, err
}

// attributeOf finds a column by its heading, or by its role for one without; behind an
// equals sign stands the level to compare with.
func attributeOf(d *engine.Dataset, named string) (clv.Attribute, error) {
	at := find(d, named)
	name, base := named, ""
	if i := strings.LastIndexByte(named, '='); at < 0 && i >= 0 {
		name, base = named[:i], named[i+1:]
		at = find(d, name)
	}
	if at < 0 {
		return clv.Attribute{}, analysis.Fail(analysis.BadInput, "cli.no-column", analysis.Text("column", name), analysis.Text("columns", strings.Join(keptNames(d), ", ")))
	}
	return clv.Attribute{At: at, Base: base}, nil
}

func find(d *engine.Dataset, name string) int {
	return slices.IndexFunc(d.Kept, func(k engine.KeptReport) bool { return strings.EqualFold(headingOf(&k), name) })
}

func headingOf(k *engine.KeptReport) string {
	if k.Name != "" {
		return k.Name
	}
	return string(k.Role)
}

func keptNames(d *engine.Dataset) (names []string) {
	for i := range d.Kept {
		names = append(names, headingOf(&d.Kept[i]))
	}
	return names
}

// printCovariates prints what attributes do, as coefficients and as multipliers, and the
// test of all of them.
func printCovariates(w io.Writer, lang locale.Lang, c *engine.Covariates) {
	if c == nil {
		return
	}
	fmt.Fprintln(w, i18n.T(lang, "cli.covariates", analysis.Text("model", c.Fit.Model)))
	head := []string{"", "γ", i18n.T(lang, "value.se"), "e^γ", "2.5 %", "97.5 %", "p"}
	var body [][]string
	for _, e := range slices.Concat(c.Effects, c.Odds) {
		body = append(body, []string{i18n.T(lang, i18n.Key("value.on."+string(e.On))) + " · " + termText(lang, e.Term),
			digits(e.Coefficient), digits(e.SE), digits(e.Ratio), digits(math.Exp(e.Low)), digits(math.Exp(e.High)), digits(e.P)})
	}
	printTable(w, head, body)
	fmt.Fprintln(w, i18n.T(lang, "cli.ratio-test", analysis.Text("statistic", digits(c.Test.Statistic)), analysis.Count("df", c.Test.DF), analysis.Text("p", digits(c.Test.P)))+"\n")
}

func termText(lang locale.Lang, t clv.Term) string {
	switch {
	case t.Missing:
		return i18n.T(lang, "value.term.unknown", analysis.Text("column", t.Column))
	case t.Level != "":
		return i18n.T(lang, "value.term.level", analysis.Text("column", t.Column), analysis.Text("level", t.Level), analysis.Text("reference", t.Reference))
	}
	return i18n.T(lang, "value.term.number", analysis.Text("column", t.Column), analysis.Text("deviation", lang.Significant(t.Deviation, 3)))
}
