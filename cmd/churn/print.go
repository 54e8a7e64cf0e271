package main

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"golang.org/x/text/width"

	"churnbench/analysis"
	"churnbench/analysis/clv"
	"churnbench/analysis/engine"
	"churnbench/analysis/ingest"
	"churnbench/analysis/locale"
	"churnbench/app/i18n"
)

// printReading says how the file was understood, as the page shows it before a
// person confirms.
func printReading(w io.Writer, lang locale.Lang, p ingest.Preview, load engine.LoadRequest) {
	row := rows(w, lang)
	row("cli.written", fmt.Sprintf("%s, %q, %s", load.Files[0].Format.Encoding, load.Files[0].Format.Delimiter, load.Files[0].Format.Dates))
	for i, role := range load.Files[0].Mapping {
		if role != ingest.Ignore {
			row(i18n.Key("role."+string(role)), columnName(p, i))
		}
	}
	row("", "")
}

// columnName is the name that a header gives, or the column's number.
func columnName(p ingest.Preview, i int) string {
	if name := p.Columns[i].Name; name != "" {
		return name
	}
	return "#" + strconv.Itoa(i+1)
}

// printDataset says what was read: the ledger balances on paper, too.
func printDataset(w io.Writer, lang locale.Lang, d engine.Dataset) {
	row := rows(w, lang)
	l := d.Ledger
	row("cli.file", d.Name+" · "+lang.Bytes(d.Size))
	row("cli.rows-read", lang.Int(l.Read))
	row("cli.rows-used", lang.Int(l.Used))
	for _, e := range l.Excluded {
		if e.Rows > 0 {
			row(i18n.Key("reason."+string(e.Reason)), lang.Int(e.Rows))
		}
	}
	row("cli.customers", lang.Int(d.Customers))
	row("cli.revenue", lang.Money(l.Revenue.Float(), d.Currency))
	row("cli.period", lang.Date(d.First)+" – "+lang.Date(d.End))
	row("", "")
	printWarnings(w, lang, d.Warnings)
}

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
	for _, warnings := range [][]analysis.Warning{s.Segments.Warnings, s.Cohorts.Warnings, s.Lapse.Warnings, s.Value.Warnings} {
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
		row("cli.loglik", fmt.Sprintf("%.4f", f.LogLik))
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
