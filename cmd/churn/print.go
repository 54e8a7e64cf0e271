package main

import (
	"fmt"
	"io"
	"math"

	"golang.org/x/text/width"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printResults says the headline of each analysis and every doubt about it.
func printResults(w io.Writer, lang locale.Lang, s *summary) {
	row := rows(w, lang)
	for _, g := range s.Segments.Segments {
		if g.Customers > 0 {
			row(i18n.Key("segment."+g.Key), lang.Int(g.Customers))
		}
	}
	row("", "")
	if s.Lapse.Customers > 0 {
		row("cli.window", lang.Int(s.Lapse.Window))
		row("cli.median", number(s.Lapse.Median))
	}
	row("", "")
	printFits(w, lang, i18n.T(lang, "value.fit.calibration", analysis.On("day", s.Value.CalibrationEnd)), s.Value.Fit, s.Value.Spend)
	printFits(w, lang, i18n.T(lang, "value.fit.current", analysis.On("day", s.Value.End)), s.Value.Current, s.Value.CurrentSpend)
	if s.Value.Customers > 0 {
		row("cli.equity", lang.Money(s.Value.Equity, s.Dataset.Currency))
	}
	row("", "")
	value := engine.Value{Result: s.Value, Findings: s.Findings}
	for _, warnings := range [][]analysis.Warning{s.Segments.Warnings, s.Cohorts.Warnings, s.Lapse.Warnings, value.Doubts()} {
		printWarnings(w, lang, warnings)
	}
	for _, k := range s.Skipped {
		fmt.Fprintln(w, explain(lang, k.Reason))
	}
}

// printFits says which data the models know and what they found there.
func printFits(w io.Writer, lang locale.Lang, title string, fits ...clv.Fit) {
	row := rows(w, lang)
	known := false
	for _, f := range fits {
		if f.N == 0 {
			continue
		}
		if !known {
			fmt.Fprintln(w, title)
			known = true
		}
		row("cli.model", f.Model)
		for _, p := range f.Params {
			row("", estimate(p))
		}
		row("survival.loglik", fmt.Sprintf("%.4f", f.LogLik))
	}
	row("", "")
}

// estimate writes a parameter; a standard error that the data do not give is
// left out.
func estimate(p clv.Estimate) string {
	text := fmt.Sprintf("%s = %.4f", p.Name, p.Value)
	if !math.IsNaN(p.SE) {
		text += fmt.Sprintf(" ± %.4f", p.SE)
	}
	return text
}

func number(v float64) string {
	if math.IsInf(v, 1) {
		return "∞"
	}
	return fmt.Sprintf("%.4g", v)
}

// rows returns a function that prints aligned name and value; an empty pair
// ends the block.
func rows(w io.Writer, lang locale.Lang) func(i18n.Key, string) {
	var names, values []string
	return func(key i18n.Key, value string) {
		if key == "" && value == "" {
			printColumns(w, names, values)
			names, values = nil, nil
			return
		}
		name := ""
		if key != "" {
			name = i18n.T(lang, key)
		}
		names, values = append(names, name), append(values, value)
	}
}

// printColumns pads by what a terminal shows: a Chinese character fills two
// cells, which text/tabwriter does not know.
func printColumns(w io.Writer, names, values []string) {
	widest := 0
	for _, name := range names {
		widest = max(widest, cells(name))
	}
	for i, name := range names {
		fmt.Fprintf(w, "%s%*s%s\n", name, widest+2-cells(name), "", values[i])
	}
	if len(names) > 0 {
		fmt.Fprintln(w)
	}
}

// cells is how many cells of a terminal a text fills.
func cells(text string) (n int) {
	for _, r := range text {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

func printWarnings(w io.Writer, lang locale.Lang, warnings []analysis.Warning) {
	for _, warning := range warnings {
		fmt.Fprintln(w, "·", i18n.Say(lang, warning.Message))
		if warning.Remedy.Key != "" {
			fmt.Fprintln(w, " ", i18n.Say(lang, warning.Remedy))
		}
	}
}
